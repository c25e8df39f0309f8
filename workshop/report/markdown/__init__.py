"""The view as one Markdown file: the whole report as text that any editor opens, and any wiki shows."""
