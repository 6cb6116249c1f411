"""The words by which English prose writes figures."""

from __future__ import annotations

from fractions import Fraction

from briefgen.text.quantities.lexicon import Vague
from briefgen.text.quantities.patterns import listed, phrases
from briefgen.text.quantities.quantity import Approximation, Kind

CARDINALS = {
    word: value
    for value, word in enumerate(
        listed(
            """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen
        """
        )
    )
} | {
    word: 10 * tens
    for tens, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}

SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
SHORT_SCALES = {
    "k": 1_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "m": 1_000_000,
    "bn": 1_000_000_000,
    "b": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
}

ORDINALS = {
    word: value
    for value, word in enumerate(
        listed(
            """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        """
        ),
        start=1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}

FRACTIONS = {
    "half": Fraction(1, 2),
    "halves": Fraction(1, 2),
    "third": Fraction(1, 3),
    "quarter": Fraction(1, 4),
    "fifth": Fraction(1, 5),
    "sixth": Fraction(1, 6),
    "seventh": Fraction(1, 7),
    "eighth": Fraction(1, 8),
    "tenth": Fraction(1, 10),
}


TURNS: dict[str, tuple[Kind, Fraction]] = {
    **dict.fromkeys(listed("twice doubled doubling twofold"), ("multiple", Fraction(2))),
    **dict.fromkeys(listed("thrice tripled tripling trebled trebling threefold"), ("multiple", Fraction(3))),
    **dict.fromkeys(listed("quadrupled quadrupling fourfold"), ("multiple", Fraction(4))),
    **dict.fromkeys(listed("quintupled quintupling fivefold"), ("multiple", Fraction(5))),
    **dict.fromkeys(listed("tenfold"), ("multiple", Fraction(10))),
    **dict.fromkeys(listed("halved halving"), ("fraction", Fraction(1, 2))),
}


def _vague(low: int, high: int) -> Vague:
    return Vague(low=Fraction(low), high=Fraction(high))


VAGUE = {
    "handful": _vague(2, 9),
    "dozens": _vague(24, 99),
    "hundreds": _vague(200, 999),
    "thousands": _vague(2_000, 999_999),
    "millions": _vague(2_000_000, 999_999_999),
    "billions": _vague(2_000_000_000, 999_999_999_999),
    "tens of thousands": _vague(20_000, 99_999),
    "hundreds of thousands": _vague(200_000, 999_999),
    "tens of millions": _vague(20_000_000, 99_999_999),
    "hundreds of millions": _vague(200_000_000, 999_999_999),
    "tens of billions": _vague(20_000_000_000, 99_999_999_999),
    "several dozen": _vague(24, 99),
    "several hundred": _vague(200, 999),
    "several thousand": _vague(2_000, 9_999),
    "several million": _vague(2_000_000, 9_999_999),
    "couple of dozen": _vague(18, 36),
    "couple of hundred": _vague(150, 300),
    "couple of thousand": _vague(1_500, 3_000),
    "couple of million": _vague(1_500_000, 3_000_000),
    "few dozen": _vague(24, 60),
    "few hundred": _vague(200, 999),
    "few thousand": _vague(2_000, 9_999),
    "few million": _vague(2_000_000, 9_999_999),
}

BEFORE = {
    Approximation.ABOUT: """
        about | around | roughly | approximately | approx. | approx | some | circa | ca. | c. |
        an estimated | estimated | estimated at | estimated at around | estimated at about |
        in the region of | of the order of | on the order of | somewhere around | estimates of |
        roughly about | in the order of | more or less | ~ | ≈ | ∼ | something like |
        an average of | averaging
        """,
    Approximation.OVER: """
        over | more than | above | in excess of | exceeding | exceeds | exceeded | greater than |
        upwards of | upward of | just over | well over | slightly more than | a little over | > |
        north of | larger than | higher than | longer than | after
        """,
    Approximation.AT_LEAST: """
        at least | no fewer than | not fewer than | no less than | not less than | a minimum of |
        minimum | at the very least | ≥ | >= | since
        """,
    Approximation.UNDER: """
        under | less than | fewer than | below | just under | just below | well under | < |
        lower than | smaller than | shorter than | short of | before
        """,
    Approximation.AT_MOST: """
        up to | at most | no more than | not more than | as many as | as much as | a maximum of |
        maximum of | at the most | ≤ | <= | not exceeding | by | until | as high as | as far as |  out to
        """,
    Approximation.NEARLY: "nearly|almost|close to|approaching|virtually|very nearly|not quite|nearing",
}
ESTIMATES = "an estimated | estimated | estimated at | estimates of | an average of | averaging"
"""Those of them that are no rounding: who writes "an estimated 44%" has a source that estimates 44."""
VERBS_UP_TO = listed("add adds added adding go goes went gone going come comes came coming")
VERBS_OVER = listed("hand hands handed handing turn turns turned turning")
"""Verbs whose "up to" and "over" bend no figure: "will go up to 9,535", "handed over 18 tanks"."""
AFTER = {
    Approximation.ABOUT: "or so|odd|or thereabouts|more or less|approximately",
    Approximation.AT_LEAST: "or more|and more|or above|or over|and above|or longer|+|plus|and up|or higher",
    Approximation.AT_MOST: "or less|or fewer|or under|or below|at most|or lower|or shorter",
}

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

PARTS = {
    "early": "early",
    "mid": "mid",
    "late": "late",
    "start of": "early",
    "beginning of": "early",
    "middle of": "mid",
    "end of": "late",
    "close of": "late",
    "start of the": "early",
    "beginning of the": "early",
    "middle of the": "mid",
    "end of the": "late",
}

LABELS = """
    section | sections | sect. | sec. | chapter | chapters | chap. | para | paragraph | paragraphs |
    para. | paras. | article | articles | art. | clause | page | pages | p. | pp. | fig. | figure |
    figures | table | tables | note | notes | no. | nos. | № | # | § | §§ | item | step | annex |
    appendix | part | volume | vol. | resolution | resolutions | unscr | phase | type | version |
    v. | room | level | flight | channel | route | highway | iso | rfc | office | bureau | unit |
    class | mark | mk | mk. | model | group | block | category | line | footnote | fn. | ref. |
    slide | exhibit | protocol | chapter vii | issue | grade | tier | schedule | rule | point |
    recital | directive | regulation | act | isbn | issn | doi | serial | case | docket | psalm |
    verse | gate | platform | apollo | boeing | airbus | falcon | soyuz | hwasong | pukguksong |
    nodong | rodong | taepodong | taepo dong | unha | iskander | kalibr | shahed | geran | lancet |
    bayraktar | leopard | abrams | challenger | windows | python | covid | sputnik | novichok |
    interstate | formula | study | area | district | ward | zone | battalion | regiment | utc |
    gmt | utc+ | gmt+ | camp | s&p | ftse | nasdaq | fortune | game | round | season | lap | seed |
    hill | sector | stage | proposition | prop. | berth | pier | terminal | nikkei | dax | imo | ifrs |
    expo | cop | plan | vision | agenda | runway | hangar | reactor | in week | in weeks | since week |
    until week | by week | from week | to week | of week | epidemiological week
    """

YEAR_BEFORE = """
        in | since | until | till | during | early | mid | late | circa | ca. | c. | year | years |
        fy | fiscal year | spring | summer | autumn | fall | winter | back in | as of | late in |
        early in | end of | start of | beginning of | middle of
        """
MONTH_BEFORE = (
    "in|since|until|till|during|by|of|from|before|after|early|mid|late|last|this|next|as of|between|through"
)


def _table(groups: dict[Approximation, str]) -> dict[str, Approximation]:
    return {phrase: meant for meant, listing in groups.items() for phrase in phrases(listing)}


BEFORE_TABLE = _table(BEFORE)
BEFORE_PHRASES = [phrase for phrase in BEFORE_TABLE if phrase[0] not in "~≈∼>≥<≤"]
AFTER_TABLE = _table(AFTER)
