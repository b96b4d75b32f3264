"""The models that the bench sets beside ours, in PyTorch at the dimensions of a config.json, with random weights.

Each has the `words` of its vocabulary, its `language` model, the `head` that gives logits, and `picture()`: the
features of one picture, [1, tokens, width]. Weights are made where they lie, in `dtype`: loading costs no second copy.
"""

import json
import sys
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import (
    CLIPVisionConfig,
    LlavaOnevisionConfig,
    LlavaOnevisionForConditionalGeneration,
    Phi3Config,
    Phi3ForCausalLM,
)

ARCHITECTURES = Path(__file__).parents[1] / "models" / "architectures"
sys.path[:0] = [str(ARCHITECTURES / "phi-3.5-vision" / "export"), str(ARCHITECTURES / "export")]
from graphs import Vision
from random_weights import fill

# Of the memory that is free, what weights may take: the rest is for activations.
MOST = 0.85


class LlavaOnevision:
    """One base tile."""

    def __init__(self, file: Path, dtype: torch.dtype, layers: int | None):
        config = LlavaOnevisionConfig.from_json_file(file)
        config.text_config.num_hidden_layers = layers or config.text_config.num_hidden_layers
        config._attn_implementation = "sdpa"
        model = LlavaOnevisionForConditionalGeneration(config).eval()
        model.tie_weights()
        inner, size = model.model, config.vision_config.image_size
        self.words, self.language, self.head = model.get_input_embeddings(), inner.language_model, model.lm_head
        self.tower, self.projector = inner.vision_tower, inner.multi_modal_projector
        self.pixels = torch.randn(1, 3, size, size, dtype=dtype)

    def picture(self) -> Tensor:
        hidden = self.tower(self.pixels, output_hidden_states=True).hidden_states[-1]
        return self.projector(hidden)


class Phi35Vision:
    """
    A square grid that uses every tile. The tower's last layer, which nothing reads, is computed as well: a hundredth
    of the work, which a graph leaves out.
    """

    def __init__(self, file: Path, dtype: torch.dtype, layers: int | None):
        fields = json.loads(file.read_text())
        fields["num_hidden_layers"] = layers or fields["num_hidden_layers"]
        tower = CLIPVisionConfig.from_dict(fields.pop("vision_config"), attn_implementation="sdpa")
        tiles = fields.pop("tiles")
        config = Phi3Config.from_dict(fields | {"model_type": "phi3"}, attn_implementation="sdpa")
        with torch.device("meta"):
            vision, language = Vision(tower, config.hidden_size).eval(), Phi3ForCausalLM(config).eval()
        language.model.rotary_emb = type(language.model.rotary_emb)(config)
        for model in (vision, language):
            model.requires_grad_(False)
        hold([vision, language])
        for model in (vision, language):
            fill(model)
        self.words, self.language, self.head = language.get_input_embeddings(), language.model, language.lm_head
        self.vision, side = vision, int(tiles**0.5) * tower.image_size
        self.grid = torch.tensor([[side, side]])
        self.pixels = torch.randn(1, 1 + tiles, 3, tower.image_size, tower.image_size, dtype=dtype)

    def picture(self) -> Tensor:
        return self.vision(self.pixels, self.grid)[None]


def hold(models: list[nn.Module]) -> None:
    """Ends the process, saying so, where memory does not hold the weights; a system without swap would end others."""
    needed = sum(weight.numel() * weight.itemsize for model in models for weight in model.parameters())
    try:
        lines = Path("/proc/meminfo").read_text().splitlines()
    except OSError:
        return
    free = next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable"))
    if needed > MOST * free:
        sys.exit(f"the weights take {needed / 2**30:.1f} GiB, and {free / 2**30:.1f} GiB of memory are free")


def build(file: Path, dtype: torch.dtype, layers: int | None) -> tuple[LlavaOnevision | Phi35Vision, int]:
    """The model with so many layers of the language model, or all; and how many all are."""
    kinds = {"llava_onevision": LlavaOnevision, "phi3_v": Phi35Vision}
    before = torch.get_default_dtype()
    torch.set_default_dtype(dtype)
    fields = json.loads(file.read_text())
    model = kinds[fields["model_type"]](file, dtype, layers)
    torch.set_default_dtype(before)
    return model, fields.get("text_config", fields)["num_hidden_layers"]
