"""What a topic is made of: data, and the views that lead from it."""

from __future__ import annotations

from collections.abc import Callable, Container
from functools import partial
from typing import TYPE_CHECKING, Any

from .. import views
from ..schema import SummaryData

if TYPE_CHECKING:
    import pandas


class Summary(SummaryData):
    """What an article says about one topic; make your own by subclassing."""

    def to_records(
        self, field: str, *, amounts: views.Amounts = "decimal", explode: str | None = None
    ) -> list[dict[str, Any]]:
        """One flat record per item of a field, such as ``deals``: see `views.to_records`."""
        return views.to_records(self, field, amounts=amounts, explode=explode)

    def to_frame(
        self, field: str, *, amounts: views.Amounts = "decimal", explode: str | None = None
    ) -> pandas.DataFrame:
        """The same as a data frame; needs the extra ``pandas``."""
        return views.to_frame(self, field, amounts=amounts, explode=explode)

    def to_csv(
        self,
        field: str,
        *,
        amounts: views.Amounts = "decimal",
        explode: str | None = None,
        delimiter: views.Delimiter = ",",
    ) -> str:
        """The same as CSV, for spreadsheets: see `views.to_csv`."""
        return views.to_csv(
            self, field, amounts=amounts, explode=explode, delimiter=delimiter, schema=type(self)
        )

    def to_text(self, *, width: int = 100, colour: bool = False) -> str:
        """Facts with their evidence, for a terminal of this width: see `views.to_text`."""
        return views.to_text(self, width=width, colour=colour)

    def to_markdown(self) -> str:
        """The same as Markdown: see `views.to_markdown`."""
        return views.to_markdown(self)

    def to_html(
        self, *, title: str | None = None, labels: views.LabelLanguage | None = None
    ) -> str:
        """A page to look at, complete in itself: see `views.to_html`."""
        return views.to_html(self, title=title, labels=labels)

    def _repr_html_(self) -> str:
        return views.to_fragment(self)

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, str]:
        """What Jupyter shows: HTML, or text where there is no HTML."""
        shown: dict[str, Callable[[], str]] = {
            "text/html": self._repr_html_,
            "text/plain": partial(views.to_text, self),
        }
        return {
            kind: show()
            for kind, show in shown.items()
            if (not include or kind in include) and not (exclude and kind in exclude)
        }
