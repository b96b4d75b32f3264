"""Pictures with the boxes of their subjects, and what the eye is asked to make of them."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from batches import Motion
from eye import MAP
from shards import Record
from tower import IMAGE_SIZE
from vocabulary import COLOURS, KINDS, MAX_SUBJECTS

LEAST_SEEN = 0.01  # frame units; what shows less than this of itself along a side is not in the picture


class BoxShard:
    """N pictures by MAX_SUBJECTS; kind is -1 where there is none."""

    def __init__(self, images: Path, records: list[Record]):
        count = len(records)
        self.pixels = np.memmap(images, np.uint8, "r", shape=(count, IMAGE_SIZE, IMAGE_SIZE, 3))
        self.kind = np.full((count, MAX_SUBJECTS), -1, np.int64)
        self.colour = np.zeros((count, MAX_SUBJECTS), np.int64)
        self.box = np.zeros((count, MAX_SUBJECTS, 4), np.float32)
        for row, record in enumerate(records):
            for at, (subject, box) in enumerate(zip(record["scene"]["subjects"], record["boxes"], strict=True)):
                self.kind[row, at] = KINDS.index(subject["kind"])
                self.colour[row, at] = COLOURS.index(subject["colour"])
                self.box[row, at] = (box["x"], box["y"], box["width"], box["height"])

    def __len__(self) -> int:
        return len(self.kind)


@dataclass
class Subjects:
    """The subjects of a batch one after the other: N in all."""

    picture: Tensor  # (N,)
    kind: Tensor  # (N,)
    character: Tensor  # (N,): in this world, somebody's kind and colour
    box: Tensor  # (N, 4): x, y, width, height of what is in the frame


def subjects_of(parts: list[tuple[BoxShard, int]], motion: Motion) -> Subjects:
    kind = np.stack([shard.kind[row] for shard, row in parts])
    colour = np.stack([shard.colour[row] for shard, row in parts])
    moved = motion.boxes(np.stack([shard.box[row] for shard, row in parts]))
    low = np.clip(moved[..., :2] - moved[..., 2:] / 2, 0, 1)
    high = np.clip(moved[..., :2] + moved[..., 2:] / 2, 0, 1)
    seen = (kind >= 0) & ((high - low).min(-1) > LEAST_SEEN)
    rows, at = np.nonzero(seen)
    box = np.concatenate([low, high - low], -1)[rows, at].astype(np.float32)
    kinds = kind[rows, at]
    tensor = torch.from_numpy
    return Subjects(tensor(rows), tensor(kinds), tensor(kinds * len(COLOURS) + colour[rows, at]), tensor(box))


_place = (np.arange(MAP, dtype=np.float32) + 0.5) / MAP


def heat_of(subjects: Subjects, pictures: int) -> Tensor:
    """(B, K, 32, 32): a bell over every subject's middle, as wide as the subject; 1 at the place nearest to it."""
    heat = np.zeros((pictures, len(KINDS), MAP, MAP), np.float32)
    for picture, kind, box in zip(subjects.picture.tolist(), subjects.kind.tolist(), subjects.box.numpy(), strict=True):
        middle = box[:2] + box[2:] / 2
        nearest = (np.clip((middle * MAP).astype(int), 0, MAP - 1) + 0.5) / MAP
        spread = np.maximum(0.8 / MAP, box[2:] / 8)
        bell = np.exp(
            -((_place[None, :] - nearest[0]) ** 2) / (2 * spread[0] ** 2)
            - ((_place[:, None] - nearest[1]) ** 2) / (2 * spread[1] ** 2)
        )
        np.maximum(heat[picture, kind], bell, out=heat[picture, kind])
    return torch.from_numpy(heat)


def middles_of(subjects: Subjects) -> tuple[Tensor, Tensor, Tensor]:
    """Which places answer for which subject: its middle and the places round it that lie in its box. (subject, row, column)"""
    box = subjects.box
    centre = box[:, :2] + box[:, 2:] / 2
    column, row = (centre[:, i].mul(MAP).long().clamp(0, MAP - 1) for i in (0, 1))
    owner, rows, columns = [], [], []
    for down in (-1, 0, 1):
        for across in (-1, 0, 1):
            r, c = row + down, column + across
            x, y = (c + 0.5) / MAP, (r + 0.5) / MAP
            inside = (x > box[:, 0]) & (x < box[:, 0] + box[:, 2]) & (y > box[:, 1]) & (y < box[:, 1] + box[:, 3])
            inside &= (r >= 0) & (r < MAP) & (c >= 0) & (c < MAP)
            if down == 0 and across == 0:
                inside = torch.ones_like(inside)
            at = torch.nonzero(inside)[:, 0]
            owner.append(at)
            rows.append(r[at])
            columns.append(c[at])
    return torch.cat(owner), torch.cat(rows), torch.cat(columns)
