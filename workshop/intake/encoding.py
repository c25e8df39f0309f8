"""In which encoding the bytes of a text file are: UTF-8, UTF-16 or Windows-1252, told by the bytes alone."""

import codecs
import re

from workshop.errors import WorkshopError

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 4096
_CURE = 'Save it from the spreadsheet as "CSV UTF-8" and import that.'
_SIGNATURES = {
    b"PK\x03\x04": "is a zip archive, or a spreadsheet or document that is one inside",
    b"\xd0\xcf\x11\xe0": "is an old Word or Excel file",
    b"%PDF": "is a PDF",
    b"\x1f\x8b": "is a compressed file",
}


def encoding_of(data: bytes, name: str) -> str:
    """The codec that reads all of `data`, as `codecs` names it; `name` is the file's, for the error.

    Without a byte order mark UTF-16 is believed only where every other byte says so. What is mostly UTF-8 with a few broken
    bytes is refused rather than read as Windows-1252, which would turn every accent and curly quote in it into nonsense.
    """
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise WorkshopError(f"{name} {what}, not a CSV file.", _CURE)
    codec = _codec_of(data, name)
    start = data[: _SAMPLE * 2].decode(codec, "ignore")
    if len(_CONTROLS.findall(start)) * 10 > len(start):
        raise WorkshopError(f"{name} is not text.", _CURE)
    return codec


def _codec_of(data: bytes, name: str) -> str:
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    codec = "utf-16" if marked else _bare_utf16(data) or "utf-8-sig"
    try:
        data.decode(codec)
    except UnicodeDecodeError as error:
        if codec != "utf-8-sig":
            raise WorkshopError(f"{name} begins as UTF-16 text, and does not go on as such.", _CURE) from error
        return _windows_1252(data, name, error.start)
    return codec


def _bare_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: of the one half of each pair at least a fifth are zero (Latin letters, spaces), of the other none."""
    start = data[:_SAMPLE]
    if len(data) % 2:
        return None
    for codec, zeros, others in (("utf-16-le", start[1::2], start[::2]), ("utf-16-be", start[::2], start[1::2])):
        if zeros.count(0) * 5 >= len(zeros) > 0 and not others.count(0) and not _CONTROLS.search(start.decode(codec, "ignore")):
            return codec
    return None


def _windows_1252(data: bytes, name: str, broken: int) -> str:
    """Windows-1252, unless the bytes are UTF-8 that was damaged at the offset `broken`, or no text at all."""
    attempt = data.decode("utf-8", "replace")
    damaged = attempt.count("\ufffd")
    whole = sum(map(len, re.findall("[^\x00-\x7f\ufffd]+", attempt)))
    if whole > damaged:
        line = data.count(b"\n", 0, broken) + 1
        raise WorkshopError(f"{name}, line {line}: the text is UTF-8 with broken characters in it.", _CURE)
    try:
        data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise WorkshopError(f"{name} is not text in UTF-8, UTF-16 or Windows-1252.", _CURE) from error
    return "cp1252"
