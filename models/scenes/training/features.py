"""Writes what the two object models' backbones give for each annotated picture, and for made ones.

usage: features.py ASSEMBLED_MODELS IMAGES FONTS OUT.npz
IMAGES holds annotations.jsonl (one object a picture: task, file, label, objects).
FONTS lists font files, one a line, for drawing text cards.
needs: torch, Pillow

Beside the photographs: grey copies, so that grey is no sign of a place (the scenes are grey); the
largest objects cut out, which are close-ups without a surrounding; and 500 drawn text cards, feeds
and blanks, which have none either.
"""

import io
import json
import random
import sys
import zipfile
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageDraw, ImageFilter, ImageFont

TASKS = ("scenes15", "clothing", "objects_coco", "ocr", "memes", "imagenet1k_one_per_class")
GREY_TOO = ("clothing", "objects_coco", "memes")
CARDS = 500
SCREENS = [(390, 844), (640, 480), (1080, 1080), (600, 315), (800, 200), (360, 740), (1280, 720)]
GROUNDS = [(255, 255, 255), (0, 0, 0), (21, 32, 43), (24, 25, 26), (245, 245, 245)]
WORDS = ("we love the new cup of coffee from this shop and will come back soon price was too high "
         "service slow thanks everyone who came today sale ends sunday new menu out now follow us "
         "like share comment order online free delivery").split()


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


def grey(picture):
    return picture.convert("L").convert("RGB")


def close_ups(entry, picture, rng):
    """The three largest objects of a photograph, cut out tightly."""
    largest = sorted(entry["objects"], key=lambda o: -o["bbox_xywh"][2] * o["bbox_xywh"][3])[:3]
    for thing in largest:
        x, y, w, h = thing["bbox_xywh"]
        if w * h < 60 * 60:
            continue
        margin = rng.random() * 0.12
        cut = picture.crop((max(0, x - margin * w), max(0, y - margin * h),
                            min(picture.width, x + w + margin * w),
                            min(picture.height, y + h + margin * h)))
        share = w * h / picture.width / picture.height
        yield ({"task": "crop", "file": entry["file"], "label": thing["label"], "share": share},
               grey(cut) if rng.random() < 0.4 else cut)


def colour(rng, low=0, high=255):
    return tuple(rng.randint(low, high) for _ in range(3))


def card(rng, fonts):
    """A blank, a card with a few words, or a feed with lines, bubbles and heads."""
    w, h = rng.choice(SCREENS)
    ground = rng.choice(GROUNDS) if rng.random() < 0.6 else colour(rng)
    image = Image.new("RGB", (w, h), ground)
    draw = ImageDraw.Draw(image)
    if rng.random() < 0.2:
        other = colour(rng)
        for y in range(h):
            t = y / h
            draw.line([(0, y), (w, y)],
                      fill=tuple(int(a * (1 - t) + b * t) for a, b in zip(ground, other)))
    ink = (20, 20, 20) if sum(ground) > 390 else (235, 235, 235)
    kind = rng.random()
    if kind < 0.06:
        return image
    if kind < 0.35:
        font = ImageFont.truetype(rng.choice(fonts), rng.randint(h // 16 + 6, h // 8 + 8))
        y = rng.randint(5, h // 2)
        for _ in range(rng.randint(1, 4)):
            words = " ".join(rng.choices(WORDS, k=rng.randint(1, 4)))
            draw.text((rng.randint(5, w // 4), y), words, font=font,
                      fill=ink if rng.random() < 0.6 else colour(rng))
            y += font.size * 1.3
    else:
        feed(draw, rng, fonts, w, h, ink)
    return image.filter(ImageFilter.GaussianBlur(rng.random() * 1.5)) if rng.random() < 0.3 else image


def feed(draw, rng, fonts, w, h, ink):
    y = rng.randint(4, 40)
    while y < h - 40:
        font = ImageFont.truetype(rng.choice(fonts), rng.randint(11, 24))
        lines = rng.randint(1, 5)
        x = rng.randint(8, w // 3) if rng.random() < 0.5 else 60
        if rng.random() < 0.5:
            draw.ellipse([10, y, 46, y + 36], fill=colour(rng))
        if rng.random() < 0.4:
            draw.rounded_rectangle([x - 8, y - 4, min(w - 8, x + w * 0.6),
                                    y + lines * font.size * 1.4 + 6], 12, fill=colour(rng, 60, 240))
        for _ in range(lines):
            draw.text((x, y), " ".join(rng.choices(WORDS, k=rng.randint(2, 8))), font=font,
                      fill=ink if rng.random() < 0.8 else (120, 120, 120))
            y += int(font.size * 1.4)
        if rng.random() < 0.3:
            draw.line([(0, y + 8), (w, y + 8)], fill=(128, 128, 128))
        if rng.random() < 0.15:
            draw.rectangle([x, y + 4, x + rng.randint(60, w // 2), y + rng.randint(20, 120)],
                           fill=colour(rng))
            y += 120
        y += rng.randint(10, 50)


def everything(images, fonts):
    rng = random.Random(7)
    for entry, picture in pictures(images):
        yield entry, picture
        if entry["task"] in GREY_TOO:
            yield dict(entry, grey=1), grey(picture)
        if entry["task"] == "objects_coco":
            yield from close_ups(entry, picture, rng)
    for number in range(CARDS):
        image = card(rng, fonts)
        yield ({"task": "card", "file": f"card{number}", "label": "none"},
               grey(image) if rng.random() < 0.3 else image)


def planes(picture, side):
    scaled = np.asarray(picture.resize((side, side), Image.BILINEAR)).copy()
    return torch.from_numpy(scaled).permute(2, 0, 1)[None].float()


def main(models, images, fonts, out):
    networks = [(torch.jit.load(f"{models}/{name}/model.pt").eval(), side)
                for name, side in (("products", 300), ("objects", 416))]
    entries, rows = [], []
    with torch.no_grad():
        for entry, picture in everything(Path(images), Path(fonts).read_text().split("\n")[:-1]):
            rows.append(np.concatenate([net(planes(picture, side))[1][0].numpy()
                                        for net, side in networks]))
            entries.append(json.dumps(entry))
    np.savez(out, features=np.stack(rows), entries=np.array(entries))


if __name__ == "__main__":
    main(*sys.argv[1:])
