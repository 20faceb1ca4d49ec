"""Turns a traced module into a skeleton and a recipe, and fills a skeleton again to check it.

A TorchScript file is a zip whose `data/N` records are raw tensors. The skeleton is that zip with each
record that the recipe fills emptied. A `Source` says where a tensor's bytes lie upstream.
"""

import io
import json
import struct
import zipfile
from dataclasses import dataclass

import numpy as np
import torch

STORED_TIME = (1980, 1, 1, 0, 0, 0)
DROPPED = (".debug_pkl",)


@dataclass(frozen=True)
class Source:
    """Bytes `offset..` of `upstream`."""

    shape: tuple
    source_type: str
    upstream: str
    offset: int
    permute: tuple = ()
    scale: float | None = None
    minimum: float | None = None

    def as_recipe(self, entry):
        out = {"entry": entry, "upstream": self.upstream, "offset": self.offset,
               "sourceType": self.source_type, "targetType": "float32", "shape": list(self.shape)}
        if self.permute:
            out["permute"] = list(self.permute)
        if self.scale is not None:
            out |= {"scale": self.scale, "min": self.minimum}
        return out


def records_of(traced):
    buffer = io.BytesIO()
    torch.jit.save(traced, buffer)
    with zipfile.ZipFile(buffer) as archive:
        return [(i.filename.split("/", 1)[1], archive.read(i)) for i in archive.infolist()
                if not i.filename.endswith(DROPPED)]


def entries_of(traced, names):
    """Record name of each buffer: every buffer is filled with its own number, then looked up."""
    buffers = dict(traced.named_buffers())
    saved = {name: buffers[name].clone() for name in names}
    for number, name in enumerate(names, start=1):
        buffers[name].fill_(number)
    found = {}
    for record, data in records_of(traced):
        if record.startswith("data/") and len(data) >= 4:
            number = struct.unpack("<f", data[:4])[0]
            if number == int(number) and 1 <= number <= len(names):
                found[names[int(number) - 1]] = record
    for name, value in saved.items():
        buffers[name].copy_(value)
    if sorted(found) != sorted(names):
        raise RuntimeError(f"no record for {sorted(set(names) - set(found))}")
    return found


def write(folder, traced, sources):
    """Writes skeleton.pt and recipe.json; `sources` maps each buffer's name to its Source."""
    entries = entries_of(traced, list(sources))
    filled = set(entries.values())
    with zipfile.ZipFile(folder / "skeleton.pt", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for record, data in records_of(traced):
            info = zipfile.ZipInfo(f"model/{record}", STORED_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, b"" if record in filled else data)
    tensors = [sources[name].as_recipe(entry) for name, entry in
               sorted(entries.items(), key=lambda pair: int(pair[1].split("/")[1]))]
    lines = ",\n    ".join(json.dumps(t) for t in tensors)
    (folder / "recipe.json").write_text(
        '{\n  "skeleton": "skeleton.pt",\n  "tensors": [\n    ' + lines + "\n  ]\n}\n")


def tensor_bytes(tensor, upstream):
    """One tensor as the assembler makes it: value = q * scale + min in double, rounded once."""
    kind = np.dtype(tensor["sourceType"]).newbyteorder("<")
    size = int(np.prod(tensor["shape"])) * kind.itemsize
    raw = upstream[tensor["upstream"]][tensor["offset"]:tensor["offset"] + size]
    array = np.frombuffer(raw, kind).reshape(tensor["shape"])
    if "scale" in tensor:
        array = array.astype(np.float64) * tensor["scale"] + tensor["min"]
    if "permute" in tensor:
        array = array.transpose(tensor["permute"])
    return np.ascontiguousarray(array.astype(np.float32)).tobytes()


def assemble(folder, upstream, target):
    """Fills the skeleton as the Java build does; `upstream` maps upstream ids to bytes."""
    recipe = json.loads((folder / "recipe.json").read_text())
    filling = {t["entry"]: tensor_bytes(t, upstream) for t in recipe["tensors"]}
    with zipfile.ZipFile(folder / "skeleton.pt") as skeleton, \
            zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as out:
        for info in skeleton.infolist():
            record = info.filename.split("/", 1)[1]
            out.writestr(zipfile.ZipInfo(info.filename, STORED_TIME),
                         filling.get(record) or skeleton.read(info))
    return torch.jit.load(str(target)).eval()
