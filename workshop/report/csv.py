"""The view as CSV tables for a spreadsheet. Columns that an import reads back have the names of its fields."""

import csv as standard_csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from workshop.model.showntiming import ShownActivity
from workshop.model.view.finding import ShownCount, ShownFinding
from workshop.model.view.record import ShownReflection
from workshop.model.view.view import View
from workshop.report.guard import guarded

HIDDEN = "[c]"
"""What stands in a cell whose number this audience may not see."""

Cell = str | int | float | bool | datetime | None
ANSWERS = ("agree", "partly", "disagree", "unsure")


def csv(view: View) -> dict[str, bytes]:
    """The tables, by the names of their files."""
    return {
        "themes.csv": themes_csv(view),
        "reflections.csv": _reflections(view),
        "statements.csv": _statements(view),
        "responses.csv": _responses(view),
        "participants.csv": _participants(view),
        **({"priorities.csv": _priorities(view), "votes.csv": _votes(view)} if view.votes else {}),
        **({"timings.csv": _timings(view)} if view.timings else {}),
    }


def themes_csv(view: View) -> bytes:
    """A row a finding. Mid-p and q (Benjamini and Hochberg) are for those who need them, and stand nowhere else."""
    groups = [group.name for group in view.groups]
    header = ["finding", "theme", *(f"{group} {column}" for group in groups for column in ("raised", "raised at most", "could", "remarks"))]
    header += ["label", "strength", "gap", "interval from", "interval to", "steadiness", "contested", "priority", "lead organisation"]
    header += ["one session", "mid-p", "q", "exploratory"]
    return _table(header, ([*_theme(finding, groups), view.exploratory] for finding in view.findings))


def _theme(finding: ShownFinding, groups: Sequence[str]) -> list[Cell]:
    low, high = finding.interval or (None, None)
    row: list[Cell] = [finding.name, finding.theme]
    for group in groups:
        row += _count(finding.groups.get(group))
    row += [finding.label, finding.strength, _rounded(finding.gap), _rounded(low), _rounded(high), finding.steadiness_text]
    row += [finding.contested, finding.priority, finding.lead_organisation, finding.one_session_text]
    return [*row, _rounded(finding.mid_p), _rounded(finding.q)]


def _count(count: ShownCount | None) -> list[Cell]:
    if count is None:
        return [None] * 4
    numbers = (count.raised, count.raised_at_most, count.could, count.reflections)
    return [HIDDEN if number is None else number for number in numbers]


def _reflections(view: View) -> bytes:
    header = ["remark", "text", "perspective", "participant", "theme", "session", "activity", "lane", "at", "verbatim", "elicited"]
    header += ["statement", "answer", "hands", "highlight", "unfinished", "kinds", "checked back"]
    return _table(header, (_reflection(said) for said in view.reflections))


def _reflection(said: ShownReflection) -> list[Cell]:
    quote = said.quote
    row: list[Cell] = [quote.name, quote.text, quote.perspective, quote.person, "; ".join(said.themes), quote.session, said.activity]
    row += [said.lane, said.at, quote.verbatim, said.elicited, said.statement, quote.answer, said.hands]
    return [*row, said.highlight, said.unfinished, "; ".join(quote.kinds), said.checked_back]


def _statements(view: View) -> bytes:
    groups = [group.name for group in view.groups]
    header = ["id", "text", "made_by", "theme", "imported as", "contested"]
    header += [f"{group} {column}" for group in groups for column in (*ANSWERS, "label")]
    rows: list[list[Cell]] = []
    for statement in view.statements:
        row: list[Cell] = [statement.name, statement.text, statement.made_by, statement.theme, statement.ref, statement.contested]
        for group in groups:
            given = statement.answers.get(group)
            if given is None or not given.asked_text:
                row += [None] * 5
            else:
                row += [*(HIDDEN if answer.people is None else answer.people for answer in given.answers), given.label]
        rows.append(row)
    return _table(header, rows)


def _responses(view: View) -> bytes:
    header = ["participant", "perspective", "statement", "answer", "text", "session", "at", *(f"hands {answer}" for answer in ANSWERS)]
    rows = (
        [
            given.person,
            given.perspective,
            given.statement,
            given.answer,
            given.statement_text,
            given.session,
            given.at,
            *(given.hands or [None] * 4),
        ]
        for given in view.responses
    )
    return _table(header, rows)


def _priorities(view: View) -> bytes:
    """A row a theme and kind of vote. Points are dots, hands or money; of rankings a person's last place counts 1, the one before it 2."""
    groups = list(dict.fromkeys(group for ranked in view.ranked for group in ranked.voted))
    header = ["kind", "theme", "finding", *(f"{group} {column}" for group in groups for column in ("rank", "points", "people", "voted"))]
    rows: list[list[Cell]] = []
    for ranked in view.ranked:
        for each in ranked.themes:
            row: list[Cell] = [ranked.kind, each.theme, each.finding]
            for group in groups:
                rank = each.groups.get(group)
                row += [rank.rank, HIDDEN if rank.points is None else rank.points, rank.people_text] if rank else [None] * 3
                row.append(ranked.voted.get(group))
            rows.append(row)
    return _table(header, rows)


def _votes(view: View) -> bytes:
    header = ["participant", "perspective", "theme", "amount", "kind", "session", "activity", "at"]
    rows = ([one.person, one.perspective, one.theme, one.amount, one.kind, one.session, one.activity, one.at] for one in view.votes)
    return _table(header, rows)


def _timings(view: View) -> bytes:
    """A row an activity, as planned and as it was. Lengths are seconds; of what wasn't planned, or never began, the cell is empty."""
    header = ["session", "number", "activity", "planned", "added", "actual", "paused", "left out", "began", "ended"]
    rows = [_activity(timing.session, each) for timing in view.timings for each in timing.activities]
    return _table([*header, "remarks", "in overtime"], rows)


def _activity(session: str, each: ShownActivity) -> list[Cell]:
    row: list[Cell] = [session, each.number, each.title, each.planned, each.added, each.actual, each.paused, each.left_out]
    return [*row, each.begin, each.end, each.remarks, each.in_overtime]


def _participants(view: View) -> bytes:
    return _table(
        ["code", "perspective", "organisation", "role"], ([one.code, one.perspective, one.organisation, one.role] for one in view.people)
    )


def _table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with a byte order mark, without which Excel reads it as the machine's own code page."""
    text = io.StringIO(newline="")
    writer = standard_csv.writer(text, quoting=standard_csv.QUOTE_ALL)
    writer.writerow(guarded(name) for name in header)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    """Text guarded; numbers as they are, since a minus before a number is no formula; an instant in ISO 8601, yes or no in words."""
    match cell:
        case None:
            return ""
        case str():
            return guarded(cell)
        case bool():
            return "yes" if cell else "no"
        case datetime():
            return cell.isoformat()
        case _:
            return str(cell)


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 4)
