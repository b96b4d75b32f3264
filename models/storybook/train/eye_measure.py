"""What the eye finds on pictures it never trains on: counts, boxes, and who is the same."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from batches import still, to_pixels
from eye import MAP, Eye
from eye_data import BoxShard, subjects_of
from vocabulary import KINDS

THRESHOLD = 0.4


def corners(box: Tensor) -> Tensor:
    return torch.cat([box[..., :2], box[..., :2] + box[..., 2:]], -1)


def overlap(a: Tensor, b: Tensor) -> Tensor:
    """Intersection over union of corners (…, 4)."""
    low, high = torch.maximum(a[..., :2], b[..., :2]), torch.minimum(a[..., 2:], b[..., 2:])
    both = (high - low).clamp(min=0).prod(-1)
    return both / ((a[..., 2:] - a[..., :2]).prod(-1) + (b[..., 2:] - b[..., :2]).prod(-1) - both).clamp(min=1e-9)


def corners_at(sides: Tensor, row: Tensor, column: Tensor) -> Tensor:
    """Corners (N, 4) in the frame from the sides (N, 4: left, top, right, bottom) that the places at row, column say."""
    x, y = (column.float() + 0.5) / MAP, (row.float() + 0.5) / MAP
    return torch.stack([x - sides[:, 0], y - sides[:, 1], x + sides[:, 2], y + sides[:, 3]], -1)


def found(heat: Tensor, sides: Tensor, threshold: float) -> list[tuple[int, float, Tensor]]:
    """(kind, heat, corners) of one picture, from its heat (K, 32, 32) as probability and sides (K, 4, 32, 32)."""
    peaks = (F.max_pool2d(heat[None], 3, 1, 1)[0] == heat) & (heat > threshold)
    kind, row, column = torch.nonzero(peaks, as_tuple=True)
    values = heat[kind, row, column]
    boxes = corners_at(sides[kind, :, row, column], row, column).clamp(0, 1)
    kept: list[tuple[int, float, Tensor]] = []
    for at in values.argsort(descending=True).tolist():
        if all(float(overlap(boxes[at], box)) < (0.5 if int(kind[at]) == k else 0.8) for k, _, box in kept):
            kept.append((int(kind[at]), float(values[at]), boxes[at]))
    return kept


@torch.no_grad()
def measured(eye: Eye, unseen: list[tuple[BoxShard, int]]) -> dict[str, float]:
    eye.eval()
    right = asked = whole = 0
    overlaps: list[float] = []
    vectors, kinds, characters = [], [], []
    for first in range(0, len(unseen), 64):
        parts = unseen[first : first + 64]
        truth = subjects_of(parts, still(len(parts)))
        logits, sides, features, scene = eye.maps(*eye.seen(to_pixels(np.stack([s.pixels[r] for s, r in parts]))))
        heat = logits.sigmoid()
        vectors.append(eye.vectors(features[truth.picture], scene[truth.picture], truth.box))
        kinds.append(truth.kind)
        characters.append(truth.character)
        for i in range(len(parts)):
            mine = found(heat[i], sides[i], THRESHOLD)
            own = truth.picture == i
            there = truth.kind[own].tolist()
            wrong = [k for k in range(len(KINDS)) if sum(k == m for m, _, _ in mine) != there.count(k)]
            # Every kind that is there, and as many that are not, from the first in the list on.
            questions = sorted(set(there))
            questions += [k for k in range(len(KINDS)) if k not in there][: max(1, len(questions))]
            asked += len(questions)
            right += sum(k not in wrong for k in questions)
            whole += not wrong
            for kind, box in zip(there, corners(truth.box[own]), strict=True):
                best = [float(overlap(box, other)) for k, _, other in mine if k == kind]
                overlaps.append(max(best, default=0.0))
    eye.train()
    vector, kind, character = torch.cat(vectors), torch.cat(kinds), torch.cat(characters)
    near = vector @ vector.T
    pairs = torch.ones_like(near, dtype=torch.bool).triu(1)
    same = character[:, None] == character[None]
    of_kind = kind[:, None] == kind[None]
    return {
        "count": right / asked,
        "whole": whole / len(unseen),
        "iou": float(np.mean(overlaps)),
        "auc": area(near[pairs & same], near[pairs & ~same]),
        "auc of kind": area(near[pairs & same], near[pairs & ~same & of_kind]),
    }


def area(yes: Tensor, no: Tensor) -> float:
    """Area under the curve: how often a pair of `yes` is nearer than one of `no`."""
    ranks = torch.cat([yes, no]).argsort().argsort().float() + 1
    return float((ranks[: len(yes)].sum() - len(yes) * (len(yes) + 1) / 2) / (len(yes) * len(no)))
