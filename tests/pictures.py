"""Pictures made for tests: shapes and colours, nothing that anybody drew."""

from io import BytesIO

from PIL import Image


def drawn(width: int = 64, height: int = 48, kind: str = "JPEG", colour: str = "#12436D", **more: object) -> bytes:
    """A picture of one colour with a white upper half; `more` is for Pillow's `save`."""
    image = Image.new("RGB", (width, height), colour)
    image.paste("white", (0, 0, width, height // 2))
    return saved(image, kind, **more)


def saved(image: Image.Image, kind: str, **more: object) -> bytes:
    """The bytes of its file."""
    file = BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()
