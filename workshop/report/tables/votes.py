"""What was voted for, in ranks and vote by vote."""

from workshop.model.view.priority import ShownRank
from workshop.model.view.view import View
from workshop.report.tables.table import Cell, Table, hidden


def priorities(view: View) -> Table:
    """A row a theme and kind of vote. Points are dots, hands or money; of rankings a person's last place counts 1, the one before it 2."""
    groups = list(dict.fromkeys(group for ranked in view.ranked for group in ranked.voted))
    columns = (f"{group} {column}" for group in groups for column in ("rank", "points", "people", "voted"))
    rows: list[list[Cell]] = []
    for ranked in view.ranked:
        for each in ranked.themes:
            row: list[Cell] = [ranked.kind, each.theme, each.finding]
            for group in groups:
                row += [*_rank(each.groups.get(group)), ranked.voted.get(group)]
            rows.append(row)
    return Table(
        name="priorities",
        title="Priorities",
        about="A row a theme and kind of vote: each group's rank, all that it gave, and how many people gave it anything.",
        columns=("kind", "theme", "finding", *columns),
        rows=rows,
    )


def _rank(rank: ShownRank | None) -> list[Cell]:
    return [rank.rank, hidden(rank.points), rank.people_text] if rank else [None] * 3


def votes(view: View) -> Table:
    """A row a vote as it was cast, those that a person later changed too."""
    return Table(
        name="votes",
        title="Votes",
        about="A row a vote as it was cast, those that somebody changed later too.",
        columns=("participant", "perspective", "theme", "amount", "kind", "session", "activity", "at"),
        rows=[[one.person, one.perspective, one.theme, one.amount, one.kind, one.session, one.activity, one.at] for one in view.votes],
    )
