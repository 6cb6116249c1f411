"""Pages for the browser: every statement of a brief beside its sources, and two editions side by side."""

from briefgen.rendering.html.comparison import compare
from briefgen.rendering.html.page import render

__all__ = ["compare", "render"]
