"""An eye in PyTorch, random weights, at the dimensions of a config.json: what the bench sets beside ours.

python reference.py CONFIG ROUNDS THREADS        Prints one line of JSON: load and seconds a picture, bytes at most.
"""

import json
import sys
import time
from pathlib import Path

import torch
from transformers import AutoConfig, AutoModel

sys.path.insert(0, str(Path(__file__).parents[1]))
from reference import peak, say


def main() -> None:
    file, rounds, threads = sys.argv[1:]
    torch.set_num_threads(int(threads))
    started = time.perf_counter()
    config = json.loads(Path(file).read_text())
    model = AutoModel.from_config(AutoConfig.for_model(**config)).eval()
    load, seconds = time.perf_counter() - started, []
    for round_ in range(int(rounds) + 1):
        begun = time.perf_counter()
        with torch.inference_mode():
            model(torch.zeros(1, 3, 224, 224))
        # The first warms up.
        if round_ > 0:
            seconds.append(time.perf_counter() - begun)
    say(load=load, seconds=seconds, peak=peak())


if __name__ == "__main__":
    main()
