"""Russian: the words and patterns by which its prose writes figures in digits."""

from __future__ import annotations

import re
from fractions import Fraction

from briefgen.text.quantities.lexicon import (
    BendingWords,
    ChangeWords,
    DateWords,
    Lexicon,
    MeasureWords,
    NumberWords,
    RangeWords,
    RateWords,
    Vague,
)
from briefgen.text.quantities.measures import EVERYWHERE
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
from briefgen.text.quantities.quantity import Approximation


def _forms(table: dict[str, str]) -> dict[str, str]:
    """Every inflected form with what it stands for; "stem: endings" with "-" for no ending."""
    listed = {}
    for symbol, entries in table.items():
        for entry in entries.split("; "):
            stem, _, endings = entry.partition(":")
            for ending in endings.split() or ["-"]:
                listed[stem + ending.replace("-", "")] = symbol
    return listed


_SCALES = {
    form: value
    for value, forms in {
        1_000: "тыс. тыс тысяча тысячи тысяч тысячам тысячами тысячах тысячу",
        1_000_000: "млн. млн миллион миллиона миллионов миллионам миллионами миллионах",
        1_000_000_000: "млрд. млрд миллиард миллиарда миллиардов миллиардам миллиардах",
        1_000_000_000_000: "трлн. трлн триллион триллиона триллионов",
    }.items()
    for form in forms.split()
}

_MEASURES = _forms(
    {
        "%": "%; процент:- а ов ам ами ах",
        "pp": "п. п.; п.п.; процентный пункт:- а ов; процентных пункт:а ов",
        "USD": "долл.; $; доллар:- а ов ам ами ах",
        "EUR": "€; евро",
        "RUB": "₽; руб.; рубл:ь я ей ям ями ях",
        "UAH": "₴; гривн:а ы у; гривен",
        "KRW": "₩; вон:- а ы",
        "CNY": "юан:ь я ей",
        "mm": "мм; миллиметр:- а ов ами ах",
        "cm": "см; сантиметр:- а ов",
        "m": "м; метр:- а ов ах",
        "km": "км; километр:- а ов ам ами ах",
        "km²": "кв. км; км²",
        "m³": "куб. м; м³; кубометр:- а ов; кубических метр:а ов",
        "ha": "га; гектар:- а ов",
        "kg": "кг; килограмм:- а ов",
        "t": "т; тонн:- а ы у ам ах",
        "km/h": "км/ч",
        "m/s": "м/с",
        "°C": "°C; °С",
        "°": "градус:- а ов",
        "bbl": "баррел:ь я ей",
        "MW": "МВт",
        "kW": "кВт",
        "second": "секунд:- а ы у",
        "minute": "мин.; минут:- а ы у",
        "hour": "ч; час:- а ов",
        "day": "день; дн:я ей; сут:ки ок",
        "week": "недел:я и ю ь; недель",
        "month": "мес.; месяц:- а ев",
        "year": "лет; год:- а ов",
    }
)

_BEFORE = {
    phrase: meant
    for meant, listing in {
        Approximation.ABOUT: "около|примерно|приблизительно|порядка|где-то|в районе|ориентировочно|~|≈",
        Approximation.OVER: "более|больше|более чем|свыше|больше чем|>|после",
        Approximation.AT_LEAST: "не менее|не меньше|как минимум|по меньшей мере|минимум|≥|с",
        Approximation.UNDER: "менее|меньше|менее чем|<|до начала",
        Approximation.AT_MOST: "до|не более|не больше|максимум|вплоть до|≤|к",
        Approximation.NEARLY: "почти|без малого|чуть менее|чуть меньше",
    }.items()
    for phrase in phrases(listing)
}
_AFTER = {
    "и более": Approximation.AT_LEAST,
    "и больше": Approximation.AT_LEAST,
    "с лишним": Approximation.OVER,
    "и менее": Approximation.AT_MOST,
    "+": Approximation.AT_LEAST,
}

_RISES = listed("вырос вырас возрос возраст увелич подня повы расшир")
_FALLS = listed("сократ сокращ снизи сниж уменьш упа пада сузи")
_CHANGES = [*_RISES, *_FALLS, "довед", "довел"]
"""How verbs of change begin."""

