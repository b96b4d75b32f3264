"""From shards to what a training step takes: degraded, moved and mirrored pictures, dense labels, packed texts."""

import io
import random
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

from heads import IGNORE, DenseLabels
from judge import PREFIX_LENGTH
from shards import Shard, Texts
from tower import IMAGE_SIZE, PATCHES
from vocabulary import KINDS

TEXT_LENGTH = 136
WANTED_LENGTH = 72
OPEN_FIRST, OPEN_LAST = 7, 3  # open questions a picture, at the start and the end of the joint phase
OPEN_SIDES = 2  # of those, at least so many that ask for a side
MEAN = STD = 0.5


@dataclass
class Packed:
    """B pictures' texts, each padded to TEXT_LENGTH tokens of which WANTED_LENGTH have a target."""

    ids: Tensor
    positions: Tensor
    mask: Tensor  # (B, 1, T, P + T)
    wanted: Tensor  # (B, W) indices into T
    targets: Tensor  # (B, W) token, IGNORE where padded
    claim_kind: Tensor  # (B, W): the kind's number for a claim, -1 for other text


@dataclass
class Batch:
    pixels: Tensor
    labels: DenseLabels
    packed: Packed


@dataclass(frozen=True)
class Motion:
    """Where the augmentation moved the frame: mirrored, then scaled about the middle, then shifted (frame units)."""

    mirror: np.ndarray
    scale: np.ndarray
    shift: np.ndarray  # (B, 2)

    def x(self, x: np.ndarray) -> np.ndarray:
        shape = (-1,) + (1,) * (x.ndim - 1)
        mirror, scale = self.mirror.reshape(shape), self.scale.reshape(shape)
        return (np.where(mirror, 1 - x, x) - 0.5) * scale + 0.5 + self.shift[:, 0].reshape(shape)

    def boxes(self, box: np.ndarray) -> np.ndarray:
        scale = self.scale[:, None]
        centre_x = self.x(box[..., 0] + box[..., 2] / 2)
        centre_y = (box[..., 1] + box[..., 3] / 2 - 0.5) * scale + 0.5 + self.shift[:, 1:2]
        return np.stack([centre_x, centre_y, box[..., 2] * scale, box[..., 3] * scale], -1)


def still(count: int) -> Motion:
    return Motion(np.zeros(count, bool), np.ones(count, np.float32), np.zeros((count, 2), np.float32))


def random_motion(rng: np.random.Generator, count: int, mirror: float) -> Motion:
    moved = rng.random(count) < 0.6
    scale = np.where(moved, rng.uniform(0.95, 1.06, count), 1).astype(np.float32)
    shift = np.where(moved[:, None], rng.uniform(-0.03, 0.03, (count, 2)), 0).astype(np.float32)
    return Motion(rng.random(count) < mirror, scale, shift)


def _jpeg(pixels: np.ndarray, quality: int) -> np.ndarray:
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=quality)
    return np.asarray(Image.open(buffer))


def to_pixels(pixels: np.ndarray) -> Tensor:
    values = torch.from_numpy(pixels).permute(0, 3, 1, 2).float()
    return values.div_(255).sub_(MEAN).div_(STD).contiguous(memory_format=torch.channels_last)


