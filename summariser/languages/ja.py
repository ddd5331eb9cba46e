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
    no_more="前 元 副",
    roles=(
        "社長 会長 理事長 首相 大統領 大臣 外相 財務相 知事 市長 議員 議長 教授"
        " 准教授 博士 長官 部長 課長 局長 代表 総裁 頭取 委員長 書記長 幹事長"
        " 報道官 大使 主席 総書記 所長 研究員 アナリスト エコノミスト 弁護士 記者"
        " 監督 選手 専務 常務 取締役 責任者 専門家 担当者 最高経営責任者 ディレクター"
        " 研究者 活動家 経営者 創業者 隊員 職員 医師 作家 農家 広報担当 ＣＥＯ"
        " CEO"
    ),
    apposed="の",
    behind_a_name="の が は を に と も で へ",
    roles_after=(
        "理事長 副理事長 理事 社長 副社長 会長"
        " 副会長 名誉会長 首相 副首相 大統領 副大統領 大臣 外相 財務相 経済相 環境相"
        " 農相 防衛相 法相 国防相 外務相 内相 知事 副知事 市長 副市長 町長 村長"
        " 区長 議員 議長 教授 准教授 名誉教授 助教 博士 長官 副長官 官房長官 部長"
        " 課長 局長 次長 代表 総裁 副総裁 頭取 委員長 副委員長 委員 書記長 幹事長"
        " 事務総長 事務局長 報道官 大使 公使 総領事 主席 国家主席 総書記 所長 研究員"
        " 主任研究員 アナリスト エコノミスト 弁護士 記者 監督 選手 専務 常務 取締役"
        " 専務理事 隊長 司令官 将軍 院長 学長 校長 総理 総理大臣 副大臣 政務官 事務次官"
        " 補佐官 特使 党首 書記局長 政調会長 組合長 支部長 医師 教諭 作家 俳優 歌手 天皇"
    ),
    courtesy_after="氏 さん 様 君 容疑者 被告 受刑者 女史 先生 選手",
    ministers_end="相 大臣 議員 総理",
    institutions_end=(
        "国 省 庁 県 府 都 市 町 村 区 州 党 会 院 局 署 社 行 銀 団 部 課 校 大 大学 協 連 労"
        " 軍 隊 所 側 ホールディングス グループ"
    ),
    sides="側",
)

FIGURES = Figures(
    everywhere=SumWords(
        from_behind="から",
        goal_behind="[近程度前後超余弱強規模台く]{0,3}(?:に(?!上る|のぼる|上り)|へ)",
        changes="増加|増え|増や|減少|減っ|減ら|拡大|縮小|引き上げ|引き下げ|膨ら|伸び|落ち込|となった|上昇|下落",
        measure="か国|社",
        minus="マイナス",
        scales={"12": "ダース"},
        mid="から",
        with_="と",
        amid="の間",
        until="まで",
        limits="まで",
        currencies={
            "dollar": "ドル|米ドル",
            "EUR": "ユーロ",
            "GBP": "ポンド",
            "rouble": "ルーブル",
            "KZT": "テンゲ",
            "CNY": "人民元",
            "JPY": "円",
            "franc": "フラン",
            "CHF": "スイスフラン|スイス・フラン",
            "KRW": "ウォン",
            "TRY": "リラ",
            "rupee": "ルピー",
            "IDR": "ルピア",
            "NGN": "ナイラ",
            "dirham": "ディルハム",
            "AED": "uae ディルハム|UAEディルハム",
            "AUD": "豪ドル|オーストラリアドル|オーストラリア・ドル",
            "HKD": "香港ドル",
            "TWD": "台湾ドル|新台湾ドル|台湾元",
            "CAD": "カナダドル|カナダ・ドル|加ドル",
            "SGD": "シンガポールドル|シンガポール・ドル|星ドル",
            "NZD": "ニュージーランドドル|ニュージーランド・ドル|NZドル",
        },
        hundredths={
            "USD EUR": "セント",
            "JPY": "銭|日本銭",
        },
        percent="パーセント",
        tenth="割",
        before={
            "approximately": "約|およそ|ほぼ",
            "at_least": "少なくとも|最低|最低でも|下限|最少",
            "up_to": "上限|多くても|高くても|最大でも|最大で|最高で",
        },
        after={
            "approximately": "前後|程度|ほど",
            "approximately less_than": "近く",
            "more_than": "を超える|を超えて|を超えた|を超え"
            "|を上回る|を上回って|を上回った|を上回り",
            "more_than approximately": "余り",
            "less_than": "未満|弱",
            "up_to": "まで|以内|以下|止まり|を上限|が上限|を限度|が限度",
            "up_to less_than": "を超えない|を上回らない",
        },
        barred_behind="(?:ない|なかった|ません|ませんでした|できず|ならず|禁止|禁じる|禁じた)",
        per_clause={
            "year": "毎年|年間|年額",
            "month": "毎月|月額|月々",
            "unit": "1台当たり",
        },
    ),
    own=SumWords(
        or_="か|または",
    ),
    separators={",": "g", ".": "d"},
    counts_loosely=False,
)

LANGUAGE = Language(code="ja", text=TEXT, speech=SPEECH, names=NAMES, figures=FIGURES)
