"""Chinese."""

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

# fmt: off
TEXT = Text(
    sentence="句|句子",
    unstated="未提及|未提到|未说明|未說明|未指明|未注明|未註明|未透露|未公布|未公佈|未披露|未知|不详|不詳|不明|无|無|暂无",
    writings=(Writing(script="cjk", usual=True),),
    verbs_of_speech="说 說 表示 称 稱 道 指出 强调 強調 认为 認為 补充 補充",
    quotation_marks=("“”", "「」", "『』"),
    title_marks=("《》",),
    instructions=(
        Instruction(
            pieces="指令 指示 说明 提示 规则",
            pattern="(忽略|无视|忘记|不要理会).{0,20}(指令|指示|说明|提示|规则)",
        ),
    ),
)

SPEECH = Speech(
    verbs=(
        "说(?![明法服到起是])|說(?![明法服到起是])|表示|指出|认为|認為|强调|強調|补充|補充|透露|坦言|直言|呼吁|呼籲|警告|解释|解釋"
        "|回应|回應|告诉|告訴|(?<![简名职尊号俗统堪])称(?![为号呼之作赞])|(?<![簡名職尊號俗統堪])稱(?![為號呼之作])|谈到|提到|写道|寫道"
        "|重申|反问|估计|估算|介绍(?=[，：,:])|介紹(?=[，：,:])|宣布"
    ),
    unnamed="一位 一名 有 另一 业内 業內 知情",
    pronouns="他 她 他们 她们 其 我 我们",
    prepositions="对 對 就 向 在 从 從 为 為 针对 關於 关于",
    no_subject="据 據 并 並 也 还 還 会上 會上 同时 同時 此外 日前",
    courtesies="先生 女士",
    described="这位 这名 该 上述",
)

_SURNAMES = (  # not those which many a place, firm or ministry begins with
    "习王李张刘陈杨赵黄周吴徐孙胡朱郭何林郑梁谢宋唐许冯邓曹彭曾肖董袁潘于蒋蔡杜叶魏吕丁沈姚卢姜崔谭范廖贾邹"
    "孟秦邱尹薛闫段侯史陶黎贺顾郝龚邵钱严戴温"
)
_NO_PERSON = (  # Zhangjiakou, Luxembourg, Lebanon, Bloomberg, forestry, …: their last two
    "家口|家界|家庄|家汇|家港|旺达|森堡|巴嫩|加拉|山都|哥华|姆勒|皇岛|彭博|杜邦|林业|林肯|林芝|戴尔|蔡司|陶氏|顾问|孟买"
    "|黄金|董事|王国|王室|唐山|黄山|黄石|黄冈|许昌|周口|周边|吴江|吴忠|徐工|李宁|张裕|张掖|杨凌|谢赫|唐宁|宋城|陈列|温室"
)
_TITLES = (
    "主席|总统|总理|部长|先生|女士|教授|博士|总裁|董事长|行长|书记|大使|省长|市长"
)

NAMES = Names(
    countries={
        "US": "美利坚合众国|美國",
        "GB": "联合王国",
        "AE": "阿联酋",
        "KR": "大韩民国",
        "EU": "欧洲联盟",
    },
    pronouns="他 她 它 他们",
    courtesy_pattern=(
        rf"(?:(?<=^[{_SURNAMES}]\w)|(?<=^[{_SURNAMES}]\w\w))"
        rf"(?<!{_NO_PERSON})(?<![州阳国省市县区部委局厅院校行社岛港副前])(?:{_TITLES})$"
    ),
    descriptions=(
        r"^[^\W_和与及同跟]{0,12}(?:主席|总统|总理|首相|部长|外长|教授|博士|总裁|总经理|董事长|行长|书记|大使|省长"
        "|市长|院长|所长|首席执行官|分析师|经济学家|专家|研究员|发言人|港商)(?=..)",
    ),
    attached_forms=(
        "(?<=..)(?:集团)?(?:股份|责任)?有限(?:责任)?公司$",
        "(?<=..)(?<!国|坦|本|度)(?<!俄罗斯)公司$",  # 中国公司, "Chinese companies", are not 中国
    ),
)
# fmt: on

