"""The graph of the published ONNX layout, from a Grounding DINO of transformers: same inputs and outputs."""

import sys
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers.models.grounding_dino import modeling_grounding_dino as modeling

sys.path.insert(0, str(Path(__file__).parents[2] / "export"))
from decoder import write

INPUTS = ["pixel_values", "input_ids", "token_type_ids", "attention_mask", "pixel_mask"]


def masks(input_ids: Tensor, special_tokens: Tensor) -> tuple[Tensor, Tensor]:
    """
    Which words see which, and where each stands in its phrase, as transformers has it: words between two marks see one
    another. Without running maxima, which ONNX does not have.
    """
    length = input_ids.shape[1]
    places = torch.arange(length, device=input_ids.device)
    is_mark = (input_ids[..., None] == special_tokens).any(-1)
    none = torch.full_like(places, -1)
    before = torch.where(is_mark[:, None] & (places[None, :] < places[:, None]), places, none).amax(-1)
    after = torch.where(is_mark[:, None] & (places[None, :] >= places[:, None]), places, none + 1 + length).amin(-1)
    counts = (after != 0) & (after != length - 1) & (after != length)
    sees = (after[:, :, None] == after[:, None]) & counts[:, None]
    sees = sees | (places[None, :, None] == places[None, None])
    return sees, torch.where(counts, places - before - 1, torch.zeros_like(before))


class Detect(nn.Module):
    def __init__(self, model: nn.Module):
        super().__init__()
        self.model = model

    def forward(self, *inputs: Tensor) -> tuple[Tensor, Tensor]:
        out = self.model(**dict(zip(INPUTS, inputs)))
        return out.logits, out.pred_boxes


def export(model: nn.Module, folder: Path, size: int, words: int) -> None:
    """Writes the graph for square pictures of `size` pixels; `words`: of the example, no limit."""
    folder.mkdir(parents=True, exist_ok=True)
    theirs = modeling.generate_masks_with_special_tokens_and_transfer_map
    modeling.generate_masks_with_special_tokens_and_transfer_map = masks
    # Of a picture whose size is fixed they are constants; the exporter would compute them in double precision.
    spaced = torch.linspace
    torch.linspace = lambda start, end, steps, **how: spaced(float(start), float(end), int(steps), **how)
    ids = torch.full((1, words), 1040)
    ids[0, 0], ids[0, -1], ids[0, -2] = 101, 102, 1012
    length = {0: "batch_size", 1: "sequence_length"}
    write(
        folder / "model.onnx",
        Detect(model),
        (
            torch.zeros(1, 3, size, size),
            ids,
            torch.zeros_like(ids),
            torch.ones_like(ids),
            torch.ones(1, size, size, dtype=torch.int64),
        ),
        INPUTS,
        ["logits", "pred_boxes"],
        {name: length for name in INPUTS[1:4]} | {"logits": {0: "batch_size"}, "pred_boxes": {0: "batch_size"}},
    )
    modeling.generate_masks_with_special_tokens_and_transfer_map, torch.linspace = theirs, spaced
