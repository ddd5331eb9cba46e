"""OpenAI's Batch API: questions submitted, answers fetched, articles finished."""

from .batches import Batches

__all__ = [
    "Batches",
]
