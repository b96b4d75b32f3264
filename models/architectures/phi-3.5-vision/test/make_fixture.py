"""
A tiny Phi-3.5-vision with random weights and what PyTorch says of it: the reference of parity.test.ts.

    pip install torch==2.13.0 transformers==5.24.0 tokenizers==0.23.3 onnx==1.23.2 pillow==13.0.0 numpy
    python make_fixture.py --out fixture

The publisher's own code is not part of transformers. The CLIP tower and the Phi-3 decoder (fused qkv and gate-up,
longrope) are those of transformers; ../export/graphs.py joins them after the model's description: features of the
last layer but one without the class token, 2 × 2 neighbours merged, `sub_GN` after each row, `glb_GN` between the
tiles and the whole, two linear layers with GELU. Here is what goes before it: the HD transform (arXiv 2404.06512; PIL's bilinear
scaling, white borders, PyTorch's bicubic for the whole). Only sizes are small: tiles are 56 pixels, not 336. The three
graphs have the inputs and outputs of the published ONNX files, and the tokenizer is a Llama BPE with byte fallback.

Covered: tokens, pixels, the order of the features, and the logits of one forward of PyTorch without a cache, over
picture and words together. Not covered: several pictures at once; the long factors of longrope, which count from
4,096 tokens on; quantised weights; the published weights themselves.
"""

import argparse
import json
import math
import sys
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageOps
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import Phi3ForCausalLM

FOLDERS = [Path(__file__).parent, Path(__file__).parents[1] / "export", Path(__file__).parents[2] / "export"]
sys.path[:0] = [str(folder) for folder in FOLDERS]
from graphs import export
from tiny import encoded, picture
from tiny_phi import TILE, TILES, build_model, tiny_tokenizer

MEAN, STD = (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)
BEFORE = "<|user|>\n"
QUESTION = '\nDoes this figure show "{claim}"? Please answer yes or no.<|end|>\n<|assistant|>\n'
CLAIMS = ["a girl in a red coat", "Ein Hund läuft, 12 Äpfel — 犬", "the lantern's light", "no  dog"]
YES, NO = ["Yes", " Yes", "yes", " yes"], ["No", " No", "no", " no"]


def prepared(image: Image.Image) -> tuple[Tensor, list[int]]:
    """The HD transform: what the tower sees, [1, 1 + TILES, 3, TILE, TILE], and the grid's [height, width]."""
    tall = image.width < image.height
    lying = image.transpose(Image.Transpose.TRANSPOSE) if tall else image
    ratio = lying.width / lying.height
    scale = 1
    while scale * math.ceil(scale / ratio) <= TILES:
        scale += 1
    scale -= 1
    long, short = scale * TILE, int(scale * TILE / ratio)
    lying = lying.resize((long, short), Image.Resampling.BILINEAR)
    across = math.ceil(short / TILE) * TILE
    top = (across - short) // 2
    lying = ImageOps.expand(lying, (0, top, 0, across - short - top), (255, 255, 255))
    grid = lying.transpose(Image.Transpose.TRANSPOSE) if tall else lying
    values = torch.from_numpy(np.asarray(grid, np.float32) / 255).permute(2, 0, 1)
    values = (values - torch.tensor(MEAN)[:, None, None]) / torch.tensor(STD)[:, None, None]
    whole = nn.functional.interpolate(values[None], size=(TILE, TILE), mode="bicubic")
    tiles = values.reshape(3, grid.height // TILE, TILE, grid.width // TILE, TILE).permute(1, 3, 0, 2, 4)
    seen = torch.cat([whole, tiles.reshape(-1, 3, TILE, TILE)])
    empty = torch.zeros(1 + TILES - len(seen), 3, TILE, TILE)
    return torch.cat([seen, empty])[None], [grid.height, grid.width]


def answer(language: Phi3ForCausalLM, tokenizer: Tokenizer, features: Tensor, claim: str) -> dict:
    """One forward without a cache. The texts before and after the picture are read apart, each with its `<s>`."""
    before, after = tokenizer.encode(BEFORE).ids, tokenizer.encode(QUESTION.replace("{claim}", claim)).ids
    words = language.get_input_embeddings()
    whole = torch.cat([words(torch.tensor(before)), features, words(torch.tensor(after))])[None]
    with torch.no_grad():
        logits = language(inputs_embeds=whole, use_cache=False).logits[0, -1]
    sums = [torch.logsumexp(logits[sorted(pieces(tokenizer, texts).values())], 0) for texts in (YES, NO)]
    return {"claim": claim, "ids": after, "logit": float(sums[0] - sums[1])}


def pieces(tokenizer: Tokenizer, texts: list[str]) -> dict[str, int]:
    found = {text: tokenizer.token_to_id(text.replace(" ", "▁")) for text in texts}
    assert None not in found.values(), found
    return found


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--out", type=Path, required=True)
    out = parse.parse_args().out
    tokenizer = tiny_tokenizer()
    vision, language = build_model(tokenizer)
    export(vision, language, TILES, out / "onnx")
    config = language.config.to_dict() | {"model_type": "phi3_v", "architectures": ["Phi3VForCausalLM"]}
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n")
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    (out / "tokenizer_config.json").write_text('{ "tokenizer_class": "LlamaTokenizer", "legacy": false }\n')
    pictures = []
    for name, size in {"wide": (240, 135), "strip": (260, 85), "tall": (80, 196), "square": (90, 90)}.items():
        image = picture(*size, seed=len(name) + size[0])
        image.save(out / f"{name}.png", optimize=True)
        pixels, grid = prepared(image)
        seen = 1 + grid[0] * grid[1] // TILE**2
        with torch.no_grad():
            features = vision(pixels, torch.tensor([grid]))
        pictures.append(
            {
                "file": f"{name}.png",
                "grid": grid,
                # Without the empty tiles at the end.
                "pixels": encoded(pixels[0, :seen].numpy()),
                "tokens": len(features),
                "features": features.mean(0).tolist(),
                "answers": [answer(language, tokenizer, features, claim) for claim in CLAIMS],
            }
        )
    fixture = {"before": tokenizer.encode(BEFORE).ids, "pieces": pieces(tokenizer, YES + NO), "pictures": pictures}
    (out / "parity.json").write_text(json.dumps(fixture) + "\n")
    for one in pictures:
        print(one["file"], one["grid"], one["tokens"], [round(a["logit"], 4) for a in one["answers"]])
    print(fixture["before"], fixture["pieces"], len(pictures[0]["answers"][0]["ids"]))


if __name__ == "__main__":
    main()
