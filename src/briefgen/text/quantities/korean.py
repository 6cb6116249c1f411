"""Korean: the signs and patterns by which its prose writes figures in digits.

Particles follow a word without a space, so nothing here asks for the end of a word.
"""

from __future__ import annotations

import re
from fractions import Fraction

from briefgen.text.quantities.lexicon import (
    BendingWords,
    DateWords,
    Lexicon,
    MeasureWords,
    NumberWords,
    RangeWords,
    RateWords,
    Vague,
)
from briefgen.text.quantities.measures import EVERYWHERE
from briefgen.text.quantities.patterns import DASH, GAP, SPACE, candidates, words
from briefgen.text.quantities.quantity import Approximation

_POWERS = {"만": 10_000, "억": 100_000_000, "조": 1_000_000_000_000}
_TENS = {"십": 10, "백": 100, "천": 1_000}
_SCALES = (
    _POWERS | _TENS | {small + large: _TENS[small] * _POWERS[large] for small in _TENS for large in _POWERS}
)

_MEASURES = {
    form: symbol
    for symbol, forms in {
        "%": "% 퍼센트 프로",
        "pp": "%p %포인트 퍼센트포인트",
        "USD": "달러 $",
        "EUR": "유로 €",
        "KRW": "원 ₩",
        "RUB": "루블",
        "JPY": "엔",
        "CNY": "위안",
        "mm": "mm ㎜ 밀리미터 밀리",
        "cm": "cm ㎝ 센티미터",
        "m": "m 미터",
        "km": "km ㎞ 킬로미터",
        "km²": "㎢ km² 제곱킬로미터",
        "ha": "ha 헥타르",
        "kg": "kg ㎏ 킬로그램",
        "t": "t 톤",
        "km/h": "km/h",
        "°C": "°C ℃",
        "°": "도",
        "kt": "kt 킬로톤",
        "bbl": "배럴",
        "MW": "MW 메가와트",
        "second": "초",
        "minute": "분",
        "hour": "시간",
        "day": "일",
        "week": "주일 주간",
        "month": "개월 달",
        "year": "년",
        "times": "배",
    }.items()
    for form in forms.split()
}

_COUNTERS = {
    form: noun
    for noun, forms in {
        "killed and wounded": "명의사상자",
        "person": "명 인 사람",
        "shell": "발",
        "item": "개",
        "vehicle": "대",
        "ship": "척",
        "missile": "기",
        "case": "건",
        "rifle": "정",
        "occasion": "회 차례 번",
        "place": "곳 개소",
        "kind": "종 가지",
    }.items()
    for form in forms.split()
}
_COUNTER = re.compile(rf"{SPACE}?({words(_COUNTERS)})")
_FATE = re.compile(
    rf"(?:{SPACE}?(?:이상|넘게|가량|정도|안팎))?(?:이|의|가|은|을|여{SPACE}?명이)?{SPACE}?(?:(사상자|사상)|(전사|사망|숨|희생)|(부상|다치|다쳤))"
)
_SOLDIERS = re.compile(rf"의{SPACE}?(?:북한{SPACE}?)?(병력|군인|병사|군)")


def _read_noun(text: str, start: int, end: int, singular: bool) -> tuple[str, int]:
    found = _COUNTER.match(text, end)
    if found is None:
        return "", end
    noun = _COUNTERS[found[1]]
    if noun == "person":
        fate = _FATE.match(text, found.end())
        if fate:
            return "killed and wounded" if fate[1] else "killed" if fate[2] else "wounded", fate.end()
        soldiers = _SOLDIERS.match(text, found.end())
        if soldiers:
            return "soldier", soldiers.end()
    return noun, found.end()


