"""The themes: calm, one accent a perspective, no red but for "not saved" (style.md, Look)."""

from textual.theme import Theme

from workshop.model.perspective import AT, PARENT, PRACTITIONER

DARK = Theme(
    name="workshop-dark",
    dark=True,
    primary="#7DB5EA",
    secondary="#8C99A8",
    accent="#7DB5EA",
    foreground="#E4E7EB",
    background="#14181D",
    surface="#1A1F26",
    panel="#232A33",
    warning="#D9B871",
    error="#F0716B",
    success="#9CBFA7",
    variables={
        "parents": "#7DB5EA",
        "practitioners": "#F59A63",
        "others": "#B9A7D6",
        "quiet": "#98A3AF",
        "block-cursor-background": "#233242",
        "block-cursor-foreground": "#FFFFFF",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#222B35",
        "block-cursor-blurred-foreground": "#E4E7EB",
        "input-selection-background": "#7DB5EA 35%",
        "border": "#7DB5EA",
        "border-blurred": "#343E4A",
    },
)

LIGHT = Theme(
    name="workshop-light",
    dark=False,
    primary="#12436D",
    secondary="#5B6570",
    accent="#12436D",
    foreground="#1B2127",
    background="#FBFAF7",
    surface="#F3F2EE",
    panel="#E7E8E6",
    warning="#7A5A10",
    error="#B3261E",
    success="#2F5D43",
    variables={
        "parents": "#12436D",
        "practitioners": "#9C3A0C",
        "others": "#5A3E8C",
        "quiet": "#59636D",
        "block-cursor-background": "#D3E0EC",
        "block-cursor-foreground": "#0B1116",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#E6EAEC",
        "block-cursor-blurred-foreground": "#1B2127",
        "input-selection-background": "#12436D 25%",
        "border": "#12436D",
        "border-blurred": "#C9CCC9",
    },
)

HIGH = Theme(
    name="workshop-high-contrast",
    dark=True,
    primary="#8CCBFF",
    secondary="#D0D6DC",
    accent="#8CCBFF",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#16191D",
    warning="#FFD866",
    error="#FF8F8A",
    success="#A9E5BB",
    variables={
        "parents": "#8CCBFF",
        "practitioners": "#FFB07A",
        "others": "#D6C4FF",
        "quiet": "#D0D6DC",
        "block-cursor-background": "#0E2540",
        "block-cursor-foreground": "#FFFFFF",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#1F252C",
        "block-cursor-blurred-foreground": "#FFFFFF",
        "input-selection-background": "#8CCBFF 35%",
        "border": "#8CCBFF",
        "border-blurred": "#8A939C",
    },
)

THEMES = {"dark": DARK, "light": LIGHT, "high-contrast": HIGH}
"""By the names that a person types, in the order in which one key goes through them."""

_COLOURS = {PARENT: "$parents", PRACTITIONER: "$practitioners"}


def colour_of(perspective: str) -> str:
    """The style in which a perspective's people and bars are shown, as Textual's Content takes it; of "parent@Ayr", the parents'."""
    return _COLOURS.get(perspective.partition(AT)[0], "$others")
