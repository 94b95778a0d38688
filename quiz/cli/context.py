"""The options that every command has, before or after its name: the packs, the folders, the player."""

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

MISUSE = 2
"""The exit code for wrong usage, and for what cannot be done."""


FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


class Refused(click.ClickException):
    """An error of the user's, in one line."""

    exit_code = MISUSE


class CliContext:
    """The values of the common options, and what a command gets by them: packs, records, settings."""

    named: tuple[Path, ...] = ()
    """The packs of ``--pack``."""
    data_dir: Path | None = None
    config_dir: Path | None = None
    cache_dir: Path | None = None
    player: str = ""
    drafts: bool = False

    def __init__(self) -> None:
        self.overrides: dict[str, Any] = {}
        """Settings for this run only, by their names."""

    @property
    def packs(self) -> tuple[Path, ...]:
        """The packs of ``--pack``, else the current folder if it is a pack; empty for the built-in pack."""
        return self.named or ((Path(),) if Path("seeds", "sources.yaml").is_file() else ())

    def bank(self, paths: tuple[Path, ...] = ()) -> "Bank":
        """The bank of the packs at ``paths``, or of those that were chosen."""
        from quiz.bank.cache.open_packs import open_bank

        with progress() as show:
            return open_bank(paths or self.packs, self.cache, drafts=self.drafts, progress=show)

    def report(self, paths: tuple[Path, ...] = (), *, cached: bool = True) -> "Report":
        """All that is wrong with the packs at ``paths``, or with those that were chosen.

        Unless it is to be ``cached``, it is neither taken out of the cache nor put there.
        """
        from quiz.lint.cached_report import check_packs

        with progress() as show:
            return check_packs(paths or self.packs, self.cache if cached else None, drafts=self.drafts, progress=show)

    def one_pack(self, what: str) -> Path:
        """The pack that ``what`` goes into: that of ``--pack``, else the current folder if it is a pack.

        Raises:
            Refused: ``--pack`` names several, or the current folder is not a pack either.
        """
        if len(self.named) > 1:
            raise Refused(f"{what} into one pack: name one with --pack DIR.")
        if not self.named and not Path("seeds").is_dir():
            raise Refused("This folder is no pack: name one with --pack DIR, or start one with `quiz init DIR`.")
        return self.named[0] if self.named else Path()

    def shelf(self) -> "PackLibrary":
        """The packs in play, and the others that can be chosen: those in the data folder and the built-in pack."""
        from quiz.bank.pack_library import open_library
        from quiz.bank.pack_paths import builtin_pack

        offered = () if self.named else (builtin_pack(),)
        found = None if self.data_folder is None else self.data_folder / "packs"
        with progress() as show:
            return open_library(
                self.packs, found, offered=offered, drafts=self.drafts, cache=self.cache, progress=show
            )

    def records(self) -> "Records":
        """The records in the data folder.

        Raises:
            RecordsError: they cannot be used, or the user has no home folder.
        """
        from quiz.records.records import Records, RecordsError

        if self.data_folder is None:
            raise RecordsError("There is no home folder to keep records in: name a folder with --data-dir.")
        return Records(self.data_folder, self.player)

    @property
    def data_folder(self) -> Path | None:
        """The folder of ``--data-dir``, else the user's own; None if the user has no home folder."""
        if self.data_dir is not None:
            return self.data_dir
        from platformdirs import user_data_path

        return _own_folder(user_data_path)

    @property
    def cache(self) -> "PackCache | None":
        """What was read of packs before, in the chosen folder, else the user's own; None where nobody has a home."""
        from quiz.bank.cache.pack_cache import PackCache

        if self.cache_dir is not None:
            return PackCache(self.cache_dir)
        from platformdirs import user_cache_path

        folder = _own_folder(user_cache_path)
        return None if folder is None else PackCache(folder)

    @property
    def config_folder(self) -> Path | None:
        """The folder of ``--config-dir``, else the user's own; None if the user has no home folder."""
        if self.config_dir is not None:
            return self.config_dir
        from platformdirs import user_config_path

        return _own_folder(user_config_path)

    def preferences(
        self, validators: "Validators | None" = None, declared: "type[Settings] | None" = None
    ) -> "Preferences":
        """The settings of the config folder, with those that the command line overrides.

        Without ``validators``, any word will do as a theme and any key for a binding. ``declared`` is the class
        that declares the settings.

        Raises:
            Refused: a setting of the command line cannot have its value.
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
            raise Refused(str(error)) from error


def _own_folder(find: "Callable[..., Path]") -> Path | None:
    """A folder of the user's own, found by a function of platformdirs; None if the user has no home folder."""
    try:
        found = find("quiz", appauthor=False)
    except RuntimeError:
        return None
    return found if found.is_absolute() else None  # older releases of platformdirs leave a ~ as it is


