"""Bundles: the same lines are the same bytes; no archive of somebody else's making does harm."""

import io
import random
import stat
import struct
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.test_adopt import diverged, erase, held, save
from workshop.errors import WorkshopError
from workshop.store import bundle
from workshop.store.adopt import adopt
from workshop.store.bundle import bundle_bytes, read_bundle
from workshop.store.copies import read_copy
from workshop.store.line import Line, LineCodec


def zipped(path: Path, members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    """A zip of these members, as another program might make one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of names that come twice
        with zipfile.ZipFile(path, "w", compression) as archive:
            for name, data in members.items():
                archive.writestr(name.removesuffix("#"), data)
    return path


def test_it_holds_what_the_copy_holds(tmp_path: Path) -> None:
    """A folder filled from a bundle says the same as the copy that was bundled: versions, choices on offer and withdrawals included."""
    first, second, third = diverged(tmp_path)
    adopt(first, read_copy(second))
    adopt(first, read_copy(third))
    path = tmp_path / "made.zip"
    path.write_bytes(bundle_bytes(read_copy(first)))
    filled = tmp_path / "filled"
    adopt(filled, read_bundle(path))
    assert held(filled) == held(first)
    assert read_bundle(path).damage == ()


def test_its_bytes_depend_on_the_lines_alone(tmp_path: Path) -> None:
    """Two copies that came to the same lines by other ways, in files of other names, make one bundle: no name and no date is in it."""
    first, second, _ = diverged(tmp_path)
    adopt(first, read_copy(second))
    other = tmp_path / "Sam's laptop"
    other.mkdir()
    lines = [line for path in first.iterdir() for line in path.read_bytes().splitlines(keepends=True)]
    for number, line in enumerate(reversed(lines)):
        (other / f"journal (Sam's conflicted copy {number}).jsonl").write_bytes(line)
    made = bundle_bytes(read_copy(first))
    assert bundle_bytes(read_copy(other)) == made
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        told = [(each.filename, each.date_time, each.comment, each.extra) for each in archive.infolist()]
        assert all(name == "manifest.json" or name.removesuffix(".jsonl").isalnum() for name, *_ in told)
        assert {date for _, date, *_ in told} == {(1980, 1, 1, 0, 0, 0)}
        assert {(comment, extra) for *_, comment, extra in told} == {(b"", b"")}
        assert {stat.S_IMODE(each.external_attr >> 16) for each in archive.infolist()} == {0o600}


def test_erased_words_are_in_no_bundle(tmp_path: Path) -> None:
    """Also where a file here could not be rewritten yet: the line goes into the bundle without them."""
    folder = tmp_path / "mine"
    key = save(folder, "words to be withdrawn")
    (folder / "later.jsonl").write_bytes(LineCodec().encode(Line("later", 1, "0mbxstezp001", [["erase", "reflections", key]])))
    with zipfile.ZipFile(io.BytesIO(bundle_bytes(read_copy(folder)))) as archive:
        assert not any(b"withdrawn" in archive.read(name) for name in archive.namelist())


def test_what_a_newer_version_wrote_goes_along(tmp_path: Path) -> None:
    """Lines that this version can't read are in the bundle as they are."""
    folder, path = tmp_path / "mine", tmp_path / "made.zip"
    save(folder, "a remark")
    later = LineCodec().encode(Line("later", 1, "0mbxstezp001", [], v=9))
    (folder / "later.jsonl").write_bytes(later)
    path.write_bytes(bundle_bytes(read_copy(folder)))
    assert read_bundle(path).newer == {later.rstrip(b"\n")}


def test_a_folder_zipped_by_hand_is_read(tmp_path: Path) -> None:
    """As a download from a shared drive is: without a manifest, in a folder, with other files and hidden ones beside."""
    save(tmp_path / "mine", "a remark")
    (journal,) = (tmp_path / "mine").iterdir()
    path = zipped(
        tmp_path / "download.zip",
        {"mine/" + journal.name: journal.read_bytes(), "mine/report.html": b"<p>", "__MACOSX/mine/._" + journal.name: b"\0"},
    )
    found = read_bundle(path)
    assert (found.lines, found.damage) == (read_copy(tmp_path / "mine").lines, ())


LINE = LineCodec().encode(Line("a", 1, "0mbxstezp001", [["put", "reflections", "x", [], {"text": "made up"}]]))


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("../x.jsonl", "points outside"),
        ("/etc/x.jsonl", "points outside"),
        ("a/../../x.jsonl", "points outside"),
        ("..\\x.jsonl", "points outside"),
        ("C:x.jsonl", "points outside"),
        ("../readme.txt", "points outside"),
    ],
)
def test_a_path_in_it_is_refused(tmp_path: Path, name: str, says: str) -> None:
    """A member whose name leads elsewhere refuses the whole, in one line, and nothing is written anywhere."""
    path = zipped(tmp_path / "odd.zip", {"ok.jsonl": LINE, name: LINE})
    with pytest.raises(WorkshopError, match=says) as refused:
        read_bundle(path)
    assert "\n" not in refused.value.message
    assert list(tmp_path.iterdir()) == [path]


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    """50 MiB of one letter in a few kB are refused before they are all unpacked."""
    path = zipped(tmp_path / "bomb.zip", {"a.jsonl": b"a" * (50 << 20)})
    assert path.stat().st_size < 1 << 18
    with pytest.raises(WorkshopError, match="200 to 1"):
        read_bundle(path)


