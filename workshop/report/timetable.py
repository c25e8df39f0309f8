"""A plan's timetable on paper, as markdown and as one self-contained page: for whoever leads, or to hang up in the room."""

import re
from enum import StrEnum

from jinja2 import Environment, PackageLoader, StrictUndefined

from workshop.model.duration import spoken
from workshop.model.plan import Card
from workshop.model.timetable import Slot, Timetable

_MARKS = re.compile(r"([\\`*_\[\]<>|#~])")
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


class Readers(StrEnum):
    """Whom it is for: the facilitator gets everything, the room times and prompts."""

    FACILITATOR = "facilitator"
    ROOM = "room"


def timetable_html(table: Timetable, readers: Readers) -> str:
    """The page: no script, nothing fetched, made to be printed on A4."""
    environment = Environment(
        loader=PackageLoader("workshop.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    page = environment.get_template("timetable.html")
    return page.render(table=table, plan=table.plan, facilitator=readers is Readers.FACILITATOR, length=_length(table), minutes=_minutes)


def timetable_markdown(table: Timetable, readers: Readers) -> str:
    """The same as text."""
    lines = _for_facilitator(table) if readers is Readers.FACILITATOR else _for_room(table)
    return "\n".join(lines).rstrip() + "\n"


def _for_room(table: Timetable) -> list[str]:
    when = f"{table.slots[0].begins} to {table.ends}" if table.timed else _length(table)
    lines = [f"# {_plain(table.plan.title)}", "", when, ""]
    for slot in table.slots:
        time = slot.begins if table.timed else f"{_minutes(slot.activity.minutes)} min"
        lines += [f"## {time}: {_plain(slot.activity.title)}", "", *_paragraph(slot.activity.prompt)]
    return lines


def _for_facilitator(table: Timetable) -> list[str]:
    plan = table.plan
    lines = [f"# {_plain(plan.title)}", "", *_paragraph(plan.purpose)]
    facts = (("How long", _length(table)), ("For", plan.people), ("Source", plan.source), ("Contact", plan.contact))
    lines += [f"- **{name}:** {_plain(' '.join(fact.split()))}" for name, fact in facts if fact]
    lines += ["", "| time | activity | minutes | |", "|---|---|---|---|"]
    lines += [_row(slot) for slot in table.slots]
    lines += [f"| {table.ends} | end | | |", ""]
    if table.brings:
        lines += ["## To bring", "", *(f"- [ ] {_plain(need)}" for need in table.brings), ""]
    if plan.welcome:
        lines += ["## To begin with, say", "", *_quoted(plan.welcome)]
    for slot in table.slots:
        lines += _activity(slot)
    for card in plan.cards:
        lines += _card(card)
    return lines


def _row(slot: Slot) -> str:
    remarks = ", ".join(_plain(each) for each in slot.fixed)
    return f"| {slot.begins} | {slot.number}. {_plain(slot.activity.title)} | {_minutes(slot.activity.minutes)} | {remarks} |"


def _activity(slot: Slot) -> list[str]:
    activity = slot.activity
    head = f"## {slot.begins} to {slot.ends}: {slot.number}. {_plain(activity.title)}"
    facts = [f"{_minutes(activity.minutes)} min", *slot.fixed, *([slot.learned] if slot.learned else [])]
    lines = [head, "", f"{_plain(', '.join(facts))}.", "", *(_quoted(activity.prompt) if activity.prompt else ())]
    lines += _paragraph(activity.notes)
    for name, several in (("Needs", slot.needs), ("Statements", activity.statements)):
        if several:
            lines += [f"{name}:", "", *(f"- {_plain(each)}" for each in several), ""]
    return lines


def _card(card: Card) -> list[str]:
    return [f"## Card: {_plain(card.title)}", "", *_quoted(card.text)]


def _quoted(text: str) -> list[str]:
    """What is said to the room."""
    return [*(f"> {line}".rstrip() for line in _broken(text)), ""]


def _paragraph(text: str) -> list[str]:
    return [*_broken(text), ""] if text else []


def _broken(text: str) -> list[str]:
    """The lines of a text, each but the last of its paragraph with the mark of a line break."""
    lines = [_plain(line) if line.strip() else "" for line in text.splitlines()]
    return [f"{line}\\" if line and after else line for line, after in zip(lines, [*lines[1:], ""], strict=True)]


def _plain(text: str) -> str:
    """The text without what markdown would read as a mark."""
    return _LIST.sub(r"\1\\\2", _MARKS.sub(r"\\\1", text))


def _length(table: Timetable) -> str:
    return spoken(table.plan.minutes * 60)


def _minutes(minutes: float) -> str:
    return f"{minutes:g}"
