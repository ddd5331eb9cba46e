"""Record a model's replies once, and replay them from then on: offline, without a key, for free.

For users as much as for tests.  vcrpy stands in for the HTTP libraries; this module decides which
requests are the same, what may be written down, and what a cassette looks like.  It is no cache
(nothing expires, nothing is shared between processes), and records nothing but language models.
A cassette holds **whole articles**, so mind whose they are before you publish one; it holds no
header, host or query string of any request, hence no key.
"""

from __future__ import annotations

import base64
import hashlib
import json
import logging
import os
import re
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http import HTTPStatus
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

import yaml

from ..errors import NoRecording, RecordingError
from .errors import refuses_form
from .secrets import secrets, without_bytes

__all__ = ["recorded"]

Mode = Literal["none", "once", "new_episodes", "all"]
Exchange = dict[str, dict[str, Any]]  # one entry of the file: a request and its response

# The end of an address is the same with every provider; what precedes it is not.
_ENDPOINT = re.compile(r"/(chat/completions|completions|responses|embeddings|messages)/?$")
# Re-asks quote Pydantic's errors, whose links change with every release of Pydantic.
_PYDANTIC_LINK = re.compile(rb"(errors\.pydantic\.dev/)[0-9.]+/")
_HEADERS = ("content-type", "content-encoding")
_HALF = re.compile("[\ud800-\udfff]")
_DEEPEST = 60  # levels of JSON that are still readable as YAML, and far from the recursion limit
_AROUND = 20  # levels of a cassette around them, and a few to spare

_lock = threading.Lock()
_open: list[Path] = []
_tapes: list[Cassette] = []
"""What is open, once it is read."""


@contextmanager
def recorded(path: str | os.PathLike[str], mode: Mode = "none") -> Iterator[Cassette]:
    """Within this context, requests to language models are answered from the file ``path``.

    Two requests are the same if endpoint and JSON body are: what was recorded at one provider
    replays for another.  The same request gets the same answer any number of times; while recording
    too (but for ``all``) only the first is sent, so vary ``seed`` to record several answers.

    Args:
        path: a UTF-8 YAML file, written when the context ends, after an exception too, wholly or
            not at all; missing folders are created.
        mode: ``none`` replays, and never writes; ``once`` records if there is no such file (or an
            empty one) and else replays; ``new_episodes`` replays, and records what is new;
            ``all`` asks everything anew, and replaces what it asked.

    Yields:
        the cassette: its ``path``, and how many answers it has ``replayed`` and ``recorded``.

    Raises:
        RecordingError: the file is missing, empty, or no cassette; or another one is open (HTTP
            is patched for the process as a whole, so there can be only one at a time).
        NoRecording: from within a request that is not recorded and may not be: *any* HTTP request
            by a library vcrpy knows, so that a replay stays offline.  Clients may retry, and wrap
            it: see their exception's ``__cause__``.

    Errors, redirects and unreadable replies are not recorded; nor are requests to anything but a
    model, which a recording cassette lets through.  A streamed reply arrives in one piece; one that
    was recorded whole answers a stream, too.

    >>> with recorded("no/such.yaml"):
    ...     pass
    Traceback (most recent call last):
    summariser.errors.RecordingError: no/such.yaml: no such cassette; mode="once" records it
    """
    if mode not in get_args(Mode):
        raise ValueError(f"mode is one of {', '.join(get_args(Mode))}, not {mode!r}")
    with _opened(path, mode) as cassette:
        listen()
        yield cassette


@contextmanager
def replayed(path: str | os.PathLike[str]) -> Iterator[Cassette]:
    """The same for a command, which sends nothing but through `Client`: HTTP libraries are loaded
    once it does.
    """
    with _opened(path, "none") as cassette:
        yield cassette


