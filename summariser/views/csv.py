"""A table of items as CSV, in which no words of an article become a formula.

Path("deals.csv").write_text(to_csv(summaries, "deals"), encoding="utf-8-sig")  # for Excel
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from io import StringIO
from typing import Any, Literal

from ..schema import SummaryData
from .tables import Amounts, columns_of, many, to_records

Delimiter = Literal[",", ";", "\t"]
# Spreadsheets take these for the beginning of a formula, some also behind blanks or in full width;
# behind a separator only those that read the file with another one than it was written with.
_BLANK = "\\s\ufeff\u200b-\u200f\u2060"
_FORMULA = re.compile(f"'*[{_BLANK}]*[=+\\-@＝＋－＠]|'*[\t\r\n]")
_INNER = {
    delimiter: re.compile(f"(?<=[{others}\r\n|])(?=['\"{_BLANK}]*[=+\\-@＝＋－＠])")
    for delimiter, others in {",": ";\t", ";": ",\t", "\t": ",;"}.items()
}


def to_csv(
    summaries: SummaryData | Iterable[SummaryData],
    field: str,
    *,
    amounts: Amounts = "decimal",
    explode: str | None = None,
    schema: type[SummaryData] | None = None,
    delimiter: Delimiter = ",",
) -> str:
    """The table of one field (see `to_records`) as CSV, with a head line.

    Before text that a spreadsheet would run as a formula there is an apostrophe, also where such
    text stands behind what another spreadsheet takes for a separator; numbers stay numbers.
    Write it as ``utf-8-sig``, or Excel garbles all but Latin letters; where Excel expects
    semicolons (Russia, Kazakhstan, Germany), ask for ``delimiter=";"``.
    """
    summaries = many(summaries)
    file = StringIO()
    # All text in quotation marks: a carriage return within would end the row for some readers.
    writer = csv.writer(
        file, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC
    )
    writer.writerow(columns_of(summaries, field, explode=explode, schema=schema))
    for record in to_records(summaries, field, amounts=amounts, explode=explode):
        writer.writerow([_defused(value, delimiter) for value in record.values()])
    return file.getvalue()


def _defused(value: Any, delimiter: Delimiter) -> Any:
    if not isinstance(value, str):
        return value
    return "'" * bool(_FORMULA.match(value)) + _INNER[delimiter].sub("'", value)
