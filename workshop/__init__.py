"""Run timed workshop sessions, capture what people say, compare honestly what two groups said."""

__version__ = "0.1.0"
