"""The comparison: pure functions from records to findings, on the standard library alone."""
