"""Parses as tensors, in batches of sentences that are exactly as long as one another: so nothing is padding."""

import json
import random

import torch

from parser import LABELS, TAGS
from words import features


def load(path):
    """[(features, tags, columns, labels)]: the column of a word's head is 0 for the root, else its place plus one."""
    tag, label = {t: i for i, t in enumerate(TAGS)}, {t: i for i, t in enumerate(LABELS)}
    known, rows = {}, []
    with open(path, encoding="utf-8") as file:
        for line in file:
            parse = json.loads(line)
            numbers = []
            for word in parse["words"]:
                if word not in known:
                    known[word] = features(word)
                numbers.append(known[word])
            rows.append((
                torch.tensor(numbers, dtype=torch.int32),
                torch.tensor([tag[t] for t in parse["tags"]]),
                torch.tensor([h + 1 for h in parse["heads"]]),
                torch.tensor([label[x] for x in parse["labels"]]),
            ))
    return rows


def batches(rows, words=1600, shuffle=True):
    by_length = {}
    for i, row in enumerate(rows):
        by_length.setdefault(len(row[0]), []).append(i)
    made = []
    for length, places in by_length.items():
        if shuffle:
            random.shuffle(places)
        size = max(1, words // length)
        made += [places[i : i + size] for i in range(0, len(places), size)]
    if shuffle:
        random.shuffle(made)
    for places in made:
        yield [torch.stack([rows[i][column] for i in places]) for column in range(4)]
