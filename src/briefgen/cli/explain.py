"""`briefgen explain`: a rule in full."""

from __future__ import annotations

import click

from briefgen.cli.reporting import WRONG_INPUT, fail


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain the rule CODE: why it is there, an example, the remedy. Without CODE, list all rules."""
    from briefgen.checking.catalogue import CATALOGUE, explain

    if code is None:
        for name, rule in CATALOGUE.items():
            click.echo(f"{name}  {rule.severity:<8} {rule.title}")
        return
    wanted = code.upper()
    if wanted not in CATALOGUE:
        from briefgen.text.did_you_mean import did_you_mean

        hint = did_you_mean(wanted, CATALOGUE, "“briefgen explain” lists all rules")
        fail(f"no rule is called {code}; {hint}", WRONG_INPUT)
    click.echo(explain(wanted))
