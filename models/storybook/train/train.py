"""Trains the storybook judge: the tower on what the renderer knows, then everything together on claims.

python train.py --data DIR --out DIR [--tower-minutes 20] [--minutes 45] [--resume]
"""

import argparse
import json
import math
import random
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from batches import Batch, Packer, degraded, dense_labels, pixels_of, random_motion
from bpe import single, train_tokenizer
from deck import Deck
from decoder import DecoderSize
from heads import IGNORE
from judge import END, START, Judge, load_checkpoint, save_checkpoint
from measure import claim_accuracy, tower_accuracy
from shards import Shard, ShardFolder, Texts
from tower import TowerSize

TOWER_BATCH = 48
JOINT_BATCH = 24
DENSE_WEIGHT = 0.3
MIRROR = {"tower": 0.5, "joint": 0.3}
WARM_UP_STEPS = 150
RESUMED_WARM_UP_STEPS = 40
# The decoder learns last what compares two things; other kinds weigh 1.
CLAIM_WEIGHTS = {"relation": 3.0, "holding": 2.0}


class Pictures:
    """The training pictures in random order, each once before any twice; new shards join as they appear."""

    def __init__(self, folder: Path, unseen_count: int, seed: int):
        self.folder, self.unseen_count = ShardFolder(folder), unseen_count
        self.deck = Deck(seed)
        self.texts: Texts | None = None
        self.claim_kinds: list[str] = []
        self.unseen: list[tuple[Shard, int]] = []
        self._looked = 0.0

    def first_records(self) -> list[dict]:
        """Waits for the first shard; its texts also make the tokenizer."""
        while not (found := self.folder.fresh()):
            time.sleep(5)
        self._first = found
        return [record for _, records in found for record in records]

    def start(self, texts: Texts) -> None:
        self.texts = texts
        for images, records in self._first:
            self._add(Shard(images, records, texts, self.claim_kinds))
        del self._first

    def _add(self, shard: Shard) -> None:
        rows = [(shard, row) for row in range(len(shard))]
        if not self.unseen:
            self.unseen, rows = rows[-self.unseen_count :], rows[: -self.unseen_count]
        self.deck.add(rows)

    def look(self) -> None:
        if time.monotonic() - self._looked < 30:
            return
        self._looked = time.monotonic()
        for images, records in self.folder.fresh():
            self._add(Shard(images, records, self.texts, self.claim_kinds))
            print(f"shard {images.name}: {len(self.deck.all)} pictures", flush=True)

    def take(self, count: int) -> list[tuple[Shard, int]]:
        self.look()
        return self.deck.take(count)


def spoken(values: dict[str, float]) -> str:
    return " ".join(f"{name} {value:.3f}" for name, value in values.items())


