"""The commands that show a pack: its questions, and what no question asks about yet."""

from pathlib import Path

import click

from quiz.cli.context import FOLDER, CliContext, Refused, common_options


@click.command(name="list")
@common_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def list_questions(choices: CliContext, form: str) -> None:
    """List all questions, each citation with its passage in the article's own words."""
    from quiz.bank import listing

    bank = choices.bank()
    if not bank.questions and form == "text":
        raise Refused("The bank has no question that can be played. `quiz check` says why.")
    click.echo(listing.as_json(bank) if form == "json" else listing.as_text(bank))


@click.command()
@common_options
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=FOLDER)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def coverage(choices: CliContext, paths: tuple[Path, ...], form: str) -> None:
    """Show the sentences of the sources that no question quotes yet."""
    from quiz.author import coverage as found

    bank = choices.bank(paths)
    if not bank.sources and form == "text":
        raise Refused("The pack has no source that can be read. `quiz check` says why.")
    click.echo(found.as_json(bank) if form == "json" else found.as_text(bank))
