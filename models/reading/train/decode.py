"""From the graph's numbers to a parse, as the reader does it in TypeScript."""

import numpy as np

from parser import LABELS, TAGS
from words import features, words


def tree(arcs):
    """The head of every word, -1 for a root. Several words may be roots; one at least is."""
    n = len(arcs)
    arcs = arcs.astype(np.float64).copy()
    arcs[np.arange(n), np.arange(n) + 1] = -np.inf
    heads = [int(c) - 1 for c in arcs.argmax(1)]
    if -1 not in heads:
        heads[int(arcs[:, 0].argmax())] = -1
    while True:
        cycle = find_cycle(heads)
        if not cycle:
            return heads
        # The word that loses least by hanging on what does not itself hang on the cycle does so.
        outside = [0] + [j + 1 for j in range(n) if not set(above(heads, j)) & set(cycle)]
        best = None
        for i in cycle:
            for column in outside:
                gain = arcs[i, column] - arcs[i, heads[i] + 1]
                if best is None or gain > best[0]:
                    best = (gain, i, column - 1)
        heads[best[1]] = best[2]


def above(heads, word):
    """The word, its head, that one's head: up to a root or once round a cycle."""
    seen = []
    while word >= 0 and word not in seen:
        seen.append(word)
        word = heads[word]
    return seen


def find_cycle(heads):
    for start in range(len(heads)):
        seen = above(heads, start)
        if heads[seen[-1]] >= 0:
            return seen[seen.index(heads[seen[-1]]) :]
    return None


def labelled(arcs, scores):
    """Of every pair of words the likeliest label if the one hung on the other, and the probability of both."""
    best = scores.max(2)
    return scores.argmax(2), np.exp(arcs + best - np.logaddexp.reduce(scores, 2))


def run(session, lists):
    """For lists of words {words, tags, heads, labels, sure}, all in one batch."""
    n = max(len(ws) for ws in lists)
    numbers = np.zeros((len(lists), n, 5), np.int32)
    for row, ws in zip(numbers, lists):
        row[: len(ws)] = [features(w) for w in ws]
    lengths = np.array([len(ws) for ws in lists], np.int32)
    tags, arcs, scores = session.run(["tags", "arcs", "labels"], {"features": numbers, "lengths": lengths})
    labels, sure = labelled(arcs, scores)
    parses = []
    for k, ws in enumerate(lists):
        m = len(ws)
        heads = tree(arcs[k, :m, : m + 1])
        parses.append({
            "words": ws,
            "tags": [TAGS[i] for i in tags[k, :m].argmax(-1)],
            "heads": heads,
            "labels": ["ROOT" if h < 0 else LABELS[labels[k, i, h + 1]] for i, h in enumerate(heads)],
            "sure": [round(float(sure[k, i, h + 1]), 4) for i, h in enumerate(heads)],
        })
    return parses


def parse(session, texts):
    return [{"text": text, **found} for text, found in zip(texts, run(session, [words(text) for text in texts]))]
