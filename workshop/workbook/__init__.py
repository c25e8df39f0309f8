"""The headless core: the catalogue and the shelf, and `book.Workbook` with every verb that the screens and the command line have."""
