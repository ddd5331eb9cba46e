"""How this library is installed: the one place that knows what the distribution is called.

It is called otherwise than what one imports, because on the package index ``summariser`` is
somebody else's; and it is not registered there yet, so nobody is sent there: hints name the
checkout.
"""

from __future__ import annotations

import re

DISTRIBUTION = "summit-summariser"


def install_hint(extra: str | None = None) -> str:
    """What to type to have this library, or one of its extras.

    >>> install_hint("pandas")
    "pip install -e '.[pandas]' in the checkout"
    """
    what = f"'.[{extra}]'" if extra else "."
    return f"pip install -e {what} in the checkout"


def installed(name: str = DISTRIBUTION) -> str | None:
    """The version of a distribution; None if it is not there."""
    from importlib import metadata  # slow to import, and most of who comes here wants a hint

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def missing(extra: str) -> list[str]:
    """Which distributions of an extra are not installed.

    >>> missing("no such extra")
    []
    """
    from importlib import metadata

    wanted = metadata.requires(DISTRIBUTION) or () if installed() else ()
    of_it = (line for line in wanted if re.search(rf"extra == .{re.escape(extra)}.$", line))
    names = (re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in of_it)
    return sorted(name for name in names if installed(name) is None)
