"""Balanced accuracy on pictures that training never sees: of every claim kind, and of the tower's own heads."""

import random
from collections import defaultdict

import torch

from batches import Packer, dense_labels, pixels_of, still, to_pixels
from heads import IGNORE
from judge import Judge
from shards import Shard

CLAIMS_AT_ONCE = 8
PICTURES_AT_ONCE = 32


@torch.no_grad()
def tower_accuracy(judge: Judge, unseen: list[tuple[Shard, int]]) -> dict[str, float]:
    judge.eval()
    right: dict[str, int] = defaultdict(int)
    asked: dict[str, int] = defaultdict(int)
    for at in range(0, len(unseen), PICTURES_AT_ONCE):
        parts = unseen[at : at + PICTURES_AT_ONCE]
        _, tokens = judge.tower(to_pixels(pixels_of(parts)))
        for field, (hits, total) in judge.heads.hits(tokens, dense_labels(parts, still(len(parts)))).items():
            right[field] += hits
            asked[field] += total
    judge.train()
    return {field: right[field] / max(1, asked[field]) for field in right}


@torch.no_grad()
def claim_accuracy(
    judge: Judge, packer: Packer, unseen: list[tuple[Shard, int]], claim_kinds: list[str]
) -> dict[str, float]:
    judge.eval()
    no, yes = packer.answers
    counts = torch.zeros(len(claim_kinds), 2, 2)  # kind, truth, said
    rng = random.Random(0)
    for at in range(0, len(unseen), PICTURES_AT_ONCE):
        parts = unseen[at : at + PICTURES_AT_ONCE]
        prefix = judge.prefix(judge.tower(to_pixels(pixels_of(parts)))[1], packer.start[0])
        most = max(len(shard.claims[row]) for shard, row in parts)
        for first in range(0, most, CLAIMS_AT_ONCE):
            mirror = still(len(parts)).mirror
            packed = packer.pack(parts, mirror, rng, only_claims=slice(first, first + CLAIMS_AT_ONCE))
            hidden = judge.decoder.packed(
                prefix, judge.decoder.embed_tokens(packed.ids), packed.positions, packed.mask, packed.wanted
            )
            known = packed.targets != IGNORE
            logits = judge.decoder.logits(hidden[known])
            said = (logits[:, yes] > logits[:, no]).long()
            truth = (packed.targets[known] == yes).long()
            counts.index_put_((packed.claim_kind[known], truth, said), torch.ones(len(said)), accumulate=True)
    judge.train()
    accuracy = {}
    for number, kind in enumerate(claim_kinds):
        sides = [counts[number, side, side] / counts[number, side].sum() for side in (0, 1) if counts[number, side].sum() > 0]
        if sides:
            accuracy[kind] = float(sum(sides) / len(sides))
    return accuracy
