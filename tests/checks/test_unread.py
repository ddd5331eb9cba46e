"""A language without tables is not read: what only its readers can tell is neither right nor wrong."""

from __future__ import annotations

import pytest
from claims import Stated, claim, money

from summariser import Article, Deliverable, Party
from summariser.checks import Index, verify_item

NEGATIVE = {"absent", "contradicted", "elsewhere"}

# language, text, words, amount, currency, verdict of the amount, of the currency
SUMS = [
    ("pl", "Polska wyda 2,5 miliarda złotych na kolej, którą się buduje.", "2,5 miliarda złotych", "2500000000", "PLN", "unchecked", "unchecked"),
    ("pl", "Rząd wyda 2 biliony złotych na drogi, które się buduje.", "2 biliony złotych", "2000000000000", "PLN", "unchecked", "unchecked"),
    ("pl", "Kontrakt jest wart 5 tysięcy euro i został podpisany w Warszawie.", "5 tysięcy euro", "5000", "EUR", "unchecked", "unchecked"),
    ("pl", "Kontrakt jest wart 5 tysięcy euro i został podpisany w Warszawie.", "5 tysięcy euro", "5", "EUR", "unchecked", "unchecked"),
    ("pl", "Firma zapłaci 300 mln zł za nowe pociągi, powiedział minister.", "300 mln zł", "300000000", "PLN", "computed", "computed"),
    ("pl", "Firma zapłaci 2 500 000 EUR za nowe pociągi, powiedział minister.", "2 500 000 EUR", "2500000", "EUR", "computed", "computed"),
    ("pl", "Firma zapłaci 2500000 EUR za nowe pociągi, powiedział minister.", "2500000 EUR", "2500000", "EUR", "exact", "computed"),
    ("pl", "Firma zapłaci 2 500 000 EUR za nowe pociągi, powiedział minister.", "2 500 000 EUR", "9", "USD", "unchecked", "unchecked"),
    ("cs", "Dálnice, kterou podepsali včera, stojí přes 5 miliard korun.", "5 miliard korun", "5000000000", "CZK", "unchecked", "unchecked"),
    ("sv", "Bolaget betalar 5 miljarder kronor för tågen, säger ministern.", "5 miljarder kronor", "5000000000", "SEK", "unchecked", "unchecked"),
]  # fmt: skip


def verdicts(item: Stated, of: Article) -> dict[str, tuple[str, str | None]]:
    return {each.kind: (each.verdict, each.reason) for each in verify_item(item, Index(of)).checks}


@pytest.mark.parametrize(
    ("language", "text", "words", "amount", "currency", "of_amount", "of_currency"), SUMS
)
def test_sums(
    language: str,
    text: str,
    words: str,
    amount: str,
    currency: str,
    of_amount: str,
    of_currency: str,
) -> None:
    """Full digits with a code or a sign may be right; nothing is called wrong, no hedge is judged."""
    of = Article.from_text(text, language=language)
    told = verdicts(claim(of, values=[money(words, amount, currency)]), of)
    assert told["verbatim"][0] == "exact"
    assert (told["amount"][0], told["currency"][0]) == (of_amount, of_currency)
    assert told["qualifier"][0] == told["per"][0] == "unchecked"


def test_the_reason_names_the_language() -> None:
    """Whoever reads it knows why."""
    of = Article.from_text("Polska wyda 2,5 miliarda złotych na kolej.", language="pl-PL")
    told = verdicts(claim(of, values=[money("2,5 miliarda złotych", "2500000000", "PLN")]), of)
    assert told["currency"][1] == "figures are not read in Polish"


@pytest.mark.parametrize(("number", "verdict"), [("24", "unchecked"), ("2400", "exact")])
def test_quantities(number: str, verdict: str) -> None:
    """A small number may be one of thousands, by a word nobody here knows."""
    of = Article.from_text(f"Kolej kupi {number} pociągów, które się buduje.", language="pl")
    things = [Deliverable(verbatim=f"{number} pociągów", item="trains", quantity=number)]
    assert verdicts(claim(of, things=things), of)["quantity"][0] == verdict


def test_names_and_prose() -> None:
    """A name in another case is no other name, and a number in words is not missing."""
    of = Article.from_text("Umowę podpisano z Janem Kowalskim za dwa miliardy.", language="pl")
    parties = [Party(verbatim="Janem Kowalskim", name="Jan Kowalski", role="other", country=None)]
    item = claim(of, parties=parties, text="Two billion were agreed, 2,000,000,000 in all.")
    found = verify_item(item, Index(of)).checks
    assert {each.kind for each in found} >= {"name", "prose", "verbatim"}
    assert not {each.verdict for each in found} & NEGATIVE


def test_words_are_letters_in_any_language() -> None:
    """What stands nowhere in the article was invented, whoever reads it."""
    of = Article.from_text("Umowę podpisano za dwa miliardy.", language="pl")
    assert (
        verdicts(claim(of, values=[money("trzy miliardy", "3", "PLN")]), of)["verbatim"][0]
        == "absent"
    )


def test_an_unknown_language_is_none_of_these() -> None:
    """What is safe in any language is read there, and may be wrong."""
    of = Article.from_text("$5 million", language="und")
    assert verdicts(claim(of, values=[money("$5 million", "6")]), of)["amount"][0] == "contradicted"
