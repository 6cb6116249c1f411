"""What a section's template sees: plain values, none of which can reach beyond itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefgen.assembling.figures import agreement
from briefgen.citing.chicago import short_title
from briefgen.model.evidence import Evidence
from briefgen.model.figures import Figure
from briefgen.outline.written import Outline
from briefgen.text.cells import on_one_line


def template_values(outline: Outline, evidence: Evidence, figures: Mapping[str, Figure]) -> dict[str, Any]:
    """`figures`, `passages` and `sources` by id, each a mapping of words and numbers.

    Ids with hyphens are reached as `figures["pay-month"]`, or as `figures.pay_month`.
    """
    return {
        "title": outline.title.value,
        "figures": _ById({name: _figure(figure, evidence) for name, figure in figures.items()}),
        "passages": _ById(
            {
                name: {
                    "text": on_one_line(anchor.exact),
                    "source": anchor.source,
                    "paragraph": anchor.paragraph,
                    "row": anchor.row,
                }
                for name, anchor in evidence.anchors.items()
            }
        ),
        "sources": _ById(
            {
                name: {
                    "title": source.title,
                    "short_title": short_title(source),
                    "descriptor": source.descriptor,
                }
                for name, source in evidence.sources.items()
            }
        ),
    }


def _figure(figure: Figure, evidence: Evidence) -> dict[str, Any]:
    readings = [
        {
            "shown": reading.shown,
            "passage": reading.passage,
            "source": evidence.passages[reading.passage].source,
            "low": float(reading.low),
            "high": float(reading.high),
        }
        for reading in figure.readings
    ]
    computed = figure.computed
    shown = computed.shown if computed else (readings[0]["shown"] if readings else "")
    return {
        "label": figure.label,
        "unit": figure.unit,
        "shown": shown,
        "readings": readings,
        "working": computed.working if computed else "",
        "agreement": str(agreement(figure.readings, evidence.passages)),
    }


class _ById(dict[str, Any]):
    """Values by id, each once; a template reaches "pay-month" as `pay_month` too, where no id is so."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        super().__init__(values)
        self._ids = {name.replace("-", "_"): name for name in values}

    def __missing__(self, name: str) -> Any:
        return self[self._ids[name]]

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or name in self._ids

    def get(self, name: str, default: Any = None) -> Any:
        """The value of that id, or the default."""
        return super().get(name, super().get(self._ids.get(name, ""), default))
