"""Trains the eye on drawn pictures whose boxes are known, from the judge's tower as it is shipped.

python train_eye.py --data DIR --out DIR [--tower ../files/onnx/vision_encoder.onnx] [--head-minutes 35] [--minutes 15]

First the head alone over a tower that stays as it is, which is four times as fast; then everything together.
"""

import argparse
import json
import math
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from batches import degraded, random_motion
from deck import Deck
from eye import IDENTITY, Eye, shipped_tower
from eye_data import BoxShard, Subjects, heat_of, middles_of, subjects_of
from eye_measure import corners, corners_at, measured, overlap
from shards import ShardFolder
from tower import IMAGE_SIZE, Tower, TowerSize, fold_batch_norms
from vocabulary import COLOURS, KINDS

BATCH = 32
MIRROR = 0.5
WARM_UP_STEPS = 100
TEMPERATURE = 0.1
WANDER = 0.1  # how far a box's sides are off when its vector is learnt, in shares of its size


class FrozenTower:
    """What the tower makes of pictures while it isn't trained, run by onnxruntime: twice as fast as here."""

    def __init__(self, eye: Eye, threads: int):
        class Seen(nn.Module):
            def __init__(self):
                super().__init__()
                self.eye = eye

            def forward(self, pixels: Tensor) -> tuple[Tensor, Tensor, Tensor]:
                return self.eye.seen(pixels)

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "tower.onnx"
            torch.onnx.export(
                Seen(),
                (torch.zeros(BATCH, 3, IMAGE_SIZE, IMAGE_SIZE),),
                path,
                input_names=["pixels"],
                output_names=["fine", "patches", "tokens"],
                opset_version=17,
                dynamo=False,
            )
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = threads
            self.session = onnxruntime.InferenceSession(path.read_bytes(), options)

    def __call__(self, pixels: Tensor) -> tuple[Tensor, ...]:
        return tuple(torch.from_numpy(out) for out in self.session.run(None, {"pixels": pixels.contiguous().numpy()}))


class Pictures:
    """In random order, each once before any twice; new shards join as they appear. The last of the first shard are kept back."""

    def __init__(self, folder: Path, unseen: int, seed: int):
        self.folder, self.deck = ShardFolder(folder), Deck(seed)
        self.unseen: list[tuple[BoxShard, int]] = []
        self._looked = -math.inf
        while not self.deck.all:
            self.look(unseen)
            time.sleep(0 if self.deck.all else 5)

    def look(self, unseen: int = 0) -> None:
        if self.deck.all and time.monotonic() - self._looked < 30:
            return
        self._looked = time.monotonic()
        for images, records in self.folder.fresh():
            shard = BoxShard(images, records)
            rows = [(shard, row) for row in range(len(shard))]
            if not self.unseen and unseen:
                self.unseen, rows = rows[-unseen:], rows[:-unseen]
            self.deck.add(rows)
            print(f"shard {images.name}: {len(self.deck.all)} pictures", flush=True)

    def take(self, count: int) -> list[tuple[BoxShard, int]]:
        self.look()
        return self.deck.take(count)


def heat_loss(logits: Tensor, target: Tensor, subjects: int) -> Tensor:
    """Focal loss of CenterNet (Zhou et al., 2019): 1 at middles, less and less asked the farther from one."""
    p = logits.sigmoid().clamp(1e-4, 1 - 1e-4)
    at = target == 1
    there = torch.log(p) * (1 - p) ** 2 * at
    not_there = torch.log(1 - p) * p**2 * (1 - target) ** 4 * ~at
    return -(there + not_there).sum() / max(1, subjects)


def sides_loss(sides: Tensor, subjects: Subjects) -> Tensor:
    """1 - generalised IoU (Rezatofighi et al., 2019) and the sides' own error, over the places that answer."""
    owner, row, column = middles_of(subjects)
    said = corners_at(sides[subjects.picture[owner], subjects.kind[owner], :, row, column], row, column)
    true = corners(subjects.box)[owner]
    low, high = torch.minimum(said[:, :2], true[:, :2]), torch.maximum(said[:, 2:], true[:, 2:])
    around = (high - low).prod(-1).clamp(min=1e-9)
    both = overlap(said, true)
    area = lambda box: (box[:, 2:] - box[:, :2]).prod(-1)
    united = (area(said) + area(true)) / (1 + both)
    return (1 - both + (around - united) / around).mean() + 3 * (said - true).abs().mean()


class Characters(nn.Module):
    """One direction for every kind and colour: a box's vector is drawn to its own and away from all others."""

    def __init__(self):
        super().__init__()
        self.direction = nn.Parameter(torch.randn(len(KINDS) * len(COLOURS), IDENTITY))

    def loss(self, vectors: Tensor, character: Tensor) -> Tensor:
        by_name = F.cross_entropy(vectors @ F.normalize(self.direction, dim=1).T / TEMPERATURE, character)
        # Supervised contrastive loss (Khosla et al., 2020) among the boxes of this batch.
        near = vectors @ vectors.T / TEMPERATURE
        other = ~torch.eye(len(vectors), dtype=torch.bool)
        same = (character[:, None] == character[None]) & other
        share = near - near.masked_fill(~other, -1e4).logsumexp(1, keepdim=True)
        some = same.any(1)
        if not bool(some.any()):
            return by_name
        return by_name - 0.5 * ((share * same).sum(1)[some] / same.sum(1)[some]).mean()


def wandered(box: Tensor) -> Tensor:
    """Boxes as somebody might draw them, or the eye find them."""
    off = (torch.rand(len(box), 4) * 2 - 1) * WANDER
    place = box[:, :2] + off[:, :2] * box[:, 2:]
    return torch.cat([place, box[:, 2:] * (1 + off[:, 2:])], 1)


