"""The graph of the published ONNX layout, from a DINOv2 with registers of transformers: same inputs and outputs."""

import sys
from pathlib import Path

import torch
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).parents[2] / "export"))
from decoder import write


class States(nn.Module):
    """The normalised states of every token: the whole picture's, the registers', the patches'."""

    def __init__(self, model: nn.Module):
        super().__init__()
        self.model = model

    def forward(self, pixel_values: Tensor) -> Tensor:
        return self.model(pixel_values).last_hidden_state


def export(model: nn.Module, folder: Path, size: int) -> None:
    """Writes the graph for square pictures of `size` pixels. `model` needs `attn_implementation="eager"`."""
    folder.mkdir(parents=True, exist_ok=True)
    pixels = torch.zeros(1, 3, size, size)
    embeddings = model.embeddings
    # ONNX has no antialiased interpolation: the places of this size's patches are made once, and kept.
    with torch.no_grad():
        patches = embeddings.patch_embeddings(pixels)
        whole = torch.cat([embeddings.cls_token, patches], 1)
        places = embeddings.interpolate_pos_encoding(whole, size, size)
    embeddings.interpolate_pos_encoding = lambda *_: places
    write(
        folder / "model.onnx",
        States(model),
        (pixels,),
        ["pixel_values"],
        ["last_hidden_state"],
        {"pixel_values": {0: "batch_size"}, "last_hidden_state": {0: "batch_size"}},
    )
    del embeddings.interpolate_pos_encoding
