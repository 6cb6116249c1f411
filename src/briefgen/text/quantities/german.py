"""German: the words by which its prose writes figures."""

from __future__ import annotations

from briefgen.text.quantities.patterns import listed
from briefgen.text.quantities.quantity import Approximation
from briefgen.text.quantities.western import Tongue, lexicon_of

_UNITS = listed("ein zwei drei vier fünf sechs sieben acht neun")
_TEENS = listed("zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn")
_TENS = listed("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")


def _cardinals() -> dict[str, int]:
    """Numbers to a hundred, and round hundreds and thousands, which are single words too."""
    units = {word: value for value, word in enumerate(_UNITS, start=1)}
    plain = units | {word: value for value, word in enumerate(_TEENS, start=10)}
    joined: dict[str, int] = {}
    for value, ten in enumerate(_TENS, start=2):
        plain[ten] = 10 * value
        joined |= {f"{unit}und{ten}": 10 * value + more for unit, more in units.items()}
    hundreds = {f"{unit}hundert": 100 * value for unit, value in units.items()}
    thousands = {f"{word}tausend": 1_000 * value for word, value in plain.items()}
    found = plain | joined | hundreds | thousands | {"hundert": 100}
    del found["ein"]
    return found | {word.replace("ß", "ss"): value for word, value in found.items()}


