"""The html report: what stands in it, that people's words come back out of it whole, and that it fetches nothing."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from tests.report.made_up import records, voted
from tests.report.page import Page, made, page
from workshop.report.wording import CONTENTS
from workshop.text import clean
from workshop.workbook.example import make_example

SVG_COUNTS = "//figure//*[local-name()='g'][contains(@class, 't{side}')]/*[local-name()='text']"


def test_a_working_copy_says_so_at_its_top_and_its_end() -> None:
    """The marking stands twice on the page, in its title, and in the margin of every printed page."""
    found = page(made(records()))
    marking = "Working copy \u2013 not for passing on"
    assert found.texts("//p[@class='mark']") == [marking] * 2
    assert marking in found.texts("//title")[0]
    margin = re.search(r'@bottom-left\{content:"([^"]+)"', found.source)
    assert margin is not None
    assert re.sub(r"\\([0-9a-f]+) ", lambda escape: chr(int(escape[1], 16)), margin[1]) == marking


def test_the_page_is_in_british_english_with_landmarks_and_a_skip_link() -> None:
    """A screen reader finds the language, the header, the contents, the findings and the end, and can jump over the contents."""
    found = page(made(records()))
    assert found.values("/html/@lang") == ["en-GB"]
    assert [len(found.texts(f"//body/{mark}")) for mark in ("header", "main", "footer")] == [1, 1, 1]
    assert found.values("//nav/@aria-label") == ["Contents"]
    assert found.values("//a[@class='skip']/@href") == [f"#{found.values('//main/@id')[0]}"]


def test_sections_follow_the_order_of_the_method() -> None:
    """The sections stand in the method's order, numbered, and each line of the contents leads to one."""
    found = page(made(records()))
    sections = [title for name, title in CONTENTS if name != "pictures"]  # of which there are none (test_pictures.py)
    headings = [f"{number}. {title}" for number, title in enumerate(sections, start=1)]
    assert found.texts("//h2") == headings
    assert found.values("//nav//a/@href") == [f"#{section}" for section in found.values("//h2/@id")]
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", found.source)]
    assert all(after - before <= 1 for before, after in pairwise(levels)), "a heading level is skipped"


def test_the_page_runs_and_fetches_nothing() -> None:
    """No script, no style sheet, no picture, font or frame from anywhere; the policy forbids all but the page's own styles."""
    found = page(made(records()))
    assert found.values("//meta[@http-equiv='Content-Security-Policy']/@content") == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert not found.texts("//script | //link | //img | //iframe | //object | //embed | //form")
    assert not found.values("//@*[starts-with(local-name(), 'on')]")
    assert not re.search(r"https?:|//www|@import|url\((?!#)", found.source)


def test_the_bars_and_the_table_hold_the_same_counts() -> None:
    """Each side's counts beside its bars are those of its column in the table, theme by theme."""
    found = page(made(records()))
    for side, column in (("a", 1), ("b", 2)):
        in_table = found.texts(f"(//section[h2/@id='compared']//table)[1]//tr[td]/td[{column}]")
        assert found.texts(SVG_COUNTS.format(side=side)) == in_table
        assert len(in_table) == 10


def test_the_bars_say_what_is_no_finding() -> None:
    """A label that is only leaning tells in the picture, too, to read the quotes; one that is clear says so."""
    drawn = " ".join(page(made(records())).texts("//figure//*[local-name()='g'][@class='m']/*"))
    assert "perhaps raised more by practitioners: read the quotes" in drawn
    assert "raised more by parents, a clear difference" in drawn


def test_each_picture_of_bars_has_a_title_and_a_description() -> None:
    """The drawing is announced as one picture, named by its title and described by its description."""
    found = page(made(records()))
    (label,) = found.values("//figure/*[local-name()='svg']/@aria-labelledby")
    title, description = (found.texts(f"//*[@id='{part}']")[0] for part in label.split())
    assert title == "How many parents and how many practitioners raised each theme"
    assert "parents to the left, practitioners to the right" in description


def test_a_telling_difference_is_said_answered_and_in_their_words() -> None:
    """What practitioners said, what parents answered with all four counts, and both sides' words stand together, parents left."""
    found = page(made(records()))
    block = "//section[h2/@id='telling']/article[1]"
    assert found.texts(f"{block}//h4")[:3] == ["Practitioners said", "Parents answered", "In their words"]
    assert found.texts(f"{block}//blockquote") == ["Parents may try to protect their children from the impact of living on a low income."]
    assert found.texts(f"{block}//p[@class='big']")[0].strip() == "6 of 8 parents disagreed"
    assert found.texts(f"{block}//p[@class='tag']")[0].strip() == "contested: challenged"
    assert found.texts(f"{block}//table[@class='answers']//td[1]") == ["1", "1", "6", "0"]
    assert found.values(f"{block}/div[@class='pair']/div/@class") == ["a", "b"]
    assert "That is naive. Mine know what day the money comes." in found.texts(f"{block}//div[@class='a']//q")


