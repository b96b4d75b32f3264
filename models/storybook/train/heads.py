"""What the renderer knows about a picture, asked of the tower directly.

Questions alone teach a tower very slowly (one bit each). These heads ask for everything at once: the kind and
colour under every patch, one answer per kind of thing, and the scene's own fields. They exist in training only.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from tower import CELLS, TowerSize
from vocabulary import COLOURS, FRAMINGS, KINDS, MAX_SUBJECTS, MOODS, PEOPLE, PLACES, POSES, STYLES, TIMES, WEATHERS

IGNORE = -100
KIND_FIELDS = {"present": 1, "x": 1, "facing": 1, "held": 1, "colour": len(COLOURS), "mood": len(MOODS), "pose": len(POSES)}
SCENE_FIELDS = {
    "place": len(PLACES),
    "time": len(TIMES),
    "weather": len(WEATHERS),
    "framing": len(FRAMINGS),
    "style": len(STYLES),
    "people": MAX_SUBJECTS + 1,
    "subjects": MAX_SUBJECTS + 1,
}
SIDES = 3  # left, middle and right of the frame, parted where the grammar's claims part them
LEFT_BELOW, RIGHT_ABOVE = 0.42, 0.58
KIND_WEIGHTS = {"colour": 1.0, "mood": 0.3, "pose": 0.3}
SCENE_WEIGHTS = {"place": 1.0, "time": 1.0, "weather": 0.7, "framing": 1.0, "style": 1.0, "people": 0.5, "subjects": 0.3}
PEOPLE_KINDS = len(PEOPLE)


@dataclass
class DenseLabels:
    """IGNORE where the picture does not tell. B pictures, K kinds; facing and held are 0 or 1."""

    patch_kind: Tensor  # (B, 256): 0 for background, else kind + 1
    patch_colour: Tensor  # (B, 256)
    present: Tensor  # (B, K) float
    x: Tensor  # (B, K) float, 0–1; read where `once` is 1
    once: Tensor  # (B, K) float: exactly one subject of the kind
    facing: Tensor  # (B, K)
    held: Tensor  # (B, K)
    colour: Tensor  # (B, K)
    mood: Tensor  # (B, K)
    pose: Tensor  # (B, K)
    scene: Tensor  # (B, fields of SCENE_FIELDS)


def _binary(logits: Tensor, target: Tensor) -> Tensor:
    known = target != IGNORE
    loss = F.binary_cross_entropy_with_logits(logits, target.clamp(min=0).float(), reduction="none")
    return (loss * known).sum() / known.sum().clamp(min=1)


def _classes(logits: Tensor, target: Tensor, weight: Tensor | None = None) -> Tensor:
    if not bool((target != IGNORE).any()):
        return logits.sum() * 0
    return F.cross_entropy(logits.flatten(0, -2), target.flatten(), ignore_index=IGNORE, weight=weight)


def _sides(labels: DenseLabels) -> Tensor:
    """(B, K): a class says where a thing is far more strongly than x does, and the decoder reads it sooner."""
    side = (labels.x >= LEFT_BELOW).long() + (labels.x > RIGHT_ABOVE).long()
    return torch.where(labels.once > 0, side, torch.full_like(side, IGNORE))


class DenseHeads(nn.Module):
    background_weight: Tensor

    def __init__(self, size: TowerSize):
        super().__init__()
        self.patch = nn.Conv2d(size.patch, 1 + len(KINDS) + len(COLOURS), 1)
        self.kind = nn.Linear(size.cell, sum(KIND_FIELDS.values()))
        self.scene = nn.Linear(size.cell, sum(SCENE_FIELDS.values()))
        self.side = nn.Linear(size.cell, SIDES)
        weight = torch.ones(1 + len(KINDS))
        weight[0] = 0.2
        self.register_buffer("background_weight", weight, persistent=False)

    def _read(self, tokens: Tensor) -> tuple[dict[str, Tensor], tuple[Tensor, ...]]:
        first = CELLS * CELLS
        kind = self.kind(tokens[:, first : first + len(KINDS)]).split(list(KIND_FIELDS.values()), 2)
        scene = self.scene(tokens[:, first + len(KINDS)]).split(list(SCENE_FIELDS.values()), 1)
        return dict(zip(KIND_FIELDS, kind, strict=True)), scene

    def losses(self, patches: Tensor, tokens: Tensor, labels: DenseLabels) -> dict[str, Tensor]:
        patch = self.patch(patches).flatten(2).transpose(1, 2)
        kind, scene = self._read(tokens)
        losses = {
            "patch kind": 2 * _classes(patch[..., : 1 + len(KINDS)], labels.patch_kind, self.background_weight),
            "patch colour": _classes(patch[..., 1 + len(KINDS) :], labels.patch_colour),
            "present": 3 * F.binary_cross_entropy_with_logits(kind["present"][..., 0], labels.present),
            "x": 8 * (((kind["x"][..., 0] - labels.x) ** 2) * labels.once).sum() / labels.once.sum().clamp(min=1),
            "side": 1.5 * _classes(self.side(tokens[:, CELLS * CELLS :][:, : len(KINDS)]), _sides(labels)),
            "facing": 0.3 * _binary(kind["facing"][..., 0], labels.facing),
            "held": 0.5 * _binary(kind["held"][..., 0], labels.held),
        }
        for field, weight in KIND_WEIGHTS.items():
            losses[field] = weight * _classes(kind[field], getattr(labels, field))
        for index, (field, weight) in enumerate(SCENE_WEIGHTS.items()):
            losses[field] = weight * _classes(scene[index], labels.scene[:, index])
        return losses


    def hits(self, tokens: Tensor, labels: DenseLabels) -> dict[str, tuple[int, int]]:
        """(right, asked) per field, to see what the tower knows before any question is put to it."""
        kind, scene = self._read(tokens)
        present, there = kind["present"][..., 0] > 0, labels.present > 0
        found = {
            "present": (int((present & there).sum()), int(there.sum())),
            "absent": (int((~present & ~there).sum()), int((~there).sum())),
        }
        for field in KIND_WEIGHTS:
            known = getattr(labels, field) != IGNORE
            right = (kind[field].argmax(-1) == getattr(labels, field)) & known
            found[field] = (int(right.sum()), int(known.sum()))
        for index, field in enumerate(SCENE_FIELDS):
            right = scene[index].argmax(-1) == labels.scene[:, index]
            found[field] = (int(right.sum()), right.numel())
        return found
