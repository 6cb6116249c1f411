"""Signs around a template's own text, which tell of what it writes where in its file that was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from briefgen.assembling.tracing import Trace, TypedStretch
from briefgen.outline.yaml_file import YamlFile

_BEGIN, _OF, _END = "\ufdd0", "\ufdd1", "\ufdd2"
_SIGNED = re.compile(f"{_BEGIN}([0-9]+){_OF}([^{_BEGIN}-{_END}]*){_END}")


class Signs(Extension):
    """Has the templates of an environment write signs, and keeps what they stand for."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._file = YamlFile("", "")
        self._typed: list[tuple[YamlFile, int, str]] = []

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source as it is, which is what the next stream is made from."""
        self._file = YamlFile(filename or name or "", re.sub(r"\r\n?", "\n", source))
        return source

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The stream, its texts signed."""
        offsets = self._offsets()
        for token in stream:
            if token.type == "data":
                signed = f"{_BEGIN}{len(self._typed)}{_OF}{token.value}{_END}"
                self._typed.append((self._file, next(offsets), token.value))
                token = Token(token.lineno, token.type, signed)
            yield token

    def _offsets(self) -> Iterator[int]:
        """Where each text of the file at hand begins; white space that is trimmed away is in no token."""
        text, at = self._file.text, 0
        for _, kind, value in self.environment.lexer.tokeniter(text, None):
            at = text.index(value, at)
            if kind == "data":
                yield at
            at += len(value)

    def trace(self, signed: str, plain: str) -> Trace | None:
        """The way back from what is `signed`; None where without its signs it does not read `plain`."""
        stretches, pieces, read, at = list[TypedStretch](), list[str](), 0, 0
        for found in _SIGNED.finditer(signed):
            before, words = signed[read : found.start()], found[2]
            pieces += (before, words)
            read, at = found.end(), at + len(before) + len(words)
            file, offset, typed = self._typed[int(found[1])]
            if words == typed:
                stretches.append(TypedStretch(start=at - len(words), end=at, file=file, offset=offset))
        pieces.append(signed[read:])
        return Trace(stretches) if "".join(pieces) == plain else None
