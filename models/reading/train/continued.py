"""Makes the corpus that a trained parser goes on from: stories among a part of what it has learnt.

    python continued.py --corpus CORPUS --out DIR [--seed 7]
"""

import argparse
import json
import random
import shutil
from pathlib import Path

from corpus import write
from stories import Stories


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--corpus", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()
    random.seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)

    rows = [json.loads(line) for line in open(given.corpus / "train.jsonl", encoding="utf-8")]
    whole = [r for r in rows if r["words"][-1] == "." and r["words"][0][:1].isupper() and len(r["words"]) > 4]
    stories = Stories(whole)
    present = [p for p in map(stories.present, rows) if p]
    made = random.sample(present, min(len(present), 14000))
    made += [stories.sentence() for _ in range(36000)] + [stories.soup() for _ in range(7000)]
    corpus = [p for p in made if len(p["words"]) <= 50] + random.sample(rows, min(len(rows), 52000))
    random.shuffle(corpus)
    print(write(given.out / "train.jsonl", corpus), "to learn from")
    random.seed(given.seed + 92)
    print(write(given.out / "held-stories.jsonl", [stories.sentence() for _ in range(900)]), "stories kept back")
    for name in ("held", "held-tags", "dsg"):
        shutil.copy(given.corpus / f"{name}.jsonl", given.out)


if __name__ == "__main__":
    main()
