"""A window that will be killed: `python -m tests.workbook.killed_clock FOLDER WALL BOOT` runs a session, says so, and waits."""

import sys
import time
from datetime import datetime
from pathlib import Path

from tests.workbook.conftest import PLAN, Hands
from workshop.model.planfile import parse_plan
from workshop.model.records import Verb
from workshop.workbook.shelf import create_workshop

if __name__ == "__main__":
    hands = Hands(datetime.fromisoformat(sys.argv[2]), float(sys.argv[3]))
    book = create_workshop(Path(sys.argv[1]), "Book", clock=hands)
    session = book.start_session(parse_plan(PLAN, "short"), "parent")
    book.act(session, Verb.START)
    hands.pass_(8)
    book.capture(session, "3: it costs")
    print("on disk", flush=True)
    time.sleep(60)
