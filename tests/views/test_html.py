"""The page as a string: whole, well-formed, marked to the letter, and nothing in it runs."""

from __future__ import annotations

import re
from base64 import b64encode
from decimal import Decimal
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pages import HOSTILE, Pledge, Pledges, hostile, marked, verified
from record import ARTICLES, CASSETTES, article
from typer.testing import CliRunner

from summariser import (
    Article,
    Check,
    Evidence,
    ExpertPosition,
    Money,
    Rejected,
    Span,
    Summaries,
    SummitSummary,
    scan,
    to_html,
    verify,
)
from summariser.__main__ import app
from summariser.schema.evidence import VERDICTS
from summariser.views.facts import _verdict_at
from summariser.views.html import to_fragment
from summariser.views.templates import MEANINGS

VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """A strict reading of a page: what is open where, what is said where."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str]]] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, str] = {}
        self.text = ""
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        assert len(attributes) == len(attrs)
        self.elements.append((tag, attributes))
        if tag not in VOID:
            self.open.append((tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if not any(tag in ("style", "title") for tag, _ in self.open):
            self.text += data
        names = {name for _, each in self.open for name in each.get("class", "").split()}
        for name in names:
            self.texts[name] = self.texts.get(name, "") + data

    def values(self, attribute: str) -> list[str]:
        return [each[attribute] for _, each in self.elements if attribute in each]


VIEWS = {"page": to_html, "fragment": to_fragment}


@pytest.mark.heavy
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("stem", ARTICLES)
def test_marks_cover_just_what_is_cited(stem: str, view: str) -> None:
    """Sentences, and in them words, sums and quotations: to the character, for each fact."""
    summary = verified(stem)
    page = Page(VIEWS[view](summary))
    for level in ("c", "w"):
        for number, text in enumerate(marked(summary, level), start=1):
            assert page.texts.get(f"{level}{number}", "") == text


@pytest.mark.parametrize("stem", ARTICLES)
def test_the_article_is_all_there(stem: str) -> None:
    """Between the marks nothing is lost or added but the blank lines between paragraphs."""
    text = article(stem).text
    assert Page(to_html(verified(stem))).texts["article"].split() == text.split()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("stem", ARTICLES)
def test_every_link_leads_somewhere(stem: str, view: str) -> None:
    """Facts lead to sentences and these lead back; no id is there twice; nothing leads outside."""
    summary = verified(stem)
    page = Page(VIEWS[view](summary))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in page.values("href")} <= set(ids)
    assert all(link.startswith("#") for link in page.values("href"))
    cited = [(n, e.sentence) for n, (_, i) in enumerate(summary.items(), 1)
             for e in getattr(i, "evidence", [])]  # fmt: skip
    links = page.values("href")
    for fact, sentence in cited:
        assert any(link.endswith(f"-s{sentence}") for link in links)
        assert f"#{fact_id(page, fact)}" in links


def fact_id(page: Page, number: int) -> str:
    """The id of a fact by its number on the page."""
    (found,) = (
        each["id"] for tag, each in page.elements if f"f{number}" in each.get("class", "").split()
    )
    return found


def test_a_link_to_a_fact_outlasts_additions() -> None:
    """The same item of the same article keeps its id in a later run, whatever stands before it."""
    summary, later = verified("lakes_summit_en"), verified("lakes_summit_en")
    later.deals.insert(0, later.deals[2].model_copy(update={"text": "Something else was agreed."}))
    later.outcomes.append(later.outcomes[0].model_copy(update={"text": "Nobody objected."}))
    later.deals[3].checks, later.deals[3].evidence = [], later.deals[3].evidence[:1]
    before, after = Page(to_html(summary)), Page(to_html([verified("c5plus1_ru"), later]))
    ids = {each for each in before.values("id") if re.search("-f[0-9a-f]{8}$", each)}
    assert len(ids) == sum(1 for _ in summary.items())
    assert ids < set(after.values("id"))
    sentences = {each for each in before.values("id") if re.search("-s[0-9]+$", each)}
    assert len(sentences) == len(summary.article.sentences)
    assert sentences < set(after.values("id"))


def test_what_is_there_twice_has_two_ids() -> None:
    """An item and its copy, and an article that was read twice."""
    summary = verified("lakes_summit_en")
    summary.deals.append(summary.deals[0])
    ids = Page(to_html([summary, summary])).values("id")
    assert len(ids) == len(set(ids))
    assert sum(1 for each in ids if each.endswith("-2")) == 3  # one article, two facts


def test_what_code_found_is_named_by_its_place() -> None:
    """The same words at two places are two things; what stands before them makes no difference."""
    text = "Selm paid $3 million. Norvik paid $3 million."
    found = scan(Article.from_text(text, language="en"))
    first, second = (n for n, (path, _) in enumerate(found.items(), 1) if "sums" in path)
    page, sums = Page(to_html(found)), found.model_copy(update={"sums": found.sums[1:]})
    assert fact_id(page, first) != fact_id(page, second)
    assert fact_id(page, second) == fact_id(Page(to_html(sums)), first)


def test_everything_about_a_fact_is_shown() -> None:
    """Its text, tags, words and readings, its verdict in words, its quotations."""
    page = Page(to_html(verified("c5plus1_ru"), labels="en"))
    for shown in ("2,5 млрд. долларов", "2,500,000,000 USD", "John Deere (partner)",
                  "partnership", "✓ computed", "approximately 17,000,000,000 USD"):  # fmt: skip
        assert shown in page.text
    for quote in verified("hard_case").positions[0].quotes:
        assert quote.text in Page(to_html(verified("hard_case"))).text


def test_a_remark_says_what_is_wrong() -> None:
    """The reason of a check stands in the fact it belongs to, with its place as one says it."""
    summary = verified("lakes_summit_en")
    check = Check(kind="per", field="values[0].per", verdict="contradicted", reason="not so at all")
    summary.deals[1].checks.append(check)
    number = 1 + [item for _, item in summary.items()].index(summary.deals[1])
    page = Page(to_html(summary))
    assert "✗ value, per: not so at all" in page.texts[f"f{number}"]
    assert "✗ contradicted" in page.texts[f"f{number}"]


@pytest.mark.parametrize("view", VIEWS)
def test_what_was_rejected_is_shown(view: str) -> None:
    """With its reason, the field it was meant for, and links to the sentences it cites."""
    summary = verified("lakes_summit_en")
    span = Span(
        **{name: getattr(summary.article.sentence(3), name) for name in ("start", "end", "text")}
    )
    check = Check(kind="sentence", field="evidence[0]", verdict="exact", span=span)
    raw = {"text": "A lie.", "evidence": [3]}
    summary.rejected = [Rejected(field="deals", raw=raw, reason="not in [3]", checks=[check])]
    page = Page(VIEWS[view](summary))
    for shown in ("A lie.", "not in [3]", "✗ rejected", "deals", "from [3]"):
        assert shown in page.texts["rejected"]


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_words_are_text(view: str) -> None:
    """No word of an article or a model becomes an element, an attribute, a class or an address."""
    page = Page(VIEWS[view](hostile()))
    for words in HOSTILE:
        assert (
            page.text.count(words) >= 5
        )  # article, title, its table, and twice among the rejected
    assert "49" not in page.text
    tame = Page(VIEWS[view](verified("lakes_summit_en")))
    assert {tag for tag, _ in page.elements} <= {tag for tag, _ in tame.elements}
    used = {name for _, each in page.elements for name in each}
    assert used <= {name for _, each in tame.elements for name in each}
    for _, attributes in page.elements:
        for name, value in attributes.items():
            assert name == "title" or not any(words in value for words in HOSTILE)


def test_a_page_forbids_all_but_its_own_style() -> None:
    """The policy names the hash of the one style sheet; there is no script and no address."""
    html = to_html([verified("lakes_summit_en"), hostile()])
    style = re.search("<style>(.*?)</style>", html, re.DOTALL)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    policy = re.search('Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert policy[1].startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    page = Page(html)
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in page.elements}
    assert not re.search(r"url\(|@import|//", style[1])
    assert not {"src", "style", "action", "srcset"} & {n for _, each in page.elements for n in each}


def test_a_topic_of_ones_own_is_shown_too() -> None:
    """Kinds and their names are the summary's fields; an empty one says none."""
    of = Article.from_text("They pledged $5 million. They swore.")
    value = Money(
        verbatim="$5 million", amount="5000000", currency="USD", qualifier="exact", per="year"
    )
    pledge = Pledge(
        evidence=[Evidence.of(of, 1)], text="A pledge.", strength="firm", values=[value]
    )
    page = Page(to_html(verify(Pledges(pledges=[pledge]), of)))
    assert "pledges 1" in page.text
    assert page.texts["c1"] == "They pledged $5 million."
    assert page.texts["w1"] == "$5 million"
    assert "none" in page.texts["group"]


