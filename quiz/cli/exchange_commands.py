"""The commands that import questions from other formats and export them."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli.context import CliContext, CommandError, common_options
from quiz.cli.filter_options import filter_options
from quiz.cli.lazy_help import LazyHelpOption, export_help, import_help

if TYPE_CHECKING:
    from quiz.author.question_draft import QuestionDraft
    from quiz.exchange.formats import Format
    from quiz.exchange.importer import ImportResult

EXIT_INCOMPLETE = 1
"""The exit code if some questions could not be imported or exported."""
_FILE = click.Path(path_type=Path)


def _known_format(_: click.Context, __: click.Parameter, name: str | None) -> str | None:
    """A callback that checks the name of a format. Formats are imported only if a name is given."""
    if name is None:
        return None
    from quiz.exchange.formats import FORMATS

    if name not in FORMATS:
        raise click.BadParameter(f"there is no format {name!r}; the formats: {', '.join(FORMATS)}.")
    return name


@click.command(name="import")
@common_options
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=_FILE)
@click.option("--format", "format_name", metavar="F", callback=_known_format,
              cls=LazyHelpOption, make_help=import_help)  # fmt: skip
@click.option("--to", metavar="NAME.yaml", type=_FILE, help="The new file in the pack's questions/ folder.")
@click.pass_obj
def import_questions(context: CliContext, files: tuple[Path, ...], format_name: str | None, to: Path | None) -> None:
    """Import questions from other formats as drafts.

    Exit code 0: all were imported, 1: some were not, 2: misuse.
    """
    from quiz.bank.printable import printable
    from quiz.exchange.importer import ReadError, import_file

    root = context.target_pack("Questions go")
    try:
        results = [import_file(path, format_name) for path in files]
    except ReadError as error:
        raise CommandError(str(error)) from error
    targets = _targets(root, files, to)
    for target in targets:
        if os.path.lexists(target):
            raise CommandError(f"{target} already exists; name a new file with --to.")
    groups = [results] if len(targets) == 1 else [[result] for result in results]
    for target, group in zip(targets, groups, strict=True):
        for line in _import_into(root, target, group):
            click.echo(printable(line))
    if any(result.skipped for result in results):
        sys.exit(EXIT_INCOMPLETE)


def _targets(root: Path, files: tuple[Path, ...], to: Path | None) -> list[Path]:
    """The file to write: that of ``--to``, else one for each imported file."""
    from quiz.author.slug import slug, unused_id
    from quiz.bank.files import is_question_file, resolved

    folder = root / "questions"
    if to is None:
        names: list[str] = []
        for path in files:
            names.append(unused_id(slug(path.stem, "imported"), names))
        return [folder / f"{name}.yaml" for name in names]
    parent = resolved(to.parent)
    inside = to.parent in (Path(), Path("questions")) or (parent is not None and parent == resolved(folder))
    if not inside or not is_question_file(to.name):
        raise CommandError("--to names a YAML file in the pack's questions/ folder, such as questions/trivia.yaml.")
    return [folder / to.name]


def _import_into(root: Path, target: Path, results: Sequence["ImportResult"]) -> list[str]:
    """Assign ids to the questions and write them to a new file. Returns the lines of the report."""
    from quiz.author.slug import UniqueIds
    from quiz.bank.pack_loader import read_pack
    from quiz.exchange.importer import assign_ids, report_lines

    ids = UniqueIds(read_pack(root).taken_ids)
    results = [assign_ids(result, ids) for result in results]
    written = _write_drafts(root, target, results)
    return [*(line for result in results for line in report_lines(result)), *written]


def _write_drafts(root: Path, target: Path, results: Sequence["ImportResult"]) -> list[str]:
    """Write the questions as drafts to a new file, if there are any. Returns the lines of the report."""
    from quiz.bank.atomic_write import WriteError, create_file
    from quiz.bank.files import MOST_BYTES
    from quiz.bank.pack_loader import read_pack
    from quiz.exchange.draft_file import question_file

    drafts: list[QuestionDraft] = [question.draft for result in results for question in result.questions]
    if not drafts:
        return []
    origin = ", ".join(f"{Path(result.file).name} ({result.format.title})" for result in results)
    data = question_file(drafts, origin).encode()
    if len(data) > MOST_BYTES:
        raise CommandError(f"{target} would be larger than {MOST_BYTES // 1024 // 1024} MiB: import fewer at a time.")
    try:
        target.parent.mkdir(exist_ok=True)
        create_file(target, data)
    except OSError as error:
        raise CommandError(f"{target.parent} cannot be created: {error.strerror}.") from error
    except WriteError as error:
        raise CommandError(str(error)) from error
    command = f"quiz --drafts --pack {root}" if root != Path() else "quiz --drafts"
    lines = [f"{target}: {_counted(len(drafts), 'draft')} written. Play them with `{command}`."]
    problems = (problem for problem in read_pack(root).problems if problem.place.file == f"questions/{target.name}")
    unplayable = len({problem.question for problem in problems if problem.is_error})
    if unplayable:
        lines.append(f"{unplayable} of them must be fixed before they can be played: run `quiz check`.")
    return lines


@click.command(name="export")
@common_options
@click.option("--format", "format_name", metavar="F", callback=_known_format,
              cls=LazyHelpOption, make_help=export_help)  # fmt: skip
@click.option("--out", metavar="FILE", type=_FILE, help="The file to write; without it, the questions are printed.")
@click.option("--force", is_flag=True, help="Overwrite a file that exists.")
@filter_options
@click.pass_obj
def export(
    context: CliContext,
    /,
    format_name: str | None,
    out: Path | None,
    *,
    force: bool,
    **filters: tuple[str, ...],
) -> None:
    """Export questions to other formats.

    Exit code 0: all were written, 1: some were not, 2: misuse.
    """
    from quiz.bank.printable import printable
    from quiz.exchange.anki import MissingPackageError
    from quiz.exchange.lossy_export import loss_line
    from quiz.game.deal import Filters, matching

    output_format = _output_format(format_name, out)
    questions = matching(context.bank().questions, Filters(**filters))
    if not questions:
        raise CommandError("No question matches. `quiz list` shows all questions.")
    try:
        content, losses = output_format.write(questions)
    except MissingPackageError as error:
        raise CommandError(str(error)) from error
    left_out = {name for loss in losses if loss.drops_questions for name in loss.ids}
    for loss in losses:
        click.echo(printable(loss_line(loss, output_format.title)), err=True)
    if len(left_out) == len(questions):
        raise CommandError(f"{output_format.title} cannot hold any of these questions.")
    if out is None:
        _print(content)
    else:
        _save(out, content if isinstance(content, bytes) else content.encode(), force=force)
        count = _counted(len(questions) - len(left_out), "question")
        click.echo(printable(f"{out}: {count} written as {output_format.title}."), err=True)
    if left_out:
        sys.exit(EXIT_INCOMPLETE)


def _output_format(name: str | None, out: Path | None) -> "Format":
    """The format with a name, else that of the file to write, else CSV."""
    from quiz.exchange.formats import FORMATS, by_name

    if name is None and out is not None:
        by_suffix = by_name(out.name)
        if by_suffix is None:
            raise CommandError(f"The name {out} does not tell the format; add --format: {', '.join(FORMATS)}.")
        return by_suffix
    if name == "anki" and out is None:
        raise CommandError("An Anki package is not text: name a file to write with --out cards.apkg.")
    return FORMATS[name or "csv"]


def _print(content: str | bytes) -> None:
    """Print an export: as printable text on a terminal, with its exact content to a file or a pipe."""
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
            raise CommandError(f"{out} already exists; --force overwrites it.")
        else:
            old, problems = read_bytes(out, str(out))
            if old is None:
                raise CommandError(f"{out}: {problems[0].message}")
            replace_file(out, data, old)
    except WriteError as error:
        raise CommandError(str(error)) from error


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
