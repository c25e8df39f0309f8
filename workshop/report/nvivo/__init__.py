"""A kit for NVivo beside the REFI-QDA project: what was said as Word files, what is known of people as sheets, and a guide to both."""
