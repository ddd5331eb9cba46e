"""The report as a reader meets it, in a real Chromium: opened from disk, pointed at, typed at.

Skipped where there is no Chromium or no Playwright; where extras are required, that fails.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from browsing import colour, named, on_screen
from extras import needs
from pages import HOSTILE, hostile, marked, verified
from record import ARTICLES, article

from summariser import Article, Check, Rejected, Summary, SummitSummary, scan, to_html, verify
from summariser.schema import VERDICTS
from summariser.views.html import to_fragment
from summariser.views.labels import LABELS, LabelLanguage

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, needs("playwright", extra="browser")]


@pytest.mark.parametrize("stem", ARTICLES)
def test_marks_cover_just_what_is_cited(stem: str, opened: Callable[..., Page]) -> None:
    """Read back from the page: sentences, words and quotations of each fact, and the article."""
    summary = verified(stem)
    page = opened(to_html(summary))
    read = """found => found.map(element => element.textContent).join("")"""
    for level in ("c", "w"):
        for number, text in enumerate(marked(summary, level), start=1):
            assert page.eval_on_selector_all(f".article .{level}{number}", read) == text
    paragraphs = page.locator(".article p").all_text_contents()
    assert paragraphs == re.split(r"\n\s*\n", article(stem).text)


def test_pointing_at_a_fact_marks_its_sentences(opened: Callable[..., Page]) -> None:
    """And no others; so does the keyboard; and a sentence marks its facts."""
    page = opened(to_html(verified("lakes_summit_en")))
    plain = colour(page, "mark.c7")
    page.hover(".f6")
    assert colour(page, "mark.c6") != plain
    assert colour(page, "mark.c7") == plain
    page.hover("mark.c7")
    assert colour(page, "mark.c6") == plain
    assert colour(page, ".f7", "boxShadow") != colour(page, ".f6", "boxShadow") == "none"
    page.mouse.move(0, 0)
    page.locator(".f7 h4 a:not(.self)").focus()
    assert colour(page, "mark.c7") != plain


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
@pytest.mark.parametrize("view", [to_html, to_fragment])
def test_there_and_back(
    view: Callable[[Summary], str], script: bool, opened: Callable[..., Page]
) -> None:
    """A click on a fact shows its sentence, Enter on the number there shows the fact again."""
    page = opened(view(verified("lakes_summit_en")), java_script_enabled=script)
    for fact in (13, 2):
        page.locator(f".f{fact} :is(h4, .h4) a:not(.self)").click()
        assert re.search("-s[0-9]+$", page.url)
        target = f"#{page.url.partition('#')[2]}"
        assert on_screen(page, target)
        assert page.locator(f"{target}:target").count() == 1
        page.locator(f"{target} ~ a[data-n='{fact}']").first.press("Enter")
        assert page.url.endswith(f"#{page.locator(f'.f{fact}').get_attribute('id')}")
        assert on_screen(page, f".f{fact}:target :is(h4, .h4)")


@pytest.mark.parametrize("view", [to_html, to_fragment])
def test_sentences_wear_their_numbers(
    view: Callable[[Summary], str], opened: Callable[..., Page]
) -> None:
    """Each before its first word, to be seen; whoever copies the text copies none of them."""
    of = article("qimmat_wahat_ar")
    page = opened(view(verified("qimmat_wahat_ar")))
    numbers = page.locator(".article [data-s]")
    assert numbers.count() == len(of.sentences)
    for number, sentence in zip(numbers.all(), of.sentences, strict=True):
        shown = number.evaluate("each => getComputedStyle(each, '::before').content")
        assert str(sentence.number) in shown
        assert number.bounding_box()["width"] > 5  # type: ignore[index]
        behind = number.evaluate("each => each.nextElementSibling.textContent")
        assert sentence.text.startswith(behind)
    page.locator(".article").evaluate("each => getSelection().selectAllChildren(each)")
    assert "[" not in page.evaluate("getSelection().toString()")


def test_tab_reaches_everything(opened: Callable[..., Page]) -> None:
    """Every link, filter and summary, in the order of the page, with a visible outline."""
    page = opened(to_html([verified("hard_case"), verified("qimmat_wahat_ar")]))
    expected = page.locator("a, input, summary, .article").count()
    reached = set()
    for _ in range(expected):
        page.keyboard.press("Tab")
        name, outline = page.evaluate(
            """() => { const all = [...document.querySelectorAll("a, input, summary, .article")];
               const style = getComputedStyle(document.activeElement);
               return [all.indexOf(document.activeElement), style.outlineStyle] }"""
        )
        reached.add(name)
        assert outline != "none"
    assert reached == set(range(expected))


@pytest.mark.parametrize("view", [to_html, to_fragment])
def test_an_open_sentence_and_its_entry(
    view: Callable[[Summary], str], opened: Callable[..., Page]
) -> None:
    """Enter on the one leads to the other, and back; it has a colour of its own, also on paper."""
    article = Article.from_text("They met. Beta signed a contract for $900 million.", language="en")
    made = SummitSummary(overview="", outcomes=[], deals=[], positions=[])
    page = opened(view(verify(made, article)))
    page.locator(".open :is(h4, .h4) a").press("Enter")
    assert on_screen(page, "mark.open:target")
    page.locator(".article a.open").press("Enter")
    assert on_screen(page, ".fact.open:target")
    for scheme, media in (("light", "screen"), ("dark", "screen"), ("light", "print")):
        page.emulate_media(color_scheme=scheme, media=media)  # type: ignore[arg-type]
        page.locator("mark.open").evaluate("() => { location.hash = '' }")
        assert colour(page, "mark.open") not in ("rgba(0, 0, 0, 0)", colour(page, ".article"))
        assert "dashed" in colour(page, "mark.open", "textDecoration")


def test_filters_hide_facts_and_their_marks(opened: Callable[..., Page]) -> None:
    """By kind and by verdict; a sentence keeps the line of what is still shown; all comes back."""
    summary = verified("hard_case")
    page = opened(to_html(summary, labels="en"))
    deals = [n for n, (path, _) in enumerate(summary.items(), 1) if path.startswith("deals")]
    line = colour(page, f"mark.c{deals[1]}", "backgroundImage")
    page.get_by_role("checkbox", name="deals").uncheck()
    assert not any(page.locator(f".f{number}").is_visible() for number in deals)
    assert page.locator(".f2").is_visible()
    assert colour(page, f"mark.c{deals[1]}", "backgroundImage") != line
    page.get_by_role("checkbox", name="deals").press("Space")
    assert all(page.locator(f".f{number}").is_visible() for number in deals)
    assert colour(page, f"mark.c{deals[1]}", "backgroundImage") == line
    page.get_by_role("checkbox", name="computed").uncheck()
    verdicts = {n: item.verdict for n, (_, item) in enumerate(summary.items(), 1)}
    assert "computed" in verdicts.values()
    for number, verdict in verdicts.items():
        assert page.locator(f".f{number}").is_visible() == (verdict != "computed")


def shown_beside_all(page: Page, summaries: list[SummitSummary]) -> list[str]:
    """What the filters have to be called: counted on the page, one by one."""
    items = [(path.partition("[")[0], each) for of in summaries for path, each in of.items()]
    there = page.locator(".fact[class*=' f']").evaluate_all(
        "all => all.map(each => each.checkVisibility())"
    )
    kinds = list(summaries[0].item_fields())
    verdicts = [each for each in VERDICTS if each in {item.verdict for _, item in items}]
    found = []
    for name in kinds + verdicts:
        of_it = [is_there for (kind, item), is_there in zip(items, there, strict=True)
                 if name in (kind, item.verdict)]  # fmt: skip
        found.append(f"{name} {sum(of_it)} of {len(of_it)}")
    return found


def test_counts_follow_what_is_shown(opened: Callable[..., Page]) -> None:
    """How many are left, beside how many there are, whatever is hidden: of all, and of a group."""
    summaries: list[SummitSummary] = [verified("hard_case"), verified("lakes_summit_en")]
    page = opened(to_html(summaries), java_script_enabled=False)
    assert not [name for name in named(page, "checkbox") if " of " in name]
    for name in ("computed", "deals", "exact"):
        page.get_by_role("checkbox", name=name).uncheck()
        expected = shown_beside_all(page, summaries)
        boxes = {name.lstrip("✓?↗✗ ") for name in named(page, "checkbox")}
        assert {*expected} == boxes - {"largest sums first"}
    headings = {name.lower() for name in named(page, "heading")}
    for each in summaries:
        left = sum(item.verdict not in ("computed", "exact") for item in each.outcomes)
        assert f"outcomes {left} of {len(each.outcomes)}" in headings


def test_facts_are_sorted_by_sum(opened: Callable[..., Page]) -> None:
    """The largest of a currency first, those without a sum last; for the eye and the keyboard."""
    summary = verified("lakes_summit_en")
    page = opened(to_html(summary), java_script_enabled=False)
    cards = page.locator(".group:has(.k2) > .cards > .fact")
    told = page.locator(".sorted").first

    def order() -> list[str]:
        tops = cards.evaluate_all(
            "all => all.map(each => [each.getBoundingClientRect().top, each.querySelector('.self').textContent])"
        )
        return [number for _, number in sorted(tops)]

    plain = order()
    assert not told.is_visible()
    page.get_by_role("checkbox", name="largest sums first").check()
    assert told.is_visible()
    sums = [[value for value in deal.values if value.amount] for deal in summary.deals]
    keys = [
        (values[0].currency, -(values[0].amount or 0)) if values else ("~", 0) for values in sums
    ]
    expected = [plain[at] for at in sorted(range(len(keys)), key=lambda at: keys[at])]
    assert order() == expected != plain
    reached = []
    page.locator(f".fact .self[aria-label='Fact {expected[0]}']").focus()
    for _ in range(40):
        reached.append(
            page.evaluate(
                "document.activeElement.className == 'self' && document.activeElement.textContent"
            )
        )
        page.keyboard.press("Tab")
    assert [each for each in reached if each in expected] == expected
    page.get_by_role("checkbox", name="largest sums first").uncheck()
    assert order() == plain


@pytest.mark.parametrize("width", [400, 1200])
def test_filters_stay_in_view(width: int, opened: Callable[..., Page]) -> None:
    """However far one scrolls, and no link's target is hidden behind them."""
    page = opened(
        to_html([verified("hard_case"), verified("lakes_summit_en")]),
        viewport={"width": width, "height": 700},
    )
    page.locator(".sum .fact").last.scroll_into_view_if_needed()
    assert page.evaluate("scrollY") > 2000
    assert on_screen(page, ".filters label")
    for target in ("section:last-of-type", ".fact >> nth=5", ".article [id] >> nth=20"):
        name = page.locator(target).get_attribute("id")
        page.evaluate("name => { location.hash = name }", name)
        assert on_screen(page, f"#{name}")
    boxes = page.locator(".filters input")
    for number in range(boxes.count()):
        boxes.nth(number).focus()
        assert on_screen(page, f".filters input >> nth={number}")