def test_a_number_that_is_hidden_is_told_in_words_and_has_no_bar() -> None:
    """Where the view has no number the page has its words: no bar, no share, and never the word None."""
    shown = made(records())
    finding, statement = shown.findings[0], next(each for each in shown.statements if not each.contested)
    count = replace(
        finding.groups["parent"], text="1 or 2 of 8", share=None, share_at_most=None, raised=None, raised_at_most=None, could=None
    )
    given = statement.answers["parent"]
    told = tuple(replace(answer, people=None, share=None, text="not told") for answer in given.answers)
    asked = replace(given, asked=None, asked_text="fewer than 5 asked", answers=told)
    changed = replace(
        shown,
        findings=(replace(finding, groups={**finding.groups, "parent": count}), *shown.findings[1:]),
        statements=tuple(
            replace(each, answers={**each.answers, "parent": asked}) if each is statement else each for each in shown.statements
        ),
        groups=(replace(shown.groups[0], people=None, text="fewer than 5 parents"), *shown.groups[1:]),
    )
    found = page(changed)
    assert "None" not in found.text
    assert "parents, fewer than 5 asked" in found.text
    assert found.texts(SVG_COUNTS.format(side="a"))[0] == "1 or 2 of 8"
    (track,), (whole,) = (one.values("//figure//*[@class='track']/@d") for one in (found, page(shown)))
    assert (track.partition("M")[2][:3], track[1:].partition("M")[0][-4:]) == ("535", "h165"), "no empty bar that looks like zero"
    assert whole[1:].partition("M")[0].endswith("h600")
    bars = found.values("//figure//*[contains(@class, 'sa')]/@d")[0].count("M")
    assert bars == page(shown).values("//figure//*[contains(@class, 'sa')]/@d")[0].count("M") - 1


def test_the_fixed_sentences_stand_in_every_report() -> None:
    """Silence is not disagreement; numbers describe those who came; who was shown what."""
    text = page(made(records())).text
    for sentence in (
        "Not raising something is not disagreeing with it.",
        "Numbers describe the people who took part.",
        "Parents were shown statements made by practitioners; practitioners were not shown parents' statements.",
        "Parents were not asked whether their own statements were noted rightly.",
    ):
        assert sentence in text


def test_a_theme_that_one_group_did_not_raise_is_not_called_disagreement() -> None:
    """Beside a theme of practitioners alone stands "Not raised by parents.", and no word of disagreeing."""
    found = page(made(records()))
    (article,) = found.texts("//section[h2/@id='led']/article[h3[contains(., 'Community capacity building')]]")
    assert "Not raised by parents." in article
    assert "disagree" not in article


def test_every_remark_with_words_stands_on_the_page() -> None:
    """What no finding quotes is in the last section, so that nothing that was noted is lost to the reader."""
    data = records()
    found = page(made(data))
    said = set(found.said)
    assert {each.text for each in data.reflections.values() if each.text} <= said
    assert "25 more without words" in found.text


def test_what_a_remark_was_marked_as_stands_beside_it() -> None:
    """A mark such as action stands in the credit, wherever the remark is quoted; what has a mark alone shows that."""
    data = records()
    changed = {
        "r100": replace(data.reflections["r100"], kinds=("action",)),
        "g1": replace(data.reflections["g1"], text="", kinds=("silence",)),
        "why3": replace(data.reflections["why3"], kinds=("disagree", "tension")),
    }
    found = page(made(replace(data, reflections={**data.reflections, **changed})))
    credits_ = found.texts("//li/p")
    assert "p1, action, R101" in credits_
    assert "p3, disagree, tension, R203" in credits_
    assert [" ".join(item.split()) for item in found.texts("//ul[@class='all']/li") if "silence" in item] == ["(silence) parent, R300, F7"]
    assert "25 more without words" in found.text


def test_words_of_a_third_group_are_not_lost() -> None:
    """What people who are both said to a contested statement stands at the end, since no column of the report is theirs."""
    data = records()
    people = {**data.participants, "parent3": replace(data.participants["parent3"], perspective="both")}
    made_by_others = {**data.statements, "st0": replace(data.statements["st0"], made_by="both", sources=("why7",))}
    data = replace(data, participants=people, statements=made_by_others)
    said = set(page(made(data)).said)
    assert {each.text for each in data.reflections.values() if each.text} <= said


CONTRASTS = (
    ("--ink", "--paper", 4.5),
    ("--ink", "--wash", 4.5),
    ("--soft", "--paper", 4.5),
    ("--at", "--paper", 4.5),
    ("--bt", "--paper", 4.5),
    ("--a", "--paper", 3.0),
    ("--b", "--paper", 3.0),
)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_keep_their_contrast(scheme: int) -> None:
    """Text has 4.5:1 and bars 3:1 against what is behind them, light and dark (WCAG 2.2, 1.4.3 and 1.4.11)."""
    blocks = re.findall(r":root\{([^}]+)\}", page(made(records())).source)
    colours: dict[str, str] = {}
    for block in blocks[: scheme + 1]:
        colours |= dict(re.findall(r"(--\w+):(#[0-9a-f]+)", block))
    ratios = {(front, back): contrast(colours[front], colours[back]) for front, back, _ in CONTRASTS}
    assert len(blocks) == 2
    assert [pair for *pair, least in CONTRASTS if ratios[pair[0], pair[1]] < least] == []


