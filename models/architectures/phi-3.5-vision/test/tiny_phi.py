"""A tiny Phi-3.5-vision of the published architecture, with random weights."""

import math
import sys
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import CLIPVisionConfig, Phi3Config, Phi3ForCausalLM

sys.path.insert(0, str(Path(__file__).parent.parent / "export"))
from graphs import Vision
from tokenizer import build_tokenizer

TILE, PATCH, TILES = 56, 14, 4
WORDS = "Does this figure show the a girl in red coat Please answer yes or no Yes No user assistant lantern dog night"


def tiny_tokenizer() -> Tokenizer:
    # Words also occur without a space before them, as in quotes.
    quoted = " ".join(f'"{word}"' for word in WORDS.split())
    return build_tokenizer([WORDS, quoted, quoted, "Yes No yes no eyes uno know,.?"] * 4, 430)


def build_model(tokenizer: Tokenizer) -> tuple[Vision, Phi3ForCausalLM]:
    torch.manual_seed(1)
    language = Phi3ForCausalLM(
        Phi3Config(
            vocab_size=tokenizer.get_vocab_size(),
            eos_token_id=tokenizer.token_to_id("<|endoftext|>"),
            pad_token_id=tokenizer.token_to_id("<|endoftext|>"),
            hidden_size=32,
            intermediate_size=64,
            num_hidden_layers=2,
            num_attention_heads=4,
            num_key_value_heads=4,
            max_position_embeddings=131072,
            original_max_position_embeddings=4096,
            rope_parameters={
                "rope_type": "longrope",
                "rope_theta": 10000.0,
                "short_factor": [1.0, 1.1, 1.4, 2.0],
                "long_factor": [1.0, 2.0, 8.0, 32.0],
            },
            attn_implementation="eager",
        )
    ).eval()
    tower = CLIPVisionConfig(
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=3,
        num_attention_heads=2,
        image_size=TILE,
        patch_size=PATCH,
        attn_implementation="eager",
    )
    vision = Vision(tower, language.config.hidden_size).eval()
    with torch.no_grad():
        # Large enough that every part matters to the answer.
        for module in (vision, language):
            for name, weight in module.named_parameters():
                if name.endswith("GN"):
                    weight.normal_(0, 1)
                elif weight.ndim > 1:
                    weight.normal_(0, 1 / math.sqrt(weight[0].numel()))
                elif name.endswith("bias"):
                    weight.normal_(0, 0.1)
    return vision, language
