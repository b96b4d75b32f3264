"""Makes the corpus: sentences of the public collections, read by the teacher, and their variants.

    python corpus.py --parti DIR --ella DIR --vbench DIR --dsg DIR --out DIR [--kept-back FILE.json ...]
"""

import argparse
import json
import random
import re
from pathlib import Path

import sources
import teacher
import variants


def comma_pieces(texts):
    """One comma piece each of the sentences that have several."""
    chosen = []
    for text in texts:
        pieces = [p.strip() for p in text.rstrip(".").split(",")]
        pieces = [re.sub(r"^(?:and|or) ", "", p) for p in pieces if len(p.split()) > 1]
        if len(pieces) > 1:
            chosen.append(random.choice(pieces))
    return chosen


def tags_in_a_row(parses, phrases):
    """A prompt of two to seven phrases without commas: of one sentence in their order, or of many."""
    if random.random() < 0.5:
        inside = [p for p in variants.parts(random.choice(parses), most=6) if p[2]["labels"][0] != "prep"]
        random.shuffle(inside)
        taken = []
        for first, last, part in inside:
            if all(last < a or first > b for a, b, _ in taken) and part["tags"][0] not in ("IN", "TO"):
                taken.append((first, last, part))
        chosen = [part for _, _, part in sorted(taken[:7], key=lambda t: t[0])]
    else:
        chosen = random.sample(phrases, random.randint(2, 7))
    if len(chosen) < 2:
        return None
    return variants.side_by_side([variants.lower(variants.bare(p)) for p in chosen])


def shout(parse):
    return {**parse, "words": [w.upper() for w in parse["words"]]}


def title(parse):
    return {**parse, "words": [w[:1].upper() + w[1:] if t[:2] in ("NN", "JJ", "VB") else w for w, t in zip(parse["words"], parse["tags"])]}


def make(parses, pieces):
    """All that is learnt from: (kind, parse)."""
    corpus = [("sentence", p) for p in parses] + [("piece", p) for p in pieces]
    some = lambda count: random.sample(parses, min(count, len(parses)))
    corpus += [("small letters", variants.lower(variants.without_stop(p), random.random() < 0.6)) for p in some(12000)]
    corpus += [("no stop", variants.without_stop(p)) for p in some(5000)]
    corpus += [("bare", variants.lower(variants.bare(p), random.random() < 0.7)) for p in some(14000)]
    corpus += [("capitals", shout(variants.without_stop(p))) for p in some(1200)]
    corpus += [("title", title(variants.without_stop(p))) for p in some(1200)]
    parts = [part for p in parses for _, _, part in variants.parts(p)]
    random.shuffle(parts)
    corpus += [("part", variants.lower(p, random.random() < 0.7)) for p in parts if len(p["words"]) > 1][:24000]
    phrases = [p for p in parts if len(p["words"]) <= 6 and p["tags"][0] not in ("IN", "TO")]
    corpus += [("tags", p) for p in (tags_in_a_row(parses, phrases) for _ in range(22000)) if p]
    # Tags at a sentence's end, as prompts have them.
    corpus += [
        ("sentence and tags", variants.side_by_side([variants.lower(variants.without_stop(p)), *[variants.lower(variants.bare(q)) for q in random.sample(phrases, random.randint(1, 3))]]))
        for p in some(4000)
        if len(p["words"]) < 25
    ]
    seen, once = set(), []
    for kind, parse in corpus:
        text = " ".join(parse["words"])
        if 1 <= len(parse["words"]) <= 64 and text not in seen:
            seen.add(text)
            once.append((kind, parse))
    return once


def write(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return len(rows)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("parti", "ella", "vbench", "dsg", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--kept-back", type=Path, nargs="*", default=[])
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    random.seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)

    test = sources.dsg(given.dsg)
    forbidden = {sources.key(t) for text in test.values() for t in [text, *sources.sentences(text)]} | sources.kept_back(given.kept_back)
    found = sources.training({"parti": given.parti, "dpg": given.ella, "vbench": given.vbench}, forbidden)
    random.shuffle(found)
    texts = [text for _, text in found]
    held, learnt = texts[:1200], texts[1200:]

    pieces = comma_pieces(learnt)[:14000]
    read = list(teacher.parse([*held, *learnt, *pieces]))
    rows = make(read[len(held) : len(texts)], read[len(texts) :])
    random.shuffle(rows)
    counts = {}
    for kind, _ in rows:
        counts[kind] = counts.get(kind, 0) + 1
    print(write(given.out / "train.jsonl", [parse for _, parse in rows]), "to learn from:", counts)
    print(sum(len(p["words"]) for _, p in rows), "words")
    held_rows = read[: len(held)]
    print(write(given.out / "held.jsonl", held_rows), "sentences kept back")
    random.seed(given.seed + 1)
    phrases = [q for p in held_rows for _, _, q in variants.parts(p) if len(q["words"]) <= 6 and q["tags"][0] not in ("IN", "TO")]
    rows = [p for p in (tags_in_a_row(held_rows, phrases) for _ in range(600)) if p]
    rows += [variants.lower(variants.bare(p)) for p in held_rows[:400]]
    print(write(given.out / "held-tags.jsonl", rows), "prompts without commas kept back")
    print(write(given.out / "dsg.jsonl", list(teacher.parse(s for t in test.values() for s in sources.sentences(t)))), "sentences of DSG-1k")


if __name__ == "__main__":
    main()
