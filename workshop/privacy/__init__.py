"""The one gate out: turns a comparison and its records into the one view that a report may show."""
