"""Briefings in PDF and Word whose every footnote leads to exact, verified words in a source."""

__version__ = "0.1.0"
