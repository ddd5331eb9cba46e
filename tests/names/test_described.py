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
    # what somebody is, with a capital
    ("Ulan Sarin", "Arlen President Ulan Sarin"),
    ("Ulan Sarin", "Energy Ministry Spokesman Ulan Sarin"),
    ("Jan Roth", "Bundesverkehrsminister Jan Roth"),
    ("Jan Roth", "Der Ökonom Jan Roth"),
    ("Jan Roth", "Varnholms Außenministers Jan Roth"),
    ("Jan Roth", "Hafen-Experte Jan Roth"),
    ("Jan Roth", "Hafen-Experte Jan Roth vom Institut für Verkehr"),
    ("Jan Roth", "Jan Roth, Experte für Energie"),
    ("Peter Marsh", "Peter Marsh of Third Quay"),
    ("Peter Marsh", "Peter Marsh, Chief Economist at Third Quay"),
    ("Tarek Amin", "The head of the port's engineering centre, Tarek Amin"),
    ("Anne Morel", "le ministre de l'Énergie, Anne Morel"),
    ("Anne Morel", "la ministre de l'Énergie Anne Morel"),
    ("Anne Morel", "Anne Morel, Directrice du port"),
    ("Lucía Ferrando", "el titular de Economía, Lucía Ferrando"),
    ("Lucía Ferrando", "Lucía Ferrando, de la naviera"),
    ("Marco Bellini", "Marco Bellini del sindacato"),
    ("Deniz Aydın", "Enerji Bakanı Deniz Aydın"),
    ("Deniz Aydın", "Enerji Bakanı Deniz Aydın'ın"),
    ("Дильшод Каримов", "энергетика вазири Дильшод Каримов"),
    ("Dilshod Karimov", "energetika vaziri Dilshod Karimov"),
    ("Карим Осеев", "премьер-министра Марланда Карима Осеева"),
    ("Мадлен Олберт", "порт директоры Мадлен Олберт"),
    # an organisation
    ("Ормель", "авиакомпании Ормель"),
    ("Ormel", "Ormel şirketinin"),
    ("Ормель", "Ормель компаниясының"),
    ("EU", "Die EU"),
    ("CGT", "La CGT"),
    ("Ormel", "Le groupe Ormel"),
    ("Port Authority", "Kazakhstan's Port Authority"),
    # without capitals
    ("李明", "某行业协会副理事长、某大学微电子所所长李明"),
    ("李明", "李明理事長"),
    ("山田太郎", "山田太郎容疑者"),
    ("山田太郎", "同社の社長の山田太郎氏"),
    ("山田太郎", "山田太郎理事長（63）"),
    ("上川", "上川外相"),
    ("エジプト", "エジプト側"),
    ("حسن سالم", "رئيس الوزراء حسن سالم"),
    ("حسن سالم", "وزير الطاقة المرلندي حسن سالم"),
    ("حسن سالم", "الخبير في الشؤون البحرية حسن سالم"),
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
    ("Astana", "Air Astana"),
    ("ЕС", "страны ЕС"),
    ("Ормель", "офис Ормель"),
    ("Ормель", "глава Ормель"),
    ("Air Astana", "представитель Air Astana"),
    ("Карим Осей", "советника Карима Осея"),
    ("Karim Osei", "советника президента Карима Осеева"),
    ("Ida Holm", "Ida Holm and Partners"),
    ("Ida Holm", "Ida Holm, Jan Roth"),
    ("Ida Holm", "Jan Roth, Ida Holm"),
    ("Ida Holm", "Ida Holm, and others"),
    ("Ida Holm", "the mayor, the bishop, Ida Holm"),
    ("Ida Holm", "mayor and Ida Holm"),
    ("李明", "李明华"),
    # of an institution or somebody, not the institution or somebody
    ("Air Astana", "директор Air Astana"),
    ("Lagoon Shipping", "Director Lagoon Shipping"),
    ("Lagoon Shipping", "the director of the company Lagoon Shipping"),
    ("Ulan Sarin", "the spokesman for President Ulan Sarin"),
    ("Ulan Sarin", "adviser to President Ulan Sarin"),
    ("Карим Осей", "советник Карима Осея"),
    ("日銀", "日銀総裁"),
    ("エジプト", "エジプト大統領"),
    ("华星公司", "华星公司总裁"),
    ("华星集团", "新华星集团"),
    ("حسن سالم", "مكتب الوزير حسن سالم"),
    ("حسن سالم", "مستشار الوزير حسن سالم"),
    ("شركة النور", "رئيس شركة النور"),
    ("شركة النور", "الخبير في شركة النور"),
    ("حسن سالم", "المتحدث باسم الرئيس حسن سالم"),
    # a longer proper name
    ("Royal Bank", "Royal Bank of Marland"),
    ("Investors Service", "Moody's Investors Service"),
    ("Rubel Bank", "Neue Rubel Bank"),
    ("Ida Holm", "Ida Holm Of The West"),
]


@pytest.mark.parametrize(("name", "words"), DESCRIBED)
def test_described(name: str, words: str) -> None:
    """An apposition, before it or behind."""
    assert is_described(name, words)


@pytest.mark.parametrize(("name", "words"), NOT_DESCRIBED)
def test_not_described(name: str, words: str) -> None:
    """Left open."""
    assert not is_described(name, words)