def test_overlapping_marks_nest() -> None:
    """Two facts, a quotation across sentences, words within it: each still marked as a whole."""
    of = Article.from_text("He said «it is one. It is two». Nothing else.")
    spans = [Span(start=s, end=e, text=of.text[s:e]) for s, e in ((9, 29), (3, 14), (12, 19))]
    said = ExpertPosition.model_validate(
        {
            "text": "It is.", "evidence": [1, 2], "act": "claim", "target": None,
            "expert": {"name": None, "verbatim": "He", "role": None, "affiliation": None},
            "stance": "neutral", "certainty": "certain",
        },
        context={"article": of},
    )  # fmt: skip
    again = said.model_copy(deep=True, update={"evidence": [Evidence.of(of, 2)]})
    said.quotes = [spans[0]]
    said.checks = [
        Check(kind="verbatim", field="x", verdict="exact", span=span) for span in spans[1:]
    ]
    made = SummitSummary(overview="", outcomes=[], deals=[], positions=[said, again], article=of)
    page = Page(to_html(made))
    for level in ("c", "w"):
        assert [page.texts.get(f"{level}{n}", "") for n in (1, 2)] == marked(made, level)
    assert marked(made, "w")[0] == of.text[3:29]


def test_sums_are_sorted_within_what_can_be_compared() -> None:
    """Within a currency, and a total apart from a sum a year; no currency and no sum come last."""

    def value(amount: str | None, currency: str | None, per: str = "total") -> Money:
        made = {"verbatim": "x", "amount": amount, "currency": currency, "qualifier": "exact"}
        return Money.model_validate({**made, "per": per})

    values = [
        [],
        [value("5", "USD")],
        [value("900", "USD", "year"), value("7", "USD")],  # a total goes before what is paid a year
        [value("3", "EUR"), value("4000", "JPY"), value("8", "EUR")],
        [value("100", "EUR", "year")],
        [value("9", None)],
        [value(None, "USD")],
        [value("6", "EUR")],
        [value("6", "EUR").model_copy(update={"upper": Decimal(9)})],
    ]
    of = Article.from_text("They pledged. They swore.")
    pledges = [Pledge(evidence=[Evidence.of(of, 1)], text="A pledge.", values=v) for v in values]
    page = Page(to_html(Pledges(pledges=pledges, article=of)))
    facts = [each["class"] for _, each in page.elements if "fact" in each.get("class", "").split()]
    ranks = [int(found[1]) if (found := re.search(r" r([0-9]+)$", each)) else 0 for each in facts]
    assert ranks == [0, 6, 5, 1, 4, 7, 0, 3, 2]
    assert "8 EUR" in page.texts["key"]


