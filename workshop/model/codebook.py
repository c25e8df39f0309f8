"""The codebook: which theme a tag means, what resembles it by spelling, and how a tag's theme is called.

Nothing here tells two themes to be one: words differ where meanings don't, so a machine that grouped by spelling would invent
differences between the groups. What resembles a tag is a hint, shown and never acted on.
"""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache

from workshop.model.keys import theme_id
from workshop.model.records import Theme
from workshop.text import clean_line, fold

ALIKE = 0.8
"""difflib's ratio from which two spellings are hinted at as perhaps the same: "foodbanks" is 0.94 of "foodbank"."""

_HINTS = 3


def ordered(themes: Mapping[str, Theme]) -> list[Theme]:
    """The themes in the codebook's order: by `order`, then title, then id."""
    return sorted(themes.values(), key=lambda theme: (theme.order, fold(theme.title), theme.id))


def named(themes: Mapping[str, Theme]) -> Mapping[str, Theme]:
    """The theme of every folded title and alias, titles first: an alias never hides a title. Of two equal names the first has it."""
    in_order = ordered(themes)
    found: dict[str, Theme] = {}
    for theme in in_order:
        found.setdefault(fold(theme.title), theme)
    for theme in in_order:
        for alias in theme.aliases:
            found.setdefault(fold(alias), theme)
    return found


def names(themes: Mapping[str, Theme]) -> Mapping[str, str]:
    """The title for every folded title and alias, for the capture line's context."""
    return {name: theme.title for name, theme in named(themes).items()}


def resolve(tag: str, themes: Mapping[str, Theme]) -> Theme | None:
    """The theme that a tag or a title means, by its title, else by an alias; None for a new one."""
    return named(themes).get(fold(tag))


def similar(tag: str, names: Iterable[str]) -> tuple[str, ...]:
    """Of these folded names those spelt much like the tag (`ALIKE`), the likest first, at most three; the tag's own isn't among them."""
    return _similar(fold(tag), tuple(names))


def near(tag: str, themes: Mapping[str, Theme]) -> tuple[Theme, ...]:
    """The themes with a title or an alias spelt much like the tag, the likest first, at most three: a hint, for a person to judge."""
    by_name = named(themes)
    own = by_name.get(fold(tag))
    found = {by_name[name].id: by_name[name] for name in similar(tag, by_name)}
    return tuple(theme for theme in found.values() if own is None or theme.id != own.id)


def display_title(tag: str) -> str:
    """How a new tag's theme is called: "income-maximisation" becomes "Income maximisation". Folds as the tag does."""
    spaced = " ".join(clean_line(tag).replace("-", " ").replace("_", " ").split())
    raised = spaced[:1].upper() + spaced[1:]
    # Not every letter comes back: a dotless i would become another letter, and the tag would no longer find its theme.
    return raised if fold(raised) == fold(spaced) else spaced


def under_name(name: str, title: str) -> str:
    """A title, after the name by which it was found where that is another: "Food (now Debt)" for a theme merged into Debt, or an alias."""
    return title if fold(name) in fold(title) else f"{display_title(name)} (now {title})"


def new_theme(tag: str, themes: Mapping[str, Theme], salt: str, taken: Collection[str]) -> Theme:
    """A provisional theme for a tag that resolves to none, last in order.

    Its id is that of the title, so that two windows make one theme of it. Where that id is in use by a theme that was born with this title
    and bears another now, the next free one is taken, the same in both windows; `taken` are the ids of those that were merged.
    """
    title = display_title(tag)
    key = title
    while theme_id(salt, key) in themes or theme_id(salt, key) in taken:
        key += "'"
    return Theme(id=theme_id(salt, key), title=title, order=1 + max((theme.order for theme in themes.values()), default=-1))


@lru_cache(maxsize=256)
def _similar(folded: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Kept, and most names passed over by their letters, because it runs at every key press while a new tag is typed."""
    own = _letters(folded)
    possible = [
        name
        for name, letters in zip(names, _letters_of(names), strict=True)
        # At a ratio of 0.8 at most a fifth of both is unmatched; a letter that only one of them has is.
        if (own ^ letters).bit_count() <= (1 - ALIKE) * (len(folded) + len(name)) + 1e-9 and name != folded
    ]
    return tuple(get_close_matches(folded, possible, _HINTS, ALIKE))


def _letters(name: str) -> int:
    """Which letters it has, a bit each; where two letters share a bit, names look more alike, never less."""
    found = 0
    for letter in name:
        found |= 1 << ord(letter) % 64
    return found


@lru_cache(maxsize=8)
def _letters_of(names: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(_letters(name) for name in names)
