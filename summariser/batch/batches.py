"""Half price: OpenAI's Batch API as another way to ask about the articles of a store.

What comes back is laid aside as drafts, and finished as after any interrupted run: no request for
an article whose drafts are sound, one live request to repair it otherwise.  Whatever a batch did
not answer is to be done again, by another batch or by a live run.  What is in which batch is noted
in a `Ledger`, files travel with a `Courier`, and a `Harvest` reads what came back.
"""

from __future__ import annotations

import os
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any

from ..article import Article
from ..errors import PromptError, ProviderError, SettingError, StoreError, SummariserError
from ..pipeline import Summariser
from ..store import ANSWERED, BATCHES, Entry, Ledger, Question, Store
from ..topics import Summary, SummitSummary
from .api import Courier, line, named, read_settings, settings, written
from .results import Harvest
from .tally import Batch, Fetched, Submitted

if TYPE_CHECKING:
    from openai.types import Batch as Told

ROWS = 50_000
"""Requests in one batch, at most: OpenAI's limit."""

SIZE = 200_000_000
"""Bytes of one batch's file, at most: OpenAI's limit."""

DOUBT = 300.0
"""Seconds after which a batch that the provider does not list was never created."""

KEPT = 30 * 86_400.0
"""Seconds that a provider keeps files: before, one that is not found may still turn up."""

GIVEN_UP = "given up"
"""How a batch ended that never was."""

_FINAL = frozenset(("completed", "expired", "cancelled", "failed"))
# So turned down, a row would be again, and perhaps be charged for: a live run decides.
_LASTING = frozenset(
    ("refused", "filtered", "truncated", "invalid", "too_long", "rejected", "not_found")
)
# These say nothing of the row: somebody stopped its batch.
_STOPPED = frozenset(("not submitted", "cancelled"))
TRIES = 3
"""Batches that may bring a row back without an answer: then a live run decides, too."""
# After these, no batch was created; after any other failure, one may have been.
_TURNED_DOWN = frozenset(("authentication", "quota", "not_found", "rate_limit", "rejected"))
_ADVICE = {
    "token_limit_exceeded": ": submit its rows again once others are done, with fewer in a batch "
    "if even one is too large",
}
_CODE = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")
_OPENAI = "https://api.openai.com/v1"
_OPTIONS = {"prompts": "prompts= (--prompts)", "variables": "variables="}


