"""Where something is: named with "in" or its like, in any case, and in nobody's other words."""

from __future__ import annotations

from typing import Annotated

import pytest
from claims import claim

from summariser import Article, Evidence
from summariser.checks import Index, verify_item
from summariser.schema import Place
from summariser.schema.summary import Grounded


class Event(Grounded):
    """Something that happens somewhere."""

    place: Annotated[str | None, Place()] = None


def told(text: str, language: str, place: str, *numbers: int, title: str | None = None) -> str:
    """The verdict on the place, or "unread"."""
    of = Article.from_text(text, language=language, title=title)
    evidence = [Evidence.of(of, number) for number in numbers or (1,)]
    item = verify_item(Event(evidence=evidence, text="", place=place), Index(of))
    found = {each.field: each.verdict for each in item.checks}
    assert ("place" in item.unread) is ("place" not in found)
    return found.get("place", "unread")


# language, text, place, verdict
PLACES = [
    # What is spoken of is there, and not who speaks.
    ("de", "Die Minister haben im Fürstentum die aktuelle Situation in der Ukraine beraten.", "Ukraine", "unread"),
    ("en", "They discussed the war in Ukraine.", "Ukraine", "unread"),
    ("en", "They held peace talks in Ukraine.", "Ukraine", "exact"),
    ("fr", "Ils ont parlé de la crise au Niger.", "Niger", "unread"),
    ("ru", "Они обсудили ситуацию в Норвегии.", "Норвегия", "unread"),
    ("ru", "В субботу Армения направила пять грузовиков.", "Армения", "unread"),
    ("ru", "В мае Норвик подписал договор.", "Норвик", "unread"),
    ("ru", "В субботу в Армении подписали договор.", "Армении", "exact"),
    # To the letter, in other cases, and with words between.
    ("en", "They signed it in Norvik on Monday.", "Norvik", "exact"),
    ("en", "They signed it in the southern port of Norvik.", "Norvik", "exact"),
    ("en", "They signed it at the Selm shipyard in Norvik.", "Norvik", "exact"),
    ("en", "It closed its works next to the old port.", "next to the old port", "exact"),
    ("de", "Der Vertrag wurde in der Hafenstadt Norvik geschlossen.", "Norvik", "exact"),
    ("de", "Der Vertrag wurde am Rande der Messe im Hafen geschlossen.", "im Hafen", "exact"),
    ("fr", "L’accord a été signé à Port-Selm lundi.", "Port-Selm", "exact"),
    ("fr", "L’accord a été signé près de Port-Selm.", "Port-Selm", "exact"),
    ("es", "El acuerdo se firmó en la ciudad de Norvik.", "Norvik", "exact"),
    ("it", "L’accordo è stato firmato nella città di Norvik.", "Norvik", "exact"),
    ("ru", "Договор подписали в Тарынске.", "Тарынск", "computed"),
    ("ru", "Завод построят в Озёрском районе.", "Озёрский район", "computed"),
    ("ru", "Договор подписали в городе Тарынске.", "Тарынск", "computed"),
    ("kk", "Келісімге Айдынкентте қол қойылды.", "Айдынкент", "computed"),
    ("kk", "Келісімге Айдынкент қаласында қол қойылды.", "Айдынкент", "exact"),
    ("tr", "Anlaşma Norvik'te imzalandı.", "Norvik", "exact"),
    ("tr", "Anlaşma Norvik kentinde imzalandı.", "Norvik", "exact"),
    ("uz", "Shartnoma Norvikda imzolandi.", "Norvik", "computed"),
    ("ar", "وقعت الشركة العقد في مدينة عين الرمال أمس.", "عين الرمال", "exact"),
    ("ar", "وقعت الشركة العقد بعين الرمال أمس.", "عين الرمال", "exact"),
    ("zh", "公司昨天在云泽签署了合同。", "云泽", "exact"),
    ("ja", "両社は北浜市で契約に署名した。", "北浜市", "exact"),
    # With the country, which stands anywhere; in another language or script.
    ("en", "They met in Astana. Kazakhstan pays.", "Astana, Kazakhstan", "computed"),
    ("en", "They met in Astana.", "Astana, Kazakhstan", "unread"),
    ("ru", "Договор подписали в Казахстане.", "Kazakhstan", "computed"),
    ("kk", "Келісімге Қазақстанда қол қойылды.", "Kazakhstan", "computed"),
    ("zh", "公司昨天在哈萨克斯坦签署了合同。", "Kazakhstan", "computed"),
    ("ar", "وقعت الشركة العقد في مصر أمس.", "Egypt", "computed"),
    # Named, and nobody says that it is there.
    ("en", "The mayor of Norvik signed it.", "Norvik", "unread"),
    ("en", "Norvik will pay for it.", "Norvik", "unread"),
    ("en", "They signed it in talks with Norvik.", "Norvik", "unread"),
    ("ru", "Мэр Тарынска подписал договор.", "Тарынск", "unread"),
    ("zh", "云泽市政府签署了合同。", "云泽", "unread"),
    ("ja", "北浜市の市長が契約に署名した。", "北浜市", "unread"),
    # Another country, and the only one.
    ("en", "They signed it in Kazakhstan.", "Uzbekistan", "contradicted"),
    ("en", "They signed it in Kazakhstan.", "Tashkent, Uzbekistan", "contradicted"),
    ("ru", "Договор подписали в Казахстане.", "Узбекистан", "contradicted"),
    ("ru", "Договор подписали в Казахстане.", "Uzbekistan", "contradicted"),
    ("kk", "Келісімге Қазақстанда қол қойылды.", "Өзбекстан", "contradicted"),
    ("de", "Der Vertrag wurde in Kasachstan geschlossen.", "Usbekistan", "contradicted"),
    ("fr", "L’accord a été signé au Maroc.", "Tunisie", "contradicted"),
    ("es", "El acuerdo se firmó en Chile.", "Perú", "contradicted"),
    ("it", "L’accordo è stato firmato in Egitto.", "Tunisia", "contradicted"),
    ("tr", "Anlaşma Mısır'da imzalandı.", "Tunus", "contradicted"),
    ("uz", "Shartnoma Qozogʻistonda imzolandi.", "Turkiya", "contradicted"),
    ("ar", "وقعت الشركة العقد في مصر أمس.", "تونس", "contradicted"),
    ("zh", "公司昨天在哈萨克斯坦签署了合同。", "土耳其", "contradicted"),
    ("ja", "両社はエジプトで契約に署名した。", "トルコ", "contradicted"),
    # Or not the only one, or perhaps in it: nobody can tell.
    ("en", "They signed it in Kazakhstan and in Turkey.", "Uzbekistan", "unread"),
    ("en", "They signed it in Kazakhstan with Uzbekistan.", "Uzbekistan", "unread"),
    ("en", "They signed it in Norvik, and build it in Selm.", "Selm", "unread"),
    ("ru", "Договор подписали в Тарынске, а строить будут в Озёрске.", "Озёрск", "unread"),
    ("de", "Der Vertrag wurde in Norvik für Häfen in Kasachstan geschlossen.", "Norvik", "unread"),
    ("en", "They signed it in Selm, Kazakhstan.", "Selm", "exact"),
    ("en", "They signed it in Kazakhstan.", "Astana", "unread"),
    ("en", "They signed it in Norvik.", "Selm", "unread"),
    # Not a place at all.
    ("en", "They said it in the hall of the port.", "where they met", "unread"),
    # A language that is not read.
    ("pl", "Umowę podpisano w Polsce, powiedział minister.", "Czechy", "unread"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "place", "verdict"), PLACES)
