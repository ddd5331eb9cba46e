"""Many articles: as a stream, with a bound on how many at once, and with results that are kept."""

from .cached import Keeper, Result
from .key import identity, key, named, schema_hash, templates_hash, variables_hash
from .stream import Stream

__all__ = [
    "Keeper",
    "Result",
    "Stream",
    "identity",
    "key",
    "named",
    "schema_hash",
    "templates_hash",
    "variables_hash",
]
