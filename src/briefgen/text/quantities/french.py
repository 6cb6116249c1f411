"""French: the words by which its prose writes figures."""

from __future__ import annotations

from briefgen.text.quantities.patterns import listed
from briefgen.text.quantities.quantity import Approximation
from briefgen.text.quantities.western import Tongue, lexicon_of

_UNITS = listed(
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
)
_TENS = {
    "vingt": (20, 9),
    "trente": (30, 9),
    "quarante": (40, 9),
    "cinquante": (50, 9),
    "soixante": (60, 19),
    "septante": (70, 9),
    "quatre-vingt": (80, 19),
    "huitante": (80, 9),
    "nonante": (90, 9),
}
"""What each is worth, and how much may be added to it."""


def _cardinals() -> dict[str, int]:
    """Numbers to a hundred, and round hundreds: "deux cents"."""
    units = {word: value for value, word in enumerate(_UNITS, start=1)}
    found = {word: value for word, value in units.items() if value > 1}
    for ten, (value, most) in _TENS.items():
        found[ten] = value
        for word, more in units.items():
            if more <= most:
                et = more in (1, 11) and value != 80
                found[f"{ten} et {word}" if et else f"{ten}-{word}"] = value + more
    found |= {word.replace(" ", "-"): value for word, value in found.items()}
    found |= {f"{word}e": value for word, value in found.items() if word.endswith(("-un", " un"))}
    hundreds = {f"{_UNITS[value - 1]} cent": 100 * value for value in range(2, 10)}
    return (
        found
        | hundreds
        | {f"{word}s": value for word, value in hundreds.items()}
        | {
            "quatre-vingts": 80,
            "cent": 100,
        }
    )


