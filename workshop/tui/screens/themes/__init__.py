"""The Themes screen: what was said on the left, the codebook on the right, and the keys that bring the two together.

Each part is a file of its own, and a screen that knows `ThemesBase` alone.
"""

from workshop.tui.screens.themes.screen import ThemesScreen

__all__ = ["ThemesScreen"]
