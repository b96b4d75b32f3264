"""The three graphs of the published ONNX layout, from a Qwen3.5 of transformers: same files, inputs, outputs, operators.

Three of four layers are linear attention: ONNX Runtime's own `CausalConvWithState` and `LinearAttention`. What they
remember has one size however long the text is: `past_conv.N`, the last four values of each channel, and
`past_recurrent.N`. The others take a past of any length.
"""

import sys
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import Qwen3_5ForConditionalGeneration

sys.path.insert(0, str(Path(__file__).parents[2] / "export"))
from decoder import ENDS, write


class CausalConv(torch.autograd.Function):
    """For export alone: its forward gives tensors of the right shapes, not the convolution."""

    @staticmethod
    def forward(ctx, x: Tensor, weight: Tensor, bias: Tensor, past: Tensor):
        return torch.zeros_like(x), torch.zeros_like(past)

    @staticmethod
    def symbolic(g, x, weight, bias, past):
        out = g.op("com.microsoft::CausalConvWithState", x, weight, bias, past, outputs=2, ndim_i=1, activation_s="silu")
        for one, like in zip(out, (x, past)):
            one.setType(like.type())
        return out


class LinearAttention(torch.autograd.Function):
    """For export alone, too."""

    @staticmethod
    def forward(ctx, q: Tensor, k: Tensor, v: Tensor, past: Tensor, decay: Tensor, beta: Tensor, heads: int):
        return torch.zeros_like(v), torch.zeros_like(past)

    @staticmethod
    def symbolic(g, q, k, v, past, decay, beta, heads: int):
        how = {"update_rule_s": "gated_delta", "q_num_heads_i": heads, "kv_num_heads_i": heads}
        out = g.op("com.microsoft::LinearAttention", q, k, v, past, decay, beta, outputs=2, **how)
        for one, like in zip(out, (v, past)):
            one.setType(like.type())
        return out


def unit(x: Tensor, heads: int) -> Tensor:
    """Each head's vector at length 1. [batch, tokens, heads × width]."""
    apart = x.unflatten(-1, (heads, -1))
    return (apart * torch.rsqrt((apart * apart).sum(-1, keepdim=True) + 1e-6)).flatten(-2)


class Remembered:
    """Keys and values of one layer: those of the past, and then all."""

    def __init__(self, keys: Tensor, values: Tensor):
        self.keys, self.values = keys, values

    def update(self, keys: Tensor, values: Tensor, *_, **__) -> tuple[Tensor, Tensor]:
        self.keys, self.values = torch.cat([self.keys, keys], 2), torch.cat([self.values, values], 2)
        return self.keys, self.values


