"""What a file's words mean: answers, perspectives, yes and no, instants, and --value."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.intake.given import PERSPECTIVES
from workshop.errors import WorkshopError
from workshop.intake.fields import What
from workshop.intake.values import Instant, answer_of, elicited_of, instant_of, perspective_of, read_value_options, truth_of
from workshop.model.records import Answer, Elicited

SUMMER_TIME = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("option", "values"),
    [
        ("answer:1=agree", {"answer": {"1": "agree"}}),
        ("answer:-1=disagree", {"answer": {"-1": "disagree"}}),
        ("Answer:Strongly  Agree=agree", {"answer": {"strongly  agree": "agree"}}),
        ("answer:a=b=agree", {"answer": {"a=b": "agree"}}),
        ("answer:at 10:30=unsure", {"answer": {"at 10:30": "unsure"}}),
        ("answer:=unsure", {"answer": {"": "unsure"}}),
        ("answer:n/a=", {"answer": {"n/a": ""}}),
        ("answer:Can’t say=unsure", {"answer": {"can't say": "unsure"}}),
        ("perspective:1 = parent ", {"perspective": {"1": "parent"}}),
    ],
)
def test_a_value_option_is_divided_at_the_first_colon_and_the_last_equals_sign(option: str, values: dict[str, dict[str, str]]) -> None:
    """FROM may hold both signs, and be empty for blank cells; so may TO be, for no value. Signs count: -1 is not 1."""
    assert read_value_options(What.RESPONSES, [option]) == values


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["answer=agree"], '"answer=agree" maps no value.'),
        (["answer:agree"], '"answer:agree" maps no value.'),
        (["anser:1=agree"], 'responses have no field "anser", did you mean "answer"?'),
        (["answer:1=agree", "answer:1=disagree"], '"1" of answer is given two meanings.'),
    ],
)
def test_a_value_option_that_is_none_is_refused(options: list[str], message: str) -> None:
    """What can't be divided, names no field, or contradicts another is named."""
    with pytest.raises(WorkshopError) as caught:
        read_value_options(What.RESPONSES, options)
    assert caught.value.message == message


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("agree", Answer.AGREE),
        ("AGREE ", Answer.AGREE),
        ("Partly", Answer.PARTLY),
        ("partly agree", Answer.PARTLY),
        ("disagree", Answer.DISAGREE),
        ("unsure", Answer.UNSURE),
        ("Not sure", Answer.UNSURE),
        ("Don’t know", Answer.UNSURE),
        ("pass", Answer.UNSURE),
    ],
)
def test_the_four_answers_are_known_by_their_names_and_a_few_others(word: str, answer: Answer) -> None:
    """In any case, with either apostrophe."""
    assert answer_of(word) is answer


@pytest.mark.parametrize("word", ["yes", "no", "strongly agree", "1", "-1", "agre", "neutral"])
def test_a_word_that_could_be_another_answer_is_not_guessed_at(word: str) -> None:
    """Yes to what, and how strongly: that is for whoever knows the file to say, and the cure tells how."""
    with pytest.raises(WorkshopError, match=f'^answer: "{word}" is not known') as caught:
        answer_of(word)
    assert "--value answer:FROM=TO" in caught.value.cure


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("parent", "parent"),
        ("Parents", "parent"),
        ("practitioners", "practitioner"),
        ("young people", "young person"),
        ("Young  Person", None),
        ("both", "both"),
        ("others", "other"),
        ("unknown", None),
        ("note-taker", None),
        ("practicioner", None),
    ],
)
def test_perspectives_are_those_of_the_workshop(word: str, name: str | None) -> None:
    """In the singular or plural, in any case; another word is refused."""
    if name:
        assert perspective_of(word, PERSPECTIVES) == name
        return
    with pytest.raises(WorkshopError, match="is not known"):
        perspective_of(word, PERSPECTIVES)


def test_a_perspective_that_is_nearly_one_is_refused_with_the_nearest() -> None:
    """A slip of the pen makes no new group."""
    with pytest.raises(WorkshopError, match=r'"practicioner" is not known, did you mean "practitioner"\?'):
        perspective_of("practicioner", PERSPECTIVES)


def test_only_a_remark_may_be_of_no_group() -> None:
    """Unknown and note-taker are words for a remark, where they are allowed by name."""
    assert perspective_of("Unknown", PERSPECTIVES, ("unknown", "note-taker")) == "unknown"


@pytest.mark.parametrize(
    ("word", "truth"), [("yes", True), ("TRUE", True), ("1", True), ("verbatim", True), ("No", False), ("0", False), ("paraphrase", False)]
)
def test_yes_and_no_are_read(word: str, truth: bool) -> None:
    """In the ways that spreadsheets and forms write them."""
    assert truth_of(word) is truth


def test_elicited_is_open_or_prompted() -> None:
    """And nothing else."""
    assert elicited_of("Prompted") is Elicited.PROMPTED
    assert elicited_of("open") is Elicited.OPEN
    for reader in (elicited_of, truth_of):
        with pytest.raises(WorkshopError, match='"maybe" is not known'):
            reader("maybe")


@pytest.mark.parametrize(
    ("word", "at", "written"),
    [
        ("2026-03-31", "2026-03-31T11:00:00+00:00", "2026-03-31"),
        ("2026-03-31 14:30", "2026-03-31T13:30:00+00:00", "2026-03-31T14:30:00"),
        ("2026-03-31T14:30:05.25", "2026-03-31T13:30:05.250000+00:00", "2026-03-31T14:30:05.250000"),
        ("2026-03-31t14:30z", "2026-03-31T14:30:00+00:00", "2026-03-31T14:30:00+00:00"),
        ("2026-03-31 14:30:00+02:00", "2026-03-31T12:30:00+00:00", "2026-03-31T14:30:00+02:00"),
        ("1500359783808", "2017-07-18T06:36:23.808000+00:00", "2017-07-18T06:36:23.808000+00:00"),
    ],
)
def test_instants_come_out_in_utc_and_keep_how_they_were_written(word: str, at: str, written: str) -> None:
    """A time without an offset is the zone's; a date alone is its midday; 13 digits are milliseconds."""
    found = instant_of(word, SUMMER_TIME)
    assert found == Instant(datetime.fromisoformat(at), written)
    assert found.at.tzinfo is UTC


@pytest.mark.parametrize(
    "word",
    [
        "31/03/2026",
        "03-31-2026",
        "2026-02-30",
        "2026-03-31 25:00",
        "14:30",
        "1500359783",
        "20260331",
        "yesterday",
        "0001-01-01 00:00+10:00",
    ],
)
def test_a_date_that_can_be_read_two_ways_or_none_is_refused(word: str) -> None:
    """Day and month are not guessed at, and a date that isn't in the calendar is named."""
    with pytest.raises(WorkshopError, match=f'^at: "{word[:5]}'):
        instant_of(word, UTC)
