"""The commands that import questions from other formats and export them."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli.context import CliContext, Refused, common_options
from quiz.cli.late_help import LateHelp, export_help, import_help
from quiz.cli.question_filters import filtered

if TYPE_CHECKING:
    from quiz.author.question_draft import QuestionDraft
    from quiz.exchange.formats import Format
    from quiz.exchange.importer import ImportResult

NOT_ALL = 1
"""The exit code where some questions could not be imported or exported."""
_FILE = click.Path(path_type=Path)


def _known_format(_: click.Context, __: click.Parameter, name: str | None) -> str | None:
    """A format by its name. The names are looked up when one is given: they need not be loaded for every command."""
    if name is None:
        return None
    from quiz.exchange.formats import FORMATS

    if name not in FORMATS:
        raise click.BadParameter(f"there is no format {name!r}; the formats: {', '.join(FORMATS)}.")
    return name


@click.command(name="import")
@common_options
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=_FILE)
@click.option("--format", "form", metavar="F", callback=_known_format,
              cls=LateHelp, make_help=import_help)  # fmt: skip
@click.option("--to", metavar="NAME.yaml", type=_FILE, help="The new file in the pack's questions/ folder.")
@click.pass_obj
def import_questions(choices: CliContext, files: tuple[Path, ...], form: str | None, to: Path | None) -> None:
    """Import questions from other formats as drafts.

    Exit code 0: all were imported, 1: some were not, 2: misuse.
    """
    from quiz.bank.printable import printable
    from quiz.exchange.importer import ReadError, import_file

    root = choices.one_pack("Questions go")
    try:
        results = [import_file(path, form) for path in files]
    except ReadError as error:
        raise Refused(str(error)) from error
    targets = _targets(root, files, to)
    for target in targets:
        if os.path.lexists(target):
            raise Refused(f"{target} is there already; name a new file with --to.")
    groups = [results] if len(targets) == 1 else [[result] for result in results]
    for target, group in zip(targets, groups, strict=True):
        for line in _import_into(root, target, group):
            click.echo(printable(line))
    if any(result.skipped for result in results):
        sys.exit(NOT_ALL)


def _targets(root: Path, files: tuple[Path, ...], to: Path | None) -> list[Path]:
    """The file that is written, or one for each that is read."""
    from quiz.author.slug import slug, unused
    from quiz.bank.files import is_question_file, resolved

    folder = root / "questions"
    if to is None:
        names: list[str] = []
        for path in files:
            names.append(unused(slug(path.stem, "imported"), names))
        return [folder / f"{name}.yaml" for name in names]
    there = resolved(to.parent)
    inside = to.parent in (Path(), Path("questions")) or (there is not None and there == resolved(folder))
    if not inside or not is_question_file(to.name):
        raise Refused("--to names a file of the pack's questions/ folder: questions/trivia.yaml, say.")
    return [folder / to.name]


def _import_into(root: Path, target: Path, results: Sequence["ImportResult"]) -> list[str]:
    """Give the questions ids and write them to a new file. Returns the lines of the report."""
    from quiz.author.slug import UniqueIds
    from quiz.bank.pack_loader import read_pack
    from quiz.exchange.importer import assign_ids, report_lines

    ids = UniqueIds(read_pack(root).ids)
    results = [assign_ids(result, ids) for result in results]
    written = _write_drafts(root, target, results)
    return [*(line for result in results for line in report_lines(result)), *written]


def _write_drafts(root: Path, target: Path, results: Sequence["ImportResult"]) -> list[str]:
    """Write the questions as drafts to a new file, if there are any. Returns the lines of the report."""
    from quiz.bank.atomic_write import WriteError, create_file
    from quiz.bank.files import MOST_BYTES
    from quiz.bank.pack_loader import read_pack
    from quiz.exchange.draft_file import question_file

    drafts: list[QuestionDraft] = [one.draft for result in results for one in result.questions]
    if not drafts:
        return []
    origin = ", ".join(f"{Path(one.file).name} ({one.format.title})" for one in results)
    data = question_file(drafts, origin).encode()
    if len(data) > MOST_BYTES:
        raise Refused(f"{target} would be larger than {MOST_BYTES // 1024 // 1024} MiB: import fewer at a time.")
    try:
        target.parent.mkdir(exist_ok=True)
        create_file(target, data)
    except OSError as error:
        raise Refused(f"{target.parent} cannot be made: {error.strerror}.") from error
    except WriteError as error:
        raise Refused(str(error)) from error
    plays = f"quiz --drafts --pack {root}" if root != Path() else "quiz --drafts"
    lines = [f"{target}: {_counted(len(drafts), 'draft')} written. `{plays}` plays them."]
    here = (one for one in read_pack(root).problems if one.place.file == f"questions/{target.name}")
    wrong = len({one.question for one in here if one.is_error})
    if wrong:
        lines.append(f"{wrong} of them must be mended before they can be played: `quiz check` says how.")
    return lines


@click.command(name="export")
@common_options
@click.option("--format", "form", metavar="F", callback=_known_format,
              cls=LateHelp, make_help=export_help)  # fmt: skip
@click.option("--out", metavar="FILE", type=_FILE, help="The file to write; printed to the terminal if not given.")
@click.option("--force", is_flag=True, help="Overwrite a file that exists.")
@filtered
@click.pass_obj
def export(
    choices: CliContext, /, form: str | None, out: Path | None, *, force: bool, **filters: tuple[str, ...]
) -> None:
    """Export questions to other formats.

    Exit code 0: all were written, 1: some could not be, 2: misuse.
    """
    from quiz.bank.printable import printable
    from quiz.exchange.anki import MissingPackageError
    from quiz.exchange.lossy_export import loss_line
    from quiz.game.deal import Filters, matching

    wanted = _wanted_format(form, out)
    questions = matching(choices.bank().questions, Filters(**filters))
    if not questions:
        raise Refused("There is no such question. `quiz list` shows those that there are.")
    try:
        content, losses = wanted.write(questions)
    except MissingPackageError as error:
        raise Refused(str(error)) from error
    left_out = {name for loss in losses if loss.whole for name in loss.ids}
    for loss in losses:
        click.echo(printable(loss_line(loss, wanted.title)), err=True)
    if len(left_out) == len(questions):
        raise Refused(f"{wanted.title} has no place for any of them.")
    if out is None:
        _print(content)
    else:
        _save(out, content if isinstance(content, bytes) else content.encode(), force=force)
        count = _counted(len(questions) - len(left_out), "question")
        click.echo(printable(f"{out}: {count} written as {wanted.title}."), err=True)
    if left_out:
        sys.exit(NOT_ALL)


def _wanted_format(name: str | None, out: Path | None) -> "Format":
    from quiz.exchange.formats import FORMATS, by_name

    if name is None and out is not None:
        form = by_name(out.name)
        if form is None:
            raise Refused(f"{out} does not say which format is meant; say it with --format: {', '.join(FORMATS)}.")
        return form
    if name == "anki" and out is None:
        raise Refused("Anki's package is no text: say where to write it with --out cards.apkg.")
    return FORMATS[name or "csv"]


def _print(content: str | bytes) -> None:
    """Print it; what acts on a terminal stays as it is only where it does not reach one."""
    from quiz.bank.printable import printable

    if isinstance(content, str) and sys.stdout.isatty():
        click.echo(printable(content, keep_lines=True), nl=False)
    else:
        sys.stdout.buffer.write(content if isinstance(content, bytes) else content.encode())


def _save(out: Path, data: bytes, *, force: bool) -> None:
    from quiz.bank.atomic_write import WriteError, create_file, replace_file
    from quiz.bank.files import read_bytes

    try:
        if not os.path.lexists(out):
            create_file(out, data)
        elif not force:
            raise Refused(f"{out} is there already; --force writes over it.")
        else:
            was, problems = read_bytes(out, str(out))
            if was is None:
                raise Refused(f"{out}: {problems[0].message}")
            replace_file(out, data, was)
    except WriteError as error:
        raise Refused(str(error)) from error


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
