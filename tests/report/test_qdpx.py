"""The REFI-QDA project: valid, and past every trap that breaks real programs though the schema is content (method.md, 4)."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.report.coded import HARD, empty, hard, shown
from tests.report.made_up import NOW, PLANS, records
from tests.report.page import made
from tests.report.refi import Q, project
from tests.report.wheels import fetched
from workshop.compare.comparison import compare
from workshop.model.records import Coding, Consent, Theme
from workshop.model.view.view import View
from workshop.privacy.audience import Audience
from workshop.privacy.view import view
from workshop.privacy.words import agreed
from workshop.report.qdpx.project import qdpx
from workshop.text import clean, clean_line

GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@pytest.fixture(scope="session")
def schema(request: pytest.FixtureRequest) -> etree.XMLSchema:
    """The standard's own schema of a project, as a package brings it."""
    folder: Path = fetched(request.config, "qualitative-coding-1.7.6", "qualitative-coding==1.7.6")
    return etree.XMLSchema(etree.parse(folder / "qualitative_coding" / "refi_qda" / "schema.xsd"))


@pytest.mark.parametrize(("case_codes", "speaking_order"), list(product((False, True), repeat=2)))
@pytest.mark.parametrize("view", [shown, empty, lambda: made(records()), lambda: made(replace(records(), themes={}, codings={}))])
def test_a_project_is_valid(schema: etree.XMLSchema, view: Callable[[], View], case_codes: bool, speaking_order: bool) -> None:
    """Whatever is in it and however it was asked for, the standard's schema finds nothing wrong."""
    root = project(view(), case_codes=case_codes, speaking_order=speaking_order).root
    assert schema.validate(root), schema.error_log


@pytest.mark.parametrize("audience", list(Audience))
def test_a_project_for_any_audience_is_valid(schema: etree.XMLSchema, audience: Audience) -> None:
    """Of what each may see, no more and no less: its remarks with words, and a case for each person with a code."""
    data = hard()
    people = {key: replace(each, consent=Consent.QUOTE, research=True) for key, each in data.participants.items()}
    data = replace(data, participants=people)
    found = compare(agreed(data, audience), plans=PLANS)
    seen = view(found, data, plans=PLANS, now=NOW, audience=audience.value)
    written = project(seen, case_codes=True)
    assert schema.validate(written.root), schema.error_log
    remarks = [each for each in written.all("PlainTextSelection") if each.get("name") in {said.quote.name for said in seen.reflections}]
    assert sorted(map(written.words, remarks)) == sorted(said.quote.text for said in seen.reflections if said.quote.text)
    assert [each.get("name") for each in written.all("Case")] == [person.code for person in seen.people if person.code]
    assert remarks


def test_the_archive_is_as_programs_look_for_it() -> None:
    """`project.qde` by that very name, then `sources/` in lower case and flat, each file a GUID with its ending, and all of them used."""
    found = project(shown())
    names = list(found.files)
    assert names[0] == "project.qde"
    assert all(re.fullmatch(rf"sources/{GUID.pattern}\.(txt|png)", name) for name in names[1:])
    used = {each.get("plainTextPath") for name in ("TextSource", "Note") for each in found.all(name)}
    used |= {each.get("path") for each in found.all("PictureSource")}
    assert used == {name.replace("sources/", "internal://") for name in names[1:]}


def test_texts_have_no_mark_and_no_carriage_return() -> None:
    """No byte order mark and LF alone: with either, QualCoder and NVivo shift every coding."""
    texts = {name: content for name, content in project(shown()).files.items() if not name.endswith(".png")}
    for name, content in texts.items():
        assert not content.startswith(b"\xef\xbb\xbf"), name
        assert b"\r" not in content, name


def test_no_source_has_its_text_inline_or_rich() -> None:
    """Inline text crashes QualCoder and qc; a txt as rich text is refused by ATLAS.ti."""
    found = project(shown())
    assert found.all("PlainTextContent") == []
    assert [each for each in found.root.iter() if each.get("richTextPath")] == []


@pytest.mark.parametrize("speaking_order", [False, True])
def test_a_selection_is_the_words_of_its_remark(speaking_order: bool) -> None:
    """Positions are code points from 0 with the end exclusive: each remark with words is cut out whole, emoji and line ends too."""
    view = shown()
    found = project(view, speaking_order=speaking_order)
    words = {each.get("name"): found.words(each) for each in found.all("PlainTextSelection")}
    assert words == {said.quote.name: said.quote.text for said in view.reflections if said.quote.text}
    assert set(HARD) <= set(words.values())


