"""Which pages there are, in the order in which they are listed."""

from functools import cache
from importlib.resources import files

from workshop.errors import WorkshopError
from workshop.guide.page import Page
from workshop.guide.reading import read_page
from workshop.text import clean_line, fold

GLOSSARY = "glossary"
PAGES = {
    "facilitator": "who leads the session and watches the clock",
    "note-taker": "who types what people say",
    "organiser": "who sets it up, looks after the notes, and sees that something comes of it",
    GLOSSARY: "what the words mean that the program uses",
}
"""Each page's name, and whom or what it is for."""
_ALSO = {"words": GLOSSARY, "notetaker": "note-taker", "note taker": "note-taker", "organizer": "organiser"}


def named_page(typed: str) -> str:
    """The name of the page that is meant, however it is typed. Raises WorkshopError with the names that there are."""
    wanted = fold(typed)
    found = _ALSO.get(wanted) or next((name for name in PAGES if fold(name) == wanted), "")
    if not found:
        raise WorkshopError(f'There is no guide "{clean_line(typed)[:60]}".', f"The guides are: {', '.join(PAGES)}.")
    return found


@cache
def load_page(name: str) -> Page:
    """One page, by its name."""
    text = files("workshop.guide").joinpath("text", f"{name}.md").read_text(encoding="utf-8")
    return read_page(name, text)
