"""A plan's TOML text becomes a Plan, or all its faults at once."""

import tomllib
from dataclasses import fields

import pytest

from workshop.errors import WorkshopError
from workshop.model.plan import Activity, Card, Kind, Plan
from workshop.model.planfile import decode_plan, parse_plan
from workshop.text import clean

ACTIVITY = '[[activity]]\ntitle = "Round"\nkind = "open"\nminutes = 20\n'
EVERYTHING = '''
title = "Evening"
heading = "Hear from people"
purpose = "To hear."
perspectives = ["parent", "Young person"]
welcome = """
Hello.
Come in."""
source = "ours"
people = "8"
contact = "the office"
materials = ["pens"]
show_time = false
private = true
leads_to = "readback"

[[cards]]
title = "Purpose"
text = "Why we are here."

[[activity]]
title = "Round"
kind = "open"
minutes = 12.5
prompt = "What is it like?"
lanes = ["enabler", "barrier"]
notes = "Listen."
protected = true
optional = true
minimum = 0
starts_at = "09:30"
ends_by = "14:45"
turns = 2
bell = true
auto_advance = true
themes = ["Food"]
statements = ["One.", "Two."]
contested = true
artworks = true
pictures = ["a table"]
scale = [1, 5]
dots = 3
ranks = 5
budget = 500
materials = ["a large sheet"]
show_time = false
words = false
'''


ROUND = Activity(
    title="Round",
    kind=Kind.OPEN,
    minutes=12.5,
    prompt="What is it like?",
    lanes=("enabler", "barrier"),
    notes="Listen.",
    protected=True,
    optional=True,
    minimum=0,
    starts_at="09:30",
    ends_by="14:45",
    turns=2,
    bell=True,
    auto_advance=True,
    themes=("Food",),
    statements=("One.", "Two."),
    contested=True,
    artworks=True,
    pictures=("a table",),
    scale=(1, 5),
    dots=3,
    ranks=5,
    budget=500,
    materials=("a large sheet",),
    show_time=False,
    words=False,
)
EVENING = Plan(
    name="evening",
    title="Evening",
    heading="Hear from people",
    purpose="To hear.",
    perspectives=("parent", "young person"),
    welcome="Hello.\nCome in.",
    source="ours",
    people="8",
    contact="the office",
    materials=("pens",),
    show_time=False,
    private=True,
    leads_to="readback",
    cards=(Card(title="Purpose", text="Why we are here."),),
    activities=(ROUND,),
    text=EVERYTHING,
)


def faults(text: str) -> tuple[str, ...]:
    """The lines of the error that a plan of this text raises."""
    with pytest.raises(WorkshopError) as caught:
        parse_plan(text, "plan")
    return caught.value.lines


def test_every_key_arrives_in_its_field() -> None:
    """All the keys of the format are read, and none is known that has no field."""
    assert parse_plan(EVERYTHING, "evening") == EVENING
    written = set(tomllib.loads(EVERYTHING)) | {"name", "activities", "text"}
    assert {field.name for field in fields(Plan)} == written - {"activity"}
    assert {field.name for field in fields(Activity)} == set(tomllib.loads(EVERYTHING)["activity"][0])


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_activity_is_known(kind: Kind) -> None:
    """A plan may ask for any kind, also one whose engine comes later; a `show` needs no statements of its own."""
    plan = parse_plan(f'title = "P"\n[[activity]]\ntitle = "A"\nkind = "{kind}"\nminutes = 5', "plan")
    assert plan.activities[0].kind is kind


def test_the_design_s_own_example() -> None:
    """The line of an unknown key reads as the design says, to the letter."""
    text = f'title = "P"\n\n\n{ACTIVITY}[[activity]]\ntitle = "Small groups"\nminuets = 10\nkind = "open"\n'
    assert faults(text) == ('plan.toml:10: activity 2 ("Small groups"): unknown key "minuets", did you mean "minutes"?',)