@contextmanager
def _opened(path: str | os.PathLike[str], mode: Mode) -> Iterator[Cassette]:
    with _lock:
        if _open:
            why = f"{path}: {_open[0]} is still open; leave it first, or use one cassette for both"
            raise RecordingError(why, cassette=Path(path))
        _open.append(Path(path))
    with ExitStack() as undo:
        undo.callback(_open.clear)
        cassette = Cassette(Path(path), mode)
        undo.callback(cassette.save)
        undo.callback(cassette.deafen)
        undo.callback(_tapes.clear)
        _tapes.append(cassette)
        yield cassette


class Cassette:
    """What ``recorded`` yields.  The methods but ``save`` are what vcrpy asks of a cassette."""

    custom_patches = ()
    write_protected = False  # refusing is up to can_play_response_for

    def __init__(self, path: Path, mode: Mode) -> None:
        self.path = path
        self.replayed = 0
        self.recorded = 0
        self._path = path.resolve()  # the working directory may change before it is saved
        self._lock = threading.Lock()
        is_blank = not path.exists() or (path.is_file() and path.stat().st_size == 0)
        if is_blank and mode == "none":
            state = "an empty file" if path.exists() else "no such cassette"
            raise self._unusable(f'{state}; mode="once" records it')
        self._exchanges = {} if is_blank else self._load()
        self._patches: ExitStack | None = None
        self._replays = mode != "all"
        self._records = mode in ("new_episodes", "all") or (mode == "once" and is_blank)
        if self._records:
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise self._unusable(f"its folder cannot be made ({error.strerror})") from error

    def can_play_response_for(self, request: Any) -> bool:
        asked = _question(request)
        if asked and self._replays and self._exchange(asked):
            return True
        if not self._records:
            raise self._refusal(request, asked)
        return False

    def play_response(self, request: Any) -> dict[str, Any]:
        with self._lock:
            self.replayed += 1
        asked = _question(request) or {}
        exchange = self._exchange(asked)
        assert exchange is not None
        answer = exchange["response"]
        return _reply(_in_events(answer) if _whole(asked) is not asked else answer)

    def listen(self) -> None:
        """From now on, answer what goes through any HTTP library."""
        with self._lock:
            if self._patches is not None:
                return
            self._patches = undo = ExitStack()
            from vcr.patch import CassettePatcherBuilder

            log = logging.getLogger("vcr")
            undo.callback(log.setLevel, log.level)
            log.setLevel(logging.WARNING)  # at INFO it logs whole addresses, keys included
            for patch in CassettePatcherBuilder(self).build():
                undo.enter_context(patch)

    def deafen(self) -> None:
        if self._patches is not None:
            self._patches.close()

    def answer(self, endpoint: str, body: dict[str, Any]) -> Any:
        """What a model answered to a request, its keys as attributes; no HTTP library is needed.

        None if there is more to it than a text: a refusal, or no recording, as it comes over HTTP.
        """
        exchange = self._exchanges.get(_uri({"endpoint": endpoint, "json": body}))
        said = exchange["response"].get("json") if exchange else None
        if (
            not exchange
            or int(exchange["response"]["status"]) != HTTPStatus.OK
            or not _is_plain(said)
        ):
            return None
        with self._lock:
            self.replayed += 1
        return json.loads(json.dumps(said), object_hook=lambda each: SimpleNamespace(**each))

    @property
    def only_replays(self) -> bool:
        return self._replays and not self._records

    def _exchange(self, asked: dict[str, Any]) -> Exchange | None:
        """What is recorded for a request, or for its form, if that was refused."""
        keys = (_uri(form) for each in (asked, _whole(asked)) for form in (each, _form(each)))
        return next((self._exchanges[key] for key in keys if key in self._exchanges), None)

    def filter_request(self, request: Any) -> Any:
        return _question(request) and request

    def append(self, request: Any, response: dict[str, Any]) -> None:
        hidden = secrets(request.uri, request.headers)
        asked, answer = _question(request), _answer(response, hidden)
        if asked and answer:
            with self._lock:
                self.recorded += 1
                exchange = {"request": asked, "response": answer}
                self._exchanges[_key(exchange)] = exchange

    def save(self) -> None:
        """Write the file if anything new was recorded, all of it or none."""
        if not self.recorded:
            return
        with self._lock:  # a straggler may still be answered in another thread
            text = "interactions:\n" + "".join(map(_as_yaml, self._exchanges.values()))
        draft = self._path.with_name(f".{self._path.name}.{os.getpid()}.tmp")
        try:
            draft.write_bytes(text.encode())  # as bytes: the same line endings on Windows
            draft.replace(self._path)
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise self._unusable(f"cannot be written ({error.strerror})") from error

    def _load(self) -> dict[str, Exchange]:
        try:
            content = self._path.read_bytes()
            _refuse_unsafe(content)
            exchanges = yaml.load(content, _Loader)["interactions"]  # noqa: S506  # a safe one
            for exchange in exchanges:
                _reply(exchange["response"])  # now, rather than in the middle of a run
            return {_key(exchange): exchange for exchange in exchanges}
        except Exception as error:  # whatever a file may hold that is no cassette
            mark = getattr(error, "problem_mark", None)
            where = f" in line {mark.line + 1}" if mark else ""
            raise self._unusable(
                f"not a readable cassette ({type(error).__name__}{where}); mend it, or delete it "
                'and record it anew with mode="once"'
            ) from error

    def _unusable(self, reason: str) -> RecordingError:
        return RecordingError(f"{self.path}: {reason}", cassette=self.path)

    def _refusal(self, request: Any, asked: dict[str, Any] | None) -> NoRecording:
        if asked is None:
            target = f"{request.method} request to {urlsplit(request.uri).hostname}"
            why = f"{self.path} answers for language models only: it stopped a {target}"
            return NoRecording(why, cassette=self.path)
        kept = [exchange["request"] for exchange in self._exchanges.values()]
        changes = min((_changes(asked, other) for other in kept), key=len, default=[])
        return NoRecording(
            f"{self.path} holds no reply to this request. The most similar of its {len(kept)} "
            f"recordings differs in {', '.join(changes) or 'everything'}. Undo the change, or "
            'record anew with mode="new_episodes" (adds) or mode="all" (replaces).',
            cassette=self.path,
            changed=tuple(dict.fromkeys(change.partition("[")[0] for change in changes)),
        )