@pytest.mark.parametrize("labels", LABELS)
def test_all_filters_are_seen_at_once(labels: LabelLanguage, opened: Callable[..., Page]) -> None:
    """On a wide screen, with every verdict there is, in each language; the texts begin below them."""
    summary = verified("lakes_summit_en")
    for (_, item), verdict in zip(summary.items(), VERDICTS, strict=False):
        item.checks = [Check(kind="amount", field="x", verdict=verdict, reason="why")]
    page = opened(to_html(summary, labels=labels), viewport={"width": 1200, "height": 800})
    assert page.locator(".filters input").count() == 4 + len(VERDICTS) + 1
    bar = page.locator(".filters")
    page.locator("#k0").uncheck()
    assert bar.evaluate("each => each.scrollWidth <= each.clientWidth")
    assert bar.evaluate("each => each.scrollHeight <= each.clientHeight")
    page.evaluate("scrollTo(0, 900)")
    below = page.locator(".article").bounding_box()
    above = bar.bounding_box()
    assert below
    assert above
    assert below["y"] >= above["y"] + above["height"]


def test_what_was_rejected_is_shown(opened: Callable[..., Page]) -> None:
    """With its reason, also when facts of its verdicts are filtered away."""
    summary = verified("lakes_summit_en")
    summary.rejected = [Rejected(field="deals", raw={"text": "A lie."}, reason="not in [3]")]
    page = opened(to_html(summary))
    page.get_by_role("checkbox", name="exact").uncheck()
    page.get_by_role("checkbox", name="computed").uncheck()
    assert page.get_by_text("A lie.").is_visible()
    assert page.get_by_text("not in [3]").is_visible()


