"""The plans that come with the program, and a facilitator's own: found by name or by path, read and checked."""

import json
import os
from collections.abc import Iterable
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path

from workshop.errors import NotSavedError, WorkshopError
from workshop.model.faultwords import shortened
from workshop.model.perspective import plural_of
from workshop.model.plan import Kind, Plan
from workshop.model.planfile import decode_plan, parse_plan
from workshop.text import clean_line, fold

OWN = "session_plans"
"""The folder of a person's own plans; the folders of workshops are named with hyphens only."""
TITLE = 'title = "A session of our own"'
"""The line of the new plan in which its title stands."""
HEADINGS = (
    "Share what we know",
    "See where views differ",
    "Find what is there",
    "Choose what comes first",
    "Agree who does what",
    "Look into it and change it",
)
"""What the ready-made plans are for, in the order in which a list shows them."""
LARGEST_FILE = 200_000
"""Bytes. A plan is a few thousand; what is longer is some other file, and isn't read."""

_NOT_YET = {
    Kind.SORT: "sorting by lane is noted as remarks, one a card",
    Kind.RATE: "points are noted as remarks, in a lane for each number where the plan has such lanes, and counted by `workshop ratings`",
}


def plans_folder() -> Path:
    """Where the ready-made plans are: in the package as installed, beside it in a checkout."""
    package = Path(str(files("workshop")))
    inside = package / "sessions"
    return inside if inside.is_dir() else package.parent / "sessions"


def example_folder() -> Path:
    """The data of the example workshop, as TOML files."""
    return plans_folder() / "example"


def own_folder(home: Path) -> Path:
    """Where a person's own plans are, on the shelf beside the workshops; no workshop's folder can have this name."""
    return home / OWN


def plan_names(own: Path | None = None) -> tuple[str, ...]:
    """The ready-made plans by name, and those in a folder of one's own, in the order of the alphabet."""
    return tuple(sorted({path.stem for folder in (plans_folder(), own) if folder is not None for path in folder.glob("*.toml")}))


def plan_file(name: str, own: Path | None = None) -> Path | None:
    """The file of a plan, however its name is typed; of two with one name a person's own. None where there is none."""
    known = {fold(each): each for each in plan_names(own)}
    found = known.get(fold(name))
    if found is None:
        return None
    mine = own / f"{found}.toml" if own is not None else None
    return mine if mine is not None and mine.is_file() else plans_folder() / f"{found}.toml"


def load_plan(name_or_path: str | Path, own: Path | None = None) -> Plan:
    """A plan by its name, in `own` or ready-made, or any plan by the path of its file (with a folder or `.toml` in it).

    Raises WorkshopError: no such plan, with the nearest name; a file that can't be read; a plan with faults, all of them.
    """
    path = name_or_path if isinstance(name_or_path, Path) else plan_file(name_or_path, own)
    if path is None and not _is_path(str(name_or_path)):
        raise _no_such_plan(str(name_or_path), {fold(name): name for name in plan_names(own)})
    path = path or Path(name_or_path)
    return parse_plan(decode_plan(_content(path), path.name), path.stem, path.name)


def good_plans(own: Path | None = None) -> tuple[tuple[Plan, ...], tuple[WorkshopError, ...]]:
    """All plans that can be run, by name, and what is wrong with the others."""
    plans, faults = [], []
    for name in plan_names(own):
        try:
            plans.append(load_plan(name, own))
        except WorkshopError as fault:
            faults.append(fault)
    return tuple(plans), tuple(faults)


def by_heading(plans: Iterable[Plan]) -> dict[str, list[Plan]]:
    """Plans under what they are for: the headings of the ready-made first, then others by the alphabet; those without any are last."""
    found: dict[str, list[Plan]] = {}
    for plan in plans:
        found.setdefault(plan.heading, []).append(plan)
    order = {heading: place for place, heading in enumerate(HEADINGS)}
    return {heading: found[heading] for heading in sorted(found, key=lambda each: (not each, order.get(each, len(order)), fold(each)))}


def for_whom(plan: Plan) -> str:
    """Whose views it is made for, and how many people, as the first sentence of its `people` says it; "" where it says neither."""
    groups = " or ".join(plural_of(name) for name in plan.perspectives)
    people = plan.people.partition(". ")[0].removesuffix(".")
    return "; ".join(filter(None, (groups and f"for {groups}", people)))


def new_plan(own: Path, stem: str, title: str) -> Path:
    """Write a plan of this title that says what every key means, and can be run as it stands, and give its file.

    Raises WorkshopError where there is a plan of this name, and NotSavedError.
    """
    if plan_file(stem, own) is not None:
        raise WorkshopError(f'There is a plan "{stem}" already.', f"To change it: workshop plans {stem} --edit")
    template = (plans_folder() / "new" / "plan.toml").read_text(encoding="utf-8")
    title = json.dumps(clean_line(title), ensure_ascii=False)  # a text of JSON is one of TOML too
    return _write(own, stem, template.replace(TITLE, f"title = {title}", 1).encode())


def copy_plan(own: Path, name: str) -> Path:
    """The file of a plan in one's own folder; a ready-made one is copied there first, and from then on stands in for it.

    Raises WorkshopError where there is no such plan, and NotSavedError.
    """
    path = plan_file(name, own)
    if path is None:
        raise _no_such_plan(name, {fold(each): each for each in plan_names(own)})
    return path if path.parent == own else _write(own, path.stem, path.read_bytes())


def not_yet(plan: Plan) -> tuple[str, ...]:
    """What this plan asks for that this version notes by hand, one plain sentence each: to be said before it is run."""
    found = []
    for number, activity in enumerate(plan.activities, 1):
        words = _NOT_YET.get(activity.kind)
        if words:
            found.append(f'Activity {number} ("{shortened(activity.title)}"): {words}.')
    return tuple(found)


def _write(own: Path, stem: str, content: bytes) -> Path:
    path = own / f"{stem}.toml"
    try:
        own.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(content)
    except OSError as error:
        raise NotSavedError(f"The plan could not be written to {path}: {error.strerror or error}.") from error
    return path


def _is_path(text: str) -> bool:
    return text.endswith(".toml") or "/" in text or "\\" in text


def _no_such_plan(name: str, known: dict[str, str]) -> WorkshopError:
    near = get_close_matches(fold(name)[:60], known, n=1, cutoff=0.5)
    meant = f'Did you mean "{known[near[0]]}"? ' if near else ""
    return WorkshopError(
        f'There is no plan "{shortened(name)}".',
        cure=f"{meant}The plans here are: {', '.join(known.values())}. A plan of your own is given by its file, such as ./my-plan.toml.",
    )


def _content(path: Path) -> bytes:
    shown = shortened(str(path))
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise WorkshopError(f"{shown} can't be read: {error.strerror or error}.") from error
    except ValueError as error:  # a NUL in the path, or a character that no file name can hold
        raise WorkshopError(f"{shown} is not the path of a file.") from error
    if len(content) > LARGEST_FILE:
        raise WorkshopError(f"{shown} is larger than a plan can be ({LARGEST_FILE // 1000} kB).")
    return content
