"""`workshop plans`: the plans there are, one of them on the screen or on paper, and your own."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import fill

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.cli.ownplans import checked, edit_plan, make_plan
from workshop.errors import WorkshopError
from workshop.model.clock.learned import learned
from workshop.model.duration import spoken
from workshop.model.plan import Plan
from workshop.model.timeofday import parse_time
from workshop.model.timetable import Timetable, timetable
from workshop.plans import by_heading, for_whom, good_plans, load_plan, not_yet, own_folder

FORMATS = ("md", "html")
READERS = ("facilitator", "room")


@click.command("plans")
@click.argument("name", required=False)
@click.option("--new", is_flag=True, help="Write a plan of this name, in which every key is explained, into your own plans.")
@click.option("--edit", is_flag=True, help="Open it in your editor, and check it when you come back. A ready-made one is copied first.")
@click.option("--check", type=click.Path(path_type=Path), metavar="FILE", help="Check a plan of your own: every fault, a line each.")
@click.option("--print", "on_paper", is_flag=True, help="Print its timetable for paper.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="With --print: markdown or a page for the browser. Else by --out, or md."
)
@click.option("--for", "readers", type=click.Choice(READERS), default=READERS[0], help="With --print: who reads it.")
@click.option("--starts-at", metavar="TIME", help="When the session begins, such as 09:30.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="With --print: write it there.")
@click.option("--force", is_flag=True, help="Write over a file that is in the way.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@takes_home
def plans_command(  # noqa: PLR0913  # one command, as the shelf of plans is one thing
    name: str | None,
    *,
    new: bool,
    edit: bool,
    check: Path | None,
    on_paper: bool,
    form: str | None,
    readers: str,
    starts_at: str | None,
    out: Path | None,
    force: bool,
    as_json: bool,
) -> None:
    """List the session plans, show or print one, and make and edit your own."""
    own = own_folder(shelf().home)
    if check is not None:
        click.echo(checked(check, load_plan(str(check))))
    elif name is None:
        if new or edit or on_paper:
            raise click.UsageError("Which plan? Give its name.")
        _list(own, as_json=as_json)
    elif new:
        make_plan(own, name, edit=edit)
    elif edit:
        edit_plan(own, name)
    else:
        plan = load_plan(name, own)
        table = timetable(plan, parse_time(starts_at) if starts_at else None, _learned(plan))
        if on_paper:
            _print(table, form or ("html" if out is not None and out.suffix in (".html", ".htm") else "md"), readers, out, force=force)
        elif as_json:
            print_json(_plan_json(plan))
        else:
            click.echo(_as_text(table))
            for sentence in not_yet(plan):
                click.echo(sentence, err=True)


def _list(own: Path, *, as_json: bool) -> None:
    """The plans under what they are for, each with its length and its people, one's own marked; what is wrong with others is on stderr."""
    plans, faults = good_plans(own)
    if as_json:
        print_json([_plan_json(plan) for plan in plans])
    else:
        width = max((len(plan.name) for plan in plans), default=0)
        for place, (heading, grouped) in enumerate(by_heading(plans).items()):
            click.echo("\n" * bool(place) + (heading or "Other plans"))
            for plan in grouped:
                yours = "  (yours)" if (own / f"{plan.name}.toml").is_file() else ""
                click.echo(f"  {plan.name:{width}}  {spoken(plan.minutes * 60):>10}  {plan.title}{yours}")
                if whom := for_whom(plan):
                    click.echo(fill(whom, 78, initial_indent=" " * 6, subsequent_indent=" " * 6))
    for fault in faults:
        click.echo(str(fault), err=True)


def _learned(plan: Plan) -> Mapping[str, str]:
    """What each activity took the last times it was run here, in words, by title."""
    from workshop.workbook.timings import learned_durations  # noqa: PLC0415  # the store: 60 ms that the list of plans saves

    return {title: learned(seconds) for title, seconds in learned_durations(shelf(), plan.name).items()}


def _print(table: Timetable, form: str, readers: str, out: Path | None, *, force: bool) -> None:
    from workshop.report.timetable import Readers, timetable_html, timetable_markdown  # noqa: PLC0415  # jinja2: 56 ms
    from workshop.report.write import write_files  # noqa: PLC0415  # likewise

    made = (timetable_html if form == "html" else timetable_markdown)(table, Readers(readers))
    if out is None:
        click.echo(made, nl=False)
        return
    if out.exists() and not force:
        raise WorkshopError(f"{out} is there already; nothing was written.", "Give another name, or write over it with --force.")
    write_files({out.name: made.encode()}, out.absolute().parent, force=True)
    click.echo(str(out))


def _as_text(table: Timetable) -> str:
    """The plan as text: what it is for and for whom, then each activity with the time that it begins at."""
    plan = table.plan
    lines = [plan.title, *filter(None, (plan.purpose, plan.people, plan.leads_to and f"It leads on to: {plan.leads_to}")), ""]
    for slot in table.slots:
        facts = [f"{slot.activity.minutes:g} min", slot.activity.kind.value, *slot.fixed]
        lines.append(f"{slot.begins:>5}  {slot.number}. {slot.activity.title}, {', '.join(facts)}")
        if slot.learned:
            lines.append(f"       {slot.learned}")
        if slot.activity.prompt:
            lines.append("       " + slot.activity.prompt.replace("\n", "\n       "))
    lines.append(f"{table.ends:>5}  end")
    return "\n".join(lines)


def _plan_json(plan: Plan) -> dict[str, object]:
    return {
        "name": plan.name,
        "title": plan.title,
        "heading": plan.heading,
        "purpose": plan.purpose,
        "people": plan.people,
        "perspectives": list(plan.perspectives),
        "minutes": plan.minutes,
        "leads_to": plan.leads_to,
        "activities": [
            {"title": each.title, "kind": each.kind.value, "minutes": each.minutes, "prompt": each.prompt, "lanes": list(each.lanes)}
            for each in plan.activities
        ],
    }
