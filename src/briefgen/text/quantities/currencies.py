"""Currencies by their signs and codes, which stand beside figures in any language."""

from __future__ import annotations

import re

from briefgen.text.quantities.patterns import SPACE

SIGNS = {
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₩": "KRW",
    "₽": "RUB",
    "₴": "UAH",
    "₹": "INR",
    "US $": "USD",
    "HK$": "HKD",
    "NT$": "TWD",
    "NZ$": "NZD",
    "S$": "SGD",
    "R$": "BRL",
    "RMB": "CNY",
}
CODES = (
    *("USD", "EUR", "GBP", "JPY", "KRW", "KPW", "RUB", "UAH", "CNY", "INR", "CHF", "AUD", "CAD", "NZD"),
    *("HKD", "TWD", "SGD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "TRY", "ILS", "BRL", "MXN", "ZAR"),
    *("SAR", "AED", "IRR"),
)

_SIGN = rf"(?:(?<!\w)(?:{'|'.join((*CODES, 'RMB', 'US ?[$]', '(?:A|C|S|R|HK|NT|NZ)[$]'))})|[$€£¥₩₽₴₹])"
CURRENCY_BEFORE = re.compile(rf"{_SIGN}{SPACE}?\Z")
BEFORE_DIGITS = re.compile(rf"[-−]?(?:{_SIGN}{SPACE}?)?(?=\d)")
"""A minus and a currency before the digits of a range's second end; both may be missing."""


def currency(sign: str) -> str:
    """The ISO 4217 code of a currency sign or code."""
    return SIGNS.get(sign, sign)