def degraded(pixels: np.ndarray, motion: Motion, rng: np.random.Generator) -> Tensor:
    """What a frame may have gone through on its way here, none of which changes what it shows."""
    pixels = pixels.copy()
    for row in np.flatnonzero(rng.random(len(pixels)) < 0.1):
        pixels[row] = _jpeg(pixels[row], int(rng.integers(35, 92)))
    pixels[motion.mirror] = pixels[motion.mirror, :, ::-1]
    values = to_pixels(pixels)
    count = len(pixels)
    moved = np.flatnonzero((motion.scale != 1) | (motion.shift != 0).any(1))
    if len(moved):
        turn = torch.zeros(len(moved), 2, 3)
        scale = torch.from_numpy(motion.scale[moved])
        turn[:, 0, 0] = turn[:, 1, 1] = 1 / scale
        turn[:, :, 2] = torch.from_numpy(-2 * motion.shift[moved]) / scale[:, None]
        grid = F.affine_grid(turn, [len(moved), 3, IMAGE_SIZE, IMAGE_SIZE], align_corners=False)
        values[moved] = F.grid_sample(values[moved], grid, padding_mode="border", align_corners=False)
    soft = np.flatnonzero(rng.random(count) < 0.25)
    if len(soft):
        near = values[soft]
        blurred = F.avg_pool2d(F.pad(near, (1, 1, 1, 1), mode="replicate"), 3, 1)
        amount = torch.from_numpy(rng.uniform(-0.35, 1.0, len(soft)).astype(np.float32))[:, None, None, None]
        values[soft] = near + amount * (blurred - near)
    gain = rng.uniform(0.88, 1.12, (count, 1, 1, 1)) * rng.uniform(0.96, 1.04, (count, 3, 1, 1))
    offset = rng.uniform(-0.08, 0.08, (count, 1, 1, 1))
    values.mul_(torch.from_numpy(gain.astype(np.float32))).add_(torch.from_numpy(offset.astype(np.float32)))
    noisy = np.flatnonzero(rng.random(count) < 0.3)
    if len(noisy):
        sigma = torch.from_numpy(rng.uniform(0, 0.07, len(noisy)).astype(np.float32))[:, None, None, None]
        values[noisy] += torch.randn(len(noisy), 3, IMAGE_SIZE, IMAGE_SIZE) * sigma
    return values.clamp_(-1, 1).contiguous(memory_format=torch.channels_last)


_centre = (np.arange(PATCHES, dtype=np.float32) + 0.5) / PATCHES
GRID_X, GRID_Y = np.meshgrid(_centre, _centre)


def _under(boxes: np.ndarray) -> np.ndarray:
    """(B, S, 256): which patches have their centre in the box's ellipse, or hold the ellipse's own centre."""
    x, y, width, height = (boxes[..., i, None] for i in range(4))
    across = (GRID_X.ravel() - x) / np.maximum(width / 2, 1e-6)
    down = (GRID_Y.ravel() - y) / np.maximum(height / 2, 1e-6)
    half = 0.5 / PATCHES
    own = (np.abs(GRID_X.ravel() - x) <= half) & (np.abs(GRID_Y.ravel() - y) <= half)
    return (across**2 + down**2 <= 1) | (own & (width > 0))


def dense_labels(parts: list[tuple[Shard, int]], motion: Motion) -> DenseLabels:

    def take(field: str) -> np.ndarray:
        return np.stack([getattr(shard.subjects, field)[row] for shard, row in parts])

    kind, colour = take("kind"), take("colour")
    count, slots = kind.shape
    colour = np.where(colour >= 0, colour, IGNORE)
    patch_kind = np.zeros((count, PATCHES**2), np.int64)
    patch_colour = np.full((count, PATCHES**2), IGNORE, np.int64)
    body, tint = _under(motion.boxes(take("box"))), _under(motion.boxes(take("colour_box")))
    for slot in range(slots):  # the painter's order: the last subject is in front
        there = kind[:, slot, None] >= 0
        patch_kind = np.where(body[:, slot] & there, kind[:, slot, None] + 1, patch_kind)
        patch_colour = np.where(body[:, slot] & there, IGNORE, patch_colour)
        patch_colour = np.where(tint[:, slot] & there, colour[:, slot, None], patch_colour)
    per_kind = {field: np.full((count, len(KINDS)), IGNORE, np.int64) for field in ("facing", "held", "colour", "mood", "pose")}
    many = np.zeros((count, len(KINDS)), np.float32)
    x = np.zeros((count, len(KINDS)), np.float32)
    rows, at = np.nonzero(kind >= 0)
    kinds = kind[rows, at]
    np.add.at(many, (rows, kinds), 1)
    x[rows, kinds] = motion.x(take("x"))[rows, at]
    facing = np.where(motion.mirror[:, None], 1 - take("facing"), take("facing"))
    values = {"facing": facing, "held": take("held"), "colour": colour, "mood": take("mood"), "pose": take("pose")}
    for field, target in per_kind.items():
        value = values[field][rows, at]
        target[rows, kinds] = np.where((value >= 0) & (many[rows, kinds] == 1), value, IGNORE)
    tensor = torch.from_numpy
    return DenseLabels(
        tensor(patch_kind),
        tensor(patch_colour),
        tensor((many > 0).astype(np.float32)),
        tensor(x),
        tensor((many == 1).astype(np.float32)),
        **{field: tensor(value) for field, value in per_kind.items()},
        scene=tensor(np.stack([shard.scene[row] for shard, row in parts])),
    )


