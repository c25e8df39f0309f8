"""Where else this computer keeps copies of a workshop: backups and bundles, which a withdrawal has to reach as well.

The list stands beside the journals and is none of them: paths say much about a person and a machine, so they are neither merged nor
bundled nor backed up. There is nothing in it that anybody said in a workshop.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from workshop.errors import NotSavedError, WorkshopError
from workshop.store.trouble import reason
from workshop.store.whole import write_whole

PLACES = "places.json"
SCHEMA, VERSION = "workshop.places", 1


class Kind(StrEnum):
    """What a copy is: a folder of journals, or one zip."""

    BACKUP = "backup"
    BUNDLE = "bundle"


class Place(NamedTuple):
    """A copy that was made: where, when last, and how many withdrawals it had carried out by then.

    `every` is the number of minutes after which an open workshop makes it anew, 0 where nobody asked for that.
    """

    kind: Kind
    path: Path
    made: datetime
    erased: int = 0
    every: int = 0


def read_places(folder: Path) -> tuple[Place, ...]:
    """The places kept for the workshop in this folder. WorkshopError when the list can't be read."""
    path = folder / PLACES
    try:
        value = json.loads(path.read_bytes())
        return tuple(_place(each) for each in value["places"])
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise WorkshopError(
            f"The list of this workshop's backups, {path}, cannot be read.", "Move it away, and name each backup's place once more."
        ) from error


def write_places(folder: Path, places: Iterable[Place]) -> None:
    """Replace the list, whole or not at all. NotSavedError where the disk refuses."""
    told = {"schema": SCHEMA, "version": VERSION, "places": [_told(each) for each in places]}
    try:
        write_whole(folder / PLACES, json.dumps(told, indent=1).encode())
    except OSError as error:
        raise NotSavedError(f"Not saved: the list of backups in {folder} ({reason(error)}).") from error


def _told(place: Place) -> dict[str, Any]:
    return {
        "kind": place.kind.value,
        "path": str(place.path),
        "made": place.made.isoformat(),
        "erased": place.erased,
        "every": place.every,
    }


def _place(value: Any) -> Place:
    return Place(Kind(value["kind"]), Path(value["path"]), datetime.fromisoformat(value["made"]), int(value["erased"]), int(value["every"]))
