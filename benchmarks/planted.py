"""What `peers` asks about: ten true items of three articles each, and the faults planted in them.

The replies are those of ``tests/replies``, written by hand. A fault stands in one item, the rest is
untouched; `facts` says the same ten items in the plain form that others ask of a model: a claim, the
quotation it rests on, who says it, a figure.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from summariser import Article

TESTS = Path(__file__).parent.parent / "tests"
LISTS = ("outcomes", "deals", "positions")
Json = dict[str, Any]

PICKED = {
    "harbour_vote_en": {"outcomes": (0, 5), "deals": (1, 2), "positions": (1, 3, 7, 10, 11, 14)},
    "reka_tarif_ru": {"outcomes": (1, 3), "deals": (1, 2), "positions": (0, 1, 7, 8, 10, 11)},
    "dianchi_gongchang_zh": {"outcomes": (0, 6, 8), "deals": (1,), "positions": (0, 1, 5, 6, 10, 14)},
}  # fmt: skip

SUM = "another sum"
NOT_QUOTED = "a dropped “not”, in the quotation"
SPEAKER = "another speaker"
INVENTED = "an invented deal"
SENTENCE = "a wrong sentence"
BAD = "one bad item in ten"
NOT_CLAIMED = "a dropped “not”, in the model's own words"
FIGURE = "another figure of the same sentence"
NEXT = "another sentence of the same speaker"
SURE = "“certain” for “possible” or “probable”"

PLANTED = {
    SUM: "$340 million is told as $430 million, 3,2 миллиарда as 2,3, 近30亿元 as 近40亿元",
    NOT_QUOTED: "the copied sentence lacks its “not”, «не», 没",
    SPEAKER: "what one person said is put under the name of another, who is quoted elsewhere",
    INVENTED: "an eleventh item, with a sum, that the article does not have",
    SENTENCE: "a true item rests on a sentence that says nothing of it",
    BAD: "the evidence of one item is null, which the form does not allow",
    NOT_CLAIMED: "the claim lacks its “not”; the sentence it rests on has it",
    FIGURE: "a limit raised from 80 to 120 is told as lowered from 120 to 80",
    NEXT: "a claim without figures rests on something else that its speaker says",
    SURE: "the words of the claim stay as they are",
}
KNOWN = (NOT_CLAIMED, FIGURE, NEXT, SURE)  # docs/checks.md says that the library does not see these


@dataclass(frozen=True)
class Fault:
    """What is planted in item ``number``: fields set anew, or words exchanged in its quotation."""

    kind: str
    number: int
    fields: Json = field(default_factory=dict)
    quote: tuple[str, str] | None = None
    speaker_of: int | None = None  # the item whose expert it gets
    reversed: bool = False  # its sums change places


@dataclass(frozen=True)
class Case:
    """One reply about one article, true or with one fault."""

    article: str
    fault: Fault | None
    reply: Json
    facts: list[Json]

    @property
    def language(self) -> str:
        return self.article[-2:]


def _deal(text: str, sentence: int, buyer: str, seller: str, words: str, amount: str, currency: str) -> Json:  # fmt: skip
    """A deal in all its fields."""
    parties = [
        {"verbatim": name, "name": name, "role": role, "country": None}
        for name, role in ((buyer, "buyer"), (seller, "seller"))
    ]
    money = {"verbatim": words, "amount": amount, "upper": None, "currency": currency,
             "qualifier": "exact", "per": "total"}  # fmt: skip
    return {"evidence": [sentence], "text": text, "instrument": "agreement", "status": "agreed",
            "parties": parties, "values": [money], "deliverables": [], "period": None,
            "place": None, "sector": None}  # fmt: skip


FAULTS = {
    "harbour_vote_en": (
        Fault(SUM, 6, {
            "text": "Pellmarsh had offered nearly $430 million for the stake and would have taken on the harbour's debts as well.",
            "values.0.verbatim": "nearly $430 million", "values.0.amount": "430000000",
        }),
        Fault(NOT_QUOTED, 8, quote=("would not end", "would end")),
        Fault(SPEAKER, 9, speaker_of=5),
        Fault(INVENTED, 11, _deal(
            "Pellmarsh agreed to buy the cruise operator Halvard Lines for $75 million.",
            21, "Pellmarsh", "Halvard Lines", "$75 million", "75000000", "USD",
        )),
        Fault(SENTENCE, 4, {"evidence": [12]}),
        Fault(BAD, 2, {"evidence": None}),
        Fault(NOT_CLAIMED, 8, {"text": "The vote will end the dispute."}),
        Fault(FIGURE, 1, {
            "text": "The borrowing limit of the Port Sellick Harbour Authority will fall from $120 million to $80 million on April 1 under a separate measure approved the same day.",
        }, reversed=True),
        Fault(NEXT, 10, {"evidence": [26]}),
        Fault(SURE, 7, {"certainty": "certain"}),
    ),
    "reka_tarif_ru": (
        Fault(SUM, 3, {
            "text": "Совет директоров пароходства 26 апреля отверг предложение группы «Астер Марин» выкупить 40% акций за 2,3 миллиарда рублей.",
            "values.0.verbatim": "2,3 миллиарда рублей", "values.0.amount": "2300000000",
        }),
        Fault(NOT_QUOTED, 2, quote=("рейсы не станет", "рейсы станет")),
        Fault(SPEAKER, 10, speaker_of=6),
        Fault(INVENTED, 11, _deal(
            "ЛОРП договорилось купить судоходную компанию «Белый плёс» за 700 миллионов рублей.",
            20, "ЛОРП", "Белый плёс", "700 миллионов рублей", "700000000", "RUB",
        )),
        Fault(SENTENCE, 4, {"evidence": [6]}),
        Fault(BAD, 8, {"evidence": None}),
        Fault(NOT_CLAIMED, 2, {"text": "Пароходство ЛОРП заявило, что станет сокращать рейсы."}),
        Fault(FIGURE, 1, {
            "text": "В окончательном чтении принят закон, уменьшивший предельную сумму льготного займа для судовладельцев с 45 миллионов до 30 миллионов рублей.",
        }, reversed=True),
        Fault(NEXT, 6, {"evidence": [12]}),
        Fault(SURE, 10, {"certainty": "certain"}),
    ),
    "dianchi_gongchang_zh": (
        Fault(SUM, 1, {
            "text": "东浔省发展改革部门批准了岚川新能源在禾溪市的二期工厂项目，该工厂设计年产能20吉瓦时，总投资近40亿元，计划9月开工。",
            "values.0.verbatim": "近40亿元", "values.0.amount": "4000000000",
        }),
        Fault(NOT_QUOTED, 6, quote=("“没有这样的计划", "“有这样的计划")),
        Fault(SPEAKER, 10, speaker_of=5),
        Fault(INVENTED, 11, _deal(
            "岚川新能源同意以9亿元收购海屿电池。",
            16, "岚川新能源", "海屿电池", "9亿元", "900000000", "CNY",
        )),
        Fault(SENTENCE, 3, {"evidence": [6]}),
        Fault(BAD, 8, {"evidence": None}),
        Fault(NOT_CLAIMED, 6, {"text": "陆砚澄说公司有裁员两千人的计划，连草稿都有。"}),
        Fault(FIGURE, 2, {
            "text": "禾溪市已将单个企业的贴息贷款上限从5亿元降低到2亿元，新标准自4月1日起执行。",
        }, reversed=True),
        Fault(NEXT, 8, {"evidence": [23]}),
        Fault(SURE, 10, {"certainty": "certain"}),
    ),
}  # fmt: skip


@cache
def article(stem: str) -> Article:
    return Article.from_file(TESTS / "articles" / f"{stem}.txt")


@cache
def picked(stem: str) -> Json:
    """The ten items of a recorded reply, and nothing else changed."""
    whole: Json = json.loads((TESTS / "replies" / f"{stem}.json").read_text("utf-8"))
    return whole | {name: [whole[name][at] for at in PICKED[stem][name]] for name in LISTS}


def items(reply: Json) -> list[Json]:
    """All items of a reply; number 1 is the first."""
    return [item for name in LISTS for item in reply[name]]


def _set(item: Json, path: str, value: Any) -> None:
    *way, last = path.split(".")
    place: Any = item
    for step in way:
        place = place[int(step)] if step.isdigit() else place[step]
    place[last] = value


def with_fault(stem: str, fault: Fault) -> Json:
    """The reply with this fault in it."""
    reply = copy.deepcopy(picked(stem))
    if fault.kind == INVENTED:
        reply["deals"].append(copy.deepcopy(fault.fields))
        return reply
    item = items(reply)[fault.number - 1]
    for path, value in fault.fields.items():
        _set(item, path, value)
    if fault.speaker_of:
        item["expert"] = copy.deepcopy(items(reply)[fault.speaker_of - 1]["expert"])
    if fault.reversed:
        item["values"].reverse()
    return reply


def _passage(text: Article, numbers: list[int]) -> list[str]:
    """The last cited sentences that follow one another: what one quotes as one passage."""
    first = max(number for number in numbers if number - 1 not in numbers)
    return [text.sentences[number - 1].text for number in range(first, numbers[-1] + 1)]


def _fact(text: Article, item: Json, number: int, known: Json) -> Json:
    """An item in the plain form. ``known`` is the true one: what says who speaks is not moved."""
    figures = [each for each in item["values"] if each["amount"]]
    counts = [
        each
        for each in item.get("deliverables") or item.get("quantities") or []
        if each["quantity"]
    ]
    expert = item.get("expert")
    says = [text.sentences[n - 1].text for n in known.get("attribution") or known["evidence"]]
    words = known["expert"]["verbatim"] if expert else ""
    anchors = _passage(text, item["evidence"] or known["evidence"])
    passage = anchors if item["evidence"] else None
    return {
        "number": number,
        "kind": "position" if expert else "deal",
        "claim": item["text"],
        "sentences": item["evidence"],
        "anchors": anchors,  # the sentences as they stand in the article
        "passage": passage,  # as the model copies them
        "quote": _joined(text, passage) if passage else None,
        "speaker": expert["verbatim"] if expert else None,
        "speaker_quote": next((s for s in says if words in s), says[0]) if expert else None,
        "sum": figures[-1]["verbatim"] if figures else None,
        "amount": figures[-1]["amount"] if figures else None,
        "currency": figures[-1]["currency"] if figures else None,
        "hedge": figures[-1]["qualifier"] if figures else None,
        "count": counts[0]["quantity"] if counts else None,
        "certainty": item.get("certainty"),
    }  # fmt: skip


def _joined(text: Article, passage: list[str]) -> str:
    """The sentences as they follow one another in the article, to the letter."""
    start = text.text.index(passage[0])
    return text.text[start : text.text.index(passage[-1], start) + len(passage[-1])]


def facts(stem: str, reply: Json, fault: Fault | None = None) -> list[Json]:
    """The reply's items in the plain form, numbered as `items` has them, an invented one last."""
    text, true = article(stem), items(picked(stem))
    invented = fault.fields if fault and fault.kind == INVENTED else None
    own = [item for item in items(reply) if item != invented]
    told = [_fact(text, item, at, known) for at, (item, known) in enumerate(zip(own, true, strict=True), 1)]  # fmt: skip
    if invented and fault:
        made_up = _fact(text, invented, fault.number, invented)
        told.append(made_up | {"quote": invented["text"], "passage": [invented["text"]]})
    if fault and fault.quote:
        fact = told[fault.number - 1]
        fact["quote"] = fact["quote"].replace(*fault.quote)
        fact["passage"] = [sentence.replace(*fault.quote) for sentence in fact["passage"]]
    return told


@cache
def true_facts(stem: str) -> list[Json]:
    return facts(stem, picked(stem))


def cases() -> Iterator[Case]:
    """Each article as it is, and then with each fault."""
    for stem, faults in FAULTS.items():
        yield Case(stem, None, picked(stem), facts(stem, picked(stem)))
        for fault in faults:
            reply = with_fault(stem, fault)
            yield Case(stem, fault, reply, facts(stem, reply, fault))
