"""Documents and records: what stands at its default, what another version wrote, and a workshop that an old version stored."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from tinydb.table import Document

from workshop.model.records import Reflection, Theme, Workshop
from workshop.store import schema
from workshop.store.repository import Repository
from workshop.store.schema import from_document, laid_over, to_document

OLD = Path(__file__).parents[1] / "data" / "made-up-long-ago"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
REMARK = Reflection(id="1", number=1, session="s", text="a made-up remark", perspective="parent", at=NOON, highlight=True, hands=3)


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Repository]:
    """An empty store."""
    opened = Repository.open(tmp_path / "store")
    yield opened
    opened.close()


def test_what_goes_back_to_its_default_is_gone(repository: Repository) -> None:
    """A highlight that is taken off and hands that are taken back are off after reading again, though defaults are not written."""
    repository.put(REMARK)
    plain = replace(REMARK, highlight=False, hands=None)
    repository.put(plain)
    assert repository.get("reflections", "1") == plain


def test_fields_of_another_version_outlive_an_edit() -> None:
    """A field that this version doesn't know stays in the document when the record is put again."""
    held = to_document(REMARK) | {"mood": "wry"}
    assert laid_over(held, replace(REMARK, highlight=False)) == to_document(replace(REMARK, highlight=False)) | {"mood": "wry"}


def test_a_day_is_kept_as_a_day() -> None:
    """A date without a time comes back as it went in, from ISO 8601."""
    made = Workshop(title="Made up", perspectives=("parent",), salt="0", created=NOON, keep_until=date(2027, 3, 31))
    document = to_document(made)
    assert document["keep_until"] == "2027-03-31"
    assert from_document("workshop", "workshop", document) == made


def test_what_an_old_version_stored_reads_as_it_did(tmp_path: Path) -> None:
    """A workshop stored by the first version opens whole: every remark, answer and person, and nothing of what was undone then."""
    folder = tmp_path / "old"
    shutil.copytree(OLD, folder)
    repository = Repository.open(folder)
    records = repository.records()
    assert (repository.problems, repository.db.damage) == ({}, ())
    assert (records.workshop.title, records.workshop.archived, records.workshop.keep_until) == ("Made up, long ago", False, None)
    assert {each.number: each.text for each in records.reflections.values()} == {
        1: "the bus is late",
        2: "families do not claim what is theirs",
        3: ">barrier nobody answers the telephone",
        4: "the last bus goes at five",
        5: "café prices, and no bus – «again»",
        7: "I claimed, and was refused",
    }
    assert sorted(each.code for each in records.participants.values()) == ["p1", "p2", "p4", "r1", "r2", "r3"]
    assert sorted(each.answer or "" for each in records.responses.values()) == ["agree", "disagree"]
    repository.close()


class _NextSchema:
    """A schema to come, in which a theme's title is called its name, and a remark says where it was made."""

    @staticmethod
    def theme(document: dict[str, Any]) -> dict[str, Any]:
        return {**document, "title": document.pop("title").upper()}

    @staticmethod
    def reflection(document: dict[str, Any]) -> dict[str, Any]:
        return {**document, "lane": document.get("lane", "") or "barrier"}


@pytest.fixture
def next_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    """This version of the program, once it will have had two more schemas: one changed themes, the other remarks."""
    monkeypatch.setattr(schema, "SCHEMA", 3)
    monkeypatch.setitem(schema.MIGRATIONS, 1, {"themes": _NextSchema.theme})
    monkeypatch.setitem(schema.MIGRATIONS, 2, {"reflections": _NextSchema.reflection})


@pytest.mark.usefixtures("next_schema")
def test_old_documents_are_brought_up_to_date_as_they_are_read(tmp_path: Path) -> None:
    """Each document of the stored old workshop passes every migration since its own schema, once; its file is not touched."""
    folder = tmp_path / "old"
    shutil.copytree(OLD, folder)
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    repository = Repository.open(folder)
    records = repository.records()
    assert sorted(each.title for each in records.themes.values()) == ["BENEFITS", "BUSES", "MONEY"]
    assert {each.lane for each in records.reflections.values()} == {"barrier"}
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
    theme = next(each for each in records.themes.values() if each.title == "MONEY")
    repository.put(replace(theme, title="Money"))
    repository.close()
    reopened = Repository.open(folder)
    assert reopened.get("themes", theme.id) == replace(theme, title="Money")
    reopened.close()


def test_a_document_of_a_later_schema_is_no_record(repository: Repository) -> None:
    """Its words are not guessed at: it is named as unreadable, with both schemas in the reason."""
    repository.db.table("themes").replace(Document({"title": "Later", "schema": 2}, doc_id="t"))  # type: ignore[arg-type]  # ids are text here
    assert repository.get("themes", "t") is None
    assert "schema 2, and this version knows up to 1" in repository.problems["themes", "t"]


@pytest.mark.parametrize("found", [0, -1, "2", None, 2.0, 99])
def test_no_schema_but_a_whole_number_from_one_is_read(found: object) -> None:
    """A document whose schema is anything else is refused, and nothing of it is read."""
    document = {**to_document(Theme(id="t", title="Food")), "schema": found}
    with pytest.raises(ValueError, match="schema"):
        from_document("themes", "t", document)
