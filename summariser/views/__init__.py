"""How a summary is shown: terminal, page, table, and files for others.

A view goes by the types of fields, not by what they are about, and changes nothing.
"""

from .cards import to_text, usage_line
from .html import Summaries, to_fragment, to_html
from .jsonl import from_jsonl, to_annotations, to_csv, to_jsonl, to_markdown
from .tables import Amounts, columns, to_frame, to_records

__all__ = [
    "Amounts",
    "Summaries",
    "columns",
    "from_jsonl",
    "to_annotations",
    "to_csv",
    "to_fragment",
    "to_frame",
    "to_html",
    "to_jsonl",
    "to_markdown",
    "to_records",
    "to_text",
    "usage_line",
]
