"""What stands around the parser: who speaks next, chips, Tab, when it was said, going on with a remark."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import permutations
from timeit import timeit
from zoneinfo import ZoneInfo

import pytest

from workshop.model.capture import (
    UNKNOWN,
    Captured,
    Chip,
    Context,
    Role,
    Speaker,
    chips,
    completions,
    going_on,
    parse,
    said_at,
    show,
    sticky_after,
)
from workshop.model.capture.hints import hint
from workshop.model.plan import Kind

PARENTS = Speaker("parent")
P3 = Speaker("parent", "p3")
OWN = Context(
    group="parent",
    codes={"p3": "parent", "p12": "parent", "r1": "practitioner"},
    themes={"foodbank": "Foodbank", "income maximisation": "Income maximisation", "benefit income": "Benefit income", "larder": "Foodbank"},
)
MIXED = replace(OWN, group="mixed", codes={"p3": "parent", "r3": "practitioner"})
GLASGOW = ZoneInfo("Europe/London")


def chipped(line: str, context: Context = OWN) -> list[tuple[str, str]]:
    """The chips of a line as their words and role."""
    return [(chip.text, chip.role.value) for chip in chips(parse(line, context), context)]


def test_a_chip_names_the_statement_that_is_meant() -> None:
    """With its first words, before Enter; where none is meant the answer stands alone."""
    known = replace(OWN, statements={"T1": "Parents hide it from their children, whatever it costs."})
    assert chipped("3: !disagree t1 we tell them", known)[-1] == ("disagrees with T1: Parents hide it from their ch…", "answer")
    assert chipped("3: !disagree T2 we tell them", known)[-1] == ("disagree", "answer")


def completed(line: str, context: Context = OWN) -> list[str]:
    """The lines that Tab offers with the cursor at the end."""
    return [found.line for found in completions(line, len(line), context)]


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("3: it was cold", P3),
        ("3:", P3),
        ("parents: it was cold", PARENTS),
        ("3: !off", P3),
        ("nt: a bus", None),
        ("?: from the back", None),
        ("it was cold", None),
        ("+ 3: more", None),
    ],
)
def test_a_speaker_stays_but_for_the_note_taker_and_an_unknown_one(line: str, after: Speaker | None) -> None:
    """Who was said to speak is the speaker of the next line; `nt:` and `?:` last one line."""
    assert sticky_after(parse(line, OWN), OWN) == after
    assert sticky_after(parse(line, replace(OWN, sticky=UNKNOWN)), replace(OWN, sticky=UNKNOWN)) == (after or UNKNOWN)


def test_a_show_of_hands_changes_no_speaker() -> None:
    """After "hands: 1 1 6 0" the person who spoke before speaks on."""
    context = replace(OWN, kind=Kind.SHOW, sticky=P3)
    assert sticky_after(parse("hands: 1 1 6 0", context), context) == P3


@pytest.mark.parametrize(
    ("line", "empty"),
    [
        ("3:", True),
        ("", True),
        ("3: *", True),
        ("3: @12:30", True),
        ('3: "', True),
        ("3: #debt", False),
        ("x7", True),
        ("!silence", False),
        ("!off", False),
    ],
)
def test_a_line_is_empty_where_there_is_nothing_to_save(line: str, empty: bool) -> None:
    """A speaker, a highlight, a time, a quote or hands alone are about nothing; a theme or a kind is something."""
    assert parse(line, OWN).empty is empty


def test_chips_tell_what_was_understood_in_words() -> None:
    """Each mark has its chip: the speaker first, then how the words are taken, themes by their titles, kinds, hands, the rest."""
    assert chipped('3: "we go without #larder !question x7 * @-2m') == [
        ("p3 parent", "speaker"),
        ("verbatim", "words"),
        ("to finish", "words"),
        ("#Foodbank", "theme"),
        ("question", "kind"),
        ("7 hands", "hands"),
        ("highlight", "highlight"),
        ("said 2 min ago", "time"),
    ]


@pytest.mark.parametrize(
    ("line", "chip"),
    [
        ("it was cold", ("parents", "speaker")),
        ("7: it was cold", ("p7 parent, new", "new-speaker")),
        ("nt: a bus", ("note-taker", "speaker")),
        ("?: from the back", ("nobody named", "speaker")),
        ("+ more", ("goes on", "words")),
        ("cold #damp-walls", ("#Damp walls, new theme", "new-theme")),
        ("cold #foodbanks", ("or #Foodbank?", "hint")),
        ("cold #lardder", ("or #Larder (now Foodbank)?", "hint")),
        ("cold !nope", ("!nope not known, kept as words", "hint")),
        ("3:we go without", ("3: needs a space behind it", "hint")),
        ('p3:"we go without"', ("p3: needs a space behind it", "hint")),
        ("!disagree", ("disagree", "answer")),
        ("one had it x1", ("1 hand", "hands")),
        ("late @12:30", ("said at 12:30", "time")),
        ("my brother !off", ("off the record", "off")),
    ],
)
def test_a_chip_for_each_thing(line: str, chip: tuple[str, str]) -> None:
    """What is new, unknown or like something known is told too."""
    assert chip in chipped(line)


def test_a_bare_number_in_a_mixed_session_asks_whose() -> None:
    """Where p3 and r3 sit in one room "3:" stays text, and a hint asks which."""
    assert ("3: is whose? p3 or r3", "hint") in chipped("3: it was cold", MIXED)


@pytest.mark.parametrize(
    "line", ["3: it was cold", "14:30 the bus", "see https://example.org", "it was:cold", "http://example.org", "Ali:said", "1234:a"]
)
def test_no_hint_where_nothing_is_in_doubt(line: str) -> None:
    """A time, an address, a word with a colon: text like any other."""
    assert all(role != "hint" for _, role in chipped(line))


def test_hands_on_a_statement_are_told_with_their_answers() -> None:
    """Four counts alone could be read in any order."""
    assert chipped("hands: 1 1 6 0", replace(OWN, kind=Kind.SHOW))[1:] == [("hands: 1 agree, 1 partly, 6 disagree, 0 unsure", "answer")]


def test_off_the_record_shows_nothing_of_the_words() -> None:
    """The chips of an `!off` line say who and that; no theme of it."""
    assert chips(parse("3: my brother sells it #drugs !off", OWN), OWN) == (
        Chip("p3 parent", Role.SPEAKER),
        Chip("off the record", Role.OFF),
    )


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("cold #foo", ["cold #Foodbank "]),
        ("cold #lar", ["cold #Foodbank "]),
        ("cold #inc", ["cold #Income-maximisation ", "cold #Benefit-income "]),
        ("cold #income-m", ["cold #Income-maximisation "]),
        ("cold #zzz", []),
        ("cold !dis", ["cold !disagree "]),
        ("1", ["p12: ", "r1: "]),
        ("p1", ["p12: "]),
        ("pa", ["parents: "]),
        ("nt", ["nt: "]),
        ("cold", []),
        ("it was p", []),
        ("", []),
        ('"the #foo', ['"the #Foodbank ']),
    ],
)
def test_tab_completes_the_word_at_the_cursor(line: str, lines: list[str]) -> None:
    """Themes after "#" by title or alias, kinds after "!", speakers at the start; no other word."""
    assert completed(line) == lines


def test_tab_offers_every_theme_in_the_codebooks_order() -> None:
    """A bare "#" lists the codebook, each theme once."""
    assert [found.label for found in completions("#", 1, OWN)] == ["Foodbank", "Income maximisation", "Benefit income"]


def test_tab_offers_lanes_first_and_answers_where_a_statement_is_shown() -> None:
    """What the activity asks for comes first."""
    assert completed("!", replace(OWN, lanes=("our part",)))[0] == "!our-part "
    assert completed("!", replace(OWN, kind=Kind.SHOW))[:4] == ["!agree ", "!partly ", "!disagree ", "!unsure "]
    assert completed("ha", replace(OWN, kind=Kind.SHOW)) == ["hands: "]


def test_the_second_of_two_lanes_is_said_to_be_one_too_many() -> None:
    """It is known; a remark stands in one lane, and the other mark stays among the words."""
    found = chipped("it costs !barrier !enabler", replace(OWN, lanes=("enabler", "barrier")))
    assert ("one lane a remark, so !barrier is kept as words", "hint") in found


def test_tab_offers_a_lane_that_is_called_like_a_kind_once() -> None:
    """The lane is what it means in this activity."""
    assert completed("!ac", replace(OWN, lanes=("action",))) == ["!action "]


def test_tab_amid_a_line_keeps_what_follows() -> None:
    """The cursor stands behind the completed word, the rest of the line behind that; amid a word nothing is offered."""
    (found,) = completions("the #foo shut", 8, OWN)
    assert (found.line, found.cursor) == ("the #Foodbank shut", 14)
    assert completions("the #foodba shut", 8, OWN) == ()


def test_tab_offers_nothing_inside_a_closed_quote() -> None:
    """There "#" is no mark."""
    assert completions('"the #foo shut"', 9, OWN) == ()


def test_a_tag_spelt_much_like_a_theme_becomes_it_where_that_is_asked_for() -> None:
    """As the hint has it, by an alias too; where a title begins like it, that is meant and no other."""
    assert completions("cold #fodbank", 13, OWN) == ()
    (found,) = completions("cold #fodbank", 13, OWN, alike=True)
    assert (found.line, found.label) == ("cold #Foodbank ", "Foodbank")
    assert [each.label for each in completions("cold #lardder", 13, OWN, alike=True)] == ["Foodbank"]
    assert completions("cold #foo", 9, OWN, alike=True) == completions("cold #foo", 9, OWN)
    assert completions("cold #quite-new", 15, OWN, alike=True) == ()


def test_a_completion_is_understood_as_its_theme() -> None:
    """Each title offered is found again when its line is read."""
    for found in completions("cold #", 6, OWN):
        assert chips(parse(found.line, OWN), OWN)[-1] == Chip(f"#{found.label}", Role.THEME)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("it was cold", "parents: it was cold"),
        ("3: it was cold #damp-walls x7 * @12:30 !laugh", "p3: it was cold #damp-walls !laugh x7 * @12:30"),
        ("and then he...", "parents: and then he..."),
        ('"we go without', 'parents: "we go without" QUOTE'),
        ("“we go without”", 'parents: "we go without"'),
        ("the #foodbank shut", "parents: the foodbank shut #foodbank"),
        ("+ more", "+ more"),
        ("3:", "p3:"),
        ("?: from the back", "?: from the back"),
    ],
)
def test_a_line_is_shown_as_one_would_type_it(line: str, shown: str) -> None:
    """Speaker, words, QUOTE, themes, kinds, hands, highlight, time: in this order, nothing said twice."""
    assert show(parse(line, OWN), OWN) == shown


def test_words_that_look_like_marks_are_shown_with_a_backslash() -> None:
    """Where a record's text would be read as marks, those words get one; inside a quote they need none."""
    captured = Captured(speaker=P3, speaker_given=True, text='he said "the #food" scored x7')
    assert show(captured, OWN) == 'p3: he said "the #food" scored \\x7'
    assert parse(show(captured, OWN), OWN) == captured


