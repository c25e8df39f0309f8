"""The first sections and the last: who took part, the findings at a glance, who was heard, the method, what else was noted."""

from workshop.model.showntiming import ShownActivity
from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.markdown.marks import inline, quotes, table


def who(view: View) -> list[str]:
    """Who took part, when and where, what they were shown, and how to read the numbers."""
    rows = [
        (
            ": ".join(part for part in (one.name, one.title) if part),
            one.group_text,
            ", ".join(part for part in (one.date, one.place) if part),
            one.people,
            ", ".join(one.shown) or "nothing",
        )
        for one in view.sessions
    ]
    lines = [inline(view.took_part), "", *table(("Session", "Group", "When and where", "People", "Shown to them"), rows)]
    if view.timings:
        lines += [f"### {wording.TIMES}", ""]
    for timing in view.timings:
        lines += [f"**{inline(f'{timing.session}: {timing.text}')}**", ""]
        lines += table(("Activity", "Planned", "Took", "From and to", "Remarks"), [_activity(each) for each in timing.activities])
    lines += [inline(" ".join(view.checked_back)), ""] if view.checked_back else []
    return [*lines, f"### {wording.HOW_TO_READ}", "", *(f"- {inline(note)}" for note in view.notes), ""]


def _activity(each: ShownActivity) -> tuple[str, ...]:
    took = [each.actual_text, f"paused {each.paused_text}" if each.paused else ""]
    took += [f"{each.left_out_text} left out" if each.left_out else ""]
    remarks = [str(each.remarks) if each.remarks else "", f"{each.in_overtime} in overtime" if each.in_overtime else ""]
    return (
        each.title,
        " ".join(part for part in (each.planned_text, each.added_text) if part),
        ", ".join(part for part in took if part),
        "-".join(part for part in (each.begin_text, each.end_text) if part),
        ", ".join(part for part in remarks if part),
    )


def glance(view: View) -> list[str]:
    """A sentence a paragraph."""
    return [line for sentence in view.at_a_glance for line in (inline(sentence), "")]


def heard(view: View) -> list[str]:
    """How much was noted of whom, session by session."""
    rows = [(one.name, voice.plural, voice.present, voice.heard, voice.remarks) for one in view.sessions for voice in one.voices]
    return [wording.CAPTURED, "", *table(("Session", "Group", "Present", "Noted by person", "Remarks captured"), rows)]


def method(view: View) -> list[str]:
    """How the labels come about, and how sure the differences are."""
    rows = [
        (f"{finding.name} {finding.theme}", finding.gap_text or "not compared", finding.interval_text, finding.steadiness_text)
        for finding in view.findings
    ]
    lines = [line for sentence in view.method for line in (inline(sentence), "")]
    lines += [f"**{inline(wording.difference(view))}**", ""] if rows else []
    return [*lines, *table(("Theme", "Difference", "95 % interval, in points", "Steady?"), rows)]


def noted(view: View) -> list[str]:
    """Every remark that stands nowhere before, session by session."""
    lines = [wording.NOTED, ""]
    for each in wording.noted(view):
        lines += [f"### {inline(each.session)}", "", *(quotes(each.said) if each.said else ())]
        lines += [each.wordless_text, ""] if each.wordless_text else []
    return lines
