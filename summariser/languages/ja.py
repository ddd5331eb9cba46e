"""Japanese."""

from __future__ import annotations

from ._language import Instruction, Language, Names, Text, Writing

TEXT = Text(
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

NAMES = Names(
    pronouns="彼 彼女 彼ら",
    forms_after="株式会社",
    no_legal_form="株式会社",
    attached_forms=("^株式会社(?=..)", "(?<=..)株式会社$"),
)

LANGUAGE = Language(code="ja", text=TEXT, names=NAMES)
