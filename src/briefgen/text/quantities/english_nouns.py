"""What an English figure counts: the noun behind it, and what became of those counted."""

from __future__ import annotations

import re

from briefgen.text.quantities.patterns import GAP, listed

_FOLLOWING = re.compile(rf"(?:{GAP}+|-)([^\W\d_][^\W_]*(?:[-‐‑’'][^\W_]+)*)")
_REACH = 6

_STOP = frozenset(
    listed(
        """
        a about above after again against all also although am among an and another any are as at be
        because been before behind being below between both but by can could daily did do does down
        during each either else even every few for from had has have having he her here his how
        however if in inside into is it its just later less like long many may me might monthly more
        most much must my near neither never no nor not now of off on once one only onto or other
        others our out over own per reportedly same shall she should since so some such than that
        the their them then there these they this those though through thus to too toward towards
        under until up upon us very via was we were what when where whether which while who whom
        whose why will with within without would yearly yet you annually weekly ago old strong worth
        said says odd plus thousand million billion trillion hundred dozen percent
        """
    )
)
_PLURALS = {
    "aircraft": "aircraft",
    "casualties": "casualty",
    "children": "child",
    "cattle": "cattle",
    "crew": "crew",
    "feet": "foot",
    "infantry": "infantry",
    "lives": "life",
    "men": "man",
    "people": "person",
    "personnel": "personnel",
    "police": "police",
    "servicemen": "serviceman",
    "servicewomen": "servicewoman",
    "artillerymen": "artilleryman",
    "spacecraft": "spacecraft",
    "warheads": "warhead",
    "women": "woman",
}
_NOT_PLURAL = frozenset(
    listed(
        """
        various serious previous us uss its this as is was has nuclear-weapons
        """
    )
)
_FATES = {
    "killed": "killed",
    "dead": "killed",
    "deaths": "killed",
    "death": "killed",
    "fatalities": "killed",
    "died": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "injuries": "wounded",
    "missing": "missing",
    "captured": "captured",
    "arrested": "arrested",
    "detained": "arrested",
    "displaced": "displaced",
    "evacuated": "evacuated",
    "rescued": "rescued",
    "casualties": "casualty",
    "casualty": "casualty",
    "losses": "casualty",
}
_FATE = rf"(?:{'|'.join(_FATES)})"
_FATE_AT = re.compile(
    rf"(?:{GAP}+(?:have|has|had|been|were|are|was|be|being|reportedly|either|both|as|also))*(?:{GAP}+|-)"
    rf"({_FATE}(?:,?{GAP}+(?:and|or){GAP}+{_FATE}|,{GAP}+{_FATE})*)(?!\w)"
)
_FATE_BEFORE = re.compile(
    rf"(?<!\w)(killed|killing|kills|wounded|wounding|injured|injuring|arrested|arresting|detained|detaining"
    rf"|displaced|displacing|evacuated|evacuating|rescued|rescuing|losses{GAP}+of|casualties{GAP}+of|casualties:"
    rf"|losses:|deaths{GAP}+of){GAP}+(?:(?:another|a|an|the|a{GAP}+further|all){GAP}+)?\Z"
)
_ORDER = listed("killed wounded missing captured arrested displaced evacuated rescued casualty")
"""In what order fates are named."""
_DOINGS = {
    "kill": "killed",
    "death": "killed",
    "wound": "wounded",
    "injur": "wounded",
    "arrest": "arrested",
    "detain": "arrested",
    "displac": "displaced",
    "evacuat": "evacuated",
    "rescu": "rescued",
}
"""How the words of a doing begin, and what it makes of people."""
_ANY_PEOPLE = frozenset(
    listed("person soldier troop man woman civilian serviceman personnel child protester demonstrator")
) | {""}


def read_noun(text: str, start: int, end: int, singular: bool) -> tuple[str, int]:
    """The noun counted by the figure at `start:end`, in the singular, and where it ends.

    A fate outweighs the noun: "3,800 soldiers killed and wounded" counts the killed and wounded.
    """
    noun, noun_end = _head(text, end, singular)
    fate = _fate_after(text, noun_end) or (_fate_after(text, end) if not noun else None)
    if fate:
        return fate
    before = _FATE_BEFORE.search(text, max(0, start - 48), start)
    if before and noun in _ANY_PEOPLE:
        done = (fate for doing, fate in _DOINGS.items() if before[1].lower().startswith(doing))
        return next(done, "casualty"), noun_end
    return noun, noun_end


def _fate_after(text: str, end: int) -> tuple[str, int] | None:
    found = _FATE_AT.match(text, end)
    if found is None:
        return None
    named = {_FATES[word.lower()] for word in re.findall(rf"{_FATE}(?!\w)", found[1])}
    return " and ".join(fate for fate in _ORDER if fate in named), found.end()


def _head(text: str, end: int, singular: bool) -> tuple[str, int]:
    at, last = end, ("", end)
    for index in range(_REACH):
        found = _FOLLOWING.match(text, at)
        if found is None:
            break
        word = found[1]
        lowered = word.lower()
        if lowered == "of" and index == 0:
            at = found.end()
            continue
        if (
            lowered in ("the", "its", "their", "those", "these", "his")
            and text[end:at].strip().lower() == "of"
        ):
            at = found.end()
            continue
        if (lowered in _STOP and not word.isupper()) or lowered in _FATES:
            break
        at = found.end()
        if _is_plural(word):
            return stem(lowered), at
        if singular:
            last = (stem(lowered), at)
    return last


def _is_plural(word: str) -> bool:
    lowered = word.lower()
    if lowered in _PLURALS:
        return True
    return (
        len(word) > 3
        and lowered.endswith("s")
        and not lowered.endswith(("ss", "'s", "’s", "ous", "us", "is"))
        and lowered not in _NOT_PLURAL
        and not word.isupper()
    )


def stem(noun: str) -> str:
    """The singular of an English noun, near enough for comparing."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun
