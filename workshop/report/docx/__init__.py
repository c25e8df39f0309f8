"""The view as Word files: the full report, the summary, and "you said, we did"."""
