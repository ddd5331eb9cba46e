"""Japanese."""

from __future__ import annotations

from ._language import Language, Names, Text, Writing

TEXT = Text(
    writings=(Writing(script="cjk"),),
    after_a_quotation="と って など の",
    quotation_marks=("「」", "『』"),
)

NAMES = Names(
    forms_after="株式会社",
    no_legal_form="株式会社",
    attached_forms=("^株式会社(?=..)", "(?<=..)株式会社$"),
)

LANGUAGE = Language(code="ja", text=TEXT, names=NAMES)
