"""How long does it take to read the sums of a sentence?  Microseconds, by language.

    python benchmarks/money.py

price-parser and number-parser are timed beside it if they are installed; they read one figure, and
neither hedges nor ranges, so the column "right" counts the sentences whose first amount they get.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal
from importlib import import_module
from typing import Any

from summariser.figures import find_sums

SENTENCES = {
    "ru": (
        "По итогам переговоров компании подписали рамочное соглашение на сумму около 2,5 млрд"
        " долларов США, которое предусматривает поставку машин и постройку завода за пять лет.",
        2_500_000_000,
    ),
    "kk": (
        "Келіссөз қорытындысы бойынша компаниялар жалпы құны 17 миллиардтан астам доллар болатын"
        " келісімге қол қойды, ол бес жыл ішінде зауыт салуды және техника жеткізуді көздейді.",
        17_000_000_000,
    ),
    "en": (
        "After the talks the two companies signed a framework agreement worth about US$1.2bn, which"
        " provides for the delivery of locomotives and for a plant to be built within five years.",
        1_200_000_000,
    ),
    "de": (
        "Nach den Gesprächen unterzeichneten beide Unternehmen einen Rahmenvertrag über rund"
        " 1,2 Milliarden Euro, der die Lieferung von Lokomotiven und den Bau eines Werks vorsieht.",
        1_200_000_000,
    ),
    "zh": (
        "会谈结束后，两家公司签署了总额约25亿美元的框架协议，其中包括在未来五年内交付机车并在当地建设一座"
        "新的工厂，双方还同意继续就铁路现代化、能源和数字基础设施等领域的合作进行磋商。",
        2_500_000_000,
    ),
    "ar": (
        "وقعت الشركتان بعد المحادثات اتفاقا إطاريا بقيمة نحو 1.5 مليار دولار ينص على تسليم قاطرات"
        " وبناء مصنع خلال خمس سنوات ومواصلة التعاون في مجال الطاقة والسكك الحديدية.",
        1_500_000_000,
    ),
}
ROUNDS = 300


def ours(text: str, language: str) -> Decimal | None:
    """The first amount this library reads."""
    sums = find_sums(text, language)
    return sums[0].readings[0].amount if sums else None


def peers() -> dict[str, Callable[[str, str], Any]]:
    """The first amount the others read, for those that are installed."""
    found: dict[str, Callable[[str, str], Any]] = {}
    try:
        price = import_module("price_parser").Price
        found["price-parser"] = lambda text, _: price.fromstring(text).amount
    except ImportError:
        print("price-parser is not installed: skipped")
    try:
        parse = import_module("number_parser").parse_number
        found["number-parser"] = lambda text, _: parse(text)
    except ImportError:
        print("number-parser is not installed: skipped")
    return found


def main() -> None:
    """Print one line per reader and language."""
    print(f"{'reader':14} {'language':8} {'characters':>10} {'µs/sentence':>12}  right")
    for name, read in {"summariser": ours, **peers()}.items():
        for language, (text, expected) in SENTENCES.items():
            right = read(text, language) == expected  # also fills the caches
            start = time.process_time()
            for _ in range(ROUNDS):
                read(text, language)
            spent = (time.process_time() - start) / ROUNDS * 1e6
            print(
                f"{name:14} {language:8} {len(text):10} {spent:12.0f}  {'yes' if right else 'no'}"
            )
    for size in (20_000, 200_000):
        text = ("17 млрд 2,5 $3 " * size)[:size]
        start = time.process_time()
        find_sums(text, "ru")
        print(f"nothing but numbers, {size} characters: {time.process_time() - start:.2f} s of CPU")


if __name__ == "__main__":
    main()