@pytest.mark.parametrize("view", [to_html, to_fragment])
def test_hostile_words_run_nothing(
    view: Callable[[Summary], str], opened: Callable[..., Page]
) -> None:
    """They are shown as they are; no script ran, nothing was fetched, no link leads outside."""
    page = opened(view(hostile()))
    for link in page.locator(":is(h4, .h4) a").all():
        link.click()
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran") is None
    assert page.locator("script, img, iframe, object").count() == 0
    shown = page.locator("body").inner_text()
    assert all(words in shown for words in HOSTILE)


def test_many_articles_have_a_list_of_contents(opened: Callable[..., Page]) -> None:
    """Its links lead to the articles, also to those not drawn yet."""
    page = opened(to_html([verified(stem) for stem in ARTICLES]))
    links = page.get_by_role("navigation", name="Contents").get_by_role("link")
    assert links.count() == len(ARTICLES)
    links.last.press("Enter")
    assert on_screen(page, "section:last-of-type h2")


@pytest.mark.parametrize("view", [to_html, to_fragment])
@pytest.mark.parametrize("stem", ["hard_case", "qimmat_wahat_ar", "hu_luntan_zh"])
def test_a_narrow_screen_is_enough(
    stem: str, view: Callable[[Summary], str], opened: Callable[..., Page]
) -> None:
    """At 400 pixels nothing sticks out sideways, however long a word."""
    summary = verified(stem)
    summary.rejected = [Rejected(field="deals", raw="x" * 90, reason="y" * 300)]
    page = opened(view(summary), viewport={"width": 400, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_arabic_runs_from_right_to_left(opened: Callable[..., Page]) -> None:
    """Article, prose and facts do; the page around them does not."""
    page = opened(to_html(verified("qimmat_wahat_ar")))
    for selector in (".article p", ".prose", ".fact"):
        assert colour(page, selector, "direction") == "rtl"
    assert colour(page, "header", "direction") == "ltr"


def test_dark_and_print(opened: Callable[..., Page]) -> None:
    """Dark where the reader's system is; on paper the whole article, light, without filters."""
    html = to_html(verified("lakes_summit_en"))
    light, page = opened(html), opened(html, color_scheme="dark")
    assert colour(page, "body") != colour(light, "body")
    page.emulate_media(media="print")
    assert not page.locator(".filters").is_visible()
    assert colour(page, "body", "color") == colour(light, "body", "color")
    assert colour(page, "body") == "rgb(255, 255, 255)"
    assert page.locator(".article").evaluate("e => e.scrollHeight <= e.clientHeight")


def test_a_fragment_leaves_its_surroundings_alone(opened: Callable[..., Page]) -> None:
    """Headings, tables and links around it look the same with and without it."""
    around = (
        "<!doctype html><h2 class='h2'>A</h2><table><tr><th>B</table><a href='#'>C</a>"
        "<mark>D</mark><section class='sum compact k0 red'><b>E</b></section>"
    )
    look = """found => found.map(each => JSON.stringify(Object.values(getComputedStyle(each))
                .map(name => getComputedStyle(each)[name])))"""
    outside = "body > :not(.summariser, .summariser *)"
    before = opened(around).eval_on_selector_all(outside, look)
    page = opened(around + to_fragment(verified("hard_case")))
    assert page.eval_on_selector_all(outside, look) == before
    assert len(before) == 5


@pytest.mark.parametrize("view", [to_html, to_fragment])
def test_a_scan_is_marked_by_kind(
    view: Callable[[Summary], str], opened: Callable[..., Page]
) -> None:
    """Each in its colour, a sum within a quotation in its own; one click leads there and back."""
    text = f"“We paid $5 million in May,” said Ida Holm. {' '.join(HOSTILE[:3])} Nobody came."
    found = scan(Article.from_text(text, language="en"))
    page = opened(view(found))
    names = [path.partition("[")[0] for path, _ in found.items()]
    sums, quotation, holm = (names.index(n) + 1 for n in ("sums", "quotations", "names"))
    lines = {colour(page, f".article .w{n}", "boxShadow") for n in (sums, quotation, holm)}
    assert len(lines) == 3
    page.locator(f".f{sums} :is(h4, .h4) a:not(.self)").click()
    assert on_screen(page, ".article :target")
    page.locator(f".article a[data-n='{sums}']").press("Enter")
    assert on_screen(page, f".f{sums}:target :is(h4, .h4)")
    assert page.get_by_text("exact").count() == page.get_by_text("not checked").count() == 0
    assert page.evaluate("window.ran") is None


def test_a_scan_is_filtered_by_kind_alone(opened: Callable[..., Page]) -> None:
    """What is hidden loses its mark; there are no verdicts to hide, and no kind without a fact."""
    page = opened(to_html(scan(Article.from_text("Ida Holm had $5 million.", language="en"))))
    boxes = page.get_by_role("checkbox")
    assert [boxes.nth(n).evaluate("box => box.id") for n in range(boxes.count())] == ["k0", "k4"]
    marked = colour(page, ".article .w1")
    page.get_by_role("checkbox", name="sums").uncheck()
    assert not page.locator(".f1").is_visible()
    assert colour(page, ".article .w1") != marked
    assert page.locator(".f2").is_visible()


@pytest.mark.parametrize("width", [400, 1200])
@pytest.mark.parametrize("stem", ["qimmat_wahat_ar", "harbour_vote_en"])
def test_a_scan_fits_a_screen(stem: str, width: int, opened: Callable[..., Page]) -> None:
    """Nothing is wider than the window."""
    page = opened(to_html(scan(article(stem))), viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
