"""What is printed for a session: a sheet to take notes on, a slip for each person, and one person's own words. Pages made for A4."""

from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined

from workshop.model.ownwords import OwnWords
from workshop.model.plan import Activity, Kind
from workshop.model.slip import Slip
from workshop.model.timetable import Timetable

NOTED_BY_LINE = (Kind.OPEN, Kind.REFLECT, Kind.SHOW, Kind.SORT, Kind.RECOMMEND, Kind.CLOSE)
"""Activities in which remarks are written down line by line."""
ANSWERS = ("agree", "partly", "disagree", "unsure")
_FEWEST, _MOST = 4, 24
_MINUTES_A_LINE = 1.5
"""About as long as a remark takes to be said and written down."""


def sheet_html(table: Timetable) -> str:
    """The note-taking sheet of a plan: an activity after the other with its time and its question, and empty lines for what is said."""
    return _page("sheet.html", table=table, plan=table.plan, lines=lines, by_line=NOTED_BY_LINE, answers=ANSWERS, Kind=Kind)


def lines(activity: Activity) -> int:
    """How many empty lines an activity gets, for each of its lanes where it has some."""
    wanted = round(activity.minutes / _MINUTES_A_LINE / max(1, len(activity.lanes)))
    return min(_MOST, max(_FEWEST, wanted))


def slips_html(slips: Sequence[Slip]) -> str:
    """The slips, six on a page, to be cut apart."""
    return _page("slips.html", slips=slips)


def own_words_html(words: OwnWords) -> str:
    """One person's own words on a page for that person."""
    return _page("ownwords.html", words=words)


def _page(template: str, **shown: object) -> str:
    # StrictUndefined: a name that isn't there must not print as nothing.
    environment = Environment(
        loader=PackageLoader("workshop.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(template).render(**shown)
