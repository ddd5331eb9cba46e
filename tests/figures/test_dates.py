"""Dates read from text: the cases are data."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.figures import When, find_dates, in_full, tells_other_year, tells_otherwise
from summariser.languages import LANGUAGES

DATES = [
    # language, text, dates
    ("en", "They met on 12 October 2025 in Arlen.", "2025-10-12"),
    ("en", "Oct. 12 was the day.", "--10-12"),
    ("en", "OCTOBER 12, 2025", "2025-10-12"),
    ("en", "the 12th of October, 2025, and October 3rd", "2025-10-12 --10-03"),
    ("en", "from 28 September to 2 October", "--09-28/--10-02"),
    ("en", "Dec. 28, 2025 to Jan. 2, 2026", "2025-12-28/2026-01-02"),
    ("en", "28 December to 2 January 2026", "2025-12-28/2026-01-02"),
    ("en", "October 12–14, 2025", "2025-10-12/2025-10-14"),
    ("en", "on 12 and 14 October, 3, 5 and 7 May",
     "--10-12 --10-14 --05-03 --05-05 --05-07"),
    ("en", "between May and July 2025", "2025-05/2025-07"),
    ("en", "from May to July 2025", "2025-05/2025-07"),
    ("en", "in May, by late September, since mid-August", "--05 --09 --08"),
    ("en", "in 2025, from 2027 to 2030, for 2025–2027", "2025 2027/2030 2025/2027"),
    ("en", "the third quarter of 2025, Q4 2026", "2025-07/2025-09 2026-10/2026-12"),
    ("en", "in the first half of 2026", "2026-01/2026-06"),
    ("en", "In October 12 million came, by May 12.5%", "--10 --05"),
    ("en", "2025-10-12, 2025/10/12, 13/04/2025, 04/13/2025",
     "2025-10-12 2025-10-12 2025-04-13 2025-04-13"),
    ("de", "am 12. Oktober 2025 in Arlen", "2025-10-12"),
    ("de", "am 12.10.2025", "2025-10-12"),
    ("de", "vom 12. bis 14. Oktober", "--10-12/--10-14"),
    ("de", "vom 28. September bis zum 2. Oktober 2025", "2025-09-28/2025-10-02"),
    ("de", "zwischen dem 28. September und dem 2. Oktober", "--09-28/--10-02"),
    ("de", "am 3. und 5. Mai", "--05-03 --05-05"),
    ("de", "im März, Ende Mai, seit Jänner 2024", "--03 --05 2024-01"),
    ("de", "12. Okt. 2025", "2025-10-12"),
    ("de", "der Entwurf des 1. Dezembers", "--12-01"),
    ("de", "im dritten Quartal 2025, im 4. Quartal 2026", "2025-07/2025-09 2026-10/2026-12"),
    ("de", "im ersten Halbjahr 2026", "2026-01/2026-06"),
    ("de", "in den Jahren 2025 bis 2027", "2025/2027"),
    ("de", "am 03/04/2025, am 28.Oktober", "2025-04-03 --10-28"),
    ("fr", "le 12 octobre 2025 à Arlen", "2025-10-12"),
    ("fr", "le 1er mai", "--05-01"),
    ("fr", "du 12 au 14 octobre", "--10-12/--10-14"),
    ("fr", "du 28 septembre au 2 octobre 2025", "2025-09-28/2025-10-02"),
    ("fr", "entre le 21 juin et le 15 novembre 2019", "2019-06-21/2019-11-15"),
    ("fr", "le 28, 29 avril, d'ici le 28 ou 29 avril",
     "--04-28 --04-29 --04-28 --04-29"),
    ("fr", "les 12 et 14 décembre, le 3 et le 5 mai", "--12-12 --12-14 --05-03 --05-05"),
    ("fr", "en août 2025, fin mars, d'ici mai", "2025-08 --03 --05"),
    ("fr", "LE 12 FEVRIER 2025", "2025-02-12"),
    ("fr", "12 janv. 2025, 3 juill.", "2025-01-12 --07-03"),
    ("fr", "12/10/2025, 02/22/2016, le 5 décembre 1391", "2025-10-12 2016-02-22 1391-12-05"),
    ("fr", "au troisième trimestre 2025, T4 2026", "2025-07/2025-09 2026-10/2026-12"),
    ("fr", "au premier semestre de 2026", "2026-01/2026-06"),
    ("fr", "en 2025", "2025"),
    ("es", "el 12 de octubre de 2025 en Arlen", "2025-10-12"),
    ("es", "el 1.º de mayo y el 1º de junio", "--05-01 --06-01"),
    ("es", "del 12 al 14 de octubre", "--10-12/--10-14"),
    ("es", "del 28 de septiembre al 2 de octubre de 2025", "2025-09-28/2025-10-02"),
    ("es", "entre el 12 y el 14 de octubre", "--10-12/--10-14"),
    ("es", "el 3 y 5 de mayo", "--05-03 --05-05"),
    ("es", "el 4 de setiembre del 2024", "2024-09-04"),
    ("es", "en agosto de 2025, a finales de marzo", "2025-08 --03"),
    ("es", "la inflación que exhibe abril", "--04"),
    ("es", "12 oct. 2025", "2025-10-12"),
    ("es", "12/10/2025", "2025-10-12"),
    ("es", "en el tercer trimestre de 2025", "2025-07/2025-09"),
    ("es", "en el primer semestre de 2026", "2026-01/2026-06"),
    ("es", "en 2025", "2025"),
    ("it", "il 12 ottobre 2025 ad Arlen", "2025-10-12"),
    ("it", "l'11 ottobre e il 1º maggio", "--10-11 --05-01"),
    ("it", "dal 12 al 14 ottobre", "--10-12/--10-14"),
    ("it", "dal 28 settembre al 2 ottobre 2025", "2025-09-28/2025-10-02"),
    ("it", "tra il 12 e il 14 ottobre", "--10-12/--10-14"),
    ("it", "il 3 e 5 maggio", "--05-03 --05-05"),
    ("it", "ad agosto 2025, entro marzo", "2025-08 --03"),
    ("it", "12 ott. 2025, 5 sett. 2024", "2025-10-12 2024-09-05"),
    ("it", "12/10/2025", "2025-10-12"),
    ("it", "12.10.2025", "2025-10-12"),
    ("it", "nel terzo trimestre del 2025", "2025-07/2025-09"),
    ("it", "nel primo semestre 2026", "2026-01/2026-06"),
    ("it", "nel 2025", "2025"),
    ("ru", "12 октября 2025 года в Арлене", "2025-10-12"),
    ("ru", "Они встретились 12 октября.", "--10-12"),
    ("ru", "с 12 по 14 октября", "--10-12/--10-14"),
    ("ru", "с 28 сентября по 2 октября 2025 г.", "2025-09-28/2025-10-02"),
    ("ru", "между 12 и 14 октября, между 28 сентября и 2 октября",
     "--10-12/--10-14 --09-28/--10-02"),
    ("ru", "3 и 5 мая", "--05-03 --05-05"),
    ("ru", "12-го октября, 1 янв. 2025", "--10-12 2025-01-01"),
    ("ru", "в октябре 2025 года, к маю, в начале июня", "2025-10 --05 --06"),
    ("ru", "12.10.2025", "2025-10-12"),
    ("ru", "в III квартале 2025 года, в 4-м квартале 2026 года", "2025-07/2025-09 2026-10/2026-12"),
    ("ru", "в первом полугодии 2026 года", "2026-01/2026-06"),
    ("ru", "в 2025 году", "2025"),
    ("ru", "в 2025–2027 годах", "2025/2027"),
    ("kk", "2025 ж. 12 қазан", "2025-10-12"),
    ("kk", "2025 жылғы 12 қазанда Арленде", "2025-10-12"),
    ("kk", "12 қазан күні", "--10-12"),
    ("kk", "қазанның 12-сі күні", "--10-12"),
    ("kk", "қазан айының 12-сінде", "--10-12"),
    ("kk", "12–14 қазанда", "--10-12/--10-14"),
    ("kk", "3 және 5 мамыр", "--05-03 --05-05"),
    ("kk", "2025 жылдың қазан айында, мамыр айына дейін", "2025-10 --05"),
    ("kk", "қарашада, маусым айында, шілденің басында", "--11 --06 --07"),
    ("kk", "2011 жылдың 12-нші қарашасында, қазанның 10-ына", "2011-11-12 --10-10"),
    ("kk", "2019-дың желтоқсанында, 2020-сыншы жылдың қаңтарынан", "2019-12 2020-01"),
    ("kk", "12.10.2025", "2025-10-12"),
    ("kk", "2025 жылдың үшінші тоқсанында", "2025-07/2025-09"),
    ("kk", "2026 жылдың бірінші жартысында", "2026-01/2026-06"),
    ("kk", "2025 жылы, 2025-2027 жылдары", "2025 2025/2027"),
    ("tr", "12 Ekim 2025'te Arlen'de", "2025-10-12"),
    ("tr", "12 Ekim'de, 3 Mayıs günü", "--10-12 --05-03"),
    ("tr", "Ekim'in 12'sinde", "--10-12"),
    ("tr", "12-14 Ekim", "--10-12/--10-14"),
    ("tr", "28 Eylül - 2 Ekim 2025", "2025-09-28/2025-10-02"),
    ("tr", "3 ve 5 Mayıs", "--05-03 --05-05"),
    ("tr", "Ekim ayında, Kasım 2025'te, Mayıs'ta", "--10 2025-11 --05"),
    ("tr", "12 KASIM 2025", "2025-11-12"),
    ("tr", "12.10.2025", "2025-10-12"),
    ("tr", "2025 yılının üçüncü çeyreğinde", "2025-07/2025-09"),
    ("tr", "2026'nın ilk yarısında", "2026-01/2026-06"),
    ("tr", "2025 yılında, 2025-2027 yıllarında", "2025 2025/2027"),
    ("uz", "2025-yil 12-oktabr kuni Arlenda", "2025-10-12"),
    ("uz", "12-oktyabrda", "--10-12"),
    ("uz", "2025-yilning 12-oktabrida", "2025-10-12"),
    ("uz", "oktabrning 12-kuni", "--10-12"),
    ("uz", "12–14-oktabr", "--10-12/--10-14"),
    ("uz", "2025 йил 12 октябрь", "2025-10-12"),
    ("uz", "12 oktabr 2025", "2025-10-12"),
    ("uz", "2025-yil oktabrda, may oyida", "2025-10 --05"),
    ("uz", "2025-yilda, 2025-2027-yillarda", "2025 2025/2027"),
    ("uz", "12.10.2025", "2025-10-12"),
    ("uz", "2025-yilning uchinchi choragida", "2025-07/2025-09"),
    ("uz", "2026-yilning birinchi yarmida", "2026-01/2026-06"),
    ("ar", "في 12 أكتوبر 2025 في أرلن", "2025-10-12"),
    ("ar", "١٢ أكتوبر ٢٠٢٥", "2025-10-12"),
    ("ar", "12 تشرين الأول/أكتوبر 2025", "2025-10-12"),
    ("ar", "12 تشرين الثاني وحتى اليوم", "--11-12"),
    ("ar", "3 أيار (مايو)", "--05-03"),
    ("ar", "12 من أكتوبر عام 2025", "2025-10-12"),
    ("ar", "5 أوت 2024، و7 جويلية، و3 غشت، و2 دجنبر", "2024-08-05 --07-07 --08-03 --12-02"),
    ("ar", "من 12 إلى 14 أكتوبر", "--10-12/--10-14"),
    ("ar", "بين 12 و14 أكتوبر", "--10-12/--10-14"),
    ("ar", "في أكتوبر 2025، خلال مايو", "2025-10 --05"),
    ("ar", "12/10/2025", "2025-10-12"),
    ("ar", "في الربع الثالث من عام 2025", "2025-07/2025-09"),
    ("ar", "في النصف الأول من 2026", "2026-01/2026-06"),
    ("ar", "في عام 2025", "2025"),
    ("zh", "双方2025年10月12日在阿伦会晤。", "2025-10-12"),
    ("zh", "二〇二五年十月十二日", "2025-10-12"),
    ("zh", "10月12日", "--10-12"),
    ("zh", "10月12号，九月三日", "--10-12 --09-03"),
    ("zh", "10月12日至14日", "--10-12/--10-14"),
    ("zh", "2025年9月28日至10月2日", "2025-09-28/2025-10-02"),
    ("zh", "10月12-14日", "--10-12/--10-14"),
    ("zh", "2025年10月，2025年10月至2026年3月", "2025-10 2025-10/2026-03"),
    ("zh", "计划9月开工，双方今年2月签署", "--09 --02"),
    ("zh", "2025-10-12，2025/10/12", "2025-10-12 2025-10-12"),
    ("zh", "2025年第三季度", "2025-07/2025-09"),
    ("zh", "2026年上半年", "2026-01/2026-06"),
    ("zh", "2025年", "2025"),
    ("ja", "両者は2025年10月12日にアーレンで会談した。", "2025-10-12"),
    ("ja", "令和7年10月12日", "2025-10-12"),
    ("ja", "令和元年5月1日", "2019-05-01"),
    ("ja", "10月12日", "--10-12"),
    ("ja", "10月12日(日)から14日まで", "--10-12/--10-14"),
    ("ja", "9月28日～10月2日", "--09-28/--10-02"),
    ("ja", "10月12～14日", "--10-12/--10-14"),
    ("ja", "１０月１２日、10月の2日、2025年の9月1日", "--10-12 --10-02 2025-09-01"),
    ("ja", "2025年10月、来年6月", "2025-10 --06"),
    ("ja", "2025年10月から2026年3月まで", "2025-10/2026-03"),
    ("ja", "2025年（令和7年）10月12日", "2025-10-12"),
    ("ja", "2025年に", "2025"),
    ("ja", "2025/10/12", "2025-10-12"),
    (None, "2025-10-12, 12 October 2025, 12.10.2025", "2025-10-12 2025-10-12"),
]  # fmt: skip
NONE = [
    # language, text
    ("en", "May Holm said so. March on the capital! Augusta June and April Rhys agreed."),
    ("en", "It may be 12 may leave, 3 march on."),
    ("en", "version 1.2.3, 10.2.1.4, 3-2, 2:1, 10:12, +49 30 1234567, 1-800-555-12"),
    ("en", "03/04/2025, 31/31/2025, 2025-13-01, 30 February, October 32"),
    ("en", "October 12 million, October 12%, October 12.5 and October 1,200"),
    ("en", "the second half, the third quarter, on Tuesday, the 12th, yesterday"),
    ("en", "2025 villages, $2025, 1,995 homes"),
    ("de", "der 3. Mann, 12 mal, 3:2, 10.12 Uhr, die zweite Hälfte, Version 1.2.3"),
    ("de", "am Dienstag, heute, der August Holm"),
    ("fr", "12 mais, la moitié, 3-2, hier, mardi, version 1.2.3"),
    ("fr", "Mai Linh et Avril Holm"),
    ("es", "12 mar, 3 marzos, ayer, el martes, 10:12, Mayo Holm"),
    ("it", "vinse 2 set a 1, il 12 mar, ieri, martedì, 10:12"),
    ("ru", "12 мартышек, 3 майских, вчера, во вторник, 10:12, Май Холм, 12-го числа"),
    (
        "kk",
        "12 қар, 30 жел генераторы, жаңа маусымда, кеше, сейсенбіде, қазан асты, 10:12, айдың 12-сі, 5 там",
    ),
    ("tr", "12 ara seçim, 12 ekim alanı, dün, salı, 10:12, Ekim Holm"),
    ("uz", "12 marta, kecha, seshanba, 10:12, May Holm"),
    ("ar", "12 كتاب، أمس، الثلاثاء، 10:12، مارس الرياضة"),
    ("zh", "3个月，12日，昨天，星期二，25年10月，10月球，1.2月，1—9月"),
    ("ja", "3か月、12日、昨日、火曜日、25年10月、4～9月期、2026年3月期、2025年度"),
]


@pytest.mark.parametrize(("language", "text", "expected"), DATES)
def test_dates_are_read(language: str | None, text: str, expected: str) -> None:
    """What a text names, and nothing else, each within the words that name it."""
    found = find_dates(text, language)
    assert " ".join(str(each.when) for each in found) == expected
    ends = [place for each in found for place in (each.start, each.end)]
    assert ends == sorted(ends)


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_looks_like_a_date(language: str, text: str) -> None:
    """Names, verbs, numbers of other kinds, and what may be one of two days."""
    assert [str(each.when) for each in find_dates(text, language)] == []


def test_all_languages_have_cases() -> None:
    """At least twelve each, and what looks like a date and is none."""
    for code in LANGUAGES:
        assert sum(language == code for language, *_ in DATES) >= 12
        assert any(language == code for language, _ in NONE)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("form", ["long", "full", "medium"])
def test_cldr_s_own_dates_are_read(code: str, form: str) -> None:
    """Every month as CLDR writes it, in each language."""
    from babel.dates import format_date

    for month in range(1, 13):
        day = date(2025, month, 29 - month)
        text = format_date(day, form, locale=code)
        assert [str(each.when) for each in find_dates(text, code)] == [day.isoformat()], text


@pytest.mark.parametrize(
    ("told", "published", "full"),
    [
        ("--10-12", "2025-10-14", "2025-10-12"),
        ("--12-28", "2026-01-02", "2025-12-28"),
        ("--01-15", "2025-12-20", "2026-01-15"),
        ("--04-12", "2025-10-10", None),
        ("--10", "2025-10-14", "2025-10"),
        ("--02-29", "2024-03-01", "2024-02-29"),
        ("--02-29", "2026-03-01", None),
        ("--10-12/--10-14", "2025-10-14", "2025-10-12/2025-10-14"),
        ("--12-28/--01-02", "2026-01-05", "2025-12-28/2026-01-02"),
    ],
)
def test_the_nearest_year(told: str, published: str, full: str | None) -> None:
    """A day without a year is that of the nearest one, unless two are about as near."""
    found = in_full(When.of(told), date.fromisoformat(published))
    assert (found and str(found)) == full


@pytest.mark.parametrize(
    ("language", "text", "published", "year"),
    [
        ("en", "last October", "2025-10-10", 2024),
        ("en", "next April", "2025-10-10", 2026),
        ("fr", "le 12 avril dernier", "2025-10-10", 2025),
        ("es", "el pasado 12 de octubre", "2025-10-10", 2024),
        ("it", "lo scorso 12 aprile", "2025-10-10", 2025),
        ("de", "am vergangenen 12. April", "2025-10-10", 2025),
        ("ar", "12 أبريل المقبل", "2025-10-10", 2026),
    ],
)
def test_the_last_or_the_next(language: str, text: str, published: str, year: int) -> None:
    """Words beside a day say on which side of today it is."""
    (found,) = find_dates(text, language)
    beside = {"is_past": found.is_past, "is_coming": found.is_coming}
    full = in_full(found.when, date.fromisoformat(published), **beside)
    assert full is not None
    assert full.first.year == year


APART = [
    # one, other, whether they differ in what both tell
    ("2025-10-12", "2025-10-12", False),
    ("2025-10-12", "2025-10-13", True),
    ("2025-10-12", "--10-12", False),
    ("2025-10-12", "--10-13", True),
    ("2025-10-12", "2024-10-12", True),
    ("2025-10-12", "2025-10", False),
    ("2025-10-12", "2025-09", True),
    ("2025-10-12", "2025", False),
    ("--10-12", "2025", False),
    ("2025-10-13", "2025-10-12/2025-10-14", False),
    ("2025-10-15", "2025-10-12/2025-10-14", True),
    ("2025-10-12/2025-10-14", "2025-10-12/2025-10-13", True),
    ("--12-30", "--12-28/--01-02", False),
]


@pytest.mark.parametrize(("one", "other", "apart"), APART)
def test_dates_that_differ(one: str, other: str, apart: bool) -> None:
    """A coarser or a finer one does so only in what both tell."""
    assert When.of(one).is_apart(When.of(other)) == apart
    assert When.of(other).is_apart(When.of(one)) == apart


OTHERWISE = [
    ("en", "They met on Tuesday.", "They met on 12 October."),
    ("de", "Sie trafen sich am Dienstag.", "Sie trafen sich am 12. Oktober."),
    ("fr", "Ils se sont vus mardi.", "Ils se sont vus le 12 octobre."),
    ("es", "Se vieron ayer.", "Se vieron el 12 de octubre."),
    ("it", "Si sono visti ieri.", "Si sono visti il 12 ottobre."),
    ("ru", "Они встретились во вторник.", "Они встретились 12 октября."),
    ("kk", "Олар кеше кездесті.", "Олар 12 қазанда кездесті."),
    ("tr", "Dün buluştular.", "12 Ekim'de buluştular."),
    ("uz", "Ular kecha uchrashdi.", "Ular 12-oktabr kuni uchrashdi."),
    ("ar", "التقوا أمس.", "التقوا في 12 أكتوبر."),
    ("zh", "双方昨天会晤。", "双方10月12日会晤。"),
    ("ja", "両者は12日に会談した。", "両者は10月12日に会談した。"),
]


@pytest.mark.parametrize(("language", "otherwise", "named"), OTHERWISE)
def test_a_day_told_by_another(language: str, otherwise: str, named: str) -> None:
    """By a weekday, by today: it has no reading, but it is there."""
    assert tells_otherwise(otherwise, language)
    assert not find_dates(otherwise, language)
    assert not tells_otherwise(named, language)
    assert not tells_other_year(named, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "التقوا يوم الأحد، 12 أكتوبر."),
        ("de", "Sie trafen sich am Sonntag, dem 12. Oktober."),
        ("en", "They met on Sunday, October 12."),
        ("es", "Se vieron el domingo 12 de octubre."),
        ("fr", "Ils se sont vus dimanche 12 octobre."),
        ("it", "Si sono visti domenica 12 ottobre."),
        ("ja", "両者は10月12日（日曜日）に会談した。"),
        ("kk", "Олар 12 қазанда, жексенбіде кездесті."),
        ("ru", "Они встретились в среду, 15 октября."),
        ("tr", "12 Ekim Pazar günü buluştular."),
        ("uz", "Ular yakshanba, 12-oktabr kuni uchrashdi."),
        ("zh", "双方星期日（10月12日）会晤，10月15日星期三再会。"),
    ],
)
def test_a_weekday_beside_its_date_tells_no_other_day(language: str, text: str) -> None:
    """It is the weekday of that date."""
    assert not tells_otherwise(text, language)


@given(st.text(), st.sampled_from([None, *LANGUAGES]))
def test_any_text_is_read(text: str, language: str | None) -> None:
    """It never raises, and its places lie in the text."""
    found = find_dates(text, language)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
