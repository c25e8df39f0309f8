"""The beginning of what somebody wrote, where there is no room for all of it."""


def cut(text: str, letters: int) -> str:
    """The text on one line, at most so long: it ends after a word, with an ellipsis, where it was longer."""
    line = " ".join(text.split())
    if len(line) <= letters:
        return line
    kept = line[: letters - 1]
    return f"{kept.rpartition(' ')[0] or kept}\u2026"
