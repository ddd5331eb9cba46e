"""What the words mean in each language is held equal, so that no change moves another's words."""

from __future__ import annotations

import pytest
from golden_vocabulary import GOLDEN, golden


@pytest.mark.heavy
def test_the_vocabularies_are_the_golden_ones() -> None:
    """Each word of each language means what the golden file says, no more and no less.

    A change that is meant is written with `python tests/golden_vocabulary.py`.
    """
    assert golden().splitlines() == GOLDEN.read_text("utf-8").splitlines()
