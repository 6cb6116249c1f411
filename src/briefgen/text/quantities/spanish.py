"""Spanish: the words by which its prose writes figures.

Spain writes 1.250,5 and Mexico 1,250.5: three digits behind one point or one comma are read as a group.
"""

from __future__ import annotations

from briefgen.text.quantities.patterns import listed
from briefgen.text.quantities.quantity import Approximation
from briefgen.text.quantities.western import Tongue, lexicon_of

_UNITS = listed("uno dos tres cuatro cinco seis siete ocho nueve")
_TEENS = listed("diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve")
_TWENTIES = listed(
    "veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho "
    "veintinueve"
)
_TENS = listed("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_HUNDREDS = listed(
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)


def _cardinals() -> dict[str, int]:
    """Numbers to a hundred, and round hundreds."""
    units = {word: value for value, word in enumerate(_UNITS, start=1)}
    found = {word: value for word, value in units.items() if value > 1}
    found |= {word: value for value, word in enumerate([*_TEENS, *_TWENTIES], start=10)}
    for value, ten in enumerate(_TENS, start=3):
        found[ten] = 10 * value
        found |= {f"{ten} y {unit}": 10 * value + more for unit, more in units.items()}
    found |= {f"{word[:-1]}a": value for word, value in found.items() if word.endswith("uno")}
    found |= {word[:-1]: value for word, value in found.items() if word.endswith(" uno")}
    found |= {word: 100 * value for value, word in enumerate(_HUNDREDS, start=1)}
    found |= {f"{word[:-2]}as": value for word, value in found.items() if word.endswith("ientos")}
    return found | {"veintiún": 21, "cien": 100}


