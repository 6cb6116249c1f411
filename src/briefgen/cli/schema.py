"""`briefgen schema`: the outline's format for editors."""

from __future__ import annotations

import json

import click


@click.command("schema")
@click.option("--register", is_flag=True, help="The source register's format instead.")
def command(register: bool) -> None:
    """Print the outline's format as a JSON Schema, with which editors complete and check it."""
    from briefgen.outline.format.schema import outline_schema, register_schema

    schema = register_schema() if register else outline_schema()
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))
