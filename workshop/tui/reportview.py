"""A report that is to be written, as a list of what there is to choose, and in words what it will show and keep back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.content import Content

from workshop.clocks import local_zone
from workshop.errors import WorkshopError
from workshop.model.export import Export
from workshop.model.perspective import plural_of
from workshop.tui.compared import Scope
from workshop.tui.keys import key_name, naming_keys
from workshop.tui.saying import on_screen
from workshop.tui.widgets.choicelist import ChoiceRow
from workshop.tui.widgets.laidout import BULLET
from workshop.workbook.book import Workbook
from workshop.workbook.disclosing import Disclosure
from workshop.workbook.exporting import Choices, read_template
from workshop.workbook.publishing import LIMITS, Audience, Doubt

AUDIENCE, WHOSE, PART, SMALL, CHECK = "audience", "whose", "part", "small", "check"
FORMATS, TEMPLATE, CASES, ORDER, FOLDER = "formats", "template", "case_codes", "speaking_order", "folder"
WRITE = "write"
"""What a row of the list is about: its id."""
CHOOSE = "(choose)"
TAKEN_BACK = "If nobody has the earlier copy any more, {report.earlier} says so."
SEE_ABOVE = "Nothing is written yet: it says above why."
WHO: Mapping[str, str] = {
    Audience.WORKING: "those who ran it; not for passing on",
    Audience.PARTICIPANTS: "a group that took part, to check it",
    Audience.RESEARCH: "an archive; only who agreed to that",
    Audience.PUBLISHED: "everybody; roles only, each flag answered",
}
"""Whom each audience is made of."""
SMALLEST = (3, 5, 10)
YES_NO = {True: "yes", False: "no"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was chosen. `part` is whether it is of the part that was compared, and not of all; `folder` "" is one of its own."""

    audience: str = Audience.WORKING.value
    group: str = ""
    small: int = SMALLEST[0]
    part: bool = True
    formats: tuple[str, ...] = ("html",)
    template: Path | None = None
    case_codes: bool = False
    speaking_order: bool = False
    folder: str = ""

    @property
    def whose(self) -> Audience:
        """Who it is for."""
        return Audience(self.audience)

    @property
    def for_group(self) -> str:
        """The group whose copy it is, where it is one group's."""
        return self.group if self.whose is Audience.PARTICIPANTS else ""

    def scope(self, compared: Scope) -> Scope:
        """What it is of."""
        return compared if self.part else Scope()

    def takes(self, book: Workbook, choice: str) -> bool:
        """Whether a format that is ticked asks for this choice."""
        return any(choice in book.formats[name].takes for name in self.formats if name in book.formats)

    def choices(self) -> Choices:
        """What was chosen about the files. Raises WorkshopError where the template can't be read."""
        template = read_template(self.template)[0] if self.template is not None else None
        return Choices(template=template, case_codes=self.case_codes, speaking_order=self.speaking_order)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What is known of it before it is written: what it will show (None: `why_not`), and what was flagged in it."""

    disclosure: Disclosure | None = None
    why_not: str = ""
    flags: Sequence[Doubt] = ()

    @property
    def left(self) -> int:
        """So many flags have no answer."""
        return sum(flag.open for flag in self.flags)


def outlook(book: Workbook, wanted: Wanted, compared: Scope) -> Outlook:
    """Work it out: a second for thousands of remarks."""
    if wanted.whose is Audience.PARTICIPANTS and not wanted.group:
        return Outlook(why_not="A copy for participants has one group\u2019s own words: choose whose it is.")
    scope = wanted.scope(compared)
    try:
        found = book.disclosure(
            wanted.audience,
            scope.between,
            sessions=scope.sessions,
            lane=scope.lane,
            themes=scope.themes,
            small=wanted.small,
            group=wanted.for_group,
        )
    except WorkshopError as fault:
        return Outlook(why_not=fault.message if "--" in fault.cure else on_screen(fault))
    return Outlook(disclosure=found, flags=book.flags(wanted.audience, wanted.for_group))


def report_rows(book: Workbook, wanted: Wanted, known: Outlook, part: str, folder: str) -> tuple[ChoiceRow, ...]:
    """What there is to choose; `part` says in words what was compared, "" for all of it, and `folder` where the files will be."""
    return tuple(_rows(book, wanted, known, part, folder))


def _rows(book: Workbook, wanted: Wanted, known: Outlook, part: str, folder: str) -> Iterator[ChoiceRow]:
    yield ChoiceRow(id=WRITE, name="write it now", value=", ".join(wanted.formats), more="as it is chosen below")
    yield ChoiceRow(id=AUDIENCE, name="for whom", value=wanted.audience, more=WHO[wanted.audience])
    if wanted.whose is Audience.PARTICIPANTS:
        value = plural_of(wanted.group) if wanted.group else CHOOSE
        yield ChoiceRow(id=WHOSE, name="whose copy", value=value, more="their words are in it", lacks=not wanted.group)
    if part:
        yield ChoiceRow(id=PART, name="of what", value="the part compared" if wanted.part else "all of it", more=part)
    if wanted.whose.hides_small_numbers:
        yield ChoiceRow(id=SMALL, name="hidden numbers", value=f"below {wanted.small}", more="counts of people")
    if wanted.whose.is_checked:
        yield _check_row(known)
    yield ChoiceRow(
        id=FORMATS,
        name="formats",
        value=", ".join(wanted.formats) or CHOOSE,
        more=book.formats[wanted.formats[0]].purpose if len(wanted.formats) == 1 else "",
        lacks=not wanted.formats,
    )
    if wanted.takes(book, TEMPLATE):
        value = wanted.template.name if wanted.template else "none"
        yield ChoiceRow(id=TEMPLATE, name="Word template", value=value, more="a Word file whose styles, header and footer are taken")
    if wanted.takes(book, CASES):
        yield ChoiceRow(id=CASES, name="people as codes", value=YES_NO[wanted.case_codes], more="qdpx: over all that each said")
    if wanted.takes(book, ORDER):
        yield ChoiceRow(id=ORDER, name="one text a session", value=YES_NO[wanted.speaking_order], more="qdpx: not one for each person")
    yield ChoiceRow(id=FOLDER, name="where to", value=folder or CHOOSE, lacks=not folder)


def _check_row(known: Outlook) -> ChoiceRow:
    if known.disclosure is None:
        value = "not known yet"
    elif known.left:
        value = f"{known.left} of {len(known.flags)} to answer"
    else:
        value = f"{len(known.flags)} answered" if known.flags else "nothing was flagged"
    return ChoiceRow(id=CHECK, name="to be checked", value=value, more="what may point at somebody", lacks=known.left > 0)


def why_not_yet(wanted: Wanted, known: Outlook, folder: str) -> str:
    """What has to be done before it can be written, "" where nothing has."""
    if known.disclosure is None:
        return SEE_ABOVE
    if known.disclosure.refused:
        return f"{known.disclosure.refused} {naming_keys(TAKEN_BACK)}"
    if known.left:
        return f"{known.left} {'flags have' if known.left > 1 else 'flag has'} no answer yet: {key_name('report.check')} looks at them."
    if not wanted.formats:
        return "No format is ticked."
    return "" if folder else "Say in which folder: the workshop is locked, and a report is in clear."


def outlook_words(wanted: Wanted, known: Outlook) -> list[Content]:
    """What it will show, and keep back, and why: a paragraph each."""
    if known.disclosure is None:
        return [Content(known.why_not)]
    lines = [Content.styled(LIMITS, "$warning"), Content("")] if wanted.whose.is_checked else []
    lines += [Content.styled("It will show", "bold"), *map(_point, known.disclosure.shown)]
    earlier = known.disclosure.earlier
    lines += [Content.styled("It will keep back", "bold"), *(_point(each) for each in known.disclosure.hidden if each not in earlier)]
    told = [*earlier, naming_keys(TAKEN_BACK)] if earlier else []
    return [*(Content.styled(each, "$warning") for each in told), *([Content("")] if told else []), *lines]


def written_words(written: Sequence[Path], stays: bool) -> list[Content]:
    """The files that were written, a paragraph each; `stays` where all else here goes when it is left."""
    folder = f"{written[0].parent}{' (it stays when you leave)' if stays else ''}"
    return [Content.styled("Written", "bold"), *(_point(path.name) for path in written), Content.assemble("in ", folder), Content("")]


def when_and_where(export: Export) -> str:
    """When a report was written, and in which folder."""
    return f"{export.at.astimezone(local_zone()):%d %b %Y %H:%M}, {export.folder}"


def _point(words: str) -> Content:
    return Content(f"{BULLET}{words}")
