"""Writes what the two object models' backbones give for each annotated picture.

usage: features.py ASSEMBLED_MODELS IMAGES OUT.npz
IMAGES holds annotations.jsonl (one object a picture: task, file, label, objects).
needs: torch, Pillow
"""

import io
import json
import sys
import zipfile
from pathlib import Path

import numpy as np
import torch
from PIL import Image

TASKS = ("scenes15", "clothing", "objects_coco")


def pictures(folder):
    archives = {}
    for line in (folder / "annotations.jsonl").read_text().splitlines():
        entry = json.loads(line)
        if entry["task"] in TASKS:
            archive, _, inner = entry["file"].partition("!")
            if inner:
                if archive not in archives:
                    archives[archive] = zipfile.ZipFile(folder / archive)
                data = archives[archive].read(inner)
            else:
                data = (folder / entry["task"] / archive).read_bytes()
            yield entry, Image.open(io.BytesIO(data)).convert("RGB")


def planes(picture, side):
    scaled = np.asarray(picture.resize((side, side), Image.BILINEAR)).copy()
    return torch.from_numpy(scaled).permute(2, 0, 1)[None].float()


def main(models, images, out):
    networks = [(torch.jit.load(f"{models}/{name}/model.pt").eval(), side)
                for name, side in (("products", 300), ("objects", 416))]
    entries, rows = [], []
    with torch.no_grad():
        for entry, picture in pictures(Path(images)):
            rows.append(np.concatenate([net(planes(picture, side))[1][0].numpy()
                                        for net, side in networks]))
            entries.append(json.dumps(entry))
    np.savez(out, features=np.stack(rows), entries=np.array(entries))


if __name__ == "__main__":
    main(*sys.argv[1:])
