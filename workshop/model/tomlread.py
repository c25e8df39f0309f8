"""Reading a TOML text as a person wrote it: `tomllib`, and for what it can't read the line and plain words, all of them at once."""

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

from workshop.model.faultwords import ASSIGNMENT, plain_words
from workshop.model.tomlplaces import Place, last_begun, lines_of

MOST_FAULTS = 20
"""After so many broken lines this is no plan with mistakes but some other file."""

_LINE = re.compile(r"at line (\d+), column")
_END = "at end of document"
_LONG_NUMBER = re.compile(r"[0-9][0-9_]{4000,}")
"""About as many digits as `int` refuses to read, and it doesn't say where they stand."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read. `broken` holds by line what could not; a key on such a line is there with the value "".

    `whole` is false where too much is broken for the rest to mean anything: then there are no values.
    """

    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[Place, int] = field(default_factory=dict)
    broken: dict[int, str] = field(default_factory=dict)
    whole: bool = True


def read_toml(text: str) -> Reading:
    """Read a text whose newlines are LF. A broken line is set aside and the rest read on, so that one mistake doesn't hide the next."""
    lines = text.split("\n")
    broken: dict[int, str] = {}
    try:
        while len(broken) < MOST_FAULTS:
            source = "\n".join(lines) + "\n"
            try:
                return Reading(tomllib.loads(source), lines_of(source), broken)
            except ValueError as error:  # tomllib's own, and int()'s where a number has thousands of digits
                if not _set_aside(lines, _line_of(error, source), str(error), broken):
                    break
    except RecursionError:
        broken[1] = "this is nested too deeply to be a plan"
    return Reading(broken=broken, whole=False)


def _line_of(error: ValueError, source: str) -> int:
    """The line at fault, from 1; what is not closed at the end of the text is sought where it begins."""
    if found := _LINE.search(str(error)):
        return int(found[1])
    if _END not in str(error) and (long := _LONG_NUMBER.search(source)):
        return source.count("\n", 0, long.start()) + 1
    return last_begun(source)


def _set_aside(lines: list[str], number: int, error: str, broken: dict[int, str]) -> bool:
    """Note the fault and take its line out of the text; False where the rest can't be read without it."""
    line = lines[number - 1]
    assignment = ASSIGNMENT.match(line)
    if number in broken:  # its key alone is a fault too: it stands there twice
        lines[number - 1] = ""
        return bool(line)
    if not assignment and _goes_on(lines, number, broken):
        lines[number - 1] = ""
        return bool(line)
    broken[number] = plain_words(error, line)
    if _END in error or line.lstrip().startswith("[") or not line.strip():
        return False
    lines[number - 1] = f'{assignment[1]} = ""' if assignment and "overwrite" not in error else ""
    return True


def _goes_on(lines: list[str], number: int, broken: dict[int, str]) -> bool:
    """Whether a line is the rest of a broken one right above it, as of a text that was broken over two lines."""
    above = number - 1
    while above > 0 and above not in broken and not lines[above - 1].strip():
        above -= 1
    return above in broken and bool(lines[number - 1].strip()) and not lines[number - 1].lstrip().startswith("[")
