"""Whatever was done, undoing all of it is the beginning."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbook.conftest import PLAN, Hands
from tests.workbook.undone import state, undo_all
from workshop.errors import WorkshopError
from workshop.model.planfile import parse_plan
from workshop.model.records import Consent, Session, Verb
from workshop.store.repository import Repository
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import create_workshop

Act = Callable[[Workbook, Session, int], object]
ACTS: dict[str, Act] = {
    "capture": lambda book, session, number: book.capture(session, f"{number % 4}: remark {number} #theme{number % 3}"),
    "go on": lambda book, session, number: book.capture(session, f"+ and {number}"),
    "edit": lambda book, _session, number: book.edit(f"R{number % 6 + 1}", f"edited {number}"),
    "consent": lambda book, session, number: book.set_consent(session, f"p{number % 3 + 1}", list(Consent)[number % 4]),
    "room": lambda book, session, number: book.set_room_consent(session, list(Consent)[number % 4]),
    "present": lambda book, session, number: book.set_present(session, {"parent": number}),
    "statement": lambda book, _session, number: book.add_statement(f"Statement {number}.", "parent", sources=["R1"] * (number % 2)),
    "rename": lambda book, _session, number: book.rename(f"Title {number}"),
    "start": lambda book, session, _number: book.act(session, Verb.START),
    "next": lambda book, session, _number: book.act(session, Verb.NEXT),
    "add": lambda book, session, number: book.act(session, Verb.ADD, seconds=60 + number),
    "edit a line": lambda book, _session, number: book.edit_line(
        f"R{number % 6 + 1}", f"{number % 4}: put otherwise {number} #theme{number % 5}"
    ),
    "code": lambda book, _session, number: book.code(f"R{number % 6 + 1}", f"theme{number % 4}"),
    "uncode": lambda book, _session, number: book.uncode(f"R{number % 6 + 1}", f"theme{number % 3}"),
    "merge": lambda book, _session, number: book.merge_themes(f"theme{number % 3}", f"theme{(number + 1) % 3}"),
    "retitle": lambda book, _session, number: book.rename_theme(f"theme{number % 3}", f"Other {number}"),
    "flag": lambda book, _session, number: book.flag(f"R{number % 6 + 1}"),
    "arrived": lambda book, session, number: book.arrived(session, "parent", number % 3 + 1),
    "attendance": lambda book, session, number: book.set_attendance(session, f"p{number % 3 + 1}", (0,) if number % 2 else None),
    "undo": lambda book, _session, _number: book.undo(),
}


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all examples."""
    return tmp_path_factory.mktemp("undo")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([*ACTS, "restart", "restart"]), st.integers(0, 30)), max_size=25))
def test_undoing_everything_is_the_beginning(scratch: Path, acts: list[tuple[str, int]]) -> None:
    """Whatever was done, undone and restarted in between, undoing until nothing is left brings back the beginning."""
    folder, hands = Path(tempfile.mkdtemp(dir=scratch)) / "book", Hands()
    book = create_workshop(folder, "Book", clock=hands)
    session = book.start_session(parse_plan(PLAN, "short"), "parents")
    beginning = state(book)
    for name, number in acts:
        hands.pass_(1)
        if name == "restart":
            book.close()
            book = Workbook(folder, Repository.open(folder), hands)
            continue
        with suppress(WorkshopError):  # a clock that isn't running can't go on: then nothing was done
            ACTS[name](book, session, number)
    undo_all(book)
    assert state(book) == beginning
    book.close()
