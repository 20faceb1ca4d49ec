"""Reads a TensorFlow tensor bundle in plain Python: where each tensor lies, and its values.

The index is a table of sorted keys in the manner of LevelDB (blocks of entries that share a prefix
with the one before, a footer that points to the block of blocks); a value is a protocol buffer with
type, shape, offset and size. The data file holds the tensors raw, little-endian, row-major.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

FOOTER_BYTES = 48
MAGIC = 0xDB4775248B80FB57
FLOAT = 1


@dataclass(frozen=True)
class Place:
    """A float32 tensor's place in the data file."""

    offset: int
    shape: tuple[int, ...]


def varint(data: bytes, at: int) -> tuple[int, int]:
    value, shift = 0, 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def entries(table: bytes, handle: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Keys and values of the block that a handle (offset, size) names."""
    offset, at = varint(handle, 0)
    size, _ = varint(handle, at)
    if table[offset + size] != 0:
        raise ValueError(f"the block at {offset} is compressed, which this reader does not know")
    block = table[offset : offset + size]
    end = len(block) - 4 * (int.from_bytes(block[-4:], "little") + 1)
    at, key = 0, b""
    while at < end:
        shared, at = varint(block, at)
        fresh, at = varint(block, at)
        length, at = varint(block, at)
        key = key[:shared] + block[at : at + fresh]
        at += fresh
        yield key, block[at : at + length]
        at += length


def fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    at = 0
    while at < len(message):
        tag, at = varint(message, at)
        number, kind = tag >> 3, tag & 7
        if kind == 0:
            value, at = varint(message, at)
            yield number, value
        elif kind == 2:
            size, at = varint(message, at)
            yield number, message[at : at + size]
            at += size
        elif kind == 5:
            at += 4
        else:
            raise ValueError(f"wire type {kind} of field {number}")


def places(index: Path) -> dict[str, Place]:
    table = index.read_bytes()
    footer = table[-FOOTER_BYTES:]
    if int.from_bytes(footer[-8:], "little") != MAGIC:
        raise ValueError(f"{index} is not the index of a tensor bundle")
    _, at = varint(footer, 0)
    _, at = varint(footer, at)
    found = {}
    for _, handle in entries(table, footer[at:]):
        for key, value in entries(table, handle):
            if key:
                place = placed(value)
                if place:
                    found[key.decode()] = place
    return found


def placed(value: bytes) -> Place | None:
    known = dict(fields(value))
    if known.get(1) != FLOAT:
        return None
    dimensions = [part for number, part in fields(known.get(2, b"")) if number == 2]
    shape = tuple(dict(fields(part)).get(1, 0) for part in dimensions)
    return Place(known.get(4, 0), shape)


def tensor(data: Path, place: Place) -> np.ndarray:
    return np.array(np.memmap(data, "<f4", "r", place.offset, place.shape or (1,)))
