"""How often tags, heads and labelled heads are the teacher's, and what the parser's own probabilities are worth."""

import torch

from data import batches

BINS = (0.3, 0.5, 0.7, 0.85, 0.95, 0.99, 1.01)


@torch.no_grad()
def measure(model, rows):
    """Shares of the words right (tag, uas, las), best column by itself; and per bin of probability [words, right]."""
    was, total = model.training, {"words": 0, "tag": 0, "uas": 0, "las": 0}
    bins = [[0, 0] for _ in BINS]
    model.eval()
    for features, tags, columns, labels in batches(rows, 4000, shuffle=False):
        tag, arcs, word, head = model(features)
        sure, found = arcs.softmax(-1).max(-1)
        label = model.labels(word, head, found).softmax(-1)
        sure = sure * label.max(-1).values
        right = found == columns
        labelled = right & (label.argmax(-1) == labels)
        total["words"] += tags.numel()
        total["tag"] += (tag.argmax(-1) == tags).sum().item()
        total["uas"] += right.sum().item()
        total["las"] += labelled.sum().item()
        place = torch.bucketize(sure, torch.tensor(BINS))
        for i in range(len(BINS)):
            bins[i][0] += (place == i).sum().item()
            bins[i][1] += (labelled & (place == i)).sum().item()
    model.train(was)
    count = total.pop("words")
    return {k: round(v / count, 4) for k, v in total.items()} | {"words": count}, bins
