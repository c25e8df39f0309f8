"""A comparison as a list: themes with mirrored bars, statements with their answers, votes and points, who was heard, how to read it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from workshop.model.view.finding import Section, ShownFinding
from workshop.model.view.view import View
from workshop.tui.compared import METHOD, NOTES, Compared
from workshop.tui.keys import naming_keys
from workshop.tui.quirks import RoomyOptionList
from workshop.tui.widgets.answers import Answered
from workshop.tui.widgets.appendix import InAppendix
from workshop.tui.widgets.barkey import BarKey
from workshop.tui.widgets.heard import WhoWasHeard
from workshop.tui.widgets.laidout import LaidOut, Sentences, Spaced
from workshop.tui.widgets.mirror import Mirror
from workshop.tui.widgets.overtime import AcrossSessions
from workshop.tui.widgets.points import Points
from workshop.tui.widgets.ranks import Ranks
from workshop.tui.widgets.readings import Readings

_HEADINGS = {
    Section.LED: "Raised more by one group",
    Section.SHARED: "Shared: both groups raised it",
    Section.REST: "Other themes",
}
CONTESTED = "With contested points"


class Findings(RoomyOptionList):
    """Rows are named F1, F2 ... (themes), T1, T2 ... (statements) and V1, V2 ... (votes), as in the reports; headings can't be chosen.

    The other names (P1, H1, O1, N1, A1) are the screen's own.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding(str(place), f"chapter({place})", show=False) for place in range(1, 10)]
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

    @dataclass
    class Asked(Message):
        """A part was asked for, by its number among those that are shown."""

        number: int

    @property
    def chosen(self) -> str:
        """The name of the row that is chosen, "" for none."""
        option = self.highlighted_option
        return option.id or "" if option is not None else ""

    def show(self, compared: Compared) -> None:
        """Put this in place of what is there; the row that was chosen stays so, else the first is."""
        before = self.chosen
        self.set_options(_options(compared))
        if not self.choose(before):
            self.action_first()

    def choose(self, name: str) -> bool:
        """Choose the row of this name; whether it is there."""
        places = [place for place, option in enumerate(self.options) if option.id == name and name]
        if places:
            self.highlighted = places[0]
        return bool(places)

    def on_resize(self) -> None:
        """Keep the row that is chosen in sight, from its top."""
        self.call_after_refresh(self.scroll_to_highlight)

    def open_at(self, name: str) -> None:
        """Choose this row, and bring what stands above it, its heading, to the top."""
        if self.choose(name):
            self.scroll_to_highlight(top=True)
            self.scroll_relative(y=-2, animate=False)

    def action_chapter(self, number: int) -> None:
        """Ask for a part."""
        self.post_message(self.Asked(number))


def _options(compared: Compared) -> Iterator[Option]:
    heading = ""
    for finding in compared.view.findings:
        own = _heading(finding)
        if own != heading:
            first, heading = not heading, own
            told = BarKey(heading, compared.view.sides, compared.view.findings) if first else Content(f"{heading}\n")
            yield Option(told, disabled=True)
        yield Option(Spaced(Mirror(finding, compared.view.sides)), id=finding.name)
    for heading, rows in _parts(compared):
        if rows:
            yield Option(Content(f"{heading}\n"), disabled=True)
        for name, visual in rows:
            yield Option(Spaced(visual), id=name)


def _parts(compared: Compared) -> Iterator[tuple[str, Sequence[tuple[str, LaidOut]]]]:
    """What comes after the themes: each part's heading, and its rows by name."""
    view = compared.view
    order = [group.name for group in view.groups]
    yield "Statements, and what was answered", [(each.name, Answered(each, order)) for each in view.statements]
    yield "The same pictures, and what each group saw", [(each.name, Readings(each)) for each in view.artworks]
    yield "Priorities, by what people gave", [(each.name, Ranks(each)) for each in view.ranked]
    yield "Points that people gave, what is furthest apart first", [(each.name, Points(each)) for each in compared.points]
    yield "Who was heard, as far as notes tell", [(each.name, WhoWasHeard(each)) for each in compared.heard]
    sessions = "Over time: one group's sessions side by side, which is no trend"
    yield sessions, [(each.name, AcrossSessions(each)) for each in compared.over_time]
    numbers = Sentences("In numbers, and what they can't say", in_numbers(view))
    labels = Sentences("How the labels come about", [naming_keys("The rules, and the numbers that they were used with: {compare.open}.")])
    yield "How to read it", [(NOTES, numbers), (METHOD, labels)]
    appendix = "Appendix: what stands behind the findings, and is none itself"
    yield appendix, [(each.name, InAppendix(each)) for each in compared.appendix]


def in_numbers(view: View) -> Sequence[str]:
    """The labels counted, and what the numbers can't say; what is contested stands above the list."""
    return [*view.at_a_glance[:1], *view.notes]


def _heading(finding: ShownFinding) -> str:
    return CONTESTED if finding.contested else _HEADINGS[finding.section]
