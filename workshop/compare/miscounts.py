"""Shows of hands that can't be: more hands than there were people. What they came to is no answer of anybody's."""

from workshop.compare.answers import Ballots
from workshop.compare.people import People
from workshop.model.comparison import Miscount


def miscount(ballots: Ballots, people: People, statement: str, perspective: str) -> Miscount | None:
    """The show of hands on a statement that is furthest beyond the people who were there; None where each can be.

    Where nobody was counted there is nothing to hold the hands against: who is known by a code is not everybody.
    """
    shows = ((hands, people.room(cohort, perspective)) for cohort, hands in ballots.hands(statement, perspective).items())
    over = [Miscount(hands=hands, here=here) for hands, here in shows if 0 < here < hands]
    return max(over, key=lambda each: (each.hands - each.here, each.hands), default=None)
