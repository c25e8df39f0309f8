"""Pictures come in without anything but what is to be seen, and none that is broken, huge or no picture."""

import random
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.pictures import drawn, saved
from workshop.errors import WorkshopError
from workshop.intake.picture import LONGEST, MOST_BYTES, MOST_KEPT, picture_of, pixels, read_picture

PRIVATE = "taken at 12 Harbour Street"
JPEG, PNG = drawn(), drawn(kind="PNG")


def opened(content: bytes) -> Image.Image:
    """The picture in these bytes."""
    return Image.open(BytesIO(content))


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_of_size(width: int, height: int) -> bytes:
    """A PNG whose header says this size, with next to nothing behind it."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(100_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_jpeg_keeps_nothing_that_was_written_beside_it() -> None:
    """Where it was taken, the camera's settings, its comment and its colour profile are gone; what is seen stays."""
    exif = Image.Exif()
    exif[0x010E], exif[0x8825] = PRIVATE, {1: "N", 2: (56.0, 11.0, 0.0)}
    picture = picture_of(drawn(exif=exif, comment=PRIVATE, icc_profile=PRIVATE.encode()), "p.jpg")
    assert PRIVATE.encode() not in picture.content
    assert not opened(picture.content).getexif()
    assert set(opened(picture.content).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert (picture.media, picture.width, picture.height) == ("image/jpeg", 64, 48)


def test_a_png_keeps_nothing_that_was_written_beside_it() -> None:
    """Its texts, packed or not, and its camera data are gone, and so is what stands behind its end."""
    texts = PngInfo()
    texts.add_text("Author", PRIVATE)
    texts.add_text("Comment", PRIVATE, zip=True)
    texts.add_itxt("Title", PRIVATE)
    exif = Image.Exif()
    exif[0x010E] = PRIVATE
    picture = picture_of(drawn(kind="PNG", pnginfo=texts, exif=exif) + PRIVATE.encode(), "p.png")
    assert picture.media == "image/png"
    assert PRIVATE.encode() not in picture.content
    assert opened(picture.content).info == {}


def test_a_picture_is_turned_as_the_camera_was_held() -> None:
    """The note of the camera's side goes, so the pixels are turned by it first."""
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = picture_of(drawn(exif=exif), "p.jpg")
    assert (picture.width, picture.height) == (48, 64)


def test_what_is_transparent_is_white() -> None:
    """A drawing without a background is seen as on paper, and not as black on black."""
    glass = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    assert pixels(picture_of(saved(glass, "PNG"), "p.png").content, 4, 4)[0][0] == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16"])
def test_every_way_to_keep_colours_is_read(mode: str) -> None:
    """Black and white, greys, palettes and printers' colours come out as ordinary pictures."""
    kind = "JPEG" if mode == "CMYK" else "PNG"
    image = Image.new(mode, (8, 8)) if mode == "I;16" else Image.new("RGB", (8, 8), "white").convert(mode)
    picture = picture_of(saved(image, kind), "p")
    assert opened(picture.content).mode == "RGB"


def test_a_large_picture_is_kept_small() -> None:
    """A photograph of 12 million pixels is cut down to what a page or a screen can show; its shape stays."""
    picture = picture_of(drawn(4000, 3000), "p.jpg")
    assert (picture.width, picture.height) == (LONGEST, 1200)
    assert len(picture.content) <= MOST_KEPT


def test_a_picture_that_packs_badly_is_kept_small_too() -> None:
    """Pure noise, the worst there is, comes down to the bytes that a report can carry."""
    noise = Image.frombytes("RGB", (1300, 1200), random.Random(6).randbytes(1300 * 1200 * 3))  # noqa: S311  # no secret
    picture = picture_of(saved(noise, "PNG"), "p.png")
    assert picture.media == "image/jpeg"
    assert len(picture.content) <= MOST_KEPT


def test_too_many_pixels_are_refused_by_what_the_header_says() -> None:
    """A file of 300 bytes that would unpack to 10 GB is refused before a pixel is decoded."""
    with pytest.raises(WorkshopError, match="60,000 by 60,000 pixels"):
        picture_of(png_of_size(60_000, 60_000), "bomb.png")


def test_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    """Of a file of a gigabyte no more is read than a picture may have."""
    huge = tmp_path / "huge.jpg"
    with huge.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(WorkshopError, match=f"larger than {MOST_BYTES // 1_000_000} MB"):
        read_picture(huge)


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"GIF89a" + bytes(40), b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", JPEG[:300]],
)
def test_what_is_no_picture_is_refused_in_words(content: bytes) -> None:
    """Nothing, text, another format, the first bytes of one: each in one sentence, with what it has to be."""
    with pytest.raises(WorkshopError, match="no picture that could be shown") as told:
        picture_of(content, "p")
    assert "JPEG or a PNG" in told.value.cure


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    """And a folder, and a name that no file can have."""
    for path in (tmp_path / "none.png", tmp_path, Path("a\0b")):
        with pytest.raises(WorkshopError):
            read_picture(path)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([JPEG, PNG]), st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), max_size=8), st.integers(0, 5000))
def test_a_damaged_picture_is_shown_or_refused(whole: bytes, changes: list[tuple[int, int]], cut: int) -> None:
    """Whatever happened to a file's bytes, it comes in as a picture or is refused in words, and nothing else is raised."""
    damaged = bytearray(whole[: len(whole) - cut % (len(whole) // 2)] if cut % 3 == 0 else whole)
    for place, value in changes:
        damaged[place % len(damaged)] = value
    try:
        picture = picture_of(bytes(damaged), "p")
    except WorkshopError:
        return
    assert opened(picture.content).size == (picture.width, picture.height)


def test_pixels_keep_the_shape_and_the_colours() -> None:
    """A picture of 4 to 3 in a square of 12 is 12 by 9, white above and blue below."""
    found = pixels(PNG, 12, 12)
    assert (len(found), len(found[0])) == (9, 12)
    assert (found[0][0], found[-1][-1]) == ((255, 255, 255), (0x12, 0x43, 0x6D))


def test_pixels_of_next_to_no_room_are_one() -> None:
    """However small the place, there is a pixel."""
    assert len(pixels(PNG, 1, 1)) == 1
