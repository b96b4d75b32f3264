"""What each architecture's make_fixture.py shares: a tiny model's random weights, a picture for it, its answer in numbers."""

import base64
import math

import numpy as np
import torch
from PIL import Image
from tokenizers import Tokenizer
from torch import Tensor, nn


def randomise(model: nn.Module, spread: float = 0.1, ends: tuple[str, ...] = ("bias",)) -> None:
    """Weights large enough that every part matters to the answer; `spread`: of those whose names end so."""
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if weight.ndim > 1:
                weight.normal_(0, 1 / math.sqrt(weight[0].numel()))
            elif name.endswith(ends):
                weight.normal_(0, spread)


def picture(width: int, height: int, seed: int, octaves: int = 6, grain: float = 0.08) -> Image.Image:
    """As a photograph is: large shapes, edges, fine grain."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[:height, :width]
    field = np.zeros((height, width, 3))
    for octave in range(octaves):
        for channel in range(3):
            fx, fy, phase = random.normal(0, 2.0**octave, 2).tolist() + [random.uniform(0, 6.3)]
            field[..., channel] += np.sin(6.3 * (fx * x / width + fy * y / height) + phase) / 1.6**octave
    field[(x - width / 3) ** 2 + (y - height / 2) ** 2 < (min(width, height) / 4) ** 2] += 1.5
    field += random.normal(0, grain, field.shape)
    return Image.fromarray(np.clip(128 + 55 * field, 0, 255).astype(np.uint8))


def encoded(values: np.ndarray) -> str:
    """Float32, little endian, in base64."""
    return base64.b64encode(values.astype("<f4").tobytes()).decode()


def log_odds(logits: Tensor, tokenizer: Tokenizer, yes: list[str], no: list[str]) -> float:
    """Of the texts that are one token, each token once."""
    sums = []
    for texts in (yes, no):
        variants = [tokenizer.encode(text).ids for text in texts]
        sums.append(torch.logsumexp(logits[sorted({ids[0] for ids in variants if len(ids) == 1})], 0))
    return float(sums[0] - sums[1])
