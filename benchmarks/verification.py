"""CPU time of verification: ``python benchmarks/verification.py``.

A summary of 16 items over an article of 5,000 characters, then over ten times the text, and over an
article made of nothing but numbers.  The ratio tells whether time grows linearly.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from summariser import Article, Deal, SummitSummary, verify

PARTS = [
    "Компания «Лумен Рейл» подписала с портом Норвик договор на 2,5 млрд. долларов.",
    "По словам министра Ады Квилл, до 2030 года построят 120 км путей и 3000 вагонов.",
    "«Мы начнём весной, — сказала Ада Квилл. — Деньги уже есть», а порт от слов отказался.",
    "Ещё около 300 млн евро готов дать банк, от 20 до 30 процентов вложит город.",
]


def article(characters: int) -> Article:
    """A text of this length, in which every sentence differs."""
    sentences = (f"{PARTS[n % 4][:-1]}, сообщает источник № {n}." for n in range(characters // 40))
    return Article.from_text(" ".join(sentences)[:characters], language="ru")


def summary(of: Article, *, sound: bool = True) -> SummitSummary:
    """16 deals, on sentences that bear them out, or on those after them, which do not."""
    stated = [each.number for each in of.sentences if "2,5 млрд. долларов" in each.text]
    deals = []
    for number in (stated * 16)[:: max(1, len(stated) // 16)][:16]:
        raw = {
            "evidence": [number if sound else number + 1], "text": "Договор на 2,5 млрд долларов.",
            "instrument": "contract", "status": "signed",
            "parties": [{"verbatim": "«Лумен Рейл»", "name": "Лумен Рейл", "role": "supplier"},
                        {"verbatim": "портом Норвик", "name": "порт Норвик", "role": "buyer"}],
            "values": [{"verbatim": "2,5 млрд. долларов", "amount": "2500000000",
                        "currency": "USD", "qualifier": "exact", "per": "total"}],
        }  # fmt: skip
        deals.append(Deal.model_validate(raw, context={"article": of}))
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


def main() -> None:
    """Print the figures."""
    verify(summary(article(2_000)), article(2_000))  # tables are loaded once per process
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
