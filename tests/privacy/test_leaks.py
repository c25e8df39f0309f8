"""Every byte of every file for every audience is searched for what may not stand there; formats that come later are searched too."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.privacy.secrets import COPIES, HOUSE, READ_BY, E, W, make
from workshop.report.formats import FORMATS
from workshop.workbook.book import Workbook


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    """The workshop with the secrets."""
    made = make(tmp_path_factory.mktemp("secrets") / "book")
    yield made
    made.close()


@pytest.fixture(scope="module")
def copies(book: Workbook, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """Every copy, exported in every format: the bytes of its files and of all that is in them, by name."""
    return {copy: exported(book, copy, tmp_path_factory.mktemp(copy)) for copy in COPIES}


def exported(book: Workbook, copy: str, folder: Path) -> dict[str, bytes]:
    """One copy in every format, with the names of its files as content too."""
    audience, group = COPIES[copy]
    files = book.export(list(FORMATS), folder, audience=audience, group=group)
    found = {name: content for path in files for name, content in inside(path.name, path.read_bytes())}
    return found | {"the names": "\n".join(found).encode()}


def inside(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """A file and, of an archive, all that is in it, however deep."""
    yield name, content
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.infolist():
                yield from inside(f"{name}/{member.filename}", archive.read(member) + member.comment)


def where(secret: str, files: dict[str, bytes]) -> list[str]:
    """The files in which a secret stands, in small letters or capitals, in bytes of one or of two."""
    word = secret.encode()
    return [name for name, content in files.items() if word in (lower := content.lower()) or word in lower.replace(b"\0", b"")]


@pytest.mark.parametrize("copy", COPIES)
def test_each_secret_stands_only_where_it_may(copy: str, copies: dict[str, dict[str, bytes]]) -> None:
    """Of more than 40: words under every consent, off the record, put aside, withdrawn, names, organisations, codes."""
    assert len(READ_BY) >= 40
    leaks = {secret: found for secret, may in READ_BY.items() if copy not in may and (found := where(secret, copies[copy]))}
    assert leaks == {}


@pytest.mark.parametrize("secret", [secret for secret, may in READ_BY.items() if may])
def test_each_secret_stands_where_it_may(secret: str, copies: dict[str, dict[str, bytes]]) -> None:
    """In every copy that may have it: nothing is kept back that people agreed to, and the search finds what is there."""
    assert {copy for copy in READ_BY[secret] if where(secret, copies[copy])} == set(READ_BY[secret])


def test_what_the_chatham_house_rule_keeps_back(book: Workbook, tmp_path: Path) -> None:
    """No copy but the working group's says which organisation or where; everything else stays as it is."""
    book.set_chatham_house(True)
    try:
        for copy in COPIES:
            files = exported(book, copy, tmp_path / copy)
            assert {secret: found for secret in HOUSE if copy != W and (found := where(secret, files))} == {}
            assert bool(where("quotewort", files)) == (copy in READ_BY["quotewort"])
    finally:
        book.set_chatham_house(False)


def test_codes_and_times_are_not_in_everybodys_copy(copies: dict[str, dict[str, bytes]]) -> None:
    """Neither the number by which a remark is called, which says when, nor the minute in which it was said."""
    files = copies[E]
    for told in ("R1", "10:0", "p2", "p3"):
        texts = [name for name, content in files.items() if name.endswith((".csv", ".json")) and f'"{told}'.encode() in content]
        assert texts == [], told
