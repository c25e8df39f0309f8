"""Which plan, with whom? A session to start."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from workshop.errors import WorkshopError
from workshop.model.duration import spoken
from workshop.model.perspective import BOTH, MIXED, OTHER, Perspective
from workshop.model.plan import Plan
from workshop.text import clean_line
from workshop.tui.headcount import head_count
from workshop.tui.quirks import Field, RoomyOptionList
from workshop.tui.screens.dialog import Dialog

WHO = {
    BOTH: "both: people who are parent and practitioner",
    OTHER: "others: people who are neither, such as a councillor",
    MIXED: "a mixed group: several groups sit together; the stickers tell who is who",
}
"""Groups whose word doesn't tell who they are."""


FIELDS = (
    (("present", "how many are here", "8, or p 5, r 8"), ("ends", "must end by", "14:45; empty if it need not")),
    (("place", "place", ""), ("until", "words can be taken back until", "year-month-day")),
)
"""Name, label and example of each field, two in a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionToStart:
    """What a session begins with. `group` is a perspective or "mixed"; `present` is by perspective; `ends_by` when it must be over.

    Until the end of the day `withdraw_until` people can take their words back.
    """

    plan: Plan
    group: str
    present: Mapping[str, int]
    place: str
    ends_by: datetime | None = None
    withdraw_until: date | None = None


class WhichPlanWithWhom(Dialog[SessionToStart]):
    """The plan, the group, how many are here, when it must end, where, and until when words can be taken back."""

    PURPOSE: ClassVar[str] = "Which plan is run, with which group, and when it must end. A plan is an agenda with times and prompts."
    DEFAULT_CSS = """
    WhichPlanWithWhom > #dialog { width: 76; }
    WhichPlanWithWhom Horizontal { height: auto; }
    WhichPlanWithWhom Vertical { height: auto; }
    WhichPlanWithWhom #plan-side { width: 3fr; }
    WhichPlanWithWhom #group-side { width: 2fr; }
    WhichPlanWithWhom RoomyOptionList { height: auto; max-height: 8; border: tall $border-blurred; background: $background; padding: 0; }
    WhichPlanWithWhom RoomyOptionList:focus { border: tall $border; }
    WhichPlanWithWhom .label { color: $quiet; }
    WhichPlanWithWhom .column { width: 1fr; }
    WhichPlanWithWhom #who { height: 1; }
    /* Not auto: what stands around a list counts all of its rows then, and what is wrong with an answer is out of sight. */
    WhichPlanWithWhom RoomyOptionList { height: 22vh; min-height: 3; }
    """

    def __init__(
        self, workshop: str, plans: Sequence[Plan], perspectives: Sequence[Perspective], moment_of: Callable[[str], datetime]
    ) -> None:
        """Offer these plans, and sessions with these groups, in the workshop of this title.

        `moment_of` tells which instant a time of day means, or raises WorkshopError.
        """
        super().__init__(
            f"Start a session in {workshop}: which plan, with whom?", "Tab moves on  ·  Enter starts the session  ·  Esc goes back"
        )
        self._plans = tuple(plans)
        self._perspectives = tuple(perspectives)
        self._moment_of = moment_of

    def body(self) -> list[Widget]:
        """Two lists side by side, and two fields."""
        return [_Fields(self._plans, self._perspectives)]

    def on_option_list_option_selected(self, event: RoomyOptionList.OptionSelected) -> None:
        """Enter in a list moves on to what is asked next."""
        event.stop()
        self.focus_next()

    def on_option_list_option_highlighted(self, event: RoomyOptionList.OptionHighlighted) -> None:
        """Say who a group is; a plan that is made for one group proposes it."""
        event.stop()
        if event.option_list.id == "group":
            self.query_one("#who", Static).update(Content(WHO.get(event.option_id or "", "")))
        names = [each.name for each in self._perspectives]
        made_for = self._plans[event.option_index].perspectives if event.option_list.id == "plan" else ()
        if made_for and made_for[0] in names:
            self.query_one("#group", RoomyOptionList).highlighted = names.index(made_for[0])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the answer, or say what is wrong with it."""
        event.stop()
        group_list = self.query_one("#group", RoomyOptionList)
        group = (group_list.highlighted_option and group_list.highlighted_option.id) or MIXED
        typed = {field: self.query_one(f"#{field}", Input).value.strip() for field in ("present", "ends", "place", "until")}
        read: Mapping[str, Callable[[str], object]] = {
            "present": partial(head_count, group=group, perspectives=self._perspectives),
            "ends": self._moment_of,
            "until": _day,
        }
        taken: dict[str, Any] = {}
        for field, reader in read.items():
            try:
                taken[field] = reader(typed[field]) if typed[field] else None
            except WorkshopError as fault:
                self.object_to(str(fault))
                self.query_one(f"#{field}").focus()
                return
        self.dismiss(
            SessionToStart(
                plan=self._plans[self.query_one("#plan", RoomyOptionList).highlighted or 0],
                group=group,
                present=taken["present"] or {},
                place=clean_line(typed["place"]),
                ends_by=taken["ends"],
                withdraw_until=taken["until"],
            )
        )


class _Fields(Vertical):
    """The fields of the dialog."""

    def __init__(self, plans: Sequence[Plan], perspectives: Sequence[Perspective]) -> None:
        """Plans by title and length, groups by their plural."""
        super().__init__()
        self._plans = [Option(Content.assemble(plan.title, (f"  {spoken(plan.minutes * 60)}", "$quiet"))) for plan in plans]
        self._groups = [Option(Content(each.plural), id=each.name) for each in perspectives]
        self._groups.append(Option(Content("a mixed group"), id=MIXED))

    def compose(self) -> ComposeResult:
        """Lists above, fields below."""
        with Horizontal():
            with Vertical(id="plan-side"):
                yield Static(Content("plan"), classes="label")
                yield RoomyOptionList(*self._plans, id="plan")
            with Vertical(id="group-side"):
                yield Static(Content("group"), classes="label")
                yield RoomyOptionList(*self._groups, id="group")
        yield Static(id="who", classes="label")
        for pair in FIELDS:
            with Horizontal():
                for name, label, example in pair:
                    with Vertical(classes="column"):
                        yield Static(Content(label), classes="label")
                        yield Field(id=name, placeholder=example)


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as fault:
        raise WorkshopError(f'"{typed}" is no day.', "Write it like 2026-05-31.") from fault
