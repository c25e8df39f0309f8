"""Lines for the property tests: any text at all, and texts made of what the capture line's grammar is made of."""

from hypothesis import strategies as st

from workshop.model.capture import Context, Speaker
from workshop.model.perspective import perspectives
from workshop.model.plan import Kind

_PIECES = (
    *("3:", "p3: ", "parents: ", "Ali: ", "nt: ", "?: ", "hands: 1 1 6 0", "parents hands: 1 1 6 0", "hands T1: 1 1 6 0", "+ "),
    *('"', "“", "”", "„", "«", "»", "(", ")", "-", ":", ",", ".", "\\", "'"),
    *("#", "#food", "#foodbank.", "#who-decides?", '#the-"deal"', "#£20-a-week", "#1", "\\#food", '\\"'),
    *(" T1", "T1 ", " t12,", "!disagree T1 "),
    *("!", "!agree", "!disagree", "!off", "!laugh", "!enabler", "!our-part", "!nothing"),
    *("x7", "x8", "\\x7", "*", "@12:30", "@-2m", "@", "QUOTE", "...", "…"),
    *(" ", " ", " ", "  ", "\t", "\n", "\u200f", "\u00a0"),
    *("a", "we", "don't", "£20", "é", "لا", "भूख", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"),
)

CONTEXTS = (
    Context(group="parent"),
    Context(
        perspectives=perspectives(["parent", "practitioner", "young person"]),
        codes={"p3": "parent", "Ali": "practitioner", "Mrs K": "parent"},
        sticky=Speaker("parent", "p3"),
        lanes=("enabler", "our part"),
        themes={
            "foodbank": "Foodbank",
            "who decides?": "Who decides?",
            'the "deal"': 'The "deal"',
            "£20 a week": "£20 a week",
        },
    ),
    Context(group="parent", statements={"T1": "They hide it.", "T12": "They cope."}),
    Context(group="parent", kind=Kind.SHOW, codes={"3": "other"}),
    Context(group="parent", kind=Kind.SHOW, statements={"T1": "They hide it."}),
)

contexts = st.sampled_from(CONTEXTS)
_pieces = st.sampled_from(_PIECES)
lines = st.one_of(
    st.text(),
    st.lists(_pieces, max_size=14).map("".join),
    st.lists(st.one_of(_pieces, st.text(max_size=4)), max_size=14).map(" ".join),
)
