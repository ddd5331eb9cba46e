"""Tests of extras: marked, and skipped where one is not installed, unless that is a failure."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec

import pytest

# Asked for before any test runs: the tests' own environment is cleaned of such variables.
REQUIRED = bool(os.environ.get("SUMMARISER_REQUIRE_EXTRAS"))


def needs(*modules: str, extra: str) -> pytest.MarkDecorator:
    """A test that needs these modules: the only way to skip for want of them.

    What `make test` skips in an environment without extras is therefore what `-m needs` selects.
    """
    return pytest.mark.needs(*modules, extra=extra)


def wants(item: pytest.Item) -> Iterator[str]:
    """What a test needs and has not, each with how to get it."""
    for mark in item.iter_markers("needs"):
        if missing := [name for name in mark.args if not _is_installed(name)]:
            yield f"{', '.join(missing)} missing: pip install -e '.[{mark.kwargs['extra']}]'"


@cache
def _is_installed(module: str) -> bool:
    return find_spec(module) is not None
