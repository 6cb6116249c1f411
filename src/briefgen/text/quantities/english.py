"""English: the patterns by which its prose writes figures."""

from __future__ import annotations

import re

from briefgen.text.quantities.english_changes import CHANGES, NEW_CLAUSE
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
    BEFORE_PHRASES,
    BEFORE_TABLE,
    CARDINALS,
    ESTIMATES,
    FRACTIONS,
    LABELS,
    MONTH_BEFORE,
    MONTHS,
    ORDINALS,
    PARTS,
    SCALES,
    SHORT_SCALES,
    TURNS,
    VAGUE,
    VERBS_OVER,
    VERBS_UP_TO,
    YEAR_BEFORE,
)
from briefgen.text.quantities.lexicon import (
    BendingWords,
    DateWords,
    Lexicon,
    MeasureWords,
    NumberWords,
    RangeWords,
    RateWords,
)
from briefgen.text.quantities.patterns import (
    DASH,
    GAP,
    SPACE,
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

_EACH = rf"{GAP}+(?:per|an?|for{GAP}+(?:each|every)){GAP}+(?:(?:square|cubic){GAP}+)?[^\W\d_]+"
"""For whom or what a rate is paid, before the time that it is paid for: "per patient per year"."""
_MEASURE_WORDS = words(MEASURE_WORDS).replace(r"\s+", r"(?:\s+|-)")
_ONLY_HERE = {"b": "bbl", "s": "second"}
"""Signs that are measures in one place only: "2 million b/d", "9.79s"."""


def _not_behind(verbs: list[str]) -> str:
    return "".join(f"(?<!{verb} )" for verb in verbs)


ENGLISH = Lexicon(
    candidate=candidates(_NUMBER_WORDS, capitalised=MONTHS),
    numbers=NumberWords(
        digits=re.compile(
            r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d,.]\d|\d)"
            r"|\d{1,3}(?:['’]\d{3})+(?![\d'’])"
            r"|\d+(?:\.\d+)?"
        ),
        foreign_digits=re.compile(r"\d{1,3},\d{1,2}(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)"),
        word=re.compile(r"[^\W\d_]+"),
        cardinals=CARDINALS,
        scales=SCALES | SHORT_SCALES,
        scale=re.compile(
            rf"(?:{GAP}*(?:[-\u2010\u2011]{SPACE}?)?((?i:million|billion|trillion|thousand|hundred|dozen|mln|mn|bn|trn|tn))"
            rf"|{SPACE}?([kK])(?=\W|\Z))(?!\w)"
        ),
        vague=VAGUE,
        fractions=FRACTIONS,
        shares=frozenset({"half"}),
        and_a_half=re.compile(rf"{GAP}+and{GAP}+a{GAP}+half(?!\w)", re.IGNORECASE),
        turns=TURNS,
        ordinals=ORDINALS,
        ordinal_suffix=re.compile(r"(?:st|nd|rd|th)(?!\w)"),
    ),
    measures=MeasureWords(
        symbols=SYMBOLS | CODES | MEASURE_WORDS | _ONLY_HERE,
        pattern=re.compile(
            rf"(?:{GAP}*|[-\u2010\u2011])"
            rf"((?:{words([*SYMBOLS, *CODES])})(?![\w]|/(?!(?:{words(EACH)})(?!\w))\w)"
            rf"|(?i:{_MEASURE_WORDS})(?!\w)"
            r"|b(?=pd(?!\w)|/d(?!\w))|(?<=\d\.\d)s(?!\w)|(?<=\.\d\d)s(?!\w))"
        ),
    ),
    rates=RateWords(
        units=RATES,
        after=re.compile(
            rf"{GAP}*/{GAP}*({words(RATES)}|d)(?!\w)|p(d)(?!\w)"
            rf"|(?:{_EACH}|(?:{GAP}+(?!(?:twice|once|thrice|times)\b)[^\W\d_]+)?)"
            rf"{GAP}+(?:an?|per|each|every){GAP}+({words(RATES)})"
            rf"(?!\w|{GAP}+(?:later|ago|after|earlier|before|old))"
            rf"|(?:{GAP}+[^\W\d_]+)?{GAP}+(hourly|daily|weekly|monthly|annually|yearly|apiece)(?!\w)",
            re.IGNORECASE,
        ),
        before=re.compile(
            rf"(?<!\w)(hourly|daily|weekly|monthly|annual|yearly){GAP}+(?:[^\W\d_]+{GAP}+){{1,2}}"
            rf"(?:of|is|was|at|comes{GAP}+to){GAP}+\Z",
            re.IGNORECASE,
        ),
        measures=EACH,
        each=re.compile(
            rf"{GAP}*/{GAP}*({words(EACH)})(?!\w)"
            rf"|(?:{GAP}+[^\W\d_]+)?{GAP}+(?:an?|per|each|every){GAP}+({words(EACH)})(?!\w)"
        ),
        times=TIMES,
        often=re.compile(
            rf"(?:{GAP}+(?!(?:{words(NEW_CLAUSE)})\b)[^\W\d_]+){{0,2}},?{GAP}+({words(TIMES)}){GAP}+"
            rf"(?:(?:an?|per|each|every){GAP}+)?({words(RATES)})(?!\w)",
            re.IGNORECASE,
        ),
    ),
    bending=BendingWords(
        before=BEFORE_TABLE,
        before_pattern=re.compile(
            rf"(?:(?<!\w)(?:(?!up\s)|{_not_behind(VERBS_UP_TO)})(?:(?!over\s)|{_not_behind(VERBS_OVER)})"
            rf"({words(BEFORE_PHRASES)})"
            rf"{GAP}+(?:(?:an?|another|some){GAP}+)?|([~≈∼≥≤<>]|>=|<=){GAP}?)\Z",
            re.IGNORECASE,
        ),
        dates_only=frozenset(("after", "before", "since", "by", "until")),
        estimate=re.compile(rf"(?:{words(phrases(ESTIMATES))})(?:{GAP}+an?)?{GAP}+", re.IGNORECASE),
        after=AFTER_TABLE,
        after_pattern=re.compile(
            rf"(?:{GAP}*([+])(?!\d)|(?:{GAP}+|-)({words(p for p in AFTER_TABLE if p != '+')})(?!\w))",
            re.IGNORECASE,
        ),
    ),
    ranges=RangeWords(
        opener=re.compile(rf"(?<!\w)(?:(between)|from|anywhere{GAP}+from){GAP}+\Z", re.IGNORECASE),
        joiner=re.compile(
            rf"(?:{SPACE}?{DASH}{SPACE}?"
            rf"|{GAP}+(?:to|or|through){GAP}+(?:(?:about|around|as{GAP}+(?:many|much){GAP}+as){GAP}+)?)"
        ),
        and_joiner=re.compile(rf"{GAP}+and{GAP}+"),
    ),
    changes=CHANGES,
    dates=DateWords(
        months=MONTHS,
        patterns=_DATES,
        parts=PARTS,
        part_before=re.compile(
            rf"(?<!\w)(?:the{GAP}+)?({words(PARTS)})(?:{GAP}+|-)(?:in{GAP}+)?\Z", re.IGNORECASE
        ),
        part_here=re.compile(rf"(?:the{GAP}+)?({words(PARTS)})(?:{GAP}+|-)", re.IGNORECASE),
        year_before=looking_back(phrases(YEAR_BEFORE)),
        month_before=looking_back(phrases(MONTH_BEFORE)),
        determiner=looking_back(listed("the a this that its their his her our")),
    ),
    label=looking_back(phrases(LABELS)),
    noun=read_noun,
)
