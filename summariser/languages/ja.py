"""Japanese."""

from __future__ import annotations

from ._language import (
    Figures,
    Instruction,
    Language,
    Names,
    Speech,
    SumWords,
    Text,
    Writing,
)

TEXT = Text(
    sentence="文",
    unstated="未記載|記載なし|言及なし|該当なし|情報なし|特定なし|未公表|非公表|不明|不詳|なし",
    writings=(Writing(script="cjk"),),
    after_a_quotation="と って など の",
    quotation_marks=("「」", "『』"),
    instructions=(
        Instruction(
            pieces="無視 忘れ",
            pattern="(指示|命令|プロンプト|ルール|規則).{0,20}(無視|忘れ)",
        ),
    ),
)

SPEECH = Speech(
    verbs=(
        "述べ|語っ|語る|話し|話す|言っ|言う|指摘|強調|説明し|明らかにし|表明|主張|訴え|答え|話した|発言|批判|警告|反論|コメント"
        "|振り返|付け加え|呼び?かけ|見て(?:いる|おり)|考え(?:を|て)|強調した|伝え"
    ),
    order="verb last",
    marked="は|が|も",
    behind="によると|によれば|によりますと",
    courtesies="氏 さん 先生",
    unnamed="ある",
    pronouns="彼 彼女 彼ら 同氏 同社",
)

NAMES = Names(
    countries={
        "US": "アメリカ|米国",
        "GB": "英国",
        "AE": "uae",
    },
    pronouns="彼 彼女 彼ら",
    forms_after="株式会社",
    no_legal_form="株式会社",
    attached_forms=("^株式会社(?=..)", "(?<=..)株式会社$"),
)

FIGURES = Figures(
    everywhere=SumWords(
        from_behind="から",
        goal_behind="[近程度前後超余弱強規模台く]{0,3}(?:に(?!上る|のぼる|上り)|へ)",
        changes="増加|増え|増や|減少|減っ|減ら|拡大|縮小|引き上げ|引き下げ|膨ら|伸び|落ち込|となった|上昇|下落",
        measure="か国|社",
        mid="から",
        with_="と",
        amid="の間",
        currencies={
            "dollar": "ドル|米ドル",
            "EUR": "ユーロ",
            "GBP": "ポンド",
            "rouble": "ルーブル",
            "KZT": "テンゲ",
            "CNY": "人民元",
            "JPY": "円",
            "franc": "フラン",
            "CHF": "スイスフラン",
            "KRW": "ウォン",
            "TRY": "リラ",
            "rupee": "ルピー",
            "IDR": "ルピア",
            "AUD": "豪ドル",
            "HKD": "香港ドル",
        },
        percent="パーセント",
        before={
            "approximately": "約|およそ|ほぼ",
            "at_least": "少なくとも",
        },
        after={
            "approximately": "前後|程度|ほど",
            "approximately less_than": "近く",
            "more_than": "を超える|を上回る",
            "more_than approximately": "余り",
            "less_than": "未満|弱",
            "up_to": "以内",
            "up_to less_than": "を超えない|を上回らない",
        },
        per_clause={
            "year": "毎年|年間",
            "month": "毎月",
            "unit": "1台当たり",
        },
    ),
    own=SumWords(
        or_="か|または",
    ),
    separators={",": "g", ".": "d"},
)

LANGUAGE = Language(code="ja", text=TEXT, speech=SPEECH, names=NAMES, figures=FIGURES)
