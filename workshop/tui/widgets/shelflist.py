"""The workshops on the shelf, as a list."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo

from textual.content import Content
from textual.widgets.option_list import Option

from workshop.tui.quirks import RoomyOptionList
from workshop.workbook.catalogue import ShelfEntry


class ShelfList(RoomyOptionList):
    """Two lines a workshop: its title; what is in it and when it last changed. A third where it is kept for too long."""

    DEFAULT_CSS = """
    ShelfList {
        height: 1fr;
        scrollbar-size-vertical: 1;
        border: none;
        padding: 0 1;
        background: $background;
    }
    ShelfList:focus {
        border: none;
        background-tint: $foreground 0%;
    }
    ShelfList > .option-list--option {
        padding: 0 1;
    }
    """

    def show_all(self, entries: Sequence[ShelfEntry], now: datetime, zone: tzinfo) -> None:
        """Put these in place of what is there; the one that was chosen stays chosen."""
        chosen = self.highlighted_option.id if self.highlighted_option else None
        self.set_options(Option(describe(entry, now, zone), id=entry.name) for entry in entries)
        names = [entry.name for entry in entries]
        self.highlighted = names.index(chosen) if chosen in names else 0 if names else None


def describe(entry: ShelfEntry, now: datetime, zone: tzinfo) -> Content:
    """What the list says of one workshop."""
    if entry.trouble:
        return Content.assemble((entry.name, "bold"), "\n", (f"can't be read: {entry.trouble}", "$warning"), "\n")
    if entry.locked:
        return Content.assemble((entry.name, "bold"), "\n", ("locked with a passphrase", "$quiet"), "\n")
    parts = [(_several(entry.sessions, "session"), "$quiet"), (_several(entry.reflections, "remark"), "$quiet")]
    if entry.open_session:
        parts.append((f"{entry.open_session} is open", "bold $primary"))
    if entry.archived:
        parts.append(("in the archive", "$quiet"))
    if entry.changed:
        parts.append((f"changed {when(entry.changed, now, zone)}", "$quiet"))
    below = Content.styled("  ·  ", "$quiet").join(Content.styled(*part) for part in parts)
    overdue = f"to be deleted: it was to be kept until {_day(entry.keep_until)}\n" if entry.overdue and entry.keep_until else ""
    return Content.assemble((entry.title, "bold"), "\n", below, "\n", (overdue, "$warning"))


def when(instant: datetime, now: datetime, zone: tzinfo) -> str:
    """A moment that has been, as people say it: "today 14:05", "yesterday 9:30", "3 March 2026"."""
    there, today = instant.astimezone(zone), now.astimezone(zone).date()
    if there.date() == today:
        return f"today {there:%H:%M}"
    if there.date() == today - timedelta(days=1):
        return f"yesterday {there:%H:%M}"
    return _day(there)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _several(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count or 'no'} {what}s"
