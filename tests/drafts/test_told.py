"""Who says it in a draft, and how far it has come, held against a source in its language."""

from __future__ import annotations

import pytest

from summariser import Article, check_text

Row = tuple[str, str, str, list[tuple[str, str]]]

# Language, source, draft, what of it is flagged as another speaker.
SPEAKERS: list[Row] = [
    (
        "fr",
        "Le port ferme. C'est « un désastre complet » et une « honte » pour le pays, a reconnu mardi la "
        "directrice du port, Ida Roux. Le maire Luc Petit se tait.",
        "La fermeture est « un désastre complet » et une « honte » pour le pays, a reconnu mardi Luc Petit.",
        [("speaker", "Luc Petit")],
    ),
    (
        "ru",
        "Мэр Карим Осеев приехал. «Порт обязательно должен остаться нашим», - неоднократно повторял Иван Отт.",
        "«Порт обязательно должен остаться нашим», — неоднократно повторял Карим Осеев.",
        [("speaker", "Карим Осеев")],
    ),
    (
        "es",
        "El ministro Luis Mora llegó. Por su parte, Aziz Benali ha incidido en que hay “soluciones”. “Somos "
        "más fuertes si estamos juntos”, ha aseverado.",
        "“Somos más fuertes si estamos juntos”, aseveró Mora.",
        [("speaker", "Mora")],
    ),
    (
        "es",
        "El ministro Luis Mora llegó. Por su parte, Aziz Benali ha incidido en que hay “soluciones”. “Somos "
        "más fuertes si estamos juntos”, ha aseverado.",
        "“Somos más fuertes si estamos juntos”, aseveró Benali.",
        [],
    ),
    (  # The name of a firm is nobody's words, and what is said of her sentence is not about his.
        "ru",
        'Ставки для надёжных заёмщиков снизятся, говорит экономист банка "Сельм" Карим Осеев. Иван Отт, '
        'экономист "Аста Консалт", ждёт роста порта.',
        'Ставки для надёжных заёмщиков будут снижаться, говорит экономист "Аста Консалт" Иван Отт.',
        [("speaker", "Иван Отт")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "draft", "flagged"), SPEAKERS)
def test_who_says_it(
    language: str, source: str, draft: str, flagged: list[tuple[str, str]]
) -> None:
    """Where the source tells that another does, however far from the words or in what order."""
    report = check_text(
        Article.from_text(draft, language=language), [Article.from_text(source, language=language)]
    )
    assert [(each.kind, each.text) for each in report.flagged if each.kind == "speaker"] == flagged
