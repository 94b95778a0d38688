"""`quiz check`: report problems of packs, once or on every save, and fix what has only one possible fix."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli.context import EXIT_MISUSE, FOLDER, CliContext, CommandError, common_options
from quiz.lint.render import FORMATS, Format, render

if TYPE_CHECKING:
    from quiz.author.file_fix import FileFix
    from quiz.lint.report import Report

EXIT_PROBLEMS = 1
"""The exit code if there are errors, warnings that count as errors, or unwritten fixes."""


@click.command()
@common_options
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=FOLDER)
@click.option("--format", "format_name", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--explain", metavar="CODE", help="Explain a rule by its code or name; 'all' for every rule.")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl-C.")
@click.option(
    "--fix", is_flag=True, help="Fix whatever has only one possible fix: typography of quotes, ids, SHA-256."
)
@click.option("--diff", is_flag=True, help="Show what --fix changes; without --fix, write nothing.")
@click.pass_obj
def check(
    context: CliContext, paths: tuple[Path, ...], format_name: Format, strict: bool, explain: str | None, watch: bool,
    fix: bool, diff: bool,
) -> None:  # fmt: skip
    """Report every problem of a pack: the current folder if it is one, else the built-in pack.

    Exit code 0: no errors, 1: errors (or warnings with --strict), 2: misuse.
    """
    if explain is not None:
        return _explain(explain)
    if (watch or diff) and (format_name != "text" or (watch and (fix or diff))):
        raise CommandError("--watch and --diff can be combined neither with --format nor with each other.")
    paths = paths or context.packs
    if watch:
        return _watch(context, paths)
    if fix or diff:
        _fix(paths, write=fix, show=diff, err=format_name != "text")
    if fix or not diff:
        _check(context, paths, format_name, strict)
    return None


def _explain(code: str) -> None:
    from quiz.lint.explain import explain
    from quiz.lint.registry import RULES, find_rule

    rules = list(RULES.values()) if code == "all" else [find_rule(code)]
    if rules[0] is None:
        raise CommandError(f"There is no rule {code!r}. `quiz check --explain all` lists them.")
    click.echo("\n\n".join(explain(rule) for rule in rules if rule is not None))


def _check(context: CliContext, paths: tuple[Path, ...], format_name: Format, strict: bool) -> None:
    report = _report(context, paths)
    rendered = _render(paths, report, format_name)
    if rendered:
        click.echo(rendered)
    if report.fails(strict=strict):
        sys.exit(EXIT_PROBLEMS)


def _report(context: CliContext, paths: tuple[Path, ...], *, cached: bool = True) -> "Report":
    """The linter's report, which also compares the difficulty of questions with the answers in the records."""
    report, folder = context.report(paths, cached=cached), context.data_folder
    if folder is None or not any(folder.glob("*.sqlite3")):  # most packs are checked where nobody has played
        return report
    from quiz.bank.measured_difficulty import MIN_ANSWERS
    from quiz.records.players_share import shares_without_records

    shares = shares_without_records(folder)
    if not any(share.answers >= MIN_ANSWERS for share in shares.values()):
        return report
    from quiz.lint.difficulty_rule import with_players_share

    return with_players_share(report, context.bank(paths).questions, shares)


def _render(paths: tuple[Path, ...], report: "Report", format_name: Format) -> str:
    """The report as text in a format. Excerpts are as wide as the terminal."""
    from quiz.bank.pack_paths import pack_locations
    from quiz.lint.excerpt import Excerpts

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 100
    return render(report, format_name, Excerpts(pack_locations(paths), width))


def _watch(context: CliContext, paths: tuple[Path, ...]) -> None:
    from quiz.author.file_watcher import watch_saves
    from quiz.bank.pack_paths import pack_locations
    from quiz.bank.printable import printable

    roots = [root for root, _ in pack_locations(paths)]
    try:
        for _ in watch_saves(roots):
            rendered = _render(paths, _report(context, paths, cached=False), "text")
            click.clear()
            click.echo(f"{rendered}\nWatching {printable(', '.join(map(str, roots)))}; press Ctrl-C to stop.")
    except KeyboardInterrupt:
        click.echo()


def _fix(paths: tuple[Path, ...], *, write: bool, show: bool, err: bool) -> None:
    """Write the fixes, show them as a diff, or both.

    Exits with an error if a file cannot be written. Without ``write``, exits as ``diff`` does. ``err`` sends the
    lines about fixes to standard error, to keep them out of the report.
    """
    from quiz.author.fix import find_fixes
    from quiz.bank.pack_paths import pack_locations
    from quiz.bank.printable import printable

    file_fixes = [file_fix for root, shown in pack_locations(paths) for file_fix in find_fixes(root, shown)]
    if show:
        diff = "".join(file_fix.diff() for file_fix in file_fixes)
        # Only a terminal gets printable text. In a file or a pipe, the diff is a patch and must be exact.
        click.echo(printable(diff, keep_lines=True) if sys.stdout.isatty() else diff.encode(), nl=False)
    failed = False
    for file_fix in file_fixes:
        written = write and _write(file_fix, err=err)
        failed |= write and not written
        for unfixed in file_fix.unfixed:
            place = unfixed.place_after if written else unfixed.place
            click.echo(printable(f"{place}: not fixed: {unfixed.reason}"), err=err or show)
    if failed:
        sys.exit(EXIT_MISUSE)
    if not write:
        _exit_like_diff(file_fixes)


def _write(file_fix: "FileFix", *, err: bool) -> bool:
    """Write a fixed file and print what changed, or why it cannot be written. Returns whether it could be written."""
    from quiz.bank.atomic_write import WriteError
    from quiz.bank.printable import printable

    try:
        if file_fix.fixes:
            file_fix.write()
    except WriteError as error:
        click.echo(printable(f"Error: {error}"), err=True)
        return False
    for fix in file_fix.fixes:
        click.echo(printable(f"{fix.place}: fixed: {fix.message}"), err=err)
    return True


def _exit_like_diff(file_fixes: "list[FileFix]") -> None:
    """Print the number of possible fixes; as `diff` does, exit with 1 if there are any."""
    count = sum(len(file_fix.fixes) for file_fix in file_fixes)
    if count:
        click.echo(f"Possible fixes: {count}. Run `quiz check --fix` to write them.", err=True)
        sys.exit(EXIT_PROBLEMS)
    click.echo("Nothing to fix.", err=True)
