"""From nodes to values by the shapes of the format, every error noted and none the last."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from briefgen.diagnostics import Diagnostic, Span, error
from briefgen.outline.format.shape import Key, Shape
from briefgen.outline.yaml_file import Entry, Mapping, Node, Scalar, Sequence, YamlFile
from briefgen.text.did_you_mean import did_you_mean


@dataclass(frozen=True, slots=True)
class Located:
    """A text of the outline and the way back to where it was typed."""

    file: YamlFile
    scalar: Scalar

    @property
    def value(self) -> str:
        """The text."""
        return self.scalar.value

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.file.span_of(self.scalar)

    def span_within(self, start: int, end: int) -> Span:
        """Where characters `start` to `end` of the text stand in the file."""
        return self.file.span_within(self.scalar, start, end)

    def __str__(self) -> str:
        return self.scalar.value


@dataclass(frozen=True, slots=True)
class LocatedNumber:
    """A number of the outline, exact, and where it was typed."""

    value: Decimal
    located: Located


_NAME = re.compile(r"\w[\w-]*\Z")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z\d]{2,8})*\Z", re.ASCII | re.IGNORECASE)
_SPACES = " \u00a0\u2009\u202f"
_NUMBER = re.compile(
    rf"(-?\d[\d,{_SPACES}]*(?:\.\d+)?)[{_SPACES}]*(thousand|million|billion|trillion|%)?\Z",
    re.IGNORECASE | re.ASCII,
)
_MOST_DIGITS = 30
"""What a brief counts or measures has fewer; a slip of the keyboard may have more than Python prints."""
_MAGNITUDES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_YES_NO = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


class Decoder:
    """Decodes one file's nodes and gathers in `found` what is wrong with them."""

    def __init__(self, file: YamlFile) -> None:
        self.file = file
        self.found: list[Diagnostic] = []

    def report(self, code: str, message: str, node: Node, hint: str = "") -> None:
        """Note an error at a node."""
        self.found.append(error(code, message, self.file.span_of(node), hint=hint))

    def fields(self, node: Node, shape: Shape) -> Fields:
        """A mapping's values by key; unknown, missing and doubly given keys are noted."""
        held: dict[str, Node] = {}
        if not isinstance(node, Mapping):
            needed = [key.name for key in shape.keys if key.required]
            keys = ", ".join(needed or [key.name for key in shape.keys])
            hint = "write each of them as “key: value”, on a line of its own"
            self.report("OL105", f"{shape.article} is a mapping, with the keys {keys}", node, hint)
            return Fields(self, shape, node, held)
        known = [key.name for key in shape.keys]
        for entry in node.entries:
            name = entry.key.value
            if name in known:
                held[name] = entry.value
            else:
                message = f"{shape.article} has no key “{name}”"
                hint = did_you_mean(name, known)
                if _lacks_colon(entry, self.file.text):
                    hint = (
                        "between { and } a comma begins a new key: "
                        "put quotation marks around a text that has one"
                    )
                self.report("OL103", message, entry.key, hint)
        for key in shape.keys:
            if key.required and (key.name not in held or _is_blank(held[key.name])):
                where = held.get(key.name, node)
                self.report("OL106", f"{shape.article} needs “{key.name}”: {_lower(key.means)}", where)
                held.pop(key.name, None)
        return Fields(self, shape, node, held)

    def text(self, node: Node, what: str) -> Located | None:
        """A scalar's text."""
        if isinstance(node, Scalar):
            return Located(self.file, node)
        self.report("OL105", f"{what} is a text, not a {_kind(node)}", node)
        return None

    def texts(self, nodes: Iterable[Node], what: str) -> tuple[Located, ...]:
        """The texts of scalars; others are noted and left out."""
        found = (self.text(node, what) for node in nodes)
        return tuple(text for text in found if text is not None)

    def items(self, node: Node | None, what: str) -> tuple[Node, ...]:
        """A sequence's items; nothing and an empty value are no items."""
        if node is None or _is_blank(node):
            return ()
        if isinstance(node, Sequence):
            return node.items
        hint = "begin each item with “- ” on a line of its own"
        self.report("OL105", f"{what} is a list, not a {_kind(node)}", node, hint)
        return ()

    def entries(self, node: Node | None, what: str) -> tuple[tuple[Located, Node], ...]:
        """A mapping's keys, each a name of its own, and values."""
        if node is None or _is_blank(node):
            return ()
        if not isinstance(node, Mapping):
            hint = "write each as “name: …”, on a line of its own"
            self.report("OL105", f"{what} is a mapping of names, not a {_kind(node)}", node, hint)
            return ()
        for entry in node.entries:
            if not _NAME.match(entry.key.value):
                message = f"“{entry.key.value}” is not a name"
                self.report("OL107", message, entry.key, "use letters, digits, - and _, without spaces")
        return tuple((Located(self.file, entry.key), entry.value) for entry in node.entries)


