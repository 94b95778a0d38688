"""`quiz records`: list best results and played games."""

import click

from quiz.cli.context import CliContext, common_options


@click.command()
@common_options
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def records(context: CliContext, format_name: str) -> None:
    """List your best results and the games you have played."""
    from contextlib import closing
    from datetime import UTC, datetime

    from quiz.bank.printable import printable
    from quiz.records import records_export
    from quiz.records.overview import overview
    from quiz.records.records import RecordsError

    try:
        with closing(context.records()) as store:
            summary = overview(store, datetime.now(UTC))
    except RecordsError as error:
        raise click.ClickException(str(error)) from error
    if store.damage_notice is not None:
        click.echo(printable(store.damage_notice), err=True)
    if format_name == "json":
        click.echo(records_export.as_json(summary, context.bank()))
    else:  # without answers, no pack is read
        click.echo(records_export.as_text(summary, context.bank() if summary.answers else None))
