"""How the words of an article stand to a name."""

from __future__ import annotations

from typing import get_args

import pytest

from summariser import Article
from summariser.checks import Index
from summariser.names import Standing, relation

EN = Article.from_text(
    "Ulan Sarin, the Arlen minister, met Dana Whitlock in Norvik. He praised the ports. "
    "Whitlock spoke for Lagoon Shipping. Her uncle Peter Whitlock was not there."
)
RU = Article.from_text(
    "В Норвике прошла встреча. С Ермеком Омаровым говорил Е. Сарин. "
    "Он поблагодарил компанию «Лагуна» и министра."
)

BOSS = Article.from_text("Hugo Boss Kazakhstan opened a shop. Hugo Boss sold it to the port.")

RELATIONS = [
    (EN, "Ulan Sarin", "Ulan Sarin", "to_the_letter", None),
    (EN, "Ulan Sarin", "Ulan  Sarin", "but_for_typography", None),
    (EN, "Ulan Sarin", "Sarin", "form", None),
    (EN, "Lagoon Shipping", "the company Lagoon Shipping", "form", None),
    (EN, "Ulan Sarin", "Arlen President Ulan Sarin", "form", None),
    (EN, "Lagoon Shipping", "New Lagoon Shipping", "longer", None),
    (EN, "Dana Whitlock", "Whitlock", "surname_of_several", "Peter Whitlock"),
    (BOSS, "Hugo Boss Kazakhstan", "Hugo Boss", "perhaps", None),
    (EN, "Ulan Sarin", "He", "pronoun", None),
    (EN, "Ulan Sarin", "Dana Whitlock", "another", None),
    (EN, "Ulan Sarin", "the minister", "description", None),
    (EN, "Berik Sarin", "Sarin", "nowhere", None),
    (RU, "Ермек Омаров", "Ермеком Омаровым", "form", None),
    (RU, "Ермек Омаров", "Омаровым", "form", None),
    (RU, "Ермек Омаров", "министра", "description", None),
    (RU, "Ермек Омаров", "Он", "pronoun", None),
    (RU, "Ерлан Сарин", "Е. Сарин", "nowhere", None),
]  # fmt: skip


@pytest.mark.parametrize(("article", "name", "words", "standing", "other"), RELATIONS)
def test_relation(
    article: Article, name: str, words: str, standing: Standing, other: str | None
) -> None:
    """Each is told apart from the others, and who else is meant is named."""
    index = Index(article)
    found = relation(name, words, index.cast, index.all_sentences)
    assert (found.standing, found.other) == (standing, other)


def test_where_the_name_stands() -> None:
    """Words that are no name lead to where it stands."""
    index = Index(EN)
    found = relation("Dana Whitlock", "the minister", index.cast, index.all_sentences)
    assert found.place
    assert EN.text[slice(*found.place)] == "Dana Whitlock"


def test_every_standing_is_in_the_table() -> None:
    """None of them is there for nothing."""
    assert {row[3] for row in RELATIONS} == {*get_args(Standing)}