_MONTHS = {
    form: number
    for number, forms in enumerate(
        (
            "январь января январе",
            "февраль февраля феврале",
            "март марта марте",
            "апрель апреля апреле",
            "май мая мае",
            "июнь июня июне",
            "июль июля июле",
            "август августа августе",
            "сентябрь сентября сентябре",
            "октябрь октября октябре",
            "ноябрь ноября ноябре",
            "декабрь декабря декабре",
        ),
        start=1,
    )
    for form in forms.split()
}
_MONTH = rf"(?i:{words(_MONTHS)})(?!\w)"
_YEAR = r"(?:1[0-9]|20|21)\d\d(?![\w]|[.,]\d)"
_OF_YEAR = rf"(?:(?:{GAP}+|-)(?:год(?:а|у|ов|ах|ы)?|гг?\.)(?!\w))"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"

_PARTS = {
    form: part
    for part, forms in {
        "early": "в начале|начало|начала|началу|начале",
        "mid": "в середине|середина|середины|середине",
        "late": "в конце|конец|конца|концу|конце",
    }.items()
    for form in forms.split("|")
}

_FATES = _forms(
    {
        "killed and wounded": "убитыми и ранеными; убитых и раненых; погибших и раненых; убиты и ранены",
        "killed": "убит:ы ых ыми; погиб:ло ли ших; погибшими",
        "wounded": "ранен:ы ых ыми о; раненых; ранеными",
    }
)
_NOUNS = _forms(
    {
        "soldier": "солдат:- а ы ам ами ах; военных; военнослужащ:их ий ие; бойц:ов ы а",
        "person": "человек:- а; чел.; люд:ей и",
        "shell": "снаряд:- а ы ов ами ах; артснаряд:ов ы а; артиллерийских снарядов; боеприпас:ов ы",
        "missile": "ракет:- ы а",
        "tank": "танк:- а ов и",
        "drone": "дрон:- а ов ы; беспилотник:ов а и",
        "enterprise": "предприяти:й я е",
    }
)
_FOLLOWING = re.compile(
    rf"(?:{GAP}+(?:северокорейск|российск|украинск|артиллерийск|корейск)\w+)*{GAP}+({words(_FATES)}|{words(_NOUNS)})(?!\w)",
    re.IGNORECASE,
)
_FATE_BEFORE = re.compile(rf"(?<!\w)(погиб|убит|ранен)\w*{GAP}+\Z", re.IGNORECASE)
_THEN_FATE = re.compile(rf"(?:{GAP}+(?:были|было))?{GAP}+({words(_FATES)})(?!\w)", re.IGNORECASE)


def _read_noun(text: str, start: int, end: int, singular: bool) -> tuple[str, int]:
    found = _FOLLOWING.match(text, end)
    if found is None:
        return "", end
    fate = _THEN_FATE.match(text, found.end())
    before = _FATE_BEFORE.search(text, max(0, start - 24), start)
    if before and not fate and _NOUNS.get(found[1].lower()) in ("person", "soldier"):
        return "wounded" if before[1].lower().startswith("р") else "killed", found.end()
    last = fate or found
    word = " ".join(last[1].lower().split())
    return _FATES.get(word) or _NOUNS[word], last.end()


