"""Chinese."""

from __future__ import annotations

from ._language import Instruction, Language, Names, Text, Writing

# fmt: off
TEXT = Text(
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

LANGUAGE = Language(code="zh", text=TEXT, names=NAMES)