_BEFORE = {
    "약": Approximation.ABOUT,
    "대략": Approximation.ABOUT,
    "어림잡아": Approximation.ABOUT,
    "~": Approximation.ABOUT,
    "최대": Approximation.AT_MOST,
    "많게는": Approximation.AT_MOST,
    "최소": Approximation.AT_LEAST,
    "최소한": Approximation.AT_LEAST,
    "적어도": Approximation.AT_LEAST,
    "거의": Approximation.NEARLY,
    "무려": Approximation.EXACT,
}
_AFTER = {
    "여": Approximation.OVER,
    "이상": Approximation.AT_LEAST,
    "초과": Approximation.OVER,
    "넘게": Approximation.OVER,
    "넘는": Approximation.OVER,
    "이하": Approximation.AT_MOST,
    "까지": Approximation.AT_MOST,
    "부터": Approximation.AT_LEAST,
    "이후": Approximation.AT_LEAST,
    "이전": Approximation.UNDER,
    "미만": Approximation.UNDER,
    "가량": Approximation.ABOUT,
    "정도": Approximation.ABOUT,
    "안팎": Approximation.ABOUT,
    "남짓": Approximation.OVER,
    "쯤": Approximation.ABOUT,
}
_VAGUE = {
    "수십": Vague(low=Fraction(20), high=Fraction(99)),
    "수백": Vague(low=Fraction(200), high=Fraction(999)),
    "수천": Vague(low=Fraction(2_000), high=Fraction(9_999)),
    "수만": Vague(low=Fraction(20_000), high=Fraction(99_999)),
    "수십만": Vague(low=Fraction(200_000), high=Fraction(999_999)),
    "수백만": Vague(low=Fraction(2_000_000), high=Fraction(9_999_999)),
}
_FRACTIONS = {"절반": Fraction(1, 2)}
_PARTS = {
    "초": "early",
    "중순": "mid",
    "중반": "mid",
    "말": "late",
    "하순": "late",
    "상순": "early",
    "초순": "early",
}
_RATES = {
    "하루": "day",
    "매일": "day",
    "일": "day",
    "한 달": "month",
    "한달": "month",
    "매달": "month",
    "매월": "month",
    "월": "month",
    "월평균": "month",
    "연간": "year",
    "매년": "year",
    "연": "year",
    "1인당": "head",
}
_YEAR = r"\d{4}"

KOREAN = Lexicon(
    candidate=candidates(
        (), parts=[*(rf"{word}(?={SPACE}?(?:{words(_COUNTERS)}))" for word in _VAGUE), *_FRACTIONS]
    ),
    numbers=NumberWords(
        digits=re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"),
        word=re.compile(rf"(?:{words(_VAGUE)}|{words(_FRACTIONS)})"),
        scales=_SCALES,
        scale=re.compile(rf"{SPACE}?({words(_SCALES)})"),
        sums="plain",
        vague=_VAGUE,
        fractions=_FRACTIONS,
        shares=frozenset(_FRACTIONS),
        ordinal_suffix=re.compile(r"(?:번째|차(?!례))"),
    ),
    measures=MeasureWords(
        symbols=EVERYWHERE | _MEASURES,
        pattern=re.compile(rf"{SPACE}?((?:{words([*_MEASURES, *EVERYWHERE])})(?![a-zA-Z/]))"),
    ),
    rates=RateWords(
        units=_RATES,
        before=re.compile(rf"(?<!\w)({words(_RATES)}){SPACE}?(?:평균{SPACE}?)?\Z"),
    ),
    bending=BendingWords(
        before=_BEFORE,
        before_pattern=re.compile(rf"(?:(?<![^\W\d])({words(p for p in _BEFORE if p != '~')}){GAP}*|(~))\Z"),
        after=_AFTER,
        after_pattern=re.compile(rf"(?:{SPACE}?(?:명|대|발|개|척|기|건|곳))?{SPACE}?({words(_AFTER)})()"),
    ),
    ranges=RangeWords(
        joiner=re.compile(rf"(?:{SPACE}?{DASH}{SPACE}?|(?:에서|부터|내지){SPACE}?|{SPACE}또는{SPACE})"),
    ),
    dates=DateWords(
        patterns=tuple(
            re.compile(pattern)
            for pattern in (
                r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\w|-\d)",
                r"(?P<year>\d{4})\.\s?(?P<month>0?[1-9]|1[0-2])\.\s?(?P<day>[0-3]?\d)\.?(?!\d)",
                rf"(?P<year>{_YEAR})년{SPACE}?(?P<month>1[0-2]|0?[1-9])월{SPACE}?(?P<day>[0-3]?\d)일",
                rf"(?P<year>{_YEAR})년{SPACE}?(?P<month>1[0-2]|0?[1-9])월",
                rf"(?P<month>1[0-2]|0?[1-9])월{SPACE}?(?P<day>[0-3]?\d)일",
                rf"(?P<year>{_YEAR})년(?!간)",
                r"(?P<month>1[0-2]|[1-9])월",
            )
        ),
        parts=_PARTS,
        part_after=re.compile(rf"{SPACE}?({words(_PARTS)})"),
    ),
    label=re.compile(r"(?:(?<![가-힣])제|화성|북극성|결의|조항)\s*\Z"),
    noun=_read_noun,
)
