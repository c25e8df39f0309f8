"""The findings of a comparison as a list: themes with mirrored bars, then statements with their answers."""

from collections.abc import Iterator

from textual.content import Content
from textual.widgets.option_list import Option

from workshop.model.view import Section, ShownFinding, View
from workshop.tui.quirks import RoomyOptionList
from workshop.tui.widgets.answers import Answered
from workshop.tui.widgets.laidout import Spaced
from workshop.tui.widgets.mirror import Mirror
from workshop.tui.widgets.ranks import Ranks

_HEADINGS = {
    Section.LED: "Raised more by one group",
    Section.SHARED: "Shared: both groups raised it",
    Section.REST: "Other themes",
}
CONTESTED = "With contested points"


class Findings(RoomyOptionList):
    """Rows are named F1, F2 ... (themes), S1, S2 ... (statements) and V1, V2 ... (votes), as in the reports; headings can't be chosen."""

    DEFAULT_CSS = """
    Findings {
        height: 1fr;
        border: none;
        padding: 0 1;
        background: $background;
        scrollbar-size-vertical: 1;
    }
    Findings:focus {
        border: none;
        background-tint: $foreground 0%;
    }
    Findings > .option-list--option {
        padding: 0 1;
    }
    Findings > .option-list--option-disabled {
        color: $primary;
        text-style: bold;
    }
    """

    def show(self, view: View) -> None:
        """Put the findings of this view in place of what is there, and choose the first."""
        self.set_options(_options(view))
        self.action_first()


def _options(view: View) -> Iterator[Option]:
    heading = ""
    for finding in view.findings:
        own = _heading(finding)
        if own != heading:
            heading = own
            yield Option(Content(f"{heading}\n"), disabled=True)
        yield Option(Spaced(Mirror(finding, view.sides)), id=finding.name)
    if view.statements:
        yield Option(Content("Statements, and what was answered\n"), disabled=True)
    order = [group.name for group in view.groups]
    for statement in view.statements:
        yield Option(Spaced(Answered(statement, order)), id=statement.name)
    if view.ranked:
        yield Option(Content("Priorities, by what people gave\n"), disabled=True)
    for ranked in view.ranked:
        yield Option(Spaced(Ranks(ranked)), id=ranked.name)
    for sentence in view.at_a_glance[:1]:  # the others tell what is contested, which stands above the list
        yield Option(Content.assemble("In numbers\n\n", (sentence, "$quiet not bold")), disabled=True)


def _heading(finding: ShownFinding) -> str:
    return CONTESTED if finding.contested else _HEADINGS[finding.section]
