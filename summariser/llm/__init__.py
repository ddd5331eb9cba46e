"""The only floor that knows openai and instructor: asking a model, within bounds, and what it said.

One retry policy, one limit of what is under way, record and replay.  What is asked about, and what
becomes of the answer, is not known here: see `reading`.
"""

from .background import Background
from .budget import Budget
from .client import Client
from .errors import Secrets, provider_error, told_error, unreadable
from .limits import Allowance
from .prompts import REPAIR, Message, Prompt, Prompts, marker, plain_variables
from .recording import recorded
from .reply import Drafts, Reply
from .retries import retrying

__all__ = [
    "REPAIR",
    "Allowance",
    "Background",
    "Budget",
    "Client",
    "Drafts",
    "Message",
    "Prompt",
    "Prompts",
    "Reply",
    "Secrets",
    "marker",
    "plain_variables",
    "provider_error",
    "recorded",
    "retrying",
    "told_error",
    "unreadable",
]
