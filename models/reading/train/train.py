"""Trains one parser.

    python train.py --corpus DIR --out RUN --minutes 40 [--seed 1]

Every two minutes RUN/parser.pt is written: the running mean of the weights, which reads better than the last ones.
"""

import argparse
import copy
import json
import random
import time
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

from data import batches, load
from measure import measure
from parser import Parser

RATE = 2.5e-3
LOST_WORDS = 0.06  # how often a word is known by its ends and shape alone, as unknown words are


def hide(features):
    lost = torch.rand(features.shape[:2]) < LOST_WORDS
    features = features.clone()
    features[..., :2][lost] = 0
    return features


def loss_of(model, batch):
    features, tags, columns, labels = batch
    tag, arcs, word, head = model(hide(features))
    return (
        F.cross_entropy(tag.flatten(0, 1), tags.flatten())
        + F.cross_entropy(arcs.flatten(0, 1), columns.flatten())
        + F.cross_entropy(model.labels(word, head, columns).flatten(0, 1), labels.flatten())
    )


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--corpus", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--minutes", type=float, default=40)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--start", type=Path, help="an earlier run to go on from, at half the rate")
    given = options.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    random.seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)

    rows = load(given.corpus / "train.jsonl")
    names = ("held", "held-tags", "held-stories")
    tests = {name: load(file) for name in names if (file := given.corpus / f"{name}.jsonl").exists()}
    model = Parser()
    if given.start:
        model.load_state_dict(torch.load(given.start / "parser.pt"))
    rate = RATE / 2 if given.start else RATE
    mean = copy.deepcopy(model).requires_grad_(False)
    print(sum(p.numel() for p in model.parameters()), "numbers,", len(rows), "sentences", flush=True)
    optimizer = torch.optim.AdamW(model.parameters(), rate, betas=(0.9, 0.95), weight_decay=0.01)

    begun = saved = time.time()
    step = seen = passes = 0

    def save():
        torch.save(mean.state_dict(), given.out / "parser.pt")
        line = {"minutes": round((time.time() - begun) / 60, 1), "passes": passes, "step": step, "words": seen}
        for name, test in tests.items():
            line[name] = measure(mean, test)[0]
        with open(given.out / "log.jsonl", "a") as log:
            log.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)

    done = 0.0
    while done < 1:
        passes += 1
        for batch in batches(rows):
            done = (time.time() - begun) / 60 / given.minutes
            if done >= 1:
                break
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1, (step + 1) / 200) * max(0.02, 1 - done)
            loss = loss_of(model, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            step += 1
            seen += batch[1].numel()
            with torch.no_grad():
                for slow, fast in zip(mean.parameters(), model.parameters()):
                    slow.lerp_(fast, 0.002 if given.start or step >= 500 else max(0.002, 1 / (step + 1)))
            if time.time() - saved > 120:
                save()
                saved = time.time()
    save()


if __name__ == "__main__":
    main()