def _question(request: Any) -> dict[str, Any] | None:
    """What is kept of a request to a model; None for any other request."""
    from vcr.util import read_body

    endpoint, body = _ENDPOINT.search(urlsplit(request.uri).path), read_body(request)
    if request.method.upper() != "POST" or not endpoint or not body:
        return None
    body = body if isinstance(body, bytes) else json.dumps(body, default=str).encode()
    return {"endpoint": endpoint[1], **_readable(body)}


def _answer(response: dict[str, Any], hidden: list[str]) -> dict[str, Any] | None:
    """What is kept of a response; None for errors, and for what no model says.

    A login page or half a reply, once recorded, would be replayed for ever.  But that a server
    does not take the form in which JSON was asked for is true of it for ever: what was asked next
    is recorded, too, and would not be asked without it.  What is hidden is cut out of it: some
    servers quote the key.
    """
    from vcr.filters import decode_response

    response = decode_response({**response, "body": {"string": b"", **response["body"]}})
    status = response["status"]["code"]
    headers = {name.lower(): ", ".join(given) for name, given in response["headers"].items()}
    headers = {name: headers[name] for name in _HEADERS if name in headers}
    body = without_bytes(response["body"]["string"], hidden)
    is_stream = "event-stream" in headers.get("content-type", "")
    if is_stream and (_breaks_off(body) or _comes_in_pieces(body, hidden)):
        return None
    is_opaque = is_stream or "content-encoding" in headers
    said = {"stream": ...} if is_opaque else _parsed(body)
    is_answer = status // 100 == 2 and isinstance(said, dict) and not said.get("error")
    if not is_answer and not (status // 100 == 4 and refuses_form(status, said)):
        return None
    return {"status": status, **headers, **_readable(body)}


_END = re.compile(rb'\[DONE\]|"finish_reason"\s*:\s*"[^"]')


def _breaks_off(events: bytes) -> bool:
    """Whether a stream tells of an error, or a chat completion names no end."""
    lines = (line for line in events.splitlines() if line.startswith(b"data:"))
    told = [each for line in lines if isinstance(each := _parsed(line[5:]), dict)]
    is_chat = any(each.get("object") == "chat.completion.chunk" for each in told)
    return any(each.get("error") for each in told) or (is_chat and not _END.search(events))


_WORDS = re.compile(rb'"(?:content|arguments)"\s*:\s*"((?:[^"\\]|\\.)*)"')


def _comes_in_pieces(events: bytes, hidden: list[str]) -> bool:
    """Whether the words of a stream, put together, hold what is hidden: it cannot be cut out."""
    words = b"".join(_WORDS.findall(events))
    return without_bytes(words, hidden) != words


def _reply(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer as vcrpy hands it on."""
    return {
        "status": {"code": int(answer["status"]), "message": "OK"},
        "headers": {name: [str(answer[name])] for name in _HEADERS if name in answer},
        "body": {"string": _raw(answer)},
    }


def _readable(body: bytes) -> dict[str, Any]:
    """The body as one can review it: JSON if it is (and YAML can hold it), else text or base64."""
    value = _parsed(body)
    if value is not None and _fits_yaml(value, _DEEPEST):
        return {"json": value}
    try:
        return {"text": body.decode()}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(body).decode()}


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _fits_yaml(value: Any, levels: int) -> bool:
    """Whether it is not too deep, and holds no half of a surrogate pair."""
    if isinstance(value, str):
        return not _HALF.search(value)
    inner = [*value, *value.values()] if isinstance(value, dict) else value
    if not isinstance(inner, list):
        return True
    return levels > 0 and all(_fits_yaml(item, levels - 1) for item in inner)


def _raw(message: dict[str, Any]) -> bytes:
    """The body again: the inverse of ``_readable``, but for the spacing of JSON."""
    if "json" in message:
        return json.dumps(message["json"], ensure_ascii=False).encode()
    return (
        message["text"].encode()
        if "text" in message
        else base64.b64decode(message["base64"], validate=True)
    )


def _uri(asked: dict[str, Any]) -> str:
    """What tells one request from another: the endpoint, and a digest of what it says."""
    body = json.dumps(asked["json"], sort_keys=True).encode() if "json" in asked else _raw(asked)
    digest = hashlib.sha256(_PYDANTIC_LINK.sub(rb"\1", body)).hexdigest()
    return f"{asked['endpoint']}#{digest}"


def _form(asked: dict[str, Any]) -> dict[str, Any]:
    """A request but for its messages: as what is asked about any article."""
    body = asked.get("json")
    if not isinstance(body, dict):
        return asked
    return {**asked, "json": {name: body[name] for name in body if name != "messages"}}


def _whole(asked: dict[str, Any]) -> dict[str, Any]:
    """A request for the answer in one piece, if that is not what it is."""
    body = asked.get("json")
    if not isinstance(body, dict) or not body.get("stream"):
        return asked
    no_more = ("stream", "stream_options")
    return {**asked, "json": {name: body[name] for name in body if name not in no_more}}


def _in_events(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer as a stream of one event, if it is a completion that came whole."""
    said = answer.get("json")
    said = said if isinstance(said, dict) else {}
    choices = said.get("choices")
    if not (choices and all(isinstance(each.get("message"), dict) for each in choices)):
        return answer
    parts = []
    for each in choices:
        others = {name: each[name] for name in each if name != "message"}
        calls = each["message"].get("tool_calls") or []
        numbered = [{"index": number, **call} for number, call in enumerate(calls)]
        parts.append({**others, "delta": {**each["message"], "tool_calls": numbered or None}})
    chunk = {**said, "object": "chat.completion.chunk", "choices": parts}
    told = f"data: {json.dumps(chunk, ensure_ascii=False)}\n\ndata: [DONE]\n\n"
    return {"status": answer["status"], "content-type": "text/event-stream", "text": told}


def _key(exchange: Exchange) -> str:
    """What an exchange is kept under: an answer is one question's, a refusal its form's."""
    asked = exchange["request"]
    return _uri(asked if int(exchange["response"]["status"]) < 400 else _form(asked))


def _changes(asked: dict[str, Any], kept: dict[str, Any]) -> list[str]:
    """The parts that differ, as ``["messages[0] (system)", "model"]``."""
    new, old = _parts(asked), _parts(kept)
    return sorted(part for part in new | old if new.get(part, ...) != old.get(part, ...))


def _parts(asked: dict[str, Any]) -> dict[str, Any]:
    body = asked["json"] if isinstance(asked.get("json"), dict) else {"body": _raw(asked)}
    parts = {"endpoint": asked["endpoint"], **body}
    if isinstance(messages := parts.pop("messages", []), list):
        for number, message in enumerate(messages):
            role = message.get("role") if isinstance(message, dict) else None
            parts[f"messages[{number}] ({role})"] = message
    return parts


def _as_block(dumper: Any, text: str) -> Any:
    # The rarer line breaks would be read back as spaces if they were not escaped.
    style = '"' if re.search("[\x85\u2028\u2029]", text) else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


class _Compact(dict[str, Any]):
    """Written in few long lines: a schema, which is the same in every request."""


def _as_flow(dumper: Any, value: _Compact) -> Any:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value, flow_style=True)


def _refuse_unsafe(content: bytes) -> None:
    """Raise ValueError for what harms whoever loads it, and what no cassette has.

    A few lines of aliases mean gigabytes; thousands of brackets end the process, since libyaml's
    loader calls itself for each of them.  Its parser does not.
    """
    levels = 0
    for event in yaml.parse(content, _Loader):
        if isinstance(event, yaml.AliasEvent):
            raise ValueError("aliases")
        levels += isinstance(event, yaml.CollectionStartEvent)
        levels -= isinstance(event, yaml.CollectionEndEvent)
        if levels > _DEEPEST + _AROUND:
            raise ValueError("nested too deeply")


_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# libyaml is faster, but can write emoji only as escapes.
_bases = (getattr(yaml, "CSafeDumper", yaml.SafeDumper), yaml.SafeDumper)
_DUMPERS: list[Any] = [type("Dumper", (base,), {}) for base in _bases]
for _dumper in _DUMPERS:
    _dumper.add_representer(str, _as_block)
    _dumper.add_representer(_Compact, _as_flow)


def _as_yaml(exchange: Exchange) -> str:
    dumper = _DUMPERS[max(json.dumps(exchange, ensure_ascii=False)) > "\uffff"]
    body = exchange["request"].get("json")
    if isinstance(body, dict) and isinstance(body.get("response_format"), dict):
        body = {**body, "response_format": _Compact(body["response_format"])}
        exchange = {**exchange, "request": {**exchange["request"], "json": body}}
    text = yaml.dump([exchange], Dumper=dumper, allow_unicode=True, sort_keys=False, width=100)
    return str(text)


def _is_plain(said: Any) -> bool:
    """Whether an answer has its words where they belong."""
    try:
        words = [choice["message"]["content"] for choice in said["choices"]]
    except (TypeError, KeyError):
        return False
    return bool(words) and all(isinstance(each, str) for each in words)


def is_replaying() -> bool:
    """Whether a cassette is open, so that requests may be answered without a key."""
    return bool(_open)


def replaying() -> Cassette | None:
    """The open cassette, if it only replays."""
    return next((each for each in [*_tapes] if each.only_replays), None)


def listen() -> None:
    """Have the open cassette answer what is sent from now on."""
    for each in [*_tapes]:
        each.listen()
