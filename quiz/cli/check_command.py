"""The command that checks packs, once or whenever a file is saved, and fixes whatever has only one possible fix."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli.context import FOLDER, MISUSE, CliContext, Refused, common_options
from quiz.lint.render import FORMATS, Format, render

if TYPE_CHECKING:
    from quiz.author.file_fix import FileFix
    from quiz.lint.report import Report

FOUND_PROBLEMS = 1
"""The exit code of a pack with problems."""


@click.command()
@common_options
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=FOLDER)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Let warnings count as errors do.")
@click.option("--explain", metavar="CODE", help="Explain a rule by its code or name; 'all' for every rule.")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl-C.")
@click.option(
    "--fix", is_flag=True, help="Fix whatever has only one possible fix: typography of quotes, ids, SHA-256."
)
@click.option("--diff", is_flag=True, help="Show what --fix changes; without --fix, write nothing.")
@click.pass_obj
def check(
    context: CliContext, paths: tuple[Path, ...], form: Format, strict: bool, explain: str | None, watch: bool,
    fix: bool, diff: bool,
) -> None:  # fmt: skip
    """Report every problem of a pack: of the current folder if it is one, else of the built-in pack.

    Exit code 0: no errors, 1: errors (or, if strict, warnings), 2: misuse.
    """
    if explain is not None:
        return _explain(explain)
    if (watch or diff) and (form != "text" or (watch and (fix or diff))):
        raise Refused("--watch and --diff are for reading: they go with neither --format nor one another.")
    paths = paths or context.packs
    if watch:
        return _watch(context, paths)
    if fix or diff:
        _fix(paths, write=fix, show=diff, err=form != "text")
    if fix or not diff:
        _check(context, paths, form, strict)
    return None


def _explain(code: str) -> None:
    from quiz.lint.explain import explain
    from quiz.lint.registry import RULES, find_rule

    rules = list(RULES.values()) if code == "all" else [find_rule(code)]
    if rules[0] is None:
        raise Refused(f"There is no rule {code!r}. `quiz check --explain all` lists them.")
    click.echo("\n\n".join(explain(rule) for rule in rules if rule is not None))


def _check(context: CliContext, paths: tuple[Path, ...], form: Format, strict: bool) -> None:
    report = context.report(paths)
    rendered = _render(paths, report, form)
    if rendered:
        click.echo(rendered)
    if report.fails(strict=strict):
        sys.exit(FOUND_PROBLEMS)


def _render(paths: tuple[Path, ...], report: "Report", form: Format) -> str:
    """The report in a format; excerpts are as wide as the terminal."""
    from quiz.bank.pack_paths import pack_locations
    from quiz.lint.excerpt import Excerpts

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 100
    return render(report, form, Excerpts(pack_locations(paths), width))


def _watch(context: CliContext, paths: tuple[Path, ...]) -> None:
    from quiz.author.file_watcher import saves
    from quiz.bank.pack_paths import pack_locations
    from quiz.bank.printable import printable

    roots = [root for root, _ in pack_locations(paths)]
    try:
        for _ in saves(roots):
            said = _render(paths, context.report(paths, cached=False), "text")
            click.clear()
            click.echo(f"{said}\nWatching {printable(', '.join(map(str, roots)))}; Ctrl-C ends.")
    except KeyboardInterrupt:
        click.echo()


def _fix(paths: tuple[Path, ...], *, write: bool, show: bool, err: bool) -> None:
    """Fix the packs, or only show the difference; exits where that fails or, if only shown, where there is one.

    ``err`` sends the lines about it to standard error, where they cannot get into the report.
    """
    from quiz.author.fix import find_fixes
    from quiz.bank.pack_paths import pack_locations
    from quiz.bank.printable import printable

    fixes = [one for root, shown in pack_locations(paths) for one in find_fixes(root, shown)]
    if show:
        difference = "".join(one.diff() for one in fixes)
        for_people = sys.stdout.isatty()  # else it is a patch, of which nothing may be lost
        click.echo(printable(difference, keep_lines=True) if for_people else difference.encode(), nl=False)
    failed = False
    for one in fixes:
        written = write and _write(one, err=err)
        failed |= write and not written
        for unfixed in one.unfixed:
            click.echo(
                printable(f"{unfixed.place_after if written else unfixed.place}: left: {unfixed.why}"),
                err=err or show,
            )
    if failed:
        sys.exit(MISUSE)
    if not write:
        _exit_as_shown(fixes)


def _write(fix: "FileFix", *, err: bool) -> bool:
    """Write a fixed file and say what changed, or why it cannot be written; whether it is written."""
    from quiz.bank.atomic_write import WriteError
    from quiz.bank.printable import printable

    try:
        if fix.fixes:
            fix.write()
    except WriteError as error:
        click.echo(printable(f"Error: {error}"), err=True)
        return False
    for one in fix.fixes:
        click.echo(printable(f"{one.place}: mended: {one.what}"), err=err)
    return True


def _exit_as_shown(fixes: "list[FileFix]") -> None:
    """Say how much could be fixed; as `diff` does, end with 1 where that is anything."""
    count = sum(len(one.fixes) for one in fixes)
    if count:
        click.echo(f"To be mended: {count}. `quiz check --fix` does it.", err=True)
        sys.exit(FOUND_PROBLEMS)
    click.echo("There is nothing to mend.", err=True)
