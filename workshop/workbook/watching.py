"""The watch list: names that reports are searched for before they go out."""

from workshop.errors import WorkshopError
from workshop.model.watched import Watched, watched_id
from workshop.text import clean_line, fold
from workshop.workbook.desk import Desk


class Watching(Desk):
    """The verbs of the watch list."""

    def watch(self, name: str) -> Watched:
        """Put a name on the list; one that is on it stays, as it was typed first. Raises WorkshopError for none."""
        told = clean_line(name)
        if not told:
            raise WorkshopError("There is no name.", 'Give it in quotation marks, such as "Kiln Street".')
        made = Watched(id=watched_id(self.workshop.salt, told), name=told)
        if (found := self.records.watched.get(made.id)) is not None:
            return found
        self._do("a name on the watch list", made)
        return made

    def unwatch(self, name: str) -> None:
        """Take a name off the list, however it is spelt. Raises WorkshopError where it isn't on it."""
        found = self.records.watched.get(watched_id(self.workshop.salt, clean_line(name)))
        if found is None:
            raise WorkshopError("That name is not on the watch list.", "See: workshop watch WORKSHOP list")
        self._do("a name off the watch list", gone=(found,))

    def watched(self) -> tuple[str, ...]:
        """The names, in order."""
        return tuple(sorted((each.name for each in self.records.watched.values()), key=fold))
