"""What became of a theme: every change of it, and what was merged into it, from the store's own history."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from workshop.model.merge import Merge
from workshop.model.records import Theme
from workshop.store.schema import Record, from_document
from workshop.workbook.codebook import Codebook


class ThemeEvent(NamedTuple):
    """One change, in words. `writer` is the random name under which one window wrote."""

    at: datetime
    writer: str
    what: str

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return {"at": self.at.isoformat(), "writer": self.writer, "what": self.what}


class ThemeHistory(Codebook):
    """The verb that looks back on a theme."""

    def theme_history(self, name: str) -> tuple[ThemeEvent, ...]:
        """All that was done to a theme and to those that are part of it now, oldest first. Raises WorkshopError."""
        theme = self.theme(name)
        into = self.repository.lens.into
        parts = [key for key, root in into.items() if root == theme.id]
        events = [event for key in (theme.id, *parts) for event in self._events_of_theme(key)]
        merges = self.repository.everything().merges.values()
        events += [event for each in merges if each.theme in parts for event in self._events_of_merge(each)]
        gone = (each for each in self.repository.deleted() if isinstance(each, Merge) and theme.id in (each.theme, each.into))
        events += [event for each in gone for event in self._events_of_merge(each)]
        return tuple(sorted(events, key=lambda event: event.at))

    def _events_of_theme(self, key: str) -> Iterator[ThemeEvent]:
        before: Theme | None = None
        for at, writer, record in self._versions("themes", key):
            now = record if isinstance(record, Theme) else None
            told = list(self._differences(before, now)) if now and before else [self._made(now)] if now else ["taken out of the codebook"]
            yield from (ThemeEvent(at, writer, what) for what in told)
            before = now or before

    def _events_of_merge(self, merge: Merge) -> Iterator[ThemeEvent]:
        for at, writer, record in self._versions("merges", merge.id):
            part, whole = self._title(merge.theme), self._title(record.into if isinstance(record, Merge) else merge.into)
            yield ThemeEvent(at, writer, f"{part} merged into {whole}" if record else f"the merge of {part} into {whole} taken back")

    def _versions(self, table: str, key: str) -> Iterator[tuple[datetime, str, Record | None]]:
        for version in self.repository.db.history(table, key):
            yield version.time, version.writer, None if version.document is None else from_document(table, key, version.document)

    def _made(self, theme: Theme) -> str:
        return f'"{theme.title}" {f"split from {self._title(theme.split_from)}" if theme.split_from else "added"}'

    def _differences(self, before: Theme, now: Theme) -> Iterator[str]:
        if before.title != now.title:
            yield f'"{before.title}" renamed "{now.title}"'
        if before.description != now.description:
            yield f'"{now.title}" described: {now.description or "(nothing)"}'
        if set(before.aliases) != set(now.aliases):
            yield f'"{now.title}" also called: {", ".join(now.aliases) or "(nothing else)"}'
        if before.parent != now.parent:
            yield f'"{now.title}" put under {self._title(now.parent) if now.parent else "no other"}'
        if before.lead_organisation != now.lead_organisation:
            yield f'"{now.title}" led by {now.lead_organisation or "nobody"}'
        if before.provisional != now.provisional:
            yield f'"{now.title}" {"made provisional" if now.provisional else "agreed"}'
        if before.priority != now.priority:
            yield f'"{now.title}" {"made a priority" if now.priority else "no priority any more"}'

    def _title(self, key: str) -> str:
        found = self.repository.get("themes", key)
        return f'"{found.title}"' if isinstance(found, Theme) else "a theme that is gone"
