"""Trains the scenes model on cached features and exports it.

usage: train.py FEATURES.npz      writes model.json, recipe.json and skeleton.pt beside this folder
needs: torch, scikit-learn

Held out of the training, for the figures: scene photographs whose number is a multiple of five,
every fifth clothing photograph, every second screenshot and meme, a fifth of the cards, and all
ImageNet photographs. places.json has our own labels of the COCO photographs: the scenes that would
be right, none if there is no surrounding, and inside or outside. Their other settings are weak
labels made from their boxes. What shows no surrounding (close-ups, cards, screenshots, memes,
clothing) teaches the scene `none`, which is never told.
"""

import json
import re
import sys
import zipfile
from pathlib import Path

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from torch import nn

sys.path.append(str(Path(__file__).resolve().parents[2] / "ocr-detection" / "export"))
import skeleton

FOLDER = Path(__file__).resolve().parents[1]
BLOCKS = (1280, 576, 512, 256)  # products' last layer and expansion, objects' two deepest layers
SPREAD = 30.0
NONE = "none"

SETTING_OF_SCENE = {
    "Bedroom": "indoor home", "Kitchen": "indoor home", "LivingRoom": "indoor home",
    "Office": "indoor office", "Store": "indoor shop", "Coast": "outdoor nature",
    "Forest": "outdoor nature", "Mountain": "outdoor nature", "OpenCountry": "outdoor nature",
    "Highway": "outdoor street", "InsideCity": "outdoor street", "Street": "outdoor street",
    "Suburb": "outdoor", "TallBuilding": "outdoor"}
INDOOR = set("bed,couch,toilet,sink,oven,microwave,refrigerator,tv,laptop,keyboard,mouse,"
             "dining table".split(","))
SPORT = set("skis,snowboard,sports ball,baseball bat,baseball glove,skateboard,surfboard,"
            "tennis racket,frisbee".split(","))
STREET = set("traffic light,stop sign,parking meter,fire hydrant,bus".split(","))
NATURE = set("sheep,cow,elephant,bear,zebra,giraffe".split(","))
OUTDOOR = STREET | NATURE | set(
    "car,truck,train,airplane,boat,horse,skis,snowboard,kite,surfboard,baseball bat,tennis racket,"
    "bird,skateboard,frisbee,bench,bicycle,motorcycle".split(","))
FOOD = set("banana,apple,sandwich,orange,broccoli,carrot,hot dog,pizza,donut,cake".split(","))
HOME = set("bed,couch,oven,toilet,microwave,refrigerator".split(","))
SETTINGS = ("indoor", "outdoor", "food", "sport", "street", "office", "home", "nature", "shop")
FOOD_SHARE = 0.08
PLACES = json.loads((Path(__file__).parent / "places.json").read_text())
PHOTOGRAPH_WEIGHT = 4.0
CLOSE_UP_SHARE = 0.6  # a cut of more of its photograph is no close-up
INSIDE = {"bedroom", "kitchen", "living room", "office", "store"}


def weak_settings(entry):
    """1, 0 or None (unknown) for each of SETTINGS but outdoor, from the boxes of a COCO photograph."""
    area = entry["width"] * entry["height"]
    share = {}
    for o in entry["objects"]:
        share[o["label"]] = share.get(o["label"], 0) + o["bbox_xywh"][2] * o["bbox_xywh"][3] / area
    seen = set(share)
    inside, outside = bool(seen & INDOOR), bool(seen & OUTDOOR)
    street = seen & STREET or ("car" in seen and not inside and not seen & (SPORT | NATURE))
    return {
        "indoor": None if inside == outside else int(inside),
        "food": int(sum(share[k] for k in seen & FOOD) > FOOD_SHARE),
        "sport": int(bool(seen & SPORT)), "street": int(bool(street)),
        "office": int(bool(seen & {"keyboard", "mouse"}) and not seen & {"bed", "couch"}),
        "home": int(bool(seen & HOME)), "shop": 0,
        "nature": 1 if seen & NATURE else None if outside and not seen & STREET else 0}


