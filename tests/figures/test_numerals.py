"""Points in Han numerals: decimals are read, the time of day is left alone, nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from notation import stated

from summariser.figures import find_figures

READ = [
    # A unit stands before the point.
    ("zh", "投资二十点五亿元", "2050000000 CNY"),
    ("zh", "投資二十點五億元", "2050000000 CNY"),
    ("zh", "投资一百二十点七五亿美元", "12075000000 USD"),
    ("zh", "投资十点零八万亿元", "10080000000000 CNY"),
    ("zh", "投资一千二百点五万元", "12005000 CNY"),
    ("ja", "二十点五億円を投資", "2050000000 JPY"),
    ("ja", "三十二点五億円を投資", "3250000000 JPY"),
    ("zh", "增长百分之十点五", "10.5 percent"),
    ("zh", "增长百分之一百二十点五", "120.5 percent"),
    ("zh", "增长十点五%", "10.5 percent"),
    ("zh", "运输二十点五万吨", "205000"),
    # A digit stands there: as before.
    ("zh", "投资三点五亿元", "350000000 CNY"),
    ("zh", "投资一百二十三点五亿元", "12350000000 CNY"),
    ("zh", "投资三点五六亿元", "356000000 CNY"),
    ("zh", "投资三点五百万元", "3500000 CNY"),
    ("zh", "投资二十点五百万元", "20500000 CNY"),
    ("zh", "投资两点五亿美元", "250000000 USD"),
    ("zh", "增长百分之三点五", "3.5 percent"),
    # Western digits on one side, or on both.
    ("zh", "投资12点五亿元", "1250000000 CNY"),
    ("zh", "投资十二点5亿元", "1250000000 CNY"),
    ("zh", "投资12点5亿元", "1250000000 CNY"),
    ("zh", "投资12点75亿元", "1275000000 CNY"),
    # The dot that Japanese newspapers set for a point.
    ("ja", "三・五億円を投資", "350000000 JPY"),
    ("ja", "二十・五億円を投資", "2050000000 JPY"),
    ("ja", "二〇・五億円を投資", "2050000000 JPY"),
    ("ja", "一・二五兆円を投資", "1250000000000 JPY"),
    ("ja", "三・五％増", "3.5 percent"),
    ("ja", "一〇・五％増", "10.5 percent"),
]

ALONE = [
    ("zh", "会议十点三十分开始"),
    ("zh", "会议十點三十分開始"),
    ("zh", "会议上午十点三十开始"),
    ("zh", "会议三点五十分开始"),
    ("zh", "会议三点五十开始"),
    ("zh", "会议九点零五分开始"),
    ("zh", "会议十点五分开始"),
    ("zh", "会议十点半开始"),
    ("zh", "会议十点一刻开始"),
    ("zh", "会议二十三点五十九分结束"),
    ("zh", "会议10点30分开始"),
    ("zh", "会议10点半开始"),
    ("zh", "会议10时30分开始"),
    ("ja", "午後三時三十分に開会"),
    ("ja", "午後3時30分に開会"),
    ("zh", "会议三万点五开始"),
    ("ja", "二・三日に開会"),
    ("ja", "一・二審の判決"),
    ("zh", "会议十点五点三开始"),
]


@pytest.mark.parametrize(("language", "text", "figure"), READ)
def test_decimals_are_read(language: str, text: str, figure: str) -> None:
    """A point after a unit, after a digit, between digits of two kinds."""
    assert [stated(each) for each in find_figures(text, language)] == [figure]


@pytest.mark.parametrize(("language", "text"), ALONE)
def test_times_and_lists_are_left_alone(language: str, text: str) -> None:
    """Half past ten is no sum, and the second and third no decimal."""
    assert find_figures(text, language) == []


PIECES = st.sampled_from(
    [
        *"〇零一二三四五六七八九两兩十百千万萬亿億兆点點・.,，、·多余餘数几上个半分时時刻元円¥$%％−-–~约達0159５½ ",
        *("百分之", "分之", "美元", "亿元", "億円", "10点", "2.5", "1,000", "万亿"),
    ]
)


@pytest.mark.heavy
@given(st.lists(PIECES, max_size=24).map("".join), st.sampled_from(["zh", "ja", "en", None]))
@example("2.5多 多", "zh")
@settings(max_examples=1000, deadline=None)  # the first one builds the vocabulary
def test_whatever_stands_in_a_row_never_raises(text: str, language: str | None) -> None:
    """Numerals, units, points and signs in any order: figures or none, within the text."""
    for figure in find_figures(text, language):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.readings
