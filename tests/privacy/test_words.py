"""Whose words a report may carry: what `agreed` leaves of a workshop's records."""

from collections.abc import Iterator, Mapping

import pytest

from tests.privacy.secrets import COPIES, make
from workshop.model.records import Consent, Records
from workshop.privacy import words
from workshop.privacy.audience import Audience
from workshop.privacy.doubts import cleared
from workshop.privacy.words import NOT_TOLD, agreed, paraphrased


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Records]:
    """A workshop with words under every consent."""
    book = make(tmp_path_factory.mktemp("words") / "book")
    yield book.records
    book.close()


@pytest.mark.parametrize("copy", COPIES)
def test_done_twice_it_is_done_once(records: Records, copy: str) -> None:
    """So that a view can do it again, whoever calls it with what records."""
    audience, group = Audience(COPIES[copy][0]), COPIES[copy][1]
    once = agreed(records, audience, group)
    assert agreed(once, audience, group) == once
    passed_on = cleared(once, audience)
    assert agreed(passed_on, audience, group) == passed_on


def test_a_working_copy_is_of_everything(records: Records) -> None:
    """Nothing of the records is taken away."""
    assert agreed(records, Audience.WORKING) is records


def test_who_wants_nothing_used_stays_as_somebody_who_was_there(records: Records) -> None:
    """The person is counted as present, and no remark or answer of theirs is there."""
    used = agreed(records, Audience.PUBLISHED)
    silent = {key for key, each in records.participants.items() if each.consent is Consent.NONE}
    assert silent <= used.participants.keys()
    assert not any(said.participant in silent for said in used.reflections.values())


def test_an_archive_has_only_people_who_agreed_to_it(records: Records) -> None:
    """Head counts go too, since they count the others; who agreed to it and wants nothing used is not in it."""
    used = agreed(records, Audience.RESEARCH)
    assert {each.code for each in used.participants.values()} == {"p6", "p7"}
    assert {said.participant for said in used.reflections.values()} == set(used.participants)
    assert not any(session.present for session in used.sessions.values())


def test_statements_that_repeat_what_may_not_be_passed_on_say_nothing(records: Records) -> None:
    """Word for word, or made from a remark of which nothing may be used; recommendations likewise. Others stay."""
    used = agreed(records, Audience.PUBLISHED)
    assert [each.text for each in used.statements.values()] == [NOT_TOLD, NOT_TOLD]
    assert sorted(each.text for each in used.recommendations.values()) == [NOT_TOLD, NOT_TOLD, "Let saidinstead be done."]


def test_paraphrases_are_looked_up_once_however_many_remarks_there_are(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a remark, the check before a report would take ever longer with the square of their number."""
    asked = []

    def counted(every: Records) -> Mapping[str, str]:
        asked.append(every)
        return paraphrased(every)

    monkeypatch.setattr(words, "paraphrased", counted)
    agreed(records, Audience.PUBLISHED)
    assert len(asked) == 1
