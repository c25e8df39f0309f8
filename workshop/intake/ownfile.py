"""Our own json, as `workshop export --to json` writes it for the working group: what is stored, as documents by table and id."""

import json
from collections.abc import Mapping
from typing import Any

from workshop.errors import WorkshopError
from workshop.intake.source import Source

SCHEMA, VERSION = "workshop.report", 1
MOST_OBJECTS, MOST_VALUES = 500_000, 3_000_000
"""In one file. 10,000 remarks with all that is known of them are about 50,000 objects and 280,000 values."""
_AGAIN = "Export it once more: workshop export WORKSHOP --to json"


def own_documents(source: Source) -> Mapping[str, Any]:
    """The documents. Raises WorkshopError for another program's json, a newer version's, and a report for readers, which holds none."""
    if source.data.count(b"{") + source.data.count(b"[") > MOST_OBJECTS or source.data.count(b",") > MOST_VALUES:
        raise WorkshopError(f"{source.name} holds more than any workshop.", "Import a bundle of it: workshop bundle WORKSHOP")
    try:
        report = json.loads(source.data)
    except (ValueError, RecursionError) as error:
        raise WorkshopError(f"{source.name} can't be read as json.", _AGAIN) from error
    if not isinstance(report, dict) or report.get("schema") != SCHEMA or type(report.get("version")) is not int:
        raise WorkshopError(f"{source.name} is not from this program.", "Import what another program wrote as CSV, xlsx or ods.")
    if report["version"] > VERSION:
        raise WorkshopError(f"{source.name} was made by a newer version of workshop.", "Install the newer version here too.")
    found = report.get("records")
    if not isinstance(found, dict):
        cure = f"Only the working group's json of a whole workshop holds them. {_AGAIN}"
        raise WorkshopError(f"{source.name} is a report for readers, and holds no records.", cure)
    return found
