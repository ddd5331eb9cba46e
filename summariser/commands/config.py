"""The config file: what an option stands for where neither the command line nor a variable says.

It is TOML.  What stands at its top is for every command that has such an option, what stands under
a command's name for that one alone:

    model = "ollama/qwen3"
    base-url = "http://localhost:11434/v1"

    [read]
    concurrency = 2
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import typer
from typer.core import TyperGroup, TyperOption

_Told = Mapping[str, Any]

VARIABLE = "SUMMARISER_CONFIG"
"""Names another file; empty, it says that none is to be read."""


def place() -> Path | None:
    """Where the file is looked for; None if none is to be read."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named).expanduser() if named else None
    from platformdirs import user_config_path

    return user_config_path("summariser", appauthor=False) / "config.toml"


def defaults(ctx: typer.Context) -> dict[str, Any]:
    """What the file says for each command, as click takes it; nothing if there is no file.

    Raises BadParameter, which names the file, for what cannot be meant.
    """
    path = place()
    if path is None or not (path.exists() or VARIABLE in os.environ):
        return {}
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        assert isinstance(ctx.command, TyperGroup)
        return _dealt_out(ctx.command, told, ctx)
    except (OSError, ValueError) as error:  # TOML and UTF-8 that are none are ValueErrors
        reason = error.strerror if isinstance(error, OSError) else error
        raise typer.BadParameter(f"the config file {path}: {reason}") from None


def _dealt_out(
    group: TyperGroup, told: _Told, ctx: typer.Context, above: _Told = MappingProxyType({})
) -> dict[str, Any]:
    """For each command of a group what its table says, and else what stands above that."""
    own = {key: value for key, value in told.items() if not isinstance(value, dict)}
    tables = {key: value for key, value in told.items() if isinstance(value, dict)}
    if unknown := tables.keys() - group.commands.keys():
        raise ValueError(f"[{min(unknown)}] is no command of {ctx.info_name}")
    known = set(_options_below(group))
    for key in own:
        if _named(key) not in known:
            raise ValueError(f"no command has an option {key}; keys stay in the environment")
    dealt: dict[str, Any] = {}
    for name, command in group.commands.items():
        table, all_told = tables.get(name, {}), {**above, **own}
        if isinstance(command, TyperGroup):
            dealt[name] = _dealt_out(command, table, ctx, all_told)
            continue
        options = _options(command)
        for key, value in table.items():
            if _named(key) not in options or isinstance(value, dict):
                raise ValueError(f"[{name}] has no option {key}")
        wanted = {_named(key): value for key, value in {**all_told, **table}.items()}
        dealt[name] = {
            option.name: _taken(option, value, ctx)
            for key, value in wanted.items()
            if (option := options.get(key))
        }
    return dealt


def _options_below(group: TyperGroup) -> Iterator[str]:
    for command in group.commands.values():
        if isinstance(command, TyperGroup):
            yield from _options_below(command)
        else:
            yield from _options(command)


def _options(command: Any) -> dict[str, TyperOption]:
    return {
        _named(written): option
        for option in command.params
        if isinstance(option, TyperOption)
        for written in option.opts
        if written.startswith("--") and written != "--help"
    }


def _named(written: str) -> str:
    return written.lstrip("-").replace("-", "_")


def _taken(option: TyperOption, value: Any, ctx: typer.Context) -> Any:
    """The value, if the option itself would take it."""
    is_said = isinstance(value, list) or (option.is_flag and isinstance(value, bool))
    given = value if is_said else str(value)  # as it would be typed
    try:
        option.process_value(ctx, given)
    except Exception as error:  # noqa: BLE001 - click's own classes, which typer hides
        raise ValueError(f"{option.name}: {getattr(error, 'message', error)}") from None
    return given
