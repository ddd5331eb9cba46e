"""How the tables of cases write a figure."""

from __future__ import annotations

from summariser.figures import Figure


def stated(figure: Figure) -> str:
    amounts = [
        str(reading.amount) if reading.upper is None else f"{reading.amount}..{reading.upper}"
        for reading in figure.readings
    ]
    words = ["|".join(amounts), "/".join(sorted(figure.currencies))]
    words += [figure.kind] if figure.kind not in ("money", "number") else []
    if figure.qualifier == "range":
        words += sorted(figure.qualifiers - {"range"})
    elif figure.qualifier != "exact":
        words.append(figure.qualifier)
    words += [figure.per] if figure.per != "total" else []
    return " ".join(filter(None, words))
