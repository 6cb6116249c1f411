"""How templates become pages: sandboxed, everything escaped, every word of a stranger made visible."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from urllib.parse import quote

from jinja2 import FunctionLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from briefgen.model.document import Marking, plain
from briefgen.rendering.charts import figure_words
from briefgen.rendering.charts.lettering import text_width
from briefgen.rendering.html.palette import at_night, checked_colour
from briefgen.rendering.html.safe_text import css_string, destination, token, visible
from briefgen.rendering.theme import Theme
from briefgen.text.wording import furniture_of

Templates = Callable[[str], str]
"""The text of a template by its name below the templates folder, such as `html/page.html.j2`."""


def environment_of(templates: Templates) -> ImmutableSandboxedEnvironment:
    """An environment in which a template can neither forget to escape nor reach beyond what it is given."""
    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(templates),
        autoescape=lambda name: name is not None and ".html" in name,
        undefined=StrictUndefined,
        finalize=_made_visible,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        at_night=at_night,
        badge=_badge,
        colour=checked_colour,
        css_string=css_string,
        date_text=furniture_of("en").date,
        destination=destination,
        figure_words=figure_words,
        kind=lambda value: type(value).__name__,
        picture=_picture,
        plain=plain,
        token=token,
    )
    return environment


def digest(content: str) -> str:
    """The content of an inline style or script as a Content-Security-Policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")


def _made_visible(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _badge(marking: Marking, theme: Theme) -> str:
    """The marking as a picture in a `data:` address: browsers print pictures, but leave out backgrounds."""
    size, words = 12.0, visible(marking.text)
    width, height = text_width(words, size, bold=True) + size, size * 1.6
    text, fill = checked_colour(marking.colour), checked_colour(marking.background)
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}pt" height="{height:.2f}pt"'
        f' viewBox="0 0 {width:.2f} {height:.2f}"><rect width="100%" height="100%" fill="{fill}"/>'
        f'<text x="50%" y="{size * 1.16:.2f}" fill="{text}" font-size="{size}" font-weight="700"'
        f' font-family="{escape(theme.heading.name)}, sans-serif" text-anchor="middle">'
        f"{escape(words)}</text></svg>"
    )
    return "data:image/svg+xml," + quote(drawn, safe="")


def _picture(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
