"""The html report: what stands in it, that people's words come back out of it whole, and that it fetches nothing."""

from dataclasses import replace

from tests.report.made_up import records
from tests.report.page import made, page


def test_the_page_is_marked_as_a_working_copy_and_in_british_english() -> None:
    """A working report says at its top and its end that it isn't for passing on."""
    found = page(made(records()))
    assert found.values("/html/@lang") == ["en-GB"]
    assert found.texts("//p[@class='mark']") == ["Working copy \u2013 not for passing on"] * 2


def test_a_theme_title_in_markup_stays_text() -> None:
    """Whatever a theme is called, no element is made of it."""
    hostile = '</style></svg><script>alert(1)</script>"><img src=x>'
    themes = {key: replace(theme, title=hostile) for key, theme in records().themes.items()}
    found = page(made(replace(records(), themes=themes)))
    assert not found.texts("//script | //img")
    assert hostile in found.text