@given(st.lists(st.text() | st.text(alphabet="\r\n\ufeff\ufffe\U0001f1ec\u200d\x00\ud800 a"), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_words_are_found_where_they_are_said_to_be(texts: list[str]) -> None:
    """Whatever came through the gate: the project parses, and the selections are the words but for what XML can't hold."""
    data = records()
    model = replace(data.reflections["g1"], participant="parent1")
    said = {f"x{place}": replace(model, id=f"x{place}", number=place, text=clean(text)) for place, text in enumerate(texts)}
    view = made(replace(data, reflections=said, codings={}))
    found = project(view)
    expected = [each.quote.text.replace("\ufffe", "").replace("\uffff", "") for each in view.reflections]
    assert [found.words(each) for each in found.all("PlainTextSelection")] == [text for text in expected if text.strip()]


def test_hostile_words_are_valid_wherever_they_stand(schema: etree.XMLSchema, shared: Path) -> None:
    """Naughty strings as remarks, themes, lanes, coders, organisations and codes of people: the project is valid, and no word is lost."""
    lines = (shared / "data" / "hostile" / "naughty-strings.txt").read_bytes().decode("utf-8", "surrogateescape").split("\n")
    texts = list(dict.fromkeys(clean_line(line) for line in lines if clean_line(line)))
    data = records()
    model = replace(data.reflections["g1"], participant="parent1")
    said = {f"x{place}": replace(model, id=f"x{place}", number=place, text=text, lane=text) for place, text in enumerate(texts)}
    themes = {f"n{place}": Theme(id=f"n{place}", title=text, description=text, aliases=(text,)) for place, text in enumerate(texts)}
    codings = {
        f"k{place}": Coding(id=f"k{place}", reflection=f"x{place}", theme=f"n{place}", coder=text) for place, text in enumerate(texts)
    }
    person = replace(data.participants["parent1"], code=texts[0], organisation=texts[1], role=texts[2])
    people = {**data.participants, "parent1": person}
    view = made(replace(data, reflections=said, themes=themes, codings=codings, participants=people, statements={}, responses={}))
    found = project(view, case_codes=True)
    assert schema.validate(found.root), schema.error_log
    assert {found.words(each) for each in found.all("PlainTextSelection")} >= set(texts)


def test_what_is_optional_but_looked_for_is_there() -> None:
    """QualCoder crashes without an origin; sources, selections and notes have names and moments, codings their user."""
    found = project(shown(), case_codes=True)
    assert found.root.get("origin") == "workshop"
    for kind in ("TextSource", "PictureSource", "PlainTextSelection", "PictureSelection", "Note", "Coding"):
        assert found.all(kind)
        for each in found.all(kind):
            assert each.get("name") or kind == "Coding"
            assert each.get("creatingUser") in {user.get("guid") for user in found.all("User")}
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", each.get("creationDateTime"))


@pytest.mark.parametrize("view", [shown, empty])
def test_nothing_is_empty(view: Callable[[], View]) -> None:
    """A container without a child is invalid, and is left out."""
    leaves = {"User", "CodeRef", "VariableRef", "SourceRef", "SelectionRef", "MemberSource", "MemberCode", "Note", "Code"}
    for element in project(view()).root.iter():
        kind = element.tag.removeprefix(Q)
        assert len(element) or (element.text or "").strip() or kind in leaves, kind


def test_no_two_codes_have_one_name() -> None:
    """In the whole tree and however they are cased, since QualCoder makes one of two: a theme keeps its title, a label gets a number."""
    found = project(shown(), case_codes=True)
    names = [each.get("name") for each in found.all("Code")]
    assert len({name.casefold() for name in names}) == len(names)
    assert {"lane: ENABLER", "Lane: enabler (2)", "Activity", "Activity (2)"} <= set(names)


def test_what_groups_can_t_be_coded() -> None:
    """Branches are not codable and nothing is coded with them; themes are, also with others below them."""
    found = project(shown(), case_codes=True)
    given_codes = {each.get("targetGUID") for each in found.all("CodeRef")}
    for code in found.all("Code"):
        assert code.get("isCodable") == "true" or (code.get("guid") not in given_codes and code.findall(f"{Q}Code"))
    assert found.named("Code", "Bus fares").getparent().get("name") == "Getting there: buses and distance"
    assert found.named("Code", "Getting there: buses and distance").get("isCodable") == "true"


def test_a_theme_says_what_it_is() -> None:
    """Its description with its other names, so that a merge can be traced."""
    found = project(shown())
    assert (
        found.named("Code", "Bus fares").findtext(f"{Q}Description")
        == "What it costs to get there.\nAlso called: Fares; Tickets.\nProvisional."
    )


def test_no_two_sources_have_one_name_and_each_can_be_a_file() -> None:
    """QualCoder writes a file of a source's name, and qc cuts it at a dot."""
    data = hard()
    people = {**data.participants, "parent1": replace(data.participants["parent1"], code="a/../b.c")}
    names = [each.get("name") for each in project(made(replace(data, participants=people))).all("TextSource")]
    assert len({name.casefold() for name in names}) == len(names)
    assert "Session 2 - a b c" in names
    assert not [name for name in names if set(name) & set('/\\.:*?"<>|')]


def test_every_identifier_is_bare_and_one_thing_s() -> None:
    """GUIDs without braces, each once; only a case's own code shares the case's."""
    for case_codes in (False, True):
        found = project(shown(), case_codes=case_codes)
        guids = [each.get("guid") for each in found.root.iter() if each.get("guid")]
        assert all(GUID.fullmatch(guid) for guid in guids)
        twice = {guid for guid in guids if guids.count(guid) > 1}
        assert twice == ({each.get("guid") for each in found.all("Case")} if case_codes else set())


def test_every_reference_leads_somewhere() -> None:
    """Whatever is pointed at is in the project."""
    for options in product((False, True), repeat=2):
        found = project(shown(), case_codes=options[0], speaking_order=options[1])
        there = {each.get("guid") for each in found.root.iter()}
        targets = {each.get("targetGUID") for each in found.root.iter()} - {None}
        assert targets <= there


def test_an_export_has_the_same_bytes_another_day() -> None:
    """Nothing of the moment of export is in it, so that two can be compared, and a program takes the second for the first."""
    view = shown()
    assert qdpx(view) == qdpx(replace(view, made=view.made + timedelta(days=40)))


def test_two_audiences_can_t_be_joined() -> None:
    """GUIDs are the workshop's and the audience's own: who has both files learns nothing of who said what."""
    view = shown()
    first, other = project(view), project(replace(view, key="another"))
    assert {each.get("guid") for each in first.root.iter()} & {each.get("guid") for each in other.root.iter()} == {None}


def test_what_an_audience_may_not_have_leaves_no_hole() -> None:
    """Without names, people, sessions or moments there is one text for each perspective, valid and told apart by its words' places."""
    view = shown()
    quotes = [replace(said.quote, name="", person="", session="") for said in view.reflections]
    bare = [replace(said, quote=quote, at=None, coded_by={}) for said, quote in zip(view.reflections, quotes, strict=True)]
    found = project(replace(view, people=(), sessions=(), reflections=tuple(bare), journal=(), responses=(), artworks=()))
    assert {each.get("name") for each in found.all("TextSource")} == {"practitioner, no code", "parent, no code"}
    assert {each.get("creationDateTime") for each in found.all("PlainTextSelection")} == {"2026-05-12T00:00:00Z"}
    guids = [each.get("guid") for each in found.all("PlainTextSelection")]
    assert len(set(guids)) == len(guids)
    names = {each.get("name") for each in found.root.iter()}
    assert not names & {person.code for person in view.people}


def test_long_titles_are_shortened_and_stay_apart() -> None:
    """NVivo refuses names of 256 characters and more: two long titles that begin alike are two codes."""
    data = records()
    long = {f"long{end}": Theme(id=f"long{end}", title="x" * 300 + end, order=30) for end in "ab"}
    names = [each.get("name") for each in project(made(replace(data, themes={**data.themes, **long}))).all("Code")]
    assert len([name for name in names if name.startswith("xxx")]) == 2
    assert max(map(len, names)) < 256


def test_themes_above_each_other_lose_nobody() -> None:
    """Two laptops may have put each theme under the other: both are there, under none."""
    data = records()
    turned = {**data.themes, "t0": replace(data.themes["t0"], parent="t1"), "t1": replace(data.themes["t1"], parent="t0")}
    found = project(made(replace(data, themes=turned)))
    assert len([each for each in found.all("Code") if each.get("name") in {"Protecting children", "Income maximisation"}]) == 2
