"""The three graphs of the published ONNX layout, from a LLaVA-OneVision of transformers: same files, inputs, outputs.

`vision_encoder` gives the projected features of one base tile, without the row ends that any-resolution tiles add;
`decoder_model_merged` gives the logits of every position and takes a past of any length, zero too. A model in half
precision has inputs and outputs in single, but for its past.
"""

import sys
from pathlib import Path

import torch
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).parents[2] / "export"))
from decoder import ENDS, Decoder, write, write_decoder


class Vision(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.tower, self.projector = model.model.vision_tower, model.model.multi_modal_projector

    def forward(self, pixel_values: Tensor) -> Tensor:
        pixels = pixel_values.to(self.tower.dtype)
        return self.projector(self.tower(pixels, output_hidden_states=True).hidden_states[-1]).float()


def export_vision(model, file: Path) -> None:
    tile = model.config.vision_config.image_size
    write(
        file,
        Vision(model),
        (torch.zeros(1, 3, tile, tile),),
        ["pixel_values"],
        ["image_features"],
        {"pixel_values": {0: "batch_size"}, "image_features": {0: "batch_size"}},
    )


def export(model, folder: Path) -> None:
    """Writes the graphs. `model` needs `attn_implementation="eager"`."""
    folder.mkdir(parents=True, exist_ok=True)
    export_vision(model, folder / "vision_encoder.onnx")
    write(
        folder / "embed_tokens.onnx",
        model.get_input_embeddings(),
        (torch.zeros(1, 4, dtype=torch.int64),),
        ["input_ids"],
        ["inputs_embeds"],
        {name: ENDS[name] for name in ("input_ids", "inputs_embeds")},
    )
    decoder = Decoder(model.model.language_model, model.lm_head)
    write_decoder(folder / "decoder_model_merged.onnx", decoder, model.config.text_config)
