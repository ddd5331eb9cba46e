"""How fast a summary becomes a page, and how big: ``python benchmarks/report.py``.

An invented article of 5,000 characters with 16 facts, one of 60,000 characters, and a page of 100
such articles.  The first call also reads and compiles the template.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from summariser import Article, Deal, SummitSummary, verify
from summariser.views.html import to_fragment, to_html

PARAGRAPH = (
    "Перевозчик «Тарын Рейл» и завод «Меридиан» подписали контракт на {n}0 вагонов за {n},5 млрд. "
    "долларов. «Мы ждали этого {n} лет», — сказал К. Ахметов. Подробностей стороны не сообщили. "
    "По словам эксперта, линия откроется не раньше осени, если хватит денег.\n\n"
)


def summary(characters: int, facts: int = 16) -> SummitSummary:
    """A verified summary of an article of this length."""
    count = characters // len(PARAGRAPH)
    article = Article.from_text("".join(PARAGRAPH.format(n=n) for n in range(1, count + 1)))
    first = [s.number for s in article.sentences if s.text.startswith("Перевозчик")]
    deals = [
        Deal.model_validate(
            {
                "text": f"«Тарын Рейл» заказал у завода «Меридиан» {n}0 вагонов.",
                "instrument": "contract",
                "status": "signed",
                "parties": [
                    {"name": f"«{name}»", "verbatim": f"«{name}»", "role": role, "country": None}
                    for name, role in (("Тарын Рейл", "buyer"), ("Меридиан", "manufacturer"))
                ],
                "values": [
                    {
                        "verbatim": f"{n},5 млрд. долларов",
                        "amount": f"{n}500000000",
                        "upper": None,
                        "currency": "USD",
                        "qualifier": "exact",
                        "per": "total",
                    }
                ],
                "deliverables": [
                    {
                        "item": "вагоны",
                        "verbatim": f"{n}0 вагонов",
                        "quantity": f"{n}0",
                        "unit": None,
                    }
                ],
                "evidence": [first[n - 1], first[n - 1] + 1],
            },
            context={"article": article},
        )
        for n in range(1, facts + 1)
    ]
    made = SummitSummary(overview="Контракты.", outcomes=[], deals=deals, positions=[])
    return verify(made, article)


def milliseconds(work: Callable[[], object]) -> float:
    """The best of ten runs."""
    times = []
    for _ in range(10):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times) * 1e3


def main() -> None:
    one = summary(5_000)
    start = perf_counter()
    to_html(one)
    print(f"first page           {(perf_counter() - start) * 1e3:8.1f} ms")
    for name, work in (("page", to_html), ("fragment", to_fragment)):
        print(f"{name:20} {milliseconds(lambda work=work: work(one)):8.1f} ms")
    once, longer, larger = (
        milliseconds(lambda each=each: to_html(each))
        for each in (one, summary(60_000), summary(60_000, 192))
    )
    print(f"12 times the text    {longer:8.1f} ms, {longer / once:.1f} times as long")
    print(f"and 12 times as rich {larger:8.1f} ms, {larger / once:.1f} times as long")
    pages = [summary(5_000) for _ in range(100)]
    print(f"100 articles         {milliseconds(lambda: to_html(pages)):8.1f} ms")
    print(f"100 articles         {len(to_html(pages).encode()) / 1e6:8.2f} MB")


if __name__ == "__main__":
    main()
