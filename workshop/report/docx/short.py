"""What a short report shows of what may be long: the beginning, with an ellipsis, so that it keeps to its pages."""

from collections.abc import Iterable
from dataclasses import replace

from workshop.model.cut import cut
from workshop.model.view.finding import ShownFinding
from workshop.model.view.quote import ShownQuote
from workshop.model.view.recommendation import ShownRecommendation

NAME, SAID, WHO = 60, 170, 60
"""At most so many letters of a theme's name, of what somebody said, and of who does something or how it stands."""

WIDTHS = (80.0, 32.0, 26.0, 35.0)
"""How wide the columns of recommendations are, in millimetres."""


def named(finding: ShownFinding) -> ShownFinding:
    """The finding with its theme's name cut."""
    return replace(finding, theme=cut(finding.theme, NAME))


def shortened(each: ShownRecommendation) -> ShownRecommendation:
    """The recommendation with its words cut, and without what it rests on."""
    return replace(
        each,
        text=cut(each.text, SAID),
        lead=cut(each.lead, WHO),
        outcome=cut(each.outcome, WHO),
        due=cut(each.due, WHO),
        themes=(),
        sources=(),
    )


def recommendation_texts(each: ShownRecommendation) -> tuple[str, str, str, str]:
    """What stands in its row, for the row to be measured."""
    return f"{each.name} {each.text}", each.whose, each.due, each.stands


class Voices:
    """Picks a voice for each place in a short report, nobody's words twice where there are others."""

    def __init__(self) -> None:
        """Nobody has been quoted yet."""
        self._quoted: set[str] = set()

    def pick(self, quotes: Iterable[ShownQuote], letters: int) -> ShownQuote | None:
        """The first of these that is short enough and not quoted before, else the first that is short enough."""
        short = [quote for quote in quotes if 0 < len(quote.text) <= letters]
        chosen = next((quote for quote in short if quote.name not in self._quoted), short[0] if short else None)
        if chosen is not None:
            self._quoted.add(chosen.name)
        return chosen
