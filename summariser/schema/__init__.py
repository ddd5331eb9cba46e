"""What a summary consists of, its JSON schema, and how it came about: data only.

What is shown of it, and whether it is borne out, is known elsewhere: see `views` and `checks`.
"""

from .evidence import (
    VERDICTS,
    AsWritten,
    Check,
    Country,
    Evidence,
    FreeText,
    Kind,
    Part,
    Prose,
    Span,
    Verbatim,
    Verdict,
    worst,
)
from .provenance import Coverage, Provenance, Usage, sentences_not_read
from .summary import (
    Deliverable,
    Grounded,
    Item,
    Mention,
    Money,
    Named,
    Quoted,
    Rejected,
    SummaryData,
)

__all__ = [
    "VERDICTS",
    "AsWritten",
    "Check",
    "Country",
    "Coverage",
    "Deliverable",
    "Evidence",
    "FreeText",
    "Grounded",
    "Item",
    "Kind",
    "Mention",
    "Money",
    "Named",
    "Part",
    "Prose",
    "Provenance",
    "Quoted",
    "Rejected",
    "Span",
    "SummaryData",
    "Usage",
    "Verbatim",
    "Verdict",
    "sentences_not_read",
    "worst",
]
