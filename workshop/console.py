"""What the command line prints: the comparison with its mirrored bars, and tables. Text of people is never read as markup."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich import box
from rich.color import Color
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from workshop.model.artwork import Pixels
from workshop.model.perspective import plural_of
from workshop.model.records import Answer
from workshop.model.view.finding import ShownCount, ShownFinding
from workshop.model.view.priority import ShownPriorities
from workshop.model.view.quote import ShownQuote
from workshop.model.view.recommendation import ShownRecommendation
from workshop.model.view.statement import ShownAnswers, ShownStatement
from workshop.model.view.view import View

WIDEST = 110
"""Lines are not drawn longer than this, however wide the terminal."""
FRAGILE = "*"
"""Stands behind a label that could change with one person."""
NEVER_WRAPPED = 10_000
"""The width of a table that goes to a file or another program."""


@dataclass(frozen=True, slots=True)
class _Side:
    """How one side is told: by its colour, and by what its bars are filled with."""

    style: str
    fill: str


def print_comparison(view: View, console: Console | None = None) -> None:
    """Print the findings in the order of the report: who, at a glance, the table, the bars, telling differences, statements, notes."""
    console = console or _console()
    width = min(console.width, WIDEST)
    sides = _sides(console)
    for part in _parts(view, sides, width, ascii_only=console.options.ascii_only):
        _print(part, console, width)


def print_picture(pixels: Pixels, described: str, console: Console | None = None) -> None:
    """Print a picture, two pixels to a letter; in words alone where there are no colours, or no terminal."""
    console = console or _console()
    if not pixels or not console.is_terminal or console.color_system is None or console.no_color or console.options.ascii_only:
        console.print(Text(f"({described})"), overflow="fold")
        return
    below: Sequence[tuple[tuple[int, int, int], ...]] = (*pixels[1:], ()) if len(pixels) % 2 else pixels[1:]
    for upper, lower in zip(pixels[::2], below[::2], strict=True):
        line = Text()
        for place, pixel in enumerate(upper):
            under = Color.from_rgb(*lower[place]) if lower else None
            line.append("\u2580", Style(color=Color.from_rgb(*pixel), bgcolor=under))
        console.print(line, no_wrap=True, crop=True)


def print_table(header: Sequence[str], rows: Iterable[Sequence[str]], console: Console | None = None) -> None:
    """Print a table, on standard output unless told otherwise; there, lines wrap in a terminal only."""
    console = console or (_console() if _console().is_terminal else _console(NEVER_WRAPPED))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in header:
        table.add_column(Text(name), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    _print(table, console)


def _print(part: RenderableType, console: Console, width: int | None = None) -> None:
    """Print it; what goes to a file or another program has no spaces at the ends of its lines, which rich fills up."""
    if console.is_terminal:
        console.print(part, width=width, overflow="fold")
        return
    with console.capture() as captured:
        console.print(part, width=width, overflow="fold")
    console.file.write("\n".join(line.rstrip(" ") for line in captured.get().split("\n")))


def _console(width: int | None = None) -> Console:
    """Standard output as it is now; rich itself keeps to NO_COLOR, and to plain text where it goes to a file."""
    return Console(width=width, highlight=False, markup=False, emoji=False)


def _sides(console: Console) -> tuple[_Side, _Side]:
    """Left blue and solid, right orange and shaded. With 16 colours the nearest to orange would be red, which is not ours: yellow."""
    few = console.color_system in {"standard", "windows"}
    left, right = ("blue", "yellow") if few else ("#3b82c4", "#f46a25")
    # Both fills are in the character set of a plain Linux console.
    solid, shaded = ("#", "=") if console.options.ascii_only else ("\u2588", "\u2593")
    return _Side(left, solid), _Side(right, shaded)


def _parts(view: View, sides: tuple[_Side, _Side], width: int, *, ascii_only: bool) -> Iterator[RenderableType]:
    yield Text(view.title, style="bold")
    yield Text(view.marking, style="dim")
    yield Text(f"\n{view.took_part}")
    for sentence in view.at_a_glance:
        yield Text(sentence)
    if view.findings:
        yield _heading("Theme by theme")
        yield _table(view, sides)
        yield from _fragile_key(finding.fragile for finding in view.findings)
        yield Text()
        yield _bars(view, sides, width, more="." if ascii_only else "\u00b7")
    if view.telling:
        yield _heading("Telling differences")
    for place, statement in enumerate(view.telling):
        if place:
            yield Text()
        yield _telling(statement, view, sides)
    if view.statements:
        yield _heading("All statements and their answers")
        yield from _statements(view, sides)
    if view.artworks:
        yield _heading("The same pictures, and what each group saw")
        yield _readings(view, sides)
    if view.recommendations:
        yield _heading("What should happen, and what came of it")
        yield _recommended(view.recommendations)
    for ranked in view.ranked:
        yield _heading(ranked.title)
        yield _ranks(ranked, view, sides)
        yield Text(ranked.order_text, style="dim")
        if ranked.alike_text:
            yield Text(ranked.alike_text)
    yield _heading("How to read this")
    for note in view.notes:
        yield Text(note)
    yield _heading("How the labels come about")
    for sentence in view.method:
        yield Text(sentence, style="dim")


def _heading(text: str) -> Text:
    return Text(f"\n{text}\n", style="bold")


def _styles(view: View, sides: tuple[_Side, _Side]) -> dict[str, str]:
    """The style of each perspective that is compared."""
    return {group: side.style for group, side in zip(view.between, sides, strict=True)}


def _table(view: View, sides: tuple[_Side, _Side]) -> Table:
    """The counts of every group, and what they come to in words."""
    styles = _styles(view, sides)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("Theme", ratio=3, overflow="fold")
    for group in view.groups:
        table.add_column(Text(_upper_first(group.plural), style=styles.get(group.name, "")), no_wrap=True)
    table.add_column("In words", ratio=4, overflow="fold")
    for finding in view.findings:
        counts = (finding.groups.get(group.name) for group in view.groups)
        table.add_row(
            Text(f"{finding.name} {finding.theme}"), *(Text(count.text if count else "") for count in counts), Text(_in_words(finding))
        )
    return table


def _fragile_key(fragile: Iterable[bool]) -> Iterator[Text]:
    """What the sign means, where any row has it."""
    if any(fragile):
        yield Text(f"{FRAGILE} could change with one person: leaving out one person would change this.", style="dim")


def _in_words(finding: ShownFinding) -> str:
    words = ", ".join(
        part for part in (finding.label_text, finding.strength_text, finding.contested_text, finding.one_session_text) if part
    )
    words = f"{words} {FRAGILE}" if finding.fragile else words
    return f"{words}; lead: {finding.lead_organisation}" if finding.lead_organisation else words


def _bars(view: View, sides: tuple[_Side, _Side], width: int, more: str) -> RenderableType:
    """Bars that meet in the middle, with the theme's name between them and each side's count at its outer end."""
    left, right = view.sides
    counts = [count.text for finding in view.findings for count in finding.groups.values()]
    outer = max(len(text) for text in counts)
    name = min(max(len(f"{finding.name} {finding.theme}") for finding in view.findings), width // 3)
    length = max(1, (width - 2 * outer - name - 4) // 2)
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", width=outer)
    table.add_column(justify="right", width=length)
    table.add_column(justify="center", width=name, overflow="fold")
    table.add_column(justify="left", width=length)
    table.add_column(justify="left", width=outer)
    for finding in view.findings:
        of_left, of_right = finding.groups.get(left.name), finding.groups.get(right.name)
        table.add_row(
            Text(of_left.text if of_left else ""),
            Text(_bar(of_left, length, sides[0].fill, more)[::-1], style=sides[0].style),
            Text(f"{finding.name} {finding.theme}"),
            Text(_bar(of_right, length, sides[1].fill, more), style=sides[1].style),
            Text(of_right.text if of_right else ""),
        )
    heading = Text(_upper_first(left.plural).rjust(outer + 1 + length), style=sides[0].style)
    heading.append(f"{'':{name + 2}}{_upper_first(right.plural)}", style=sides[1].style)
    return Group(heading, table)


def _bar(count: ShownCount | None, length: int, fill: str, more: str) -> str:
    """As many cells as the share of `length`, one at least for anybody at all; then what unattributed notes could add."""
    if count is None or not count.share_at_most:
        return ""
    cells = max(1, round((count.share or 0) * length)) if count.share else 0
    return fill * cells + more * (round(count.share_at_most * length) - cells)


def _telling(statement: ShownStatement, view: View, sides: tuple[_Side, _Side]) -> RenderableType:
    """One contested statement: who said it, what the others answered, and both sides' words."""
    styles = _styles(view, sides)
    fills = {group: side.fill for group, side in zip(view.between, sides, strict=True)}
    block = Table.grid(padding=(0, 2))
    block.add_column(min_width=14, max_width=26, overflow="fold")
    block.add_column(overflow="fold")
    maker = styles.get(statement.made_by, "")
    block.add_row(Text(f"{_upper_first(statement.made_by_plural)} said", style=maker), Text(statement.text, style="bold"))
    if statement.raised_text:
        block.add_row("", Text(statement.raised_text, style="dim"))
    for group in statement.contested_by:
        given = statement.answers.get(group)
        if given and given.asked_text:
            answers = _answers(given, fills.get(group, ""), styles.get(group, ""), f"CONTESTED ({given.contested_how})")
            block.add_row(Text(f"{_upper_first(given.plural)} answered", style=styles.get(group, "")), answers)
    block.add_row(Text("In their words"), "")
    for side in view.sides:
        for place, quote in enumerate(statement.words_of(side.name)):
            block.add_row(Text(f"  {side.plural}" if place == 0 else "", style=styles[side.name]), _quote(quote))
        _more(block, statement.more_of(side.name))
    _answered_back(block, statement, maker, fills.get(statement.made_by, ""))
    named = " ".join(part for part in (statement.finding, statement.heading, f"({statement.name})") if part)
    return Group(Text(named, style="bold"), Padding(block, (0, 0, 0, 2)))


