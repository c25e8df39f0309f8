"""What the facilitator reads beside the clock: the notes of the activity, what to read out, whom to tell; and who has been heard."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from workshop.compare.words import noun
from workshop.model.plan import Activity, Plan
from workshop.tui.themes import colour_of
from workshop.tui.widgets.laidout import upper_first
from workshop.workbook.hearing import HeardSoFar

MEANING = "Counted by what was written down, which is not who spoke."


def script(plan: Plan, activity: Activity | None, carried: Sequence[str] = ()) -> Content:
    """What is carried from before, the notes of the activity that is on or comes next, then the welcome, the cards and the contact."""
    parts: list[Content] = [_section("From before", "\n".join(carried))] if carried else []
    if activity is not None and (activity.notes or activity.materials):
        materials = [f"You need: {', '.join(activity.materials)}"] if activity.materials else []
        parts.append(_section(f"Notes: {activity.title}", "\n".join([*materials, activity.notes.strip()])))
    if plan.materials:
        parts.append(_section("To have ready", ", ".join(plan.materials)))
    parts += [_section(card.title, card.text.strip()) for card in plan.cards]
    if plan.welcome:
        parts.append(_section("Welcome", plan.welcome.strip()))
    if plan.contact:
        parts.append(_section("Contact", plan.contact.strip()))
    return Content("\n\n").join(parts) if parts else Content.styled("This plan has no notes and no cards.", "$quiet")


def heard_words(heard: HeardSoFar) -> Content:
    """Per group how many were heard, then each sticker with its remarks: those without any first."""
    lines = list(_groups(heard))
    waiting = [code for code, count in heard.remarks.items() if not count]
    if waiting:
        lines.append(Content.assemble(("Nothing noted yet from  ", "$quiet"), ("  ".join(waiting), "bold")))
    spoken = sorted(((count, code) for code, count in heard.remarks.items() if count), key=lambda one: (-one[0], len(one[1]), one[1]))
    if spoken:
        lines.append(Content.assemble(("Remarks  ", "$quiet"), "   ".join(f"{code} {count}" for count, code in spoken)))
    lines.append(Content.styled(MEANING, "$quiet"))
    return Content("\n").join(lines)


def _groups(heard: HeardSoFar) -> Iterator[Content]:
    for name, group in heard.groups.groups.items():
        said = group.people - group.silent
        who = Content.styled(upper_first(noun(group.people, name)), f"bold {colour_of(name)}")
        remarks = f"{group.contributions} remark{'' if group.contributions == 1 else 's'}"
        apart = f", {group.not_attributed} of them without a sticker" if group.not_attributed else ""
        people = f"{said} of {group.people} heard, " if group.people else ""
        yield Content.assemble(who, f"  {people}{remarks}{apart}")
    if not heard.groups.groups:
        yield Content("Nobody was counted, and nothing was said.")


def _section(title: str, text: str) -> Content:
    return Content.assemble((title, "bold"), "\n", text)


def upcoming(plan: Sequence[Activity], current: int | None, following: int | None) -> Activity | None:
    """The activity whose notes are wanted: the one that is on, else the next."""
    index = following if current is None else current
    return None if index is None else plan[index]
