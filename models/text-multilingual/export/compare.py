"""The released int8 network beside the float32 one: macro F1, agreement, posts a second, one thread."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import torch

HERE = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HERE / "training"), str(HERE / "export")]

from measure import macro_f1, percent, read_all, softmax, together  # noqa: E402
from rows import UMSAB, posts  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--unpacked", type=Path, required=True)
    parser.add_argument("--references", type=Path, required=True)
    parser.add_argument("--most", type=int, default=10**9, help="posts of a language")
    options = parser.parse_args()
    torch.set_num_threads(1)
    groups: dict = {}
    for post in posts(options.data, UMSAB, "dev", options.most):
        groups.setdefault(post.group, []).append(post)
    read = {
        name: together(
            list(read_all(options.references / f"{name}.pt", options.unpacked, groups).values())
        )
        for name in ("int8", "fp32")
    }
    for name, part in read.items():
        print(f"{name}: macro F1 {percent(macro_f1(part.truth, part.logits.argmax(1)))}")
    small, plain = (softmax(read[name].logits) for name in ("int8", "fp32"))
    same = (small.argmax(1) == plain.argmax(1)).mean()
    print(
        f"{len(small)} posts: same label {percent(same)} %,"
        f" mean difference of probabilities {np.abs(small - plain).mean():.4f},"
        f" greatest {np.abs(small - plain).max():.3f}"
    )


if __name__ == "__main__":
    main()
