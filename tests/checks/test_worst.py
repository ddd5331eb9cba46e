"""What a small reply or article can make the library do grows with its length, not faster."""

from __future__ import annotations

import gc
import sys
from types import FrameType
from typing import Any

import pytest
from worst_cases import CASES, Case

FEW = 24
"""So small a case takes the interpreter a moment, though each of its operations is counted."""


def operations(case: Case) -> int:
    """How many operations the interpreter carries out, in our code and below."""
    counted = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal counted
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        counted += event == "opcode"
        return trace

    before = sys.gettrace()
    gc.collect()  # what other tests have left behind is nobody's work here
    gc.disable()
    sys.settrace(trace)
    try:
        case.work()
    finally:
        sys.settrace(before)
        gc.enable()
    return counted


@pytest.mark.heavy
@pytest.mark.parametrize("label", CASES)
def test_twice_as_long_takes_twice_as_much(label: str) -> None:
    """Operations, not seconds: they are the same on any machine, however busy."""
    make, _ = CASES[label]
    make(3).work()  # tables are loaded once per process
    few, double = (operations(make(n)) for n in (FEW * 2, FEW * 4))
    assert double < 2.3 * few, f"{few:,} operations, then {double:,}"