GERMAN = lexicon_of(
    Tongue(
        dots_group=True,
        commas_group=False,
        cardinals=_cardinals(),
        scales={
            1_000: "tausend|tsd.|tsd",
            10**6: "million|millionen|mio.|mio",
            10**9: "milliarde|milliarden|mrd.|mrd",
            10**12: "billion|billionen",
        },
        vague={
            "dutzende": (24, 99),
            "hunderte": (200, 999),
            "tausende": (2_000, 9_999),
            "zehntausende": (20_000, 99_999),
            "hunderttausende": (200_000, 999_999),
            "millionen": (2 * 10**6, 10**9 - 1),
            "milliarden": (2 * 10**9, 10**12 - 1),
        },
        shares={
            "1/2": "hälfte",
            "1/3": "ein drittel|einem drittel|eines drittels",
            "2/3": "zwei drittel|zwei dritteln|zwei drittels",
            "1/4": "ein viertel|einem viertel|eines viertels",
            "3/4": "drei viertel|drei vierteln|dreiviertel",
            "1/5": "ein fünftel|einem fünftel",
            "2/5": "zwei fünftel|zwei fünfteln",
            "3/5": "drei fünftel|drei fünfteln",
            "4/5": "vier fünftel|vier fünfteln",
            "1/10": "ein zehntel|einem zehntel",
            "3/10": "drei zehntel|drei zehnteln",
            "9/10": "neun zehntel|neun zehnteln",
        },
        turns={
            "2": "verdoppelt|verdoppelte|verdoppelten|verdoppeln",
            "3": "verdreifacht|verdreifachte|verdreifachten|verdreifachen",
            "4": "vervierfacht|vervierfachte|vervierfachten|vervierfachen",
            "1/2": "halbiert|halbierte|halbierten|halbieren",
        },
        measures={
            "%": "%|prozent|v. h.",
            "pp": "prozentpunkt|prozentpunkte|prozentpunkten",
            "EUR": "€|euro",
            "USD": "dollar|us-dollar",
            "CHF": "franken|schweizer franken",
            "GBP": "pfund sterling",
            "RUB": "rubel",
            "mm": "millimeter",
            "cm": "zentimeter",
            "m": "meter|metern",
            "km": "kilometer|kilometern",
            "km²": "km²|quadratkilometer|quadratkilometern",
            "m³": "m³|kubikmeter|kubikmetern",
            "ha": "hektar",
            "l": "liter|litern",
            "kg": "kilo|kilogramm",
            "t": "tonne|tonnen",
            "bbl": "barrel|fass",
            "kW": "kilowatt",
            "MW": "megawatt",
            "GW": "gigawatt",
            "kWh": "kilowattstunde|kilowattstunden",
            "MWh": "megawattstunde|megawattstunden",
            "GWh": "gigawattstunde|gigawattstunden",
            "TWh": "terawattstunde|terawattstunden",
            "second": "sekunde|sekunden",
            "minute": "minute|minuten",
            "hour": "stunde|stunden",
            "day": "tag|tage|tagen",
            "week": "woche|wochen",
            "month": "monat|monate|monaten",
            "year": "jahr|jahre|jahren",
            "times": "mal|-fach|fach",
        },
        of_measures="",
        before={
            Approximation.ABOUT: "etwa|rund|ungefähr|circa|ca.|zirka|in etwa",
            Approximation.NEARLY: "fast|knapp|nahezu|beinahe|beinah",
            Approximation.OVER: "über|mehr als|länger als|höher als|größer als|gut|nach",
            Approximation.UNDER: "unter|weniger als|kürzer als|niedriger als|kleiner als|vor",
            Approximation.AT_LEAST: "mindestens|wenigstens|zumindest|ab|seit",
            Approximation.AT_MOST: "höchstens|maximal|bis zu|bis",
        },
        after={
            Approximation.AT_LEAST: "oder mehr|und mehr",
            Approximation.AT_MOST: "oder weniger",
        },
        between="zwischen",
        and_="und",
        from_="von",
        to="bis|auf|oder",
        by="um",
        reaching="auf",
        rises="stieg|gestiegen|steig|wuchs|wachs|erhöh|kletter|zunahm|angehoben|verdoppel|verdreifach|vervielfach",
        falls="sank|gesunken|sink|fiel|gefallen|fall|verringer|reduzier|senk|abnahm|schrumpf|halbier",
        climbs="stieg|gestiegen|steig|wuchs|wachs|erhöh|kletter|verdoppel|verdreifach",
        sinks="sank|gesunken|sink|fiel|fällt|verringer|reduzier|senk|schrumpf|halbier",
        risen="gestiegen|gewachsen|erhöht|geklettert|zugenommen|angehoben|mehr|höher",
        fallen="gesunken|gefallen|zurückgegangen|verringert|reduziert|geschrumpft|zurück|weniger|niedriger|geringer",
        steps={"von": "start", "auf": "end", "um": "size"},
        new_clause="und|aber|während|doch|dass|weil|als|nach|vor|oder|sowie",
        labels="artikel|art.|§|paragraf|paragraph|absatz|abs.|abschnitt|kapitel|kap.|seite|seiten|s.|nr.|nummer|"
        "abbildung|abb.|tabelle|tab.|anlage|anhang|resolution|ziffer",
        months=(
            "januar|jänner|jan.",
            "februar|feb.",
            "märz",
            "april|apr.",
            "mai",
            "juni",
            "juli",
            "august|aug.",
            "september|sept.",
            "oktober|okt.",
            "november|nov.",
            "dezember|dez.",
        ),
        day_sign="[.]?",
        ordinals=("erste|ersten|erstes", "zweite|zweiten|zweites", "dritte|dritten", "vierte|vierten"),
        half="halbjahr|halbjahres|hälfte",
        quarter="quartal|quartals|vierteljahr",
        of_years="des jahres|von",
        parts={"early": "anfang", "mid": "mitte", "late": "ende"},
        decade=r"(?P<year>(?:19|20)\d0)er(?:[- ]?[Jj]ahren?)?(?!\w)",
        year_before="im jahr|im jahre|jahr|jahre|seit|bis|ab|anfang|ende|mitte|sommer|winter|frühjahr|"
        "frühling|herbst|in|vor|nach|von|für|geschäftsjahr",
        month_before="im|seit|bis|ab|anfang|ende|mitte|vom|am|vor|nach",
        before_dates="seit|ab|bis|vor|nach",
        per="pro|je|im|in der",
        rates={
            "second": "sekunde",
            "hour": "stunde",
            "day": "tag",
            "week": "woche",
            "month": "monat",
            "year": "jahr",
            "head": "kopf|einwohner|person",
        },
    )
)