def scenes_of(entry):
    """The scenes that would be right; empty for a picture without a surrounding."""
    if entry["task"] == "scenes15":
        return [spaced(entry["label"])]
    return PLACES[entry["file"]]["scenes"] if entry["task"] == "objects_coco" else []


def side_of(entry):
    """indoor, outdoor, none, or None where it is not known."""
    if entry["task"] == "scenes15":
        scene = spaced(entry["label"])
        return None if scene == "industrial" else "indoor" if scene in INSIDE else "outdoor"
    if entry["task"] == "objects_coco":
        return PLACES[entry["file"]]["side"]
    return None if entry["task"] == "clothing" else "none"


def settings_of(entry):
    if entry["task"] == "objects_coco":
        return weak_settings(entry)
    if entry["task"] in ("card", "ocr", "crop"):
        return {s: 0 for s in SETTINGS}
    words = SETTING_OF_SCENE.get(entry.get("label"), "").split()
    return {s: int(s in words) for s in SETTINGS} if words else {}


def spaced(name):
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


class Scenes(nn.Module):
    """[batch, 2624] means of the backbones' layers -> [batch, scenes + settings + garments]
    probabilities. Scenes sum to 1 together with `none`, so do garments; indoor and outdoor sum to 1
    together with a third logit, neither, which is the last row and is not put out.
    """

    def __init__(self, mean, weights, biases, scenes, garments):
        super().__init__()
        self.scenes, self.garments = scenes, garments
        self.register_buffer("mean", torch.tensor(mean, dtype=torch.float16))
        self.register_buffer("weights", torch.tensor(weights, dtype=torch.float16))
        self.register_buffer("biases", torch.tensor(biases, dtype=torch.float32))

    def forward(self, x):
        roots = x.abs().sqrt() * x.sign()
        blocks = [b / b.norm(dim=1, keepdim=True).clamp_min(1e-6) for b in roots.split(BLOCKS, 1)]
        centred = (torch.cat(blocks, 1) - self.mean.float()) * SPREAD
        out = centred @ self.weights.float().t() + self.biases
        out, neither = out[:, :-1], out[:, -1:]
        first, last = self.scenes, out.shape[1] - self.garments
        side = torch.softmax(torch.cat([out[:, first:first + 2], neither], 1), 1)[:, :2]
        return torch.cat([torch.softmax(out[:, :first], 1), side,
                          torch.sigmoid(out[:, first + 2:last]),
                          torch.softmax(out[:, last:], 1)], 1)


def prepared(features):
    roots = np.sqrt(np.abs(features)) * np.sign(features)
    blocks = np.split(roots, np.cumsum(BLOCKS)[:-1], 1)
    return np.concatenate([b / np.linalg.norm(b, axis=1, keepdims=True) for b in blocks], 1)


def share(right):
    return f"{np.mean(right):.3f} of {len(right)}"


