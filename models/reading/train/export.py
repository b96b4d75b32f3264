"""Writes a trained parser as ../files/parser.onnx and its tables, measures it, and makes the cases that both languages test on.

    python export.py --run RUN [RUN ...] --corpus DIR --out ../files --test ../test/fixture

Of several runs the one that reads the sentences kept back best is taken. DSG-1k is measured last and chooses nothing.
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

import decode
import graph
from data import load
from measure import BINS, measure
from parser import LABELS, TAGS, Parser
from words import BUCKETS, COLUMNS, features, words

CASES = [
    "A woman's T-shirt isn't blue, is it? She can't see; DON'T look.",
    "Dr. Evil sits at 5 o'clock, f/1.8 35mm, 1,000 U.S. troops... and it's 3:30 p.m.",
    "“Hello,” says the old fisherman – café Señor Ünal’s 2nd dog",
    "young woman red dress castle night holding lantern",
    "He is looking mysterious.",
    "Two children run across a wet field with kites in their hands",
    "x",
]


def session_of(path, threads=1):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = threads
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def compare(session, model, lists):
    """Largest difference of any probability from PyTorch's, each list alone there and all in one batch here."""
    n = max(map(len, lists))
    numbers = np.zeros((len(lists), n, 5), np.int32)
    for row, ws in zip(numbers, lists):
        row[: len(ws)] = [features(w) for w in ws]
    lengths = np.array([len(ws) for ws in lists], np.int32)
    tags, arcs, scores = session.run(["tags", "arcs", "labels"], {"features": numbers, "lengths": lengths})
    tags = np.exp(tags - np.logaddexp.reduce(tags, -1, keepdims=True))
    _, sure = decode.labelled(arcs, scores)
    worst = 0.0
    for k, ws in enumerate(lists):
        m = len(ws)
        with torch.no_grad():
            tag, arc, word, head = model(torch.tensor(numbers[k : k + 1, :m]))
            arc = arc.softmax(-1)[0].numpy()
            columns = arc.argmax(-1)
            label = model.labels(word, head, torch.tensor(columns)[None]).softmax(-1)[0].numpy()
        rows = np.arange(m)
        worst = max(
            worst,
            np.abs(tag.softmax(-1)[0].numpy() - tags[k, :m]).max(),
            np.abs(arc - np.exp(arcs[k, :m, : m + 1])).max(),
            np.abs(arc[rows, columns] * label.max(-1) - sure[k, rows, columns]).max(),
        )
    return float(worst)


def rounded(model):
    """The model with the weights that 8 bits leave."""
    copy = Parser().eval()
    copy.load_state_dict(model.state_dict())

    def through(parameter):
        small, scale = graph.eight_bits(parameter.detach().numpy(), 1)
        parameter.data = torch.tensor(small * scale)

    for table in copy.tables.values():
        through(table.weight)
    for layer in (copy.first, copy.second):
        for name, parameter in layer.named_parameters():
            if name.startswith("weight"):
                through(parameter)
    for layer in (copy.tag, copy.arc_word, copy.arc_head, copy.label_word, copy.label_head):
        through(layer.weight)
    through(copy.arc)
    through(copy.label)
    return copy


def milliseconds(session, n, times=60):
    ws = (words("a young woman with long red hair is sitting on the old wooden bench near a lake") * 4)[:n]
    numbers = {"features": np.array([[features(w) for w in ws]], np.int32), "lengths": np.array([n], np.int32)}
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        session.run(None, numbers)
        taken.append((time.perf_counter() - begun) * 1000)
    return round(min(taken), 2)  # what other work on the machine disturbs least


def decoded(session, path):
    """[tag, uas, las] of whole trees against the teacher's, as the product reads."""
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    right, count = [0, 0, 0], 0
    for i in range(0, len(rows), 32):
        some = rows[i : i + 32]
        for gold, found in zip(some, decode.run(session, [r["words"] for r in some])):
            for a, b, c, d, e, f in zip(*(p[k] for k in ("tags", "heads", "labels") for p in (gold, found))):
                count += 1
                right[0] += a == b
                right[1] += c == d
                right[2] += c == d and e == f
    return [round(r / count, 4) for r in right], count


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--run", type=Path, nargs="+", required=True)
    options.add_argument("--corpus", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--test", type=Path, required=True)
    given = options.parse_args()
    torch.set_num_threads(1)
    tests = {name: load(given.corpus / f"{name}.jsonl") for name in ("held", "held-tags", "dsg")}

    models = []
    for run in given.run:
        model = Parser().eval()
        model.load_state_dict(torch.load(run / "parser.pt"))
        found = {name: measure(model, tests[name])[0] for name in ("held", "held-tags")}
        print(run.name, found)
        models.append((sum(f["las"] for f in found.values()), model))
    model = max(models, key=lambda m: m[0])[1]

    given.out.mkdir(parents=True, exist_ok=True)
    given.test.mkdir(parents=True, exist_ok=True)
    path = given.out / "parser.onnx"
    small = rounded(model)
    for whole, most in ((True, 1e-3), (False, 0.05)):
        onnx.save(graph.build(model, whole), path)
        session = session_of(path)
        worst = compare(session, small, [words(c) for c in CASES])
        print(f"largest difference from PyTorch, {32 if whole else 8} bits in the LSTM: {worst:.2e}")
        if worst > most:
            raise SystemExit("The graph does not say what the model says.")

    bins = [[0, 0] for _ in BINS]
    for name, rows in tests.items():
        whole, (eighth, found) = measure(model, rows)[0], measure(small, rows)
        print(f"{name}: single {whole}, 8 bits {eighth}, as trees {decoded(session, given.corpus / f'{name}.jsonl')}")
        if name != "dsg":
            bins = [[a + c, b + d] for (a, b), (c, d) in zip(bins, found)]
        else:
            print("right by probability on DSG-1k:", [[t, n, round(r / max(1, n), 3)] for t, (n, r) in zip(BINS, found)])
    calibration = [
        {"below": min(below, 1), "words": count, "right": round(right / max(1, count), 4)} for below, (count, right) in zip(BINS, bins)
    ]
    print("right by probability:", calibration)
    tables = {"columns": [{"table": c, "buckets": BUCKETS[c]} for c in COLUMNS], "tags": TAGS, "labels": LABELS, "calibration": calibration}
    (given.out / "parser.json").write_text(json.dumps(tables, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    cases = [{**p, "features": [features(w) for w in p["words"]]} for p in decode.parse(session, CASES)]
    (given.test / "parses.json").write_text(json.dumps(cases, ensure_ascii=False) + "\n", encoding="utf-8")
    print(path.stat().st_size, "bytes;", {n: milliseconds(session, n) for n in (8, 20, 40)}, "ms on one thread")


if __name__ == "__main__":
    main()
