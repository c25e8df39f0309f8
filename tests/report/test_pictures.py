"""Pictures in reports: what each group read in them side by side, as many of one as of the other; in the page and in Word as pictures."""

import io
import json as standard_json
import re
from base64 import b64decode, b64encode
from dataclasses import replace
from zipfile import ZipFile

import pytest

from tests.pictures import drawn
from tests.report.made_up import NOW, PLANS, records, voted
from tests.report.page import Page, made, page
from workshop.compare.comparison import compare
from workshop.model.artwork import Artwork
from workshop.model.records import Consent, Elicited, Records
from workshop.model.view.view import View
from workshop.privacy.view import view
from workshop.report.docx.report import docx
from workshop.report.html import html
from workshop.report.json import json
from workshop.report.markdown.report import markdown

JPEG = drawn(320, 200)
CAPTION = "A bus stop <in the rain>"


def artwork(number: int, caption: str, content: bytes = b"") -> Artwork:
    """A picture that arose from practitioners' talk."""
    found = Artwork(id=f"art{number}", number=number, caption=caption, made_by="practitioner", alt='Grey "lines" over a bench')
    picture = b64encode(content).decode()
    return replace(found, media="image/jpeg", width=320, height=200, picture=picture) if content else found


def read() -> Records:
    """Three parents and one practitioner read A1; one parent reads A2, which is on paper; nobody reads A3."""
    known = records()
    parent = next(each for each in known.reflections.values() if each.perspective == "parent")
    practitioner = next(each for each in known.reflections.values() if each.perspective == "practitioner")
    told = (
        (parent, "she has missed it", "art1"),
        (parent, "there is no roof", "art1"),
        (parent, "it is my stop", "art1"),
        (practitioner, "somebody waits with her", "art1"),
        (parent, "a plate for one", "art2"),
    )
    said = [
        replace(
            of, id=f"read{place}", number=900 + place, text=text, artwork=key, elicited=Elicited.PROMPTED, participant=None, verbatim=True
        )
        for place, (of, text, key) in enumerate(told, 1)
    ]
    pictures = (artwork(1, CAPTION, JPEG), artwork(2, "One plate"), artwork(3, "Nobody's", JPEG))
    return replace(
        known,
        artworks={each.id: each for each in pictures},
        reflections={**known.reflections, **{each.id: each for each in said}},
    )


@pytest.fixture(scope="module")
def shown() -> View:
    """What the working group sees."""
    return made(read())


@pytest.fixture(scope="module")
def paged(shown: View) -> Page:
    """Its page."""
    return page(shown)


def test_the_view_has_as_many_readings_of_one_side_as_of_the_other(shown: View) -> None:
    """One of each of A1, and how many stand elsewhere; a side that read nothing hides none of the other; what nobody read is left out."""
    bus, plate = shown.artworks
    assert (bus.name, bus.made_by_plural, len(bus.readings["parent"]), len(bus.readings["practitioner"])) == ("A1", "practitioners", 1, 1)
    assert (bus.more["parent"], bus.more["practitioner"]) == ("2 more readings", "")
    assert [quote.text for quote in plate.readings["parent"]] == ["a plate for one"]
    assert plate.readings["practitioner"] == ()
    assert bus.content == JPEG
    assert plate.data_uri == ""
    assert [each.shown[-2:] for each in shown.sessions if each.group == "parent"] == [("A1", "A2")], "as the readings tell"


def test_no_reading_counts_as_raising_anything(shown: View) -> None:
    """The findings are those of the same workshop without pictures."""
    before = made(records())
    assert [(each.theme, each.groups) for each in shown.findings] == [(each.theme, each.groups) for each in before.findings]


