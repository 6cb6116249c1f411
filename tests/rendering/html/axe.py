"""What axe-core finds on a page."""

from __future__ import annotations

from typing import Any

import pytest

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Any) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")
    results = axe.Axe().run(page, options={"runOnly": RULES})
    assert len(results.response["passes"]) > 20, "axe-core has looked at the page"
    return [
        f"{found['id']}: {found['help']}: {node['html'][:200]}: {node.get('failureSummary', '')[:300]}"
        for found in results.response["violations"]
        for node in found["nodes"]
    ]
