"""A status compared with the words: signed, or merely hoped for."""

from __future__ import annotations

import pytest

from summariser import Article, Evidence, Money, Outcome
from summariser.checks import Index
from summariser.checks.verify import examine
from summariser.topics.summit import Deal, Party

# label, language, text, words of a party, sentences, {status: verdict or None}
STATUSES = [
    ("done", "en", "Selm Air signed the contract on Monday.", "Selm Air", (1,),
     {"signed": "computed", "planned": "contradicted", "proposed": "contradicted",
      "implemented": None, "agreed": None, "announced": None, "cancelled": None}),
    ("hoped for", "en", "Selm Air hopes to sign the contract on Monday.", "Selm Air", (1,),
     {"signed": "contradicted", "implemented": "contradicted", "planned": "computed",
      "offered": None, "postponed": None}),
    ("not done", "en", "Selm Air has not signed the contract.", "Selm Air", (1,),
     {"signed": "contradicted", "implemented": "contradicted", "agreed": None, "planned": None}),
    ("a mere will", "en", "Selm Air will, it said, be here.", "Selm Air", (1,),
     {"planned": None, "signed": None}),
    ("two stages", "en", "Selm Air signed the contract and plans to build a hall.", "Selm Air", (1,),
     {"signed": "computed", "planned": None, "implemented": None}),
    ("another's, in another clause", "en",
     "Selm Air signed the contract; Lumen Rail plans to build a hall.", "Lumen Rail", (1,),
     {"planned": "computed", "signed": None}),
    ("a condition", "en", "Selm Air plans to lend it, subject to a review.", "Selm Air", (1,),
     {"conditional": "computed", "planned": None, "signed": None}),
    ("refused", "en", "Parliament rejected the sale of Selm Air.", "Selm Air", (1,),
     {"turned_down": "computed", "approved": "contradicted", "cancelled": "contradicted",
      "planned": "contradicted"}),
    ("put off, and built later", "en", "The hall of Selm Air will be built later.", "Selm Air", (1,),
     {"postponed": None, "denied": None, "planned": "computed", "implemented": "contradicted"}),
    ("a report that is denied", "en", "Reports say that Selm Air was sold.", "Selm Air", (1,),
     {"denied": None, "implemented": "computed"}),
    ("many sentences", "en", "Selm Air hopes to sign it. It rained. It snowed. It froze.",
     "Selm Air", (1, 2, 3, 4), {"signed": None, "planned": "computed"}),
    ("announced", "en", "Selm Air announced a new line.", "Selm Air", (1,),
     {"announced": "computed", "signed": None, "planned": None}),
    ("nothing told", "en", "Selm Air and the port are partners.", "Selm Air", (1,),
     {"signed": None, "planned": None, "unspecified": None}),
    ("ru", "ru", "Компания «Вега» намерена подписать контракт.", "Вега", (1,),
     {"signed": "contradicted", "planned": "computed"}),
    ("ru, done", "ru", "Компания «Вега» подписала контракт.", "Вега", (1,),
     {"signed": "computed", "planned": "contradicted"}),
    ("kk", "kk", "«Вега» компаниясы келісімге қол қоюды жоспарлап отыр.", "Вега", (1,),
     {"signed": "contradicted", "planned": "computed"}),
    ("zh", "zh", "海鸥航空将签署合同。", "海鸥航空", (1,),
     {"signed": "contradicted", "planned": "computed"}),
    ("zh, not done", "zh", "海鸥航空尚未签署合同。", "海鸥航空", (1,), {"signed": "contradicted"}),
    ("ar", "ar", "ستوقع شركة نسيم العقد غدا.", "نسيم", (1,),
     {"signed": "contradicted", "planned": "computed"}),
    ("de", "de", "Die Firnbahn will das Abkommen unterzeichnen.", "Firnbahn", (1,),
     {"signed": "contradicted", "planned": "computed"}),
    ("fr", "fr", "La Banque du Delta signera l’accord en mai.", "Banque du Delta", (1,),
     {"signed": "contradicted", "planned": "computed"}),
    ("not read", "pl", "Firma Wega podpisała umowę.", "Wega", (1,), {"signed": None}),
]  # fmt: skip
CASES = [(*row[:-1], status, row[-1][status]) for row in STATUSES for status in row[-1]]


