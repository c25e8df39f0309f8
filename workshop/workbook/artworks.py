"""Artworks: pictures are added, described, taken out, drawn, and written into a file again."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from workshop.errors import WorkshopError
from workshop.intake.picture import Picture, pixels, read_picture
from workshop.model.artwork import ENDINGS, Artwork, Pixels
from workshop.model.keys import digest
from workshop.model.perspective import OTHER
from workshop.model.plan import Kind, Plan
from workshop.model.records import Reflection, Session
from workshop.store.whole import write_whole
from workshop.text import clean_line, fold
from workshop.workbook.desk import Desk


class Artworks(Desk):
    """The verbs of artworks. What is said while one is on show are its readings."""

    def artworks(self) -> tuple[Artwork, ...]:
        """All there are, by number."""
        return tuple(sorted(self.records.artworks.values(), key=lambda each: (each.number, each.id)))

    def add_artwork(self, file: Path | None, caption: str, made_by: str, *, alt: str = "") -> Artwork:
        """Take a picture in; without a file it is shown on paper. Where one of this caption waits for its picture, that gets it.

        Of the file nothing is kept but what is to be seen, at most 1,600 pixels long (intake/picture.py). Raises WorkshopError.
        """
        words = _caption(caption)
        whose = self.perspective(made_by).name
        self.refresh()  # so that another window's number is not given twice
        drawn = read_picture(file) if file is not None else None
        waiting = self._called(words)
        if waiting is not None and (waiting.picture or drawn is None):
            raise WorkshopError(f'{self.ref(waiting)} is called "{waiting.caption}" already.', "Give another caption, or edit that one.")
        number = self.repository.next_number("artworks")
        blank = waiting or Artwork(id=self._key(words), number=number, caption=words, made_by=whose)
        made = _with_picture(replace(blank, made_by=whose, alt=clean_line(alt) or blank.alt), drawn)
        self._do(f"the artwork A{made.number}", made)
        return made

    def edit_artwork(self, reference: str, *, caption: str | None = None, alt: str | None = None, file: Path | None = None) -> Artwork:
        """Change what is under a picture, what is said for who can't see it, or the picture itself. Raises WorkshopError."""
        was = self.artwork(reference)
        edited = replace(
            was, caption=was.caption if caption is None else _caption(caption), alt=was.alt if alt is None else clean_line(alt)
        )
        same = self._called(edited.caption)
        if same is not None and same.id != was.id:
            raise WorkshopError(f'{self.ref(same)} is called "{same.caption}" already.', "Give another caption.")
        edited = _with_picture(edited, read_picture(file)) if file is not None else edited
        if edited != was:
            self._do(f"the edit of {self.ref(was)}", edited)
        return edited

    def remove_artwork(self, reference: str) -> Artwork:
        """Take an artwork out of the list; its readings stay as remarks, and undo brings it back. To strike it destroys the picture."""
        found = self.artwork(reference)
        self._do(f"taking out {self.ref(found)}", gone=[found])
        return found

    def readings(self, artwork: Artwork) -> Mapping[str, Sequence[Reflection]]:
        """What was said while it was on show, by perspective, in the order in which it was said."""
        people = self.records.participants
        found: dict[str, list[Reflection]] = {}
        for each in sorted(self.records.reflections.values(), key=lambda each: (each.at, each.number, each.id)):
            if each.artwork == artwork.id:
                person = people.get(each.participant or "")
                found.setdefault(person.perspective if person else each.perspective, []).append(each)
        return found

    def write_artwork(self, reference: str, folder: Path) -> Path:
        """Write the picture into a folder, as a file named after it, to be printed or put on a wall. WorkshopError for one in the way."""
        found = self.artwork(reference)
        if not found.content:
            raise WorkshopError(f"{self.ref(found)} has no picture: it is shown on paper.")
        path = folder / f"{self.ref(found)}.{ENDINGS[found.media]}"
        if path.exists():
            raise WorkshopError(f"{path} is there already.", "Name another folder.")
        try:
            write_whole(path, found.content)
        except OSError as error:
            raise WorkshopError(f"{path} could not be written ({error.strerror or error}).") from error
        return path

    def _artworks_of_plan(self, plan: Plan, session: Session) -> list[Artwork]:
        """The pictures that the plan shows and the workshop doesn't have: they are on paper until somebody adds the file."""
        have = {fold(each.caption) for each in self.records.artworks.values()}
        maker = next((name for name in plan.perspectives if name != session.group), OTHER)
        shown = [caption for activity in plan.activities if activity.kind is Kind.SHOW for caption in activity.pictures]
        captions = [clean_line(caption) for caption in shown if fold(caption) not in have]
        first = self.repository.next_number("artworks")
        return [
            Artwork(id=self._key(caption), number=first + place, caption=caption, made_by=maker)
            for place, caption in enumerate({fold(caption): caption for caption in captions}.values())
        ]

    def _called(self, caption: str) -> Artwork | None:
        return next((each for each in self.artworks() if fold(each.caption) == fold(caption)), None)

    def _key(self, caption: str) -> str:
        """Two laptops that each meet a caption for the first time mean one picture; an id that was ever used is not free again."""
        key = digest(self.workshop.salt, "artwork", fold(caption))
        used = self.repository.db.history("artworks", key) or key in self.records.tombstones
        return self.repository.new_id() if used else key


def drawn(content: bytes, columns: int, rows: int) -> Pixels:
    """The pixels of a picture, as large as fits into so many; none of what is shown on paper. Raises WorkshopError where it is damaged."""
    return pixels(content, columns, rows) if content else ()


def _caption(text: str) -> str:
    words = clean_line(text)
    if not words:
        raise WorkshopError("A picture needs a caption.", "Say in a few words what is under it, as it will be read out.")
    return words


def _with_picture(artwork: Artwork, drawn: Picture | None) -> Artwork:
    if drawn is None:
        return artwork
    return replace(artwork, media=drawn.media, width=drawn.width, height=drawn.height, picture=b64encode(drawn.content).decode())
