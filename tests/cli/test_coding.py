"""Two people code the same remarks, by the command line alone."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run


def anchor(shared: Path, name: str) -> Any:
    """A published value with its input."""
    anchors = json.loads((shared / "data" / "comparison_anchors.json").read_text(encoding="utf-8"))
    return next(each for each in anchors if each["id"] == name)


def coded_by_two(run: Run, first: list[bool], second: list[bool]) -> Any:
    """A remark each, about food or not as the note-taker says, and as Bo says; what `agreement` gives on food."""
    run("new", "Two coders")
    lines = "".join(f"{place % 90 + 1}: made-up remark {place} {'#food' if yes else '#other'}\n" for place, yes in enumerate(first))
    run("capture", "two-coders", "--group", "parent", given=lines)
    for place, yes in enumerate(second, 1):
        run("code", "two-coders", f"R{place}", "--coder", "Bo", *(["food"] if yes else ["--none"]))
    found = run("agreement", "two-coders", "--json").json()
    (food,) = (each for each in found["themes"] if each["theme"] == "Food")
    return found, food


def test_krippendorffs_alpha_of_the_published_example(run: Run, shared: Path) -> None:
    """Ten units, two observers, yes or no: alpha is 0.095."""
    known = anchor(shared, "alpha-kripp-A")
    first, second = ([bool(value) for value in coder] for coder in known["args"][0])
    found, food = coded_by_two(run, first, second)
    assert (found["remarks"], found["enough"], found["coders"]) == (10, False, ["note-taker", "Bo"])
    assert food["alpha"] == pytest.approx(known["expected"], abs=known["tol"])
    assert "Fewer than 20" in run("agreement", "two-coders").err


def test_cohens_kappa_of_the_published_example(run: Run, shared: Path) -> None:
    """Fifty decisions of two readers: kappa is 0.4, and the fifteen they differ on are listed to talk through."""
    known = anchor(shared, "kappa-grants")
    (both, first_only), (second_only, neither) = known["args"][0]
    pairs = [(True, True)] * both + [(True, False)] * first_only + [(False, True)] * second_only + [(False, False)] * neither
    found, food = coded_by_two(run, [one for one, _ in pairs], [other for _, other in pairs])
    assert (food["both"], food["first_only"], food["second_only"], food["neither"]) == (both, first_only, second_only, neither)
    assert food["kappa"] == pytest.approx(known["expected"], abs=known["tol"])
    assert (food["agreement"], found["enough"]) == (0.7, True)
    on_food = [each["ref"] for each in found["disagreements"] if "Food" in each["first_only"] + each["second_only"]]
    assert on_food == [f"R{number}" for number in range(both + 1, both + first_only + second_only + 1)]
    table = run("agreement", "two-coders", "--coders", "note-taker", "bo")
    assert "Food    20     5                 10        15        70 %    0.400" in table.out
    assert "R21\tnote-taker: Food\tmade-up remark 20" in table.out
    assert "from 0.800 reliable, below 0.667 no conclusion" in table.err


def test_a_second_coder_codes_blind(run: Run) -> None:
    """What --next shows has no theme of the first; it goes on until the sample is done."""
    run("new", "Blind")
    run("capture", "blind", "--group", "parent", given='3: "the cupboard was empty" #food\n4: they ring every day #debt\n')
    seen = []
    for _ in range(2):
        shown = run("code", "blind", "--next", "--coder", "Bo")
        ref, perspective, words = shown.out.rstrip("\n").split("\t")
        assert "Food" not in shown.out
        assert "Themes: Food, Debt." in shown.err
        seen.append((ref, perspective, words))
        assert run("code", "blind", ref, "food", "--coder", "Bo").out == f"{ref}\tFood\n"
    assert sorted(seen) == [("R1", "parent", '"the cupboard was empty"'), ("R2", "parent", "they ring every day")]
    done = run("code", "blind", "--next", "--coder", "bo")
    assert (done.out, done.err) == ("", "Bo has coded all 2 remarks of the sample.\n")
    assert [each["themes"] for each in run("reflections", "blind", "--json").json()] == [["Food"], ["Debt"]]


def test_the_note_taker_codes_too(run: Run) -> None:
    """A theme more, and one off again."""
    run("new", "Mine")
    run("capture", "mine", "--group", "parent", given="3: the cupboard was empty #food\n4: dear #debt\n")
    assert run("code", "mine", "R1", "deb").out == "R1\tFood, Debt\n"
    assert run("code", "mine", "R1", "food", "--remove").out == "R1\tFood taken off\n"
    assert run("code", "mine", "R1", "--remove").out == "R1\tDebt taken off\n"
    assert run("code", "mine", "R1", "--remove").out == "R1\tnothing taken off\n"
    assert run("code", "mine", "R1", "--none").out == "R1\tnone fits\n"
    assert "no theme" in run("code", "mine", "R1", "hunger", code=1).err


@pytest.mark.parametrize(
    "words", [("mine",), ("mine", "R1"), ("mine", "R1", "--next"), ("mine", "R1", "food", "--none"), ("mine", "R1", "--none", "--remove")]
)
def test_half_a_call_is_refused(run: Run, words: tuple[str, ...]) -> None:
    """With what is missing, as any wrong call."""
    assert run("code", *words, code=2).err


def test_one_coder_agrees_with_nobody(run: Run) -> None:
    """And that is said."""
    run("new", "Mine")
    run("capture", "mine", "--group", "parent", given="3: dear #debt\n")
    assert "It takes two coders." in run("agreement", "mine", code=1).err
