"""Chinese."""

from __future__ import annotations

from ._language import (
    Figures,
    Instruction,
    Language,
    Names,
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
    no_more="前 副 原",
    roles=(
        "主席 总统 總統 总理 總理 首相 部长 部長 外长 外長 省长 省長 市长 市長"
        " 县长 区长 州长 书记 書記 秘书长 秘書長 主任 董事长 董事長 总裁 總裁"
        " 总经理 總經理 总监 经理 行长 行長 院长 院長 所长 所長 校长 校長 局长"
        " 局長 厅长 司长 处长 会长 會長 理事长 理事長 大使 发言人 發言人 议员 議員"
        " 议长 议長 教授 博士 院士 专家 專家 学者 學者 分析师 分析師 经济学家"
        " 經濟學家 研究员 研究員 首席执行官 负责人 負責人 创始人 創始人 律师 律師"
        " 记者 記者 工程师 工程師 港商 企业家 企業家 将军 司令 队长 厂长 科学家"
        " 科長 科长 站长 台长 社长 团长 組長 组长 村支书 代表 委员 委員"
    ),
    roles_after=(
        "博士 教授 院士 主席 副主席 总统 副总统 總統 总理"
        " 副总理 總理 首相 部长 副部长 部長 外长 外長 省长 省長 市长 副市长 市長"
        " 县长 区长 州长 书记 副书记 秘书长 秘書長 主任 副主任 董事长 副董事长"
        " 董事長 总裁 副总裁 總裁 总经理 总监 经理 行长 副行长 院长 副院长 院長"
        " 所长 所長 校长 局长 副局长 厅长 司长 处长 会长 會長 理事长 副理事长"
        " 理事長 大使 发言人 發言人 议员 議員 议长 将军 律师 律師 记者 研究员"
        " 分析师 经济学家 首席执行官 首席经济学家"
    ),
    courtesy_after="先生 女士 小姐 同志",
    surname_characters=_SURNAMES,
    institutions_end=(
        "国 省 市 县 区 州 镇 村 部 委 局 厅 院 校 行 社 司 会 党 军 厂 岛 港 集团 集團 公司"
        " 银行 銀行 大学 大學 协会 政府 法院 中心 方面"
    ),
    sides="方面",
)
# fmt: on

FIGURES = Figures(
    everywhere=SumWords(
        from_before="[从從由自][^，。；、,]{0,6}",
        goal=r"[\u4e00-\u9fff]{0,3}[至到为為成]了?",
        range_words="不等|之间|之間|浮动|浮動|区间|區間|范围|範圍",
        changes="[增减減][加少长]",
        minus="负|負",
        measure="个|個|家|人|名|架|辆|輛|座|项|項|份|次|种|種|套|列|间|条|條|所|枚|吨|噸|公里|艘|位|件|台",
        and_="又",
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
            "AUD": "^澳元|^澳币|^澳幣",
            "CAD": "^加元|^加币|^加幣",
            "HKD": "^港元|^港币|^港幣",
            "TWD": "^新台币|^新台幣|^台币|^台幣|^新臺幣",
            "SGD": "新加坡元|新加坡币|新元|坡币",
            "NZD": "新西兰元|纽元|紐元|纽币",
        },
        hundredths={
            "cent": "美分|欧分",
            "RUB": "戈比",
            "GBP": "便士",
        },
        coins={
            "0.1": "角|毛",
            "0.01": "分",
        },
        no_currency="成功|成员|成員|成为|成為|成立|成果|成本|成都|元素|元件|元老|元首|元旦|元帅",
        percent_before="百分之",
        tenth="成",
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
            "at_least": "以上|或以上|及以上|或更多",
            "up_to": "以下|或以下|及以下|以内|以內|之内|之內|或更少|封顶|封頂|为限|為限"
            "|为上限|為上限",
        },
        not_="不|不会|不得|不能|不应|不可|未|没|没有",
        barred="不得|不能|不可|不会|不會|不许|不許|不准|不应|不應|禁止|严禁|嚴禁|无法|無法|无权|無權",
        nothing="无|無|并非|並非",
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

LANGUAGE = Language(code="zh", text=TEXT, names=NAMES, figures=FIGURES)