FRENCH = lexicon_of(
    Tongue(
        dots_group=False,
        commas_group=False,
        cardinals=_cardinals(),
        scales={
            1_000: "mille|millier|milliers",
            10**6: "million|millions|mio",
            10**9: "milliard|milliards|md|mds|mrd",
            10**12: "billion|billions",
        },
        vague={
            "dizaines": (20, 99),
            "centaines": (200, 999),
            "milliers": (2_000, 999_999),
            "millions": (2 * 10**6, 10**9 - 1),
            "milliards": (2 * 10**9, 10**12 - 1),
            "dizaines de milliers": (20_000, 99_999),
            "centaines de milliers": (200_000, 999_999),
            "dizaines de millions": (20 * 10**6, 99_999_999),
            "centaines de millions": (200 * 10**6, 999_999_999),
        },
        shares={
            "1/2": "moitié",
            "1/3": "un tiers",
            "2/3": "deux tiers",
            "1/4": "un quart",
            "3/4": "trois quarts",
            "1/5": "un cinquième",
            "2/5": "deux cinquièmes",
            "3/5": "trois cinquièmes",
            "4/5": "quatre cinquièmes",
            "1/10": "un dixième",
            "3/10": "trois dixièmes",
            "9/10": "neuf dixièmes",
        },
        turns={
            "2": "doublé|doublée|doublés|doublées|doubler|doublera|doublait",
            "3": "triplé|triplée|triplés|triplées|tripler|triplera|triplait",
            "4": "quadruplé|quadruplée|quadruplés|quadruplées|quadrupler",
        },
        measures={
            "%": "%|pour cent|p. 100",
            "pp": "point de pourcentage|points de pourcentage",
            "EUR": "€|euro|euros",
            "USD": "dollar|dollars|dollars américains",
            "CHF": "franc suisse|francs suisses",
            "GBP": "livre sterling|livres sterling",
            "RUB": "rouble|roubles",
            "mm": "millimètre|millimètres",
            "cm": "centimètre|centimètres",
            "m": "mètre|mètres",
            "km": "kilomètre|kilomètres",
            "km²": "km²|km2|kilomètre carré|kilomètres carrés",
            "m³": "m³|m3|mètre cube|mètres cubes",
            "ha": "hectare|hectares",
            "l": "litre|litres",
            "kg": "kilo|kilos|kilogramme|kilogrammes",
            "t": "tonne|tonnes",
            "bbl": "baril|barils",
            "kW": "kilowatt|kilowatts",
            "MW": "mégawatt|mégawatts",
            "GW": "gigawatt|gigawatts",
            "kWh": "kilowattheure|kilowattheures|kilowatt-heure|kilowatts-heure",
            "MWh": "mégawattheure|mégawattheures",
            "GWh": "gigawattheure|gigawattheures",
            "TWh": "térawattheure|térawattheures",
            "second": "seconde|secondes",
            "minute": "minute|minutes",
            "hour": "heure|heures",
            "day": "jour|jours",
            "week": "semaine|semaines",
            "month": "mois",
            "year": "an|ans|année|années",
            "times": "fois",
        },
        of_measures="d['’]|de[ \u00a0\u202f]",
        before={
            Approximation.ABOUT: "environ|quelque|à peu près|approximativement|autour de|aux alentours de|"
            "de l'ordre de",
            Approximation.NEARLY: "près de|presque",
            Approximation.OVER: "plus de|plus d'|plus d’|plus longtemps que|au-delà de|"
            "supérieur à|supérieure à|après",
            Approximation.UNDER: "moins de|moins d'|moins d’|inférieur à|inférieure à|avant",
            Approximation.AT_LEAST: "au moins|au minimum|un minimum de|depuis|dès",
            Approximation.AT_MOST: "au plus|au maximum|un maximum de|jusqu'à|jusqu’à|jusqu'en|jusqu’en|"
            "d'ici à|d’ici à|d'ici|d’ici",
        },
        after={
            Approximation.ABOUT: "environ",
            Approximation.AT_LEAST: "ou plus|au moins|au minimum",
            Approximation.AT_MOST: "ou moins|au plus|au maximum",
        },
        between="entre",
        and_="et",
        from_="de",
        to="à|ou",
        by="",
        reaching="",
        rises="pass|augment|grimp|mont|progress|bond|relev|port|hauss|croî",
        falls="baiss|recul|diminu|chut|tomb|rédui|ramen|descend",
        climbs="augment|grimp|progress|hauss|croî",
        sinks="baiss|recul|diminu|chut|tomb|rédui",
        risen="de plus",
        fallen="de moins",
        steps={"à": "end"},
        new_clause="et|mais|tandis|alors|que|qui|car|ou|après|avant",
        labels="article|articles|art.|section|chapitre|page|pages|p.|n°|no|nº|numéro|figure|tableau|annexe|"
        "résolution|alinéa|paragraphe|§|route|loi|décret",
        months=(
            "janvier|janv.",
            "février|févr.",
            "mars",
            "avril|avr.",
            "mai",
            "juin",
            "juillet|juil.",
            "août",
            "septembre|sept.",
            "octobre|oct.",
            "novembre|nov.",
            "décembre|déc.",
        ),
        day_sign="(?:er)?",
        ordinals=("premier|première", "deuxième|second|seconde", "troisième", "quatrième"),
        half="semestre|moitié",
        quarter="trimestre",
        of_years="de|de l'année|de l’année",
        parts={"early": "début|au début de", "mid": "mi|milieu|au milieu de", "late": "fin|à la fin de"},
        decade=r"(?<=années[ \u00a0])(?P<year>(?:19|20)\d0)(?!\w)",
        year_before="en|depuis|avant|après|dès|fin|début|mi|l'année|l’année|année|l'an|l’an|été|hiver|printemps|"
        "automne|d'ici|d’ici|d'ici à|d’ici à|jusqu'en|jusqu’en|vers|exercice|courant|à|de",
        month_before="en|depuis|fin|début|mi|de|d'|d’|au mois de|avant|après|dès",
        before_dates="avant|après|depuis|dès|jusqu'en|jusqu’en|d'ici à|d’ici à|d'ici|d’ici",
        per="par|à l'|à l’|chaque",
        rates={
            "second": "seconde",
            "hour": "heure",
            "day": "jour",
            "week": "semaine",
            "month": "mois",
            "year": "an|année",
            "head": "habitant|personne|tête",
        },
    )
)
