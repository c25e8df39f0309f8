"""A tour of every screen with made-up words, to be looked at as pictures: `.venv/bin/python -m tests.tui.tour FOLDER`."""
