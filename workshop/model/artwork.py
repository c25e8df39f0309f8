"""Artworks: pictures that are shown to groups, for what each sees in them (sessions.md, `reading-the-pictures`)."""

from base64 import b64decode
from dataclasses import dataclass

Pixels = tuple[tuple[tuple[int, int, int], ...], ...]
"""Rows of pixels: red, green and blue from 0 to 255."""
ENDINGS = {"image/jpeg": "jpg", "image/png": "png"}
"""What a picture's file is called at its end, by its media type: those that there are."""
_BEGINS = {"image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Artwork:
    """A picture and its caption: A1. What is said while it is shown are its readings. `made_by` is the perspective that it arose from.

    `alt` says what is to be seen, for who can't see it. `picture` is the file's bytes in base64 and `media` its type: they stand in the
    record, so that what keeps, copies, merges, encrypts and erases words does the same for pictures; "" where it is shown on paper.
    """

    id: str
    number: int
    caption: str
    made_by: str
    alt: str = ""
    media: str = ""
    width: int = 0
    height: int = 0
    picture: str = ""

    @property
    def content(self) -> bytes:
        """The bytes of its file; none where it is shown on paper, or where what another hand wrote here is no picture of its type."""
        try:
            found = b64decode(self.picture, validate=True)
        except ValueError:
            return b""
        return found if self.media in _BEGINS and found.startswith(_BEGINS[self.media]) else b""

    @property
    def described(self) -> str:
        """What stands in its place for who can't see it."""
        return self.alt or self.caption
