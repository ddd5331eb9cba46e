"""What a model answered: a JSON object of the schema's outline, its items not looked at yet."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict

from ..schema import Usage


class Reply(BaseModel):
    """One answer, and what it took to get it.  Its items are still as the model wrote them.

    As JSON it can be laid aside, so that an answer that was paid for is never asked for twice.
    """

    model_config = ConfigDict(frozen=True)

    content: dict[str, Any]
    model: str
    created: datetime
    request: str | None = None
    """What the provider calls the request, to find it in its logs."""
    usage: Usage
    """What the question had cost when this answer came, failed attempts included."""