class Batches:
    """The batches of a store: submitted, looked after, fetched.

    A batch is under way whatever becomes of the process that submitted it; fetching twice does
    no harm.  Which articles there are, the store knows: see `Store.add`.

    Args:
        store: its articles are asked about, and get the summaries.
        summariser: how to ask.  Batches that were submitted with other settings are fetched with
            these, and the key that stands in the environment; so are all, if it is None.  But
            no file says where to ask, or with whose words: that is taken from `summariser`, unless
            it is given here.
        base_url: where batches were submitted, if that is not where `summariser` asks, or OpenAI.
        schema: what they were to look for.
        prompts: the folder with the prompt files they were submitted with, if it was one's own.
        variables: the variables they were submitted with, if there were any.
        rows: requests in one batch, at most.
        size: bytes of one batch's file, at most.

    Every method raises ProviderError, and StoreError: also if another process is at the batches.
    """

    def __init__(
        self,
        store: Store,
        summariser: Summariser[Any] | None = None,
        *,
        base_url: str | None = None,
        schema: type[Summary] = SummitSummary,
        prompts: str | Path | None = None,
        variables: Mapping[str, Any] | None = None,
        rows: int = ROWS,
        size: int = SIZE,
    ) -> None:
        if rows < 1 or size < 1:
            raise ValueError(f"batches of {rows} rows and {size} bytes hold nothing")
        self.store = store
        self.rows = rows
        self.size = size
        self._own = summariser
        self._base_url = base_url
        self._schema = schema
        self._given: dict[str, Any] = {
            "prompts": prompts or (summariser.settings.prompts.folder if summariser else None),
            "variables": variables or (summariser.settings.variables if summariser else None),
        }
        self._ledger = Ledger(store)
        self._made: dict[tuple[Any, ...], Summariser[Any]] = {}

    def submit(self) -> Submitted:
        """Submit whatever has no draft, and is in no batch under way; raises PromptError, too.

        If one batch cannot be submitted, those before it have been.
        """
        if self._own is None:
            raise ValueError("to submit, one must know how to ask: Batches(store, summariser)")
        if self._own.settings.on_open == "ask":
            raise SettingError("on_open is 'ask', but a batch only flags what is open: give 'flag'")
        counts = dict.fromkeys(("batches", "rows", "under_way", "live", "others"), 0)
        with self._alone(), TemporaryFile() as file:
            self._resolve()
            rows: dict[str, Question] = {}
            for question, name, request in self._requests(self._own, counts):
                if rows and (len(rows) == self.rows or file.tell() + len(request) > self.size):
                    self._send(self._own, rows, file, counts)
                file.write(request)
                rows[name] = question
            if rows:
                self._send(self._own, rows, file, counts)
        return Submitted(**counts)

    def status(self) -> list[Batch]:
        """How all batches stand, oldest first."""
        with self._alone():
            self._resolve()
            return [self._batch(entry) for entry in self._ledger.entries()]

    def fetch(self, *, concurrency: int = 32, progress: bool = False) -> Fetched:
        """Lay aside what has come back, and finish the articles whose rows are all answered.

        The arguments are for the latter: see `Summariser.summarise_many`.  If some cannot be
        finished without `prompts` or `variables`, a StoreError says so once all others are.
        """
        fetched = Fetched()
        lacking: dict[str, None] = {}
        with self._alone():
            self._resolve()
            for entry in self._ledger.entries():
                if entry.end is None:
                    with _noting(lacking):
                        self._fetch(entry, fetched)
            for entry in self._ledger.unfinished():
                with _noting(lacking):
                    self._finish(self._summariser(entry), fetched, concurrency, progress)
        if lacking:
            raise StoreError("; ".join(lacking), path=self.store.path)
        return fetched

    # --- submitting --------------------------------------------------------------------------

    def _requests(
        self, summariser: Summariser[Any], counts: dict[str, int]
    ) -> Iterator[tuple[Question, str, bytes]]:
        """What is to be submitted: what it asks about, its ``custom_id``, and its line."""
        for key, article in self.store.todo():
            if summariser.key(article) != key:
                counts["others"] += 1
                continue
            history = self._ledger.history(key)
            for window in summariser.settings.windows(article):
                question = Question(key, window.part)
                outcomes = history.get(window.part, [])
                if self.store.draft(*question) is not None:
                    continue
                if None in outcomes:
                    counts["under_way"] += 1
                elif _is_hopeless(outcomes):
                    counts["live"] += 1
                else:
                    name = question.name(is_whole=window.is_whole)
                    yield question, name, line(name, summariser.request(window))

    def _send(
        self,
        summariser: Summariser[Any],
        rows: dict[str, Question],
        file: IO[bytes],
        counts: dict[str, int],
    ) -> None:
        """Submit a batch; what may have come of it is on the disk at any moment."""
        courier = Courier(summariser)
        entry = self._ledger.open(written(settings(summariser)), rows)
        try:
            uploaded = courier.upload(file, entry.token)
        except ProviderError as error:
            self._give_up(entry, str(error))
            raise
        self._ledger.note_file(entry, uploaded)
        try:
            batch = courier.create(uploaded, entry.token)
        except ProviderError as error:
            if error.kind in _TURNED_DOWN:
                self._give_up(entry, str(error))
                raise
            if not (found := courier.find(entry.token, entry.submitted)):
                raise
            batch = found
        self._ledger.note_id(entry, batch)
        counts["batches"] += 1
        counts["rows"] += len(rows)
        rows.clear()
        file.seek(0)
        file.truncate()

    def _resolve(self) -> None:
        """Find out what became of batches whose submitting was interrupted."""
        for entry in self._ledger.entries():
            if entry.end or entry.id:
                continue
            if entry.file is None:
                self._give_up(entry, "submitting it was interrupted before it was created")
                continue
            courier = self._courier(entry)
            if found := courier.find(entry.token, entry.submitted):
                self._ledger.note_id(entry, found)
            elif abs(time.time() - entry.submitted) > DOUBT:
                self._give_up(entry, "submitting it was interrupted, and it was never created")

    def _give_up(self, entry: Entry, why: str) -> None:
        outcomes = dict.fromkeys(self._ledger.rows(entry), "not submitted")
        self._ledger.close(entry, GIVEN_UP, outcomes, message=why)

    # --- looking after -----------------------------------------------------------------------

    def _batch(self, entry: Entry) -> Batch:
        outcomes = self._ledger.outcomes(entry)
        rows = sum(outcomes.values())
        if entry.end:
            status, message = entry.end, entry.message
            answered = outcomes.get(ANSWERED, 0)
            failed = rows - answered
        else:
            told, status, message = self._told(entry)
            counts = told and told.request_counts
            answered, failed = (counts.completed, counts.failed) if counts else (0, 0)
        fetched = entry.end not in (None, GIVEN_UP)
        return Batch(entry.number, entry.id, status, rows, answered, failed, fetched, message)

    def _told(self, entry: Entry) -> tuple[Told | None, str, str | None]:
        """What the provider tells about a batch, its status, and what is wrong with it."""
        if entry.id is None:
            return None, "unclear", "submitting it was interrupted: ask again in five minutes"
        courier = self._courier(entry)
        told = courier.retrieve(entry.id)
        if told is None:
            why = f"{entry.id} is not known to the provider, at this base_url and under this key"
            return None, "unknown", why
        errors = (told.errors.data if told.errors else None) or []
        if not errors:
            return told, told.status, None
        more = f" (and {len(errors) - 1} more)" if errors[1:] else ""
        said = courier.hide(str(errors[0].message or errors[0].code))
        advice = _ADVICE.get(errors[0].code or "", "")
        return told, told.status, f"{entry.id} {told.status}: {said}{more}{advice}"

    # --- fetching ----------------------------------------------------------------------------

    def _fetch(self, entry: Entry, fetched: Fetched) -> None:
        """Read a batch that ended; when all its lines are in, it is closed, all at once."""
        courier = self._courier(entry, reads=True)
        told, status, message = self._told(entry)
        if message:
            fetched.messages.append(message)
        if told is None or status not in _FINAL:
            fetched.under_way += 1
            return
        rows = self._ledger.rows(entry)
        harvest = Harvest(rows, courier, self.store)
        for file in (told.output_file_id, told.error_file_id):
            is_gone = file is not None and not harvest.take_in(file)
            if is_gone and time.time() - entry.submitted < KEPT:
                fetched.messages.append(f"{entry.id}: the provider does not find its file {file}")
                fetched.under_way += 1
                return
        outcomes = dict.fromkeys(rows, "missing" if status == "completed" else status)
        outcomes |= harvest.outcomes
        if said := self._said(entry, harvest, courier):
            fetched.messages.append(said)
        words = "; ".join(filter(None, (message, said))) or None
        self._ledger.close(entry, status, outcomes, message=words, usage=harvest.usage)
        counts = Counter(outcomes.values())
        fetched.batches += 1
        fetched.drafts += counts.pop(ANSWERED, 0)
        fetched.to_do += counts
        fetched.ignored += harvest.ignored
        fetched.usage.include(harvest.usage)

    def _said(self, entry: Entry, harvest: Harvest, courier: Courier) -> str | None:
        """How many rows of a batch failed of what, each with the provider's words for one."""
        if not harvest.said:
            return None
        asked = {question.key for question, _ in harvest.said.values()}
        # What may be quoted in them is not to be told.
        texts = [article.text for article in map(self.store.article, asked) if article]
        counts = Counter(harvest.outcomes.values())
        told = (
            f"{counts[kind]} {kind}: {courier.hide(words, texts)}"
            for kind, (_, words) in harvest.said.items()
            if counts[kind]
        )
        return f"{entry.id}, rows that failed: " + "; ".join(told)

    def _finish(
        self, summariser: Summariser[Any], fetched: Fetched, concurrency: int, progress: bool
    ) -> None:
        noted: Any = _Noted(self.store)
        for result in summariser.summarise_many(
            self._complete(summariser), concurrency=concurrency, progress=progress, store=noted
        ):
            fetched.failures += isinstance(result, SummariserError)
            fetched.summaries += not isinstance(result, SummariserError)

    def _complete(self, summariser: Summariser[Any]) -> Iterator[Article]:
        """The articles whose rows are all answered, if this is how they were asked about."""
        for key, article in self.store.todo():
            windows = summariser.settings.windows(article)
            answers = (self.store.draft(key, window.part) for window in windows)
            if all(answers) and summariser.key(article) == key:
                yield article

    # --- who is at it ------------------------------------------------------------------------

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if not self.store.claim(BATCHES):
            raise StoreError("another process is at its batches", path=self.store.path)
        try:
            yield
        except OSError as error:
            why = f"no temporary file can be written ({error.strerror}): make room for it"
            raise StoreError(why, path=self.store.path) from None
        finally:
            self.store.release(BATCHES)
            while self._made:
                self._made.popitem()[1].close()

    def _courier(self, entry: Entry, *, reads: bool = False) -> Courier:
        """What goes to the provider of a batch; only to read its answers takes its schema."""
        told = self._settings(entry)
        if self._own is not None and settings(self._own) == told:
            return Courier(self._own)
        if reads:
            self._check_schema(told)
        asks_nothing = dict.fromkeys(("prompts", "variables", "language"))
        return Courier(
            self._like(entry, {**told, **asks_nothing, "prompt": Summary.default_prompt})
        )

    def _summariser(self, entry: Entry) -> Summariser[Any]:
        """One that asks as this batch did; raises _LackingError if what it needs is not given."""
        told = self._settings(entry)
        if self._own is not None and settings(self._own) == told:
            return self._own
        self._check_schema(told)
        if told["language"] and not _CODE.fullmatch(told["language"]):
            # It stands in the prompt, and a file does not say in which words one asks.
            raise _LackingError(
                "a batch was submitted with a language that is no code such as de: "
                "give Batches the Summariser it was submitted with"
            )
        if missing := [name for name in _OPTIONS if told[name] and not self._given[name]]:
            options = " and ".join(_OPTIONS[name] for name in missing)
            raise _LackingError(
                f"a batch was submitted with {' and '.join(missing)}: give the same as {options}"
            )
        given = {name: self._given[name] if told[name] else None for name in _OPTIONS}
        try:
            made = self._like(entry, {**told, **given})
            here = settings(made)
        except PromptError as error:
            raise _LackingError(str(error)) from None
        if other := [name for name in _OPTIONS if here[name] != told[name]]:
            raise _LackingError(
                f"the {' and '.join(other)} that are given differ from those a batch was "
                "submitted with: give the same"
            )
        return made

    def _check_schema(self, told: dict[str, Any]) -> None:
        if told["schema"] != named(self._schema):
            # Nothing that stands in a file is imported.
            raise _LackingError(
                f"a batch was submitted with the schema {told['schema']}: "
                "give Batches the Summariser it was submitted with, or schema= (--schema)"
            )

    def _like(self, entry: Entry, told: dict[str, Any]) -> Summariser[Any]:
        """One with these settings, whose schema and address are the user's own."""
        made = (entry.settings, told["prompt"], told["prompts"])
        if made not in self._made:
            # Without an address, a model's name would say where to ask.
            told["base_url"] = address = self._address(told["base_url"])
            told["model"] = told["model"] if address else f"openai/{told['model']}"
            told["schema"] = self._schema
            with self._readable():
                self._made[made] = Summariser(**told)
        return self._made[made]

    def _settings(self, entry: Entry) -> dict[str, Any]:
        with self._readable():
            return read_settings(entry.settings)

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except ValueError:
            why = "the settings of a batch cannot be read: use a copy you have of it"
            raise StoreError(why, path=self.store.path) from None

    def _address(self, told: str | None) -> str | None:
        """Where the caller asks, if a batch was submitted there: no file says where a key goes."""
        trusted = [self._own.client.address] if self._own else []
        if self._base_url or not self._own:
            trusted.append(self._base_url or os.environ.get("OPENAI_BASE_URL"))
        for address in trusted:
            if (address or _OPENAI).rstrip("/") == (told or _OPENAI).rstrip("/"):
                return address
        raise StoreError(
            f"a batch was submitted to {told or _OPENAI}: if your key may go there, give it as "
            "base_url= (--base-url)",
            path=self.store.path,
        )


def _is_hopeless(outcomes: list[str | None]) -> bool:
    """Whether another batch would fare no better with a row."""
    failed = [outcome for outcome in outcomes if outcome not in _STOPPED]
    return not _LASTING.isdisjoint(failed) or len(failed) >= TRIES


class _LackingError(Exception):
    """What must be given to read the answers of a batch, or to finish its articles."""


@contextmanager
def _noting(lacking: dict[str, None]) -> Iterator[None]:
    """Goes on with the other batches where one lacks something."""
    try:
        yield
    except _LackingError as error:
        lacking[str(error)] = None


class _Noted:
    """A store whose articles are worked on: they are its inputs, and need not be noted again."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, *_: Any) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)
