"""One finding looked at closely: both groups' words, what was put to them and answered, and why it is called what it is."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.visual import VisualType
from textual.widgets import Static

from workshop.model.view.artwork import ShownArtwork
from workshop.model.view.finding import ShownFinding
from workshop.model.view.statement import ShownStatement
from workshop.tui.compared import NOTES, Chapter, Compared
from workshop.tui.copying import copy
from workshop.tui.keys import Place, bindings
from workshop.tui.screens.why import WhyIsItCalledThis
from workshop.tui.themes import colour_of
from workshop.tui.widgets.answeredback import answered_back
from workshop.tui.widgets.answers import answered
from workshop.tui.widgets.appendix import InAppendix
from workshop.tui.widgets.findings import in_numbers
from workshop.tui.widgets.heard import WhoWasHeard
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.laidout import Sentences, upper_first
from workshop.tui.widgets.mirror import Mirror
from workshop.tui.widgets.overtime import AcrossSessions, said_in_each
from workshop.tui.widgets.picture import Picture
from workshop.tui.widgets.points import Points
from workshop.tui.widgets.ranks import Ranks
from workshop.tui.widgets.readings import Readings
from workshop.tui.widgets.voices import SideBySide, quoted, reasons

HOW = {
    Chapter.PICTURES: "How to read this",
    Chapter.PRIORITIES: "How this is counted",
    Chapter.POINTS: "How to read this",
    Chapter.HEARD: "How this is counted",
    Chapter.TIME: "What this can't say",
    Chapter.READING: "How the labels come about",
    Chapter.APPENDIX: "How to read this",
}
"""What stands above the reasons, where it is no label that they are given for."""


class FindingScreen(Screen[str]):
    """A theme or a statement of the comparison; leaving gives the name of the one that was looked at last."""

    CSS_PATH = "finding.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.FINDING)]
    AUTO_FOCUS = "#page"

    def __init__(self, compared: Compared, name: str) -> None:
        """Begin with the row of this name: "F3" is a theme, "T2" a statement, "V1" what votes came to, "H1" who was heard in a session."""
        super().__init__()
        self._compared = compared
        self._view = compared.view
        self._names = [each for names in compared.names.values() for each in names]
        self._place = self._names.index(name)

    def compose(self) -> ComposeResult:
        """A page that scrolls."""
        yield Static(id="about")
        yield VerticalScroll(id="page")
        yield Static(id="word")
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
        self.dismiss(self.name_shown)

    def action_why(self) -> None:
        """Say why it is called what it is, without a way down the page."""
        self.app.push_screen(WhyIsItCalledThis(self.name_shown, self._compared.why(self.name_shown)))

    def action_copy(self) -> None:
        """Copy it as text."""
        self.query_one("#word", Static).update(Content(copy(self.app, self._compared, self.name_shown)))
        self.query_one("#word").add_class("-said")

    @property
    def name_shown(self) -> str:
        """The name of the one that is looked at."""
        return self._names[self._place]

    async def _show(self) -> None:
        name = self.name_shown
        about = f"{name}, {self._place + 1} of {len(self._names)}  ·  {self._compared.chapter_of(name).value}"
        self.query_one("#about", Static).update(Content(about))
        self.query_one("#word").remove_class("-said")
        page = self.query_one("#page", VerticalScroll)
        with self.app.batch_update():
            await page.remove_children()
            await page.mount(*(part if isinstance(part, Picture) else _static(part) for part in self._parts(name)))
            page.scroll_home(animate=False)

    def _parts(self, name: str) -> "Iterator[VisualType | Picture]":
        match self._compared.chapter_of(name):
            case Chapter.THEMES:
                yield from self._theme(next(each for each in self._view.findings if each.name == name))
            case Chapter.STATEMENTS:
                yield from self._statement(next(each for each in self._view.statements if each.name == name))
            case Chapter.PICTURES:
                yield from _picture(next(each for each in self._view.artworks if each.name == name))
            case Chapter.PRIORITIES:
                yield Ranks(next(each for each in self._view.ranked if each.name == name))
            case Chapter.POINTS:
                yield Points(next(each for each in self._compared.points if each.name == name))
            case Chapter.HEARD:
                yield WhoWasHeard(next(each for each in self._compared.heard if each.name == name))
            case Chapter.TIME:
                shown = next(each for each in self._compared.over_time if each.name == name)
                yield AcrossSessions(shown)
                yield from said_in_each(shown, self._view)
            case Chapter.READING if name == NOTES:
                yield Sentences("In numbers, and what they can't say", in_numbers(self._view))
            case Chapter.APPENDIX:
                yield InAppendix(next(each for each in self._compared.appendix if each.name == name), whole=True)
        if name != NOTES:
            yield Sentences(HOW.get(self._compared.chapter_of(name), "Why it is called this"), self._compared.why(name))

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
        for answers in statement.answers_first:
            who = "their own group" if answers.perspective == statement.made_by else answers.plural
            said = Content("\n").join(answered(answers, statement, one_line=False))
            yield Content.assemble((f"{upper_first(who)} answered", f"bold {colour_of(answers.perspective)}"), "   ", said)
        words = reasons(statement)
        if words is not None:
            yield words
        yield from answered_back(statement)
        if statement.sources:
            more = [Content.styled(statement.sources_more, "$quiet")] if statement.sources_more else []
            yield Content("\n").join([Content.styled("Made from", "bold"), *(quoted(quote) for quote in statement.sources), *more])


def _picture(artwork: ShownArtwork) -> "Iterator[VisualType | Picture]":
    """The picture as well as it can be drawn, what is to be seen in it, and what each group read."""
    if artwork.content:
        drawing = Picture()
        drawing.show(artwork.content, artwork.described)
        yield drawing
    if artwork.described != artwork.caption:
        yield Content.styled(artwork.described, "$quiet")
    yield Readings(artwork, whole=True)


def _static(part: VisualType) -> Static:
    return Static(part)
