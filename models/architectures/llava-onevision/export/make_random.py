"""Builds LLaVA-OneVision 0.5B at its real dimensions with random weights, for measuring time and memory.

python make_random.py --out FOLDER [--half] [--smallest]          (../../export/requirements.txt)

The layout and data types are those of the published files for a processor: q4 tower and decoder (blocks of 32,
symmetric, 8-bit activations), half-precision embeddings; with `--half` those for a card, which compute in half. Only
the vocabulary's texts are fewer: its table has all 152,000 rows, and the words of the bench are one token each, as
they are in the published one.
"""

import math
import sys
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import LlavaOnevisionConfig, LlavaOnevisionForConditionalGeneration

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2] / "export")]
from four_bits import quantise
from graphs import export
from random_weights import WORDS, fill, made_in
from tokenizer import SPECIAL, build_tokenizer

TEXTS = [" ".join(WORDS), " ".join(reversed(WORDS)), *WORDS] * 4
# One token each in the published vocabulary.
PHRASES = [' "', '"?', ".", "\n"]


VISION = {
    "model_type": "siglip_vision_model",
    "hidden_size": 1152,
    "intermediate_size": 4304,
    "num_hidden_layers": 26,
    "num_attention_heads": 16,
    "image_size": 384,
    "patch_size": 14,
    "vision_use_head": False,
}
TEXT = {
    "model_type": "qwen2",
    "vocab_size": 152_000,
    "hidden_size": 896,
    "intermediate_size": 4864,
    "num_hidden_layers": 24,
    "num_attention_heads": 14,
    "num_key_value_heads": 2,
    "max_position_embeddings": 32_768,
    "rope_theta": 1_000_000.0,
    "tie_word_embeddings": True,
}
LEAST_VISION = {"hidden_size": 32, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2, "image_size": 56}
LEAST_TEXT = {
    "vocab_size": 2_100,
    "hidden_size": 64,
    "intermediate_size": 64,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "num_key_value_heads": 1,
}


def config(image_token: int, smallest: bool) -> LlavaOnevisionConfig:
    vision = VISION | LEAST_VISION if smallest else VISION
    return LlavaOnevisionConfig(
        vision_config=vision,
        text_config=TEXT | LEAST_TEXT if smallest else TEXT,
        image_token_index=image_token,
        image_grid_pinpoints=[[vision["image_size"]] * 2],
        vision_feature_layer=-1,
        vision_feature_select_strategy="full",
        tie_word_embeddings=True,
        attn_implementation="eager",
    )


class HalfEmbedding(nn.Module):
    """Kept in half precision; what it gives is single, as the published graph's output is."""

    def __init__(self, of: nn.Embedding):
        super().__init__()
        self.table = nn.Embedding(of.num_embeddings, of.embedding_dim, dtype=torch.float16)
        nn.init.normal_(self.table.weight, 0, 1 / math.sqrt(of.embedding_dim))

    def forward(self, ids: Tensor) -> Tensor:
        return self.table(ids).float()


def build(settings: LlavaOnevisionConfig) -> LlavaOnevisionForConditionalGeneration:
    """At no time are there all weights in single precision."""
    torch.manual_seed(1)
    with torch.device("meta"):
        model = LlavaOnevisionForConditionalGeneration(settings).eval()
    rotary = type(model.model.language_model.rotary_emb)
    model.model.language_model.rotary_emb = rotary(settings.text_config)
    quantise(model)
    model.set_input_embeddings(HalfEmbedding(model.get_input_embeddings()))
    fill(model)
    return model


def make(folder: Path, half: bool, smallest: bool) -> None:
    tokenizer = build_tokenizer(TEXTS + PHRASES * 40, 2_000)
    settings = config(tokenizer.token_to_id(SPECIAL[-1]), smallest)
    model = build(settings)
    export(model.half() if half else model, folder / "onnx")
    weights = "_q4f16" if half else "_q4"
    suffixes = {"vision_encoder": weights, "embed_tokens": "_fp16", "decoder_model_merged": weights}
    for name, suffix in suffixes.items():
        (folder / "onnx" / f"{name}.onnx").rename(folder / "onnx" / f"{name}{suffix}.onnx")
    settings.to_json_file(folder / "config.json", use_diff=False)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    (folder / "tokenizer_config.json").write_text('{ "tokenizer_class": "Qwen2Tokenizer" }\n')


if __name__ == "__main__":
    made_in(make, __doc__)
