"""What a gap is worth if people in one room influence each other."""

import pytest

from workshop.compare.clustering import clustered_interval, effective_people
from workshop.compare.intervals import newcombe


@pytest.mark.parametrize(
    ("sessions", "rho", "expected"),
    [([8], 0.2, 10 / 3), ([1] * 8, 0.2, 8), ([8], 0, 8), ([8], 1, 1), ([4, 4], 0.2, 5), ([], 0.2, 0), ([2, 6], 0.2, 5)],
)
def test_the_people_that_a_room_is_worth(sessions: list[int], rho: float, expected: float) -> None:
    """8 parents in one room carry about 3.3 people's worth, in 8 interviews all 8."""
    assert effective_people(sessions, rho) == pytest.approx(expected)


def test_a_clear_gap_may_be_none_if_people_in_a_room_are_alike() -> None:
    """5 of 8 in one room against 1 of 15 in two goes from +16 to +80 points to -1 to +86."""
    assert tuple(round(100 * end) for end in newcombe(5, 8, 1, 15)) == (16, 80)
    assert tuple(round(100 * end) for end in clustered_interval(5, 8, [8], 1, 15, [8, 7])) == (-1, 86)
    assert clustered_interval(5, 8, [8], 1, 15, [8, 7], rho=0) == newcombe(5, 8, 1, 15)
