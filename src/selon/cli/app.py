"""`selon`: news reports as a sourced chronology, from the command line.

What a command needs is imported when it runs, so that `--help` answers at once.
"""

from __future__ import annotations

from typing import Annotated

import typer

from selon.cli.lang import lang
from selon.cli.read import read
from selon.cli.schema import schema
from selon.version import VERSION

app = typer.Typer(
    name="selon",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read")(read)
app.add_typer(schema, name="schema")
app.add_typer(lang, name="lang")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"selon {VERSION}")
        raise typer.Exit


@app.callback()
def selon(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Who did what to whom, when and where, [bold]according to whom[/], and how sure.

    selon reads news articles and prints a sourced chronology.  Every cell leads back to the words of the article and to the line of the
    lexicon that decided it.  Nothing leaves this machine.
    """


def main() -> None:
    """Entry point of the `selon` command."""
    app()


if __name__ == "__main__":
    main()
