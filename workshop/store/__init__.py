"""TinyDB over append-only journals: the only importer of tinydb."""
