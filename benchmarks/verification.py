"""CPU time of reading and checking: ``python benchmarks/verification.py``.

All that happens to an article but for the request: from its text to the prompt, and from the parsed
reply to the verified summary.  Then verification alone, of 16 items over an article of 5,000
characters, over ten times the text, and over an article made of nothing but numbers.  The ratio
tells whether time grows linearly.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import Any

from summariser import Article, Deal, SummitSummary, verify
from summariser.checks.index import Index
from summariser.checks.verify import verify_prose
from summariser.llm.prompts import Prompts, marker
from summariser.reading.candidates import read, settle

PARTS = [
    "Компания «Лумен Рейл» подписала с портом Норвик договор на 2,5 млрд. долларов.",
    "По словам министра Ады Квилл, до 2030 года построят 120 км путей и 3000 вагонов.",
    "«Мы начнём весной, — сказала Ада Квилл. — Деньги уже есть», а порт от слов отказался.",
    "Ещё около 300 млн евро готов дать банк, от 20 до 30 процентов вложит город.",
]


def written(characters: int, first: int = 0) -> str:
    """A text of this length, in which every sentence differs, numbered from the first."""
    numbers = range(first, first + characters // 40)
    return " ".join(f"{PARTS[n % 4][:-1]}, сообщает источник № {n}." for n in numbers)[:characters]


def article(characters: int) -> Article:
    """An article of this length."""
    return Article.from_text(written(characters), language="ru")


def reply(of: Article, *, sound: bool = True) -> dict[str, Any]:
    """16 deals, on sentences that bear them out, or on those after them, which do not."""
    stated = [each.number for each in of.sentences if "2,5 млрд. долларов" in each.text]
    deals = [
        {
            "evidence": [number if sound else number + 1], "text": "Договор на 2,5 млрд долларов.",
            "instrument": "contract", "status": "signed",
            "parties": [{"verbatim": "«Лумен Рейл»", "name": "Лумен Рейл", "role": "supplier"},
                        {"verbatim": "портом Норвик", "name": "порт Норвик", "role": "buyer"}],
            "values": [{"verbatim": "2,5 млрд. долларов", "amount": "2500000000",
                        "currency": "USD", "qualifier": "exact", "per": "total"}],
        }
        for number in (stated * 16)[:: max(1, len(stated) // 16)][:16]
    ]  # fmt: skip
    return {"summit": None, "overview": "", "outcomes": [], "deals": deals, "positions": []}


def summary(of: Article, *, sound: bool = True) -> SummitSummary:
    """The same as a summary that nobody has verified yet."""
    content = reply(of, sound=sound)
    deals = [Deal.model_validate(raw, context={"article": of}) for raw in content["deals"]]
    return SummitSummary(overview="", outcomes=[], deals=deals, positions=[])


def cpu_ms(work: Callable[[], object], rounds: int = 5) -> float:
    """The median CPU time of some work, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return sorted(times)[rounds // 2] * 1000


def measure(of: Article, *, sound: bool = True) -> float:
    """CPU time of one verification, of an article whose sentences the prompt has already used."""
    made = summary(of, sound=sound)
    fresh = [of.model_copy() for _ in range(5)]
    assert all(each.sentences for each in fresh)
    return cpu_ms(lambda: verify(made, fresh.pop()))


def prompted(text: str, prompts: Prompts) -> Article:
    """From a text to its prompt."""
    of = Article.from_text(text)
    prompts.render("summit.v2", article=of, marker=marker(of), language=of.language)
    return of


def check_next(content: dict[str, Any], articles: list[Article]) -> SummitSummary:
    """From a parsed reply to the verified summary of the next article, as the pipeline makes it."""
    index = Index(of := articles.pop())
    kept, rejected = settle(read(content, SummitSummary, index), [], "not asked again")
    deals = [each.item for each in kept]
    made = SummitSummary(**{**content, "deals": deals}, article=of, rejected=rejected)
    made.checks = verify_prose(made, index)
    return made


def main() -> None:
    """Print the figures."""
    verify(summary(article(2_000)), article(2_000))  # tables are loaded once per process
    prompts = Prompts()
    prompted(written(2_000), prompts)
    texts = [written(5_000, first) for first in range(4, 400, 4)]
    prompt = cpu_ms(lambda: prompted(texts.pop(), prompts), rounds=31)
    print(f"text to prompt, 5,000 characters:       {prompt:6.1f} ms CPU")
    for label in ("sound", "wrong"):
        articles = [prompted(texts.pop(), prompts) for _ in range(31)]
        content = reply(articles[0], sound=label == "sound")
        taken = cpu_ms(partial(check_next, content, articles), rounds=31)
        print(f"reply to summary, 16 {label} items:       {taken:6.1f} ms CPU")
    short, long = article(5_000), article(50_000)
    for sound in (True, False):
        one, ten = measure(short, sound=sound), measure(long, sound=sound)
        print(f"16 {'sound' if sound else 'wrong'} items over  5,000 characters: {one:6.1f} ms CPU")
        print(
            f"16 {'sound' if sound else 'wrong'} items over 50,000 characters: {ten:6.1f} ms CPU",
            end="",
        )
        print(f"  ({ten / one:.1f} × for 10 × the text)")
    few, many = (Article.from_text("1 234 567,89 " * n, language="ru") for n in (400, 4_000))
    prose = SummitSummary(overview="12 345 и 99 999", outcomes=[], deals=[], positions=[])
    one, ten = (cpu_ms(lambda of=of: verify(prose, of)) for of in (few, many))  # type: ignore[misc]
    print(f"numbers only, 5,200 / 52,000 characters: {one:.1f} / {ten:.1f} ms   {ten / one:.1f} ×")


if __name__ == "__main__":
    main()
