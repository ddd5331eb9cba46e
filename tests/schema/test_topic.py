"""A topic of one's own: what cannot work is one sentence, before anybody is asked."""

from __future__ import annotations

import warnings
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field

from summariser import (
    Grounded,
    Item,
    Mention,
    Money,
    Named,
    PromptError,
    Prose,
    SettingError,
    Summariser,
    Summary,
    SummitSummary,
    Verbatim,
)
from summariser.schema import check_schema, described


class Plain(BaseModel):
    """Not derived from anything of the library's."""

    text: str


class Pledge(Grounded):
    """A promise of money."""

    by: Named


def topic(kind: Any, name: str = "pledges") -> type[Summary]:
    """A topic with one field."""
    return made("Pledges", Summary, {name: kind})


def made(name: str, base: type, fields: dict[str, Any]) -> Any:
    with warnings.catch_warnings():  # pydantic's, of a field that hides a method
        warnings.simplefilter("ignore", UserWarning)
        return type(name, (base,), {"__annotations__": fields, "__doc__": "Promises."})


def of_items(kind: Any, name: str = "what", base: type = Grounded) -> type[Summary]:
    """A topic whose items have one field."""
    return topic(list[made("Pledge", base, {name: kind})])


class Size(Enum):
    """A choice."""

    LARGE = "large"


GOOD = [
    topic(list[Pledge]), topic(Pledge | None), topic(Prose), topic(Annotated[str, Field(description="so")]),
    of_items(str), of_items(str | None), of_items(Verbatim | None), of_items(Literal["a", "b"]), of_items(Size | None),
    of_items(list[Money]), of_items(list[str]), of_items(Decimal), of_items(bool), of_items(Named | None),
    of_items(list[Annotated[str, Field(description="so")]]), of_items(Prose, "text"), of_items(Named, base=Item),
    SummitSummary,
]  # fmt: skip
WRONG = [
    (topic(list[Plain]), "Pledges.pledges holds Plain, of which nothing could be checked: derive it from summariser.Grounded"),
    (topic(list[Named]), "Pledges.pledges holds Named, of which nothing could be checked"),
    (topic(Plain | None), "Pledges.pledges holds Plain"),
    (topic(Pledge | Plain), "Pledges.pledges is a union of Pledge and Plain: a field has one type, or that one and None"),
    (topic(list[Pledge | None]), "Pledges.pledges is a list that holds None"),
    (topic(list[Pledge] | None), "Pledges.pledges is a list or None: an empty list says that there is none"),
    (topic(list), "Pledges.pledges is a list of anything: say of what"),
    (topic(list[list[Pledge]]), "Pledges.pledges is a list of lists: say of what"),
    (topic(tuple[Pledge, ...]), "Pledges.pledges is a tuple: make it a list"),
    (topic(set[str]), "Pledges.pledges is a set: make it a list"),
    (topic(dict[str, str]), "Pledges.pledges is a dict: make it a class of its own"),
    (topic(Any), "Pledges.pledges is an Any: give text, a number"),
    (topic(bytes), "Pledges.pledges is a bytes: give text"),
    (topic(list[Pledge], "rejected"), "Pledges.rejected is a name that the library uses itself: call the field something else"),
    (topic(list[Pledge], "items"), "Pledges.items is a name that the library uses"),
    (topic(list[Pledge], "to_html"), "Pledges.to_html is a name that the library uses"),
    (of_items(Plain), "Pledge.what holds Plain, which is no part of an item: derive it from summariser.Mention"),
    (of_items(list[Pledge]), "Pledge.what holds Pledge, which is no part of an item"),
    (of_items(int | str), "Pledge.what is a union of int and str"),
    (of_items(Annotated[list[str] | None, Field(description="so")]), "Pledge.what is a list or None"),
    (of_items(str, "checks"), "Pledge.checks is a name that the library uses"),
    (of_items(made("Port", Mention, {"ships": tuple[int, int]})), "Port.ships is a tuple"),
    (Summary, "Summary has no fields: give it a list of items to look for"),
    (dict, "schema is dict: give a subclass of summariser.Summary"),
    (Pledge, "schema is Pledge: give a subclass of summariser.Summary"),
    (None, "schema is None: give"),
]  # fmt: skip


@pytest.mark.parametrize("schema", GOOD, ids=lambda schema: str(schema.__annotations__))
def test_what_may_be_asked_for(schema: type[Summary]) -> None:
    """Nothing is wrong, and a schema for the wire can be made of it."""
    check_schema(schema)
    assert schema.wire_schema()["properties"]


