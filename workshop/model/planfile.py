"""`parse_plan`: a plan's TOML text to a `Plan`, or every fault in it at once, each with its line."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from workshop.errors import WorkshopError
from workshop.model import planvalues as values
from workshop.model.faultwords import nearest, shortened
from workshop.model.plan import Activity, Card, Plan
from workshop.model.tomlplaces import Place
from workshop.model.tomlread import MOST_FAULTS, Reading, read_toml
from workshop.text import clean

Reader = Callable[[object, values.Complain], Any]

_PLAN: Mapping[str, Reader] = {
    "title": values.one_line,
    "heading": values.one_line,
    "purpose": values.prose,
    "perspectives": values.perspective_names,
    "welcome": values.prose,
    "source": values.prose,
    "people": values.prose,
    "contact": values.prose,
    "materials": values.texts,
    "show_time": values.yes_or_no,
    "private": values.yes_or_no,
    "leads_to": values.one_line,
}
_ACTIVITY: Mapping[str, Reader] = {
    "title": values.one_line,
    "kind": values.kind,
    "minutes": values.minutes,
    "prompt": values.prose,
    "lanes": values.texts,
    "notes": values.prose,
    "protected": values.yes_or_no,
    "optional": values.yes_or_no,
    "minimum": values.minutes_or_none,
    "starts_at": values.time_of_day,
    "ends_by": values.time_of_day,
    "turns": values.minutes,
    "bell": values.yes_or_no,
    "auto_advance": values.yes_or_no,
    "themes": values.texts,
    "statements": values.texts,
    "pictures": values.texts,
    "scale": values.scale,
    "dots": values.whole_number,
    "ranks": values.whole_number,
    "budget": values.whole_number,
    "materials": values.texts,
    "show_time": values.yes_or_no,
    "contested": values.yes_or_no,
    "artworks": values.yes_or_no,
    "words": values.yes_or_no,
}
_CARD: Mapping[str, Reader] = {"title": values.one_line, "text": values.prose}
_TABLES = ("activity", "cards")
"""The keys of a plan that stand in double brackets."""
_ELSEWHERE = (
    ((*_PLAN, *_TABLES), "it belongs to the whole plan, above the first [[activity]]"),
    (_ACTIVITY, "it belongs to an activity, below its [[activity]]"),
    (_CARD, "it belongs to a card, below its [[cards]]"),
)
"""TOML gives every key to the header above it: the commonest slip is a right key in the wrong place."""

_NO_ACTIVITY = "there is no [[activity]] in this plan"


def parse_plan(text: str, name: str, filename: str = "") -> Plan:
    """The plan in a TOML text. `name` is the plan's own, `filename` (NAME.toml if not given) what its faults are said of.

    A plan with faults raises one WorkshopError whose `lines` hold them all in the order of the text:
    `plan.toml:10: activity 2 ("Small groups"): unknown key "minuets", did you mean "minutes"?`
    """
    text = _source(text)
    reading = read_toml(text)
    checker = _Checker(reading)
    fields = checker.plan() if reading.whole else {}
    faults = sorted([*checker.broken(), *checker.faults], key=lambda fault: fault[0])
    if faults:
        raise _refused(filename or f"{name}.toml", faults, cut_short=len(reading.broken) >= MOST_FAULTS)
    activities = tuple(Activity(**each) for each in fields.pop("activity"))
    cards = tuple(Card(**each) for each in fields.pop("cards"))
    return Plan(name=name, activities=activities, cards=cards, text=text, **fields)


def _refused(filename: str, faults: Sequence[tuple[int, str]], *, cut_short: bool) -> WorkshopError:
    filename = shortened(filename)
    lines = [f"{filename}:{line}: {words}" for line, words in faults]
    if cut_short:
        lines.append(f"{filename}: and more; is this a plan at all?")
    count = "one thing" if len(faults) == 1 else f"{len(faults)} things"
    return WorkshopError(f"This plan can't be run yet: {count} to put right.", lines=tuple(lines))


def decode_plan(content: bytes, filename: str) -> str:
    """The text of a plan's file; a WorkshopError with the line at fault where it isn't UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        shown = shortened(filename)
        raise WorkshopError(
            f"{shown} can't be read:",
            cure="Open it in a text editor and save it again with the encoding UTF-8.",
            lines=(f"{shown}:{line}: this is not UTF-8 text (byte {content[error.start]:#04x})",),
        ) from error


