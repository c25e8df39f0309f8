"""Workarounds for Textual, each with its issue; a test of each fails on the day that it is no longer needed (tests/tui/test_quirks*.py)."""

from workshop.tui.quirks.compositor import SparingCompositor
from workshop.tui.quirks.ending import TidyApp
from workshop.tui.quirks.fields import Field, dropped_letter
from workshop.tui.quirks.growing import GrowingOptionList, GrowsWithin
from workshop.tui.quirks.lists import RoomyOptionList

__all__ = ["Field", "GrowingOptionList", "GrowsWithin", "RoomyOptionList", "SparingCompositor", "TidyApp", "dropped_letter"]
