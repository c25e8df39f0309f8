"""An html report read back with lxml, typed."""

from dataclasses import dataclass
from typing import Any

from lxml import html as lxml_html

from tests.report.made_up import NOW, PLANS
from workshop.compare.comparison import compare
from workshop.model.records import Records
from workshop.model.view.view import View
from workshop.privacy.view import view
from workshop.report.html import html


@dataclass(frozen=True)
class Page:
    """One report, parsed."""

    source: str
    root: Any

    def texts(self, xpath: str) -> list[str]:
        """The text content of each element found."""
        return [element.text_content() for element in self.root.xpath(xpath)]

    def values(self, xpath: str) -> list[str]:
        """The attributes found."""
        return [str(value) for value in self.root.xpath(xpath)]

    @property
    def said(self) -> list[str]:
        """People's words in lists, as they were said or as the note-taker put them, without who said them."""
        paraphrased = (str(text).removesuffix(" ") for text in self.root.xpath("//li[not(q)]/text()[following-sibling::p]"))
        return [*self.texts("//q"), *paraphrased]

    @property
    def text(self) -> str:
        """All text of the page."""
        return str(self.root.text_content())


def made(records: Records) -> View:
    """The view of these records, as a working report shows it."""
    return view(compare(records, plans=PLANS), records, plans=PLANS, now=NOW)


def page(shown: View) -> Page:
    """The page that the writer makes of a view."""
    (content,) = html(shown).values()
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    return Page(content.decode(), lxml_html.document_fromstring(content, parser=parser))
