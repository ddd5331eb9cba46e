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
from .checks import verify as verify
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
from .installation import __version__ as __version__
from .llm import recorded as recorded
from .pipeline import Summariser as Summariser
from .schema import Check as Check
from .schema import Coverage as Coverage
from .schema import Deliverable as Deliverable
from .schema import Evidence as Evidence
from .schema import Grounded as Grounded
from .schema import Item as Item
from .schema import Mention as Mention
from .schema import Money as Money
from .schema import Named as Named
from .schema import Prose as Prose
from .schema import Provenance as Provenance
from .schema import Quoted as Quoted
from .schema import Rejected as Rejected
from .schema import Span as Span
from .schema import Usage as Usage
from .schema import Verbatim as Verbatim
from .store import Store as Store
from .topics import Deal as Deal
from .topics import Expert as Expert
from .topics import ExpertPosition as ExpertPosition
from .topics import Outcome as Outcome
from .topics import Party as Party
from .topics import Summary as Summary
from .topics import Summit as Summit
from .topics import SummitSummary as SummitSummary
from .topics import from_jsonl as from_jsonl
from .topics import to_csv as to_csv
from .topics import to_frame as to_frame
from .views import Summaries as Summaries
from .views import to_annotations as to_annotations
from .views import to_html as to_html
from .views import to_jsonl as to_jsonl
from .views import to_markdown as to_markdown
from .views import to_records as to_records
from .views import to_text as to_text

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
