"""Every code that briefgen can report, explained. The reference page docs/rules.md is made from here."""

from __future__ import annotations

from briefgen.checking.catalogue import estimative, evidence, figures, files, input
from briefgen.checking.catalogue.rule_text import RuleText

CATALOGUE: dict[str, RuleText] = {
    rule.code: rule
    for rule in sorted(
        (*input.RULES, *evidence.RULES, *figures.RULES, *estimative.RULES, *files.RULES),
        key=lambda rule: rule.code,
    )
}
"""All rules by code."""

SETTABLE = frozenset(code for code, rule in CATALOGUE.items() if rule.settable)
"""The codes whose severity an outline may set."""

GUARDED = frozenset(code for code in CATALOGUE if code.startswith("AN") and code not in SETTABLE) - {"AN312"}
"""The codes of quotations that do not hold: no brief is built with one, whoever asks for it."""


def explain(code: str) -> str:
    """A rule in full, for a terminal. Raises KeyError for an unknown code."""
    rule = CATALOGUE[code]
    standing = "its severity can be set under checks" if rule.settable else "it cannot be softened"
    return (
        f"{rule.code}: {rule.title} ({rule.severity}; {standing})\n\n"
        f"Why      {rule.why}\nExample  {rule.example}\nRemedy   {rule.remedy}"
    )


def as_markdown() -> str:
    """All rules as a reference page."""
    parts = [
        "# Rules\n\nEvery finding carries a code. `briefgen explain CODE` prints what stands here. "
        "A brief may set the severity of the rules marked “settable”, with a reason:\n\n"
        "```yaml\nchecks:\n  EV103: {severity: off, because: only one source is admitted in this series}\n```"
    ]
    for rule in CATALOGUE.values():
        settable = ", settable" if rule.settable else ""
        parts.append(
            f"## {rule.code} {rule.title}\n\n*{rule.severity}{settable}.* {rule.why}\n\n"
            f"- Example: {_as_code(rule.example)}\n- Remedy: {_escaped(rule.remedy)}"
        )
    return "\n\n".join(parts) + "\n"


def _as_code(text: str) -> str:
    fence = "``" if "`" in text else "`"
    return f"{fence} {text} {fence}" if "`" in text else f"{fence}{text}{fence}"


def _escaped(text: str) -> str:
    return text.replace("<", "\\<").replace("[", "\\[")