def test_places(language: str, text: str, place: str, verdict: str) -> None:
    """Green where the words say that it is there, red where they have it in another country."""
    sentences = Article.from_text(text, language=language).sentences
    cited = (1,) if len(sentences) > 1 else ()
    assert told(text, language, place, *cited) == verdict


FAR = "They met in Selm. Nobody spoke. It rained. It rained again. They ate. Ships lay in Norvik."


def test_a_place_of_another_sentence_is_elsewhere() -> None:
    """Where the article names it, but neither there, nor in the title or where it is filed."""
    assert told(FAR, "en", "Norvik", 2) == "elsewhere"
    assert told(FAR, "en", "Norvik", 5) == "unread"
    assert told(FAR, "en", "Selm", 4) == "unread"
    assert told(FAR, "en", "Norvik", 2, title="Norvik signs") == "unread"


@pytest.mark.parametrize("opening", ["NORVIK (AP) — ", "Norvik, 3 May – ", "Norvik/"])
def test_where_an_article_is_filed(opening: str) -> None:
    """A dateline says it in its own way."""
    assert told(f"{opening}The sides signed it.", "en", opening[:6]) == "exact"


def test_a_contradiction_is_asked_about_and_rejects_nothing() -> None:
    """It is no figure: the item is kept, whatever comes of it."""
    of = Article.from_text("They signed it in Kazakhstan.")
    item = verify_item(Event(evidence=claim(of).evidence, text="", place="Uzbekistan"), Index(of))
    (check,) = [each for each in item.checks if each.kind == "place"]
    assert check.reason == "[1] says “Kazakhstan”, not “Uzbekistan”"
    assert not check.failed