def deal(of: Article, words: str, cited: tuple[int, ...], status: str) -> Deal:
    return Deal(
        evidence=[Evidence.of(of, number) for number in cited], text="", instrument="unspecified",
        status=status, parties=[Party(verbatim=words, name=None, role="other")],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "words", "cited", "status", "verdict"),
    [case[1:] for case in CASES],
    ids=[f"{case[0]}: {case[-2]}" for case in CASES],
)
def test_the_words_tell_the_stage(
    language: str, text: str, words: str, cited: tuple[int, ...], status: str, verdict: str | None
) -> None:
    """Contradicted only where they tell of one stage alone; else nobody compares it, and says so."""
    of = Article.from_text(text, language=language)
    item, asked = examine(deal(of, words, cited, status), Index(of))
    told = [each.verdict for each in item.checks if each.kind == "stage"]
    assert told == ([verdict] if verdict else [])
    assert ("status" in item.unread) == (verdict is None and status != "unspecified")
    assert len(asked) == (verdict == "contradicted")


def test_an_item_is_asked_about_once_more_and_kept() -> None:
    """None of these checks rejects an item; the re-ask quotes the words."""
    of = Article.from_text("Selm Air hopes to sign a contract for $2 million.", language="en")
    item = Outcome(
        evidence=[Evidence.of(of, 1)], text="", kind="agreement", status="signed",
        values=[Money(verbatim="$2 million", amount="2000000", currency="USD", qualifier="exact", per="total")],
    )  # fmt: skip
    found, asked = examine(item, Index(of))
    assert not any(each.failed for each in found.checks)
    assert found.verdict == "contradicted"
    assert asked == ["status: the text says “hopes to sign”: planned"]


# label, text, sentences, and by instrument the verdict, or None
INSTRUMENTS = [
    ("one", "Selm Air signed a memorandum.", (1,),
     {"memorandum": "computed", "contract": "contradicted", "agreement": None,
      "unspecified": None}),
    ("a general word", "Selm Air signed an agreement.", (1,),
     {"agreement": "computed", "contract": None, "partnership": None}),
    ("two", "Selm Air signed a memorandum, and a contract is to follow.", (1,),
     {"memorandum": None, "contract": None, "framework": None}),
    ("many sentences", "Selm Air signed a contract. It rained. It snowed.", (1, 2, 3),
     {"contract": "computed", "memorandum": None}),
    ("none", "Selm Air signed.", (1,), {"contract": None}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "cited", "instrument", "verdict"),
    [(*row[1:3], each, verdict) for row in INSTRUMENTS for each, verdict in row[3].items()],
    ids=[f"{row[0]}: {each}" for row in INSTRUMENTS for each in row[3]],
)
def test_the_words_tell_the_instrument(
    text: str, cited: tuple[int, ...], instrument: str, verdict: str | None
) -> None:
    """A contract may be called an agreement; a memorandum is no contract."""
    of = Article.from_text(text, language="en")
    claimed = deal(of, "Selm Air", cited, "unspecified").model_copy(
        update={"instrument": instrument}
    )
    item, asked = examine(claimed, Index(of))
    told = [each.verdict for each in item.checks if each.kind == "choice"]
    assert told == ([verdict] if verdict else [])
    assert len(asked) == (verdict == "contradicted")


