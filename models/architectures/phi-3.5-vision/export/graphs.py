"""Phi-3.5-vision from parts of transformers, and its three graphs with the published inputs and outputs."""

import sys
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import CLIPVisionConfig, CLIPVisionModel, Phi3ForCausalLM

sys.path.insert(0, str(Path(__file__).parents[2] / "export"))
from decoder import ENDS, Decoder, write, write_decoder


class Vision(nn.Module):
    """Pixels [1, 1 + tiles, 3, side, side] and the grid's [[height, width]] to features [tokens, hidden]."""

    def __init__(self, config: CLIPVisionConfig, hidden: int):
        super().__init__()
        self.tower = CLIPVisionModel(config)
        self.tile, self.patch = config.image_size, config.patch_size
        self.width = 4 * config.hidden_size
        self.glb_GN = nn.Parameter(torch.zeros(1, self.width))
        self.sub_GN = nn.Parameter(torch.zeros(1, 1, self.width))
        self.projection = nn.Sequential(nn.Linear(self.width, hidden), nn.GELU(), nn.Linear(hidden, hidden))

    def rows(self, features: Tensor, down, across) -> Tensor:
        """Tiles [down × across, patches, channels] to merged features row by row over the whole grid, and row ends."""
        half = self.tile // self.patch // 2
        merged = features.reshape(-1, half, 2, half, 2, self.width // 4).permute(0, 1, 3, 2, 4, 5)
        merged = merged.reshape(down, across, half, half, self.width).permute(0, 2, 1, 3, 4)
        merged = merged.reshape(down * half, across * half, self.width)
        return torch.cat([merged, self.sub_GN.expand(down * half, 1, -1)], 1).reshape(-1, self.width)

    def forward(self, pixel_values: Tensor, image_sizes: Tensor) -> Tensor:
        down, across = image_sizes[0, 0] // self.tile, image_sizes[0, 1] // self.tile
        hidden = self.tower(pixel_values[0], output_hidden_states=True).hidden_states[-2][:, 1:]
        tiles = self.rows(hidden[1 : 1 + down * across], down, across)
        return self.projection(torch.cat([tiles, self.glb_GN, self.rows(hidden[:1], 1, 1)]))


class Embeds(nn.Module):
    """Words for tokens, features where a token is negative."""

    def __init__(self, words: nn.Embedding):
        super().__init__()
        self.words = words

    def forward(self, input_ids: Tensor, image_features: Tensor) -> Tensor:
        embeds = self.words(input_ids.clamp(0, self.words.num_embeddings - 1)).float()
        return embeds.index_put(torch.nonzero(input_ids < 0, as_tuple=True), image_features)


def export(vision: Vision, language: Phi3ForCausalLM, tiles: int, folder: Path, **how) -> Decoder:
    """
    Writes the graphs. Both models need `attn_implementation="eager"`. `tiles`: at most so many, the one of the whole
    not counted. `how` says more of the decoder's graph, whose module is returned.
    """
    folder.mkdir(parents=True, exist_ok=True)
    config, side = language.config, vision.tile
    tokens = {0: "num_image_tokens"}
    write(
        folder / "vision_encoder.onnx",
        vision,
        (torch.zeros(1, 1 + tiles, 3, side, side), torch.tensor([[side, (tiles - 1) * side]])),
        ["pixel_values", "image_sizes"],
        ["image_features"],
        {
            "pixel_values": {0: "num_images", 1: "max_num_crops"},
            "image_sizes": {0: "num_images"},
            "image_features": tokens,
        },
    )
    write(
        folder / "prepare_inputs_embeds.onnx",
        Embeds(language.get_input_embeddings()),
        (torch.tensor([[1, -1, -1, 2]]), torch.zeros(2, config.hidden_size)),
        ["input_ids", "image_features"],
        ["inputs_embeds"],
        {name: ENDS[name] for name in ("input_ids", "inputs_embeds")} | {"image_features": tokens},
    )
    decoder = Decoder(language.model, language.lm_head)
    # A traced graph cannot change its factors: it keeps the short ones.
    language.model.rotary_emb.rope_type = "short"
    write_decoder(folder / "model.onnx", decoder, config, **how)
    language.model.rotary_emb.rope_type = "longrope"
    return decoder
