"""The codebook and what further coders gave, as they may be shown."""

from collections import defaultdict
from collections.abc import Mapping

from workshop.model.codebook import ordered
from workshop.model.records import Records
from workshop.model.view.codebook import ShownTheme


def codebook(records: Records) -> tuple[ShownTheme, ...]:
    """All themes in the codebook's order; who stands under a theme that isn't there stands under none."""
    themes = records.themes
    return tuple(
        ShownTheme(
            id=each.id,
            title=each.title,
            description=each.description,
            aliases=each.aliases,
            parent=each.parent if each.parent and each.parent in themes else "",
            priority=each.priority,
            lead_organisation=each.lead_organisation,
            agreed=not each.provisional,
        )
        for each in ordered(themes)
    )


def second_codings(records: Records, *, by_name: bool = True) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """By remark (an id) and coder, who isn't the note-taker: titles in the codebook's order, none where the coder found none to fit.

    Coders are called by what they called themselves, or else "Coder 2", "Coder 3": the note-taker is the first.
    """
    themes = ordered(records.themes)
    coders = sorted({coding.coder for coding in records.codings.values() if coding.coder})
    called = {coder: coder if by_name else f"Coder {place}" for place, coder in enumerate(coders, start=2)}
    given: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for coding in records.codings.values():
        if coding.coder and (not coding.theme or coding.theme in records.themes):
            given[coding.reflection][called[coding.coder]].add(coding.theme)
    return {
        remark: {coder: tuple(each.title for each in themes if each.id in found) for coder, found in sorted(codings.items())}
        for remark, codings in given.items()
    }
