"""Topics: what is looked for in an article.  One is given, summits; your own is a subclass.

Whatever is generic lies below, and names none of what a topic is about.
"""

from .summary import Summary
from .summit import (
    Deal,
    Expert,
    ExpertPosition,
    Outcome,
    Party,
    Summit,
    SummitSummary,
    from_jsonl,
    to_csv,
    to_frame,
)

__all__ = [
    "Deal",
    "Expert",
    "ExpertPosition",
    "Outcome",
    "Party",
    "Summary",
    "Summit",
    "SummitSummary",
    "from_jsonl",
    "to_csv",
    "to_frame",
]
