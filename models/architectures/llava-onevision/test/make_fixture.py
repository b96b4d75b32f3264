"""Builds the fixture that holds the TypeScript path to PyTorch: a tiny LLaVA-OneVision with random weights.

python make_fixture.py --out fixture        (torch, transformers, tokenizers, onnx, pillow)

The architecture is the published one to the letter (SigLIP tower, two-layer projector, Qwen2 decoder, byte-level
BPE); only the sizes are small. The three graphs have the inputs and outputs of the published ONNX files. The
reference never uses a cache: each question is one forward of PyTorch over picture and words together. It sees one
base tile without the row end that any-resolution tiles add, as the published vision graph gives it.

The tower comes in 16 and in 4 bits as well: its linear layers in blocks of 32, as the published ones are.
"""

import argparse
import copy
import json
import sys
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from tokenizers import Tokenizer
from torch import nn
from transformers import LlavaOnevisionConfig, LlavaOnevisionForConditionalGeneration

sys.path[:0] = [str(Path(__file__).parent.parent / "export"), str(Path(__file__).parents[2] / "export")]
from four_bits import BLOCK, FourBits
from graphs import Vision, export, export_vision
from tiny import encoded, log_odds, picture, randomise
from tokenizer import build_tokenizer

TILE, PATCH = 56, 14
WORDS = "Does this figure show the a girl in red coat Please answer yes or no Yes No user assistant lantern dog night"
PREFIX = "<|im_start|>user <image>"
QUESTION = '\nDoes this figure show "{claim}"? Please answer yes or no.<|im_end|><|im_start|>assistant\n'
CLAIMS = ["a girl in a red coat", "Ein Hund läuft, 12 Äpfel — 犬", "the lantern's light", "no dog"]
YES, NO = ["Yes", " Yes", "yes"], ["No", " No", "no"]
TEXTS = [f"{WORDS} {WORDS}", " ".join(reversed(WORDS.split())), "Yes", "No", "yes"] * 4


def build_model(tokenizer: Tokenizer) -> LlavaOnevisionForConditionalGeneration:
    torch.manual_seed(1)
    config = LlavaOnevisionConfig(
        vision_config={
            "model_type": "siglip_vision_model",
            "hidden_size": 32,
            "intermediate_size": 64,
            "num_hidden_layers": 2,
            "num_attention_heads": 2,
            "image_size": TILE,
            "patch_size": PATCH,
            "vision_use_head": False,
        },
        text_config={
            "model_type": "qwen2",
            "vocab_size": tokenizer.get_vocab_size(),
            "hidden_size": 32,
            "intermediate_size": 64,
            "num_hidden_layers": 2,
            "num_attention_heads": 4,
            "num_key_value_heads": 2,
            "max_position_embeddings": 512,
            "rope_theta": 1_000_000.0,
        },
        image_token_index=tokenizer.token_to_id("<image>"),
        image_grid_pinpoints=[[TILE, TILE]],
        vision_feature_layer=-1,
        vision_feature_select_strategy="full",
        attn_implementation="eager",
    )
    model = LlavaOnevisionForConditionalGeneration(config).eval()
    randomise(model)
    return model


def in_four_bits(module: nn.Module) -> None:
    """Rounds the weights of every linear layer: the farthest from 0 of a block is −8 times its scale."""
    for name, child in module.named_children():
        if not isinstance(child, nn.Linear):
            in_four_bits(child)
            continue
        blocks = nn.functional.pad(child.weight.detach(), (0, -child.in_features % BLOCK)).view(-1, BLOCK)
        farthest = blocks.gather(1, blocks.abs().argmax(1, keepdim=True))
        scales = farthest / -8
        codes = (blocks / scales).nan_to_num().round().add(8).clamp(0, 15).to(torch.uint8)
        rounded = FourBits(child)
        rounded.weight = (codes[:, ::2] | codes[:, 1::2] << 4).view(child.out_features, -1, BLOCK // 2)
        rounded.scales = scales.flatten()
        rounded.bias = child.bias
        setattr(module, name, rounded)


def export_rounded(model: LlavaOnevisionForConditionalGeneration, folder: Path) -> None:
    export_vision(copy.deepcopy(model).half(), folder / "vision_encoder_fp16.onnx")
    rounded = copy.deepcopy(model)
    in_four_bits(rounded.model.vision_tower)
    in_four_bits(rounded.model.multi_modal_projector)
    export_vision(rounded, folder / "vision_encoder_q4.onnx")


def prepared(image: Image.Image) -> np.ndarray:
    """The published preparation of the base tile: bicubic to the tile's size, SigLIP's normalisation."""
    tile = image.convert("RGB").resize((TILE, TILE), Image.Resampling.BICUBIC)
    return ((np.asarray(tile, np.float32) / 255 - 0.5) / 0.5).transpose(2, 0, 1)


def answer(model, tokenizer: Tokenizer, pixels: np.ndarray, claim: str) -> dict:
    """One forward without a cache."""
    token = tokenizer.token_to_id("<image>")
    with torch.no_grad():
        features = Vision(model)(torch.from_numpy(pixels)[None])
        prefix = tokenizer.encode(PREFIX).ids
        ids = tokenizer.encode(QUESTION.replace("{claim}", claim)).ids
        whole = [i for one in prefix for i in ([token] * features.shape[1] if one == token else [one])] + ids
        words = model.get_input_embeddings()(torch.tensor([whole]))
        words[0, [at for at, one in enumerate(whole) if one == token]] = features[0]
        out = model.model.language_model(inputs_embeds=words, use_cache=False)
        logits = model.lm_head(out.last_hidden_state)[0, -1]
    return {"claim": claim, "ids": ids, "logit": log_odds(logits, tokenizer, YES, NO)}


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--out", type=Path, required=True)
    out = parse.parse_args().out
    tokenizer = build_tokenizer(TEXTS, 380)
    model = build_model(tokenizer)
    export(model, out / "onnx")
    export_rounded(model, out / "onnx")
    model.config.to_json_file(out / "config.json", use_diff=False)
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    (out / "tokenizer_config.json").write_text('{ "tokenizer_class": "Qwen2Tokenizer" }\n')
    pictures = []
    for name, size in {"wide": (300, 110), "tall": (90, 260)}.items():
        image = picture(*size, seed=len(name) + size[0])
        image.save(out / f"{name}.png", optimize=True)
        pixels = prepared(image)
        pictures.append(
            {
                "file": f"{name}.png",
                "pixels": encoded(pixels),
                "answers": [answer(model, tokenizer, pixels, claim) for claim in CLAIMS],
            }
        )
    known = {text: tokenizer.encode(text).ids for text in YES + NO}
    fixture = {"prefix": tokenizer.encode(PREFIX).ids, "imageTokens": (TILE // PATCH) ** 2, "variants": known}
    (out / "parity.json").write_text(json.dumps(fixture | {"pictures": pictures}) + "\n")
    print(json.dumps(known), [[a["logit"] for a in p["answers"]] for p in pictures])


if __name__ == "__main__":
    main()
