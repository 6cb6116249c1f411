"""What all tests share: expected files, which `pytest --accept` writes anew from what the tests see."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="write expected files (tests/golden, tests/cases) anew; read the difference before committing",
    )


Expect = Callable[[Path, str], None]
"""Holds a text to the one in a file."""


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Expect:
    """Compares a text with a file's, or writes it there under `--accept`."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            file.write_text(text, encoding="utf-8", newline="")
            return
        assert file.exists(), f"{file.name} is not there yet: write it with pytest --accept"
        assert text == file.read_text(encoding="utf-8"), f"{file.name} differs: see it, then pytest --accept"

    return compare
