"""The only floor that knows openai and instructor: asking a model, within bounds, and what it said.

One retry policy, one limit of what is under way, record and replay.  What is asked about, and what
becomes of the answer, is not known here: see `reading`.
"""

from .background import Background
from .budget import Budget
from .client import Client
from .errors import Secrets, provider_error, told_error, unreadable
from .limits import Allowance
from .prompts import Message, Prompt, Prompts, marker, plain_variables
from .question import Reply
from .recording import recorded
from .retries import retrying

__all__ = [
    "Allowance",
    "Background",
    "Budget",
    "Client",
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
