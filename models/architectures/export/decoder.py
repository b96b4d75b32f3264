"""What the graphs of the published layout have in common, whichever the architecture: their axes, and the decoder."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import DynamicCache

_SEQUENCES = ("input_ids", "inputs_embeds", "position_ids", "logits")
# Axes of unknown length, by the name of an input or output.
ENDS = {name: {0: "batch_size", 1: "sequence_length"} for name in _SEQUENCES}


class Decoder(nn.Module):
    """
    Logits of every position, and all keys and values; takes a past of any length, zero too. Words and logits are in
    single precision, whatever it computes and remembers in.
    """

    def __init__(self, language: nn.Module, head: nn.Module):
        super().__init__()
        self.language, self.head = language, head
        # Its layers' own: the words' table may be kept in another.
        self.dtype = next(language.layers.parameters()).dtype

    def forward(self, inputs_embeds: Tensor, attention_mask: Tensor, position_ids: Tensor, *past: Tensor) -> tuple:
        cache = DynamicCache()
        for layer in range(len(past) // 2):
            cache.update(past[2 * layer], past[2 * layer + 1], layer)
        keys = torch.arange(attention_mask.shape[1])[None, None]
        seen = (keys <= position_ids[:, :, None]) & (attention_mask[:, None] > 0)
        dtype = past[0].dtype
        bias = torch.where(seen, 0.0, torch.finfo(dtype).min).to(dtype)[:, None]
        out = self.language(
            inputs_embeds=inputs_embeds.to(dtype), attention_mask=bias, position_ids=position_ids, cache=cache, use_cache=True
        )
        present = [tensor for layer in cache.layers for tensor in (layer.keys, layer.values)]
        return (self.head(out.last_hidden_state).float(), *present)


def write(file: Path, module: nn.Module, inputs: tuple, ins: list[str], outs: list[str], axes: dict, **how) -> None:
    torch.onnx.export(
        module,
        inputs,
        file,
        input_names=ins,
        output_names=outs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
        **how,
    )


def decoder_inputs(layers: int) -> list[str]:
    return ["inputs_embeds", "attention_mask", "position_ids", *_cache("past_key_values", layers)]


def write_decoder(file: Path, decoder: Decoder, config, **how) -> None:
    """`config` is the language model's; it needs `attn_implementation="eager"`. It remembers in its own precision."""
    layers, heads = config.num_hidden_layers, config.num_key_value_heads
    head = config.hidden_size // config.num_attention_heads
    past, present = _cache("past_key_values", layers), _cache("present", layers)
    inputs = (
        torch.zeros(2, 3, config.hidden_size),
        torch.ones(2, 5, dtype=torch.int64),
        torch.arange(2, 5).expand(2, -1),
        *(torch.zeros(2, heads, 2, head, dtype=decoder.dtype) for _ in past),
    )
    axes = {name: ENDS[name] for name in ("inputs_embeds", "position_ids", "logits")}
    axes["attention_mask"] = {0: "batch_size", 1: "total_sequence_length"}
    axes |= {name: {0: "batch_size", 2: "past_sequence_length"} for name in past}
    axes |= {name: {0: "batch_size", 2: "total_sequence_length"} for name in present}
    write(file, decoder, inputs, decoder_inputs(layers), ["logits", *present], axes, **how)


def _cache(side: str, layers: int) -> list[str]:
    return [f"{side}.{layer}.{part}" for layer in range(layers) for part in ("key", "value")]
