"""The way in: one funnel from every error to a line for a person and an exit code."""

import sys

from workshop.cli import main

if __name__ == "__main__":
    sys.exit(main())
