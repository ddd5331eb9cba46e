"""How this library is installed: the one place that knows what the distribution is called.

It is called otherwise than what one imports, because on the package index ``summariser`` is
somebody else's; and it is not registered there yet, so nobody is sent there: hints name the
checkout.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

DISTRIBUTION = "summit-summariser"


def install_hint(extra: str | None = None) -> str:
    """What to type to have this library, or one of its extras.

    >>> install_hint("pandas")
    "pip install -e '.[pandas]' in the checkout"
    """
    what = f"'.[{extra}]'" if extra else "."
    return f"pip install -e {what} in the checkout"


def _version() -> str:
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:  # files that were copied, not installed, can be used as well
        return "unknown"


__version__ = _version()
