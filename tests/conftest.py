"""What all tests share: expected files, which `pytest --accept` writes anew from what the tests see."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
"""No test fails for being slow: the machine may be busy with something else."""


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


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes give a test no name: a zip's own hold the second it was made in, and two workers that start in
    different seconds must collect the same tests."""
    return argname if isinstance(val, bytes) else None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under continuous integration a test that is skipped has failed: what it needs must be installed."""
    report = yield
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"skipped, but nothing is skipped under CI: {reason}"
    return report