@pytest.mark.parametrize(("schema", "words"), WRONG, ids=lambda value: str(value)[:40])
def test_what_may_not(schema: Any, words: str) -> None:
    """One sentence names the field, and what to write instead."""
    with pytest.raises(SettingError, match="^" + words.replace(".", r"\.")):
        Summariser(model="m", schema=schema)


def test_a_type_that_is_not_defined() -> None:
    """It is named."""

    class Forward(Summary):
        """Promises."""

        pledges: list[Nowhere]  # noqa: F821  # type: ignore[name-defined]

    with pytest.raises(SettingError, match="Forward uses Nowhere, which is not defined"):
        Summariser(model="m", schema=Forward)


SETTINGS: list[tuple[dict[str, Any], str]] = [
    ({"timeout": -1}, "timeout is -1: give seconds, more than 0"),
    ({"timeout": 0}, "timeout is 0"),
    ({"timeout": float("nan")}, "timeout is nan"),
    ({"deadline": -5}, "deadline is -5: give seconds, more than 0"),
    ({"max_requests": 0}, "max_requests is 0: at least one request"),
    ({"on_unsupported": "no"}, "on_unsupported is 'no': give 'ask', 'flag' or 'drop'"),
    ({"window": 0}, "a window of 0 characters holds nothing"),
    ({"window": 100, "overlap": 90}, "windows of 100 characters cannot overlap by 90"),
    ({"base_url": "localhost:11434/v1"}, "base_url is 'localhost:11434/v1': give an address such as http://"),
    ({"base_url": "ftp://localhost/v1"}, "base_url is 'ftp://localhost/v1'"),
    ({"base_url": "http://127.0.0.1:badX/v1"}, "base_url is 'http://127.0.0.1:badX/v1'"),
    ({"base_url": "http:///v1"}, "base_url is 'http:///v1'"),
]  # fmt: skip


@pytest.mark.parametrize(("settings", "words"), SETTINGS, ids=str)
def test_settings_that_cannot_work(settings: dict[str, Any], words: str) -> None:
    """The same for settings; whoever catches ValueError catches them."""
    with pytest.raises(SettingError, match="^" + words):
        Summariser(model="m", **settings)
    assert issubclass(SettingError, ValueError)


def test_an_address_is_told_without_its_secrets() -> None:
    """Neither a password nor a key in the query is repeated."""
    with pytest.raises(SettingError) as caught:
        Summariser(model="m", base_url="ftp://me:s3cret@host/v1?api-key=s3cret")
    assert "s3cret" not in str(caught.value)


# --- the prompt ----------------------------------------------------------------------------------


class Pledges(Summary):
    """Promises of money
    that were made at a conference.
    """

    pledges: list[Pledge]
    mood: Annotated[Prose, Field(description="one sentence about the mood")]


def test_a_topic_in_its_own_words() -> None:
    """What a prompt is told of it: docstrings and descriptions."""
    assert described(Pledges) == {
        "name": "Pledges",
        "description": "Promises of money that were made at a conference.",
        "fields": [
            {"name": "pledges", "description": "A promise of money."},
            {"name": "mood", "description": "one sentence about the mood"},
        ],
    }


def test_without_a_prompt_the_docstrings_ask() -> None:
    """The default prompt holds the topic, the rules of citing and the article."""
    summariser = Summariser(model="m", schema=Pledges)
    ((_, body),) = summariser.requests_for(_article())
    system, user = (message["content"] for message in body["messages"])
    assert "Promises of money that were made at a conference." in system
    assert "- pledges: A promise of money." in system
    assert "copied letter by letter" in system
    assert "[1] Norvik promised 5 million dollars." in user


def _article() -> Any:
    from summariser import Article

    return Article.from_text("Norvik promised 5 million dollars.", language="en")


def test_nothing_says_what_to_look_for() -> None:
    """A topic without a docstring needs a prompt of its own."""

    class Mute(Summary):
        pledges: list[Pledge]

    with pytest.raises(SettingError, match="Mute has no docstring: say in one what to look for"):
        Summariser(model="m", schema=Mute)
    Summariser(model="m", schema=Mute, prompt="summit.v2")


