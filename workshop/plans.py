"""The plans that come with the program, and a facilitator's own: found by name or by path, read and checked."""

from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path

from workshop.errors import WorkshopError
from workshop.model.faultwords import shortened
from workshop.model.plan import Kind, Plan
from workshop.model.planfile import decode_plan, parse_plan
from workshop.text import fold

LARGEST_FILE = 200_000
"""Bytes. A plan is a few thousand; what is longer is some other file, and isn't read."""

_NOT_YET = {
    Kind.SORT: "sorting by lane is noted as remarks, one a card",
    Kind.RATE: "ratings are counted by hand and typed as the note-taker's line",
    Kind.RECOMMEND: "recommendations are noted as remarks",
}


def plans_folder() -> Path:
    """Where the ready-made plans are: in the package as installed, beside it in a checkout."""
    package = Path(str(files("workshop")))
    inside = package / "sessions"
    return inside if inside.is_dir() else package.parent / "sessions"


def example_folder() -> Path:
    """The data of the example workshop, as TOML files."""
    return plans_folder() / "example"


def plan_names() -> tuple[str, ...]:
    """The ready-made plans by name, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in plans_folder().glob("*.toml")))


def load_plan(name_or_path: str | Path) -> Plan:
    """A ready-made plan by its name, or any plan by the path of its file (with a folder or `.toml` in it).

    Raises WorkshopError: no such plan, with the nearest name; a file that can't be read; a plan with faults, all of them.
    """
    if isinstance(name_or_path, str):
        known = {fold(name): name for name in plan_names()}
        name = known.get(fold(name_or_path))
        if name is None and not _is_path(name_or_path):
            raise _no_such_plan(name_or_path, known)
        path = plans_folder() / f"{name}.toml" if name else Path(name_or_path)
    else:
        path = name_or_path
    return parse_plan(decode_plan(_content(path), path.name), path.stem, path.name)


def not_yet(plan: Plan) -> tuple[str, ...]:
    """What this plan asks for that this version notes by hand, one plain sentence each: to be said before it is run."""
    found = []
    for number, activity in enumerate(plan.activities, 1):
        words = _NOT_YET.get(activity.kind) or (activity.pictures and "pictures are shown on paper; the readings are noted as remarks")
        if words:
            found.append(f'Activity {number} ("{shortened(activity.title)}"): {words}.')
    return tuple(found)


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
