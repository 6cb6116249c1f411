"""Whether two nouns count the same things: soldiers and troops do, the killed and the wounded do not."""

from __future__ import annotations

from enum import Enum

from briefgen.text.quantities.english_nouns import stem


class Likeness(Enum):
    """How two counted nouns stand to each other."""

    SAME = "same"
    UNSURE = "unsure"
    OTHER = "other"


_GENERIC = frozenset({"unit", "item", "piece", "thing", "figure", "number", "total", "place", "kind"})
"""Nouns that may stand for any other."""

_SYNONYMS = (
    {
        "soldier",
        "troop",
        "man",
        "serviceman",
        "servicewoman",
        "fighter",
        "combatant",
        "personnel",
        "infantry",
        "infantryman",
        "conscript",
    },
    {"killed", "fatality", "death"},
    {"wounded"},
    {"killed and wounded", "casualty", "loss"},
    {"missing"},
    {"captured", "prisoner", "captive"},
    {"shell", "round", "projectile"},
    {"missile", "rocket"},
    {"bomb"},
    {"tank"},
    {"howitzer", "gun"},
    {"drone", "uav"},
    {"aircraft", "plane", "airplane", "jet", "warplane"},
    {"helicopter"},
    {"ship", "vessel", "warship"},
    {"submarine"},
    {"vehicle", "truck", "car"},
    {"warhead"},
    {"enterprise", "company", "firm", "business", "corporation"},
    {"factory", "plant"},
    {"country", "state", "nation"},
    {"house", "home", "household"},
    {"hospital", "clinic"},
    {"patient"},
    {"case", "infection"},
    {"worker", "employee", "staff"},
    {"child", "minor"},
    {"woman"},
    {"civilian"},
    {"refugee"},
    {"goal"},
    {"point"},
    {"match", "game"},
    {"vote", "ballot"},
    {"seat"},
    {"law"},
    {"dose"},
)
_CLASS = {noun: place for place, nouns in enumerate(_SYNONYMS) for noun in nouns}
_PEOPLE = frozenset({"person", "individual", "human", "member"})
"""Nouns that may stand for any of those below."""
_KINDS_OF_PEOPLE = frozenset(
    noun
    for nouns in _SYNONYMS
    for noun in nouns
    if nouns & {"soldier", "civilian", "refugee", "child", "woman", "patient", "worker"}
)
_FATES = frozenset(
    {
        *("killed", "wounded", "killed and wounded", "missing", "captured", "casualty", "fatality", "death"),
        *("arrested", "displaced", "evacuated", "rescued"),
    }
)


def likeness(noun: str, other: str) -> Likeness:
    """Whether two nouns, in the singular, count the same things, so far as briefgen's words reach.

    Two known nouns of different meaning are `OTHER`; so is a fate (killed, wounded) beside anything but
    itself. A noun that is not known is `UNSURE` beside another.
    """
    one, two = stem(noun.lower()), stem(other.lower())
    first, second = _CLASS.get(one), _CLASS.get(two)
    if one == two or not one or not two or (first is not None and first == second):
        return Likeness.SAME
    if one in _FATES or two in _FATES:
        return Likeness.OTHER
    if {one, two} & _GENERIC:
        return Likeness.SAME
    if (one in _PEOPLE and two in _KINDS_OF_PEOPLE | _PEOPLE) or (two in _PEOPLE and one in _KINDS_OF_PEOPLE):
        return Likeness.SAME
    return Likeness.UNSURE if first is None or second is None else Likeness.OTHER
