"""Builds Grounding DINO tiny at its real dimensions with random weights, for measuring time and memory.

python make_random.py --out FOLDER [--smallest]          (../../export/requirements.txt)

The layout and data type are those of the published file for a processor: 8-bit weights, multiplied with activations
that are rounded as they come. Of the vocabulary there are the numbers; its texts are the bench's few.
"""

import sys
from pathlib import Path

import torch
from transformers import BertConfig, GroundingDinoConfig, GroundingDinoForObjectDetection, SwinConfig

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2] / "export")]
from eight_bits import quantise
from graphs import export
from random_weights import WORDS, made_in
from tokenizer import build_tokenizer

SWIN = {"image_size": 224, "embed_dim": 96, "depths": [2, 2, 6, 2], "num_heads": [3, 6, 12, 24], "window_size": 7}
LEAST_SWIN = {"image_size": 128, "embed_dim": 8, "depths": [1, 1, 1, 1], "num_heads": [1, 1, 2, 2], "window_size": 4}
LEAST_TEXT = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32}
LEAST = {
    "d_model": 32,
    "num_queries": 12,
    "encoder_layers": 1,
    # The boxes of the second layer on are the first one's: transformers refuses a decoder without a second.
    "decoder_layers": 2,
    "encoder_attention_heads": 2,
    "decoder_attention_heads": 2,
    "encoder_ffn_dim": 32,
    "decoder_ffn_dim": 32,
}


def build(smallest: bool) -> GroundingDinoForObjectDetection:
    torch.manual_seed(1)
    config = GroundingDinoConfig(
        backbone_config=SwinConfig(**(SWIN | LEAST_SWIN if smallest else SWIN), out_indices=[2, 3, 4]),
        text_config=BertConfig(vocab_size=30_522, **(LEAST_TEXT if smallest else {})),
        **(LEAST if smallest else {}),
        disable_custom_kernels=True,
        attn_implementation="eager",
    )
    return GroundingDinoForObjectDetection(config).eval()


def make(folder: Path, half: bool, smallest: bool) -> None:
    if half:
        raise SystemExit("it runs on the processor alone")
    model = build(smallest)
    export(model, folder / "onnx", 128 if smallest else 800, 12)
    whole = folder / "onnx" / "model.onnx"
    quantise(whole, folder / "onnx" / "model_quantized.onnx")
    whole.unlink()
    model.config.to_json_file(folder / "config.json", use_diff=False)
    build_tokenizer(WORDS).save(str(folder / "tokenizer.json"), pretty=False)
    (folder / "tokenizer_config.json").write_text('{ "tokenizer_class": "BertTokenizer" }\n')


if __name__ == "__main__":
    made_in(make, __doc__)
