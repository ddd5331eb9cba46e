"""What the cited sentences do and do not bear out.

Each check compares one field with the article and gives a verdict and a reason.  Not for whether a
statement is true, and never for mending it.
"""

from .index import Index
from .verify import verify, verify_item, verify_prose

__all__ = [
    "Index",
    "verify",
    "verify_item",
    "verify_prose",
]
