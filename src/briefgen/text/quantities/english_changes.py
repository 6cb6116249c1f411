"""English: the words and patterns by which its prose tells what rises, what falls, and by how much.

The patterns do not hold these words: in what they are matched with, each word is a run of the sign of its
class, and most other words are of no class.
"""

from __future__ import annotations

import re

from briefgen.text.quantities.english_words import BEFORE_PHRASES, TURNS
from briefgen.text.quantities.lexicon import COUNTED, DATED, ChangeWords
from briefgen.text.quantities.patterns import GAP, listed, words

_RISES = listed(
    "rise rises rose risen rising raise raises raised raising grow grows grew grown growing "
    "increase increases increased increasing climb climbs climbed climbing jump jumps jumped jumping "
    "surge surges surged surging soar soars soared soaring expand expands expanded expanding expansion "
    "lift lifts lifted lifting hike hikes hiked hiking "
    "swell swells swelled swollen widen widens widened widening lengthen lengthens lengthened"
)
_FALLS = listed(
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining "
    "decrease decreases decreased decreasing shrink shrinks shrank shrunk shrinking dwindle dwindles "
    "dwindled contracted contraction slip slips slipped slide slides slid plunge plunges plunged plunging "
    "slump slumped slumps cut cuts cutting lower lowers lowered lowering reduce reduces reduced reducing "
    "ease eases eased easing slash slashes slashed slashing trim trims trimmed "
    "narrow narrows narrowed narrowing plummet plummets plummeted tumble tumbles tumbled recede receded "
    "shorten shortens shortened reduction"
)
_BARE_RISES = listed("rose risen rises grew grown climbed jumped surged")
_BARE_FALLS = listed("fell fallen falls dropped declined slipped plunged tumbled")
"""Those that take the size of a change without "by", and nothing else: "rose 6 TWh to 19 TWh"."""
_OTHER_CHANGES = [
    *TURNS,
    *listed(
        "growth accelerate accelerates accelerated accelerating slow slows slowed slowing "
        "change changes changed changing revise revised revision go goes went gone going move moved moves"
    ),
]
"""Words of change that leave open which way: growth that slows to 2 per cent still grows."""
_RISES_AFTER = listed("increase rise growth jump surge gain higher more up upturn above")
_FALLS_AFTER = listed(
    "decrease fall drop decline cut reduction contraction slump lower less fewer down below"
)
"""What tells it behind a figure: "a 5 % increase", "5 % lower"."""
NEW_CLAUSE = listed("and but while whereas which that who when where after before than not")
_NEW_THOUGHT = listed("as because though although if or since until amid despite")

_RISE, _BARE_RISE, _UP = "\ue010", "\ue011", "\ue012"
_FALL, _BARE_FALL, _DOWN = "\ue013", "\ue014", "\ue015"
_OTHER, _CLAUSE, _THOUGHT = "\ue016", "\ue017", "\ue018"
_MARKS = {
    word: sign
    for sign, marked in {
        _RISE: _RISES,
        _FALL: _FALLS,
        _BARE_RISE: _BARE_RISES,
        _BARE_FALL: _BARE_FALLS,
        _UP: ["up"],
        _DOWN: ["down"],
        _OTHER: _OTHER_CHANGES,
        _CLAUSE: NEW_CLAUSE,
        _THOUGHT: _NEW_THOUGHT,
    }.items()
    for word in marked
}
_RISING, _FALLING = f"[{_RISE}{_BARE_RISE}{_UP}]+", f"[{_FALL}{_BARE_FALL}{_DOWN}]+"
_BARE = f"[{_BARE_RISE}{_UP}{_BARE_FALL}{_DOWN}]+"
_CHANGING = f"[{_RISE}-{_OTHER}]+"
_LETTER = rf"\w{_RISE}-{_THOUGHT}"
_FIRST = rf"(?<![{_LETTER}])"
_ANY_WORD = rf"[{_LETTER}]+"
_WORD = rf"(?:[^\W\d]|{_OTHER})[{_LETTER}'’-]*"
"""A word that begins neither a rise or fall nor another clause or thought."""
_WORD_OF_CLAUSE = rf"(?:[^\W\d]|[{_OTHER}{_THOUGHT}])[{_LETTER}'’-]*"
"""The same, or one that begins another thought."""
_TO_CHANGE = rf"{_FIRST}{_CHANGING}(?:{GAP}+(?!by\b){_ANY_WORD}){{0,3}}{GAP}+"
_BENT = words(
    " ".join(_MARKS.get(word, "") * len(word) or word for word in phrase.split()) for phrase in BEFORE_PHRASES
)
_THAN_PLANNED = (
    rf"{GAP}+than{GAP}+(?:(?:had{GAP}+been|first|initially|originally){GAP}+)?"
    r"(?:planned|expected|scheduled|forecast|foreseen|promised|intended|hoped|agreed|announced)"
)
_WHEN = rf"(?:{GAP}+(?:(?:in|on|at|by|during){GAP}+)?{DATED}+)"

CHANGES = ChangeWords(
    marks=_MARKS,
    before=re.compile(rf"{_TO_CHANGE}\Z", re.IGNORECASE),
    by=re.compile(rf"(?:{_TO_CHANGE}by|{_FIRST}{_BARE}){GAP}+(?:(?:{_BENT}){GAP}+)?\Z", re.IGNORECASE),
    trend_before=re.compile(
        rf"{_FIRST}(?:({_RISING})|({_FALLING}))(?:{GAP}+{_WORD_OF_CLAUSE}){{0,4}}{GAP}+\Z"
    ),
    trend_after=re.compile(
        rf"(?:{GAP}+|-)(?:[^\W\d]+{GAP}+)?(?:({words(_RISES_AFTER)}|later{_THAN_PLANNED})"
        rf"|({words(_FALLS_AFTER)}|(?:earlier|sooner){_THAN_PLANNED}))(?!\w)",
        re.IGNORECASE,
    ),
    led_to=re.compile(
        rf"{_FIRST}(?:({_RISING})|({_FALLING})),?"
        rf"(?:{GAP}+(?:{_WORD}|{DATED}+|{COUNTED}+)(?:,(?={GAP}+(?:from|to|by)\b))?){{0,8}}"
        rf"{GAP}+(from|to|by){GAP}+\Z",
        re.IGNORECASE,
    ),
    steps={"from": "start", "to": "end", "by": "size"},
    set_against=re.compile(
        rf"(?:(?:{GAP}+(?:{_WORD}|{DATED}+)){{0,5}},)?"
        rf"{GAP}+(?:({_UP}+)|({_DOWN}+)){GAP}+(?:(?:from|by){GAP}+)?{COUNTED}",
        re.IGNORECASE,
    ),
    went_to=re.compile(rf"{_WHEN}?,?{GAP}+to{GAP}+", re.IGNORECASE),
    came_from=re.compile(rf"{_WHEN}?,?(?:{GAP}+[{_UP}{_DOWN}]+)?{GAP}+from{GAP}+", re.IGNORECASE),
)
