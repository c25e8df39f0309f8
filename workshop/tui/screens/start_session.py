"""Which plan, with whom? A session to start."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
from workshop.tui.quirks import Field, RoomyOptionList
from workshop.tui.screens.dialog import Dialog

WHO = {
    BOTH: "both: people who are parent and practitioner",
    OTHER: "others: people who are neither, such as a councillor",
    MIXED: "a mixed group: several groups sit together; the stickers tell who is who",
}
"""Groups whose word doesn't tell who they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionToStart:
    """What a session begins with. `group` is a perspective or "mixed"; `present` is by perspective."""

    plan: Plan
    group: str
    present: Mapping[str, int]
    place: str


class WhichPlanWithWhom(Dialog[SessionToStart]):
    """The plan, the group, how many are here and where."""

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
    """

    def __init__(self, workshop: str, plans: Sequence[Plan], perspectives: Sequence[Perspective]) -> None:
        """Offer these plans, and sessions with these groups, in the workshop of this title."""
        super().__init__(
            f"Start a session in {workshop}: which plan, with whom?", "Tab moves on  ·  Enter starts the session  ·  Esc goes back"
        )
        self._plans = tuple(plans)
        self._perspectives = tuple(perspectives)

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
        try:
            present = self._present(self.query_one("#present", Input).value, group)
        except WorkshopError as fault:
            self.object_to(str(fault))
            self.query_one("#present").focus()
            return
        plan = self._plans[self.query_one("#plan", RoomyOptionList).highlighted or 0]
        self.dismiss(SessionToStart(plan=plan, group=group, present=present, place=clean_line(self.query_one("#place", Input).value)))

    def _present(self, typed: str, group: str) -> dict[str, int]:
        """How many are here: "8", or "p 5, r 8" of a mixed group. Raises WorkshopError."""
        words = typed.replace(",", " ").replace("=", " ").replace(":", " ").split()
        if not words:
            return {}
        if group != MIXED:
            words = [group, *words] if len(words) == 1 else words
        known = {word.casefold(): each.name for each in self._perspectives for word in (each.name, each.plural, each.letter)}
        found: dict[str, int] = {}
        for name, count in zip(words[::2], words[1::2], strict=False):
            if name.casefold() not in known or not count.isdecimal() or len(count) > 4:
                break
            found[known[name.casefold()]] = int(count)
        if len(words) != 2 * len(found):
            cure = "Write it like: p 5, r 8" if group == MIXED else "Write it like: 8"
            raise WorkshopError(f'"{typed}" is no number of people.', cure)
        return found


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
        with Horizontal():
            with Vertical(classes="column"):
                yield Static(Content("how many are here"), classes="label")
                yield Field(id="present", placeholder="8, or p 5, r 8")
            with Vertical(classes="column"):
                yield Static(Content("place"), classes="label")
                yield Field(id="place")
