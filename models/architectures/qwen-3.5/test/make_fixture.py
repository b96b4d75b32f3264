"""Builds the fixture that holds the TypeScript path to PyTorch: a tiny Qwen3.5 with random weights.

python make_fixture.py --out fixture        (../../export/requirements.txt, torchvision for the reference's pictures)

The architecture is the published one to the letter; only the sizes are small. The reference never uses a cache: each
question is one forward of PyTorch over picture and words together.
"""

import argparse
import json
import math
import sys
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from tokenizers import AddedToken, Tokenizer
from transformers import Qwen3_5Config, Qwen3_5ForConditionalGeneration

ARCHITECTURES = Path(__file__).parents[2]
OTHERS = [ARCHITECTURES / "llava-onevision" / "export", ARCHITECTURES / "export"]
sys.path[:0] = [str(folder) for folder in (Path(__file__).parent.parent / "export", *OTHERS)]
from graphs import Vision, export
from tiny import encoded, log_odds, picture, randomise
from tokenizer import build_tokenizer

PATCH, MERGE, MOST = 16, 2, 64 * 96
SPECIAL = ["<|vision_start|>", "<|image_pad|>", "<|vision_end|>", "<think>", "</think>"]
WORDS = "Does this figure show the a girl in red coat Please answer yes or no Yes No user assistant lantern dog night"
PREFIX = "<|im_start|>user\n<|vision_start|><|image_pad|><|vision_end|>Does this figure show"
QUESTION = ' "{claim}"? Please answer yes or no.<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n'
CLAIMS = ["a girl in a red coat", "Ein Hund läuft, 12 Äpfel — 犬", "the lantern's light", "no dog"]
YES, NO = ["Yes", " Yes", "yes"], ["No", " No", "no"]
TEXTS = [f"{WORDS} {WORDS}", " ".join(reversed(WORDS.split())), "Yes", "No", "yes"] * 4


def build_model(tokenizer: Tokenizer) -> Qwen3_5ForConditionalGeneration:
    torch.manual_seed(1)
    token = tokenizer.token_to_id
    config = Qwen3_5Config(
        vision_config={
            "depth": 2,
            "hidden_size": 32,
            "intermediate_size": 64,
            "num_heads": 2,
            "patch_size": PATCH,
            "spatial_merge_size": MERGE,
            "out_hidden_size": 32,
            "num_position_embeddings": 36,
        },
        text_config={
            "vocab_size": tokenizer.get_vocab_size(),
            "hidden_size": 32,
            "intermediate_size": 64,
            "num_hidden_layers": 4,
            "num_attention_heads": 2,
            "num_key_value_heads": 1,
            "head_dim": 32,
            "linear_key_head_dim": 16,
            "linear_value_head_dim": 16,
            "linear_num_key_heads": 2,
            "linear_num_value_heads": 2,
            "rope_parameters": {
                "rope_type": "default",
                "rope_theta": 10_000_000.0,
                "partial_rotary_factor": 0.5,
                "mrope_section": [3, 3, 2],
                "mrope_interleaved": True,
            },
        },
        image_token_id=token("<|image_pad|>"),
        video_token_id=tokenizer.get_vocab_size() + 1,
        vision_start_token_id=token("<|vision_start|>"),
        vision_end_token_id=token("<|vision_end|>"),
        attn_implementation="eager",
    )
    model = Qwen3_5ForConditionalGeneration(config).eval()
    randomise(model)
    return model


def sides(width: int, height: int) -> tuple[int, int]:
    """The published rule: multiples of a merged square, at most `MOST` pixels, in the picture's proportion."""
    step = PATCH * MERGE
    rows, columns = round(height / step), round(width / step)
    if rows * columns * step * step > MOST:
        by = math.sqrt(height * width / MOST)
        rows, columns = max(1, math.floor(height / by / step)), max(1, math.floor(width / by / step))
    return max(1, columns) * step, max(1, rows) * step


def prepared(image: Image.Image) -> tuple[np.ndarray, list[int]]:
    """The published preparation: patches of two equal pictures in time, in the order of the squares that are merged."""
    width, height = sides(*image.size)
    scaled = image.convert("RGB").resize((width, height), Image.Resampling.BICUBIC)
    planes = ((np.asarray(scaled, np.float32) / 255 - 0.5) / 0.5).transpose(2, 0, 1)
    rows, columns = height // PATCH, width // PATCH
    apart = planes.reshape(3, rows // MERGE, MERGE, PATCH, columns // MERGE, MERGE, PATCH)
    patches = apart.transpose(1, 4, 2, 5, 0, 3, 6).reshape(rows * columns, 3, 1, PATCH, PATCH)
    return np.repeat(patches, 2, 2).reshape(rows * columns, -1), [1, rows, columns]


def answer(model, tokenizer: Tokenizer, pixels: np.ndarray, grid: list[int], claim: str) -> dict:
    """One forward without a cache."""
    token, count = tokenizer.token_to_id("<|image_pad|>"), grid[1] * grid[2] // MERGE**2
    ids = tokenizer.encode(QUESTION.replace("{claim}", claim)).ids
    prefix = [i for one in tokenizer.encode(PREFIX).ids for i in ([token] * count if one == token else [one])]
    whole = torch.tensor([prefix + ids])
    with torch.no_grad():
        out = model(
            input_ids=whole,
            pixel_values=torch.from_numpy(pixels),
            image_grid_thw=torch.tensor([grid]),
            mm_token_type_ids=(whole == token).int(),
            use_cache=False,
        )
        logits = out.logits[0, -1]
        features = model.model.visual(torch.from_numpy(pixels), torch.tensor([grid])).pooler_output
        assert torch.allclose(features, Vision(model)(torch.from_numpy(pixels), torch.tensor([grid])), atol=1e-5)
    return {"claim": claim, "ids": ids, "logit": log_odds(logits, tokenizer, YES, NO)}


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--out", type=Path, required=True)
    out = parse.parse_args().out
    tokenizer = build_tokenizer(TEXTS, 380)
    tokenizer.add_special_tokens([AddedToken(token, normalized=False) for token in SPECIAL])
    model = build_model(tokenizer)
    pictures = []
    out.mkdir(parents=True, exist_ok=True)
    for name, size in {"wide": (150, 70), "tall": (64, 200)}.items():
        image = picture(*size, seed=len(name) + size[0], octaves=5, grain=0)
        image.save(out / f"{name}.png", optimize=True)
        pixels, grid = prepared(image)
        answers = [answer(model, tokenizer, pixels, grid, claim) for claim in CLAIMS]
        once = pixels.reshape(len(pixels), 3, 2, -1)[:, :, 0]
        pictures.append({"file": f"{name}.png", "grid": grid, "pixels": encoded(once), "answers": answers})
    export(model, out / "onnx")
    model.config.to_json_file(out / "config.json", use_diff=False)
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    (out / "tokenizer_config.json").write_text('{ "tokenizer_class": "Qwen2Tokenizer" }\n')
    known = {text: tokenizer.encode(text).ids for text in YES + NO}
    fixture = {"prefix": tokenizer.encode(PREFIX).ids, "variants": known}
    (out / "parity.json").write_text(json.dumps(fixture | {"pictures": pictures}) + "\n")
    print(json.dumps(known), [[a["logit"] for a in p["answers"]] for p in pictures])


if __name__ == "__main__":
    main()
