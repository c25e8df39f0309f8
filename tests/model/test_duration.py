"""Lengths of time, typed and shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.errors import WorkshopError
from workshop.model.duration import LONGEST, countdown, elapsed, face, parse_duration, spoken


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("10", 600),
        ("1h30", 5400),
        ("+10m", 600),
        ("-5", -300),
        ("\u22125", -300),
        ("90s", 90),
        (" 90 s ", 90),
        ("1 h 5 min", 3900),
        ("1H30M", 5400),
        ("5m30", 330),
        ("1h5m30s", 3930),
        ("1h 30s", 3630),
        ("2.5", 150),
        ("2,5 min", 150),
        ("1.5h", 5400),
        ("- 10 minutes", -600),
        ("0", 0),
        ("24h", LONGEST),
    ],
)
def test_what_people_type_is_a_length_of_time(text: str, seconds: int) -> None:
    """A bare number is minutes; after hours it is minutes too, after minutes seconds."""
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    "text", ["", "  ", "-", "ten", "1:30", "10 apples", "30m1h", "5s10", "1h1h", "10 10", "25h", "9" * 400, "1e3", "10m-5", "--5", "m"]
)
def test_anything_else_is_refused_with_the_cure(text: str) -> None:
    """The cure shows how to write it; "1:30" is refused, since it could be two things."""
    with pytest.raises(WorkshopError) as refused:
        parse_duration(text)
    assert "90s" in refused.value.cure


@given(st.text(alphabet="0123456789hms.,+- min\u2212:", max_size=12))
def test_any_text_is_a_length_or_refused(text: str) -> None:
    """Nothing else ever comes out, and no length is longer than a day."""
    try:
        seconds = parse_duration(text)
    except WorkshopError:
        return
    assert abs(seconds) <= LONGEST


@given(st.integers(0, LONGEST))
def test_what_is_spelled_out_is_read_back(seconds: int) -> None:
    """Hours, minutes and seconds with their units give the number again."""
    hours, rest = divmod(seconds, 3600)
    assert parse_duration(f"{hours}h{rest // 60}m{rest % 60}s") == seconds


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (5, "0:05"), (92, "1:32"), (3599, "59:59"), (3600, "1:00:00"), (36065, "10:01:05")]
)
def test_a_face_has_two_figures_for_seconds(seconds: int, shown: str) -> None:
    """Hours are shown only where there are some."""
    assert face(seconds) == shown


@pytest.mark.parametrize(
    ("remaining", "shown"),
    [(600, "10:00"), (599.2, "10:00"), (0.3, "0:01"), (0, "0:00"), (-0.4, "0:00"), (-1, "0:01 over"), (-92.9, "1:32 over")],
)
def test_a_countdown_reads_nought_when_the_time_is_up(remaining: float, shown: str) -> None:
    """And after that it says that it is over, in a word and without a sign."""
    assert countdown(remaining) == shown


@pytest.mark.parametrize(("seconds", "shown"), [(0.9, "0:00"), (1, "0:01"), (92.9, "1:32"), (-3, "0:00")])
def test_elapsed_time_shows_full_seconds(seconds: float, shown: str) -> None:
    """A counter begins at nought."""
    assert elapsed(seconds) == shown


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (45, "45 s"),
        (60, "1 min"),
        (90, "1 min 30 s"),
        (119.6, "2 min"),
        (-360, "6 min"),
        (3600, "1 h"),
        (3900, "1 h 5 min"),
        (7199, "2 h"),
    ],
)
def test_a_length_is_said_in_words(seconds: float, words: str) -> None:
    """Never with a sign: what it means is for the words around it."""
    assert spoken(seconds) == words