def common_options(command: Any) -> Any:
    """Give a command the options for packs, drafts, the player, and the folders of records and cache."""
    packs = click.option(
        "--pack", "packs", multiple=True, metavar="DIR", type=FOLDER, envvar="QUIZ_PACK", expose_value=False,
        callback=_remember_packs,
        help="A pack to use instead of the current folder or the built-in pack; may be repeated.",
    )  # fmt: skip
    drafts = click.option(
        "--drafts", is_flag=True, envvar="QUIZ_DRAFTS", expose_value=False, callback=_remember_drafts,
        help="Include drafts: questions without a source.",
    )  # fmt: skip
    data_dir = click.option(
        "--data-dir", metavar="DIR", type=click.Path(path_type=Path), envvar="QUIZ_DATA_DIR", expose_value=False,
        callback=_remember_data_dir, help="The folder of the records.",
    )  # fmt: skip
    player = click.option(
        "--player", metavar="NAME", envvar="QUIZ_PLAYER", expose_value=False, callback=_remember_player,
        help="Whose records to use; several players can share one folder.",
    )  # fmt: skip
    cache_dir = click.option(
        "--cache-dir", metavar="DIR", type=click.Path(path_type=Path, readable=False), envvar="QUIZ_CACHE_DIR",
        expose_value=False, callback=_remember_cache_dir, help="The folder of the cache; safe to delete.",
    )  # fmt: skip
    return packs(drafts(data_dir(player(cache_dir(command)))))


def _is_overridden(context: click.Context, parameter: click.Parameter, earlier: object) -> bool:
    """Whether an option before the command overrides this value, which comes from the environment."""
    source = context.get_parameter_source(parameter.name or "")
    return bool(earlier) and source is ParameterSource.ENVIRONMENT


def _remember_packs(context: click.Context, parameter: click.Parameter, packs: tuple[Path, ...]) -> None:
    choices = context.ensure_object(CliContext)
    if packs and not _is_overridden(context, parameter, choices.named):
        choices.named = packs


def _remember_drafts(context: click.Context, _: click.Parameter, drafts: bool) -> None:
    choices = context.ensure_object(CliContext)
    choices.drafts = choices.drafts or drafts


def _remember_data_dir(context: click.Context, parameter: click.Parameter, folder: Path | None) -> None:
    choices = context.ensure_object(CliContext)
    if folder and not _is_overridden(context, parameter, choices.data_dir):
        choices.data_dir = folder


def _remember_cache_dir(context: click.Context, parameter: click.Parameter, folder: Path | None) -> None:
    choices = context.ensure_object(CliContext)
    if folder and not _is_overridden(context, parameter, choices.cache_dir):
        choices.cache_dir = folder


def remember_config_dir(context: click.Context, parameter: click.Parameter, folder: Path | None) -> None:
    """Store the config folder, unless an option before the command overrides it."""
    choices = context.ensure_object(CliContext)
    if folder and not _is_overridden(context, parameter, choices.config_dir):
        choices.config_dir = folder


def _remember_player(context: click.Context, parameter: click.Parameter, name: str | None) -> None:
    choices = context.ensure_object(CliContext)
    if name is not None and not _is_overridden(context, parameter, choices.player):
        choices.player = _player_name(name)


def _player_name(name: str) -> str:
    from quiz.records.player_name import MAX_NAME_LENGTH, player_name

    cleaned = player_name(name)
    if not cleaned:
        raise click.BadParameter(f"a player's name has from 1 to {MAX_NAME_LENGTH} letters that can be seen.")
    return cleaned
