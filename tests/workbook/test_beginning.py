"""What a session begins with: the question, what came first, and the promises, from the sessions before it."""

from pathlib import Path

from tests.sessions.playing import play, play_session
from tests.workbook.conftest import Hands
from workshop.model.recommendation import Progress
from workshop.model.records import Session
from workshop.plans import load_plan
from workshop.workbook.book import Workbook
from workshop.workbook.recommending import Wanted

QUESTION = "r1: what do they find when they come? !question #forms *"


def asked(folder: Path) -> tuple[Workbook, Hands, Session]:
    """A team that has its question, and the session after that."""
    played = play("inquiry-1-question", folder)
    played.book.capture(played.sessions[0], QUESTION, activity=5)
    after = play_session(played.book, played.hands, load_plan("inquiry-2-evidence"), "practitioner")
    return played.book, played.hands, after


def test_a_team_goes_on_with_its_question(tmp_path: Path) -> None:
    """The question of the first session, what came first in its vote, and what was promised; nothing before the first."""
    book, _, after = asked(tmp_path)
    found = book.carried(after)
    assert found.question == "what do they find when they come?"
    assert found.first == ("Fares",)
    assert ("practitioner", "What practitioners will do", "open") in {(each.side, each.text, each.stands) for each in found.promises}
    assert book.carried(book.sessions()[0]).lines == ()


def test_other_people_do_not_begin_with_it(tmp_path: Path) -> None:
    """A session of another set of stickers has no question of theirs, but is told what was promised."""
    book, _, _ = asked(tmp_path)
    other = book.start_session(load_plan("the-deal"), "mixed")
    found = book.carried(other)
    assert (found.question, found.first) == ("", ())
    assert found.promises


def test_what_came_of_a_promise_is_told_once(tmp_path: Path) -> None:
    """In the session after the one that made it; what is still open is told in every later one."""
    played = play("the-deal", tmp_path)
    book = played.book
    for each in book.recommendations():
        if each.recommendation.side == "parent":
            book.follow_up(book.ref(each.recommendation), "two came", Progress.DONE)
    second = play_session(book, played.hands, load_plan("the-deal"), "mixed")
    assert {(each.side, each.stands) for each in book.carried(second).promises} == {("parent", "done: two came"), ("practitioner", "open")}
    third = book.start_session(load_plan("the-deal"), "mixed")
    stands = [(each.side, each.stands) for each in book.carried(third).promises]
    assert ("parent", "done: two came") not in stands
    assert stands.count(("practitioner", "open")) == 2


def test_what_names_somebody_is_not_for_the_room(tmp_path: Path) -> None:
    """The facilitator reads it, the display doesn't show it; nor does it show a question that was taken off the record."""
    played = play("inquiry-1-question", tmp_path)
    book = played.book
    book.watch("Annika")
    book.capture(played.sessions[0], "r1: why does Annika wait? !question #forms *", activity=5)
    book.recommend(Wanted(text="Ask Annika", side="practitioner"), played.sessions[0])
    after = book.start_session(load_plan("inquiry-2-evidence"), "practitioner", cohort="team")
    assert "Annika" not in " ".join(book.carried(after).lines)
    assert "Annika" in " ".join(book.carried(after, for_all=False).lines)


def test_a_rehearsal_leaves_nothing(tmp_path: Path) -> None:
    """Its question was for trying."""
    played = play("inquiry-1-question", tmp_path)
    tried = played.book.start_session(load_plan("inquiry-1-question"), "practitioner", cohort="team", rehearsal=60)
    played.book.capture(tried, QUESTION, activity=5)
    after = played.book.start_session(load_plan("inquiry-2-evidence"), "practitioner", cohort="team")
    assert played.book.carried(after).question == ""
