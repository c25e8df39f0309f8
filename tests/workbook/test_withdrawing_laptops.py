"""Withdrawal on several laptops: copies made before, journals put side by side by hand, and laptops that had not heard of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workbook.conftest import Hands
from tests.workbook.laptops import copied, files_with, opened, side_by_side
from workshop.model.plan import Plan
from workshop.model.records import Consent, Session
from workshop.workbook.book import Workbook

SAID = ("heating stayed off", "sister lent us", "Corner Playgroup")


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """A parents' session: R1 and R3 are p3's, R2 is p5's."""
    made = book.start_session(plan, "parents")
    book.capture(made, '3: "the heating stayed off all winter" #heating')
    book.capture(made, "5: the bus is late #buses")
    book.capture(made, "3: my sister lent us what she had #family")
    book.describe_participant(made, "p3", organisation="Corner Playgroup")
    return made


@pytest.fixture
def far(book: Workbook, session: Session, hands: Hands) -> Iterator[Workbook]:
    """The second laptop: a copy made before anything was withdrawn, open."""
    made = opened(copied(book.folder, "far"), hands)
    yield made
    made.close()


def texts(book: Workbook) -> dict[str, str]:
    """All remarks, by what they are called."""
    return {book.ref(each): each.text for each in book.records.reflections.values()}


def merged(one: Path, other: Path) -> None:
    """Both folders have all journals of both."""
    side_by_side(one, other)
    side_by_side(other, one)


def test_after_merging_neither_folder_holds_the_words(book: Workbook, far: Workbook, hands: Hands) -> None:
    """The copy made before, merged in both directions and opened: no file of either holds a word, and both say the same."""
    far.capture(far.session("S1"), "5: and dear")
    far.close()
    book.withdraw(book.withdrawal("p3"))
    book.close()
    merged(book.folder, far.folder)
    assert files_with(book.folder, *SAID)
    for folder in (book.folder, far.folder):
        again = opened(folder, hands)
        assert texts(again) == {"R2": "the bus is late", "R4": "and dear"}
        assert sorted(each.number for each in again.records.tombstones.values()) == [1, 3]
        assert again.withdrawals_pending == ()
        again.close()
        assert files_with(folder, *SAID) == []


def test_an_open_laptop_hears_of_it(book: Workbook, far: Workbook) -> None:
    """The second laptop is open while the journals arrive: with its next look the words are gone there."""
    book.withdraw(book.withdrawal("p3"))
    side_by_side(book.folder, far.folder)
    assert far.refresh()
    assert texts(far) == {"R2": "the bus is late"}
    assert files_with(far.folder, *SAID) == []


def test_an_old_copy_brings_nothing_back(book: Workbook, far: Workbook, hands: Hands) -> None:
    """Merged again and again from a copy that was never opened since, under the same names: the words are wiped as often as they come."""
    far.close()
    old = copied(far.folder, "old")
    book.withdraw(book.withdrawal("p3"))
    for _ in range(3):
        side_by_side(old, book.folder)
        assert files_with(book.folder, *SAID)
        book.refresh()
        assert texts(book) == {"R2": "the bus is late"}
        assert files_with(book.folder, *SAID) == []
        book.refresh()  # an open window looks several times a second, and so sees that the file was gone


def test_what_was_changed_elsewhere_goes_too(book: Workbook, far: Workbook) -> None:
    """A remark edited, highlighted or gone on with on the second laptop after the withdrawal: an erasure beats an edit."""
    book.withdraw(book.withdrawal("p3"))
    far.edit("R1", "the heating stayed off until March")
    far.describe_participant(far.session("S1"), "p3", organisation="Corner Playgroup, mornings")
    far.capture(far.session("S1"), "+ and more")
    merged(book.folder, far.folder)
    for each in (book, far):
        each.refresh()
        assert texts(each) == {"R2": "the bus is late"}
    assert (files_with(book.folder, *SAID), files_with(far.folder, *SAID)) == ([], [])


def test_late_remarks_from_before_the_withdrawal_go(book: Workbook, far: Workbook, hands: Hands) -> None:
    """What p3 said on the second laptop before withdrawing on the first, an undone remark too, and a statement built there of R1 since."""
    session = far.session("S1")
    far.capture(session, "3: my sister lent us nothing in the end #family")
    far.capture(session, "3: the heating stayed off at hers too")
    far.undo()
    book.withdraw(book.withdrawal("p3"))
    far.add_statement("Families sit in the cold.", "parent", sources=["R1"])
    merged(book.folder, far.folder)
    for each in (book, far):
        each.refresh()
    for each in (book, far):
        each.refresh()
        assert texts(each) == {"R2": "the bus is late"}
        assert each.records.statements == {}
        assert files_with(each.folder, *SAID, "sit in the cold") == []
        assert len([stone for stone in each.records.tombstones.values() if stone.table == "reflections"]) == 3


