"""Reports to disk: each file whole or not at all, and none over another unless that is asked for."""

import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from workshop.errors import InTheWayError, NotSavedError, WorkshopError
from workshop.model.view.view import View
from workshop.report.formats import FORMATS, Choices


def written(
    view: View, formats: Sequence[str], choices: Choices | None = None, tell: Callable[[str], None] | None = None
) -> dict[str, bytes]:
    """The contents of the files in these formats, by name; `tell` is told each format as it is begun.

    WorkshopError for a format that isn't there, and where there are none.
    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise WorkshopError(f'There is no format "{unknown[0]}".', f"Formats: {', '.join(FORMATS)}.")
    contents: dict[str, bytes] = {}
    for chosen in dict.fromkeys(formats):
        if tell is not None:
            tell(chosen)
        contents |= FORMATS[chosen](view, choices)
    if not contents:
        raise WorkshopError("There is nothing to write yet.", "A codebook has a theme, or a remark.")
    return contents


def write_files(files: Mapping[str, bytes], folder: Path, *, force: bool = False) -> tuple[Path, ...]:
    """Write each content under its name in `folder`, which is made if need be, and return the files.

    Raises InTheWayError, with nothing written, for a file in the way, unless `force` lets it be replaced; NotSavedError where the disk
    refuses.
    """
    paths = {name: folder / name for name in files}
    try:
        in_the_way = [path for path in paths.values() if path.exists()]
    except OSError as error:  # the name is too long, or nobody may look there
        raise _not_written(folder, error) from error
    if in_the_way and not force:
        raise InTheWayError(
            "There is a report in the way; nothing was written.",
            "Choose another folder with --out, or write over it with --force.",
            tuple(str(path) for path in in_the_way),
        )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, content in files.items():
            _write_whole(paths[name], content)
    except OSError as error:
        raise _not_written(folder, error) from error
    return tuple(paths.values())


def _not_written(folder: Path, error: OSError) -> NotSavedError:
    return NotSavedError(f"The report could not be written to {folder}: {error.strerror or error}.")


def _write_whole(path: Path, content: bytes) -> None:
    """Under another name first, then renamed: whoever opens `path` finds the old file or the new one, never a part."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # 0600
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
