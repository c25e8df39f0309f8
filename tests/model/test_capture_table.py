"""The capture line, line by line: what each is understood to mean (capture.md, 1)."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from workshop.model.capture import NOTE_TAKER, UNKNOWN, Captured, Context, Speaker, parse, show
from workshop.model.perspective import perspectives
from workshop.model.plan import Kind

PARENTS = Speaker("parent")
PRACTITIONERS = Speaker("practitioner")
P3 = Speaker("parent", "p3")
R3 = Speaker("practitioner", "r3")
ALI = Speaker("practitioner", "Ali")

OWN = Context(group="parent")
MIXED = Context(
    perspectives=perspectives(["parent", "practitioner", "young person"]),
    codes={"p3": "parent", "p5": "parent", "r5": "practitioner", "Ali": "practitioner", "Table 2": "both"},
)
STICKY = replace(OWN, sticky=P3)
LANES = Context(group="practitioner", lanes=("enabler", "barrier", "our part", "don't know", "action", "Who decides?"))
OPEN = Context(group="parent", statements={"T1": "They hide it.", "T12": "They cope."})
SHOW = Context(group="parent", kind=Kind.SHOW, sticky=P3)
SHOW_MIXED = replace(MIXED, kind=Kind.SHOW)
THEMES = Context(
    group="parent",
    themes={
        "foodbank": "Foodbank",
        "income maximisation": "Income maximisation",
        "who decides?": "Who decides?",
        "£20 a week": "£20 a week",
        'the "deal"': 'The "deal"',
        "larder": "Foodbank",
    },
)


@dataclass
class Row:
    """One line of the table: in this context the line means its speaker and these fields; every other field has its default."""

    line: str
    context: Context
    speaker: Speaker
    fields: dict[str, Any] = field(default_factory=dict)


def own(line: str, speaker: Speaker = PARENTS, **fields: Any) -> Row:
    """A line in a session of parents, nobody having spoken yet."""
    return Row(line, OWN, speaker, fields)


def mixed(line: str, speaker: Speaker, **fields: Any) -> Row:
    """A line in a mixed session with five known codes."""
    return Row(line, MIXED, speaker, fields)


def theme(line: str, text: str, *themes: str, **fields: Any) -> Row:
    """A line about themes, some of them in the codebook."""
    return Row(line, THEMES, PARENTS, {"text": text, "themes": themes, **fields})


WHO = [
    own("3: it was cold", P3, text="it was cold", speaker_given=True),
    own("p3: it was cold", P3, text="it was cold", speaker_given=True),
    own("P3: it was cold", P3, text="it was cold", speaker_given=True),
    own("03: it was cold", P3, text="it was cold", speaker_given=True),
    own("٣: كان باردا", P3, text="كان باردا", speaker_given=True),
    own("\u200f3: كان باردا", P3, text="كان باردا", speaker_given=True),
    own("   3:   it was cold  ", P3, text="it was cold", speaker_given=True),
    own("3:\tit was cold", P3, text="it was cold", speaker_given=True),
    own("123: it was cold", Speaker("parent", "p123"), text="it was cold", speaker_given=True),
    own("3:", P3, speaker_given=True),
    own("r3: we asked", R3, text="we asked", speaker_given=True),
    own("parents: it was cold", text="it was cold", speaker_given=True),
    own("Parent: it was cold", text="it was cold", speaker_given=True),
    own("P: it was cold", text="it was cold", speaker_given=True),
    own("practitioners: we asked", PRACTITIONERS, text="we asked", speaker_given=True),
    own("R: we asked", PRACTITIONERS, text="we asked", speaker_given=True),
    own("both: we are both", Speaker("both"), text="we are both", speaker_given=True),
    own("b3: I am both", Speaker("both", "b3"), text="I am both", speaker_given=True),
    own("others: a councillor", Speaker("other"), text="a councillor", speaker_given=True),
    own("nt: the room went quiet", NOTE_TAKER, text="the room went quiet", speaker_given=True),
    own("NT: the room went quiet", NOTE_TAKER, text="the room went quiet", speaker_given=True),
    own("?: from the back", UNKNOWN, text="from the back", speaker_given=True),
    own("it was cold", text="it was cold"),
    Row("it was cold", STICKY, P3, {"text": "it was cold"}),
    Row("nt: a bus went by", STICKY, NOTE_TAKER, {"text": "a bus went by", "speaker_given": True}),
    mixed("it was cold", UNKNOWN, text="it was cold"),
    mixed("p3: it was cold", P3, text="it was cold", speaker_given=True),
    mixed("r3: we asked", R3, text="we asked", speaker_given=True),
    mixed("3: only p3 has a 3", P3, text="only p3 has a 3", speaker_given=True),
    mixed("5: p5 or r5", UNKNOWN, text="5: p5 or r5"),
    mixed("9: nobody has a 9", UNKNOWN, text="9: nobody has a 9"),
    mixed("y1: I walk", Speaker("young person", "y1"), text="I walk", speaker_given=True),
    mixed("young people: we walk", Speaker("young person"), text="we walk", speaker_given=True),
    mixed("young-people: we walk", Speaker("young person"), text="we walk", speaker_given=True),
    mixed("Ali: it was cold", ALI, text="it was cold", speaker_given=True),
    mixed("ALI: it was cold", ALI, text="it was cold", speaker_given=True),
    mixed("table 2: it was cold", Speaker("both", "Table 2"), text="it was cold", speaker_given=True),
]

NOT_WHO = [
    own("Ali: it was cold", text="Ali: it was cold"),
    own("14:30 the bus", text="14:30 the bus"),
    own("14:30: the bus", text="14:30: the bus"),
    own("3:it was cold", text="3:it was cold"),
    own("3 : it was cold", text="3 : it was cold"),
    own("1234: it was cold", text="1234: it was cold"),
    own("k3: not one of our letters", text="k3: not one of our letters"),
    own("pp3: it was cold", text="pp3: it was cold"),
    own("what she said: no", text="what she said: no"),
    own("https://example.org: a page", text="https://example.org: a page"),
    own(": it was cold", text=": it was cold"),
    own("3: 4: it was cold", P3, text="4: it was cold", speaker_given=True),
    own("p3", text="p3"),
]

QUOTES = [
    own('3: "we go without"', P3, text="we go without", verbatim=True, speaker_given=True),
    own('"we go without" #food *', text="we go without", verbatim=True, themes=("food",), highlight=True),
    own("“we go without”", text="we go without", verbatim=True),
    own('“we go without"', text="we go without", verbatim=True),
    own("„nie mamy nic” #bieda", text="nie mamy nic", verbatim=True, themes=("bieda",)),
    own("„wir haben nichts“", text="wir haben nichts", verbatim=True),
    own("«ليس لدينا شيء»", text="ليس لدينا شيء", verbatim=True),
    own('"we go without."', text="we go without.", verbatim=True),
    own('"we go without".', text="we go without.", verbatim=True),
    own('"he said "no" to me"', text='he said "no" to me', verbatim=True),
    own('“he said "no" to me”', text='he said "no" to me', verbatim=True),
    own('"he said "—no" to me"', text='he said "—no" to me', verbatim=True),
    own('he said "a "b" #c d" there', text='he said "a "b" #c d" there'),
    own("\\“the #food” shut", text="“the food” shut", themes=("food",)),
    own('"we go without" she said', text='"we go without" she said'),
    own('she said "we go without"', text='she said "we go without"'),
    own('"yes" and "no"', text='"yes" and "no"'),
    own('"the #foodbank shut !off x7 * @12:30 QUOTE"', text="the #foodbank shut !off x7 * @12:30 QUOTE", verbatim=True),
    own('he said "the #foodbank shut" #debt', text='he said "the #foodbank shut"', themes=("debt",)),
    own('he said "it is !off" again', text='he said "it is !off" again'),
    own('"we go without', text="we go without", verbatim=True, unfinished=True),
    own('"we go without #food x7', text="we go without", verbatim=True, unfinished=True, themes=("food",), hands=7),
    own('"the #foodbank shut', text="the #foodbank shut", verbatim=True, unfinished=True),
    own('"what my brother did !off', kinds=("off",)),
    own('"', verbatim=True, unfinished=True),
    own('!laugh "we go without"', text="we go without", verbatim=True, kinds=("laugh",)),
    own('#food "we go without" #debt', text="we go without", verbatim=True, themes=("food", "debt")),
    own('a 6" pipe #water', text='a 6" pipe', themes=("water",)),
    own("the 'old' way", text="the 'old' way"),
    own("we can't 'n' won't", text="we can't 'n' won't"),
    own('he said "no way #school', text='he said "no way', themes=("school",)),
    own('"" #debt', verbatim=True, themes=("debt",)),
]

UNFINISHED = [
    own("and then he...", text="and then he...", unfinished=True),
    own("and then he…", text="and then he…", unfinished=True),
    own("and then he ...", text="and then he", unfinished=True),
    own("and then he QUOTE", text="and then he", unfinished=True),
    own('"and then he" QUOTE', text="and then he", verbatim=True, unfinished=True),
    own('"and then he..."', text="and then he...", verbatim=True, unfinished=True),
    own('"and then he"...', text="and then he...", verbatim=True, unfinished=True),
    own("and then he... #debt", text="and then he...", unfinished=True, themes=("debt",)),
    own("and then ... he went", text="and then ... he went"),
    own("a quote", text="a quote"),
    own("QUOTE of the day", text="QUOTE of the day"),
    own("3: ...", P3, unfinished=True, speaker_given=True),
]

TAGS = [
    own("3: #debt", P3, themes=("debt",), speaker_given=True),
    theme("we owe everyone #debt #shame", "we owe everyone", "debt", "shame"),
    theme("we owe everyone #Debt #debt", "we owe everyone", "Debt"),
    theme("the #foodbank shut", "the foodbank shut", "foodbank"),
    theme("they shut the #foodbank.", "they shut the foodbank.", "foodbank"),
    theme("#foodbank shut", "foodbank shut", "foodbank"),
    theme("no food #foodbank #larder", "no food", "foodbank"),
    theme("help with money #income-maximisation", "help with money", "income-maximisation"),
    theme("help with money #income_maximisation", "help with money", "income_maximisation"),
    theme("we wonder #who-decides?", "we wonder", "who-decides?"),
    theme("it helped #£20-a-week", "it helped", "£20-a-week"),
    theme('we agreed #the-"deal"', "we agreed", 'the-"deal"'),
    theme("we are #1", "we are #1"),
    theme("rated #2 of #10 there", "rated #2 of #10 there"),
    theme("a #2nd-chance", "a", "2nd-chance"),
    theme("press # to go on", "press # to go on"),
    theme("press #", "press #"),
    theme("C# and F#", "C# and F#"),
    theme("##food", "##food"),
    theme("more#food", "more#food"),
    theme("the school #food, mostly", "the school food, mostly", "food"),
    theme("costs #food,#rent", "costs food,#rent", "food"),
    theme("tired #parents'", "tired parents'", "parents"),
    theme("tired #children’s-shoes", "tired", "children’s-shoes"),
    theme("głodni #głód", "głodni", "głód"),
    theme("भूखे #भूख", "भूखे", "भूख"),
    theme("تعبنا #طعام", "تعبنا", "طعام"),
    theme("no home #🏠", "no home", "🏠"),
    theme("press #️⃣ to go on", "press #️⃣ to go on"),
    theme("#food #rent x3", "", "food", "rent", hands=3),
    theme(r"ticket \#food", "ticket #food"),
    theme(r"ticket \#food it said", "ticket #food it said"),
]

KINDS = [
    own("3: !disagree they see the empty cupboard", P3, text="they see the empty cupboard", kinds=("disagree",), speaker_given=True),
    own("3: !disagree", P3, kinds=("disagree",), speaker_given=True),
    Row(
        "3: !disagree T1 we tell them", OPEN, P3, {"text": "we tell them", "kinds": ("disagree",), "statement": "T1", "speaker_given": True}
    ),
    Row(
        '3: "we tell them" !disagree t12.',
        OPEN,
        P3,
        {"text": "we tell them", "verbatim": True, "kinds": ("disagree",), "statement": "T12", "speaker_given": True},
    ),
    Row('!agree T1: "they do"', OPEN, PARENTS, {"text": "they do", "verbatim": True, "kinds": ("agree",), "statement": "T1"}),
    Row("!disagree T7 we tell them", OPEN, PARENTS, {"text": "T7 we tell them", "kinds": ("disagree",)}),
    Row("!laugh T1 it says", OPEN, PARENTS, {"text": "T1 it says", "kinds": ("laugh",)}),
    Row("!disagree with T1", OPEN, PARENTS, {"text": "with T1", "kinds": ("disagree",)}),
    Row("!agree T1 no !disagree T12", OPEN, PARENTS, {"text": "!agree T1 no", "kinds": ("disagree",), "statement": "T12"}),
    own("!disagree T1 we tell them", text="T1 we tell them", kinds=("disagree",)),
    own("they see it !Disagree", text="they see it", kinds=("disagree",)),
    own("who pays !question !action", text="who pays", kinds=("question", "action")),
    own("and then !laugh she sat down", text="and then she sat down", kinds=("laugh",)),
    own("who pays !question !question", text="who pays", kinds=("question",)),
    own("who pays !question?", text="who pays", kinds=("question",)),
    own("!agree no wait !disagree", text="!agree no wait", kinds=("disagree",)),
    own("!silence", kinds=("silence",)),
    own("it was !awful there", text="it was !awful there"),
    own("stop! now", text="stop! now"),
    own("stop !", text="stop !"),
    own("wow!!", text="wow!!"),
    own("not!agree", text="not!agree"),
    own("time !enabler", text="time !enabler"),
    own(r"he wrote \!off on it", text="he wrote !off on it"),
    Row("time !enabler", LANES, PRACTITIONERS, {"text": "time", "lane": "enabler"}),
    Row("time !ENABLER !tension", LANES, PRACTITIONERS, {"text": "time", "lane": "enabler", "kinds": ("tension",)}),
    Row("time !our-part", LANES, PRACTITIONERS, {"text": "time", "lane": "our part"}),
    Row("time !don't-know", LANES, PRACTITIONERS, {"text": "time", "lane": "don't know"}),
    Row("time !who-decides?", LANES, PRACTITIONERS, {"text": "time", "lane": "Who decides?"}),
    Row("time !action", LANES, PRACTITIONERS, {"text": "time", "lane": "action"}),
    Row("time !enabler !barrier", LANES, PRACTITIONERS, {"text": "time !enabler", "lane": "barrier"}),
]

OFF = [
    own("3: my brother sells it !off", P3, kinds=("off",), speaker_given=True),
    own("3: my brother !off sells it", P3, kinds=("off",), speaker_given=True),
    own("3: !OFF my brother sells it #drugs x3 * @12:30", P3, kinds=("off",), speaker_given=True),
    own("3: my brother sells it !off.", P3, kinds=("off",), speaker_given=True),
    own("3: my brother !off sells it !laugh", P3, kinds=("off",), speaker_given=True),
    Row("the brother !off", replace(LANES, lanes=("off", "agree")), PRACTITIONERS, {"kinds": ("off",)}),
    Row("the brother !agree", replace(LANES, lanes=("off", "agree")), PRACTITIONERS, {"text": "the brother", "kinds": ("agree",)}),
    own("3: he took a day off", P3, text="he took a day off", speaker_given=True),
]

ENDINGS = [
    own("bring towels x7", text="bring towels", hands=7),
    own("bring towels X7 *", text="bring towels", hands=7, highlight=True),
    own("bring towels ×7", text="bring towels", hands=7),
    own("x7", hands=7),
    own("nobody had x0", text="nobody had", hands=0),
    own("towels x2 please", text="towels x2 please"),
    own("size x1000", text="size x1000"),
    own("hello x7 x8", text="hello x7", hands=8),
    own("hello x7 x7", text="hello", hands=7),
    own("the x7bus", text="the x7bus"),
    own("max7", text="max7"),
    own("2+2", text="2+2"),
    own("4 * 4 rooms", text="4 * 4 rooms"),
    own("keep this *", text="keep this", highlight=True),
    own("keep this *.", text="keep this *."),
    own("**", text="**"),
    own("late bus @12:30", text="late bus", at="12:30"),
    own("late bus @9:05 *", text="late bus", at="9:05", highlight=True),
    own("late bus @-2m", text="late bus", at="-2m"),
    own("late bus @-90s #bus", text="late bus", at="-90s", themes=("bus",)),
    own("late bus @25:00", text="late bus @25:00"),
    own("late bus @12:60", text="late bus @12:60"),
    own("at @12:30 it left", text="at @12:30 it left"),
    own("write to SoAndSo@example.com", text="write to SoAndSo@example.com"),
    own("ask @council", text="ask @council"),
    own("it costs £20", text="it costs £20"),
    own("it costs 50p", text="it costs 50p"),
    own("the bus at 14:30", text="the bus at 14:30"),
    own(r"we scored \x7", text="we scored x7"),
    own("C:\\school\\forms", text="C:\\school\\forms"),
    own("#food x7 * @12:30 !laugh QUOTE", themes=("food",), hands=7, highlight=True, at="12:30", kinds=("laugh",), unfinished=True),
]

GOES_ON = [
    Row("+ and the kids too", STICKY, P3, {"text": "and the kids too", "continues": True}),
    Row("+ 4: she said #debt", STICKY, P3, {"text": "4: she said", "themes": ("debt",), "continues": True}),
    Row("+", STICKY, P3, {"continues": True}),
    Row("+44 7700 900123", STICKY, P3, {"text": "+44 7700 900123"}),
    Row("2 + 2", STICKY, P3, {"text": "2 + 2"}),
]

HANDS = [
    Row("hands: 1 1 6 0", SHOW, PARENTS, {"answers": (1, 1, 6, 0), "speaker_given": True}),
    Row("Hands: 1, 1, 6, 0", SHOW, PARENTS, {"answers": (1, 1, 6, 0), "speaker_given": True}),
    Row("practitioners hands: 12 1 0 2", SHOW, PRACTITIONERS, {"answers": (12, 1, 0, 2), "speaker_given": True}),
    Row("R hands: 12 1 0 2", SHOW_MIXED, PRACTITIONERS, {"answers": (12, 1, 0, 2), "speaker_given": True}),
    Row("parents: hands: 1 1 6 0", SHOW_MIXED, PARENTS, {"answers": (1, 1, 6, 0), "speaker_given": True}),
    Row("hands: 1 1 6 0", replace(SHOW_MIXED, sticky=PARENTS), PARENTS, {"answers": (1, 1, 6, 0), "speaker_given": True}),
    Row("hands: 1 1 6 0", SHOW_MIXED, UNKNOWN, {"text": "hands: 1 1 6 0"}),
    Row("hands: 1 1 6", SHOW, P3, {"text": "hands: 1 1 6"}),
    Row("hands: 1 1 6 0 2", SHOW, P3, {"text": "hands: 1 1 6 0 2"}),
    Row("hands: went up", SHOW, P3, {"text": "hands: went up"}),
    Row("p3: hands: 1 1 6 0", SHOW, P3, {"text": "hands: 1 1 6 0", "speaker_given": True}),
    Row("p3 hands: 1 1 6 0", SHOW, P3, {"text": "p3 hands: 1 1 6 0"}),
    own("hands: 1 1 6 0", text="hands: 1 1 6 0"),
    Row("4: !agree", SHOW, Speaker("parent", "p4"), {"kinds": ("agree",), "speaker_given": True}),
]

ANY_LANGUAGE = [
    own("3: لا نأكل كي يأكل الأولاد #طعام *", P3, text="لا نأكل كي يأكل الأولاد", themes=("طعام",), highlight=True, speaker_given=True),
    own('3: "ہم بھوکے سوتے ہیں" #بھوک', P3, text="ہم بھوکے سوتے ہیں", verbatim=True, themes=("بھوک",), speaker_given=True),
    own("3: żółć i gęślą #jaźń", P3, text="żółć i gęślą", themes=("jaźń",), speaker_given=True),
    own("3: chan eil airgead ann #cosgais-bith-beò", P3, text="chan eil airgead ann", themes=("cosgais-bith-beò",), speaker_given=True),
    own("👨‍👩‍👧‍👦 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿 #home", text="👨‍👩‍👧‍👦 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿", themes=("home",)),
    own("STRASSE #straße", text="STRASSE", themes=("straße",)),
    own("two\nlines", text="two lines"),
    own("", PARENTS),
    own("   ", PARENTS),
]

TABLE = [*WHO, *NOT_WHO, *QUOTES, *UNFINISHED, *TAGS, *KINDS, *OFF, *ENDINGS, *GOES_ON, *HANDS, *ANY_LANGUAGE]


each_row = pytest.mark.parametrize("row", TABLE, ids=[row.line for row in TABLE])


@each_row
def test_the_line_means_what_the_table_says(row: Row) -> None:
    """Each line of the table is understood as written beside it, in every field."""
    assert parse(row.line, row.context) == Captured(speaker=row.speaker, **row.fields)


@each_row
def test_the_line_shown_again_means_the_same(row: Row) -> None:
    """What `show` makes of the meaning is understood as the same, its speaker said; showing that again changes nothing."""
    captured = parse(row.line, row.context)
    shown = show(captured, row.context)
    assert parse(shown, row.context) == replace(captured, speaker_given=not captured.continues)
    assert show(parse(shown, row.context), row.context) == shown


def test_the_table_is_long_enough() -> None:
    """The table holds at least 120 lines, no two of them the same."""
    assert len({(row.line, id(row.context)) for row in TABLE}) == len(TABLE) >= 120
