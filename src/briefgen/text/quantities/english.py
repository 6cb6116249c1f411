"""English: the patterns by which its prose writes figures."""

from __future__ import annotations

import re

from briefgen.text.quantities.english_measures import (
    CODES,
    EACH,
    MEASURE_WORDS,
    RATES,
    SYMBOLS,
    TIMES,
)
from briefgen.text.quantities.english_nouns import read_noun
from briefgen.text.quantities.english_words import (
    AFTER_TABLE,
    BEFORE_TABLE,
    CARDINALS,
    CHANGES,
    CHANGES_BARE,
    ESTIMATES,
    FALLS,
    FALLS_AFTER,
    FRACTIONS,
    LABELS,
    MONTH_BEFORE,
    MONTHS,
    ORDINALS,
    PARTS,
    RISES,
    RISES_AFTER,
    SCALES,
    SHORT_SCALES,
    TURNS,
    VAGUE,
    VERBS_OVER,
    VERBS_UP_TO,
    YEAR_BEFORE,
)
from briefgen.text.quantities.lexicon import (
    COUNTED,
    DASH,
    DATED,
    GAP,
    SPACE,
    Lexicon,
    candidates,
    listed,
    looking_back,
    phrases,
    words,
)

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sep(?:tember|t\.?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?!\w)"
)
_YEAR = r"(?:1[0-9]|20|21)\d\d(?![\w]|[.,]\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_TH = r"(?:st|nd|rd|th)?"

_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?!\w|-\d)",
        r"(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)(?!\w)",
        rf"(?P<day>{_DAY})\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>{_YEAR})",
        rf"(?P<day>{_DAY})(?P<either_order>/)(?P<month>0?[1-9]|1[0-2])/(?P<year>{_YEAR})",
        rf"(?P<month>0?[1-9]|1[0-2])/(?P<day>{_DAY})/(?P<year>{_YEAR})",
        rf"(?P<day>{_DAY}){_TH}(?:(?:{SPACE}?{DASH}{SPACE}?|{GAP}+(?:to|and|or){GAP}+)(?P<last_day>{_DAY}){_TH})?"
        rf"(?:{GAP}+|-)(?:of{GAP}+)?(?P<month>{_MONTH})(?:,?(?:{GAP}+(?:of{GAP}+)?|-)(?P<year>{_YEAR}))?(?!\w)",
        rf"(?P<month>{_MONTH})[.]?{GAP}+(?:the{GAP}+)?(?P<day>{_DAY}){_TH}(?![\d%]|[.,:]\d|{SPACE}?(?:%|per))"
        rf"(?:(?:{SPACE}?{DASH}{SPACE}?|{GAP}+to{GAP}+)(?P<last_day>{_DAY}){_TH}(?!\d))?"
        rf"(?:,?{GAP}+(?P<year>{_YEAR}))?(?!\w)",
        rf"(?P<month>{_MONTH})[.]?,?(?:{GAP}+(?:of{GAP}+(?:the{GAP}+year{GAP}+)?)?|-)(?P<year>{_YEAR})",
        rf"[Qq](?P<quarter>[1-4]){GAP}?(?P<year>{_YEAR})",
        rf"H(?P<half>[12]){GAP}?(?P<year>{_YEAR})",
        rf"(?P<quarter>first|second|third|fourth|[1-4](?:st|nd|rd|th)){GAP}+quarter{GAP}+(?:of{GAP}+)?(?P<year>{_YEAR})",
        rf"(?P<half>first|second){GAP}+half{GAP}+of{GAP}+(?P<year>{_YEAR})",
        r"(?P<year>(?:1[0-9]|20)\d0)(?P<decade>s)(?!\w)",
        r"(?P<year>(?:19|20)\d\d)[-–/](?P<last_year>\d\d)(?![\w%-]|[.,]\d)",
        rf"(?P<year>{_YEAR})",
        rf"(?P<month>{_MONTH})",
    )
)

_NUMBER_WORDS = (
    *CARDINALS,
    *SCALES,
    *ORDINALS,
    *FRACTIONS,
    *TURNS,
    *(name for name in VAGUE if " " not in name),
    "tens of",
    "several",
    "few",
    "couple of",
)