class Decoder(nn.Module):
    """As many heads take in as give out. `position_ids` has three rows: time, height and width."""

    def __init__(self, model: Qwen3_5ForConditionalGeneration):
        super().__init__()
        self.language, self.head = model.model.language_model, model.lm_head
        for layer in self.language.layers:
            if hasattr(layer, "linear_attn"):
                layer.register_buffer("no_bias", torch.zeros(layer.linear_attn.conv_dim))

    def linear(self, layer: nn.Module, x: Tensor, conv: Tensor, state: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        of = layer.linear_attn
        mixed = of.in_proj_qkv(x).transpose(1, 2)
        seen, _ = CausalConv.apply(mixed, of.conv1d.weight, layer.no_bias, conv[:, :, 1:])
        q, k, v = seen.transpose(1, 2).split([of.key_dim, of.key_dim, of.value_dim], -1)
        decay = -of.A_log.exp() * nn.functional.softplus(of.in_proj_a(x) + of.dt_bias)
        beta = of.in_proj_b(x).sigmoid()
        heads = of.num_k_heads
        out, state = LinearAttention.apply(unit(q, heads), unit(k, heads), v, state, decay, beta, heads)
        gate = of.in_proj_z(x).reshape(-1, of.head_v_dim)
        normal = of.norm(out.reshape(-1, of.head_v_dim), gate).reshape(x.shape[0], x.shape[1], -1)
        return of.out_proj(normal), torch.cat([conv, mixed], 2)[:, :, -conv.shape[2] :], state

    def forward(self, inputs_embeds: Tensor, attention_mask: Tensor, position_ids: Tensor, keep: Tensor, *past: Tensor):
        tokens, total = inputs_embeds.shape[1], attention_mask.shape[1]
        at = torch.arange(total)
        seen = (at[None, :] <= at[total - tokens :, None])[None] & (attention_mask[:, None] > 0)
        bias = torch.where(seen, 0.0, torch.finfo(torch.float32).min)[:, None]
        rotation = self.language.rotary_emb(inputs_embeds, position_ids)
        x, present = inputs_embeds, []
        for index, layer in enumerate(self.language.layers):
            before = layer.input_layernorm(x)
            one, other = past[2 * index], past[2 * index + 1]
            if hasattr(layer, "linear_attn"):
                out, *kept = self.linear(layer, before, one, other)
            else:
                memory = Remembered(one, other)
                out = layer.self_attn(before, position_embeddings=rotation, attention_mask=bias, cache=memory)[0]
                kept = [memory.keys, memory.values]
            present += kept
            x = x + out
            x = x + layer.mlp(layer.post_attention_layernorm(x))
        return (self.head(self.language.norm(x)[:, -keep:]), *present)


class Vision(nn.Module):
    """Of one picture, its patches in the order of the squares that are merged: [patches, values]."""

    def __init__(self, model: Qwen3_5ForConditionalGeneration):
        super().__init__()
        self.tower = model.model.visual

    def places(self, rows: Tensor, columns: Tensor) -> tuple[Tensor, Tensor]:
        merge = self.tower.spatial_merge_size

        def in_order(x: Tensor) -> Tensor:
            return x.reshape(rows // merge, merge, columns // merge, merge).transpose(1, 2).flatten()

        row = torch.arange(rows)[:, None].expand(rows, columns)
        column = torch.arange(columns)[None].expand(rows, columns)
        return in_order(row), in_order(column)

    def learned(self, row: Tensor, column: Tensor, rows: Tensor, columns: Tensor) -> Tensor:
        """The learned places, between those of their square grid."""
        side = self.tower.num_grid_per_side
        y, x = row * (side - 1) / (rows - 1), column * (side - 1) / (columns - 1)
        top, left = y.floor(), x.floor()
        down, right = y - top, x - left
        out = 0
        for dy, wy in ((0, 1 - down), (1, down)):
            for dx, wx in ((0, 1 - right), (1, right)):
                at = (top + dy).clamp(max=side - 1) * side + (left + dx).clamp(max=side - 1)
                out = out + self.tower.pos_embed(at.long()) * (wy * wx)[:, None]
        return out

    def forward(self, pixel_values: Tensor, grid: Tensor) -> Tensor:
        rows, columns = grid[0, 1], grid[0, 2]
        row, column = self.places(rows, columns)
        x = self.tower.patch_embed(pixel_values) + self.learned(row, column, rows, columns)
        cos, sin = self.tower.rotary_pos_emb(x, torch.stack([row, column]).T)
        for block in self.tower.blocks:
            x = x + attend(block.attn, block.norm1(x), cos, sin)
            x = x + block.mlp(block.norm2(x))
        return self.tower.merger(x)


def attend(of: nn.Module, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    q, k, v = of.qkv(x).unflatten(-1, (3, of.num_heads, -1)).permute(1, 2, 0, 3)

    def turned(vectors: Tensor) -> Tensor:
        first, second = vectors.chunk(2, -1)
        return vectors * cos + torch.cat([-second, first], -1) * sin

    weights = (turned(q) @ turned(k).transpose(1, 2) * of.scaling).softmax(-1)
    return of.proj((weights @ v).transpose(0, 1).flatten(1))


def memory_of(config, index: int) -> list[tuple[str, list[int], dict]]:
    """Name, sizes and free axes of the two things that a layer remembers."""
    if config.layer_types[index] == "linear_attention":
        key, value = config.linear_num_key_heads * config.linear_key_head_dim, config.linear_num_value_heads * config.linear_value_head_dim
        state = [config.linear_num_value_heads, config.linear_key_head_dim, config.linear_value_head_dim]
        free = {0: "batch_size"}
        return [
            (f"conv.{index}", [1, 2 * key + value, config.linear_conv_kernel_dim], free),
            (f"recurrent.{index}", [1, *state], free),
        ]
    sizes = [1, config.num_key_value_heads, 2, config.head_dim]
    return [(f"{index}.{part}", sizes, {0: "batch_size", 2: "sequence_length"}) for part in ("key", "value")]


def export(model: Qwen3_5ForConditionalGeneration, folder: Path) -> None:
    """Writes the graphs. `model` needs `attn_implementation="eager"`."""
    folder.mkdir(parents=True, exist_ok=True)
    vision, text = model.config.vision_config, model.config.text_config
    values = vision.in_channels * vision.temporal_patch_size * vision.patch_size**2
    write(
        folder / "vision_encoder.onnx",
        Vision(model),
        (torch.zeros(24, values), torch.tensor([[1, 4, 6]])),
        ["pixel_values", "image_grid_thw"],
        ["image_features"],
        {"pixel_values": {0: "patches"}, "image_features": {0: "features"}},
    )
    write(
        folder / "embed_tokens.onnx",
        model.get_input_embeddings(),
        (torch.zeros(1, 4, dtype=torch.int64),),
        ["input_ids"],
        ["inputs_embeds"],
        {name: ENDS[name] for name in ("input_ids", "inputs_embeds")},
    )
    memory = [one for index in range(text.num_hidden_layers) for one in memory_of(text, index)]
    before = [f"past_{name}" if name[0] in "cr" else f"past_key_values.{name}" for name, *_ in memory]
    after = [f"present_{name}" if name[0] in "cr" else f"present.{name}" for name, *_ in memory]
    axes = {"inputs_embeds": ENDS["inputs_embeds"], "logits": ENDS["logits"], "attention_mask": {0: "batch_size", 1: "total"}}
    axes["position_ids"] = {1: "batch_size", 2: "sequence_length"}
    for names in (before, after):
        axes |= {name: free for name, (_, _, free) in zip(names, memory)}
    inputs = (
        torch.zeros(1, 3, text.hidden_size),
        torch.ones(1, 5, dtype=torch.int64),
        torch.arange(2, 5).expand(3, 1, -1),
        torch.tensor(1),
        *(torch.zeros(sizes) for _, sizes, _ in memory),
    )
    names = ["inputs_embeds", "attention_mask", "position_ids", "num_logits_to_keep", *before]
    write(folder / "decoder_model_merged.onnx", Decoder(model), inputs, names, ["logits", *after], axes)
