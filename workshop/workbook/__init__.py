"""The headless core: the shelf, and `Workbook` with every verb that the screens and the command line have."""

from workshop.workbook.book import Workbook
from workshop.workbook.capturing import Saved
from workshop.workbook.shelf import Shelf, ShelfEntry, create_workshop, home_folder, open_workshop

__all__ = ["Saved", "Shelf", "ShelfEntry", "Workbook", "create_workshop", "home_folder", "open_workshop"]