NOW = datetime(2031, 3, 4, 12, 40, 30, tzinfo=GLASGOW)


@pytest.mark.parametrize(
    ("at", "now", "said"),
    [
        ("", NOW, "2031-03-04T12:40:30"),
        ("-2m", NOW, "2031-03-04T12:38:30"),
        ("-90s", NOW, "2031-03-04T12:39:00"),
        ("-1h", NOW, "2031-03-04T11:40:30"),
        ("12:30", NOW, "2031-03-04T12:30:00"),
        ("9:05", NOW, "2031-03-04T09:05:00"),
        ("12:41", NOW, "2031-03-04T12:40:30"),
        ("13:00", NOW, "2031-03-03T13:00:00"),
        ("23:50", datetime(2031, 3, 5, 0, 10, tzinfo=GLASGOW), "2031-03-04T23:50:00"),
        ("12:30", datetime(2031, 7, 1, 13, 0, tzinfo=GLASGOW), "2031-07-01T11:30:00"),
        ("1:30", datetime(2031, 10, 26, 1, 40, tzinfo=GLASGOW, fold=1), "2031-10-26T01:30:00"),
        ("1:50", datetime(2031, 10, 26, 1, 10, tzinfo=GLASGOW, fold=1), "2031-10-26T00:50:00"),
        ("-2h", datetime(2031, 10, 26, 3, 0, tzinfo=GLASGOW), "2031-10-26T01:00:00"),
    ],
)
def test_when_it_was_said(at: str, now: datetime, said: str) -> None:
    """Offsets are real time; a time of day is its latest occurrence in the place's own zone, summer time or not; never the future."""
    assert said_at(at, now) == datetime.fromisoformat(said).replace(tzinfo=UTC)