_PER = {
    form: unit
    for unit, forms in {
        "second": "секунду",
        "hour": "час ежечасно",
        "day": "день сутки ежедневно",
        "week": "неделю еженедельно",
        "month": "месяц мес. ежемесячно",
        "year": "год ежегодно",
        "head": "душу",
    }.items()
    for form in forms.split()
}
_VAGUE = {
    "десятки": Vague(low=Fraction(20), high=Fraction(99)),
    "сотни": Vague(low=Fraction(200), high=Fraction(999)),
    "тысячи": Vague(low=Fraction(2_000), high=Fraction(999_999)),
    "миллионы": Vague(low=Fraction(2_000_000), high=Fraction(999_999_999)),
    "десятки тысяч": Vague(low=Fraction(20_000), high=Fraction(99_999)),
    "сотни тысяч": Vague(low=Fraction(200_000), high=Fraction(999_999)),
}
_FRACTIONS = {
    "половина": Fraction(1, 2),
    "половину": Fraction(1, 2),
    "половины": Fraction(1, 2),
    "треть": Fraction(1, 3),
    "четверть": Fraction(1, 4),
}
_ORDINALS = {
    form: value
    for value, forms in enumerate(
        (
            "первый первом первого первая первое",
            "второй втором второго вторая второе",
            "третий третьем третьего третья",
            "четвёртый четвёртом четвертом четвёртого четвертого",
        ),
        start=1,
    )
    for form in forms.split()
}
_CARDINALS = {
    form: value
    for value, forms in {
        2: "два две двух двум двумя",
        3: "три трёх трех трём трем тремя",
        4: "четыре четырёх четырех четырём четырем четырьмя",
        5: "пять пяти пятью",
        6: "шесть шести шестью",
        7: "семь семи семью",
        8: "восемь восьми восемью",
        9: "девять девяти девятью",
        10: "десять десяти десятью",
        11: "одиннадцать одиннадцати",
        12: "двенадцать двенадцати",
        13: "тринадцать тринадцати",
        14: "четырнадцать четырнадцати",
        15: "пятнадцать пятнадцати",
        16: "шестнадцать шестнадцати",
        17: "семнадцать семнадцати",
        18: "восемнадцать восемнадцати",
        19: "девятнадцать девятнадцати",
        20: "двадцать двадцати",
        30: "тридцать тридцати",
        40: "сорок сорока",
        50: "пятьдесят пятидесяти",
        60: "шестьдесят шестидесяти",
        70: "семьдесят семидесяти",
        80: "восемьдесят восьмидесяти",
        90: "девяносто девяноста",
        100: "сто ста",
        200: "двести двухсот",
        300: "триста трёхсот трехсот",
        400: "четыреста четырёхсот четырехсот",
        500: "пятьсот пятисот",
        600: "шестьсот шестисот",
        700: "семьсот семисот",
        800: "восемьсот восьмисот",
        900: "девятьсот девятисот",
    }.items()
    for form in forms.split()
}
_WORDS = [*_CARDINALS, *_ORDINALS, *(word for word in _VAGUE if " " not in word), *_FRACTIONS]

