"""The formats that a report can be written in, by name."""

from collections.abc import Callable, Mapping

from workshop.model.view.view import View
from workshop.report.csv import csv
from workshop.report.html import html
from workshop.report.json import json

Writer = Callable[[View], dict[str, bytes]]
"""From a view to its files: the content of each, by name."""

FORMATS: Mapping[str, Writer] = {"html": html, "csv": csv, "json": json}
