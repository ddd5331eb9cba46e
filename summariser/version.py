"""The version that is installed, which takes a while to look up."""

from .installation import installed

__version__ = installed() or "unknown"  # files that were copied can be used as well