def test_the_page_holds_the_picture_and_fetches_nothing(paged: Page) -> None:
    """As data, with its text alternative and size; the policy lets data in as pictures and nothing else."""
    (source,) = paged.values("//img/@src")
    assert b64decode(source.removeprefix("data:image/jpeg;base64,")) == JPEG
    assert paged.values("//img/@alt") == ['Grey "lines" over a bench']
    assert (paged.values("//img/@width"), paged.values("//img/@height")) == (["320"], ["200"])
    (policy,) = paged.values("//meta[@http-equiv]/@content")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def test_the_page_has_both_readings_side_by_side(paged: Page) -> None:
    """Under the caption, in which no markup is read; what is told there is not repeated below, and the rest is."""
    (heading,) = [text for text in paged.texts("//h2") if "pictures" in text]
    assert heading.endswith("The same pictures, and what each group saw")
    first, second = paged.root.xpath("//section[h2/@id='pictures']/article")
    assert first.xpath("h3")[0].text_content() == f"{CAPTION} A1, from practitioners"
    columns = [each.text_content() for each in first.xpath(".//div[@class='pair']/div")]
    assert "she has missed it" in columns[0]
    assert "2 more readings" in columns[0]
    assert "somebody waits with her" in columns[1]
    assert "It was shown on paper." in second.text_content()
    assert paged.text.count("somebody waits with her") == 1
    assert "there is no roof" in paged.text
    assert "R902, A1" in paged.text


def test_a_page_without_pictures_is_as_it_was() -> None:
    """No section, no rule for pictures, and a policy that lets none in."""
    (content,) = html(made(records())).values()
    assert not [word for word in (b"<img", b"img-src", b"img{", b"pictures") if word in content]


def test_word_holds_the_picture_with_its_alternative(shown: View) -> None:
    """No wider than the text and no higher than 9 cm, in its own shape; the same bytes each time."""
    (content,) = docx(shown).values()
    assert docx(shown) == {next(iter(docx(shown))): content}
    with ZipFile(io.BytesIO(content)) as archive:
        media = [name for name in archive.namelist() if name.startswith("word/media/")]
        document = archive.read("word/document.xml").decode()
        assert [archive.read(name) for name in media] == [JPEG]
    assert 'descr="Grey &quot;lines&quot; over a bench"' in document
    (width, height), *_ = re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"/><wp:docPr id="\d+" name="A1"', document)
    assert int(height) <= 9 * 360_000
    assert int(width) / int(height) == pytest.approx(320 / 200, rel=0.01)
    assert "somebody waits with her" in document


def test_markdown_has_what_is_to_be_seen_in_words(shown: View) -> None:
    """The description in the picture's place, then both readings."""
    (content,) = markdown(shown).values()
    text = content.decode()
    assert 'Grey "lines" over a bench' in text
    assert text.index("she has missed it") < text.index("somebody waits with her")
    assert "It was shown on paper" in text


def test_json_names_the_readings_and_knows_the_file_by_its_digest(shown: View) -> None:
    """No picture stands in it."""
    (content,) = json(shown).values()
    found = standard_json.loads(content)
    assert [(each["artwork"], each["readings"]["practitioner"]) for each in found["artworks"]] == [("A1", ["R904"]), ("A2", [])]
    assert found["artworks"][1]["sha256"] is None
    assert b64encode(JPEG)[:40] not in content


def test_what_may_not_be_quoted_is_no_reading_for_everybody() -> None:
    """In the published report a reading stands only where its words may be quoted; a picture that nobody may be quoted on is left out."""
    known = read()
    known = replace(
        known,
        reflections={
            key: replace(each, consent_at=NOW, consent=Consent.QUOTE if key in ("read1", "read4") else Consent.COUNT)
            for key, each in known.reflections.items()
        },
    )
    told = view(compare(known, plans=PLANS), known, plans=PLANS, now=NOW, audience="published")
    assert [each.name for each in told.artworks] == ["A1"]
    readings = told.artworks[0].readings
    assert [quote.text for quotes in readings.values() for quote in quotes] == ["she has missed it", "somebody waits with her"]
    assert not any(quote.person for quotes in readings.values() for quote in quotes)
    assert set(told.artworks[0].more.values()) == {""}


def test_votes_and_pictures_stand_together() -> None:
    """A rich workshop's page has both sections."""
    rich = replace(voted(), artworks=read().artworks, reflections=read().reflections)
    assert {"pictures", "priorities"} <= set(page(made(rich)).values("//h2/@id"))