_SIGN_PHRASES = "~≈∼>≥<≤"
_NEW_CLAUSE = listed("and but while whereas which that who when where after before than not")
_NEW_THOUGHT = listed("as because though although if or since until amid despite")
_GOES_ON = rf"(?!(?:{words([*RISES, *FALLS, *_NEW_CLAUSE, *_NEW_THOUGHT])})\b)"
_WORD = r"[^\W\d][\w'’-]*"
_THAN_PLANNED = (
    rf"{GAP}+than{GAP}+(?:(?:had{GAP}+been|first|initially|originally){GAP}+)?"
    r"(?:planned|expected|scheduled|forecast|foreseen|promised|intended|hoped|agreed|announced)"
)
_WHEN = rf"(?:{GAP}+(?:(?:in|on|at|by|during){GAP}+)?{DATED}+)"
_EACH = rf"{GAP}+(?:per|an?|for{GAP}+(?:each|every)){GAP}+(?:(?:square|cubic){GAP}+)?[^\W\d_]+"
"""For whom or what a rate is paid, before the time that it is paid for: "per patient per year"."""
_MEASURE_WORDS = words(MEASURE_WORDS).replace(r"\s+", r"(?:\s+|-)")
_ONLY_HERE = {"b": "bbl", "s": "second"}
"""Signs that are measures in one place only: "2 million b/d", "9.79s"."""
_BENT = rf"(?:{words(phrase for phrase in BEFORE_TABLE if phrase[0] not in _SIGN_PHRASES)})"


def _not_behind(verbs: list[str]) -> str:
    return "".join(f"(?<!{verb} )" for verb in verbs)


