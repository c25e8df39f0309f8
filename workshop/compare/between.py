"""Between which two perspectives a comparison is."""

from workshop.errors import WorkshopError
from workshop.model.perspective import PARENT, PRACTITIONER, perspectives
from workshop.model.records import Workshop


def between_of(workshop: Workshop, between: tuple[str, str] | None = None) -> tuple[str, str]:
    """The two perspectives to compare: those asked for, if the workshop has them, else its own first choice."""
    names = [perspective.name for perspective in perspectives(workshop.perspectives)]
    if between is None:
        both = PARENT in workshop.perspectives and PRACTITIONER in workshop.perspectives
        return (PARENT, PRACTITIONER) if both or not workshop.perspectives else (names[0], names[1])
    for name in between:
        if name not in names:
            raise WorkshopError(f'This workshop has no perspective "{name}".', f"It has: {', '.join(names)}.")
    if between[0] == between[1]:
        raise WorkshopError("A comparison is between two different perspectives.", f"This workshop has: {', '.join(names)}.")
    return between
