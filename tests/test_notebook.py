"""The notebook in examples/ runs from top to bottom, offline, and shows what it says it shows."""

from __future__ import annotations

from pathlib import Path

import pytest
import tour
from extras import needs

pytestmark = [
    pytest.mark.notebook,
    needs("nbclient", "ipykernel", "pandas", extra="notebook"),
    pytest.mark.filterwarnings("default"),  # Jupyter's own
]  # fmt: skip


def test_the_notebook_runs_and_its_outputs_are_fresh(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """No cell fails (nbclient would raise), and every cell shows what is stored in the file."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    fresh, stored = tour.outputs(tour.executed()), tour.outputs(tour.read())
    assert len(fresh) >= 10
    assert fresh == stored, "the notebook shows something new: look at it, then `make notebook`"


def test_the_notebook_is_small_enough_to_review() -> None:
    """Outputs are kept, so they are kept small; no cell warns or complains."""
    assert tour.TOUR.stat().st_size < 150_000
    shown = [output for cell in tour.outputs(tour.read()) for output in cell]
    assert not [output for output in shown if output.get("name") == "stderr"]
