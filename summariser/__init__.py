"""Facts one can check, from news about a summit.

>>> from summariser import Article, Summariser, recorded
>>> article = Article.from_text("Стороны подписали договор на 2,5 млрд. долларов.")
>>> article.language
'ru'

``Summariser(model=…).summarise(article)`` asks a model; ``with recorded(…):`` replays its answer.
"""

from .article import Article as Article
from .article import Sentence as Sentence
from .article import read_inputs as read_inputs
from .errors import ArticleError as ArticleError
from .errors import BudgetError as BudgetError
from .errors import InternalError as InternalError
from .errors import NoRecording as NoRecording
from .errors import PromptError as PromptError
from .errors import ProviderError as ProviderError
from .errors import RecordingError as RecordingError
from .errors import ReplyError as ReplyError
from .errors import StoreError as StoreError
from .errors import SummariserError as SummariserError
from .exports import from_jsonl as from_jsonl
from .exports import to_annotations as to_annotations
from .exports import to_csv as to_csv
from .exports import to_jsonl as to_jsonl
from .exports import to_markdown as to_markdown
from .installation import __version__ as __version__
from .parts import Check as Check
from .parts import Evidence as Evidence
from .parts import Prose as Prose
from .parts import Span as Span
from .parts import Verbatim as Verbatim
from .pipeline import Summariser as Summariser
from .provenance import Coverage as Coverage
from .provenance import Provenance as Provenance
from .provenance import Usage as Usage
from .recording import recorded as recorded
from .rendering import to_text as to_text
from .report import Summaries as Summaries
from .report import to_html as to_html
from .schemas import Deal as Deal
from .schemas import Deliverable as Deliverable
from .schemas import Expert as Expert
from .schemas import ExpertPosition as ExpertPosition
from .schemas import Grounded as Grounded
from .schemas import Item as Item
from .schemas import Mention as Mention
from .schemas import Money as Money
from .schemas import Named as Named
from .schemas import Outcome as Outcome
from .schemas import Party as Party
from .schemas import Quoted as Quoted
from .schemas import Rejected as Rejected
from .schemas import Summary as Summary
from .schemas import Summit as Summit
from .schemas import SummitSummary as SummitSummary
from .store import Store as Store
from .tables import to_frame as to_frame
from .tables import to_records as to_records
from .verification import verify as verify

__all__ = [
    "Article",
    "ArticleError",
    "BudgetError",
    "Check",
    "Coverage",
    "Deal",
    "Deliverable",
    "Evidence",
    "Expert",
    "ExpertPosition",
    "Grounded",
    "InternalError",
    "Item",
    "Mention",
    "Money",
    "Named",
    "NoRecording",
    "Outcome",
    "Party",
    "PromptError",
    "Prose",
    "Provenance",
    "ProviderError",
    "Quoted",
    "RecordingError",
    "Rejected",
    "ReplyError",
    "Sentence",
    "Span",
    "Store",
    "StoreError",
    "Summaries",
    "Summariser",
    "SummariserError",
    "Summary",
    "Summit",
    "SummitSummary",
    "Usage",
    "Verbatim",
    "from_jsonl",
    "read_inputs",
    "recorded",
    "to_annotations",
    "to_csv",
    "to_frame",
    "to_html",
    "to_jsonl",
    "to_markdown",
    "to_records",
    "to_text",
    "verify",
]
