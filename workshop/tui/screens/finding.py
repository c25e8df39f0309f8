"""One finding looked at closely: both groups' words, what was put to them and answered, and why it is called what it is."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.visual import VisualType
from textual.widgets import Static

from workshop.compare.why import why
from workshop.model.comparison import Comparison
from workshop.model.view import ShownFinding, ShownStatement, View
from workshop.tui.keys import Place, bindings
from workshop.tui.themes import colour_of
from workshop.tui.widgets.answers import answered
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.laidout import upper_first
from workshop.tui.widgets.mirror import Mirror
from workshop.tui.widgets.ranks import Ranks
from workshop.tui.widgets.voices import SideBySide, quoted, reasons


class FindingScreen(Screen[str]):
    """A theme or a statement of the comparison; leaving gives the name of the one that was looked at last."""

    CSS_PATH = "finding.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.FINDING)]
    AUTO_FOCUS = "#page"

    def __init__(self, view: View, comparison: Comparison, name: str) -> None:
        """Begin with the finding of this name: "F3" is a theme, "S2" a statement, "V1" what votes came to."""
        super().__init__()
        self._view = view
        self._comparison = comparison
        self._names = [finding.name for finding in view.findings] + [statement.name for statement in view.statements]
        self._names += [ranked.name for ranked in view.ranked]
        self._place = self._names.index(name)

    def compose(self) -> ComposeResult:
        """A page that scrolls."""
        yield Static(id="about")
        yield VerticalScroll(id="page")
        yield KeyBar(Place.FINDING)

    async def on_mount(self) -> None:
        """Show the first."""
        await self._show()

    async def action_step(self, step: int) -> None:
        """Go on to the next one, or back; the last is followed by the first."""
        self._place = (self._place + step) % len(self._names)
        await self._show()

    def action_leave(self) -> None:
        """Back to the list."""
        self.dismiss(self._names[self._place])

    async def _show(self) -> None:
        name = self._names[self._place]
        self.query_one("#about", Static).update(Content(f"{name}, {self._place + 1} of {len(self._names)}"))
        page = self.query_one("#page", VerticalScroll)
        with self.app.batch_update():
            await page.remove_children()
            await page.mount(*(Static(part) for part in self._parts(name)))
            page.scroll_home(animate=False)

    def _parts(self, name: str) -> Iterator[VisualType]:
        for place, finding in enumerate(self._view.findings):
            if finding.name == name:
                yield from self._theme(finding)
                yield _why(why(self._comparison.themes[place], self._comparison))
        for statement in self._view.statements:
            if statement.name == name:
                yield from self._statement(statement)
                found = next(each for each in self._comparison.statements if each.id == statement.id)
                yield _why(why(found, self._comparison))

        for ranked in self._view.ranked:
            if ranked.name == name:
                yield Ranks(ranked)
                yield Content("\n").join([Content.styled("How this is counted", "bold"), Content(ranked.how_text)])

    def _theme(self, finding: ShownFinding) -> Iterator[VisualType]:
        yield Mirror(finding, self._view.sides)
        if finding.description:
            yield Content.styled(finding.description, "$quiet")
        if finding.lead_organisation:
            yield Content.assemble(("led by ", "$quiet"), finding.lead_organisation)
        groups = [(group.name, group.plural, finding.quotes.get(group.name, ())) for group in self._view.sides]
        quotes = SideBySide(groups, "raised nothing on this unprompted")
        if not finding.contested:
            yield quotes
        for statement in self._view.statements:
            if statement.finding == finding.name:
                yield from self._statement(statement)
        if finding.contested:  # what is contested comes first
            yield quotes

    def _statement(self, statement: ShownStatement) -> Iterator[VisualType]:
        raised = f"  ({statement.raised_text})" if statement.raised_text else ""
        maker = Content.styled(f"{upper_first(statement.made_by_plural)} said", f"bold {colour_of(statement.made_by)}")
        yield Content.assemble(maker, f"   “{statement.text}”", (raised, "$quiet"))
        for group, answers in statement.answers.items():
            who = "their own group" if group == statement.made_by else answers.plural
            said = Content("\n").join(answered(answers, statement, one_line=False))
            yield Content.assemble((f"{upper_first(who)} answered", f"bold {colour_of(group)}"), "   ", said)
        words = reasons(statement)
        if words is not None:
            yield words
        if statement.sources:
            yield Content("\n").join([Content.styled("Made from", "bold"), *(quoted(quote) for quote in statement.sources)])


def _why(sentences: Sequence[str]) -> Content:
    return Content("\n").join([Content.styled("Why it is called this", "bold"), *(Content(sentence) for sentence in sentences)])
