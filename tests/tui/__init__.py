"""The screens, driven by keys and read as plain text."""
