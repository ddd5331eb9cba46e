"""Whether two names are one, and where names stand in a text.

Not for world knowledge: an acronym is not what it stands for, nor a country its capital.
"""

from .compare import same_name, same_surname, spells_out
from .find import find_full_names, find_names
from .words import KNOWN

__all__ = [
    "KNOWN",
    "find_full_names",
    "find_names",
    "same_name",
    "same_surname",
    "spells_out",
]
