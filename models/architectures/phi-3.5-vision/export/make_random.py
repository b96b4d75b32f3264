"""Builds Phi-3.5-vision at its real dimensions with random weights, for measuring time and memory.

python make_random.py --out FOLDER [--half] [--smallest]          (../../export/requirements.txt)

The layout and data types are those of the published files for a processor: every linear layer q4 (blocks of 32,
symmetric, 8-bit activations), the words' table in single precision, the decoder's weights beside its graph; with
`--half` the decoder for a card, which computes in half precision and holds its weights itself. Sizes
agree within 2 % but for the vision graph, 200 MB against about 445: some of its layers are not q4 as published. The
attention is the traced one, not one operator. The vocabulary's table has all 32,064 rows but fewer texts, and the words of the bench
are one token each, as they are in the published one. The factors of longrope are made up.
"""

import json
import sys
from pathlib import Path

import torch
from transformers import CLIPVisionConfig, Phi3Config, Phi3ForCausalLM

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2] / "export")]
from beside import put_weights_beside
from decoder import decoder_inputs
from four_bits import quantise
from graphs import Vision, export
from random_weights import WORDS, fill, made_in
from tokenizer import build_tokenizer

TILES = 4
QUOTED = " ".join(f'"{word}"' for word in WORDS)
TEXTS = [" ".join(WORDS), QUOTED, QUOTED, "Yes No yes no"] * 4
CONFIG = {
    "vocab_size": 32_064,
    "hidden_size": 3072,
    "intermediate_size": 8192,
    "num_hidden_layers": 32,
    "num_attention_heads": 32,
    "num_key_value_heads": 32,
    "max_position_embeddings": 131_072,
    "original_max_position_embeddings": 4096,
    "rope_parameters": {
        "rope_type": "longrope",
        "rope_theta": 10_000.0,
        "short_factor": [1 + at / 48 for at in range(48)],
        "long_factor": [1 + at for at in range(48)],
    },
    "eos_token_id": 32_000,
    "pad_token_id": 32_000,
}
TOWER = {
    "hidden_size": 1024,
    "intermediate_size": 4096,
    "num_hidden_layers": 24,
    "num_attention_heads": 16,
    "image_size": 336,
    "patch_size": 14,
}

LEAST = {
    "hidden_size": 64,
    "intermediate_size": 64,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "num_key_value_heads": 2,
    "rope_parameters": CONFIG["rope_parameters"]
    | {"short_factor": [1 + at / 16 for at in range(16)], "long_factor": [1 + at for at in range(16)]},
}
# Of two layers the features of the first are taken.
LEAST_TOWER = {"hidden_size": 32, "intermediate_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "image_size": 56}


def build(config: Phi3Config, tower: CLIPVisionConfig) -> tuple[Vision, Phi3ForCausalLM]:
    """At no time are there all weights in single precision."""
    torch.manual_seed(1)
    with torch.device("meta"):
        vision, language = Vision(tower, config.hidden_size).eval(), Phi3ForCausalLM(config).eval()
    language.model.rotary_emb = type(language.model.rotary_emb)(config)
    for model in (vision, language):
        quantise(model)
        fill(model)
    return vision, language


def make(folder: Path, half: bool, smallest: bool) -> None:
    config = Phi3Config(**CONFIG | (LEAST if smallest else {}), attn_implementation="eager")
    tower = CLIPVisionConfig(**TOWER | (LEAST_TOWER if smallest else {}), attn_implementation="eager")
    graphs = folder / "onnx"
    vision, language = build(config, tower)
    decoder = export(vision, language.half() if half else language, TILES, graphs, export_params=half)
    suffixes = {"vision_encoder": "_q4", "prepare_inputs_embeds": "_q4", "model": "_q4f16" if half else "_q4"}
    for name, suffix in suffixes.items():
        (graphs / f"{name}.onnx").rename(graphs / f"{name}{suffix}.onnx")
    if not half:
        put_weights_beside(graphs / "model_q4.onnx", decoder, decoder_inputs(config.num_hidden_layers))
    whole = config.to_dict() | {
        "model_type": "phi3_v",
        "architectures": ["Phi3VForCausalLM"],
        "vision_config": tower.to_dict(),
        "tiles": TILES,
    }
    (folder / "config.json").write_text(json.dumps(whole, indent=2) + "\n")
    build_tokenizer(TEXTS, 2_000).save(str(folder / "tokenizer.json"), pretty=False)
    (folder / "tokenizer_config.json").write_text('{ "tokenizer_class": "LlamaTokenizer", "legacy": false }\n')


if __name__ == "__main__":
    made_in(make, __doc__)