def test_many_summaries_on_one_page() -> None:
    """A list of contents leads to each; their ids do not clash; kinds are counted together."""
    many = [verified(stem) for stem in ARTICLES] + [hostile()]
    page = Page(to_html(many, title="Week 45"))
    assert len(page.values("id")) == len(set(page.values("id")))
    assert [f"#a-{each.article.id[:8]}" for each in many] == [
        link for link in page.values("href") if re.fullmatch("#a-[0-9a-f]+", link)
    ]
    assert "Week 45" in page.text
    assert f"deals {sum(len(each.deals) for each in many[:-1])}" in page.text
    assert Page(to_html([])).text


def test_a_summary_without_its_article_is_shown() -> None:
    """The facts are there, and the page says that the article is not."""
    page = Page(to_html(verified("c5plus1_ru").model_copy(update={"article": None})))
    assert "not part of this summary" in page.text
    assert "2,500,000,000 USD" in page.text


@pytest.mark.parametrize(("stem", "code"), [("qimmat_wahat_ar", "ar"), ("hu_luntan_zh", "zh")])
def test_languages_are_told(stem: str, code: str) -> None:
    """Article and prose carry their language; paragraphs and facts find their own direction."""
    page = Page(to_html(verified(stem)))
    classes = {each.get("class"): each for _, each in page.elements}
    assert classes["article"]["lang"] == classes["prose"]["lang"] == code
    assert classes["prose"]["dir"] == "auto"
    assert all(
        each["dir"] == "auto"
        for _, each in page.elements
        if "fact" in each.get("class", "").split()
    )


def test_the_same_summary_gives_the_same_page() -> None:
    """Rendering depends on nothing else; other summaries get other ids in a shared page."""
    one, other = verified("lakes_summit_en"), verified("c5plus1_ru")
    assert to_html(one) == to_html(verified("lakes_summit_en"))
    assert to_fragment(one) == to_fragment(one)
    ids = [*Page(to_fragment(one)).values("id"), *Page(to_fragment(other)).values("id")]
    assert len(ids) == len(set(ids))


