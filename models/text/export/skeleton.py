"""Skeletons: a TorchScript archive without its weights, and the recipe that says what fills each entry.

Before a model is saved each of its tensors is marked with its number, which the archive's entries then
tell, whatever order TorchScript wrote them in.
"""

from __future__ import annotations

import json
import struct
import zipfile
from pathlib import Path

import torch
from torch import Tensor

SKELETON_ROOT = "text"


def mark(tensor: Tensor, number: int) -> None:
    """Fills a tensor so that its bytes tell its number."""
    if tensor.dtype == torch.int8:
        tensor.zero_().view(-1)[:3] = torch.tensor([77, number // 100, number % 100])
    else:
        tensor.fill_(float(number + 1))


def number_of(content: bytes, tensors: list[Tensor]) -> int | None:
    if content[0] == 77 and content[1] * 100 + content[2] < len(tensors):
        number = content[1] * 100 + content[2]
        if tensors[number].dtype == torch.int8 and tensors[number].numel() == len(content):
            return number
    value = struct.unpack("<f", content[:4])[0]
    if value != value or not 1 <= value <= len(tensors) or value != int(value):
        return None
    number = int(value) - 1
    whole = tensors[number].dtype == torch.float32 and 4 * tensors[number].numel() == len(content)
    return number if whole else None


def write_skeleton(
    model: torch.jit.ScriptModule, tensors: list[Tensor], described: list[dict], folder: Path,
    adapter: str | None = None,
) -> None:
    """Saves the marked model and reads back which archive entry became which tensor.

    `adapter` names the file of our own weights, from the folder; without it the model's own is used.
    """
    folder.mkdir(parents=True, exist_ok=True)
    scratch = folder / "marked.part"
    model.save(str(scratch))
    found: dict[int, dict] = {}
    with (
        zipfile.ZipFile(scratch) as archive,
        zipfile.ZipFile(
            folder / "skeleton.pt", "w", zipfile.ZIP_DEFLATED, compresslevel=9
        ) as skeleton,
    ):
        for entry in archive.infolist():
            content = archive.read(entry)
            local = entry.filename.split("/", 1)[1]
            if local.endswith(".debug_pkl"):
                continue
            if local.startswith("data/") and len(content) >= 4:
                number = number_of(content, tensors)
                if number is None or number in found:
                    raise ValueError(f"{entry.filename} is no tensor of this model")
                found[number] = {"entry": local, **described[number]}
                content = b""
            name = zipfile.ZipInfo(f"{SKELETON_ROOT}/{local}", (1980, 1, 1, 0, 0, 0))
            name.compress_type = zipfile.ZIP_DEFLATED
            skeleton.writestr(name, content)
    scratch.unlink()
    if len(found) != len(tensors):
        raise ValueError(f"{len(found)} of {len(tensors)} tensors found in the archive")
    lines = ",\n".join("    " + json.dumps(found[number]) for number in range(len(tensors)))
    named = f'  "adapter": "{adapter}",\n' if adapter else ""
    (folder / "recipe.json").write_text(
        f'{{\n  "skeleton": "skeleton.pt",\n{named}  "tensors": [\n{lines}\n  ]\n}}\n'
    )
