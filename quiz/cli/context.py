"""The options that every command has, before or after its name: packs, folders, the player."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from quiz.cli.progress_line import progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.bank.bank import Bank
    from quiz.bank.cache.pack_cache import PackCache
    from quiz.bank.pack_library import PackLibrary
    from quiz.lint.report import Report
    from quiz.records.records import Records
    from quiz.settings.settings import Settings
    from quiz.settings.store import Preferences
    from quiz.settings.validators import SettingsProblem, Validators

EXIT_MISUSE = 2
"""The exit code for wrong usage, and for a command that cannot be carried out."""

FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
"""The type of an argument that is an existing folder."""


class CommandError(click.ClickException):
    """An error that the user can correct; the message says how, in one line. The exit code is ``EXIT_MISUSE``."""

    exit_code = EXIT_MISUSE


class CliContext:
    """The values of the common options, and the packs, records and settings that they select."""

    named_packs: tuple[Path, ...] = ()
    """The packs of ``--pack``."""
    data_dir: Path | None = None
    config_dir: Path | None = None
    cache_dir: Path | None = None
    player: str = ""
    drafts: bool = False

    def __init__(self) -> None:
        self.overrides: dict[str, Any] = {}
        """Settings for this run only, by name."""

    @property
    def packs(self) -> tuple[Path, ...]:
        """The packs of ``--pack``, else the current folder if it is a pack; empty for the built-in pack."""
        return self.named_packs or ((Path(),) if Path("seeds", "sources.yaml").is_file() else ())

    def bank(self, paths: tuple[Path, ...] = ()) -> "Bank":
        """The bank of the packs at ``paths``, or of ``packs`` if there are none."""
        from quiz.bank.cache.open_packs import open_bank

        with progress() as show:
            return open_bank(paths or self.packs, self.cache, drafts=self.drafts, progress=show)

    def report(self, paths: tuple[Path, ...] = (), *, cached: bool = True) -> "Report":
        """The linter's report on the packs at ``paths``, or on ``packs`` if there are none.

        Without ``cached``, the cache is neither read nor written.
        """
        from quiz.lint.cached_report import check_packs

        with progress() as show:
            return check_packs(paths or self.packs, self.cache if cached else None, drafts=self.drafts, progress=show)

    def target_pack(self, what: str) -> Path:
        """The pack to write to: that of ``--pack``, else the current folder if it is a pack.

        ``what`` is the beginning of the error message: what is written, and a verb, as in "Questions go".

        Raises:
            CommandError: ``--pack`` names several packs, or names none and the current folder is not a pack.
        """
        if len(self.named_packs) > 1:
            raise CommandError(f"{what} into one pack: name one with --pack DIR.")
        if not self.named_packs and not Path("seeds").is_dir():
            raise CommandError(
                "This folder is not a pack: name one with --pack DIR, or start one with `quiz init DIR`."
            )
        return self.named_packs[0] if self.named_packs else Path()

    def library(self) -> "PackLibrary":
        """The packs in play, and those that can be selected instead: in the data folder, and the built-in pack."""
        from quiz.bank.pack_library import open_library
        from quiz.bank.pack_paths import builtin_pack

        others = () if self.named_packs else (builtin_pack(),)
        folder = None if self.data_folder is None else self.data_folder / "packs"
        with progress() as show:
            return open_library(
                self.packs, folder, offered=others, drafts=self.drafts, cache=self.cache, progress=show
            )

    def records(self) -> "Records":
        """The records in the data folder.

        Raises:
            RecordsError: they cannot be used, or the user has no home folder.
        """
        from quiz.records.records import Records, RecordsError

        if self.data_folder is None:
            raise RecordsError("There is no home folder for the records: name a folder with --data-dir.")
        return Records(self.data_folder, self.player)

    @property
    def data_folder(self) -> Path | None:
        """The folder of ``--data-dir``, else the user's data folder; None if the user has no home folder."""
        if self.data_dir is not None:
            return self.data_dir
        from platformdirs import user_data_path

        return _user_folder(user_data_path)

    @property
    def cache(self) -> "PackCache | None":
        """The cache in the folder of ``--cache-dir``, else in the user's; None if the user has no home folder."""
        from quiz.bank.cache.pack_cache import PackCache

        if self.cache_dir is not None:
            return PackCache(self.cache_dir)
        from platformdirs import user_cache_path

        folder = _user_folder(user_cache_path)
        return None if folder is None else PackCache(folder)

    @property
    def config_folder(self) -> Path | None:
        """The folder of ``--config-dir``, else the user's; None if the user has no home folder."""
        if self.config_dir is not None:
            return self.config_dir
        from platformdirs import user_config_path

        return _user_folder(user_config_path)

    def preferences(
        self, validators: "Validators | None" = None, declared: "type[Settings] | None" = None
    ) -> "Preferences":
        """The settings of the config folder, overridden by those of the command line.

        Without ``validators``, any word is accepted as a theme and any key for a binding. ``declared`` is the class
        that declares the settings.

        Raises:
            CommandError: the command line gives a setting an invalid value.
        """
        from quiz.settings.overrides import InvalidOverrideError, apply_overrides, environment_defaults
        from quiz.settings.settings import Settings
        from quiz.settings.store import Preferences, SettingsFile
        from quiz.settings.validators import Validators

        validators = validators or Validators()
        settings = environment_defaults(declared or Settings, os.environ, validators)
        problems: list[SettingsProblem] = []
        file = None
        if self.config_folder is not None:
            file = SettingsFile(self.config_folder, validators, settings)
            settings, problems = file.read()
        try:
            return Preferences(apply_overrides(settings, self.overrides, validators), problems, file)
        except InvalidOverrideError as error:
            raise CommandError(str(error)) from error


