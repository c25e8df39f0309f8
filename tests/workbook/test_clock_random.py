"""Random sessions through the Workbook's own verbs, in two windows: every window reads the same, and all can be undone."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workbook.conftest import PLAN, Hands
from workshop.errors import WorkshopError
from workshop.model.clock import Status
from workshop.model.planfile import parse_plan
from workshop.model.records import Session, Verb
from workshop.store.repository import Repository
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import create_workshop


class Act(NamedTuple):
    """Something done at a keyboard, so many seconds after the one before, in the first window or the second."""

    wait: int
    what: str
    seconds: int
    number: int
    second_window: bool


KEYS = (
    *("start", "next", "next", "back", "pause", "resume", "stop", "add", "backdate", "discount", "break", "end-break"),
    *("insert", "drop", "move", "retime", "catch-up", "ends-by", "turn", "undo", "end"),
)
acts = st.lists(
    st.builds(
        Act,
        wait=st.integers(1, 900),
        what=st.sampled_from(KEYS),
        seconds=st.integers(1, 1200),
        number=st.integers(0, 5),
        second_window=st.booleans(),
    ),
    min_size=1,
    max_size=20,
)


def do(book: Workbook, session: Session, act: Act) -> None:
    """Press it; what can't be done is refused."""
    simple = {"start": Verb.START, "next": Verb.NEXT, "back": Verb.BACK, "pause": Verb.PAUSE, "resume": Verb.RESUME, "end": Verb.END}
    deeds: dict[str, Callable[[], object]] = {
        "stop": lambda: book.act(session, Verb.STOP),
        "add": lambda: book.act(session, Verb.ADD, seconds=act.seconds - 600),
        "backdate": lambda: book.backdate(session, act.seconds),
        "discount": lambda: book.discount(session, act.seconds),
        "break": lambda: book.take_break(session, act.seconds / 60),
        "end-break": lambda: book.end_break(session),
        "insert": lambda: book.add_activity(session, "More", "reflect", act.seconds / 60, act.number),
        "drop": lambda: book.drop_activity(session, act.number),
        "move": lambda: book.move_activity(session, act.number, act.seconds % 6),
        "retime": lambda: book.retime_activity(session, act.number, act.seconds / 60),
        "catch-up": lambda: catch_up(book, session),
        "ends-by": lambda: book.set_ends_by(session, book.now()),
        "turn": lambda: book.turn(session, "3"),
        "undo": lambda: book.undo_clock(session),
    }
    with suppress(WorkshopError):
        if act.what in simple:
            book.act(session, simple[act.what])
        else:
            deeds[act.what]()


def catch_up(book: Workbook, session: Session) -> None:
    """Whatever is proposed is applied, and what it says comes true."""
    proposal = book.catch_up(session)
    if proposal is None or not proposal.changes:
        return
    before = book.status(session).projected_end
    book.apply_catch_up(session, proposal)
    after = book.status(session).projected_end
    assert after < before
    if proposal.fits:
        assert -1.01 <= (after - proposal.target).total_seconds() <= 15


def the_ledgers_add_up(status: Status) -> None:
    """clock.md, 2, to a tenth of a microsecond: minutes are divided by sixty on the way."""
    accounts = [activity.ledger for activity in status.activities]
    assert abs(sum(account.spent for account in accounts) + status.idle - status.span) < 1e-7
    assert all(min(account.active, account.paused, account.discounted, account.allotted) >= 0 for account in accounts)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts)
def test_two_windows_and_a_restart_read_the_same_and_all_is_undone(every: list[Act]) -> None:
    """The ledgers add up after every press in either window; from disk it is the same; the clock's undo goes back to the beginning."""
    hands = Hands()
    with TemporaryDirectory() as folder:
        one = create_workshop(Path(folder) / "book", "Book", clock=hands)
        session = one.start_session(parse_plan(PLAN, "short"), "parent")
        two = Workbook(one.folder, Repository.open(one.folder), hands)
        beginning = one.clock(session).state
        try:
            for act in every:
                hands.pass_(act.wait / 60)
                one.refresh()
                two.refresh()
                do(two if act.second_window else one, session, act)
                one.refresh()
                two.refresh()
                assert one.status(session) == two.status(session)
                the_ledgers_add_up(one.status(session))
            with Workbook(one.folder, Repository.open(one.folder), hands) as again:
                assert again.status(session) == one.status(session)
                assert again.timings(session) == one.timings(session)
                while again.clock(session).undoes:
                    again.undo_clock(session)
                assert again.clock(session).state == beginning
        finally:
            one.close()
            two.close()
