"""Which plan, with whom? A session to start."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from workshop.errors import WorkshopError
from workshop.model.perspective import BOTH, MIXED, OTHER, Perspective
from workshop.model.plan import Plan
from workshop.model.records import Session
from workshop.model.sequel import Sequel
from workshop.plans import by_heading, for_whom
from workshop.text import clean_line
from workshop.tui.headcount import head_count
from workshop.tui.keys import face, key_of
from workshop.tui.quirks import Field, RoomyOptionList
from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.planlist import PlanAbout, PlanList

WHO = {
    BOTH: "both: people who are parent and practitioner",
    OTHER: "others: people who are neither, such as a councillor",
    MIXED: "a mixed group: several groups sit together; the stickers tell who is who",
}
"""Groups whose word doesn't tell who they are."""


FIELDS = (
    (("present", "how many are here", "such as 8"), ("ends", "must end by", "such as 14:45, or nothing")),
    (("place", "place", ""), ("until", "words can be taken back until", "such as 2027-03-31")),
)
"""Name, label and example of each field, two in a row."""
AROUND = 16
"""Rows of the dialog without its list of plans."""
GROUPS = 5
"""Rows of the list of groups beside the fields, in a window of the usual height."""
TALL = 40


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
    """The plan, the group, how many are here, when it must end, where, and until when words can be taken back.

    A plan proposes the group that it is made for, until a person has chosen one.
    """

    PURPOSE: ClassVar[str] = "Which plan is run, with which group, and when it must end. A plan is an agenda with times and prompts."
    DEFAULT_CSS = """
    WhichPlanWithWhom > #dialog { width: 110; max-width: 98%; }
    WhichPlanWithWhom Horizontal { height: auto; }
    WhichPlanWithWhom Vertical { height: auto; }
    WhichPlanWithWhom #group-side { width: 18; margin-right: 2; }
    WhichPlanWithWhom #field-side { width: 1fr; }
    WhichPlanWithWhom RoomyOptionList { background: $background; padding: 0; scrollbar-size-vertical: 1; }
    WhichPlanWithWhom RoomyOptionList, WhichPlanWithWhom RoomyOptionList:focus { border: none; }
    WhichPlanWithWhom #about { height: 3; }
    WhichPlanWithWhom .column Field { margin: 0 1 1 0; }
    WhichPlanWithWhom .label { color: $quiet; }
    WhichPlanWithWhom .column { width: 2fr; }
    WhichPlanWithWhom #ends-column, WhichPlanWithWhom #until-column { width: 3fr; }
    WhichPlanWithWhom #who { height: 1; }
    """

    plan_list = query_one("#plan", PlanList)
    group_list = query_one("#group", RoomyOptionList)

    def __init__(
        self,
        workshop: str,
        plans: Sequence[Plan],
        perspectives: Sequence[Perspective],
        moment_of: Callable[[str], datetime],
        sessions: Iterable[Session] = (),
    ) -> None:
        """Offer these plans, and sessions with these groups, in the workshop of this title, which has had these sessions.

        `moment_of` tells which instant a time of day means, or raises WorkshopError.
        """
        super().__init__(
            f"Start a session in {workshop}: which plan, with whom?",
            f"Tab moves on  ·  Enter in a field begins  ·  Esc goes back  ·  {face(key_of('help'))} helps",
        )
        self._plans = {plan.name: plan for plan in plans}
        self._perspectives = tuple(perspectives)
        self._names = [each.name for each in perspectives]
        self._moment_of = moment_of
        self._sequel = Sequel(plans, sessions)
        self._own_group = ""

    def body(self) -> list[Widget]:
        """A list, what is to be known of the plan that is chosen in it, then another list beside the fields."""
        return [_Fields(tuple(self._plans.values()), self._perspectives)]

    @property
    def explained(self) -> Sequence[tuple[str, str]]:
        """The ways to answer that nothing on the dialog says."""
        one, other = self._perspectives[:2]
        return (
            ("Up, Down", "choose in a list; PgUp and PgDn go by pages"),
            ("the group", "is the one that the plan is made for, until you choose one: then yours stays"),
            ("how many", f"8; in a mixed group {one.letter} 5, {other.letter} 8 for 5 {one.plural} and 8 {other.plural}; or nothing"),
            *((name, who) for name, _, who in (words.partition(": ") for words in WHO.values())),
        )

    def on_mount(self) -> None:
        """Begin with what comes next here."""
        if self._sequel.plan is not None:
            self.plan_list.choose(self._sequel.plan.name)
        self._propose()

    def on_resize(self, event: events.Resize) -> None:
        """The lists have what room the rest leaves."""
        height = event.size.height
        room = height * 96 // 100 - AROUND
        self.plan_list.styles.height = max(3, min(room, self.plan_list.option_count))
        self.group_list.styles.height = self.group_list.option_count if height >= TALL else min(GROUPS, self.group_list.option_count)

    def on_option_list_option_selected(self, event: RoomyOptionList.OptionSelected) -> None:
        """Enter in a list moves on to what is asked next."""
        event.stop()
        if event.option_list is self.group_list:
            self._own_group = event.option_id or ""
        self.focus_next()

    def on_option_list_option_highlighted(self, event: RoomyOptionList.OptionHighlighted) -> None:
        """A plan proposes its group as long as nobody has chosen one."""
        event.stop()
        if event.option_list is not self.group_list:
            self._propose()
        elif self.group_list.has_focus:  # a list chooses its first row by itself as it begins
            self._own_group = event.option_id or ""
            self._tell()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Who has been in the list of groups and goes on has chosen the one that is left there."""
        if event.widget is self.group_list:
            self._own_group = self._group

    @property
    def _plan(self) -> Plan:
        option = self.plan_list.highlighted_option
        return self._plans[option.id or ""] if option else next(iter(self._plans.values()))

    @property
    def _group(self) -> str:
        """The group that was chosen, else the one that the plan proposes, else the first."""
        return self._own_group or self._sequel.group(self._plan, self._names) or self._names[0]

    def _propose(self) -> None:
        """Choose the group that the plan proposes, unless a person has chosen."""
        with self.prevent(RoomyOptionList.OptionHighlighted):
            self.group_list.highlighted = self.group_list.get_option_index(self._group)
        self._tell()

    def _tell(self) -> None:
        """Say what the plan is for and for whom, also where that is somebody else, and who the group is."""
        plan, group = self._plan, self._group
        others = bool(plan.perspectives) and group not in (*plan.perspectives, MIXED)
        plural = next((each.plural for each in self._perspectives if each.name == group), group)
        made_for = for_whom(plan).partition(";")[0]
        whom = f"made {made_for}; you have chosen {plural}" if others else for_whom(plan)
        self.query_one("#about", Static).update(PlanAbout(plan, whom, "$warning" if others else "$quiet"))
        self.query_one("#who", Static).update(Content(WHO.get(group, "")))
        one, other = self._perspectives[:2]
        self.query_one("#present", Input).placeholder = f"such as {one.letter} 5, {other.letter} 8" if group == MIXED else "such as 8"

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the answer, or say what is wrong with it."""
        event.stop()
        typed = {field: self.query_one(f"#{field}", Input).value.strip() for field in ("present", "ends", "place", "until")}
        read: Mapping[str, Callable[[str], object]] = {
            "present": partial(head_count, group=self._group, perspectives=self._perspectives),
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
                plan=self._plan,
                group=self._group,
                present=taken["present"] or {},
                place=clean_line(typed["place"]),
                ends_by=taken["ends"],
                withdraw_until=taken["until"],
            )
        )


