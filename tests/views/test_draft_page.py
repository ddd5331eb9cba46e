"""The page of a checked draft: whole, nothing in it runs, and words lead to their source and back."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html import unescape
from typing import TYPE_CHECKING

import pytest
from browsing import colour, named, on_screen
from extras import needs
from pages import HOSTILE
from record import ARTICLES, article

from summariser import Article
from summariser.drafts import DraftReport, check_text
from summariser.views.draft_html import DRAFT_MEANINGS
from summariser.views.templates import MEANINGS

if TYPE_CHECKING:
    from playwright.sync_api import Page

in_a_browser = [pytest.mark.browser, needs("playwright", extra="browser")]
FILLER = "\n\n".join(
    f"Paragraph {'x' * number} tells of the weather at sea." for number in range(60)
)
SOURCE = (
    "Norvik port signs crane deal\n\n"
    "The port of Norvik signed a contract for 24 cranes worth $2.5 billion with Laguna Yards on "
    f"12 May 2025.\n\n{FILLER}\n\n“We will build it, but only if the grid pays,” said Ida Holm, "
    "who runs the port. “Nobody was asked about the nets,” said Tom Reed."
)
DRAFT = (
    f"{FILLER}\n\nThe port of Norvik signed a contract for 24 cranes worth $2.6 billion.\n\n"
    "“We will build it,” said Holm. “Everybody was asked about the nets,” said Reed, of Selm. A ferry costs €7 million."
)
VIEWS: list[Callable[[DraftReport], str]] = [DraftReport.to_html, DraftReport._repr_html_]


@pytest.fixture(scope="module")
def report() -> DraftReport:
    """A draft with a claim of each colour, far down in a long text, as its sources are."""
    sources = [SOURCE, "Selm has a harbour.", "It rained."]
    return check_text(DRAFT, [Article.from_text(each) for each in sources])


def hostile() -> DraftReport:
    """A draft and a source in which all words want to be code."""
    text = "\n\n".join(f"Ida Holm said: “{words} is what we pay for {words}.”" for words in HOSTILE)
    draft = Article.from_text(text, title=HOSTILE[3]).read_as(HOSTILE[1])
    source = Article.from_text(text.replace("we pay", "we never pay"), title=HOSTILE[2])
    return check_text(draft, [source.read_as(HOSTILE[0]), "Nothing else was said."])


# --- as a string --------------------------------------------------------------------------------


@pytest.mark.parametrize("view", VIEWS)
def test_it_needs_nothing_and_runs_nothing(
    view: Callable[[DraftReport], str], report: DraftReport
) -> None:
    """No script, no address, and every link leads to something on the page, once."""
    for each in (report, hostile()):
        html = view(each)
        assert not re.search(r"<(script|img|link|iframe)|\son\w+=\"|url\(|@import", html)
        ids = re.findall(r'\sid="([^"]*)"', html)
        assert len(ids) == len(set(ids))
        links = set(re.findall(r'href="([^"]*)"', html))
        assert {link[1:] for link in links} <= set(ids)
        assert all(link.startswith("#") for link in links)


def test_the_policy_allows_its_own_style_alone(report: DraftReport) -> None:
    """By its digest; nothing else may be loaded or run."""
    html = report.to_html()
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert policy[1].startswith(f"default-src 'none'; style-src 'sha256-{digest}';")


@pytest.mark.parametrize("view", VIEWS)
def test_no_words_become_code(view: Callable[[DraftReport], str]) -> None:
    """Nor a class, an id or an address: all of these are numbers and words of ours."""
    html = view(hostile())
    body = html.split("</style>", 1)[1]
    assert "window.ran=1</script>" not in html
    assert "<img" not in html
    for name in ("class", "id", "href"):
        for value in re.findall(rf'\s{name}="([^"]*)"', body):
            assert re.fullmatch(r"[\w #-]*", value), value


def test_every_verdict_is_explained() -> None:
    """In the words of drafts."""
    assert list(DRAFT_MEANINGS) == list(MEANINGS)


@pytest.mark.parametrize("stem", ARTICLES)
def test_the_texts_are_there_to_the_letter(stem: str) -> None:
    """In all languages: read back without its marks, the draft's side is the draft."""
    of = article(stem)
    html = check_text(of, of).to_html()
    sides = re.findall(r'<div class="article".*?>\n(.*?)</div>', html, re.DOTALL)
    assert len(sides) == 2
    for side in sides:
        text = unescape(re.sub(r"<[^>]*>", "", side))
        assert text.split() == f"{of.title or ''} {of.text}".split()


# --- in a browser -------------------------------------------------------------------------------