def test_a_header_that_lies_about_the_size_is_not_believed(tmp_path: Path) -> None:
    """A bomb that gives a small size, or a large packed one, is counted as it comes out, and ends in one line as well."""
    path = zipped(tmp_path / "lies.zip", {"a.jsonl": b"a" * (20 << 20)})
    data = bytearray(path.read_bytes())
    place = data.index(b"PK\x01\x02")
    for size in (1, 100):
        struct.pack_into("<L", data, place + 24, size)
        path.write_bytes(data)
        with pytest.raises(WorkshopError):
            read_bundle(path)


def test_more_than_can_be_held_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The members count together, and so does their number."""
    monkeypatch.setattr(bundle, "MOST_BYTES", 3 * len(LINE))
    path = zipped(tmp_path / "large.zip", {f"{number}.jsonl": LINE for number in range(4)}, zipfile.ZIP_STORED)
    with pytest.raises(WorkshopError, match="MiB unpacked"):
        read_bundle(path)
    monkeypatch.setattr(bundle, "MOST_MEMBERS", 3)
    with pytest.raises(WorkshopError, match="4 members"):
        read_bundle(path)


def test_one_name_twice_is_refused(tmp_path: Path) -> None:
    """Nobody can tell which of the two was meant."""
    path = zipped(tmp_path / "twice.zip", {"a.jsonl": LINE, "a.jsonl#": LINE})
    with pytest.raises(WorkshopError, match="two members"):
        read_bundle(path)


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_packing_is_refused(tmp_path: Path, compression: int) -> None:
    """Only what every zip program writes is unpacked."""
    with pytest.raises(WorkshopError, match="unusual"):
        read_bundle(zipped(tmp_path / "odd.zip", {"a.jsonl": LINE}, compression))


@pytest.mark.parametrize(
    ("manifest", "says"),
    [
        (b"[]", "manifest that cannot be read"),
        (b"{", "manifest that cannot be read"),
        (b"[" * 100_000, "manifest that cannot be read"),
        (b'{"schema":"other","version":1,"journals":{}}', "something else"),
        (b'{"schema":"workshop.bundle","version":2,"journals":{}}', "newer version"),
        (b'{"schema":"workshop.bundle","version":1,"journals":{"b.jsonl":{"sha256":""}}}', "not whole"),
        (b'{"schema":"workshop.bundle","version":1,"journals":{"a.jsonl":{"sha256":"00"}}}', "not whole"),
        (b'{"schema":"workshop.bundle","version":1,"journals":{"a.jsonl":1}}', "not whole"),
    ],
)
def test_a_manifest_that_does_not_fit_is_refused(tmp_path: Path, manifest: bytes, says: str) -> None:
    """What the manifest names has to be there as it was made; the word says what is wrong."""
    path = zipped(tmp_path / "odd.zip", {"a.jsonl": LINE, "manifest.json": manifest})
    with pytest.raises(WorkshopError, match=says):
        read_bundle(path)


def test_nothing_in_it_is_no_bundle(tmp_path: Path) -> None:
    """An archive of other files, an empty one, a file that is no zip and a file that isn't there are each refused in words."""
    for path, says in (
        (zipped(tmp_path / "photos.zip", {"a.jpg": b"1"}), "no journals"),
        (zipped(tmp_path / "empty.zip", {}), "no journals"),
        (tmp_path / "nowhere.zip", "cannot be read"),
    ):
        with pytest.raises(WorkshopError, match=says):
            read_bundle(path)
    (tmp_path / "text.zip").write_bytes(b"no zip")
    with pytest.raises(WorkshopError, match="no zip"):
        read_bundle(tmp_path / "text.zip")


def flips(data: bytes, count: int) -> Iterator[bytes]:
    """The data with one byte changed or an end cut off, each time elsewhere."""
    chance = random.Random(3)  # noqa: S311 - chance for a test, no secret
    for _ in range(count):
        changed = bytearray(data)
        changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        yield bytes(changed)
        yield data[: chance.randrange(len(data))]


def test_a_damaged_bundle_never_says_anything_else(tmp_path: Path) -> None:
    """With any bit changed and with any end cut off it gives the very same lines, or an error in words."""
    folder = tmp_path / "mine"
    key = save(folder, *(f"made-up remark {number}" for number in range(20)))
    erase(folder, key)
    lines = read_copy(folder).lines
    path = tmp_path / "made.zip"
    refused = 0
    for data in flips(bundle_bytes(read_copy(folder)), 400):
        path.write_bytes(data)
        try:
            found = read_bundle(path).lines
        except WorkshopError:
            refused += 1
        else:
            assert found == lines
    assert refused > 400