def _answered_back(block: Table, statement: ShownStatement, style: str, fill: str) -> None:
    """What its makers answered once they had heard the others, and what each side will do now."""
    if statement.answered_back:
        block.add_row(
            Text(f"{_upper_first(statement.made_by_plural)} answered back", style=style), _answers(statement.answered_back, fill, style)
        )
    for quote in statement.back_words:
        block.add_row("", _quote(quote))
    _more(block, statement.back_more)
    for place, each in enumerate(statement.now):
        block.add_row(Text("" if place else "Now"), _line(each))


def _readings(view: View, sides: tuple[_Side, _Side]) -> Table:
    """A picture's caption, then what each group read in it. The picture itself: workshop artwork WORKSHOP show A1."""
    styles = _styles(view, sides)
    table = Table.grid(padding=(0, 2))
    table.add_column(min_width=14, max_width=26, overflow="fold")
    table.add_column(overflow="fold")
    for artwork in view.artworks:
        table.add_row(
            Text(artwork.name), Text(artwork.caption, style="bold").append(f"  from {artwork.made_by_plural}", style="not bold dim")
        )
        for group, quotes in artwork.readings.items():
            for place, quote in enumerate(quotes):
                table.add_row(Text(f"  {plural_of(group)}" if place == 0 else "", style=styles.get(group, "")), _quote(quote))
            _more(table, artwork.more.get(group, ""))
    return table


