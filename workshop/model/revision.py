"""Changes of the codebook as values: rename, merge, split. Nothing is saved here.

A merge is a person's decision. What the themes were called stays as aliases, so that a tag typed from habit still finds its theme.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from workshop.errors import WorkshopError
from workshop.model.codebook import named, new_theme, resolve
from workshop.model.keys import coding_id
from workshop.model.records import Coding, Theme
from workshop.text import clean_line, fold


@dataclass(frozen=True, slots=True)
class Split:
    """What a split writes: themes and codings to put, codings to delete; `part` is the theme that the reflections went to."""

    part: Theme
    themes: tuple[Theme, ...]
    arriving: tuple[Coding, ...]
    leaving: tuple[Coding, ...]


def renamed(theme: Theme, title: str, themes: Mapping[str, Theme]) -> Theme:
    """The theme under its new title, the old one an alias. Raises WorkshopError if the title is blank or another theme's."""
    title = _free(title, theme, themes)
    aliases = theme.aliases if fold(title) == fold(theme.title) else (*theme.aliases, theme.title)
    return replace(theme, title=title, aliases=_distinct(aliases, title))


def with_aliases(theme: Theme, aliases: Iterable[str], themes: Mapping[str, Theme]) -> Theme:
    """The theme with these aliases and no others. Raises WorkshopError if one is blank or another theme's."""
    return replace(theme, aliases=_distinct((_free(alias, theme, themes) for alias in aliases), theme.title))


def with_parent(theme: Theme, parent: str | None, themes: Mapping[str, Theme]) -> Theme:
    """The theme under this parent (an id), or under none. Raises WorkshopError if that isn't there, or stands under the theme."""
    above = parent
    passed = {theme.id}
    while above is not None:
        if above in passed:  # two laptops may have made a ring of others that neither saw
            raise WorkshopError(f'"{theme.title}" would stand under itself, or in a ring.', "Choose a parent that isn't below it.")
        if above not in themes:
            raise WorkshopError("There is no such parent theme.")
        passed.add(above)
        above = themes[above].parent
    return replace(theme, parent=parent)


def whole(into: Theme, others: Collection[Theme], themes: Mapping[str, Theme]) -> Theme:
    """The theme that `into` is once the others are part of it.

    It keeps its id, title, order and lead organisation; of what it lacks it takes the first of the others', descriptions are joined.
    """
    all_of = (into, *others)
    return replace(
        into,
        description="\n".join(dict.fromkeys(theme.description for theme in all_of if theme.description)),
        aliases=_distinct((name for theme in all_of for name in (theme.title, *theme.aliases)), into.title),
        parent=_parent_outside(into, {other.id for other in others}, themes),
        priority=any(theme.priority for theme in all_of),
        lead_organisation=next((theme.lead_organisation for theme in all_of if theme.lead_organisation), ""),
        provisional=all(theme.provisional for theme in all_of),
    )


def split(
    theme: Theme,
    title: str,
    reflections: Collection[str],
    *,
    themes: Mapping[str, Theme],
    codings: Iterable[Coding],
    salt: str,
    taken: Collection[str],
) -> Split:
    """These reflections (ids) leave the theme for another: the one of this title, or a new one, which then stands under the same parent.

    `taken` are ids that no new theme may have. If the title was an alias of the theme, it is that no longer. Raises WorkshopError if it is
    the theme's own, or blank.
    """
    title = _title(title)
    if fold(title) == fold(theme.title):
        raise WorkshopError(f'"{theme.title}" can\'t be split into itself.', "Give the new theme a title of its own.")
    rest = replace(theme, aliases=tuple(alias for alias in theme.aliases if fold(alias) != fold(title)))
    found = resolve(title, {**themes, theme.id: rest})
    made = replace(new_theme(title, themes, salt, taken), title=title, parent=theme.parent, provisional=theme.provisional)
    part = found or replace(made, split_from=theme.id)
    changed = [*([rest] if rest != theme else []), *([] if found else [part])]
    of_these = [coding for coding in codings if coding.reflection in reflections]
    there = {coding.id for coding in of_these if coding.theme == part.id}
    leaving = tuple(coding for coding in of_these if coding.theme == theme.id)
    moved = [replace(each, id=coding_id(salt, each.reflection, part.id, each.coder), theme=part.id) for each in leaving]
    return Split(part, tuple(changed), tuple({each.id: each for each in moved if each.id not in there}.values()), leaving)


def _parent_outside(theme: Theme, gone: Collection[str], themes: Mapping[str, Theme]) -> str | None:
    """The nearest theme above that is not merged away."""
    parent = theme.parent
    passed = {theme.id}
    while parent is not None and parent in gone and parent not in passed:
        passed.add(parent)
        parent = themes[parent].parent
    return None if parent in passed else parent


def _title(title: str) -> str:
    title = clean_line(title)
    if not fold(title):
        raise WorkshopError("A theme needs a title.", "Type a word or two for it.")
    return title


def _free(title: str, theme: Theme, themes: Mapping[str, Theme]) -> str:
    """The title, cleaned, if no other theme has it as its title or alias."""
    title = _title(title)
    taken = named({key: other for key, other in themes.items() if key != theme.id}).get(fold(title))
    if taken is not None:
        raise WorkshopError(f'There is a theme of that name already: "{taken.title}".', "Merge the two if they mean the same.")
    return title


def _distinct(names: Iterable[str], title: str) -> tuple[str, ...]:
    """The names, each once however it is spelt, without the title."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    found.pop(fold(title), None)
    return tuple(found.values())