class Fields:
    """The values of one mapping, asked for by key and type. What is absent or wrong comes back as None."""

    def __init__(self, decoder: Decoder, shape: Shape, node: Node, held: dict[str, Node]) -> None:
        self.decoder = decoder
        self.shape = shape
        self.node = node
        self._held = held

    def node_of(self, name: str) -> Node | None:
        """The node under a key."""
        return self._held.get(name)

    def text(self, name: str) -> Located | None:
        """The text under a key, held to the key's choices, and to the form of a name, date or language."""
        node, key = self._held.get(name), self._key(name)
        if node is None:
            return None
        text = self.decoder.text(node, f"“{name}”")
        if text is None or self._fits(key, text):
            return text
        return None

    def number(self, name: str) -> LocatedNumber | None:
        """The number under a key: digits, with grouping commas and a magnitude word where wanted."""
        node = self._held.get(name)
        text = self.decoder.text(node, f"“{name}”") if node else None
        if text is None:
            return None
        matched = _NUMBER.match(text.value.strip())
        if matched and sum(map(str.isdigit, matched[1])) > _MOST_DIGITS:
            message = f"a number of more than {_MOST_DIGITS} digits"
            self.decoder.report("OL108", message, text.scalar, "write it as 12000, 9 million or 31.7")
            return None
        try:
            if matched:
                digits = re.sub(f"[,{_SPACES}]", "", matched[1])
                power = _MAGNITUDES.get((matched[2] or "").lower(), 0)
                return LocatedNumber(Decimal(digits).scaleb(power), text)
        except InvalidOperation:
            pass
        message = f"“{text.value}” is not a number"
        self.decoder.report("OL108", message, text.scalar, "write it as 12000, 9 million or 31.7")
        return None

    def yes_no(self, name: str, default: bool) -> bool:
        """Yes or no under a key."""
        node = self._held.get(name)
        if node is None:
            return default
        text = self.decoder.text(node, f"“{name}”")
        if text is not None and text.value.lower() not in _YES_NO:
            self.decoder.report("OL108", f"“{name}” is yes or no, not “{text.value}”", node)
        return _YES_NO.get(text.value.lower(), default) if text else default

    def texts(self, name: str) -> tuple[Located, ...]:
        """The texts of the list under a key."""
        what = f"“{name}”"
        nodes = self.decoder.items(self._held.get(name), what)
        return self.decoder.texts(nodes, f"an item of {what}")

    def items(self, name: str) -> tuple[Node, ...]:
        """The items of the list under a key."""
        return self.decoder.items(self._held.get(name), f"“{name}”")

    def entries(self, name: str) -> tuple[tuple[Located, Node], ...]:
        """The entries of the mapping under a key."""
        return self.decoder.entries(self._held.get(name), f"“{name}”")

    def _key(self, name: str) -> Key:
        return next(key for key in self.shape.keys if key.name == name)

    def _fits(self, key: Key, text: Located) -> bool:
        value, report = text.value, self.decoder.report
        if key.choices and value not in key.choices:
            near = did_you_mean(value, key.choices, f"use one of: {', '.join(key.choices)}")
            report("OL108", f"“{key.name}” cannot be “{value}”", text.scalar, near)
            return False
        if key.type == "name" and not _NAME.match(value):
            hint = "use letters, digits, - and _, without spaces"
            report("OL107", f"“{value}” is not a name", text.scalar, hint)
            return False
        if key.type == "date" and not (is_date(value) or (value == "today" and self.shape.name == "brief")):
            hint = "write it as YYYY-MM-DD, YYYY-MM or YYYY"
            report("OL108", f"“{value}” is not a date", text.scalar, hint)
            return False
        if key.type == "language" and value and not _LANGUAGE.match(value):
            hint = "write its tag: en-GB, fr, ko or zh-Hant"
            report("OL108", f"“{value}” is not the tag of a language", text.scalar, hint)
            return False
        return True


def is_date(value: str) -> bool:
    """Whether a text is a day, month or year of the calendar in ISO 8601."""
    matched = _DATE.match(value)
    if not matched:
        return False
    try:
        date(int(matched[1]), int(matched[2] or 1), int(matched[3] or 1))
    except ValueError:
        return False
    return True


def _lacks_colon(entry: Entry, text: str) -> bool:
    """Whether a key between { and } is words behind a comma, meant to belong to the text before it."""
    return entry.key.plain and text[entry.key.end :].lstrip()[:1] in (",", "}")


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.value.strip()


def _kind(node: Node) -> str:
    if isinstance(node, Scalar):
        return "text"
    return "mapping" if isinstance(node, Mapping) else "list"


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")