def _source(text: str) -> str:
    """The text without what TOML can't hold, its lines kept: what `clean` makes a newline of becomes a space within its line."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(clean(line).replace("\n", " ") for line in lines)


class _Checker:
    """Reads the tables of a plan, and keeps every fault on the way as (line, words)."""

    def __init__(self, reading: Reading) -> None:
        self.faults: list[tuple[int, str]] = []
        self._reading = reading

    def broken(self) -> Iterator[tuple[int, str]]:
        """The lines that are not TOML, each with the activity that it stands in."""
        for broken, words in self._reading.broken.items():
            inside = [place for place, line in self._reading.lines.items() if line <= broken and place[0] in _TABLES and len(place) > 1]
            yield broken, self._named(max(inside, key=self._reading.lines.__getitem__, default=())) + words

    def plan(self) -> dict[str, Any]:
        """The fields of the plan, those of its activities and cards as mappings; of use only where no fault was found."""
        fields = self._table((), self._reading.values, _PLAN, required=("title", "activity"), beside=_TABLES)
        fields["activity"] = [self._activity(place, table) for place, table in self._tables("activity")]
        fields["cards"] = [self._table(place, table, _CARD, required=("title", "text")) for place, table in self._tables("cards")]
        if self._reading.values.get("activity") == []:
            self._fault(("activity",), _NO_ACTIVITY)
        return fields

    def _tables(self, key: str) -> Iterator[tuple[Place, dict[str, Any]]]:
        """The tables under a key that stands in double brackets."""
        found = self._reading.values.get(key, [])
        if isinstance(found, list) and all(isinstance(table, dict) for table in found):
            for index, table in enumerate(found):
                yield (key, index), table
        elif not self._is_broken((key,)):
            self._fault((key,), f'"{key}" stands in two pairs of brackets on a line of its own: [[{key}]]')

    def _activity(self, place: Place, table: dict[str, Any]) -> dict[str, Any]:
        fields = self._table(place, table, _ACTIVITY, required=("title", "kind", "minutes"))
        planned = fields.get("minutes")
        for key in ("minimum", "turns"):
            part = fields.get(key)
            if planned is not None and part is not None and part > planned:
                self._fault((*place, key), f'"{key}" ({part:g}) is more than "minutes" ({planned:g})')
        return fields

    def _table(
        self, place: Place, table: Mapping[str, Any], readers: Mapping[str, Reader], required: Sequence[str], beside: Sequence[str] = ()
    ) -> dict[str, Any]:
        """The fields of one table that could be read."""
        fields: dict[str, Any] = {}
        missing = [key for key in required if key not in table]
        for key, value in table.items():
            if key in readers:
                self._field(fields, (*place, key), value, readers[key])
            elif key not in beside:
                near = self._unknown(place, key, [*readers, *beside])
                missing = [key for key in missing if key != near]  # one slip of the pen is one fault
        for key in missing:
            self._fault(place, _NO_ACTIVITY if key == "activity" else f'"{key}" is missing')
        return fields

    def _field(self, fields: dict[str, Any], place: Place, value: object, read: Reader) -> None:
        """Read one value into `fields`, unless something is wrong with it."""
        if self._is_broken(place):
            return
        before = len(self.faults)
        found = read(value, lambda message, *below: self._fault((*place, *below), f'"{place[-1]}" {message}'))
        if len(self.faults) == before:
            fields[str(place[-1])] = found

    def _unknown(self, place: Place, key: str, known: list[str]) -> str:
        """Note a key that is not known here; the known one that was meant, as far as can be told."""
        near = nearest(key, known)
        where = next((words for keys, words in _ELSEWHERE if key in keys), "")
        hint = f": {where}" if where else f', did you mean "{near}"?' if near else ""
        self._fault((*place, key), f'unknown key "{shortened(key)}"{hint}')
        return near

    def _is_broken(self, place: Place) -> bool:
        return self._reading.lines.get(place) in self._reading.broken

    def _fault(self, place: Place, words: str) -> None:
        lines = self._reading.lines
        line = next((lines[place[:length]] for length in range(len(place), 0, -1) if place[:length] in lines), 1)
        self.faults.append((line, self._named(place) + words))

    def _named(self, place: Place) -> str:
        """`activity 2 ("Small groups"): ` for a place inside one."""
        match place:
            case ("activity" | "cards" as key, int(index), *_):
                table = self._reading.values[key][index]
                title = table.get("title") if isinstance(table, dict) else None
                called = f' ("{shortened(title)}")' if isinstance(title, str) and shortened(title) else ""
                return f"{key.removesuffix('s')} {index + 1}{called}: "
        return ""
