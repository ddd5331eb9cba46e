"""What can be compared only where the words tell: how far something has come, when, where.

A check of these says nothing where the text holds nothing that code can compare; the field then
stands in `item.unread`.  None of them rejects an item.  What the text contradicts is asked about
once more.
"""

from __future__ import annotations

from collections.abc import Callable

from ..schema import (
    Affiliation,
    CountryCode,
    Instrument,
    Place,
    RoleInWords,
    Stage,
    StatedDate,
    Unit,
)
from .countries import check_country
from .dates import check_date
from .finding import Claim, Finding
from .places import check_place
from .roles import check_affiliation, check_role
from .scope import Scope
from .stages import check_instrument, check_stage
from .units import check_unit

TOLD: dict[type, Callable[[Scope, Claim], Finding | None]] = {
    Stage: check_stage,
    Instrument: check_instrument,
    StatedDate: check_date,
    Affiliation: check_affiliation,
    CountryCode: check_country,
    Place: check_place,
    RoleInWords: check_role,
    Unit: check_unit,
}
"""By the mark on a field, the check that looks at it."""
