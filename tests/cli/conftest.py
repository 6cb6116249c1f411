from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import briefgen


@pytest.fixture
def new_ferry(tmp_path: Path) -> Path:
    """A new workspace."""
    assert briefgen("init", "ferry", cwd=tmp_path).returncode == 0
    return tmp_path / "ferry"


@pytest.fixture
def ferry(new_ferry: Path) -> Path:
    """A new workspace, built once as Markdown."""
    done = briefgen("build", "--format", "md", cwd=new_ferry)
    assert done.returncode == 0, done.stderr
    return new_ferry