class Packer:
    """Fills each picture's TEXT_LENGTH tokens: its caption, some open questions, then as many claims as fit.

    Captions and open questions teach to read the picture, claims teach to answer; `done`, 0–1, shifts the share
    from the former to the latter as training goes on.
    """

    def __init__(self, texts: Texts, start: int, end: int, yes: int, no: int):
        self.texts, self.start, self.end = texts, [start], [end]
        self.answers = (no, yes)

    def pack(
        self,
        parts: list[tuple[Shard, int]],
        mirror: np.ndarray,
        rng: random.Random,
        done: float = 0.0,
        only_claims: slice | None = None,
    ) -> Packed:
        """`only_claims` packs those claims of each picture, in order, and nothing else (for measuring)."""
        count = len(parts)
        ids = np.zeros((count, TEXT_LENGTH), np.int64)
        positions = np.full((count, TEXT_LENGTH), PREFIX_LENGTH, np.int64)
        block = np.zeros((count, TEXT_LENGTH), np.int64)
        wanted = np.zeros((count, WANTED_LENGTH), np.int64)
        targets = np.full((count, WANTED_LENGTH), IGNORE, np.int64)
        claim_kind = np.full((count, WANTED_LENGTH), -1, np.int64)
        for row, (shard, at) in enumerate(parts):
            length = asked = blocks = 0

            def add(tokens: list[int], first: int, answers: list[int], kind: int) -> bool:
                """Tokens from index `first` on are followed by `answers`, one each."""
                nonlocal length, asked, blocks
                size, wants = len(tokens), len(answers)
                if length + size > TEXT_LENGTH or asked + wants > WANTED_LENGTH:
                    return False
                blocks += 1
                ids[row, length : length + size] = tokens
                positions[row, length : length + size] = range(PREFIX_LENGTH, PREFIX_LENGTH + size)
                block[row, length : length + size] = blocks
                wanted[row, asked : asked + wants] = range(length + first, length + first + wants)
                targets[row, asked : asked + wants] = answers
                claim_kind[row, asked : asked + wants] = kind
                length, asked = length + size, asked + wants
                return True

            side = self.texts.mirrored if mirror[row] else (lambda number: number)
            order = list(range(len(shard.claims[at])))
            if only_claims is None:
                # A caption tells its subjects from left to right, so a mirrored picture goes without one.
                if not mirror[row] and rng.random() < 0.7 - 0.4 * done:
                    caption = self.texts.tokens[shard.caption[at]]
                    add(self.start + caption, 0, caption + self.end, -1)
                few = round(OPEN_FIRST + (OPEN_LAST - OPEN_FIRST) * done)
                sides = [pair for pair in shard.open[at] if self.texts.words[pair[0]].startswith("side of ")]
                first = rng.sample(sides, min(OPEN_SIDES, len(sides)))
                for asked_text, answer in first + rng.sample(shard.open[at], min(few, len(shard.open[at])) - len(first)):
                    q, a = self.texts.tokens[side(asked_text)], self.texts.tokens[side(answer)]
                    add(q + a, len(q) - 1, a + self.end, -1)
                rng.shuffle(order)
            else:
                order = order[only_claims]
            for claim in order:
                text, truth, kind = shard.claims[at][claim]
                tokens = self.texts.tokens[side(int(text))]
                if not add(tokens, len(tokens) - 1, [self.answers[truth]], kind):
                    break
        same = (block[:, :, None] == block[:, None, :]) & np.tri(TEXT_LENGTH, dtype=bool)
        mask = np.concatenate([np.ones((count, TEXT_LENGTH, PREFIX_LENGTH), bool), same], 2)
        tensor = torch.from_numpy
        return Packed(tensor(ids), tensor(positions), tensor(mask[:, None]), tensor(wanted), tensor(targets), tensor(claim_kind))


def pixels_of(parts: list[tuple[Shard, int]]) -> np.ndarray:
    return np.stack([shard.pixels[row] for shard, row in parts])
