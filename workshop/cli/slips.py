"""`workshop slips`: a slip of paper for each person, with their number and what they agreed to."""

from datetime import datetime
from pathlib import Path

import click

from workshop.cli.common import shelf, takes_home
from workshop.cli.meant import meant_session
from workshop.cli.onpaper import put, takes_out
from workshop.errors import WorkshopError
from workshop.model.perspective import PARENT, perspectives
from workshop.model.plan import Plan
from workshop.model.slip import Slip, blank_slips
from workshop.plans import load_plan, own_folder
from workshop.text import clean, clean_line

MOST = 200


@click.command("slips")
@click.argument("plan", required=False)
@click.option("--people", type=click.IntRange(1, MOST), default=8, show_default=True, metavar="N", help="How many blank slips.")
@click.option("--group", metavar="GROUP", help="Whose stickers: parent, practitioner... Else the plan's first group.")
@click.option("--workshop", "workshop", metavar="NAME", help="Instead of blank slips: those of the people of a session there, filled in.")
@click.option(
    "--session", "whose", metavar="S", help="With --workshop: the session, such as S2. Else the one that is open, or the only one."
)
@click.option("--withdraw-until", "until", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The last day to withdraw on.")
@click.option("--contact", default="", metavar="WORDS", help="Whom to tell, and how. Else there is a line to write on.")
@takes_out
@takes_home
def slips_command(  # noqa: PLR0913  # an argument an option
    plan: str | None,
    *,
    people: int,
    group: str | None,
    workshop: str | None,
    whose: str | None,
    until: datetime | None,
    contact: str,
    out: Path | None,
    force: bool,
) -> None:
    """Print a slip for each person: number, what was agreed, whom to tell.

    A page (html) with six to a sheet, and until when words can be taken back.

    From a plan they are blank, to be filled in when people arrive; with --workshop they say what is taken down.
    """
    from workshop.report.paper import slips_html  # noqa: PLC0415  # jinja2: 56 ms

    if (plan is None) == (workshop is None):
        raise click.UsageError("Name a plan, or a workshop with --workshop.")
    if workshop is None:
        found = load_plan(plan or "", own_folder(shelf().home))
        slips = blank_slips(_codes(found, group, people), found.title, until.date() if until else None, clean(contact).strip())
    else:
        if until is not None:
            raise click.UsageError("--withdraw-until is for blank slips; workshop consent NAME --withdraw-until DATE sets a session's.")
        slips = _of_session(workshop, whose, contact)
    put(slips_html(slips), out, force=force)


def _of_session(workshop: str, whose: str | None, contact: str) -> tuple[Slip, ...]:
    with shelf().open(workshop) as book:
        return book.slips(meant_session(book, whose), contact)


def _codes(plan: Plan, group: str | None, people: int) -> tuple[str, ...]:
    """The stickers' numbers: "p1", "p2"... Raises WorkshopError for a group that nobody knows."""
    wanted = clean_line(group or (plan.perspectives[0] if plan.perspectives else PARENT))
    known = {each.name: each.letter for each in perspectives(plan.perspectives)}
    if wanted not in known:
        raise WorkshopError(f'There is no group "{wanted}".', f"Groups: {', '.join(known)}.")
    return tuple(f"{known[wanted]}{number}" for number in range(1, people + 1))
