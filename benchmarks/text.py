"""How fast text is read: sentences, folding and quotations, beside sentencex in the same run.

Prints megabytes of UTF-8 a second for an invented article in each language, and how much
longer ten times the text takes (10 is linear).  Run: ``python benchmarks/text.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import perf_counter

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]  # it ships no types

from summariser.text.quotations import find_quotations
from summariser.text.sentences import split_sentences
from summariser.text.typography import fold

ARTICLES = {
    "ru": "«Мы построим завод за 2,5 млрд. долларов. Он даст 3 тыс. мест», — сказал К. Ахметов. "
    "По словам эксперта, порт — «ворота региона». Ещё два рейса откроют в 2027 г. Всего три.\n\n",
    "kk": "«Біз зауытты 17 млн. теңгеге саламыз. Ол 3 мың орын береді», – деді Ә. Сәрсенов. "
    "Сарапшының айтуынша, бұл – аймақ қақпасы. Тағы екі рейс мамырда ашылады.\n\n",
    "en": '"We will build the plant for U.S. $1.2 bn. It needs 3,000 people," said J. R. Smith. '
    "The port – a gateway – isn't new. Dr. Lee of Wheat Inc. expects two flights in May.\n\n",
    "de": "„Wir bauen das Werk für 1,2 Mrd. Euro. Es braucht 3.000 Leute“, sagte Dr. Weiß. "
    "Der Hafen ist z. B. ein Tor zur Region. Am 3. Mai beginnen zwei Flüge.\n\n",
    "zh": "“我们将投资12亿美元建厂。工厂需要三千人。”王部长说。"
    "港口是该地区的门户。五月将开通两条航线。\n\n",
    "ar": "وقال الوزير: «سنبني المصنع بمبلغ 1.2 مليار دولار. ويحتاج إلى ٣٠٠٠ عامل.» "
    "والميناء بوابة المنطقة. وستبدأ رحلتان في مايو.\n\n",
}
SIZE = 300_000  # bytes


def seconds(work: Callable[[], object]) -> float:
    """The best of three runs."""
    times = []
    for _ in range(3):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def main() -> None:
    tasks: dict[str, Callable[[str, str], object]] = {
        "sentences": split_sentences,
        "sentencex": lambda text, language: get_sentence_boundaries(language, text),
        "fold": lambda text, _: fold(text),
        "quotations": lambda text, _: find_quotations(text),
    }
    print("MB/s (×10: time for ten times the text)")
    print("   ", *(f"{name:>20}" for name in tasks))
    for language, article in ARTICLES.items():
        # Numbered, so that no paragraph is remembered from the one before.
        count = SIZE // len(article.encode())
        text, tenfold = ("".join(f"{n} {article}" for n in range(n)) for n in (count, count * 10))
        size = len(text.encode()) / 1e6
        cells = []
        for task in tasks.values():
            once = seconds(partial(task, text, language))
            more = seconds(partial(task, tenfold, language))
            cells.append(f"{size / once:8.1f} (×10: {more / once:4.1f})")
        print(language, " ", *(f"{cell:>20}" for cell in cells))


if __name__ == "__main__":
    main()
