"""What an import did, or would do: in sentences for people, as one object for machines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

WORKSHOP = "workshop"
_PARTS = {
    "sessions": ("session", "sessions"),
    "reflections": ("reflection", "reflections"),
    "statements": ("statement", "statements"),
    "responses": ("answer", "answers"),
    "votes": ("vote", "votes"),
    "recommendations": ("recommendation", "recommendations"),
    "themes": ("theme", "themes"),
    "participants": ("participant", "participants"),
    "artworks": ("picture", "pictures"),
    "watched": ("name on the watch list", "names on the watch list"),
    "clearances": ("answer to a flag", "answers to flags"),
}
_BLANK = {
    "responses": ("row holds no answer, and counts as not asked", "rows hold no answer, and count as not asked"),
    "votes": ("row holds no vote", "rows hold no vote"),
}
_LINES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that could not come in: its line in the file, why, and the cure."""

    line: int
    why: str
    cure: str

    def __str__(self) -> str:
        """One line of a list."""
        return f"line {self.line}: {self.why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, or would do: rows that came in, rows that were there already, answers that replaced an earlier one.

    `withdrawn` rows stay out: somebody has taken them back. Of another workshop `parts` counts what came by table. `left_out` turns of a
    transcript are of nobody whose words are wanted, in the lines `naming` a speaker's name stands among the words, and `loose` remarks
    answer a statement that isn't here. `remembered`: the file was read as the last one with its header; `ruled`: the Chatham House Rule
    came with the other workshop.
    """

    what: str
    added: int
    already: int
    dry_run: bool
    replaced: int = 0
    people: int = 0
    themes: int = 0
    refused: tuple[RefusedRow, ...] = ()
    unused: tuple[str, ...] = ()
    unanswered: int = 0
    withdrawn: int = 0
    left_out: int = 0
    naming: tuple[int, ...] = ()
    loose: int = 0
    parts: Mapping[str, int] = field(default_factory=dict)
    remembered: bool = False
    ruled: bool = False

    def words(self) -> str:
        """The report in sentences."""
        if self.refused:
            rows = "row is" if len(self.refused) == 1 else "rows are"
            return f"Nothing was brought in: {len(self.refused)} {rows} refused. Mend them and import again."
        told = [f"{'Would bring in' if self.dry_run else 'Brought in'} {self._brought()}."]
        told += ["Read as the last file with this header."] if self.remembered else []
        told += _counted(self.already, "was here already", "were here already")
        told += _counted(
            self.replaced,
            "earlier answer was replaced by a later one of the same person",
            "earlier answers were replaced by a later one of the same person",
        )
        told += _counted(self.withdrawn, "row stays out: withdrawn", "rows stay out: withdrawn")
        blank, blanks = _BLANK.get(self.what, ("row holds no words", "rows hold no words"))
        told += _counted(self.unanswered, blank, blanks)
        told += _counted(self.left_out, "turn was left out", "turns were left out")
        told += _counted(self.loose, "answers a statement that isn't here", "answer statements that aren't here")
        if self.people or self.themes:
            told.append(f"New: {self.people} people, {self.themes} themes.")
        if self.ruled:
            told.append("The Chatham House Rule holds there, and so here: no report says who took part.")
        if self.unused:
            told.append(f"Columns not used: {', '.join(self.unused)}.")
        if self.naming:
            lines = ", ".join(map(str, self.naming[:_LINES_SHOWN])) + (" ..." if len(self.naming) > _LINES_SHOWN else "")
            told.append(f"A speaker's name stands among the words: line {lines}. Take it out in the file, or edit the remark.")
        return " ".join(told)

    def as_json(self) -> dict[str, Any]:
        """The report for machines."""
        return {
            "what": self.what,
            "added": self.added,
            "already": self.already,
            "replaced": self.replaced,
            "new_people": self.people,
            "new_themes": self.themes,
            "withdrawn": self.withdrawn,
            "unanswered": self.unanswered,
            "unused_columns": list(self.unused),
            "left_out": self.left_out,
            "names_among_words": list(self.naming),
            "without_their_statement": self.loose,
            "parts": dict(self.parts),
            "remembered": self.remembered,
            "chatham_house_rule_came": self.ruled,
            "refused": [{"line": each.line, "why": each.why, "cure": each.cure} for each in self.refused],
            "dry_run": self.dry_run,
        }

    def _brought(self) -> str:
        if self.what == WORKSHOP:
            told = [f"{self.parts[table]} {nouns[self.parts[table] > 1]}" for table, nouns in _PARTS.items() if self.parts.get(table)]
            return ", ".join(told) or "nothing new"
        return f"{self.added} {self.what.removesuffix('s') if self.added == 1 else self.what}"


def _counted(number: int, one: str, many: str) -> list[str]:
    return [f"{number} {one if number == 1 else many}."] if number else []
