"""How far two coders agree."""

import pytest

from tests.compare.room import Room
from workshop.compare.coding_agreement import coders, coding_agreement
from workshop.model.records import Coding


def coded(*pairs: tuple[str, str]) -> Room:
    """Reflections with the themes that the note-taker and Bo gave them, a letter a theme."""
    room = Room()
    for themes, other in pairs:
        remark = room.says(None, *themes, perspective="parent")
        for theme in other:
            room.themes.setdefault(theme, room.themes.get(theme) or room.themes[room.theme(theme)])
            coding = Coding(id=f"{remark.id}/{theme}/Bo", reflection=remark.id, theme=theme, coder="Bo")
            room.codings[coding.id] = coding
    return room


def test_a_theme_is_compared_over_the_reflections_that_both_coded() -> None:
    """Kappa of the published example: 20 both, 5 and 10 by one only, 15 neither."""
    room = coded(*[("a", "a")] * 20, *[("a", "b")] * 5, *[("b", "a")] * 10, *[("b", "b")] * 15, ("a", ""), ("", "a"))
    found = coding_agreement(room.records(), "", "Bo")
    assert (found.coders, found.reflections) == (("", "Bo"), 50)
    theme = found.themes[0]
    assert (theme.theme, theme.both, theme.first_only, theme.second_only, theme.neither) == ("a", 20, 5, 10, 15)
    assert theme.agreement == pytest.approx(0.7)
    assert theme.kappa == pytest.approx(0.4)
    assert theme.alpha == pytest.approx(1 - 99 * 2 * 15 / (2 * 55 * 45))


def test_a_rare_theme_has_counts_only() -> None:
    """Given four times in all, agreement beyond chance can't be told."""
    room = coded(*[("a", "a")] * 20, *[("ac", "ac")] * 2)
    rare = coding_agreement(room.records(), "", "Bo").themes[1]
    assert (rare.theme, rare.both, rare.kappa, rare.alpha, rare.agreement) == ("c", 2, None, None, 1)


def test_a_theme_that_both_gave_to_everything_has_no_agreement_beyond_chance() -> None:
    """There was nothing to differ in."""
    (theme,) = coding_agreement(coded(*[("a", "a")] * 20).records(), "", "Bo").themes
    assert (theme.both, theme.kappa, theme.alpha) == (20, None, None)


def test_coders_who_share_no_reflection_are_not_compared() -> None:
    """Nothing to compare is no error."""
    room = coded(("a", ""), ("", "b"))
    found = coding_agreement(room.records(), "", "Bo")
    assert (found.reflections, found.themes) == (0, ())
    assert coders(room.records()) == ("", "Bo")


def test_that_no_theme_fits_is_coded_too() -> None:
    """Who looked and gave none disagrees with who gave one; who never looked is not compared."""
    room = coded(*[("a", "a")] * 6, ("a", ""), ("a", ""))
    room.codings["none"] = Coding(id="none", reflection="r0007", theme="", coder="Bo")
    found = coding_agreement(room.records(), "", "Bo")
    assert (found.reflections, [(each.reflection, each.first_only, each.second_only) for each in found.disagreements]) == (
        7,
        [("r0007", ("a",), ())],
    )
    (theme,) = found.themes
    assert (theme.both, theme.first_only) == (6, 1)
    assert theme.agreement == pytest.approx(6 / 7)
