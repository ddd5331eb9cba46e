"""A topic of one's own: sanctions. Begun with ``summariser new-topic sanctions``; copy from here.

cd examples/sanctions
summariser read FILE --schema sanctions:Sanctions --prompts prompts
"""

from typing import ClassVar, Literal

from summariser import Grounded, Money, Named, Prose, Summary, Verbatim


class Sanction(Grounded):
    """A penalty or restriction that the text says was imposed, announced or lifted."""

    target: Named
    by: Named | None = None
    kind: Literal["fine", "export_ban", "import_ban", "asset_freeze", "travel_ban", "other"]
    values: list[Money] = []
    since: Verbatim | None = None
    grounds: Prose | None = None


class Sanctions(Summary):
    """Sanctions: penalties and restrictions that one side puts upon another."""

    default_prompt: ClassVar[str] = "sanctions.v1"

    sanctions: list[Sanction]
