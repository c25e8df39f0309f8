"""`clean`, the one gate for text that comes in, and `fold`, how two spellings are told to be one."""

import re
import unicodedata

# ESC or 8-bit introducer. A string sequence (OSC, DCS, SOS, PM, APC) goes with its content only where it is
# ended on its line: an unended one would swallow the words after it.
_STRING_SEQUENCE = re.compile(r"(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\n\r\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)")
_CONTROL_SEQUENCE = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]")
_SHORT_SEQUENCE = re.compile(r"\x1b[ -/]+[0-~]|\x1b[78=>c-f|}~NOnoDEHMZ]")
_NEWLINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# C0 but tab and newline, DEL, C1, surrogates, bidi embeddings, overrides and isolates, BOM, interlinear marks,
# and the two characters that no XML file can hold.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]")
_JOINTS = re.compile(r"[-_\s\u2010-\u2015]+")
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc]")
_FLAG_OR_TAGS = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)|[\U000e0000-\U000e007f]")


def clean(text: str) -> str:
    r"""The text without anything that acts on a terminal, hides, or reorders what is around it; every word stays.

    Terminal sequences, control characters but tab and newline, lone surrogates, bidi controls (LRM and RLM stay), BOM,
    interlinear marks and tag characters outside flags are dropped. CR, VT, FF, U+0085, U+2028 and U+2029 become newlines: dropped, they
    would join two words. The rest is NFC.
    `clean(clean(s)) == clean(s)`, and a text that Python can encode as UTF-8 comes out.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _STRING_SEQUENCE.sub("", text)
    text = _CONTROL_SEQUENCE.sub("", text)
    text = _SHORT_SEQUENCE.sub("", text)
    text = _NEWLINE.sub("\n", text)
    text = _UNWANTED.sub("", text)
    text = _FLAG_OR_TAGS.sub(lambda found: found[1] or "", text)
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """`clean`, and on one line: every run of white space that holds a newline or a tab becomes one space, the ends are stripped."""
    return re.sub(r"[^\S\n\t]*[\n\t]\s*", " ", clean(text)).strip()


def fold(text: str) -> str:
    """What two spellings of one title have in common: NFKC, case folded, hyphens, dashes and underscores as spaces, apostrophes straight.

    Ids of themes are digests of it (model/keys.py): a change of what it does would make two themes of one.
    """
    if text.isascii():  # the same, in a tenth of the time: a search folds every remark there is
        return " ".join(text.lower().replace("-", " ").replace("_", " ").split())
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(_JOINTS.sub(" ", _APOSTROPHES.sub("'", folded)).split())