def _user_folder(find: "Callable[..., Path]") -> Path | None:
    """The user's folder that a function of platformdirs returns; None if the user has no home folder."""
    try:
        folder = find("quiz", appauthor=False)
    except RuntimeError:
        return None
    return folder if folder.is_absolute() else None  # older releases of platformdirs leave a ~ as it is


def common_options(command: Any) -> Any:
    """A decorator that adds the options for packs, drafts, the player, and the folders of records and cache."""
    packs = click.option(
        "--pack", "packs", multiple=True, metavar="DIR", type=FOLDER, envvar="QUIZ_PACK", expose_value=False,
        callback=_store_packs,
        help="A pack to use instead of the current folder or the built-in pack; may be repeated.",
    )  # fmt: skip
    drafts = click.option(
        "--drafts", is_flag=True, envvar="QUIZ_DRAFTS", expose_value=False, callback=_store_drafts,
        help="Include drafts: questions without a source.",
    )  # fmt: skip
    data_dir = click.option(
        "--data-dir", metavar="DIR", type=click.Path(path_type=Path), envvar="QUIZ_DATA_DIR", expose_value=False,
        callback=_store_data_dir, help="The folder of the records.",
    )  # fmt: skip
    player = click.option(
        "--player", metavar="NAME", envvar="QUIZ_PLAYER", expose_value=False, callback=_store_player,
        help="The player whose records are used; several players can share one folder.",
    )  # fmt: skip
    cache_dir = click.option(
        "--cache-dir", metavar="DIR", type=click.Path(path_type=Path, readable=False), envvar="QUIZ_CACHE_DIR",
        expose_value=False, callback=_store_cache_dir, help="The folder of the cache; safe to delete.",
    )  # fmt: skip
    return packs(drafts(data_dir(player(cache_dir(command)))))


def _is_overridden(context: click.Context, parameter: click.Parameter, earlier: object) -> bool:
    """Whether an option before the command overrides this value, which comes from the environment."""
    source = context.get_parameter_source(parameter.name or "")
    return bool(earlier) and source is ParameterSource.ENVIRONMENT


def _store_packs(context: click.Context, parameter: click.Parameter, packs: tuple[Path, ...]) -> None:
    cli_context = context.ensure_object(CliContext)
    if packs and not _is_overridden(context, parameter, cli_context.named_packs):
        cli_context.named_packs = packs


def _store_drafts(context: click.Context, _: click.Parameter, drafts: bool) -> None:
    cli_context = context.ensure_object(CliContext)
    cli_context.drafts = cli_context.drafts or drafts


def _store_data_dir(context: click.Context, parameter: click.Parameter, folder: Path | None) -> None:
    cli_context = context.ensure_object(CliContext)
    if folder and not _is_overridden(context, parameter, cli_context.data_dir):
        cli_context.data_dir = folder


def _store_cache_dir(context: click.Context, parameter: click.Parameter, folder: Path | None) -> None:
    cli_context = context.ensure_object(CliContext)
    if folder and not _is_overridden(context, parameter, cli_context.cache_dir):
        cli_context.cache_dir = folder


def store_config_dir(context: click.Context, parameter: click.Parameter, folder: Path | None) -> None:
    """A callback that stores the config folder, unless an option before the command overrides it."""
    cli_context = context.ensure_object(CliContext)
    if folder and not _is_overridden(context, parameter, cli_context.config_dir):
        cli_context.config_dir = folder


def _store_player(context: click.Context, parameter: click.Parameter, name: str | None) -> None:
    cli_context = context.ensure_object(CliContext)
    if name is not None and not _is_overridden(context, parameter, cli_context.player):
        cli_context.player = _player_name(name)


def _player_name(name: str) -> str:
    from quiz.records.player_name import MAX_NAME_LENGTH, player_name

    cleaned = player_name(name)
    if not cleaned:
        raise click.BadParameter(f"a player's name has 1 to {MAX_NAME_LENGTH} visible letters.")
    return cleaned