RUSSIAN = Lexicon(
    candidate=candidates([*_WORDS, *_MONTHS]),
    numbers=NumberWords(
        digits=re.compile(
            r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:,\d+)?|\d{1,3}(?:\.\d{3}){2,}(?!\d)"
            r"|\d+(?:[.,]\d+)?"
        ),
        decimal_comma=True,
        word=re.compile(r"[^\W\d_]+"),
        cardinals=_CARDINALS,
        scales=_SCALES,
        scale=re.compile(rf"{GAP}*-?(?i:({words(_SCALES)}))(?!\w)"),
        sums="scaled",
        vague=_VAGUE,
        fractions=_FRACTIONS,
        shares=frozenset(_FRACTIONS),
        and_a_half=re.compile(rf"{GAP}+с{GAP}+половиной(?!\w)", re.IGNORECASE),
        ordinals=_ORDINALS,
        ordinal_suffix=re.compile(r"-?(?:й|я|е|го|му|м|ю)(?!\w)"),
    ),
    measures=MeasureWords(
        symbols=EVERYWHERE | _MEASURES,
        pattern=re.compile(rf"(?:{GAP}*|-)((?:{words(EVERYWHERE)})|(?i:{words(_MEASURES)}))(?!\w)"),
    ),
    rates=RateWords(
        units=_PER,
        after=re.compile(
            rf"{GAP}*/{GAP}*({words(_PER)})(?!\w)|(?:{GAP}+\w+)?{GAP}+(?:в|за|на|каждый|каждую){GAP}+({words(_PER)})(?!\w)"
            rf"|(?:{GAP}+\w+)?{GAP}+(ежедневно|еженедельно|ежемесячно|ежегодно)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    bending=BendingWords(
        before=_BEFORE,
        before_pattern=re.compile(
            rf"(?:(?<!\w)({words(p for p in _BEFORE if p not in '~≈>≥<≤')}){GAP}+|([~≈>≥<≤]){GAP}?)\Z",
            re.IGNORECASE,
        ),
        dates_only=frozenset(("с", "к", "после")),
        after=_AFTER,
        after_pattern=re.compile(
            rf"(?:([+])(?!\d)|{GAP}+({words(p for p in _AFTER if p != '+')})(?!\w))", re.IGNORECASE
        ),
    ),
    ranges=RangeWords(
        opener=re.compile(rf"(?<!\w)(?:(между)|от|с){GAP}+\Z", re.IGNORECASE),
        joiner=re.compile(rf"(?:{SPACE}?{DASH}{SPACE}?|{GAP}+(?:до|или|по){GAP}+)"),
        and_joiner=re.compile(rf"{GAP}+и{GAP}+"),
    ),
    changes=ChangeWords(
        before=re.compile(
            rf"(?<!\w)(?:{words(_CHANGES)})\w*(?:{GAP}+(?!до\b|на\b)\w+){{0,3}}"
            rf"(?:{GAP}+(?:с|со|от){GAP}+\d[^.;:!?\n]{{0,25}})?{GAP}+\Z",
            re.IGNORECASE,
        ),
        by=re.compile(rf"(?<!\w)на{GAP}+(?:[^\W\d]+{GAP}+)?\Z", re.IGNORECASE),
        reaching=re.compile(rf"{GAP}+до{GAP}+"),
        trend_before=re.compile(
            rf"(?<!\w)(?:({words(_RISES)})|({words(_FALLS)}))\w*"
            rf"(?:{GAP}+(?!(?:и|но|а|{words([*_RISES, *_FALLS])}))[^\W\d]\w*){{0,4}}{GAP}+\Z",
            re.IGNORECASE,
        ),
        came_from=re.compile(rf"{GAP}+(?:с|со){GAP}+"),
        reached=frozenset(("до", "вплоть до")),
    ),
    dates=DateWords(
        months=_MONTHS,
        patterns=tuple(
            re.compile(pattern)
            for pattern in (
                r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\w|-\d)",
                rf"(?P<day>{_DAY})\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>{_YEAR}){_OF_YEAR}?",
                rf"(?P<day>{_DAY})(?:{SPACE}?{DASH}{SPACE}?(?P<last_day>{_DAY}))?{GAP}+(?P<month>{_MONTH})"
                rf"(?:{GAP}+(?P<year>{_YEAR}){_OF_YEAR}?)?",
                rf"(?P<month>{_MONTH}){GAP}+(?P<year>{_YEAR}){_OF_YEAR}?",
                rf"(?P<half>перв\w+|втор\w+){GAP}+полугоди[иея]{GAP}+(?P<year>{_YEAR}){_OF_YEAR}?",
                rf"(?P<quarter>{words(_ORDINALS)}){GAP}+квартал[ае]?{GAP}+(?P<year>{_YEAR}){_OF_YEAR}?",
                rf"(?P<year>(?:19|20)\d0)-?(?P<decade>е|х|ые|ых){_OF_YEAR}?(?!\w)",
                rf"(?P<year>{_YEAR}){_OF_YEAR}?",
                rf"(?P<year>(?:19|20)\d\d)[-–/](?P<last_year>\d\d){_OF_YEAR}",
                rf"(?P<month>{_MONTH})",
            )
        ),
        parts=_PARTS,
        part_before=re.compile(rf"(?<!\w)({words(_PARTS)}){GAP}+\Z", re.IGNORECASE),
        part_here=re.compile(rf"({words(_PARTS)}){GAP}+", re.IGNORECASE),
        year_before=looking_back(
            phrases("конец|начало|середина|лето|осень|зима|весна|летом|осенью|зимой|весной")
        ),
        month_before=looking_back(phrases("в|с|до|к|от|после|по|в начале|в конце|в середине|конец|начало")),
    ),
    label=looking_back(
        phrases(
            """
        статья|статьи|ст.|раздел|глава|гл.|пункт|п.|пп.|страница|стр.|с.|рис.|таблица|
        табл.|№|резолюция|резолюции|резолюцией|приложение|хвасон|ту|су|миг|
        войсковая часть|в/ч
        """
        )
    ),
    noun=_read_noun,
)