def test_styles_of_a_fragment_stay_inside() -> None:
    """Every rule names the class of the fragment's own element; it adds no heading, no script."""
    html = to_fragment(verified("lakes_summit_en"))
    style = re.search("<style>(.*?)</style>", html, re.DOTALL)
    assert style
    rules = re.findall(r"(?:^|\})\s*([^{}]+)\{", _outermost(style[1]))
    assert len(rules) > 5
    for rule in rules:
        assert all(".summariser" in each for each in re.split(r", (?![^(]*\))", rule)), rule
    assert not {"h1", "h2", "h3", "h4", "script"} & {tag for tag, _ in Page(html).elements}


def _outermost(style: str) -> str:
    """The rules with their blocks emptied, those within @media and @container lifted out."""
    style = re.sub(r"@(media|container)[^{]*\{(.*?)\n\}\n", r"\2\n", style, flags=re.DOTALL)
    depth, kept = 0, ""
    for character in style:
        depth -= character == "}"
        kept += character if depth == 0 else ""
        depth += character == "{"
    return kept


def test_jupyter_shows_html_and_text() -> None:
    """Both by default, or those asked for; a list of summaries is a table."""
    summary = verified("lakes_summit_en")
    shown = summary._repr_mimebundle_()
    assert shown == {"text/html": to_fragment(summary), "text/plain": shown["text/plain"]}
    assert "DEALS (4)" in shown["text/plain"]
    assert set(summary._repr_mimebundle_(include=["text/plain"])) == {"text/plain"}
    assert set(summary._repr_mimebundle_(exclude={"text/plain"})) == {"text/html"}
    assert summary.to_html(title="x") == to_html(summary, title="x")
    table = Page(Summaries([summary, hostile()])._repr_html_())
    for text in ("Lakes Summit: cable contract signed", "deals", "pledges", HOSTILE[3]):
        assert text in table.text


def test_the_command_line_writes_a_page(tmp_path: Path) -> None:
    """Of all files that could be read; a place that cannot be written to is a failure."""
    page, demo = tmp_path / "report.html", str(CASSETTES / "demo.yaml")
    files = [str(ARTICLES["c5plus1_ru"]), "nowhere.txt", str(ARTICLES["hard_case"])]
    done = CliRunner().invoke(app, ["read", *files, "--replay", demo, "--html", str(page)])
    assert done.exit_code == 1
    assert f"{page}: 2 read" in done.stderr
    assert page.read_text("utf-8").count("<section") == 2
    done = CliRunner().invoke(app, ["read", files[0], "--replay", demo, "--html", str(tmp_path)])
    assert done.exit_code == 1
    assert "cannot be written" in done.stderr


def test_meanings_are_those_of_the_verdicts() -> None:
    """Each verdict is explained, in their order: their filters are numbered by it."""
    assert tuple(MEANINGS) == VERDICTS


def _luminance(colour: str) -> float:
    colour = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_contrast_is_enough_to_read(theme: int) -> None:
    """WCAG AA: every colour of text has at least 4.5 to 1 against page and card."""
    found = re.findall(r"--(\w+): light-dark\(#(\w+), #(\w+)\)", to_html([]))
    colours = {name: (light, dark)[theme] for name, light, dark in found}
    text = [name for name in colours if name not in ("paper", "card", "line", "hit")]
    assert len(text) == 14
    for name in text:
        for ground in ("paper", "card"):
            pair = sorted((_luminance(colours[name]), _luminance(colours[ground])))
            assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, (name, ground)


def test_pieces_of_an_article_are_not_cut_for_nothing() -> None:
    """Neighbours marked alike are one element."""
    html = to_html(verified("c5plus1_ru"))
    pieces = re.findall(r"<b class=\"([^\"]+)\">[^<]*</b>(?=<b class=\"([^\"]+)\">)", html)
    assert all(one != other for one, other in pieces)


def test_the_template_is_shipped_with_the_package() -> None:
    """It lies beside the module that reads it."""
    import summariser

    assert (Path(summariser.__file__).parent / "views" / "html.jinja").is_file()


def test_a_line_is_marked_by_its_own_checks_alone() -> None:
    """Not by those of a field whose name only begins alike."""

    def check(field: str) -> Check:
        return Check(kind="amount", field=field, verdict="contradicted", reason="why")

    for field in ("price", "price.amount", "price[0].amount"):
        assert _verdict_at("price", [check(field)]) == "contradicted"
    assert _verdict_at("price", [check("price_paid"), check("price_paid.amount")]) is None