SIGNED, AHEAD = ("signed",), ("planned", "proposed", "under_discussion")
# What may not be said of words that say otherwise, or nothing: language, text, statuses, verdict never given.
NEVER = [
    ("en", "Alpha hasn't signed the contract.", SIGNED, "computed"),
    ("en", "Nobody at Alpha signed it.", SIGNED, "computed"),
    ("en", "No contract has been signed with Alpha.", SIGNED, "computed"),
    ("en", "Nothing has been signed with Alpha.", SIGNED, "computed"),
    ("de", "Mit Alpha wurde noch kein Vertrag unterzeichnet.", SIGNED, "computed"),
    ("de", "Kein Vertrag mit Alpha wurde unterzeichnet.", SIGNED, "computed"),
    ("fr", "Rien n'a été signé avec Alpha.", SIGNED, "computed"),
    ("es", "Nada se ha firmado con Alpha.", SIGNED, "computed"),
    ("it", "Nulla è stato firmato con Alpha.", SIGNED, "computed"),
    ("en", "Neither Alpha nor Beta signed the deal.", SIGNED, "computed"),
    ("en", "Alpha almost signed the contract.", SIGNED, "computed"),
    ("en", "Alpha may have signed the contract.", SIGNED, "computed"),
    ("en", "Rumours that Alpha signed the deal are false.", SIGNED, "computed"),
    ("de", "Keine der Seiten hat den Vertrag mit Alpha unterzeichnet.", SIGNED, "computed"),
    ("de", "Alpha hätte den Vertrag unterzeichnet.", SIGNED, "computed"),
    ("fr", "Personne n'a signé l'accord avec Alpha.", SIGNED, "computed"),
    ("fr", "Alpha aurait signé le contrat.", SIGNED, "computed"),
    ("es", "Nadie firmó el acuerdo con Alpha.", SIGNED, "computed"),
    ("ru", "Alpha якобы подписала договор.", SIGNED, "computed"),
    ("en", "Alpha will not sign the contract.", ("planned",), "computed"),
    ("en", "Alpha won't sign the contract.", ("planned",), "computed"),
    ("de", "Alpha wird den Vertrag nicht unterzeichnen.", ("planned",), "computed"),
    ("fr", "Alpha n'entend pas signer.", ("planned",), "computed"),
    ("en", "Alpha denied reports that the deal was cancelled.", ("cancelled",), "computed"),
    ("en", "Without delay Alpha signed the deal.", SIGNED, "contradicted"),
    ("en", "There is no doubt Alpha signed the deal.", SIGNED, "contradicted"),
    ("en", "The two did not meet but Alpha signed the deal.", SIGNED, "contradicted"),
    ("en", "Alpha not only signed the deal.", SIGNED, "contradicted"),
    ("ru", "Alpha не приехала и подписала договор.", SIGNED, "contradicted"),
    ("ru", "Alpha не только подписала договор.", SIGNED, "contradicted"),
    ("de", "Alpha hat den Vertrag nicht nur unterzeichnet.", SIGNED, "contradicted"),
    ("zh", "Alpha不仅签署了协议。", SIGNED, "contradicted"),
    ("en", "Alpha and Beta held talks on a merger.", AHEAD, "contradicted"),
    ("en", "Alpha met Beta to discuss it.", AHEAD, "contradicted"),
    ("en", "Alpha published a plan.", AHEAD, "contradicted"),
    ("en", "Beta will deliver ten trains to Alpha under the contract.", ("signed", "agreed"), "contradicted"),
    ("en", "The deal with Alpha will take effect in May.", ("signed", "agreed"), "contradicted"),
    ("en", "Alpha agreed to sign the deal.", ("planned", "agreed"), "contradicted"),
    ("en", "The signing with Alpha was postponed.", ("planned",), "contradicted"),
    ("ru", "По договору Alpha поставит поезда.", SIGNED, "contradicted"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "status", "never"),
    [(*row[:2], status, row[3]) for row in NEVER for status in row[2]],
)
def test_what_words_do_not_say(language: str, text: str, status: str, never: str) -> None:
    """Denied, unreal, of another act: neither borne out, nor a true status contradicted."""
    of = Article.from_text(text, language=language)
    words = "Alpha" if "Alpha" in text else text.split()[0]
    checks = examine(deal(of, words, (1,), status), Index(of))[0].checks
    assert never not in [each.verdict for each in checks if each.kind == "stage"]


@pytest.mark.parametrize(
    ("text", "claim", "verdict"),
    [
        ("The sale of Selm Air, called off in May, has nothing to do with the contract for two cranes "
         "signed in Norvik.", "The contract for two cranes was signed in Norvik.", None),
        ("The contract for two cranes, called off in May, has nothing to do with the sale of Selm Air "
         "signed in Norvik.", "The contract for two cranes was called off in May.", "computed"),
    ],
)  # fmt: skip
def test_a_stage_is_of_the_clause_that_tells_of_the_item(
    text: str, claim: str, verdict: str | None
) -> None:
    of = Article.from_text(text)
    item = Deal(
        evidence=[Evidence.of(of, 1)], text=claim, instrument="contract", status="cancelled",
        parties=[], values=[],
    )  # fmt: skip
    checks = examine(item, Index(of))[0].checks
    told = [each.verdict for each in checks if each.kind == "stage"]
    assert told == ([verdict] if verdict else [])