SPANISH = lexicon_of(
    Tongue(
        dots_group=True,
        commas_group=True,
        cardinals=_cardinals(),
        scales={
            1_000: "mil",
            10**6: "millón|millones",
            10**9: "mil millones|millardo|millardos",
            10**12: "billón|billones",
        },
        vague={
            "decenas": (20, 99),
            "centenares": (200, 999),
            "cientos": (200, 999),
            "miles": (2_000, 999_999),
            "millones": (2 * 10**6, 10**9 - 1),
            "decenas de miles": (20_000, 99_999),
            "cientos de miles": (200_000, 999_999),
        },
        shares={
            "1/2": "mitad",
            "1/3": "un tercio|una tercera parte",
            "2/3": "dos tercios|dos terceras partes",
            "1/4": "un cuarto|una cuarta parte",
            "3/4": "tres cuartos|tres cuartas partes",
            "1/5": "un quinto|una quinta parte",
            "2/5": "dos quintos|dos quintas partes",
            "3/5": "tres quintos|tres quintas partes",
            "4/5": "cuatro quintos|cuatro quintas partes",
            "1/10": "un décimo|una décima parte",
            "3/10": "tres décimos|tres décimas partes",
            "9/10": "nueve décimos|nueve décimas partes",
        },
        turns={
            "2": "duplicó|duplicaron|duplicado|duplicada|duplicados|duplicar|duplicará",
            "3": "triplicó|triplicaron|triplicado|triplicada|triplicados|triplicar|triplicará",
            "4": "cuadruplicó|cuadruplicaron|cuadruplicado|cuadruplicar",
        },
        measures={
            "%": "%|por ciento",
            "pp": "punto porcentual|puntos porcentuales",
            "EUR": "€|euro|euros",
            "USD": "dólar|dólares|dólares estadounidenses",
            "MXN": "peso mexicano|pesos mexicanos",
            "CHF": "franco suizo|francos suizos",
            "GBP": "libra esterlina|libras esterlinas",
            "RUB": "rublo|rublos",
            "mm": "milímetro|milímetros",
            "cm": "centímetro|centímetros",
            "m": "metro|metros",
            "km": "kilómetro|kilómetros",
            "km²": "km²|km2|kilómetro cuadrado|kilómetros cuadrados",
            "m³": "m³|m3|metro cúbico|metros cúbicos",
            "ha": "hectárea|hectáreas",
            "l": "litro|litros",
            "kg": "kilo|kilos|kilogramo|kilogramos",
            "t": "tonelada|toneladas",
            "bbl": "barril|barriles",
            "kW": "kilovatio|kilovatios",
            "MW": "megavatio|megavatios",
            "GW": "gigavatio|gigavatios",
            "kWh": "kilovatio hora|kilovatios hora|kilovatio-hora|kilovatios-hora",
            "MWh": "megavatio hora|megavatios hora|megavatios-hora",
            "GWh": "gigavatio hora|gigavatios hora|gigavatios-hora",
            "TWh": "teravatio hora|teravatios hora|teravatios-hora",
            "second": "segundo|segundos",
            "minute": "minuto|minutos",
            "hour": "hora|horas",
            "day": "día|días",
            "week": "semana|semanas",
            "month": "mes|meses",
            "year": "año|años",
            "times": "vez|veces",
        },
        of_measures="de[ \u00a0\u202f]",
        before={
            Approximation.ABOUT: "unos|unas|cerca de|alrededor de|aproximadamente|en torno a",
            Approximation.NEARLY: "casi",
            Approximation.OVER: "más de|más tiempo que|por encima de|superior a|después de|tras",
            Approximation.UNDER: "menos de|por debajo de|inferior a|antes de",
            Approximation.AT_LEAST: "al menos|como mínimo|por lo menos|un mínimo de|desde",
            Approximation.AT_MOST: "como máximo|a lo sumo|un máximo de|hasta",
        },
        after={
            Approximation.ABOUT: "aproximadamente",
            Approximation.AT_LEAST: "o más|como mínimo",
            Approximation.AT_MOST: "o menos|como máximo",
        },
        between="entre",
        and_="y",
        from_="de",
        to="a|o",
        by="",
        reaching="",
        rises="aument|crec|subi|sube|ascend|increment|elev|pasó|pasa|duplic|triplic",
        falls="bajó|bajar|baja|cay|caí|cae|descend|disminu|reduc|reduj|retroced",
        climbs="aument|crec|creci|increment|duplic|triplic",
        sinks="disminu|reduj|reduc|retroced|descend",
        risen="más",
        fallen="menos",
        steps={"a": "end", "hasta": "end"},
        new_clause="y|pero|mientras|que|porque|o|después|antes",
        labels="artículo|artículos|art.|sección|capítulo|página|páginas|pág.|p.|n.º|nº|núm.|número|figura|tabla|"
        "anexo|resolución|párrafo|§|ley|decreto",
        months=(
            "enero|ene.",
            "febrero|feb.",
            "marzo|mar.",
            "abril|abr.",
            "mayo",
            "junio|jun.",
            "julio|jul.",
            "agosto|ago.",
            "septiembre|setiembre|sept.",
            "octubre|oct.",
            "noviembre|nov.",
            "diciembre|dic.",
        ),
        day_sign="(?:[.]?[ºo])?(?: de)?",
        ordinals=("primer|primero|primera", "segundo|segunda", "tercer|tercero", "cuarto"),
        half="semestre|mitad",
        quarter="trimestre",
        of_years="de|del año",
        parts={
            "early": "principios de|comienzos de|inicios de",
            "mid": "mediados de",
            "late": "finales de|fines de",
        },
        decade=r"(?<=década de )(?P<year>(?:19|20)\d0)(?!\w)",
        year_before="en|desde|hasta|antes de|después de|tras|a finales de|a principios de|a mediados de|año|"
        "verano de|invierno de|otoño de|primavera de|ejercicio|durante|para|de|a",
        month_before="en|desde|hasta|a finales de|a principios de|a mediados de|mes de|antes de|después de",
        before_dates="desde|antes de|después de|tras",
        per="por|al|a la|cada",
        rates={
            "second": "segundo",
            "hour": "hora",
            "day": "día",
            "week": "semana",
            "month": "mes",
            "year": "año",
            "head": "habitante|persona|cabeza",
        },
    )
)
