"""`workshop plans`: the plans there are, one of them, or a check of your own."""

from pathlib import Path

import click

from workshop.cli.common import print_json
from workshop.model.plan import Plan
from workshop.plans import load_plan, not_yet, plan_names


@click.command("plans")
@click.argument("name", required=False)
@click.option("--check", type=click.Path(path_type=Path), metavar="FILE", help="Check a plan of your own: every fault, a line each.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def plans_command(name: str | None, check: Path | None, as_json: bool) -> None:
    """List the session plans that are ready to run, show one, or check your own."""
    if check is not None:
        plan = load_plan(str(check))
        click.echo(f'{check}: a good plan, "{plan.title}", {len(plan.activities)} activities, {plan.minutes:g} min')
        return
    if name is not None:
        plan = load_plan(name)
        if as_json:
            print_json(_plan_json(plan))
        else:
            click.echo(_timetable(plan))
            for sentence in not_yet(plan):
                click.echo(sentence, err=True)
        return
    found = [load_plan(each) for each in plan_names()]
    if as_json:
        print_json([_plan_json(plan) for plan in found])
        return
    width = max(len(plan.name) for plan in found)
    for plan in found:
        click.echo(f"{plan.name:{width}}  {plan.minutes:>3g} min  {plan.title}")


def _timetable(plan: Plan) -> str:
    """The plan as text: what it is for, then each activity with the minute that it begins at."""
    lines = [plan.title, plan.purpose, ""] if plan.purpose else [plan.title, ""]
    minute = 0.0
    for number, activity in enumerate(plan.activities, 1):
        marks = [mark for mark, given in (("protected", activity.protected), ("optional", activity.optional)) if given]
        note = f" ({', '.join(marks)})" if marks else ""
        lines.append(f"{_clock(minute):>5}  {number}. {activity.title}, {activity.minutes:g} min, {activity.kind}{note}")
        if activity.prompt:
            lines.append("       " + activity.prompt.replace("\n", "\n       "))
        minute += activity.minutes
    lines.append(f"{_clock(minute):>5}  end")
    return "\n".join(lines)


def _clock(minutes: float) -> str:
    return f"{int(minutes // 60)}:{int(minutes % 60):02}"


def _plan_json(plan: Plan) -> dict[str, object]:
    return {
        "name": plan.name,
        "title": plan.title,
        "purpose": plan.purpose,
        "minutes": plan.minutes,
        "activities": [
            {"title": each.title, "kind": each.kind.value, "minutes": each.minutes, "prompt": each.prompt, "lanes": list(each.lanes)}
            for each in plan.activities
        ],
    }
