"""An eye in PyTorch, random weights, at the dimensions of a config.json: what the bench sets beside ours.

python reference.py CONFIG ROUNDS THREADS        Prints one line of JSON: load and seconds a picture, bytes at most.
"""

import json
import sys
import time
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel, GroundingDinoForObjectDetection, PretrainedConfig

sys.path.insert(0, str(Path(__file__).parents[1]))
from reference import peak, say


# Marks of the beginning, of a phrase's end and of the end, in BERT's vocabulary.
BEGIN, STOP, END = 101, 1012, 102
WORD = 2000


def made(config: PretrainedConfig) -> tuple[nn.Module, dict[str, Tensor]]:
    """The model, and a picture for it of the size that ours is given; with as many words, where it takes some."""
    if config.model_type != "grounding-dino":
        return AutoModel.from_config(config), {"pixel_values": torch.zeros(1, 3, 224, 224)}
    ids = torch.tensor([[BEGIN, WORD, STOP, WORD, WORD, STOP, WORD, STOP, WORD, STOP, END]])
    words = {"input_ids": ids, "attention_mask": torch.ones_like(ids), "token_type_ids": torch.zeros_like(ids)}
    return GroundingDinoForObjectDetection(config), {"pixel_values": torch.zeros(1, 3, 800, 800), **words}


def main() -> None:
    file, rounds, threads = sys.argv[1:]
    torch.set_num_threads(int(threads))
    started = time.perf_counter()
    config = json.loads(Path(file).read_text())
    model, inputs = made(AutoConfig.for_model(**config))
    model.eval()
    load, seconds = time.perf_counter() - started, []
    for round_ in range(int(rounds) + 1):
        begun = time.perf_counter()
        with torch.inference_mode():
            model(**inputs)
        # The first warms up.
        if round_ > 0:
            seconds.append(time.perf_counter() - begun)
    say(load=load, seconds=seconds, peak=peak())


if __name__ == "__main__":
    main()
