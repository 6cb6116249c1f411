"""The units, currencies and rates of English prose, by the words and signs that stand for them."""

from __future__ import annotations

from briefgen.text.quantities.currencies import CODES as CURRENCIES
from briefgen.text.quantities.patterns import listed

MEASURES_BY_WORD = {
    "mm": "millimetre millimetres millimeter millimeters",
    "cm": "centimetre centimetres centimeter centimeters",
    "m": "metre metres meter meters",
    "km": "kilometre kilometres kilometer kilometers kms",
    "ft": "foot feet",
    "in": "inch inches",
    "yd": "yard yards",
    "mi": "mile miles",
    "nmi": "nautical-mile nautical-miles",
    "μm": "micrometre micrometres micron microns",
    "nm": "nanometre nanometres nanometer nanometers",
    "ha": "hectare hectares",
    "acre": "acres",
    "l": "litre litres liter liters",
    "ml": "millilitre millilitres milliliter milliliters",
    "bbl": "barrel barrels",
    "gal": "gallon gallons",
    "μg": "microgram micrograms",
    "mg": "milligram milligrams",
    "g": "gram grams gramme grammes",
    "kg": "kilogram kilograms kilo kilos kgs",
    "t": "tonne tonnes",
    "ton": "ton tons",
    "lb": "lbs pound pounds",
    "oz": "ounce ounces",
    "km/h": """
        kph kmh km-per-hour kilometres-an-hour kilometres-per-hour kilometers-an-hour kilometers-per-hour
        """,
    "mph": "miles-an-hour miles-per-hour",
    "m/s": "metres-per-second meters-per-second metres-a-second meters-a-second",
    "kn": "knot knots",
    "Mach": "",
    "W": "watt watts",
    "kW": "kilowatt kilowatts",
    "MW": "megawatt megawatts",
    "GW": "gigawatt gigawatts",
    "TW": "terawatt terawatts",
    "hp": "horsepower",
    "kWh": "kilowatt-hour kilowatt-hours",
    "MWh": "megawatt-hour megawatt-hours",
    "GWh": "gigawatt-hour gigawatt-hours",
    "TWh": "terawatt-hour terawatt-hours",
    "V": "volt volts",
    "kV": "kilovolt kilovolts",
    "kt": "kiloton kilotons kilotonne kilotonnes",
    "Mt": "megaton megatons megatonne megatonnes",
    "Gt": "gigaton gigatons gigatonne gigatonnes",
    "mbar": "millibar millibars",
    "kPa": "kilopascal kilopascals",
    "MPa": "megapascal megapascals",
    "Hz": "hertz",
    "°": "degree degrees",
    "°C": "degrees-celsius celsius degrees-centigrade degree-celsius",
    "°F": "degrees-fahrenheit fahrenheit",
    "%": "percent per-cent pct",
    "pp": "percentage-point percentage-points percent-points pps ppts ppt",
    "bp": "basis-point basis-points bps",
    "USD": "dollar dollars us-dollar us-dollars",
    "EUR": "euro euros",
    "GBP": "pounds-sterling sterling",
    "JPY": "yen",
    "KRW": "won south-korean-won",
    "KPW": "north-korean-won",
    "RUB": "ruble rubles rouble roubles",
    "UAH": "hryvnia hryvnias hryvnya",
    "CNY": "yuan renminbi",
    "INR": "rupee rupees",
    "CHF": "swiss-francs swiss-franc francs franc",
    "SEK": "swedish-kronor swedish-krona",
    "NOK": "norwegian-kroner norwegian-krone",
    "DKK": "danish-kroner danish-krone",
    "PLN": "zloty zlotys",
    "TRY": "lira liras",
    "ILS": "shekel shekels",
    "BRL": "reais",
    "ZAR": "rand",
    "second": "second seconds",
    "minute": "minute minutes",
    "hour": "hour hours",
    "day": "day days",
    "week": "week weeks",
    "month": "month months",
    "year": "year years",
    "decade": "decade decades",
    "century": "century centuries",
    "times": "times fold",
    "km²": "square-kilometre square-kilometres square-kilometer square-kilometers",
    "m²": "square-metre square-metres square-meter square-meters",
    "mi²": "square-mile square-miles",
    "m³": "cubic-metre cubic-metres cubic-meter cubic-meters",
    "km³": "cubic-kilometre cubic-kilometres cubic-kilometer cubic-kilometers",
    "BC": "bc bce",
}
SYMBOLS = {
    symbol: symbol
    for symbol in listed(
        """
        nm μm mm cm m km ft mi nmi ha acre ml l bbl mcm bcm ng μg mg g kg t lb oz km/h mph kn m/s W kW MW
        GW TW kWh MWh GWh TWh V kV kt Mt Gt kB MB GB TB Hz kHz MHz GHz hPa kPa MPa mbar bar mmHg % ‰ pp bp
        ° °C °F km² m² m³ km³ € £ $
        """
    )
} | {
    "€": "EUR",
    "£": "GBP",
    "$": "USD",
    "L": "l",
    "mL": "ml",
    "µg": "μg",
    "mcg": "μg",
    "µm": "μm",
    "km3": "km³",
    "m3": "m³",
    "sq km": "km²",
    "sq mi": "mi²",
    "km2": "km²",
    "m2": "m²",
    "min": "minute",
    "mins": "minute",
    "secs": "second",
    "h": "hour",
    "hr": "hour",
    "hrs": "hour",
    "yr": "year",
    "yrs": "year",
    "p.c.": "%",
    "x": "times",
    "×": "times",
}
CODES = {code: code for code in CURRENCIES} | {"RMB": "CNY"}
MEASURE_WORDS = {
    form.replace("-", " "): symbol for symbol, forms in MEASURES_BY_WORD.items() for form in forms.split()
}
"""A space in them may be a hyphen in the text: "square-kilometre"."""

EACH = {
    spelt: unit
    for unit, forms in {
        "kWh": "kWh kilowatt-hour",
        "MWh": "MWh megawatt-hour",
        "kg": "kg kilogram kilogramme kilo",
        "km": "km kilometre kilometer",
        "ha": "ha hectare",
        "l": "l L litre liter",
        "dl": "dl dL decilitre deciliter",
        "ml": "ml mL millilitre milliliter",
        "m²": "m² m2 square-metre square-meter",
        "m³": "m³ m3 cubic-metre cubic-meter",
    }.items()
    for form in forms.split()
    for spelt in (form, form.replace("-", " "))
}
"""Measures that other measures and prices are given for: "143 g/kWh", "€12 per square metre"."""

RATES = {
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "d": "day",
    "annum": "year",
    "head": "head",
    "capita": "head",
    "person": "person",
    "soldier": "soldier",
    "shell": "shell",
    "unit": "unit",
    "barrel": "barrel",
    "tonne": "tonne",
    "ton": "ton",
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
    "annual": "year",
    "apiece": "unit",
    "100,000 people": "100,000 people",
}
TIMES = {
    "once": "",
    "one time": "",
    **dict.fromkeys(("twice", "two times", "2 times"), "twice"),
    **dict.fromkeys(("thrice", "three times", "3 times"), "three times"),
    **dict.fromkeys(("four times", "4 times"), "four times"),
}
"""How often in the time of a rate, once going without saying: "25 mg twice a day" are not 25 mg a day."""
