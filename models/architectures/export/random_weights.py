"""Models at their real dimensions with random weights, for measuring time and memory: what each architecture's
make_random.py shares."""

import argparse
import math
import shutil
from collections.abc import Callable
from pathlib import Path

import torch
from torch import nn

# The words of the bench, one token each as in the published vocabularies.
WORDS = (
    "Does this figure show the a an Please answer yes or no Yes No user assistant girl boy old man woman fox dog red blue "
    "orange coat lantern holding on left in forest kitchen at night day wide shot close-up gouache ink painting drawing"
).split()


def fill(model: nn.Module) -> None:
    """Gives random values to the weights on the device `meta`, each made where it will lie: none is held twice."""
    for module in model.modules():
        for name, weight in module.named_parameters(recurse=False):
            if weight.is_meta:
                fresh = torch.zeros_like(weight, device="cpu") if name == "bias" else torch.ones_like(weight, device="cpu")
                if weight.ndim > 1:
                    fresh.normal_(0, 1 / math.sqrt(weight[0].numel()))
                setattr(module, name, nn.Parameter(fresh, requires_grad=False))
        for name, buffer in module.named_buffers(recurse=False):
            # The places of the tower's patches.
            if buffer.is_meta:
                setattr(module, name, torch.arange(buffer.numel()).view_as(buffer))


def made_in(make: Callable[[Path, bool, bool], None], description: str | None) -> None:
    """
    The program: `--out FOLDER` is there when all of it was made; with `--half`, what a card takes is put into it.
    `make` takes the folder, half and smallest.
    """
    parse = argparse.ArgumentParser(description=description)
    parse.add_argument("--out", type=Path, required=True)
    parse.add_argument("--half", action="store_true", help="half precision between the 4-bit weights, for a card")
    parse.add_argument("--smallest", action="store_true", help="the same graphs with the least sizes, for a test")
    options = parse.parse_args()
    out: Path = options.out
    part = out.with_name(f"{out.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    make(part, options.half, options.smallest)
    if out.exists():
        for file in part.glob("onnx/*"):
            if not (out / "onnx" / file.name).exists():
                file.rename(out / "onnx" / file.name)
        shutil.rmtree(part)
    else:
        part.rename(out)
