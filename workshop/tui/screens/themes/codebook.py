"""The codebook: themes are added, named, described, merged, split and put in order, each by a key."""

from functools import partial

from textual import work

from workshop.model.records import Theme
from workshop.tui.codedview import CodedView
from workshop.tui.keys import key_name
from workshop.tui.screens.theme_edit import WhatIsKnownOfTheTheme
from workshop.tui.screens.theme_merge import MergeIntoWhich
from workshop.tui.screens.theme_title import WhatIsTheThemeCalled
from workshop.tui.screens.themes.base import ThemesBase
from workshop.workbook.book import Workbook


class EditingCodebook(ThemesBase):
    """What is done with the theme that is chosen."""

    @work(group="asking")
    async def action_new_theme(self) -> None:
        """Ask for a title, which what was typed may be, and make the theme."""
        asked = WhatIsTheThemeCalled("A new theme: what is it called?", self._typed, self._alike)
        title = await self.app.push_screen_wait(asked)
        if title is not None:
            made = await self._do(partial(self._book.add_theme, title), lambda made: f"the theme {made.title} is new")
            self._go_to(made)

    @work(group="asking")
    async def action_rename_theme(self) -> None:
        """Ask for another title; the old one stays as another name."""
        theme = self.theme()
        if theme is None:
            return
        asked = WhatIsTheThemeCalled(f"{theme.title}: what is it called from now on?", theme.title, self._alike)
        title = await self.app.push_screen_wait(asked)
        if title is not None:
            await self._do(partial(self._book.rename_theme, theme.title, title), partial(_renamed_words, theme.title))

    @work(group="asking")
    async def action_edit_theme(self) -> None:
        """Ask what is known of it."""
        theme, view = self.theme(), self._view
        if theme is None or view is None:
            return
        titles = [row.title for row in view.themes if row.id != theme.id]
        known = await self.app.push_screen_wait(WhatIsKnownOfTheTheme(theme, view.title(theme.parent or ""), titles))
        if known is None:
            return
        edit = partial(
            self._book.edit_theme,
            theme.title,
            description=known.description,
            aliases=known.aliases,
            parent=known.parent,
            lead=known.lead,
            agreed=known.agreed,
            priority=known.priority,
        )
        await self._do(edit, lambda now: f"{now.title} is changed")

    @work(group="asking")
    async def action_merge_theme(self) -> None:
        """Ask into which, saying what will happen, and make it part of that."""
        theme, view = self.theme(), self._view
        if theme is None or view is None:
            return
        others = [row for row in view.themes if row.id != theme.id]
        alike = next((each.id for each in self._book.near_themes(theme.title)), "")
        asked = MergeIntoWhich(theme.title, others, self._sides, partial(_what_merging_does, view, theme), alike)
        into = await self.app.push_screen_wait(asked)
        if into is not None:
            merge = partial(self._book.merge_themes, theme.title, view.title(into))
            self._go_to(await self._do(merge, partial(_merged_words, theme.title)))

    @work(group="asking")
    async def action_split_theme(self) -> None:
        """Ask for the title of the theme that the marked remarks leave for."""
        theme, view, remarks = self.theme(), self._view, self.targets
        if theme is None or view is None:
            return
        leaving = tuple(each for each in remarks if theme.id in view.filed.get(each, ()))
        if not leaving:
            how = f"{key_name('themes.of')} lists them, {key_name('themes.mark')} marks"
            self.chips.say(f"Mark remarks that are filed under {theme.title} first: {how}.")
            return
        more = f"{_remarks(len(leaving))} {'leaves' if len(leaving) == 1 else 'leave'} {theme.title} for it."
        title = await self.app.push_screen_wait(
            WhatIsTheThemeCalled(f"{theme.title} is split: what is the new part called?", "", self._alike, more=more)
        )
        if title is not None:
            split = partial(self._book.split_theme, theme.title, title, leaving)
            self._go_to(await self._do(split, partial(_split_words, theme.title, len(leaving))))
            self.remarks.mark_these()

    @work(group="verbs")
    async def action_move_theme(self, by: int) -> None:
        """Up or down among those that stand under the same theme."""
        theme = self.theme()
        if theme is not None:
            await self._do(partial(_move, self._book, theme, by))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """All but making one need a theme."""
        if action in ("rename_theme", "edit_theme", "move_theme", "split_theme"):
            return self.themes.chosen is not None
        if action == "merge_theme":
            return len(self.themes) > 1
        return super().check_action(action, parameters)

    def _alike(self, title: str) -> tuple[str, ...]:
        return tuple(theme.title for theme in self._book.near_themes(title)) if title else ()

    def _go_to(self, theme: Theme | None) -> None:
        """Choose a theme as soon as it is listed."""
        if theme is not None:
            self._typed = ""
            self.show_finder()
            self._wanted_theme = theme.id
            self.look()


def _move(book: Workbook, theme: Theme, by: int) -> None:
    """Put a theme where its next neighbour under the same parent stands, if it has one."""
    themes = book.themes()
    near = [place for place, each in enumerate(themes) if each.parent == theme.parent]
    here = next((at for at, place in enumerate(near) if themes[place].id == theme.id), None)
    if here is not None and 0 <= here + by < len(near):
        book.move_theme(theme.title, near[here + by] + 1)


def _renamed_words(before: str, theme: Theme) -> str:
    return f"{before} is now {theme.title}"


def _merged_words(part: str, theme: Theme) -> str:
    return f"{part} is part of {theme.title} now; {key_name('themes.undo')} takes it back"


def _split_words(whole: str, leaving: int, part: Theme) -> str:
    return f"{_remarks(leaving)} went from {whole} to {part.title}"


def _what_merging_does(view: CodedView, theme: Theme, into: str) -> str:
    """What a merge into this theme (an id) comes to, before anything is done."""
    mine = {remark for remark, themes in view.filed.items() if theme.id in themes}
    both = {remark for remark, themes in view.filed.items() if theme.id in themes or into in themes}
    other = view.title(into)
    moves = f"{_remarks(len(mine))} of {theme.title} will be filed under {other}, which then has {len(both)}."
    return f"{moves} {theme.title} stays as another name of it."


def _remarks(count: int) -> str:
    return f"{count} remark{'' if count == 1 else 's'}"
