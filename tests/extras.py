"""Tests of extras: skipped with a reason where one is not installed, unless that is a failure."""

from __future__ import annotations

import os
from importlib.util import find_spec

import pytest


def needs(
    *modules: str, extra: str, variable: str = "SUMMARISER_REQUIRE_EXTRAS"
) -> pytest.MarkDecorator:
    """Skips a test where one of these modules is missing; where ``variable`` is set, it runs and
    fails instead.
    """
    missing = [name for name in modules if find_spec(name) is None]
    skip = bool(missing) and not os.environ.get(variable)
    return pytest.mark.skipif(
        skip, reason=f"{', '.join(missing)} missing: pip install -e '.[{extra}]'"
    )
