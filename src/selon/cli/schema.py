"""`selon schema`: the shape of what selon prints."""

from __future__ import annotations

import typer

from selon.cli.messages import reported

schema = typer.Typer(help="The shape of what selon prints, as JSON Schema.", no_args_is_help=True)


@schema.callback()
def _group() -> None:
    """The shape of what selon prints, as JSON Schema."""


@schema.command("reading")
def reading() -> None:
    """Print the JSON Schema (2020-12) of one line of `selon read --format jsonl`.

    [dim]$[/] selon schema reading > reading.schema.json
    """
    from selon.exports.json import indented_of
    from selon.exports.schema import reading_schema

    with reported():
        typer.echo(indented_of(reading_schema()))
