"""Writers: the view to the files of each format (formats.py). None sees a record."""
