"""Builds the fixture that holds the TypeScript path to PyTorch: a tiny DINOv2 with registers, with random weights.

python make_fixture.py --out fixture        (../../export/requirements.txt)

The architecture is the published one; only the sizes are small, and as there pictures are smaller than those that the
places of the patches were made for. The graph is there in single precision and in 8 bits, as it is published.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from transformers import Dinov2WithRegistersConfig, Dinov2WithRegistersModel

sys.path[:0] = [str(Path(__file__).parents[1] / "export"), str(Path(__file__).parents[2] / "export")]
from eight_bits import quantise
from graphs import export
from tiny import encoded, randomise

SIZE = 56
MEAN, STD = np.float32([0.485, 0.456, 0.406]), np.float32([0.229, 0.224, 0.225])
PICTURES = Path(__file__).parents[2] / "llava-onevision" / "test" / "fixture"


def build_model() -> Dinov2WithRegistersModel:
    torch.manual_seed(1)
    config = Dinov2WithRegistersConfig(
        hidden_size=48,
        num_hidden_layers=2,
        num_attention_heads=4,
        image_size=98,
        patch_size=14,
        num_register_tokens=4,
        attn_implementation="eager",
    )
    model = Dinov2WithRegistersModel(config).eval()
    randomise(model, 0.5, ("bias", "lambda1"))
    return model


def prepared(image: Image.Image) -> np.ndarray:
    """Whole and in its proportions in the middle of the square, the rest in the mean colour."""
    scale = SIZE / max(image.size)
    width, height = (max(1, round(side * scale)) for side in image.size)
    square = Image.new("RGB", (SIZE, SIZE), tuple(int(value) for value in np.round(MEAN * 255)))
    small = image.convert("RGB").resize((width, height), Image.Resampling.BICUBIC)
    square.paste(small, ((SIZE - width) // 2, (SIZE - height) // 2))
    return ((np.asarray(square, np.float32) / 255 - MEAN) / STD).transpose(2, 0, 1)


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--out", type=Path, required=True)
    out = parse.parse_args().out
    model = build_model()
    export(model, out / "onnx", SIZE)
    quantise(out / "onnx" / "model.onnx", out / "onnx" / "model_quantized.onnx")
    pictures = []
    for name in ("wide.png", "tall.png"):
        pixels = prepared(Image.open(PICTURES / name))
        with torch.no_grad():
            whole = model(torch.from_numpy(pixels)[None]).last_hidden_state[0, 0]
        features = (whole / whole.norm()).tolist()
        pictures.append(
            {"file": name, "pixels": encoded(pixels), "features": features}
        )
    (out / "parity.json").write_text(json.dumps({"size": SIZE, "pictures": pictures}) + "\n")


if __name__ == "__main__":
    main()