class Trainer:
    def __init__(self, judge: Judge, pictures: Pictures, out: Path, compiled: bool, seed: int):
        self.judge, self.pictures, self.out = judge, pictures, out
        tokenizer = pictures.texts.tokenizer
        self.tokenizer = tokenizer
        self.packer = Packer(
            pictures.texts,
            tokenizer.token_to_id(START),
            tokenizer.token_to_id(END),
            single(tokenizer, "Yes"),
            single(tokenizer, "No"),
        )
        self.packed = torch.compile(judge.decoder.packed, dynamic=False) if compiled else judge.decoder.packed
        self.claim_weights = torch.tensor([CLAIM_WEIGHTS.get(kind, 1.0) for kind in pictures.claim_kinds])
        self.warm_up_steps = WARM_UP_STEPS
        self.numpy = np.random.default_rng(seed)
        self.random = random.Random(seed)
        self.started = time.monotonic()
        self.seen = 0

    def batch(self, phase: str, count: int, done: float) -> Batch:
        parts = self.pictures.take(count)
        motion = random_motion(self.numpy, count, MIRROR[phase])
        pixels = degraded(pixels_of(parts), motion, self.numpy)
        packed = self.packer.pack(parts, motion.mirror, self.random, done) if phase == "joint" else None
        self.seen += count
        return Batch(pixels, dense_labels(parts, motion), packed)

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        patches, tokens = self.judge.tower(batch.pixels)
        dense = self.judge.heads.losses(patches, tokens, batch.labels)
        if batch.packed is None:
            return dense
        packed, decoder = batch.packed, self.judge.decoder
        prefix = self.judge.prefix(tokens, self.packer.start[0])
        hidden = self.packed(prefix, decoder.embed_tokens(packed.ids), packed.positions, packed.mask, packed.wanted)
        claim = packed.claim_kind >= 0
        other = (packed.targets != IGNORE) & ~claim
        asked = decoder.logits(hidden[claim])
        by_claim = F.cross_entropy(asked, packed.targets[claim], reduction="none")
        weight = self.claim_weights[packed.claim_kind[claim]]
        losses = {"claims": (by_claim * weight).sum() / weight.sum()}
        losses["text"] = F.cross_entropy(decoder.logits(hidden[other]), packed.targets[other])
        return losses | {"dense": DENSE_WEIGHT * sum(dense.values())}

    def run(self, phase: str, minutes: float, groups: list[dict], final: float) -> None:
        """AdamW; each group's rate falls along a cosine to `final` times its peak."""
        peaks = [group["lr"] for group in groups]
        optimiser = torch.optim.AdamW(groups, weight_decay=0.02, betas=(0.9, 0.98), fused=True)
        weights = [weight for group in groups for weight in group["params"]]
        begun = reported = time.monotonic()
        size = TOWER_BATCH if phase == "tower" else JOINT_BATCH
        sums: dict[str, float] = defaultdict(float)
        step = since = 0
        while (done := (time.monotonic() - begun) / 60 / minutes) < 1:
            fall = final + (1 - final) * 0.5 * (1 + math.cos(math.pi * done))
            for group, peak in zip(optimiser.param_groups, peaks, strict=True):
                group["lr"] = peak * min(1, (step + 1) / self.warm_up_steps) * fall
            losses = self.losses(self.batch(phase, size, done))
            optimiser.zero_grad(set_to_none=True)
            sum(losses.values()).backward()
            nn.utils.clip_grad_norm_(weights, 1.0)
            optimiser.step()
            step, since = step + 1, since + 1
            for name, value in losses.items():
                sums[name] += value.item()
            if time.monotonic() - reported > 120:
                self.report(phase, step, {name: value / since for name, value in sums.items()}, 256)
                self.save(phase)
                reported, since = time.monotonic(), 0
                sums.clear()
        self.report(phase, step, {name: value / max(1, since) for name, value in sums.items()}, None)
        self.save(phase)

    def report(self, phase: str, step: int, losses: dict[str, float], pictures: int | None) -> None:
        """`pictures` of the unseen ones are measured, all of them when None."""
        unseen = self.pictures.unseen[:pictures]
        if phase == "tower":
            accuracy = tower_accuracy(self.judge, unseen)
        else:
            accuracy = claim_accuracy(self.judge, self.packer, unseen, self.pictures.claim_kinds)
        line = {
            "phase": phase,
            "minutes": (time.monotonic() - self.started) / 60,
            "step": step,
            "pictures": self.seen,
            "loss": losses,
            "accuracy": accuracy,
        }
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        print(f"{phase} {line['minutes']:.1f} min, {self.seen} pictures | {spoken(losses)} | {spoken(accuracy)}", flush=True)

    def save(self, phase: str) -> None:
        save_checkpoint(self.out / "judge.pt", self.judge, self.tokenizer, {"phase": phase, "pictures": self.seen})


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--data", type=Path, required=True, help="folder with images-<k>.u8 and labels-<k>.jsonl")
    parse.add_argument("--out", type=Path, required=True, help="folder for judge.pt and log.jsonl")
    parse.add_argument("--tower-minutes", type=float, default=20)
    parse.add_argument("--minutes", type=float, default=45, help="minutes of the joint phase")
    parse.add_argument("--resume", action="store_true", help="go on from OUT/judge.pt with a joint phase")
    parse.add_argument("--rate", type=float, default=1.2e-3, help="peak learning rate of the joint phase")
    parse.add_argument("--unseen", type=int, default=512, help="pictures of the first shard kept for measuring")
    parse.add_argument("--threads", type=int, default=2)
    parse.add_argument("--compile", action="store_true", help="compile the decoder (needs a C++ compiler)")
    parse.add_argument("--seed", type=int, default=1)
    given = parse.parse_args()

    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)
    pictures = Pictures(given.data, given.unseen, given.seed)
    records = pictures.first_records()
    if given.resume:
        judge, tokenizer, progress = load_checkpoint(given.out / "judge.pt")
        print("resumed:", progress, flush=True)
    else:
        tokenizer = train_tokenizer(records)
        judge = Judge(TowerSize(), DecoderSize(tokenizer.get_vocab_size()))
    pictures.start(Texts(tokenizer))
    judge = judge.to(memory_format=torch.channels_last)
    count = sum(weight.numel() for part in (judge.tower, judge.projector, judge.decoder) for weight in part.parameters())
    print(f"{count} parameters, {tokenizer.get_vocab_size()} tokens, {len(pictures.deck.all)} pictures so far", flush=True)

    trainer = Trainer(judge, pictures, given.out, given.compile, given.seed)
    if given.resume:
        trainer.warm_up_steps = RESUMED_WARM_UP_STEPS
    seeing = [*judge.tower.parameters(), *judge.heads.parameters()]
    if not given.resume and given.tower_minutes > 0:
        trainer.run("tower", given.tower_minutes, [{"params": seeing, "lr": 1.5e-3}], final=0.3)
    speaking = [*judge.projector.parameters(), *judge.decoder.parameters()]
    trainer.run(
        "joint",
        given.minutes,
        [{"params": seeing, "lr": given.rate * 0.4}, {"params": speaking, "lr": given.rate}],
        final=0.0,
    )


if __name__ == "__main__":
    main()
