"""Builds DINOv2 small with registers at its real dimensions with random weights, for measuring time and memory.

python make_random.py --out FOLDER [--smallest]          (../../export/requirements.txt)

The layout and data type are those of the published file for a processor: 8-bit weights, multiplied with activations
that are rounded as they come.
"""

import sys
from pathlib import Path

import torch
from transformers import Dinov2WithRegistersConfig, Dinov2WithRegistersModel

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2] / "export")]
from eight_bits import quantise
from graphs import export
from random_weights import made_in

SMALL = {
    "hidden_size": 384,
    "num_hidden_layers": 12,
    "num_attention_heads": 6,
    "image_size": 518,
    "patch_size": 14,
    "num_register_tokens": 4,
}
LEAST = {"hidden_size": 48, "num_hidden_layers": 1, "num_attention_heads": 2, "image_size": 70}


def build(smallest: bool) -> Dinov2WithRegistersModel:
    torch.manual_seed(1)
    sizes = SMALL | LEAST if smallest else SMALL
    return Dinov2WithRegistersModel(Dinov2WithRegistersConfig(**sizes, attn_implementation="eager")).eval()


def make(folder: Path, half: bool, smallest: bool) -> None:
    if half:
        raise SystemExit("it runs on the processor alone")
    model = build(smallest)
    export(model, folder / "onnx", 224)
    whole = folder / "onnx" / "model.onnx"
    quantise(whole, folder / "onnx" / "model_quantized.onnx")
    whole.unlink()
    model.config.to_json_file(folder / "config.json", use_diff=False)


if __name__ == "__main__":
    made_in(make, __doc__)
