"""A name with a description around it is told from what is somebody else's, or another name."""

from __future__ import annotations

import pytest

from summariser.names.described import is_described

DESCRIBED = [
    ("Ida Holm", "Environmental activist Ida Holm"),
    ("Ida Holm", "the activist Ida Holm"),
    ("Ida Holm", "of activist Ida Holm"),
    ("Ida Holm", "Ida Holm (the mayor)"),
    ("Ida Holm", "Ida Holm, la secrétaire générale du syndicat"),
    ("Tarek Amin", "The port's director, Tarek Amin"),
    ("Marrow Institute", "the London-based Marrow Institute"),
    ("Lucía Ferrando", "la ministra Lucía Ferrando"),
    ("Marco Bellini", "il sindacalista Marco Bellini"),
    ("Иван Маслов", "премьер-министр Марланда Иван Маслов"),
    ("Тарек Аминов", "глава инженерного центра порта Тарек Аминов"),
    ("Ерлан Сейтов", "порт директоры Ерлан Сейтов"),
    ("حسن سالم", "الخبير حسن سالم"),
    ("حسن سالم", "الخبير الاقتصادي حسن سالم"),
]
NOT_DESCRIBED = [
    # somebody else's
    ("Tarek Amin", "a friend of Tarek Amin"),
    ("Tarek Amin", "Tarek Amin's office"),
    ("Ida Holm", "letter about Ida Holm"),
    ("Ida Holm", "aides under Ida Holm"),
    ("Ida Holm", "Ida Holm spokesman"),
    ("Ida Holm", "the wife of the minister, Ida Holm"),
    ("Jan Roth", "die Frau von Jan Roth"),
    ("Jan Roth", "ein Brief über Jan Roth"),
    ("Anne Morel", "un proche de la ministre Anne Morel"),
    ("Lucía Ferrando", "un crítico de Lucía Ferrando"),
    ("Мадлен Олберт", "представитель Мадлен Олберт"),
    ("Карим Осей", "жена Карима Осея"),
    ("حسن سالم", "زوجة حسن سالم"),
    ("حسن سالم", "زوجة المدير حسن سالم"),
    # another name, or several
    ("Tarek Amin", "Jan Tarek Amin"),
    ("Tarek Amin", "Tarek Amin-Reed"),
    ("Korea Electric", "New Korea Electric"),
    ("Korea Electric", "Korea Electric Marine"),
    ("Astana", "the carrier Astana"),
    ("Ida Holm", "Ida Holm and Partners"),
    ("Ida Holm", "Ida Holm, Jan Roth"),
    ("Ida Holm", "Jan Roth, Ida Holm"),
    ("Ida Holm", "Ida Holm, and others"),
    ("Ida Holm", "the mayor, the bishop, Ida Holm"),
    ("Ida Holm", "mayor and Ida Holm"),
    ("李明", "李明华"),
]


@pytest.mark.parametrize(("name", "words"), DESCRIBED)
def test_described(name: str, words: str) -> None:
    """An apposition, before it or behind."""
    assert is_described(name, words)


@pytest.mark.parametrize(("name", "words"), NOT_DESCRIBED)
def test_not_described(name: str, words: str) -> None:
    """Left open."""
    assert not is_described(name, words)
