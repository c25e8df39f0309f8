"""The ready-made sessions, as words and as they run."""
