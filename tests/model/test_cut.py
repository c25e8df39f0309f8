"""The beginning of a text, where there is no room for all of it."""

from workshop.model.cut import cut


def test_a_cut_ends_after_a_word() -> None:
    """At most so many letters, on one line, with an ellipsis; a word that is too long is cut in it."""
    assert cut("one\ntwo  three", 20) == "one two three"
    assert cut("one two three", 9) == "one two\u2026"
    assert cut("x" * 30, 9) == f"{'x' * 8}\u2026"