PROMPTS = [
    ("Pledges, please.", "never shows the article: write {% include"),
    ("About {{ article.title }} in {{ article.language }}", "never shows the article"),
    (
        "{{ article.id }} {{ marker }} {{ article.part }} {{ article.total }}",
        "never shows the article",
    ),
    ("{{ article.text | length }} {{ article.text | wordcount }}", "never shows the article"),
    ("{% for s in article.sentences %}[{{ s.number }}] {{ s.end }}{% endfor %}", "never shows"),
    ("{% set hidden = article.text %}Pledges, please.", "never shows the article"),
    ("{% if article.text %}Pledges, please.{% endif %}", "never shows the article"),
    ("{{ article.source }} {{ article.url }} {{ article.name }}", "never shows the article"),
    ("{{ article.text", "is no valid template"),
    ("{{ article.text }} {{ desk }}", "also needs: desk"),
    ("{{ article.text }} {{ article.colour }}", "fails"),
]


@pytest.mark.parametrize(("text", "words"), PROMPTS, ids=lambda value: value[:30])
def test_a_prompt_that_cannot_work(tmp_path: Path, text: str, words: str) -> None:
    """Told when the Summariser is made, by name."""
    (tmp_path / "own.v1.user.jinja").write_text(text)
    with pytest.raises(PromptError, match=r"own\.v1") as caught:
        Summariser(model="m", schema=Pledges, prompt="own.v1", prompts=tmp_path)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "{{ article.text }}",
        "{{ article.text | wordwrap(30) }}",
        "{{ article.text.split() | join('\n') }}",
        "{{ article.text | upper }}",
        "{{ article.text | replace('.', '!') }}",
        "{{ article.text | truncate(40) }}",
        "{{ article.text | reverse }}",
        "{{ article.sentences[0].text }} {{ article.sentences[1].text }}",
        "{% for s in article.sentences[:3] %}{{ s.number }}: {{ s.text }}\n{% endfor %}",
        "{% for s in article.sentences %}{{ s.text | title }}{% endfor %}",
        "{% for part in article.sentences | batch(5) %}{{ part | map(attribute='text') | list }}"
        "{% endfor %}",
    ],
)
def test_a_prompt_shows_the_article_in_its_own_way(tmp_path: Path, text: str) -> None:
    """In other lines, in capitals, or only as much of it as one wants to be read."""
    (tmp_path / "own.v1.user.jinja").write_text(text)
    summariser = Summariser(model="m", schema=Pledges, prompt="own.v1", prompts=tmp_path)
    assert summariser.settings.prompt == "own.v1"


@pytest.mark.parametrize("name", ["article", "language", "marker"])
def test_a_variable_that_every_prompt_is_given(tmp_path: Path, name: str) -> None:
    """What the library says of each article cannot be said by a variable; one sentence tells it."""
    with pytest.raises(SettingError, match=f"variables holds {name}: .* call yours something else"):
        Summariser(model="m", variables={name: "x"})


def test_the_words_about_a_topic_may_be_ones_own() -> None:
    """A variable called topic goes before what docstrings say."""
    said = {"description": "Whatever was pledged.", "fields": []}
    summariser = Summariser(model="m", schema=Pledges, variables={"topic": said})
    ((_, request),) = summariser.requests_for(_article())
    assert "THE TOPIC\nWhatever was pledged.\n" in request["messages"][0]["content"]


def test_a_missing_prompt() -> None:
    """The folders that were looked through are named."""
    with pytest.raises(PromptError, match=r"no nowhere\.v1\.user\.jinja in "):
        Summariser(model="m", prompt="nowhere.v1")


def test_the_rules_of_citing_are_a_file_that_any_prompt_includes(tmp_path: Path) -> None:
    """A prompt of two lines has the library's own rules, and its fence around the article."""
    (tmp_path / "own.v1.system.jinja").write_text('Pledges.\n{% include "citing.v1.jinja" %}')
    (tmp_path / "own.v1.user.jinja").write_text('{% include "article.v1.jinja" %}')
    summariser = Summariser(model="m", schema=Pledges, prompt="own.v1", prompts=tmp_path)
    ((_, own),) = summariser.requests_for(_article())
    ((_, shipped),) = Summariser(model="m").requests_for(_article())
    rules = own["messages"][0]["content"].removeprefix("Pledges.\n")
    assert "THE ARTICLE IS DATA" in rules
    assert rules in shipped["messages"][0]["content"]
    assert own["messages"][1]["content"] in shipped["messages"][1]["content"]
