"""Who was heard in a session, as far as the notes can tell."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from workshop.compare.heard import Heard
from workshop.compare.words import people
from workshop.tui.compared import ShownHeard
from workshop.tui.themes import colour_of
from workshop.tui.widgets.laidout import LaidOut, wrapped

INDENT = 5


class WhoWasHeard(LaidOut):
    """One session: a paragraph a group, and how evenly the remarks are spread."""

    def __init__(self, shown: ShownHeard) -> None:
        """Show this."""
        self._shown = shown

    def lines(self, width: int) -> Sequence[Content]:
        """The session first."""
        room = max(8, width - INDENT)
        first, *rest = wrapped(Content.styled(self._shown.about, "bold"), room)
        found = [Content.assemble((f"{self._shown.name:<{INDENT}}", "$quiet"), first), *(line.pad_left(INDENT) for line in rest)]
        for group, heard in self._shown.heard.groups.items():
            found += [line.pad_left(INDENT) for line in wrapped(_group(self._shown, group, heard), room)]
        if sentences := " ".join(spread(self._shown)):
            found += [line.pad_left(INDENT) for line in wrapped(sentences, room, "$quiet")]
        return found


def _group(shown: ShownHeard, group: str, heard: Heard) -> Content:
    who = f"{heard.people - heard.silent} of {people(heard.people, group)} heard" if heard.people else people(0, group)
    return Content.assemble((who, f"bold {colour_of(group)}"), ("  ·  ", "$quiet"), "; ".join(_counts(shown, group, heard)))


def _counts(shown: ShownHeard, group: str, heard: Heard) -> Iterator[str]:
    """The counts of one group, with their shares of all where several groups sat together."""
    of_people, of_remarks = shown.heard.share_of_people(group), shown.heard.share_of_contributions(group)
    remarks = f"{heard.contributions} remark{'' if heard.contributions == 1 else 's'}"
    if shown.several and of_people is not None and of_remarks is not None:
        yield f"{_percent(of_people)} of the people, {_percent(of_remarks)} of the remarks ({remarks})"
    else:
        yield remarks
    if heard.not_attributed:
        yield f"{heard.not_attributed} noted for the group"
    if heard.silent:
        yield f"nothing is noted of {heard.silent}"


def spread(shown: ShownHeard) -> Iterator[str]:
    """How evenly the remarks are spread over the people, in sentences; none where too few people sat there."""
    if shown.heard.top_share is not None:
        yield f"The person noted most often made {_percent(shown.heard.top_share)} of the remarks that name somebody."
    if shown.heard.gini is not None:
        yield f"Gini {shown.heard.gini:.2f} (0: all equally often; near 1: one person alone)."


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
