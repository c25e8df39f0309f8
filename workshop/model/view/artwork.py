"""A picture and what each group read in it, as a report may show them."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass

from workshop.model.view.quote import ShownQuote


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownArtwork:
    """A picture: "A1". `content` is its file, of the type `media`; empty where it was shown on paper. `described` is its text alternative.

    `readings` are by perspective, the two that are compared first: a few of each side, as many of one as of the other unless that has
    none. `more` says by perspective how many stand elsewhere: "2 more readings", "".
    """

    name: str
    caption: str
    made_by: str
    made_by_plural: str
    described: str
    media: str
    width: int
    height: int
    content: bytes
    readings: Mapping[str, tuple[ShownQuote, ...]]
    more: Mapping[str, str]

    @property
    def data_uri(self) -> str:
        """The picture as an address that holds it whole; "" where there is none."""
        return f"data:{self.media};base64,{b64encode(self.content).decode()}" if self.content else ""
