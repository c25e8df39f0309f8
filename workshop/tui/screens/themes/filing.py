"""Filing: typing finds a theme, Enter files the remarks under it."""

from functools import partial

from textual import events, work

from workshop.text import clean_line
from workshop.tui.codedview import matching
from workshop.tui.keys import key_name, naming_keys
from workshop.tui.roomwords import withdrawn_words
from workshop.tui.screens.contact_card import WhoIsToBeTold
from workshop.tui.screens.put_aside import PutThisAside
from workshop.tui.screens.strike import StrikeThis
from workshop.tui.screens.themes.base import ThemesBase
from workshop.tui.widgets.chips import Concern
from workshop.tui.widgets.chooser import Chooser

NO_SUCH_THEME = "No theme has a name like that. {themes.new} makes one of it."
IN_NAMES = " -'’.&"
"""What may stand within a theme's name, beside letters and digits; at its beginning these are keys."""
NONE_CHOSEN = "Choose a theme first: type its name or its number, or {themes.pane} goes to the list."


class Filing(ThemesBase):
    """What is done with the remarks that are marked, or with the one that is chosen."""

    def on_key(self, event: events.Key) -> None:
        """Letters and digits find a theme; the rest is left to the keys."""
        letter = event.character or ""
        if not isinstance(self.focused, Chooser) or len(letter) != 1:
            return
        if letter.isalnum() or (self._typed and letter in IN_NAMES):
            event.stop()
            event.prevent_default()
            self.find_theme(self._typed + letter)

    def on_paste(self, event: events.Paste) -> None:
        """A pasted name finds a theme too."""
        if isinstance(self.focused, Chooser):
            event.stop()
            self.find_theme(self._typed + clean_line(event.text))

    def find_theme(self, typed: str) -> None:
        """Go to the theme that this means."""
        self._typed = typed
        found = matching(typed, self._view.themes) if self._view else None
        if found is not None:
            self.themes.choose(found.id)
        self.show_finder()
        if typed and found is None:
            self.chips.say(naming_keys(NO_SUCH_THEME), Concern.ASKING)
        else:
            files = f"{key_name('themes.file')} files"
            self.chips.say(f"{files} {self._named(self.targets)} under {found.title}" if found and self.targets else "")
        self.refresh_bindings()

    def action_take_back_letter(self) -> None:
        """Take the last letter off what was typed."""
        self.find_theme(self._typed[:-1])

    def action_mark(self) -> None:
        """Mark a remark, or in the codebook a theme, so that several are dealt with at once."""
        (self.themes if self.focused is self.themes else self.remarks).toggle_mark()
        self.show_what_is_looked_for()
        self.refresh_bindings()

    def action_also(self) -> None:
        """Mark the theme that was found, and find another."""
        if self.themes.chosen is not None:
            self.themes.toggle_mark()
            self.themes.action_go(-1)
            self.find_theme("")

    @work(group="verbs")
    async def action_file(self) -> None:
        """File the remarks under the theme that was found, and those that are marked; or under the one that is chosen."""
        themes = self._meant()
        if not themes or not self.targets:
            self.chips.say(naming_keys(NO_SUCH_THEME if self._typed else NONE_CHOSEN), Concern.ASKING)
            return
        remarks, said = self.targets, f"{self._named(self.targets)} filed under {self.titles(themes)}"
        if await self._do(partial(self._book.code, remarks, *map(self._title, themes)), lambda _: said) is not None:
            self._start_afresh()

    @work(group="verbs")
    async def action_unfile(self) -> None:
        """Take the remarks out of the theme that is chosen, or out of the only one that they are in."""
        remarks, themes = self.targets, self._meant()
        filed = {theme for remark in remarks for theme in (self._view.filed.get(remark, ()) if self._view else ())}
        out_of = tuple(theme for theme in themes if theme in filed) or (tuple(filed) if len(filed) == 1 else ())
        if not out_of:
            held = self.titles(tuple(filed))
            self.chips.say(f"Filed under {held}: choose one of these." if held else "Not filed anywhere.", Concern.ASKING)
            return
        said = f"{self._named(remarks)} taken out of {self.titles(out_of)}"
        if await self._do(partial(self._book.uncode, remarks, *map(self._title, out_of)), lambda _: said) is not None:
            self._start_afresh()

    @work(group="verbs")
    async def action_undo(self) -> None:
        """Take back the last thing done in this window."""
        await self._do(self._book.undo_asking, lambda undone: f"undone: {undone}")

    @work(group="asking")
    async def action_strike(self) -> None:
        """Show what goes with the chosen remark, ask once, and take it back for good."""
        preview = await self._do(partial(self._book.striking, self.chosen or ""))
        if preview is None:
            return
        if await self.app.push_screen_wait(StrikeThis(preview)):
            await self._do(partial(self._book.withdraw, preview), withdrawn_words)

    @work(group="asking")
    async def action_flag(self) -> None:
        """Ask whether it is this remark, put it aside for safeguarding, and show who is to be told."""
        row = self._view.row(self.chosen or "") if self._view else None
        if row is None or not await self.app.push_screen_wait(PutThisAside(row)):
            return
        card = await self._do(partial(self._book.flag, row.id), lambda _: f"{row.ref} put aside")
        if card is not None:
            await self.app.push_screen_wait(WhoIsToBeTold(row.ref, card))

    def action_other_pane(self) -> None:
        """From the remarks to the themes, and back."""
        (self.remarks if self.focused is self.themes else self.themes).focus()

    def action_leave(self) -> None:
        """Back out of what was begun, one thing at a time; then out of the screen."""
        if self._typed:
            self.find_theme("")
        elif self.themes.marked or self.remarks.marked:
            self._start_afresh()
        elif self.focused is self.themes:
            self.remarks.focus()
        else:
            super().action_leave()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which of them have something to act on."""
        works = {
            "file": bool(self.targets) and self.themes.chosen is not None,
            "mark": self.focused is self.themes or (self.chosen is not None and not self._typed),
            "unfile": any(self._view.filed.get(each) for each in self.targets) if self._view else False,
            "strike": self.chosen is not None,
            "flag": self.chosen is not None,
            "also": self.themes.chosen is not None,
            "take_back_letter": bool(self._typed),
            "undo": bool(self._book.undoable),
        }
        return works[action] if action in works else super().check_action(action, parameters)

    def _meant(self) -> tuple[str, ...]:
        """The themes (ids) to file under: those that are marked and the one that was typed, or else the one that is chosen."""
        marked, chosen = self.themes.marked, self.themes.chosen
        if self._typed:
            found = matching(self._typed, self._view.themes) if self._view else None
            return tuple(dict.fromkeys((*marked, chosen))) if found is not None and chosen is not None else ()
        return marked or ((chosen,) if chosen is not None else ())

    def _title(self, theme: str) -> str:
        return self._view.title(theme) if self._view else ""

    def _named(self, remarks: tuple[str, ...]) -> str:
        """These remarks in words: "R12", or "3 remarks"."""
        row = self._view.row(remarks[0]) if self._view and len(remarks) == 1 else None
        return row.ref if row else f"{len(remarks)} remarks"

    def _start_afresh(self) -> None:
        """Marks and typed letters have done their work."""
        self.remarks.mark_these()
        self.themes.mark_these()
        self._typed = ""
        self.show_finder()
        self.show_what_is_looked_for()
        self.refresh_bindings()
