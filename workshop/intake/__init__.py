"""What comes in from other programs: files to checked rows, nothing stored."""