def contrast(front: str, back: str) -> float:
    """The contrast ratio of two colours, #rgb or #rrggbb, by WCAG's relative luminance."""
    darker, lighter = sorted((luminance(front), luminance(back)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, 0 for black and 1 for white."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    shares = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_words_come_back_whole_whatever_they_are(shared: Path) -> None:
    """The text of each of the 515 naughty strings, cleaned, is that of one element, newlines and runs of spaces included."""
    path = shared / "data" / "hostile" / "naughty-strings.txt"
    lines = path.read_bytes().decode("utf-8", "surrogateescape").split("\n")
    wanted = [clean(line) for line in lines if clean(line).strip()]
    wanted += ["two\nlines", "\n\nafter two newlines", "a  run   of spaces ", "a\ttab", "\u05e9\u05dc\u05d5\u05dd <b>&amp;"]
    found = _page_of_remarks(wanted)
    said = found.said
    assert [text for text in wanted if text not in said] == []
    assert len(said) >= len(wanted)
    assert not found.texts("//script | //img | //iframe | //b[not(ancestor::ul)]")
    assert not re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f]", found.source)


def _page_of_remarks(texts: list[str]) -> Page:
    data = records()
    model = data.reflections["g1"]
    remarks = {
        f"x{place}": replace(model, id=f"x{place}", number=1000 + place, text=text, verbatim=place % 2 == 0)
        for place, text in enumerate(texts)
    }
    return page(made(replace(data, reflections=remarks, codings={})))


def test_titles_in_markup_stay_text() -> None:
    """Whatever a theme, an organisation, a place, a person's code or the workshop is called, no element is made of it."""
    hostile = "</style></svg></title><script>alert(1)</script>\"'><img src=x onerror=y>"
    data = records()
    found = page(
        made(
            replace(
                data,
                workshop=replace(data.workshop, title=hostile, cover=hostile),
                themes={key: replace(theme, title=hostile, lead_organisation=hostile) for key, theme in data.themes.items()},
                sessions={key: replace(session, place=hostile, title=hostile) for key, session in data.sessions.items()},
                statements={key: replace(statement, text=hostile) for key, statement in data.statements.items()},
                participants={key: replace(person, code=hostile, organisation=hostile) for key, person in data.participants.items()},
            )
        )
    )
    assert not found.texts("//script | //img")
    assert not found.values("//@*[starts-with(local-name(), 'on')]")
    assert found.texts("//h1") == [hostile]


def test_ranks_stand_side_by_side_where_people_voted() -> None:
    """A row a theme: rank, dots and people of each group; with few themes a sentence says why no figure is given, and how votes count."""
    found = page(made(voted()))
    table = "//section[h2/@id='priorities']//h3[@id='V1']/following-sibling::div[1]/table"
    assert found.texts(f"{table}/thead//th") == ["Theme", "Parents, 3 voted", "Practitioners, 2 voted"]
    rows = [" | ".join(part.strip() for part in found.texts(f"({table}//tr)[{place}]/*")) for place in (2, 3, 4)]
    assert rows[0].endswith("Income maximisation | 1st, 4 dots from 2 of 3 | none")
    assert "none | 1st, 3 dots from 2 of 2" in rows[1] + rows[2]
    assert "With fewer than 5 themes the ranks stand for themselves." in found.text
    assert "three dots may all be one person" in found.text


def test_without_votes_nothing_is_said_of_them() -> None:
    """No heading, no table, no sentence on the method."""
    text = page(made(records())).text
    assert "What came first" not in text
    assert "tau-b" not in text


def test_an_empty_workshop_has_a_report() -> None:
    """Before anybody has said anything the page stands, with a sentence in each empty section."""
    data = records()
    empty = replace(data, sessions={}, timelines={}, participants={}, reflections={}, themes={}, codings={}, statements={}, responses={})
    text = page(made(empty)).text
    assert "Nobody has taken part yet." in text
    assert "No statement of one group was contested by the other." in text
    assert "No theme was raised more by one group." in text


def test_columns_keep_apart_on_a_phone() -> None:
    """The rule for narrow windows leaves more than half a letter between two columns."""
    (narrow,) = re.findall(r"@media\(max-width:44rem\)\{(.*)\}", page(made(records())).source)
    (gap,) = re.findall(r"th,td\{padding-right:([.\d]+)rem", narrow)
    assert float(gap) >= 0.5


def test_the_example_fits_in_an_email(tmp_path: Path) -> None:
    """The example workshop's page is under 40 kB, with room for what a real one has more: votes, say."""
    book = make_example(tmp_path / "example")
    try:
        assert len(page(book.view()).source.encode()) < 39_500
    finally:
        book.close()
