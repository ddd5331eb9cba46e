"""Run the notebook and keep its outputs fresh: ``make notebook``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nbformat import NotebookNode

TOUR = Path(__file__).parent.parent / "examples" / "tour.ipynb"
_CHANGING = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.+Z]+")


def read(path: Path = TOUR) -> NotebookNode:
    """The notebook as it lies there."""
    import nbformat

    return nbformat.read(path, as_version=4)


def executed(path: Path = TOUR) -> NotebookNode:
    """The notebook run from top to bottom in its own folder; raises if a cell fails."""
    from nbclient import NotebookClient

    notebook = read(path)
    NotebookClient(
        notebook, timeout=120, record_timing=False, resources={"metadata": {"path": path.parent}}
    ).execute()
    notebook.metadata["language_info"] = {"name": "python"}  # not the version of who ran it
    return notebook


def outputs(notebook: NotebookNode) -> list[list[dict[str, Any]]]:
    """What each cell shows, but for times and random names."""
    return [
        _joined([_steady(output) for output in cell.outputs])
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def _joined(shown: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same, however many pieces of one stream the kernel sent."""
    joined: list[dict[str, Any]] = []
    for each in shown:
        last = joined[-1] if joined else {}
        if (
            each["output_type"] == last.get("output_type") == "stream"
            and each["name"] == last["name"]
        ):
            joined[-1] = {**last, "text": last["text"] + each["text"]}
        else:
            joined.append(each)
    return joined


def _steady(thing: Any) -> Any:
    if isinstance(thing, dict):
        return {
            name: "a picture" if name == "image/png" else _steady(value)  # fonts differ
            for name, value in thing.items()
            if name != "execution_count"
        }
    if isinstance(thing, list):
        return [_steady(each) for each in thing]
    return _CHANGING.sub("…", thing) if isinstance(thing, str) else thing


def main() -> None:
    """Write the notebook back with fresh outputs, if they changed."""
    import nbformat

    fresh = executed()
    if outputs(fresh) != outputs(read()):
        nbformat.write(fresh, TOUR)
    print(f"{TOUR.name}: {sum(map(len, outputs(fresh)))} outputs, {TOUR.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
