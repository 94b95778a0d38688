"""The commands that show a pack: `quiz list` its questions, `quiz coverage` the sentences without one."""

from pathlib import Path

import click

from quiz.cli.context import FOLDER, CliContext, CommandError, common_options


@click.command(name="list")
@common_options
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def list_questions(context: CliContext, format_name: str) -> None:
    """List all questions, each citation with its passage in the article's own words."""
    from quiz.bank import listing

    bank = context.bank()
    if not bank.questions and format_name == "text":
        raise CommandError("The bank has no playable question. `quiz check` shows why.")
    click.echo(listing.as_json(bank) if format_name == "json" else listing.as_text(bank))


@click.command()
@common_options
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=FOLDER)
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def coverage(context: CliContext, paths: tuple[Path, ...], format_name: str) -> None:
    """Show the sentences of the sources that no question quotes yet."""
    from quiz.author.coverage import as_json, as_text

    bank = context.bank(paths)
    if not bank.sources and format_name == "text":
        raise CommandError("The pack has no readable source. `quiz check` shows why.")
    click.echo(as_json(bank) if format_name == "json" else as_text(bank))
