"""A picture that comes in: looked at before it is decoded, then written anew, so that nothing of the file is kept but what is to be seen.

Where it was taken and with what, what was cut off it, a comment: all of that stands in a picture's file beside its pixels, and none of
it was meant to be shown. Only here is Pillow used, and loaded when there is a picture: 38 ms.
"""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from workshop.errors import WorkshopError
from workshop.model.artwork import Pixels

MOST_BYTES = 5_000_000
"""Of a file that comes in."""
MOST_PIXELS = 40_000_000
"""More than any telephone's camera gives; decoded, 120 MB."""
LONGEST = 1_600
"""Pixels of the longer side that are kept: enough for a page of paper, and for the largest screen in a room."""
MOST_KEPT = 600_000
"""Bytes that are kept, so that reports with a dozen pictures can still be sent by e-mail."""
_QUALITIES = (85, 75, 65, 50)
_FORMATS = ("JPEG", "PNG")
_MEDIA = {"JPEG": "image/jpeg", "PNG": "image/png"}
_FAULTS = (OSError, SyntaxError, ValueError, TypeError, EOFError, IndexError, KeyError, OverflowError, struct.error, zlib.error)
"""What Pillow raises of a file that is broken, or made to break its readers."""


class Picture(NamedTuple):
    """A picture as it is kept: `media` is image/jpeg or image/png."""

    media: str
    width: int
    height: int
    content: bytes


def read_picture(path: Path) -> Picture:
    """The picture in this file. Raises WorkshopError where there is none that could be shown."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise WorkshopError(f"{path} can't be read: {error.strerror or error}.") from error
    except ValueError as error:  # a NUL in the path, or a character that no file name can hold
        raise WorkshopError("That is not the path of a file.") from error
    return picture_of(content, path.name)


def picture_of(content: bytes, name: str) -> Picture:
    """The picture that these bytes of a file are, turned as its camera was held and without all else. Raises WorkshopError."""
    if len(content) > MOST_BYTES:
        raise WorkshopError(f"{name} is larger than {MOST_BYTES // 1_000_000} MB.", "Save a smaller copy of the picture, and add that.")
    with _told(name):
        image, kind = _upright(content, name)
        return _kept(image, kind)


def pixels(content: bytes, columns: int, rows: int) -> Pixels:
    """The picture as large as fits into so many pixels, its shape kept. Raises WorkshopError where the bytes are damaged."""
    with _told("The picture"):
        image, _ = _upright(content, "The picture")
        scale = min(columns / image.width, rows / image.height)
        size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
        raw: bytes = image.resize(size).tobytes()
    flat = list(zip(raw[0::3], raw[1::3], raw[2::3], strict=True))
    return tuple(tuple(flat[start : start + size[0]]) for start in range(0, len(flat), size[0]))


@contextmanager
def _told(name: str) -> Iterator[None]:
    """A broken picture in words."""
    try:
        yield
    except _FAULTS as error:
        raise WorkshopError(f"{name} is no picture that could be shown, or not a whole one.", "It has to be a JPEG or a PNG.") from error


def _upright(content: bytes, name: str) -> tuple[Any, str]:
    """The picture in red, green and blue, on white where it is transparent, at most LONGEST long; and the format that it came in."""
    from PIL import Image, ImageOps  # noqa: PLC0415  # 38 ms, and most workshops have no picture

    Image.MAX_IMAGE_PIXELS = None  # it would warn on stderr; the size is looked at here, before a pixel is decoded
    with Image.open(BytesIO(content), formats=_FORMATS) as image:
        if image.width * image.height > MOST_PIXELS:
            raise WorkshopError(
                f"{name} is {image.width:,} by {image.height:,} pixels: too many to be shown.",
                f"Save a copy whose longer side has {LONGEST:,} pixels, and add that.",
            )
        kind = str(image.format)
        image.draft("RGB", (LONGEST, LONGEST))
        turned = ImageOps.exif_transpose(image)
        shown = turned.convert("RGBA") if turned.has_transparency_data else turned.convert("RGB")
        shown.thumbnail((LONGEST, LONGEST))
        plain = Image.new("RGB", shown.size, "white")
        plain.paste(shown, mask=shown if shown.mode == "RGBA" else None)
        return plain, kind


def _kept(image: Any, kind: str) -> Picture:
    """Written in its own format where that is small enough, else as a JPEG that is."""
    written = BytesIO()
    image.save(written, kind, **({"quality": _QUALITIES[0]} if kind == "JPEG" else {"optimize": True}))
    for quality in _QUALITIES:
        if written.tell() <= MOST_KEPT:
            break
        kind, written = "JPEG", BytesIO()
        image.save(written, kind, quality=quality)
    if written.tell() > MOST_KEPT:
        image.thumbnail((image.width // 2, image.height // 2))
        return _kept(image, "JPEG")
    return Picture(_MEDIA[kind], image.width, image.height, written.getvalue())