def test_all_faults_at_once_in_the_order_of_the_text() -> None:
    """Faults of TOML, of keys, of types and of ranges are told together, each with its own line."""
    text = """
title = Small groups
purpos = "x"
[[activity]]
title = "A"
minuets = 10
kind = "opne"
welcome = "hi"
[[activity]]
title = "Small groups"
kind = "open"
minutes = 5 min
lanes = ["a",
  # ] not here
  "b", 3,
  "A"
]
starts_at = 09:30
minimum = 7
[[cards]]
titel = "x"
text = true
"""
    assert faults(text) == (
        'plan.toml:2: a text stands in quotes: title = "Small groups"',
        'plan.toml:3: unknown key "purpos", did you mean "purpose"?',
        'plan.toml:6: activity 1 ("A"): unknown key "minuets", did you mean "minutes"?',
        'plan.toml:7: activity 1 ("A"): "kind" can\'t be "opne", did you mean "open"?',
        'plan.toml:8: activity 1 ("A"): unknown key "welcome": it belongs to the whole plan, above the first [[activity]]',
        'plan.toml:12: activity 2 ("Small groups"): a number stands alone: minutes = 5',
        'plan.toml:15: activity 2 ("Small groups"): "lanes" entry 3 wants a text in quotes, not 3',
        'plan.toml:16: activity 2 ("Small groups"): "lanes" has "A" twice',
        'plan.toml:18: activity 2 ("Small groups"): a time stands in quotes: starts_at = "09:30"',
        'plan.toml:21: card 1: unknown key "titel", did you mean "title"?',
        'plan.toml:22: card 1: "text" wants a text in quotes, not true',
    )


VALUES = [
    ('title = ""', '"title" is empty'),
    ('title = "  \\n "', '"title" is empty'),
    ("title = 5", '"title" wants a text in quotes, not 5'),
    ('kind = "xyzzy"', '"kind" can\'t be "xyzzy", the kinds are open, reflect, show, sort, vote, rate, recommend, break, close'),
    ('kind = "Open"', '"kind" can\'t be "Open", did you mean "open"?'),
    ("kind = 1", '"kind" wants one of open, reflect, show, sort, vote, rate, recommend, break, close, in quotes, not 1'),
    ("minutes = 0", '"minutes" must be more than 0 minutes'),
    ("minutes = -5", '"minutes" must be more than 0 minutes'),
    ("minutes = 1441", '"minutes" can\'t be more than 1440 minutes, a whole day'),
    ("minutes = inf", '"minutes" can\'t be more than 1440 minutes, a whole day'),
    ("minutes = nan", '"minutes" wants a number of minutes, such as 20, not nan'),
    ("minutes = true", '"minutes" wants a number of minutes, such as 20, not true'),
    ('minutes = "20"', '"minutes" wants a number of minutes, such as 20, not "20"'),
    ("minutes = [20]", '"minutes" wants a number of minutes, such as 20, not a list or a table'),
    ("minutes = 2012-06-12", '"minutes" wants a number of minutes, such as 20, not a date or a time without quotes'),
    (f"minutes = 0x{'f' * 9000}", '"minutes" can\'t be more than 1440 minutes, a whole day'),
    ("minimum = -1", '"minimum" can\'t be less than 0 minutes'),
    ("minimum = 21", '"minimum" (21) is more than "minutes" (20)'),
    ("turns = 0", '"turns" must be more than 0 minutes'),
    ("turns = 20.5", '"turns" (20.5) is more than "minutes" (20)'),
    ('starts_at = "9:30"', '"starts_at" wants a time of day in quotes, such as "09:30", not "9:30"'),
    ('starts_at = "24:00"', '"starts_at" wants a time of day in quotes, such as "09:30", not "24:00"'),
    ("ends_by = 14:45:00", '"ends_by" wants a time of day in quotes, such as "09:30", not a date or a time without quotes'),
    ('protected = "yes"', '"protected" wants true or false, not "yes"'),
    ("bell = 1", '"bell" wants true or false, not 1'),
    ('lanes = "enabler"', '"lanes" wants a list of texts, such as ["one", "two"], not "enabler"'),
    ('lanes = ["our part", "Our-part"]', '"lanes" has "Our-part" twice'),
    ('lanes = [" "]', '"lanes" entry 1 is empty'),
    ('statements = ["One.", "one."]', '"statements" has "one." twice'),
    ("scale = [5, 1]", '"scale" wants its two ends as whole numbers, the lower first, such as [1, 5]'),
    ("scale = [1, 2, 3]", '"scale" wants its two ends as whole numbers, the lower first, such as [1, 5]'),
    ('scale = "1 to 5"', '"scale" wants its two ends as whole numbers, the lower first, such as [1, 5]'),
    ("scale = [false, true]", '"scale" wants its two ends as whole numbers, the lower first, such as [1, 5]'),
    ("dots = 0", '"dots" wants a whole number from 1, not 0'),
    ("dots = 2.5", '"dots" wants a whole number from 1, not 2.5'),
    (f"budget = 0x{'f' * 9000}", '"budget" wants a whole number from 1, not a number as large as that'),
    ("cards = 3", 'unknown key "cards": it belongs to the whole plan, above the first [[activity]]'),
    ("xyzzy = 3", 'unknown key "xyzzy"'),
    ('"a\\u001b[31mb" = 3', 'unknown key "ab"'),
]


