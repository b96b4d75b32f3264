"""The three graphs of the published ONNX layout, from a LLaVA-OneVision of transformers: same files, inputs, outputs.

`vision_encoder` gives the projected features of one base tile, without the row ends that any-resolution tiles add;
`decoder_model_merged` gives the logits of every position and takes a past of any length, zero too.
"""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import DynamicCache


class Vision(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.tower, self.projector = model.model.vision_tower, model.model.multi_modal_projector

    def forward(self, pixel_values: Tensor) -> Tensor:
        hidden = self.tower(pixel_values, output_hidden_states=True).hidden_states[-1]
        return self.projector(hidden)


class Decoder(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.language, self.head = model.model.language_model, model.lm_head

    def forward(self, inputs_embeds: Tensor, attention_mask: Tensor, position_ids: Tensor, *past: Tensor) -> tuple:
        cache = DynamicCache()
        for layer in range(len(past) // 2):
            cache.update(past[2 * layer], past[2 * layer + 1], layer)
        keys = torch.arange(attention_mask.shape[1])[None, None]
        seen = (keys <= position_ids[:, :, None]) & (attention_mask[:, None] > 0)
        bias = torch.where(seen, 0.0, torch.finfo(torch.float32).min)[:, None]
        out = self.language(
            inputs_embeds=inputs_embeds,
            attention_mask={"full_attention": bias},
            position_ids=position_ids,
            past_key_values=cache,
            use_cache=True,
        )
        present = [tensor for layer in cache.layers for tensor in (layer.keys, layer.values)]
        return (self.head(out.last_hidden_state), *present)


def export(model, folder: Path) -> None:
    """Writes single-precision graphs. `model` needs `attn_implementation="eager"`."""
    folder.mkdir(parents=True, exist_ok=True)
    text, tile = model.config.text_config, model.config.vision_config.image_size
    past, present = (
        [f"{side}.{layer}.{part}" for layer in range(text.num_hidden_layers) for part in ("key", "value")]
        for side in ("past_key_values", "present")
    )

    def write(module, inputs, name, ins, outs, axes):
        torch.onnx.export(
            module,
            inputs,
            folder / f"{name}.onnx",
            input_names=ins,
            output_names=outs,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )

    ends = {name: {0: "batch_size", 1: "sequence_length"} for name in ("input_ids", "inputs_embeds", "position_ids", "logits")}
    write(
        Vision(model),
        (torch.zeros(1, 3, tile, tile),),
        "vision_encoder",
        ["pixel_values"],
        ["image_features"],
        {"pixel_values": {0: "batch_size"}, "image_features": {0: "batch_size"}},
    )
    write(
        model.get_input_embeddings(),
        (torch.zeros(1, 4, dtype=torch.int64),),
        "embed_tokens",
        ["input_ids"],
        ["inputs_embeds"],
        {name: ends[name] for name in ("input_ids", "inputs_embeds")},
    )
    head = text.hidden_size // text.num_attention_heads
    write(
        Decoder(model),
        (
            torch.zeros(2, 3, text.hidden_size),
            torch.ones(2, 5, dtype=torch.int64),
            torch.arange(2, 5).expand(2, -1),
            *(torch.zeros(2, text.num_key_value_heads, 2, head) for _ in past),
        ),
        "decoder_model_merged",
        ["inputs_embeds", "attention_mask", "position_ids", *past],
        ["logits", *present],
        {name: ends[name] for name in ("inputs_embeds", "position_ids", "logits")}
        | {"attention_mask": {0: "batch_size", 1: "total_sequence_length"}}
        | {name: {0: "batch_size", 2: "past_sequence_length"} for name in past}
        | {name: {0: "batch_size", 2: "total_sequence_length"} for name in present},
    )
