"""The guides: a page each for who leads, who types and who organises, and the words that the program uses. Text, and no more."""

from workshop.guide.page import Heading, Items, Page, Paragraph, Piece, Span, Steps, Term, Terms
from workshop.guide.pages import GLOSSARY, PAGES, load_page, named_page
from workshop.guide.plain import plain

__all__ = [
    "GLOSSARY",
    "PAGES",
    "Heading",
    "Items",
    "Page",
    "Paragraph",
    "Piece",
    "Span",
    "Steps",
    "Term",
    "Terms",
    "load_page",
    "named_page",
    "plain",
]
