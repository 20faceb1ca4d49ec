"""Checks that the archive which Java assembled is the reference that Python merged, bit for bit."""

from __future__ import annotations

import argparse
import zipfile
from pathlib import Path

import torch


def tensors(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        names = {name.split("/", 1)[1]: name for name in archive.namelist()}
        return {local: archive.read(name) for local, name in names.items() if local.startswith("data/")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assembled", type=Path, required=True)
    parser.add_argument("--reference", type=Path, required=True)
    options = parser.parse_args()
    ours, theirs = tensors(options.assembled), tensors(options.reference)
    if ours.keys() != theirs.keys():
        raise SystemExit(f"entries differ: {ours.keys() ^ theirs.keys()}")
    different = [name for name in theirs if ours[name] != theirs[name]]
    if different:
        raise SystemExit(f"bytes differ: {different}")
    assembled = torch.jit.load(str(options.assembled)).eval()
    reference = torch.jit.load(str(options.reference)).eval()
    generator = torch.Generator().manual_seed(5)
    ids = torch.randint(1000, 20000, (4, 23), generator=generator)
    mask = torch.ones_like(ids)
    mask[1, 9:] = 0
    ids[:, 3], ids[:, 5] = 2, 3
    with torch.no_grad():
        given, expected = assembled(ids, mask), reference(ids, mask)
    if not all(torch.equal(one, other) for one, other in zip(given, expected, strict=True)):
        raise SystemExit("logits differ")
    logits, parts = given[:2]
    weights = mask.unsqueeze(-1)
    whole = (parts * weights).sum(1) / weights.sum(1)
    if not torch.allclose(whole, logits[:, : parts.shape[2]], atol=1e-4):
        raise SystemExit("the tokens' logits do not average to the text's")
    print(len(theirs), "tensors and the logits are equal bit for bit")


if __name__ == "__main__":
    main()