def _more(table: Table, text: str) -> None:
    """How many words stand elsewhere, where any do."""
    if text:
        table.add_row("", Text(text, style="dim"))


def _recommended(found: Sequence[ShownRecommendation]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for each in found:
        table.add_row(Text(each.name), _line(each))
    return table


def _line(each: ShownRecommendation) -> Text:
    """What it says, whose it is, by when, how it stands."""
    due = f"by {each.due}" if each.due else "no day"
    return Text(each.text, style="bold").append(f"  {each.whose or 'nobody yet'}, {due}: {each.stands}", style="not bold dim")


def _statements(view: View, sides: tuple[_Side, _Side]) -> Iterator[RenderableType]:
    """Two lines a statement, the contested first: who said what, and each group's four counts with what they come to."""
    styles = _styles(view, sides)
    yield Text(f"Counts are people who {'/'.join(answer.value for answer in Answer)}.\n", style="dim")
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for statement in view.statements:
        said = Text(f"{statement.made_by_plural}: ", style=styles.get(statement.made_by, "")).append(statement.text, style="bold")
        table.add_row(Text(statement.name), said)
        answers = Text("contested: " if statement.contested else "")
        for place, given in enumerate((*statement.answers_first, *filter(None, (statement.answered_back,)))):
            counts = "/".join(answer.text for answer in given.answers)
            answers.append("; " if place else "")
            answers.append(given.plural, style=styles.get(given.perspective, ""))
            fragile = f" {FRAGILE}" if given.fragile else ""
            answers.append(f" {counts} {given.label}{fragile}" if given.asked_text else " not asked")
            answers.append(f" ({given.unasked})" if given.unasked else "")
        table.add_row("", answers)
    yield table
    yield from _fragile_key(given.fragile for statement in view.statements for given in statement.answers_first)


def _ranks(ranked: ShownPriorities, view: View, sides: tuple[_Side, _Side]) -> Table:
    """A row a theme, a column a group that voted: rank, how much it was given, by how many of those who voted."""
    styles = _styles(view, sides)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("Theme", overflow="fold")
    for group, voted in ranked.voted.items():
        table.add_column(Text(f"{_upper_first(plural_of(group))}, {voted}", style=styles.get(group, "")), overflow="fold")
    for each in ranked.themes:
        table.add_row(Text(f"{each.finding} {each.theme}"), *(Text(rank.text) for rank in each.groups.values()))
    return table


def _answers(given: ShownAnswers, fill: str, style: str, tag: str = "") -> Text:
    """The sentence, then a line an answer with a mark for each person, or for every so many where there are more than 20."""
    each = 1 if (given.asked or 0) <= 20 else (given.asked or 0) / 20
    text = Text(given.sentence, style="bold")
    text.append(f"  {tag}" if tag else "", style=style)
    for answer in given.answers:
        marks = fill * round((answer.people or 0) / each)
        text.append(f"\n{answer.answer:<9}{answer.text:>4} ", style="not bold")
        text.append(marks, style=f"not bold {style}")
    text.append(f"\n{given.asked_text}", style="not bold dim")
    return text


def _quote(quote: ShownQuote) -> Text:
    """Words in quotation marks are verbatim, others a paraphrase."""
    text = Text(f"\u201c{quote.text}\u201d" if quote.verbatim else quote.text)
    credit = ", ".join(part for part in (quote.person, quote.answer, *quote.marks, quote.name) if part)
    return text.append(f"  {credit}", style="dim")


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
