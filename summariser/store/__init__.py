"""One SQLite file: articles, what is to be done with them, what was, and what is under way.

It knows neither models nor prompts: a key stands for everything that decides an answer.
"""

from .batches import ANSWERED, Entry, Ledger, Question
from .leases import BEAT
from .store import Store, Stored

__all__ = [
    "ANSWERED",
    "BEAT",
    "Entry",
    "Ledger",
    "Question",
    "Store",
    "Stored",
]