@pytest.mark.parametrize("minutes", range(0, 48 * 60, 97))
def test_it_was_never_said_later_than_now(minutes: int) -> None:
    """Whatever time of day it is now, "@12:30" lies in the day before it."""
    now = NOW + timedelta(minutes=minutes)
    assert timedelta(0) <= now - said_at("12:30", now) < timedelta(days=1)


@pytest.mark.parametrize(
    ("first", "more", "whole"),
    [
        ("3: it was cold", "+ and damp", "p3: it was cold and damp"),
        ('3: "we go without', '+ so the kids can eat"', 'p3: "we go without so the kids can eat"'),
        ('3: "we go without', "+ so the kids", 'p3: "we go without so the kids" QUOTE'),
        ('3: "we go without', '+ so the kids can eat" #food', 'p3: "we go without so the kids can eat" #food'),
        ('3: "we go without', '+ "so the kids can eat"', 'p3: "we go without so the kids can eat"'),
        ('3: "we go without', '+ often" she said', 'p3: "we go without often" she said'),
        ('3: "we go without"', "+ she was upset", 'p3: "we go without" she was upset'),
        ("3: she was upset", '+ "we go without"', 'p3: she was upset "we go without"'),
        ("3: it was cold #damp x3", "+ #rent x5 *", "p3: it was cold #damp #rent x5 *"),
        ('3: "we go without', "+ #food", 'p3: "we go without" QUOTE #food'),
        ("3: it was cold !agree", "+ no !disagree !laugh", "p3: it was cold no !disagree !laugh"),
        ("3: and then...", "+ he went", "p3: and then... he went"),
        ("nt: a bus", "+ went by", "nt: a bus went by"),
        ("3: it was cold @12:30", "+ and damp", "p3: it was cold and damp @12:30"),
    ],
)
def test_a_line_goes_on_with_the_last_remark(first: str, more: str, whole: str) -> None:
    """A "+" line adds its words and marks, and closes a quote that was left open."""
    assert show(going_on(parse(first, OWN), more, OWN), OWN) == whole


