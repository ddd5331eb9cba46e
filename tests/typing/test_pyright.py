"""What pyright, the other type checker, says of code as users write it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from extras import needs

CODE = Path(__file__).with_name("user_code.py")
ROOT = CODE.parent.parent.parent

pytestmark = [pytest.mark.heavy, needs("basedpyright", extra="types")]


def said(folder: Path, code: str) -> list[str]:
    """Its complaints about this code, in pyright's own standard mode."""
    settings = {
        "typeCheckingMode": "standard",
        "pythonVersion": "3.11",
        "extraPaths": [str(ROOT)],
        "include": ["code.py"],
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    (folder / "code.py").write_text(code, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "basedpyright", "--outputjson", "--pythonpath", sys.executable],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(ran.stdout)
    assert found["summary"]["filesAnalyzed"] == 1, ran.stderr
    return [each["message"] for each in found["generalDiagnostics"]]


def test_what_users_write_is_well_typed(tmp_path: Path) -> None:
    assert said(tmp_path, CODE.read_text(encoding="utf-8")) == []


def test_a_field_of_ones_own_keeps_its_type(tmp_path: Path) -> None:
    """Of a topic of one's own, too, what is wrong is seen."""
    code = CODE.read_text(encoding="utf-8")
    code += "\n\ndef wrong(each: Penalties) -> int:\n    return each.penalties[0].who.name\n"
    [message] = said(tmp_path, code)
    assert '"str" is not assignable' in message
