"""Saving: whether it would succeed now."""

from workshop.store.writable import why_not
from workshop.workbook.desk import Desk


class Saving(Desk):
    """The verb that asks."""

    def why_not_saved(self) -> str:
        """Why nothing could be saved at this moment; "" where it seems that it could. Cheap; to be asked after `refresh`."""
        db = self.repository.db
        found = db.read_only or why_not(self.folder)
        if not found and any(each.file == str(self.folder) for each in db.damage):
            return f"another folder stands in the place of {self.folder}"
        return found
