"""What a person calls a numbered record: R12; R12a and R12b where two laptops gave one number."""

from string import ascii_lowercase


def called(prefix: str, number: int, place: int, of: int) -> str:
    """The name of the record that is at `place`, from 0, among the `of` that bear this number.

    With others beside it each bears a letter, the first too: a bare number on a slip of paper may mean any of them.
    """
    return f"{prefix}{number}{letter(place) if of > 1 else ''}"


def letter(place: int) -> str:
    """0 is "a", 25 "z", 26 "za" and on."""
    most = len(ascii_lowercase) - 1
    return ascii_lowercase[place] if place <= most else f"z{letter(place - most - 1)}"