@pytest.mark.parametrize(("line", "words"), VALUES)
def test_a_value_that_is_wrong_is_one_fault_with_its_line(line: str, words: str) -> None:
    """Each wrong value of an activity gives exactly one line, which names the activity and says what is wanted."""
    key = line.partition(" =")[0]
    right = {"title": 'title = "Round"', "kind": 'kind = "open"', "minutes": "minutes = 20"}
    text = "\n".join(['title = "P"', "[[activity]]", *(value for name, value in right.items() if name != key), line])
    number = text.count("\n") + 1
    called = "" if key == "title" else ' ("Round")'
    if line == "title = 5":
        called = ""
    assert faults(text) == (f"plan.toml:{number}: activity 1{called}: {words}",)


TOML = [
    ("title = “Evening”", 'plan.toml:1: curly quotes don\'t work here: title = "Evening"'),
    ("title = it's late", 'plan.toml:1: a text stands in quotes: title = "it\'s late"'),
    ("title = ", 'plan.toml:1: "title" has no value'),
    ('title: "Evening"', 'plan.toml:1: a key and its value have = between them: title = "Evening"'),
    ('title = "Evening', "plan.toml:1: a quote is opened here and not closed;"),
    ('title = "the "big" one"', 'plan.toml:1: something is left over after the text; a " inside a text is written \\"'),
    ('title = "C:\\plans"', "plan.toml:1: a backslash in a text is written twice: \\\\"),
    ('title = "P"\ntitle = "Q"', 'plan.toml:2: "title" stands here a second time'),
    ('title = "P"\nHello there', "plan.toml:2: this is neither key = value nor [[activity]]; a line for yourself begins with #"),
    ('title = "P"\nperspectives = ["parent" "other"]', "plan.toml:2: a bracket is opened here and not closed, or a comma is missing"),
    (f'title = "P"\npeople = {"9" * 5000}\npurpose = "x"', "plan.toml:2: no number here needs thousands of digits"),
    ('title = "P"\nperspectives = ["parents"]', 'plan.toml:2: "perspectives" has "parents", did you mean "parent"?'),
    ('title = "P"\nminutes = 90', 'plan.toml:2: unknown key "minutes": it belongs to an activity, below its [[activity]]'),
    ('title = "P"\ncards = "Purpose"', 'plan.toml:2: "cards" stands in two pairs of brackets on a line of its own: [[cards]]'),
]


@pytest.mark.parametrize(("head", "words"), TOML)
def test_a_broken_line_is_one_fault_in_plain_words(head: str, words: str) -> None:
    """Each slip of TOML gives one line, without the words of the parser, and the rest of the plan is still read."""
    found = faults(f"{head}\n{ACTIVITY}")
    assert len(found) == 1
    assert found[0].startswith(words)
    assert faults(f"{head}\n{ACTIVITY}dots = 0\n")[1:] == (
        f'plan.toml:{head.count(chr(10)) + 6}: activity 1 ("Round"): "dots" wants a whole number from 1, not 0',
    )


STOPS = [
    ("", ('plan.toml:1: "title" is missing', "plan.toml:1: there is no [[activity]] in this plan")),
    ('title = "P"\nactivity = []', ("plan.toml:2: there is no [[activity]] in this plan",)),
    ('title = "P"\n[[activty]]\ntitle = "A"', ('plan.toml:2: unknown key "activty", did you mean "activity"?',)),
    (
        'title = "P"\n[activity]\ntitle = "A"',
        ('plan.toml:2: "activity" stands in two pairs of brackets on a line of its own: [[activity]]',),
    ),
    (
        'title = "P"\n[[activity]\ntitle = "A"',
        ("plan.toml:2: an activity begins with [[activity]], in two pairs of brackets on a line of its own",),
    ),
    (
        'title = "P"\nactivity = ["A"]\nx',
        (
            'plan.toml:2: "activity" stands in two pairs of brackets on a line of its own: [[activity]]',
            "plan.toml:3: activity 1: this is neither key = value nor [[activity]]; a line for yourself begins with #",
        ),
    ),
    (
        f'title = "P"\n{ACTIVITY}dots{".x" * 2_000} = 1',
        ('plan.toml:6: activity 1 ("Round"): "dots" wants a whole number from 1, not a list or a table',),
    ),
    ("a = " + "[" * 3000, ("plan.toml:1: this is nested too deeply to be a plan",)),
]


@pytest.mark.parametrize(("text", "expected"), STOPS)
def test_a_plan_without_its_bones(text: str, expected: tuple[str, ...]) -> None:
    """What is empty, or has its headers wrong, says so and not what follows from it."""
    assert faults(text) == expected


