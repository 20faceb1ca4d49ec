"""The same remark as six varieties of English write it, from `dialects.txt`: what is felt, and the spellings."""

from __future__ import annotations

from pathlib import Path


def parallel() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Sign ("-", "0" or "+") and remarks of each set."""
    lines = Path(__file__).with_name("dialects.txt").read_text(encoding="utf-8").splitlines()
    return tuple((line[0], tuple(line[2:].split(" | "))) for line in lines if line and line[0] != "#")


PARALLEL = parallel()
