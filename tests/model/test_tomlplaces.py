"""The scanner finds the line of everything that `tomllib` reads."""

import tomllib
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from workshop.model.tomlplaces import Place, lines_of

KEYS = st.sampled_from(["a", "b", '"c d"', "'e'", '"\\u0066"', "a.b", "a . 'e'", "g-1", "7"])
SIMPLE = st.sampled_from(
    [
        "1",
        "-0.5",
        "true",
        "2012-06-12 10:00:00",
        "inf",
        '""',
        "''",
        '"# [ \\" = "',
        "'] \" = '",
        '"""""x"""',
        "'''\n[[a]]\nb = 1\n''''",
        '"""\n\\"""#"""""',
    ]
)
BLANKS = st.sampled_from(["", " ", "\n", " # ] \" '\n", "\n\n\t"])


def _lists(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.tuples(BLANKS, inner, BLANKS).map("".join), max_size=3).map(lambda parts: f"[{','.join(parts)}]")


def _tables(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.lists(st.tuples(KEYS, inner), max_size=3, unique_by=lambda pair: pair[0])
    return pairs.map(lambda found: "{" + ", ".join(f"{key} = {value}" for key, value in found) + "}")


VALUES = st.recursive(SIMPLE, lambda inner: _lists(inner) | _tables(inner), max_leaves=6)
STATEMENTS = st.tuples(KEYS, VALUES).map(lambda pair: f"{pair[0]} = {pair[1]}") | KEYS.map("[{}]".format) | KEYS.map("[[ {} ]] # x".format)


def places(value: object, place: Place = ()) -> Iterator[Place]:
    """Every place inside a value that `tomllib` gave."""
    if place:
        yield place
    if isinstance(value, dict):
        for key, part in value.items():
            yield from places(part, (*place, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from places(part, (*place, index))


@given(st.lists(STATEMENTS, max_size=6))
def test_every_value_has_a_line_and_every_line_a_value(statements: list[str]) -> None:
    """For any text that is TOML the scanner names exactly the places that the values have, none later than the line they are on."""
    kept: list[str] = []
    for statement in statements:
        try:
            tomllib.loads("\n".join([*kept, statement]))
        except tomllib.TOMLDecodeError:
            continue  # such as the same key twice: not TOML, not of interest here
        kept.append(statement)
    text = "\n".join(kept)
    lines = lines_of(text)
    assert set(lines) == set(places(tomllib.loads(text)))
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())


@given(st.lists(st.tuples(st.sampled_from(["k", "'k'", '"k"']), SIMPLE | _lists(SIMPLE)), min_size=1, max_size=6))
def test_a_key_is_on_the_line_where_it_begins(pairs: list[tuple[str, str]]) -> None:
    """Whatever stands between them, each table's key is found on its own line."""
    expected, text = {}, ""
    for index, (key, value) in enumerate(pairs):
        text += "[[t]]\n"
        expected["t", index, "k"] = text.count("\n") + 1
        text += f"{key} = {value}\n"
    assert {place: line for place, line in lines_of(text).items() if place[2:] == ("k",)} == expected
