"""What may be said before and after every command: the packs, the folders, the player."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from quiz.cli.progress_line import progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.bank.bank import Bank
    from quiz.bank.cache.cache import Cache
    from quiz.bank.pack_library import PackLibrary
    from quiz.lint.report import Report
    from quiz.records.records import Records
    from quiz.settings.store import Preferences
    from quiz.settings.validators import Validators

MISUSE = 2
"""The exit code of what was not understood or could not be carried out."""


FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


class Refused(click.ClickException):
    """What was asked for cannot be had; said in one line."""

    exit_code = MISUSE


class CliContext:
    """What was said before the command: which packs, whose records, and where they are."""

    named: tuple[Path, ...] = ()
    """The packs that were named."""
    data_dir: Path | None = None
    config_dir: Path | None = None
    cache_dir: Path | None = None
    player: str = ""
    drafts: bool = False

    def __init__(self) -> None:
        self.settled: dict[str, Any] = {}
        """The settings that were said for this run, by their keys in the file."""

    @property
    def packs(self) -> tuple[Path, ...]:
        """The packs that were named, else the current folder if it is one; none stands for the built-in pack."""
        return self.named or ((Path(),) if Path("seeds", "sources.yaml").is_file() else ())

    def bank(self, paths: tuple[Path, ...] = ()) -> "Bank":
        """The bank of the packs at ``paths``, or of those that were chosen."""
        from quiz.bank.cache.opening import open_bank

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
        """The pack that ``what`` goes into: the one that was named, else the current folder if it is one.

        Raises:
            Refused: several packs were named, or none where the current folder is none.
        """
        if len(self.named) > 1:
            raise Refused(f"{what} into one pack: name one with --pack DIR.")
        if not self.named and not Path("seeds").is_dir():
            raise Refused("This folder is no pack: name one with --pack DIR, or start one with `quiz init DIR`.")
        return self.named[0] if self.named else Path()

    def shelf(self) -> "PackLibrary":
        """The packs to play, read, and beside them those that lie in the data folder."""
        from quiz.bank.pack_library import open_library
        from quiz.bank.pack_paths import builtin_pack

        beside = () if self.named else (builtin_pack(),)
        found = None if self.data_folder is None else self.data_folder / "packs"
        with progress() as show:
            return open_library(self.packs, found, beside=beside, drafts=self.drafts, cache=self.cache, progress=show)

    def records(self) -> "Records":
        """The records in the data folder.

        Raises:
            RecordsError: they cannot be used, or there is no such folder.
        """
        from quiz.records.records import Records, RecordsError

        if self.data_folder is None:
            raise RecordsError("There is no home folder to keep records in: name a folder with --data-dir.")
        return Records(self.data_folder, self.player)

    @property
    def data_folder(self) -> Path | None:
        """The chosen data folder, which is the user's own unless another was given; None where nobody has a home."""
        if self.data_dir is not None:
            return self.data_dir
        from platformdirs import user_data_path

        return _own_folder(user_data_path)

    @property
    def cache(self) -> "Cache | None":
        """What was read of packs before, in the chosen folder, else the user's own; None where nobody has a home."""
        from quiz.bank.cache.cache import Cache

        if self.cache_dir is not None:
            return Cache(self.cache_dir)
        from platformdirs import user_cache_path

        folder = _own_folder(user_cache_path)
        return None if folder is None else Cache(folder)

    @property
    def config_folder(self) -> Path | None:
        """The chosen config folder, else the user's own; None where nobody has a home."""
        if self.config_dir is not None:
            return self.config_dir
        from platformdirs import user_config_path

        return _own_folder(user_config_path)

    def preferences(self, known: "Validators | None" = None) -> "Preferences":
        """The settings of the config folder, outweighed by those that were said for this run.

        Without what is ``known`` to the screens, any theme and any key will do.

        Raises:
            Refused: something was said for this run that cannot be had.
        """
        from quiz.settings.overrides import InvalidOverrideError, apply_overrides
        from quiz.settings.settings import Settings
        from quiz.settings.store import Preferences, SettingsFile
        from quiz.settings.validators import Validators

        known = known or Validators()
        file = None if self.config_folder is None else SettingsFile(self.config_folder, known)
        settings, flaws = (Settings(), []) if file is None else file.read()
        try:
            return Preferences(apply_overrides(settings, self.settled, known), flaws, file)
        except InvalidOverrideError as error:
            raise Refused(str(error)) from error


