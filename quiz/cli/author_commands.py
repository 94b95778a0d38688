"""The commands for authors: print a JSON Schema, start a pack, add a source."""

from pathlib import Path

import click

from quiz.cli.context import CliContext, CommandError, common_options


@click.command()
@click.argument("file", type=click.Choice(["questions", "sources"]), default="questions")
def schema(file: str) -> None:
    """Print the JSON Schema of question files or of sources.yaml, for editors."""
    from quiz.author.json_schema import schema_of

    click.echo(schema_of("sources" if file == "sources" else "questions"), nl=False)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Start a pack in a new or empty folder, with an example article, a question and schemas for editors."""
    from quiz.author.init_pack import init_pack
    from quiz.bank.atomic_write import WriteError
    from quiz.bank.printable import printable

    try:
        written = init_pack(folder)
    except WriteError as error:
        raise CommandError(str(error)) from error
    click.echo("\n".join(printable(str(path)) for path in written))
    click.echo(printable(f"Next: quiz check --watch {folder}"))


@click.command(name="add-source")
@common_options
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--id", "source_id", metavar="ID", help="The id that citations use; made from the file's name if not given."
)
@click.option("--title", metavar="T", help="The title of the article.")
@click.option("--label", metavar="L", help="The name to show if there is no title.")
@click.option("--publisher", metavar="P", help="Who published it.")
@click.option("--published", metavar="DATE", help="YYYY, YYYY-MM or YYYY-MM-DD.")
@click.pass_obj
def add_source(
    context: CliContext, file: Path, source_id: str | None, title: str | None, label: str | None,
    publisher: str | None, published: str | None,
) -> None:  # fmt: skip
    """Copy an article into a pack, unchanged, and add its entry to sources.yaml."""
    from quiz.author.add_source import NewSource
    from quiz.author.add_source import add_source as add
    from quiz.bank.atomic_write import WriteError

    new = NewSource(id=source_id, title=title, label=label, publisher=publisher, published=published)
    try:
        used_id = add(file, context.target_pack("An article goes"), new)
    except WriteError as error:
        raise CommandError(str(error)) from error
    click.echo(f"Cite it as {used_id}.")