class _Fields(Vertical):
    """The fields of the dialog."""

    def __init__(self, plans: Sequence[Plan], perspectives: Sequence[Perspective]) -> None:
        """Plans under their headings, groups by their plural."""
        super().__init__()
        known = [each.name for each in perspectives if each.name not in (BOTH, OTHER)]
        self._plans = PlanList(by_heading(plans), known, id="plan")
        self._groups = [Option(Content(each.plural), id=each.name) for each in perspectives]
        self._groups.append(Option(Content("a mixed group"), id=MIXED))

    def compose(self) -> ComposeResult:
        """Plans above, groups and fields below."""
        yield self._plans
        yield Static(id="about")
        with Horizontal():
            with Vertical(id="group-side"):
                yield Static(Content("group"), classes="label")
                yield RoomyOptionList(*self._groups, id="group")
            with Vertical(id="field-side"):
                for pair in FIELDS:
                    with Horizontal():
                        for name, label, example in pair:
                            with Vertical(id=f"{name}-column", classes="column"):
                                yield Static(Content(label), classes="label")
                                yield Field(id=name, placeholder=example, compact=True)
        yield Static(id="who", classes="label")


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as fault:
        raise WorkshopError(f'"{typed}" is no day.', "Write it like 2026-05-31.") from fault