def _own_folder(find: "Callable[..., Path]") -> Path | None:
    """A folder of the user's own; None where the user has no home folder that it could be in."""
    try:
        found = find("quiz", appauthor=False)
    except RuntimeError:
        return None
    return found if found.is_absolute() else None  # older releases of platformdirs leave a ~ as it is


def common_options(command: Any) -> Any:
    """Let ``--pack``, ``--drafts``, ``--data-dir`` and ``--player`` stand before or after a command."""
    packs = click.option(
        "--pack", "packs", multiple=True, metavar="DIR", type=FOLDER, envvar="QUIZ_PACK", expose_value=False,
        callback=_remember_packs,
        help="A pack in place of the current folder, if it is one, or of the built-in pack; may be repeated.",
    )  # fmt: skip
    drafts = click.option(
        "--drafts", is_flag=True, envvar="QUIZ_DRAFTS", expose_value=False, callback=_remember_drafts,
        help="Take in the drafts: questions without a source.",
    )  # fmt: skip
    data_dir = click.option(
        "--data-dir", metavar="DIR", type=click.Path(path_type=Path), envvar="QUIZ_DATA_DIR", expose_value=False,
        callback=_remember_data_dir, help="Where the records are kept.",
    )  # fmt: skip
    player = click.option(
        "--player", metavar="NAME", envvar="QUIZ_PLAYER", expose_value=False, callback=_remember_player,
        help="Whose records are kept; several players can share one folder.",
    )  # fmt: skip
    cache_dir = click.option(
        "--cache-dir", metavar="DIR", type=click.Path(path_type=Path, readable=False), envvar="QUIZ_CACHE_DIR",
        expose_value=False, callback=_remember_cache_dir, help="Where what was read is kept; safe to delete.",
    )  # fmt: skip
    return packs(drafts(data_dir(player(cache_dir(command)))))


def _said_before(context: click.Context, parameter: click.Parameter, earlier: object) -> bool:
    """Whether what stood before the command outweighs this value, which only the environment says."""
    source = context.get_parameter_source(parameter.name or "")
    return bool(earlier) and source is ParameterSource.ENVIRONMENT


def _remember_packs(context: click.Context, parameter: click.Parameter, packs: tuple[Path, ...]) -> None:
    choices = context.ensure_object(CliContext)
    if packs and not _said_before(context, parameter, choices.named):
        choices.named = packs


def _remember_drafts(context: click.Context, _: click.Parameter, drafts: bool) -> None:
    choices = context.ensure_object(CliContext)
    choices.drafts = choices.drafts or drafts


def _remember_data_dir(context: click.Context, parameter: click.Parameter, folder: Path | None) -> None:
    choices = context.ensure_object(CliContext)
    if folder and not _said_before(context, parameter, choices.data_dir):
        choices.data_dir = folder


def _remember_cache_dir(context: click.Context, parameter: click.Parameter, folder: Path | None) -> None:
    choices = context.ensure_object(CliContext)
    if folder and not _said_before(context, parameter, choices.cache_dir):
        choices.cache_dir = folder


def remember_config_dir(context: click.Context, parameter: click.Parameter, folder: Path | None) -> None:
    """Take another config folder, unless one was named before the command."""
    choices = context.ensure_object(CliContext)
    if folder and not _said_before(context, parameter, choices.config_dir):
        choices.config_dir = folder


def _remember_player(context: click.Context, parameter: click.Parameter, name: str | None) -> None:
    choices = context.ensure_object(CliContext)
    if name is not None and not _said_before(context, parameter, choices.player):
        choices.player = _player_name(name)


def _player_name(name: str) -> str:
    from quiz.records.player_name import LONGEST_NAME, player_name

    cleaned = player_name(name)
    if not cleaned:
        raise click.BadParameter(f"a player's name has from 1 to {LONGEST_NAME} letters that can be seen.")
    return cleaned
