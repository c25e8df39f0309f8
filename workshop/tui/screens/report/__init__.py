"""The Report screen: who a report is for, what it will show and keep back, what in it may point at somebody, and where it goes."""

from workshop.tui.screens.report.screen import ReportScreen

__all__ = ["ReportScreen"]