def claim_ids(page: Page) -> list[str]:
    """The numbers of all claims that lead to a place in a source, as they stand in the draft."""
    links = page.locator("a.m").evaluate_all("all => all.map(each => each.getAttribute('href'))")
    return sorted({link.rpartition("-s")[2] for link in links if re.search(r"-s[0-9]+$", link)})


@pytest.mark.parametrize("view", VIEWS)
class TestInABrowser:
    """Opened from disk, pointed at, typed at."""

    pytestmark = in_a_browser

    def test_there_and_back(
        self,
        view: Callable[[DraftReport], str],
        report: DraftReport,
        opened: Callable[..., Page],
    ) -> None:
        """A click on words of the draft shows those of the source; Enter there leads back."""
        page = opened(view(report), java_script_enabled=False)
        numbers = claim_ids(page)
        assert len(numbers) > 5
        for number in numbers:
            page.locator(f"a.m[href$='-s{number}']").first.click()
            assert page.url.endswith(f"-s{number}")
            assert on_screen(page, f"a.m.w{number}[href*='-d']")
            page.keyboard.press("Enter")
            page.wait_for_url(f"**-d{number}")
            assert on_screen(page, f".m.w{number}")

    def test_sentences_wear_their_numbers(
        self,
        view: Callable[[DraftReport], str],
        report: DraftReport,
        opened: Callable[..., Page],
    ) -> None:
        """On both sides, to be seen: the list of what wants a look speaks of them."""
        page = opened(view(report))
        for side, of in enumerate([report.draft, *report.sources[:2]]):
            numbers = page.locator(f".article >> nth={side}").locator("[data-s]")
            shown = numbers.evaluate_all(
                "all => all.map(each => [each.dataset.s, each.getBoundingClientRect().width > 5])"
            )
            assert shown == [[str(each.number), True] for each in of.sentences]

    def test_what_wants_a_look_leads_to_both(
        self,
        view: Callable[[DraftReport], str],
        report: DraftReport,
        opened: Callable[..., Page],
    ) -> None:
        """From its entry to the draft and to the source, and from the mark to the entry."""
        page = opened(view(report))
        assert page.locator(".wants .fact").count() == len(report.flagged) == 4
        for entry in page.locator(".wants .fact").all():
            entry.locator(":is(h4, .h4) a").press("Enter")
            number = page.url.rpartition("-d")[2]
            assert on_screen(page, f".m.w{number}")
            page.locator(f".chip[href$='-c{number}']").first.press("Enter")
            assert on_screen(page, f"[id$='-c{number}']:target :is(h4, .h4)")
        assert page.locator(".wants blockquote a").count() == 3
        for link in page.locator(".wants blockquote a").all():
            link.press("Enter")
            number = page.url.rpartition("-s")[2]
            assert on_screen(page, f"a.m.w{number}[href*='-d']")

    def test_a_narrow_screen_is_enough(
        self,
        view: Callable[[DraftReport], str],
        report: DraftReport,
        opened: Callable[..., Page],
    ) -> None:
        """At 400 pixels nothing sticks out sideways, however long a word or a name."""
        long = check_text(
            Article.from_text(f"Selm paid $3 million. {'y' * 300}").read_as("x/" * 200),
            Article.from_text(f"Selm paid $2 million. {'z' * 300}").read_as("z" * 300),
        )
        for each in (report, long, hostile()):
            page = opened(view(each), viewport={"width": 400, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= 400

    def test_hostile_words_run_nothing(
        self,
        view: Callable[[DraftReport], str],
        report: DraftReport,
        opened: Callable[..., Page],
    ) -> None:
        """They are shown as they are."""
        page = opened(view(hostile()))
        page.wait_for_timeout(100)
        assert page.evaluate("window.ran") is None
        assert page.locator("script, img, iframe, object").count() == 0
        shown = page.locator("body").inner_text()
        assert all(words in shown for words in HOSTILE)


class TestThePage:
    """What only the whole page has."""

    pytestmark = in_a_browser

    def test_where_the_eye_goes(self, report: DraftReport, opened: Callable[..., Page]) -> None:
        """What was clicked is marked on both sides."""
        page = opened(report.to_html())
        for number in claim_ids(page):
            plain = colour(page, f".m.w{number}")
            page.locator(f"a.m[href$='-s{number}']").first.click()
            page.mouse.move(0, 0)
            marks = page.locator(f".m.w{number}").evaluate_all(
                "all => all.map(each => getComputedStyle(each).backgroundColor)"
            )
            assert len(marks) >= 2
            assert set(marks) != {plain}
            assert len(set(marks)) == 1

    def test_filters_hide_claims_and_their_marks(
        self, report: DraftReport, opened: Callable[..., Page]
    ) -> None:
        """By kind and by verdict; all comes back."""
        page = opened(report.to_html())
        sums = next(n for n, each in enumerate(report.claims, 1) if each.kind == "sum")
        line = colour(page, f".m.w{sums}", "borderBottomStyle")
        for name in ("sum", "contradicted"):
            page.get_by_role("checkbox", name=name).uncheck()
            assert not page.locator(f"#a-c{sums}").is_visible()
            assert colour(page, f".m.w{sums}", "borderBottomStyle") == "none" != line
            page.get_by_role("checkbox", name=name).press("Space")
            assert page.locator(f"#a-c{sums}").is_visible()
            assert colour(page, f".m.w{sums}", "borderBottomStyle") == line

    def test_counts_follow_what_is_shown(
        self, report: DraftReport, opened: Callable[..., Page]
    ) -> None:
        """Those of the filters in view, and of what wants a look."""
        page = opened(report.to_html(), java_script_enabled=False)
        page.get_by_role("checkbox", name="contradicted").uncheck()
        left = [claim for claim in report.claims if claim.verdict != "contradicted"]
        names = named(page, "checkbox")
        for kind in {claim.kind for claim in report.claims}:
            counts = [sum(each.kind == kind for each in all_) for all_ in (left, report.claims)]
            assert f"{kind} {counts[0]} of {counts[1]}" in names
        flagged = sum(claim.flagged for claim in left)
        assert f"wants a look {flagged} of {len(report.flagged)}".upper() in [
            name.upper() for name in named(page, "heading")
        ]
        page.locator("footer").scroll_into_view_if_needed()
        assert on_screen(page, ".filters label")

    def test_verdicts_differ_without_colour(
        self, report: DraftReport, opened: Callable[..., Page]
    ) -> None:
        """By the line below them, also on paper and in the dark."""
        page = opened(report.to_html())
        for scheme, media in (("light", "screen"), ("dark", "screen"), ("light", "print")):
            page.emulate_media(color_scheme=scheme, media=media)  # type: ignore[arg-type]
            lines = {
                verdict: colour(page, f".m.w{number}", "borderBottomStyle")
                for number, verdict in enumerate((c.verdict for c in report.claims), 1)
                if page.locator(f".m.w{number}").count()
            }
            assert lines["contradicted"] == lines["absent"] == "solid"
            assert lines["unchecked"] == "dashed"
            assert lines["exact"] == "dotted"

    def test_tab_reaches_everything(self, report: DraftReport, opened: Callable[..., Page]) -> None:
        """Every filter, entry, text and claim, with a visible outline; the texts come last."""
        page = opened(report.to_html())
        wanted = "a:not(.back, [tabindex='-1']), input, summary, .article"
        expected = page.locator(wanted).count()
        reached = []
        for _ in range(expected):
            page.keyboard.press("Tab")
            place, outline = page.evaluate(
                """wanted => { const all = [...document.querySelectorAll(wanted)];
                   return [all.indexOf(document.activeElement),
                           getComputedStyle(document.activeElement).outlineStyle] }""",
                wanted,
            )
            reached.append(place)
            assert outline != "none"
        assert reached == list(range(expected))

    def test_arabic_runs_from_right_to_left(self, opened: Callable[..., Page]) -> None:
        """Texts and passages do; what is said of them does not."""
        of = article("qimmat_wahat_ar")
        page = opened(check_text(of.text.replace("75", "57"), of).to_html())
        assert page.locator(".wants .fact").count()
        for selector in (".article p", "blockquote"):
            assert colour(page, selector, "direction") == "rtl"
        for selector in ("header", ".reason"):
            assert colour(page, selector, "direction") == "ltr"

    def test_dark_and_print(self, report: DraftReport, opened: Callable[..., Page]) -> None:
        """Dark where the reader's system is; on paper all of it, light, without filters."""
        html = report.to_html()
        light, page = opened(html), opened(html, color_scheme="dark")
        assert colour(page, "body") != colour(light, "body")
        page.emulate_media(media="print")
        assert not page.locator(".filters").is_visible()
        assert colour(page, "body", "color") == colour(light, "body", "color")
        assert colour(page, "body") == "rgb(255, 255, 255)"
        for side in page.locator(".side, .side .article").all():
            assert side.evaluate("each => each.scrollHeight <= each.clientHeight + 1")

    def test_sources_nobody_needs_are_named_alone(
        self, report: DraftReport, opened: Callable[..., Page]
    ) -> None:
        """Those of a folder in which nothing of the draft was found."""
        page = opened(report.to_html())
        assert page.locator(".side .article").count() == 3  # the draft, and two sources
        assert page.get_by_text("Nothing of the draft was found in:").is_visible()
        assert page.get_by_role("listitem").get_by_text("It rained.").is_visible()
