"""The review page: one HTML file with every statement of a brief beside the words that it rests on."""

from briefgen.rendering.html.page import render

__all__ = ["render"]