def main(cache):
    data = np.load(cache)
    entries = [json.loads(e) for e in data["entries"]]
    x = prepared(data["features"].astype(np.float32))
    mean = x.mean(0).astype(np.float16).astype(np.float32)
    x = (x - mean) * SPREAD
    task = np.array([e["task"] for e in entries])
    label = np.array([e.get("label", NONE) for e in entries])
    order, files = [], {}  # a grey copy has the number of its photograph
    for e in entries:
        known = files.setdefault(e["task"], {})
        order.append(known.setdefault(e["file"], len(known)))
    number = np.array([int(re.findall(r"(\d+)\.jpg", e["file"])[0]) if e["task"] == "scenes15"
                       else order[i] for i, e in enumerate(entries)])
    cut_wide = np.array([e.get("share", 0) >= CLOSE_UP_SHARE for e in entries])
    held = ((number % 5 == 0) & np.isin(task, ("scenes15", "clothing", "card"))
            | (number % 2 == 1) & np.isin(task, ("ocr", "memes"))
            | (task == "imagenet1k_one_per_class") | (task == "faces") | cut_wide)
    photographs = task == "objects_coco"

    rows, wanted, heavy = [], [], []
    for i in np.flatnonzero(~held):
        right = scenes_of(entries[i]) or [NONE]
        for scene in right:
            rows.append(i)
            wanted.append(scene)
            heavy.append((PHOTOGRAPH_WEIGHT if photographs[i] and right != [NONE] else 1)
                         / len(right))
    model = LogisticRegression(C=0.03, max_iter=500).fit(x[rows], wanted, sample_weight=heavy)
    weights, biases, labels = [model.coef_], [model.intercept_], list(model.classes_)
    scene = (task == "scenes15") & held
    print("scenes held out",
          share(model.predict(x[scene]) == [scenes_of(entries[i])[0] for i in np.flatnonzero(scene)]))
    scenes = len(labels)

    side = np.array([side_of(e) or "" for e in entries])
    rows = np.flatnonzero((side != "") & ~held)
    sides = LogisticRegression(C=0.03, max_iter=500).fit(
        x[rows], side[rows], sample_weight=np.where(photographs[rows], PHOTOGRAPH_WEIGHT, 1.0))
    neither = list(sides.classes_).index("none")

    for setting in SETTINGS:
        labels.append(setting)
        if setting in sides.classes_:
            at = list(sides.classes_).index(setting)
            weights.append(sides.coef_[at:at + 1])
            biases.append(sides.intercept_[at:at + 1])
            continue
        truth = [settings_of(e).get(setting) for e in entries]
        rows = np.array([i for i, t in enumerate(truth) if t is not None and not held[i]])
        learner = LogisticRegression(C=0.1, max_iter=500).fit(
            x[rows], [truth[i] for i in rows],
            sample_weight=np.where(photographs[rows], PHOTOGRAPH_WEIGHT, 1.0))
        weights.append(learner.coef_)
        biases.append(learner.intercept_)

    garment = np.where(task == "clothing", label, NONE)
    known = ~held & np.isin(task, ("clothing", "scenes15", "objects_coco"))
    learner = LogisticRegression(C=0.3, max_iter=500).fit(x[known], garment[known])
    guess = learner.predict(x[held & (task == "clothing")])
    print("garments held out", share(guess == garment[held & (task == "clothing")]))
    labels += list(learner.classes_)
    weights += [learner.coef_, sides.coef_[neither:neither + 1]]
    biases += [learner.intercept_, sides.intercept_[neither:neither + 1]]

    module = Scenes(mean, np.concatenate(weights), np.concatenate(biases), scenes,
                    len(learner.classes_)).eval()
    example = torch.rand(3, sum(BLOCKS))
    traced = torch.jit.trace(module, example)
    with zipfile.ZipFile(FOLDER / "skeleton.pt", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for record, bytes_ in skeleton.records_of(traced):
            info = zipfile.ZipInfo(f"model/{record}", skeleton.STORED_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, bytes_)
    (FOLDER / "recipe.json").write_text('{"skeleton": "skeleton.pt", "tensors": []}\n')
    path = FOLDER / "model.json"
    old = json.loads(path.read_text()) if path.exists() else {}
    path.write_text(json.dumps({
        "name": "scenes", "revision": "2", "task": "scene-classification", "licence": "Apache-2.0",
        "labels": labels,
        "groups": {"scenes": scenes, "settings": len(SETTINGS), "garments": len(learner.classes_)},
        "thresholds": {"scene": 0.7, "setting": 0.6, "side": 0.8, "garment": 0.6,
                       "doubtful": {"bedroom": 0.9, "forest": 0.95, "kitchen": 0.95}},
        "input": {"type": "float32", "shape": ["batch", sum(BLOCKS)],
                  "of": "second outputs of products (1856) and objects (768), joined"},
        "upstream": [],
        "output": old.get("output", {"file": "model.pt", "sha256": "", "bytes": 0})},
        indent=2) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
