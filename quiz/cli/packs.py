"""The commands about a pack: check it, list it, see what is not asked yet."""

import sys
from pathlib import Path

import click

from quiz.cli.choices import FOLDER, Choices, Refused, everywhere

FOUND_PROBLEMS = 1
"""The exit code of a pack with problems."""


@click.command()
@everywhere
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=FOLDER)
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Let warnings count as errors do.")
@click.option("--explain", metavar="CODE", help="Explain a rule by its code or name; 'all' for every rule.")
@click.pass_obj
def check(choices: Choices, paths: tuple[Path, ...], form: str, strict: bool, explain: str | None) -> None:
    """Report every problem of a pack. Exit code 0: no errors, 1: errors (or, if strict, warnings), 2: misuse."""
    from quiz.bank import report
    from quiz.bank.checks.rulebook import RULES

    if explain is not None:
        rules = list(RULES.values()) if explain == "all" else [report.find_rule(explain)]
        if rules[0] is None:
            raise Refused(f"There is no rule {explain!r}. `quiz check --explain all` lists them.")
        click.echo("\n\n".join(report.explain(rule) for rule in rules if rule is not None))
        return
    bank = choices.bank(paths, thorough=True)
    if form == "json":
        click.echo(report.as_json(bank))
    else:
        line = report.as_github if form == "github" else report.as_text
        for problem in bank.problems:
            click.echo(line(problem))
        if form == "text":
            click.echo("\n".join(report.closing(bank)))
    if any(strict or problem.is_error for problem in bank.problems):
        sys.exit(FOUND_PROBLEMS)


@click.command(name="list")
@everywhere
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def list_questions(choices: Choices, form: str) -> None:
    """List the bank, each citation with its passage in the article's own words."""
    from quiz.bank import listing

    bank = choices.bank()
    if not bank.questions and form == "text":
        raise Refused("The bank has no question that can be played. `quiz check` says why.")
    click.echo(listing.as_json(bank) if form == "json" else listing.as_text(bank))


@click.command()
@everywhere
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=FOLDER)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def coverage(choices: Choices, paths: tuple[Path, ...], form: str) -> None:
    """Show which sentences of the sources no question quotes yet."""
    from quiz.bank import coverage as found

    bank = choices.bank(paths)
    if not bank.sources and form == "text":
        raise Refused("The pack has no source that can be read. `quiz check` says why.")
    click.echo(found.as_json(bank) if form == "json" else found.as_text(bank))
