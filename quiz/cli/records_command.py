"""The command that lists the records."""

import click

from quiz.cli.context import CliContext, common_options


@click.command()
@common_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def records(choices: CliContext, form: str) -> None:
    """List your best results and the games you have played."""
    from contextlib import closing
    from datetime import UTC, datetime

    from quiz.bank.printable import printable
    from quiz.records import records_export
    from quiz.records.overview import overview
    from quiz.records.records import RecordsError

    try:
        with closing(choices.records()) as saved:
            whole = overview(saved, datetime.now(UTC))
    except RecordsError as error:
        raise click.ClickException(str(error)) from error
    if saved.damage_notice is not None:
        click.echo(printable(saved.damage_notice), err=True)
    click.echo(records_export.as_json(whole, choices.bank()) if form == "json" else records_export.as_text(whole))
