"""How each remark came and what it was marked as, as labels: a branch of the code tree, and the value in it."""

from collections.abc import Iterator

from workshop.model.view.record import ShownReflection

STANCE = "Stance"
READBACK = "Readback"
PICTURE = "Picture"
ACTIVITY = "Activity"
LANE = "Lane"
CAME = "How it came"
MARK = "Mark"
PERSPECTIVE = "Perspective"
CODING = "Coding"
PEOPLE = "People"

BRANCHES = {
    STANCE: "What the speaker answered to the statement that these words were said to.",
    READBACK: "The statement that was on show when this was said.",
    PICTURE: "The picture that was on show when this was said.",
    ACTIVITY: "The part of the session in which this was said.",
    LANE: "The column that the note-taker put this under.",
    CAME: "Open: it came by itself. Prompted: it was said to something shown. Verbatim or paraphrased: as it was written down.",
    MARK: "What the note-taker marked this as.",
    PERSPECTIVE: "Whose view it is. Only where one source holds a whole session.",
    CODING: "A further coder looked at this and found no theme to fit.",
    PEOPLE: "All that one person said: the case of the same name.",
}
"""The branches beside the themes, in their order, with what each is for."""
NO_THEME = "no theme fits"

Label = tuple[str, str]


def labels(said: ShownReflection) -> Iterator[Label]:
    """All labels of a remark but that of its speaker; none has an empty value."""
    quote = said.quote
    shown = ((STANCE, quote.answer), (READBACK, said.statement), (PICTURE, said.artwork))
    place = ((ACTIVITY, said.activity), (LANE, said.lane), (CAME, said.elicited))
    yield from ((branch, value) for branch, value in (*shown, *place) if value)
    yield CAME, "verbatim" if quote.verbatim else "paraphrased"
    yield from ((MARK, mark) for mark in quote.marks)
    marked = (("highlighted", said.highlight), ("unfinished", said.unfinished), ("checked back", said.checked_back))
    yield from ((MARK, name) for name, is_so in marked if is_so)


def told(said: ShownReflection, when: str) -> str:
    """The same in a line, with the moment (`when`, "" for none): for programs that show a description and no codes."""
    quote = said.quote
    parts = [
        when,
        said.activity,
        f"lane {said.lane}" if said.lane else "",
        f"to {said.statement}{f', {quote.answer}' if quote.answer else ''}" if said.statement else "",
        f"to {said.artwork}" if said.artwork else "",
        said.elicited,
        "verbatim" if quote.verbatim else "paraphrased",
        f"a show of hands, {said.hands}" if said.hands is not None else "",
    ]
    return "; ".join(part for part in parts if part)
