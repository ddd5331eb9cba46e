"""Quotations: cut from between the article's own marks, never taken from the model."""

from __future__ import annotations

from ..schema import Quoted
from .scope import Scope


def fill_quotation(scope: Scope, item: Quoted) -> None:
    """Cut the item's quotes; it is direct speech if the cited sentences hold any."""
    places = (place for number in scope.cited for place in scope.index.quotations(number))
    item.quotes = [scope.index.span(place) for place in places if scope.index.is_said(place)]
    item.quotation = "direct" if item.quotes else "indirect"