def test_off_takes_the_whole_remark_off_the_record() -> None:
    """`+ !off` leaves no word of what it goes on with."""
    assert going_on(parse("3: my brother sells it #drugs", OWN), "+ !off", OWN) == Captured(speaker=P3, kinds=("off",))


@pytest.mark.benchmark
def test_a_key_press_is_read_at_once() -> None:
    """Prints what reading a line of 300 characters costs, its chips included, as a ratio to `str.split`: a new theme at each press."""
    line = ("3: !disagree we had to go without so that the kids could eat and then the #foodbank shut, nobody told us " * 3)[:262]
    words = [
        "food",
        "money",
        "advice",
        "rent",
        "housing",
        "damp",
        "school",
        "meals",
        "transport",
        "childcare",
        "energy",
        "debt",
        "shame",
        "work",
    ]
    titles = [" ".join(pair) for pair in permutations(words, 2)]
    titles += [" ".join(each) for each in permutations(words[:4], 3)][: 200 - len(titles)]
    context = replace(OWN, themes={title: title.capitalize() for title in titles})
    presses = [f"{line} #income-maximisation #housing-dam-{number} x7 * @12:30" for number in range(2000)]

    def read(lines: list[str]) -> None:
        for each in lines:
            chips(parse(each, context), context)

    shares = [presses[start : start + 400] for start in range(0, 2000, 400)]  # a share of its own for each run: what is looked up is kept
    plain = min(timeit(partial(list, map(str.split, share)), number=1) for share in shares)
    cost = min(timeit(partial(read, share), number=1) for share in shares)
    print(f"\n{len(presses[0])} characters, {len(titles)} themes: {cost / plain:.0f} times str.split, {cost / 400 * 1e6:.0f} us a press")
    assert chips(parse(presses[0], context), context)[-1].role is Role.TIME


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("hands: 1 1 6 0", "kept as words; no statement is being shown, so say which the hands were on:  hands T1: 1 1 6 0"),
        ("hands T7: 1 1 6 0", "kept as words; there is no statement T7"),
        ("hands T1: 1 1", "kept as words; a show of hands is four counts, agree partly disagree unsure:  hands: 1 1 6 0"),
        ("3: !disagree they see it all", "it answers nothing, since no statement is being shown: name it,  !disagree T1"),
        ("3: !disagree T7 they see it", "kept as words; there is no statement T7"),
        ("3: !disagree T1 they see it", ""),
        ("5 - no coat", "kept as words; if 5 says it, a colon follows:  5: no coat"),
        ("p5. no coat", "kept as words; if p5 says it, a colon follows:  p5: no coat"),
        ("3 we walk", "kept as words; if 3 says it, a colon follows:  3: we walk"),
        ("5 children went", ""),
        ('"3 we walk"', ""),
        ("4: 3 we walk", ""),
        ("50p - we counted", ""),
    ],
)
def test_a_near_miss_is_told_with_its_cure(line: str, said: str) -> None:
    """What looks like hands, an answer or a sticker and was kept as words is told so, and how to say it; a plain remark is let be."""
    known = replace(OWN, statements={"T1": "They hide it."})
    assert hint(parse(line, known), known, shown=False) == said