class Trainer:
    def __init__(self, eye: Eye, characters: Characters, pictures: Pictures, out: Path, seed: int):
        self.eye, self.characters, self.pictures, self.out = eye, characters, pictures, out
        self.numbers = np.random.default_rng(seed)
        self.started = time.monotonic()
        self.seen = 0

    def losses(self, see: Callable[[Tensor], tuple[Tensor, ...]]) -> dict[str, Tensor]:
        parts = self.pictures.take(BATCH)
        motion = random_motion(self.numbers, BATCH, MIRROR)
        pixels = degraded(np.stack([shard.pixels[row] for shard, row in parts]), motion, self.numbers)
        subjects = subjects_of(parts, motion)
        self.seen += BATCH
        heat, sides, features, scene = self.eye.maps(*see(pixels))
        vectors = self.eye.vectors(features[subjects.picture], scene[subjects.picture], wandered(subjects.box))
        return {
            "heat": heat_loss(heat, heat_of(subjects, BATCH), len(subjects.kind)),
            "sides": 2 * sides_loss(sides, subjects),
            "identity": 0.3 * self.characters.loss(vectors, subjects.character),
        }

    def run(self, minutes: float, groups: list[dict], see: Callable[[Tensor], tuple[Tensor, ...]], final: float) -> None:
        """AdamW; each group's rate falls along a cosine to `final` times its peak."""
        peaks = [group["lr"] for group in groups]
        weights = [weight for group in groups for weight in group["params"]]
        optimiser = torch.optim.AdamW(groups, weight_decay=0.02, betas=(0.9, 0.98), fused=True)
        sums: dict[str, float] = defaultdict(float)
        begun = reported = time.monotonic()
        step = since = 0
        while (done := (time.monotonic() - begun) / 60 / minutes) < 1:
            fall = final + (1 - final) * 0.5 * (1 + math.cos(math.pi * done))
            for group, peak in zip(optimiser.param_groups, peaks, strict=True):
                group["lr"] = peak * min(1, (step + 1) / WARM_UP_STEPS) * fall
            losses = self.losses(see)
            optimiser.zero_grad(set_to_none=True)
            sum(losses.values()).backward()
            nn.utils.clip_grad_norm_(weights, 5.0)
            optimiser.step()
            step, since = step + 1, since + 1
            for name, value in losses.items():
                sums[name] += value.item()
            if time.monotonic() - reported > 180:
                self.report({name: value / since for name, value in sums.items()}, 192)
                reported, since = time.monotonic(), 0
                sums.clear()
        self.report({name: value / max(1, since) for name, value in sums.items()}, None)

    def report(self, losses: dict[str, float], pictures: int | None) -> None:
        """`pictures` of the unseen ones are measured, all of them when None. Keeps the weights."""
        line = {
            "minutes": round((time.monotonic() - self.started) / 60, 2),
            "pictures": self.seen,
            "loss": {name: round(value, 4) for name, value in losses.items()},
            **{name: round(value, 4) for name, value in measured(self.eye, self.pictures.unseen[:pictures]).items()},
        }
        with (self.out / "eye.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)
        part = self.out / "eye.part"
        torch.save({"eye": self.eye.state_dict(), "characters": self.characters.state_dict()}, part)
        part.replace(self.out / "eye.pt")


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    here = Path(__file__).resolve().parent
    parse.add_argument("--data", type=Path, required=True)
    parse.add_argument("--out", type=Path, required=True, help="folder for eye.pt and eye.jsonl")
    parse.add_argument("--tower", type=Path, default=here.parent / "files/onnx/vision_encoder.onnx")
    parse.add_argument("--head-minutes", type=float, default=35)
    parse.add_argument("--minutes", type=float, default=15, help="of everything together")
    parse.add_argument("--rate", type=float, default=2e-3)
    parse.add_argument("--unseen", type=int, default=512)
    parse.add_argument("--threads", type=int, default=2)
    parse.add_argument("--seed", type=int, default=1)
    parse.add_argument("--resume", action="store_true")
    given = parse.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)
    pictures = Pictures(given.data, given.unseen, given.seed)
    if given.resume:
        eye, characters = load_checkpoint(given.out / "eye.pt")
    else:
        eye, characters = Eye(shipped_tower(given.tower)), Characters()
    eye = eye.to(memory_format=torch.channels_last)
    print(f"{sum(weight.numel() for weight in eye.parameters())} parameters", flush=True)

    tower = list(eye.tower.parameters())
    head = [weight for name, weight in eye.named_parameters() if not name.startswith("tower.")]
    trainer = Trainer(eye, characters, pictures, given.out, given.seed)
    heading = {"params": [*head, *characters.parameters()], "lr": given.rate}
    if not given.resume and given.head_minutes > 0:
        trainer.run(given.head_minutes, [heading], FrozenTower(eye, given.threads), final=0.2)
    if given.minutes > 0:
        low = [{"params": tower, "lr": given.rate * 0.1}, {**heading, "lr": given.rate * 0.2}]
        trainer.run(given.minutes, low, eye.seen, final=0.0)


def load_checkpoint(path: Path) -> tuple[Eye, Characters]:
    stored = torch.load(path, map_location="cpu", weights_only=True)
    tower = Tower(TowerSize())
    fold_batch_norms(tower)
    eye, characters = Eye(tower), Characters()
    eye.load_state_dict(stored["eye"])
    characters.load_state_dict(stored["characters"])
    return eye, characters


if __name__ == "__main__":
    main()