ENGLISH = Lexicon(
    candidate=candidates(_NUMBER_WORDS, capitalised=MONTHS),
    digits=re.compile(
        r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d,.]\d|\d)"
        r"|\d{1,3}(?:['’]\d{3})+(?![\d'’])"
        rf"|(?:\d{{1,3}},\d{{1,2}}|\d{{1,3}}(?:\.\d{{3}}){{2,}})"
        rf"(?={SPACE}?(?:{words([*SYMBOLS, *CODES, *SCALES])}|(?i:{_MEASURE_WORDS}))(?!\w))"
        r"|\d+(?:\.\d+)?"
    ),
    decimal_comma=False,
    word=re.compile(r"[^\W\d_]+"),
    cardinals=CARDINALS,
    scales=SCALES | SHORT_SCALES,
    scale=re.compile(
        rf"(?:{GAP}*(?:[-\u2010\u2011]{SPACE}?)?((?i:million|billion|trillion|thousand|hundred|dozen|mln|mn|bn|trn|tn))"
        rf"|{SPACE}?([kK])(?=\W|\Z))(?!\w)"
    ),
    sums="",
    vague=VAGUE,
    fractions=FRACTIONS,
    shares=frozenset({"half"}),
    and_a_half=re.compile(rf"{GAP}+and{GAP}+a{GAP}+half(?!\w)", re.IGNORECASE),
    turns=TURNS,
    ordinals=ORDINALS,
    ordinal_suffix=re.compile(r"(?:st|nd|rd|th)(?!\w)"),
    measures=SYMBOLS | CODES | MEASURE_WORDS | _ONLY_HERE,
    measure=re.compile(
        rf"(?:{GAP}*|[-\u2010\u2011])"
        rf"((?:{words([*SYMBOLS, *CODES])})(?![\w]|/(?!(?:{words(EACH)})(?!\w))\w)"
        rf"|(?i:{_MEASURE_WORDS})(?!\w)"
        r"|b(?=pd(?!\w)|/d(?!\w))|(?<=\d\.\d)s(?!\w)|(?<=\.\d\d)s(?!\w))"
    ),
    before=BEFORE_TABLE,
    before_pattern=re.compile(
        rf"(?:(?<!\w)(?:(?!up\s)|{_not_behind(VERBS_UP_TO)})(?:(?!over\s)|{_not_behind(VERBS_OVER)})"
        rf"({words(phrase for phrase in BEFORE_TABLE if phrase[0] not in _SIGN_PHRASES)})"
        rf"{GAP}+(?:(?:an?|another|some){GAP}+)?|([~≈∼≥≤<>]|>=|<=){GAP}?)\Z",
        re.IGNORECASE,
    ),
    estimate=re.compile(rf"(?:{words(phrases(ESTIMATES))})(?:{GAP}+an?)?{GAP}+", re.IGNORECASE),
    after=AFTER_TABLE,
    after_pattern=re.compile(
        rf"(?:{GAP}*([+])(?!\d)|(?:{GAP}+|-)({words(p for p in AFTER_TABLE if p != '+')})(?!\w))",
        re.IGNORECASE,
    ),
    opener=re.compile(rf"(?<!\w)(?:(between)|from|anywhere{GAP}+from){GAP}+\Z", re.IGNORECASE),
    change_before=re.compile(
        rf"(?<!\w)(?:{words(CHANGES)})(?:{GAP}+(?!by\b)\w+){{0,3}}{GAP}+\Z", re.IGNORECASE
    ),
    change_by=re.compile(
        rf"(?<!\w)(?:(?:{words(CHANGES)})(?:{GAP}+(?!by\b)\w+){{0,3}}{GAP}+by|{words(CHANGES_BARE)}){GAP}+"
        rf"(?:{_BENT}{GAP}+)?\Z",
        re.IGNORECASE,
    ),
    reaching=re.compile(r"(?!)"),
    trend_before=re.compile(
        rf"(?<!\w)(?:({words(RISES)})|({words(FALLS)}))"
        rf"(?:{GAP}+(?!(?:{words([*RISES, *FALLS, *_NEW_CLAUSE])})\b)[^\W\d][\w'’-]*){{0,4}}{GAP}+\Z",
        re.IGNORECASE,
    ),
    trend_after=re.compile(
        rf"(?:{GAP}+|-)(?:[^\W\d]+{GAP}+)?"
        rf"(?:({words(RISES_AFTER)}|later{_THAN_PLANNED})|({words(FALLS_AFTER)}|(?:earlier|sooner){_THAN_PLANNED}))(?!\w)",
        re.IGNORECASE,
    ),
    led_to=re.compile(
        rf"(?<!\w)(?:({words(RISES)})|({words(FALLS)})),?"
        rf"(?:{GAP}+{_GOES_ON}(?:{_WORD}|{DATED}+|{COUNTED}+)(?:,(?={GAP}+(?:from|to|by)\b))?){{0,8}}"
        rf"{GAP}+(from|to|by){GAP}+\Z",
        re.IGNORECASE,
    ),
    steps={"from": "start", "to": "end", "by": "size"},
    set_against=re.compile(
        rf"(?:(?:{GAP}+{_GOES_ON}(?:{_WORD}|{DATED}+)){{0,5}},)?"
        rf"{GAP}+(?:(up)|(down)){GAP}+(?:(?:from|by){GAP}+)?{COUNTED}",
        re.IGNORECASE,
    ),
    went_to=re.compile(rf"{_WHEN}?,?{GAP}+to{GAP}+", re.IGNORECASE),
    came_from=re.compile(rf"{_WHEN}?,?(?:{GAP}+(?:up|down))?{GAP}+from{GAP}+", re.IGNORECASE),
    reached=frozenset(),
    joiner=re.compile(
        rf"(?:{SPACE}?{DASH}{SPACE}?"
        rf"|{GAP}+(?:to|or|through){GAP}+(?:(?:about|around|as{GAP}+(?:many|much){GAP}+as){GAP}+)?)"
    ),
    and_joiner=re.compile(rf"{GAP}+and{GAP}+"),
    label=looking_back(phrases(LABELS)),
    months=MONTHS,
    dates=_DATES,
    date_part=re.compile(
        rf"(?<!\w)(?:the{GAP}+)?({words(part for part in PARTS)})(?:{GAP}+|-)(?:in{GAP}+)?\Z", re.IGNORECASE
    ),
    part_after=re.compile(r"(?!)"),
    parts=PARTS,
    date_part_here=re.compile(rf"(?:the{GAP}+)?({words(PARTS)})(?:{GAP}+|-)", re.IGNORECASE),
    year_before=looking_back(phrases(YEAR_BEFORE)),
    determiner=looking_back(listed("the a this that its their his her our")),
    month_before=looking_back(phrases(MONTH_BEFORE)),
    before_dates=frozenset(("after", "before", "since", "by", "until")),
    rate=re.compile(
        rf"{GAP}*/{GAP}*({words(RATES)}|d)(?!\w)|p(d)(?!\w)"
        rf"|(?:{_EACH}|(?:{GAP}+(?!(?:twice|once|thrice|times)\b)[^\W\d_]+)?)"
        rf"{GAP}+(?:an?|per|each|every){GAP}+({words(RATES)})"
        rf"(?!\w|{GAP}+(?:later|ago|after|earlier|before|old))"
        rf"|(?:{GAP}+[^\W\d_]+)?{GAP}+(hourly|daily|weekly|monthly|annually|yearly|apiece)(?!\w)",
        re.IGNORECASE,
    ),
    each=re.compile(
        rf"{GAP}*/{GAP}*({words(EACH)})(?!\w)"
        rf"|(?:{GAP}+[^\W\d_]+)?{GAP}+(?:an?|per|each|every){GAP}+({words(EACH)})(?!\w)"
    ),
    often=re.compile(
        rf"(?:{GAP}+(?!(?:{words(_NEW_CLAUSE)})\b)[^\W\d_]+){{0,2}},?{GAP}+({words(TIMES)}){GAP}+"
        rf"(?:(?:an?|per|each|every){GAP}+)?({words(RATES)})(?!\w)",
        re.IGNORECASE,
    ),
    eaches=EACH,
    times=TIMES,
    rate_before=re.compile(
        rf"(?<!\w)(hourly|daily|weekly|monthly|annual|yearly){GAP}+(?:[^\W\d_]+{GAP}+){{1,2}}"
        rf"(?:of|is|was|at|comes{GAP}+to){GAP}+\Z",
        re.IGNORECASE,
    ),
    rates=RATES,
    noun=read_noun,
)
