"""Frozen records and pure functions: no screen, no disk, no clock of its own."""
