"""What the Themes screen shows: the remarks that are looked for, and the codebook with what is filed where."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from workshop.model.perspective import NOTE_TAKER, UNKNOWN, plural_of
from workshop.model.plan import Activity
from workshop.model.records import Records, Reflection, Theme
from workshop.model.search import Filter
from workshop.text import fold
from workshop.tui.remarks import marks_of
from workshop.tui.widgets.reflections import RemarkRow
from workshop.tui.widgets.themelist import ThemeRow
from workshop.workbook.book import Workbook


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which remarks: those that a filter finds, or (a reference) those that share words with one."""

    filter: Filter = field(default_factory=lambda: Filter(unsorted=True))
    like: str = ""


@dataclass(frozen=True, slots=True)
class CodedView:
    """`found` are ids, in order; `of_all` how many remarks there are; `filed` the themes (ids) of each remark that has any.

    `lanes` are those of the one activity that was asked for, none where several were, or none.
    """

    book: Workbook
    records: Records
    wanted: Wanted
    found: tuple[str, ...]
    of_all: int
    themes: tuple[ThemeRow, ...]
    filed: Mapping[str, tuple[str, ...]]
    lanes: tuple[str, ...]

    def row(self, remark: str) -> RemarkRow | None:
        """One remark as a list shows it, None where it has gone."""
        found = self.records.reflections.get(remark)
        return None if found is None else remark_row(self.book, found, self.records, self.filed.get(remark, ()))

    def in_lane(self, lane: str) -> tuple[str, ...]:
        """Those found that stand in this lane; in "" those that stand in none."""
        return tuple(each for each in self.found if fold(self.records.reflections[each].lane) == fold(lane))

    def title(self, theme: str) -> str:
        """The title of a theme."""
        found = self.records.themes.get(theme)
        return found.title if found else ""


def look(book: Workbook, wanted: Wanted) -> CodedView:
    """Look for these remarks, in one pass over all of them: for a thread. Raises WorkshopError for what is asked for and not there."""
    records = book.records
    found = book.similar_to(wanted.like) if wanted.like else book.search(wanted.filter)
    filed = _filed(records)
    return CodedView(
        book=book,
        records=records,
        wanted=wanted,
        found=tuple(each.id for each in found),
        of_all=len(records.reflections),
        themes=theme_rows(book.themes(), _counts(records, filed)),
        filed=filed,
        lanes=_lanes(book, wanted, found),
    )


def theme_rows(themes: Sequence[Theme], counts: Mapping[str, Mapping[str, int]]) -> tuple[ThemeRow, ...]:
    """The codebook as it is listed: each theme below its parent, numbered from top to bottom."""
    known = {theme.id for theme in themes}
    below: dict[str, list[Theme]] = defaultdict(list)
    for theme in themes:
        below[theme.parent if theme.parent in known and theme.parent else ""].append(theme)
    rows: list[ThemeRow] = []

    def add(theme: Theme, depth: int) -> None:
        if any(row.id == theme.id for row in rows):
            return
        rows.append(
            ThemeRow(
                id=theme.id,
                number=len(rows) + 1,
                title=theme.title,
                aliases=theme.aliases,
                depth=depth,
                provisional=theme.provisional,
                counts=counts.get(theme.id, {}),
            )
        )
        for child in below[theme.id]:
            add(child, depth + 1)

    # Two laptops may have put two themes under each other: what no top leads to is listed all the same.
    for theme in (*below[""], *themes):
        add(theme, 0)
    return tuple(rows)


def remark_row(book: Workbook, reflection: Reflection, records: Records, filed: Sequence[str]) -> RemarkRow:
    """One remark; its group in words where nobody is named."""
    person = records.participants.get(reflection.participant or "")
    group = {NOTE_TAKER: "notes", UNKNOWN: "nobody named"}.get(reflection.perspective) or plural_of(reflection.perspective)
    return RemarkRow(
        id=reflection.id,
        ref=book.ref(reflection),
        speaker=f"{person.code} {person.perspective}" if person else group,
        perspective=person.perspective if person else reflection.perspective,
        text=reflection.text,
        verbatim=reflection.verbatim,
        unfinished=reflection.unfinished,
        highlight=reflection.highlight,
        themes=tuple(records.themes[theme].title for theme in filed if theme in records.themes),
        marks=marks_of(reflection),
    )


def _filed(records: Records) -> dict[str, tuple[str, ...]]:
    """The note-taker's themes of each remark; a second coder's are not shown here."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for coding in records.codings.values():
        if not coding.coder and coding.theme:
            found[coding.reflection][coding.theme] = None
    return {remark: tuple(themes) for remark, themes in found.items()}


def _counts(records: Records, filed: Mapping[str, Sequence[str]]) -> dict[str, Counter[str]]:
    """How many remarks of each perspective each theme has."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    people, remarks = records.participants, records.reflections
    for key, themes in filed.items():
        remark = remarks.get(key)
        if remark is not None:
            person = people.get(remark.participant or "")
            for theme in themes:
                counts[theme][person.perspective if person else remark.perspective] += 1
    return counts


def _lanes(book: Workbook, wanted: Wanted, found: Sequence[Reflection]) -> tuple[str, ...]:
    """The lanes of the activity that the filter names, if all that was found belongs to one."""
    if wanted.like or not wanted.filter.activity:
        return ()
    places = {(each.session, each.activity) for each in found}
    sessions = book.records.sessions
    blocks: list[Activity] = [
        book.activities(sessions[session])[activity]
        for session, activity in places
        if activity is not None and session in sessions and activity < len(book.activities(sessions[session]))
    ]
    lanes = {block.lanes for block in blocks}
    return lanes.pop() if len(lanes) == 1 else ()


def matching(typed: str, rows: Sequence[ThemeRow]) -> ThemeRow | None:
    """The theme that is meant by its number, or by the beginning of its title, of an alias, of a word in them, or a part of one."""
    wanted = fold(typed)
    if not wanted:
        return None
    if wanted.isdecimal() and len(wanted) < len(str(len(rows))) + 1:
        by_number = next((row for row in rows if row.number == int(wanted)), None)
        if by_number is not None:
            return by_number
    ways: tuple[Callable[[str], bool], ...] = (
        lambda name: name.startswith(wanted),
        lambda name: f" {wanted}" in name,
        lambda name: wanted in name,
    )
    names = [(row, (fold(row.title), *map(fold, row.aliases))) for row in rows]
    return next((row for fits in ways for row, called in names if any(map(fits, called))), None)
