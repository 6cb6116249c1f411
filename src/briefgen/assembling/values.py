"""What a section's template sees: plain values, none of which can reach beyond itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefgen.assembling.figures import agreement
from briefgen.citing.chicago import short_title
from briefgen.model.evidence import Evidence
from briefgen.model.figures import Figure
from briefgen.outline.written import Outline


def template_values(outline: Outline, evidence: Evidence, figures: Mapping[str, Figure]) -> dict[str, Any]:
    """`figures`, `passages` and `sources` by id, each a mapping of words and numbers.

    Ids with hyphens are reached as `figures["pay-month"]`, or as `figures.pay_month`.
    """
    return {
        "title": outline.title.value,
        "figures": _by_both_names({name: _figure(figure, evidence) for name, figure in figures.items()}),
        "passages": _by_both_names(
            {
                name: {
                    "text": " ".join(anchor.exact.split()),
                    "source": anchor.source,
                    "paragraph": anchor.paragraph,
                }
                for name, anchor in evidence.anchors.items()
            }
        ),
        "sources": _by_both_names(
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


def _by_both_names(values: dict[str, Any]) -> dict[str, Any]:
    return values | {name.replace("-", "_"): value for name, value in values.items()}
