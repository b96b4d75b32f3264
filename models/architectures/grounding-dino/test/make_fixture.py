"""Builds the fixture that holds the TypeScript path to PyTorch: a tiny Grounding DINO with random weights.

python make_fixture.py --out fixture        (../../export/requirements.txt)

The architecture is the published one: Swin, BERT with its marks between phrases, deformable attention, two stages; only
the sizes and the vocabulary are small. The graph is there in single precision and in 8 bits, as it is published.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from transformers import BertConfig, GroundingDinoConfig, GroundingDinoForObjectDetection, SwinConfig

sys.path[:0] = [str(Path(__file__).parents[1] / "export"), str(Path(__file__).parents[2] / "export")]
from eight_bits import quantise
from graphs import INPUTS, export
from tiny import encoded, randomise
from tokenizer import build_tokenizer

SIZE = 128
MEAN, STD = np.float32([0.485, 0.456, 0.406]), np.float32([0.229, 0.224, 0.225])
PICTURES = Path(__file__).parents[2] / "llava-onevision" / "test" / "fixture"
WORDS = "a girl red coat old man fox lan ##tern dog cat ##s".split()
PROMPTS = ["girl.", "fox. old man. lantern.", "a girl in a red coat. dogs. cats."]


def build_model(vocabulary: int) -> GroundingDinoForObjectDetection:
    torch.manual_seed(1)
    config = GroundingDinoConfig(
        backbone_config=SwinConfig(
            image_size=SIZE,
            embed_dim=8,
            depths=[1, 1, 1, 1],
            num_heads=[1, 1, 2, 2],
            window_size=4,
            out_indices=[2, 3, 4],
        ),
        text_config=BertConfig(
            vocab_size=vocabulary,
            hidden_size=16,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=32,
            max_position_embeddings=64,
        ),
        d_model=32,
        num_queries=12,
        encoder_layers=1,
        decoder_layers=2,
        encoder_attention_heads=2,
        decoder_attention_heads=2,
        encoder_ffn_dim=32,
        decoder_ffn_dim=32,
        max_text_len=32,
        disable_custom_kernels=True,
        attn_implementation="eager",
    )
    model = GroundingDinoForObjectDetection(config).eval()
    randomise(model, 0.2)
    return model


def prepared(image: Image.Image) -> np.ndarray:
    square = image.convert("RGB").resize((SIZE, SIZE), Image.Resampling.BILINEAR)
    return ((np.asarray(square, np.float32) / 255 - MEAN) / STD).transpose(2, 0, 1)


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--out", type=Path, required=True)
    out = parse.parse_args().out
    tokenizer = build_tokenizer(WORDS)
    model = build_model(tokenizer.get_vocab_size())
    out.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    (out / "tokenizer_config.json").write_text('{ "tokenizer_class": "BertTokenizer" }\n')
    pixels = prepared(Image.open(PICTURES / "wide.png"))
    prompts = []
    for text in PROMPTS:
        ids = torch.tensor([tokenizer.encode(text).ids])
        given = (torch.from_numpy(pixels)[None], ids, torch.zeros_like(ids), torch.ones_like(ids), torch.ones(1, SIZE, SIZE))
        with torch.no_grad():
            found = model(**dict(zip(INPUTS, given)))
        prompts.append(
            {
                "text": text,
                "ids": ids[0].tolist(),
                # What is beyond the words is minus infinity.
                "logits": found.logits[0, :, : ids.shape[1]].tolist(),
                "boxes": found.pred_boxes[0].tolist(),
            }
        )
    # After PyTorch: the exporter leaves the model's buffers as it used them.
    export(model, out / "onnx", SIZE, 9)
    quantise(out / "onnx" / "model.onnx", out / "onnx" / "model_quantized.onnx")
    fixture = {"size": SIZE, "file": "wide.png", "pixels": encoded(pixels), "prompts": prompts}
    (out / "parity.json").write_text(json.dumps(fixture) + "\n")


if __name__ == "__main__":
    main()
