"""The public suites that `yardsticks.py` measures by; nothing of them lies here."""
