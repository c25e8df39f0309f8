"""Statements that a group put in better words: each is a new one in place of another, so that what was answered stays with its words."""

from collections.abc import Collection, Iterable, Mapping

from workshop.model.records import Statement


def in_better_words(shown: Iterable[Statement], among: Iterable[Statement], kept: Collection[str] = ()) -> tuple[Statement, ...]:
    """The statements that are to be shown now in place of these, each once: those `among` which better words stand give way to them.

    One that is `kept` (an id) stays, with the better words behind it. Of a ring that two laptops made, all stay.
    """
    better: dict[str, list[Statement]] = {}
    for each in sorted(among, key=lambda each: (each.number, each.id)):
        if each.replaces:
            better.setdefault(each.replaces, []).append(each)
    found: dict[str, Statement] = {}

    def place(one: Statement, passed: frozenset[str]) -> None:
        newer = [each for each in better.get(one.id, ()) if each.id not in passed]
        if not newer or one.id in kept:
            found.setdefault(one.id, one)
        for each in newer:
            place(each, passed | {each.id})

    for one in shown:
        place(one, frozenset({one.id}))
    return tuple(found.values())


def earlier(statement: str, statements: Mapping[str, Statement]) -> tuple[str, ...]:
    """The ids of what stood in its place before, the last first; of a ring that two laptops made, each once."""
    found: list[str] = []
    while statement in statements:
        statement = statements[statement].replaces
        if not statement or statement in found:
            break
        found.append(statement)
    return tuple(found)
