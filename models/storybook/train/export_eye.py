"""Writes a trained eye as two ONNX graphs, and checks them against PyTorch.

python export_eye.py --checkpoint DIR/eye.pt --out ../eye [--fixture ../test/fixture]

`eye.onnx`: pixel_values -> heat (K, 32, 32), 0-1; sides (K, 4, 32, 32), frame units; features; scene.
`identity.onnx`: features and scene of one picture, boxes (N, 4) -> vectors (N, 64), of length 1.
"""

import argparse
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import Tensor, nn

from batches import MEAN, STD
from export import OPSET, SMALLEST_HALVED, TOLERANCE, halve, write_json
from eye import Eye
from tower import IMAGE_SIZE
from train_eye import load_checkpoint
from vocabulary import KINDS

BOXES = [[0.1, 0.2, 0.3, 0.5], [0.0, 0.0, 1.0, 1.0], [0.62, 0.4, 0.05, 0.12]]


class Finding(nn.Module):
    def __init__(self, eye: Eye):
        super().__init__()
        self.eye = eye

    def forward(self, pixel_values: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        heat, sides, features, scene = self.eye.maps(*self.eye.seen(pixel_values))
        return heat.sigmoid(), sides, features, scene


class Telling(nn.Module):
    def __init__(self, eye: Eye):
        super().__init__()
        self.eye = eye

    def forward(self, features: Tensor, scene: Tensor, boxes: Tensor) -> Tensor:
        count = boxes.shape[0]
        return self.eye.vectors(features.expand(count, -1, -1, -1), scene.expand(count, -1), boxes)


def write(module: nn.Module, inputs: tuple, path: Path, ins: list[str], outs: list[str], axes: dict) -> None:
    torch.onnx.export(
        module, inputs, path, input_names=ins, output_names=outs, dynamic_axes=axes, opset_version=OPSET, dynamo=False
    )
    halve(path)


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--checkpoint", type=Path, required=True)
    parse.add_argument("--out", type=Path, required=True)
    parse.add_argument("--fixture", type=Path, help="folder for eye.json: what a fixed picture looks like to it")
    given = parse.parse_args()
    eye, _ = load_checkpoint(given.checkpoint)
    eye.eval()
    with torch.no_grad():
        for weight in eye.parameters():
            if weight.numel() >= SMALLEST_HALVED:
                weight.copy_(weight.half().float())
    given.out.mkdir(parents=True, exist_ok=True)

    # A picture that any language can draw: byte (7x + 13y + 89c + x*y/4) mod 256 at column x, row y, channel c.
    y, x, c = np.mgrid[:IMAGE_SIZE, :IMAGE_SIZE, :3]
    picture = ((7 * x + 13 * y + 89 * c + x * y // 4) % 256).astype(np.float32)
    pixels = torch.from_numpy((picture / 255 - MEAN) / STD).permute(2, 0, 1)[None].float()
    boxes = torch.tensor(BOXES)
    finding, telling = Finding(eye), Telling(eye)
    with torch.no_grad():
        found = finding(pixels)
        vectors = telling(found[2], found[3], boxes)
    names = ["heat", "sides", "features", "scene"]
    write(finding, (pixels,), given.out / "eye.onnx", ["pixel_values"], names, {})
    write(
        telling,
        (found[2], found[3], boxes),
        given.out / "identity.onnx",
        ["features", "scene", "boxes"],
        ["vectors"],
        {"boxes": {0: "boxes"}, "vectors": {0: "boxes"}},
    )
    see = onnxruntime.InferenceSession(given.out / "eye.onnx").run(None, {"pixel_values": pixels.numpy()})
    same = onnxruntime.InferenceSession(given.out / "identity.onnx").run(
        None, {"features": see[2], "scene": see[3], "boxes": boxes[:2].numpy()}
    )[0]
    worst = max(float(np.abs(a - b.numpy()).max()) for a, b in zip([*see, same], [*found, vectors[:2]], strict=True))
    print(f"largest difference from PyTorch: {worst:.2e}")
    if worst > TOLERANCE:
        raise SystemExit(f"the graphs differ from PyTorch by {worst:.2e}, more than {TOLERANCE}")
    if given.fixture:
        heat, sides = found[0][0].flatten(1), found[1][0].flatten(2)
        at = heat.argmax(1)
        write_json(
            given.fixture / "eye.json",
            {
                "kinds": [
                    {
                        "kind": kind,
                        "at": int(at[k]),
                        "heat": float(heat[k, at[k]]),
                        "sides": sides[k, :, at[k]].tolist(),
                    }
                    for k, kind in enumerate(KINDS)
                ],
                "boxes": BOXES,
                "vectors": [[round(value, 5) for value in vector] for vector in vectors.tolist()],
            },
        )
    total = sum(path.stat().st_size for path in given.out.glob("*.onnx"))
    print(f"{total / 1e6:.2f} MB in {given.out}")


if __name__ == "__main__":
    main()