FIGURES = Figures(
    everywhere=SumWords(
        from_before="[从從由自][^，。；、,]{0,6}",
        goal=r"[\u4e00-\u9fff]{0,3}[至到为為成]了?",
        range_words="不等|之间|之間|浮动|浮動|区间|區間|范围|範圍",
        changes="[增减減][加少长]",
        minus="负",
        measure="个|個|家|人|名|架|辆|輛|座|项|項|份|次|种|種|套|列|间|条|條|所|枚|吨|噸|公里|艘|位|件|台",
        mid="至|到",
        with_="和|与",
        amid="之间",
        currencies={
            "dollar": "美元|美金",
            "EUR": "欧元|歐元",
            "GBP": "英镑|英鎊",
            "rouble": "卢布|盧布",
            "KZT": "坚戈",
            "CNY": "元|块钱|塊錢|^人民币|^人民幣",
            "JPY": "日元|日圆|日圓",
            "franc": "法郎",
            "franc CFA": "非洲法郎|西非法郎|中非法郎",
            "CHF": "瑞士法郎|瑞郎",
            "KRW": "韩元|韓元",
            "UZS": "苏姆",
            "KGS": "索姆",
            "TRY": "里拉",
            "rupee": "卢比",
            "IDR": "印尼盾|印尼卢比",
            "krone": "克朗",
            "PLN": "兹罗提",
            "HUF": "福林",
            "leu": "列伊",
            "BGN": "列弗",
            "riyal": "里亚尔",
            "dirham": "迪拉姆",
            "dinar": "第纳尔",
            "peso": "比索",
            "shilling": "先令",
            "NGN": "奈拉",
            "GHS": "塞地",
            "ETB": "比尔",
            "BDT": "塔卡",
            "MYR": "林吉特|令吉",
            "BRL": "雷亚尔",
            "ZAR": "兰特",
            "THB": "泰铢",
            "VND": "越南盾",
            "AUD": "澳元",
            "CAD": "加元",
            "HKD": "港元|港币",
            "TWD": "新台币|新台幣|台币",
            "SGD": "新加坡元|新元",
        },
        hundredths={
            "cent": "美分|欧分",
            "RUB": "戈比",
            "GBP": "便士",
        },
        no_currency="元素|元件|元老|元首|元旦|元帅",
        percent_before="百分之",
        before={
            "approximately": "约|约为|约合|约达|大约|大概",
            "approximately less_than": "近|将近|接近",
            "less_than approximately": "略低于|略少于",
            "more_than": "超过|超過|逾|超|突破|高于|大于|多于",
            "at_least": "至少|不下|最少|最低",
            "less_than": "未达|未达到|不到|不足|低于|少于|小于",
            "up_to": "最大|最高|最高可达|最高达|上限为",
            "up_to less_than": "最多|至多",
            "up_to exact": "多达|高达",
        },
        after={
            "approximately": "左右|上下",
            "more_than": "超",
            "more_than approximately": "多|余|餘",
            "at_least": "以上",
            "up_to": "以下",
        },
        not_="不|不会|不得|不能|不应|不可|未|没|没有",
        neutral="不仅|不只|不但",
        per_beside={
            "year": "年投资额|年产值|年销售额|年收入",
        },
        per_clause={
            "year": "每年|年均",
            "month": "每月|月均",
            "other": "每天|每日|每周|每季|每季度",
            "unit": "每艘|每辆|每架|每台|每吨|每桶|每股|每件|每套|每|单价|单船造价|造价",
        },
        per_slash={
            "year": "年",
            "month": "月",
            "other": "天|日|周|季|季度|小时",
        },
        year="年投资额|年产值|年销售额|年收入|年",
        month="月|日|号",
    ),
    own=SumWords(
        or_="或|或者",
    ),
    separators={",": "g", ".": "d"},
)

LANGUAGE = Language(code="zh", text=TEXT, speech=SPEECH, names=NAMES, figures=FIGURES)