def test_what_is_not_closed_is_sought_where_it_begins() -> None:
    """A text or a list that nothing ends is told of the line that opens it, not of the end of the file."""
    assert faults(f'title = "P"\n{ACTIVITY}notes = """\nmore\nand more\n')[0].startswith("plan.toml:6: a quote is opened here")
    assert faults(f'title = "P"\n{ACTIVITY}lanes = [\n')[0].startswith("plan.toml:6: a bracket is opened here")


def test_a_text_broken_over_two_lines_is_one_fault() -> None:
    """The rest of a quote that ran over the line's end is not told as a fault of its own."""
    found = faults(f'title = "P"\nwelcome = "Come in,\n\nsit down."\n{ACTIVITY}')
    assert [line.partition(":")[2].partition(":")[0] for line in found] == ["2"]


def test_another_kind_of_file_stops_after_twenty_faults() -> None:
    """A letter given as a plan is not told of every one of its lines."""
    found = faults("\n\n".join(["Dear all, this is not a plan"] * 5) + "\n# \n" + "\n# \n".join(["Kind regards"] * 50))
    assert len(found) <= 21
    assert found[-1] == "plan.toml: and more; is this a plan at all?"


def test_lines_hold_through_everything_that_toml_allows() -> None:
    """Strings over lines, comments, quoted and dotted keys, inline tables and lists over lines don't shift a fault's line."""
    text = """# [[activity]]
title = 'P' # "
welcome = '''
[[activity]]
minutes = 3
''''
"people" = "a \\" # ["
cards = [ { title = "Purpose", text = "x" },
  { title = "Limits", txet = "y", text.more = 1 } ]
[[ activity ]] # one
title = \"\"\"a \\\"\"\" b\"\"\"
kind = "open"
minutes = 1_0
[[activity]]
title = "B"
kind = "open"
minutes = 5
"dots" . few = 1
[activity.scale]
low = 1
"""
    assert faults(text) == (
        'plan.toml:9: card 2 ("Limits"): unknown key "txet", did you mean "text"?',
        'plan.toml:9: card 2 ("Limits"): "text" wants a text in quotes, not a list or a table',
        'plan.toml:18: activity 2 ("B"): "dots" wants a whole number from 1, not a list or a table',
        'plan.toml:19: activity 2 ("B"): "scale" wants its two ends as whole numbers, the lower first, such as [1, 5]',
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_editor_s_newlines(newline: str) -> None:
    """A plan saved with any system's line ends is the same plan, and its faults have the same lines."""
    text = f'title = "P"\n{ACTIVITY}welcome = "x"\n'.replace("\n", newline)
    assert faults(text)[0].startswith("plan.toml:6: ")
    assert parse_plan(EVERYTHING.replace("\n", newline), "evening") == parse_plan(EVERYTHING, "evening")


def test_nothing_that_acts_on_a_terminal_comes_in() -> None:
    """Escape sequences, raw or spelled out, and NUL are gone from every text of a plan, from its faults and from what is kept of it."""
    hostile = '\x1b]52;c;aGk=\x07 \\u001b[31mred\\u0000 "'.removesuffix('"')
    text = f'title = "T{hostile}"\n[[activity]]\ntitle = "A{hostile}"\nkind = "open"\nminutes = 5\nlanes = ["L{hostile}"]\n'
    plan = parse_plan(text, "plan")
    assert (plan.title, plan.activities[0].title, plan.activities[0].lanes) == ("T red", "A red", ("L red",))
    assert clean(plan.text) == plan.text
    for line in faults(text + 'kinds = "\x1b[2J"\n"\\u001b[2Jkey" = 1\n'):
        assert clean(line) == line
        assert line.isprintable()


def test_a_line_separator_in_a_text_moves_no_line() -> None:
    """U+2028 is no line end to TOML or to an editor's line numbers."""
    assert faults(f'title = "one\u2028two"\n{ACTIVITY}dots = 0')[0].startswith("plan.toml:6:")


def test_a_file_that_is_not_utf_8_says_where() -> None:
    """A plan saved in another encoding is refused with the line of the first byte that isn't UTF-8; a BOM is no fault."""
    with pytest.raises(WorkshopError) as caught:
        decode_plan(b'title = "P"\nwelcome = "caf\xe9"\n', "plan.toml")
    assert caught.value.lines == ("plan.toml:2: this is not UTF-8 text (byte 0xe9)",)
    assert decode_plan(b"\xef\xbb\xbftitle", "plan.toml") == "title"


def test_the_message_counts() -> None:
    """The error's first line says how much there is to put right, and the file may have another name than the plan."""
    with pytest.raises(WorkshopError) as caught:
        parse_plan("", "plan", "my plan.toml")
    assert caught.value.message == "This plan can't be run yet: 2 things to put right."
    assert caught.value.lines[0] == 'my plan.toml:1: "title" is missing'