def test_what_is_said_after_the_withdrawal_stays(book: Workbook, far: Workbook) -> None:
    """The second laptop has not heard of it, and p3 speaks again there: that stays, p3 is named again on both, and has to be asked."""
    book.withdraw(book.withdrawal("p3"))
    far.capture(far.session("S1"), "3: I have thought about it")
    merged(book.folder, far.folder)
    book.refresh()
    far.refresh()
    for each in (book, far):
        assert texts(each) == {"R2": "the bus is late", "R4": "I have thought about it"}
        said = each.reflection("R4")
        person = each.records.participants[said.participant or ""]
        assert (person.code, person.organisation, person.consent) == ("p3", "", Consent.NONE)
        assert files_with(each.folder, *SAID) == []
    merged(book.folder, far.folder)
    for each in (book, far):
        each.refresh()
        assert each.conflicts() == ()


def test_both_withdraw_at_once(book: Workbook, far: Workbook) -> None:
    """Two laptops withdraw p3, each with what it knows: merged, all is gone and p3 can speak on either."""
    far.capture(far.session("S1"), "3: my sister lent us nothing in the end")
    for each in (book, far):
        each.withdraw(each.withdrawal("p3"))
    merged(book.folder, far.folder)
    for each in (book, far):
        each.refresh()
        assert texts(each) == {"R2": "the bus is late"}
        assert files_with(each.folder, *SAID) == []
    book.capture(book.session("S1"), "3: once more")
    side_by_side(book.folder, far.folder)
    far.refresh()
    assert sorted(person.code for person in far.records.participants.values()) == ["p3", "p5"]


def test_pieces_that_arrive_out_of_order(book: Workbook, far: Workbook, hands: Hands) -> None:
    """p3's next words, in a later file, arrive before the file with the withdrawal does."""
    book.withdraw(book.withdrawal("p3"))
    book.close()
    before = set(book.folder.glob("*.jsonl"))
    again = opened(book.folder, hands)
    again.capture(again.session("S1"), "3: I have thought about it")
    again.describe_participant(again.session("S1"), "p3", role="carer")
    again.close()
    (newest,) = set(book.folder.glob("*.jsonl")) - before
    (far.folder / newest.name).write_bytes(newest.read_bytes())
    far.refresh()
    assert "I have thought about it" in texts(far).values()
    side_by_side(book.folder, far.folder)
    far.refresh()
    assert sorted(texts(far).values()) == ["I have thought about it", "the bus is late"]
    assert {person.code: person.role for person in far.records.participants.values()} == {"p3": "carer", "p5": ""}


def test_reports_on_the_other_laptop_go_when_it_hears_of_it(book: Workbook, far: Workbook, hands: Hands) -> None:
    """One report came along with the copy's folder, another was made there by somebody who hadn't heard: both are gone once merged."""
    book.export(["html"])
    (far.folder / "reports").mkdir()
    for path in (book.folder / "reports").iterdir():
        (far.folder / "reports" / path.name).write_bytes(path.read_bytes())
    book.withdraw(book.withdrawal("p3"))
    far.export(["csv"])
    assert files_with(far.folder / "reports", "heating stayed off")
    side_by_side(book.folder, far.folder)
    far.refresh()
    assert files_with(far.folder, *SAID) == []


def test_a_report_made_anew_stays(book: Workbook, far: Workbook) -> None:
    """After the withdrawal the report is written afresh under the same name: later openings leave it alone."""
    (path,) = book.export(["html"])
    book.withdraw(book.withdrawal("p3"))
    assert not path.exists()
    assert book.export(["html"]) == (path,)
    book.carry_out()
    assert path.exists()
    assert files_with(book.folder, *SAID) == []


def test_backups_and_bundles_are_done_when_they_can_be_reached(book: Workbook, session: Session, tmp_path: Path, hands: Hands) -> None:
    """A backup and a bundle within reach lose the words at once; a stick that was away is named, and done when the workshop opens next."""
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    book.backup_to(stick)
    bundle = book.bundle(tmp_path / "carried.zip")
    assert bundle.exists()
    assert len(book.withdrawal("p3").copies) == 2
    stick.rename(away)
    done = book.withdraw(book.withdrawal("p3"))
    assert len(done.pending) == 1
    assert str(stick) in done.pending[0]
    assert files_with(away, *SAID)
    book.close()
    away.rename(stick)
    again = opened(book.folder, hands)
    assert again.withdrawals_pending == ()
    assert files_with(stick, *SAID) == []
    again.close()
