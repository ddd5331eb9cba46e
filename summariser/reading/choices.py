"""What may be done with what the text does not bear out, or with what nothing tells of."""

from typing import Literal

OnUnsupported = Literal["ask", "flag", "drop"]
OnOpen = Literal["flag", "ask"]
