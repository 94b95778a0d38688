"""Writes the generated parts of docs/settings.md from the settings' declarations and the app's bindings."""

import re
from itertools import groupby
from pathlib import Path
from typing import Any

from quiz.settings.setting import KeyBindings, Setting, Switch, declarations, option_name
from quiz.settings.settings import Settings
from quiz.settings.settings_edit import with_key, with_value
from quiz.tui.keymap.keymap import all_bindings
from quiz.tui.setting_validators import screen_validators

PAGE = Path(__file__).with_name("settings.md")
_PART = re.compile(r"(<!-- begin (\w+): python docs/make_settings\.py -->\n).*?(<!-- end -->)", re.DOTALL)
_COMMENT_COLUMN = 26


def page(text: str) -> str:
    """The page with its parts generated anew."""
    parts = {"example": example, "table": table, "ids": ids}
    return _PART.sub(lambda found: f"{found[1]}{parts[found[2]]()}{found[3]}", text)


def example(settings: type[Settings] = Settings) -> str:
    """A settings file that has every setting."""
    text = ""
    for name, setting in _declared(settings).items():
        if isinstance(setting.values, KeyBindings):
            for binding, keys in setting.example.items():
                text = with_key(text, binding, keys)
        else:
            line = with_value("", name, setting.values.to_yaml(setting.example)).rstrip()
            text += f"{line:<{_COMMENT_COLUMN}}# {setting.values.summary().replace('`', '')}\n"
    return f"```yaml\n{text}```\n"


def table(settings: type[Settings] = Settings) -> str:
    """A row for each setting."""
    rows = [_row(name, one, getattr(settings(), name)) for name, one in _declared(settings).items()]
    return "\n".join(["| name | values | default | for one run | description |", "|---|---|---|---|---|", *rows, ""])


def ids() -> str:
    """The ids of the bindings, a row for each screen."""
    rows = [
        f"| {context} | {', '.join(f'`{binding.id}`' for binding in bindings)} |"
        for context, bindings in groupby(all_bindings().values(), key=lambda binding: binding.context)
    ]
    return "\n".join(["| where | ids |", "|---|---|", *rows, ""])


def _declared(settings: type[Settings]) -> dict[str, Setting]:
    return declarations(settings, screen_validators().choices)


def _row(name: str, setting: Setting, default: Any) -> str:
    values = setting.values
    holds = setting.usual if default is None else default
    shown = f"`{values.to_yaml(holds)}`" if holds is not None and not isinstance(values, KeyBindings) else ""
    option = option_name(name, setting)
    options = [option, f"--no-{option[2:]}"] if isinstance(values, Switch) else [f"{option} {values.metavar}"]
    words = f"{setting.description} {setting.details}".rstrip()
    if setting.environment:
        words += f" The environment variable `{setting.environment}` sets another default."
    return f"| `{name}` | {values.summary()} | {shown} | {', '.join(f'`{one}`' for one in options)} | {words} |"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{PAGE}: {len(declarations(Settings))} settings, {len(all_bindings())} bindings")
