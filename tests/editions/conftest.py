from __future__ import annotations

from pathlib import Path

import pytest

from tests.editions.harbour import Harbour


@pytest.fixture
def harbour(tmp_path: Path) -> Harbour:
    return Harbour(tmp_path / "harbour")
