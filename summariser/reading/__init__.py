"""One article: its windows are asked about, what comes back is checked, matched and merged."""

from .merging import merge, merge_fields
from .window import OnUnsupported, Reader, Reading, Replies

__all__ = [
    "OnUnsupported",
    "Reader",
    "Reading",
    "Replies",
    "merge",
    "merge_fields",
]
