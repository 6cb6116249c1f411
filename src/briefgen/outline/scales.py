"""The scale of likelihood that an outline names, or writes out as its house's own."""

from __future__ import annotations

from briefgen.model.scales import SCALES, Scale, Term
from briefgen.outline.decoder import Fields
from briefgen.outline.format import brief
from briefgen.outline.yaml_file import Scalar
from briefgen.text.did_you_mean import did_you_mean

OWN = "own"
"""The id of a scale that an outline writes out."""


def scale(fields: Fields) -> Scale | None:
    """The scale under `scale`; None where there is none or it is wrong, with the reason noted."""
    node = fields.node_of("scale")
    if node is None:
        return None
    if isinstance(node, Scalar):
        if node.value not in SCALES:
            hint = did_you_mean(node.value, SCALES, f"use one of: {', '.join(SCALES)}, or write out your own")
            fields.decoder.report("OL108", f"“scale” cannot be “{node.value}”", node, hint)
        return SCALES.get(node.value)
    written = fields.decoder.fields(node, brief.SCALE)
    name = written.text("name")
    terms: dict[str, Term] = {}
    for item in written.items("terms"):
        given = fields.decoder.fields(item, brief.TERM)
        word, low, high = given.text("word"), _per_cent(given, "low"), _per_cent(given, "high")
        if word is None or low is None or high is None:
            continue
        if low > high:
            message = f"the range of “{word.value}” ends below its beginning"
            fields.decoder.report("OL108", message, word.scalar, "low is the smaller of the two")
        elif word.value.lower() in terms:
            fields.decoder.report("OL108", f"the term “{word.value}” is given twice", word.scalar)
        else:
            terms[word.value.lower()] = Term(word=word.value, low=low, high=high)
    if name is None or not terms:
        return None
    return Scale(id=OWN, name=name.value, terms=tuple(terms.values()))


def _per_cent(fields: Fields, name: str) -> int | None:
    number = fields.number(name)
    if number is None:
        return None
    if number.value != int(number.value) or not 0 <= number.value <= 100:
        message = f"“{name}” is a whole number of per cent from 0 to 100, not {number.located.value}"
        fields.decoder.report("OL108", message, number.located.scalar)
        return None
    return int(number.value)
