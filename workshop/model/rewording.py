"""Statements that a group put in better words: each is a new one in place of another, so that what was answered stays with its words."""

from collections.abc import Mapping

from workshop.model.records import Statement


def earlier(statement: str, statements: Mapping[str, Statement]) -> tuple[str, ...]:
    """The ids of what stood in its place before, the last first; of a ring that two laptops made, each once."""
    found: list[str] = []
    while statement in statements:
        statement = statements[statement].replaces
        if not statement or statement in found:
            break
        found.append(statement)
    return tuple(found)
