"""A Qwen2 decoder in plain PyTorch, with transformers' parameter names.

Two forwards over the same weights: `packed` for training (one image prefix, many text blocks, each seeing the
prefix and itself) and `CachedDecoder` for export (the published graph: embeddings, masks, positions and past in,
logits and present out). A text block after the prefix sees exactly what the cached forward sees.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn


@dataclass(frozen=True)
class DecoderSize:
    vocabulary: int
    width: int = 160
    feed: int = 384
    layers: int = 4
    heads: int = 4
    key_heads: int = 2
    positions: int = 2048
    theta: float = 10000.0
    epsilon: float = 1e-6

    @property
    def head(self) -> int:
        return self.width // self.heads


class RMSNorm(nn.Module):
    def __init__(self, width: int, epsilon: float):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.epsilon = epsilon

    def forward(self, x: Tensor) -> Tensor:
        return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + self.epsilon) * self.weight


def rotate(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """x: (B, heads, T, head); cos and sin: (B or 1, 1, T, head / 2)."""
    a, b = x.chunk(2, -1)
    return torch.cat([a * cos - b * sin, b * cos + a * sin], -1)


class Attention(nn.Module):
    def __init__(self, size: DecoderSize):
        super().__init__()
        self.size = size
        self.q_proj = nn.Linear(size.width, size.heads * size.head)
        self.k_proj = nn.Linear(size.width, size.key_heads * size.head)
        self.v_proj = nn.Linear(size.width, size.key_heads * size.head)
        self.o_proj = nn.Linear(size.heads * size.head, size.width, bias=False)

    def split(self, x: Tensor, heads: int) -> Tensor:
        return x.unflatten(2, (heads, self.size.head)).transpose(1, 2)

    def queries(self, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
        return rotate(self.split(self.q_proj(x), self.size.heads), cos, sin)

    def keys_values(self, x: Tensor, cos: Tensor, sin: Tensor) -> tuple[Tensor, Tensor]:
        keys = rotate(self.split(self.k_proj(x), self.size.key_heads), cos, sin)
        return keys, self.split(self.v_proj(x), self.size.key_heads)

    def share(self, x: Tensor) -> Tensor:
        """Every key head serves heads / key_heads query heads."""
        times = self.size.heads // self.size.key_heads
        return x.unsqueeze(2).expand(-1, -1, times, -1, -1).flatten(1, 2)


class FeedForward(nn.Module):
    def __init__(self, size: DecoderSize):
        super().__init__()
        self.gate_proj = nn.Linear(size.width, size.feed, bias=False)
        self.up_proj = nn.Linear(size.width, size.feed, bias=False)
        self.down_proj = nn.Linear(size.feed, size.width, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        return self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x))


class Layer(nn.Module):
    def __init__(self, size: DecoderSize):
        super().__init__()
        self.self_attn = Attention(size)
        self.mlp = FeedForward(size)
        self.input_layernorm = RMSNorm(size.width, size.epsilon)
        self.post_attention_layernorm = RMSNorm(size.width, size.epsilon)

    def finish(self, x: Tensor, attended: Tensor) -> Tensor:
        x = x + self.self_attn.o_proj(attended.transpose(1, 2).flatten(2))
        return x + self.mlp(self.post_attention_layernorm(x))


class Decoder(nn.Module):
    cos: Tensor
    sin: Tensor

    def __init__(self, size: DecoderSize):
        super().__init__()
        self.size = size
        self.embed_tokens = nn.Embedding(size.vocabulary, size.width)
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))
        self.norm = RMSNorm(size.width, size.epsilon)
        frequency = size.theta ** (-torch.arange(0, size.head, 2, dtype=torch.float32) / size.head)
        angle = torch.arange(size.positions, dtype=torch.float32)[:, None] * frequency
        self.register_buffer("cos", angle.cos(), persistent=False)
        self.register_buffer("sin", angle.sin(), persistent=False)
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.normal_(module.weight, std=0.04)
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
        nn.init.normal_(self.embed_tokens.weight, std=0.04)

    def logits(self, hidden: Tensor) -> Tensor:
        return F.linear(self.norm(hidden), self.embed_tokens.weight)

    def packed(self, prefix: Tensor, text: Tensor, positions: Tensor, mask: Tensor, wanted: Tensor) -> Tensor:
        """Hidden states before the last norm at the wanted text positions.

        prefix (B, P, width), at positions 0..P-1; text (B, T, width) at `positions` (B, T); mask (B, 1, T, P + T),
        True where a text token may look; wanted (B, W), indices into T. The last layer is computed only there.
        """
        batch, length, _ = prefix.shape
        cos = torch.cat([self.cos[:length].expand(batch, -1, -1), self.cos[positions]], 1)[:, None]
        sin = torch.cat([self.sin[:length].expand(batch, -1, -1), self.sin[positions]], 1)[:, None]
        x = torch.cat([prefix, text], 1)
        rows = torch.arange(batch)[:, None]
        for index, layer in enumerate(self.layers):
            attention = layer.self_attn
            normed = layer.input_layernorm(x)
            keys, values = (attention.share(part) for part in attention.keys_values(normed, cos, sin))
            if index == len(self.layers) - 1:
                at = wanted + length
                queries = attention.queries(normed[rows, at], cos[rows, 0, at][:, None], sin[rows, 0, at][:, None])
                chosen = mask[rows, 0, wanted][:, None]
                return layer.finish(
                    x[rows, at], F.scaled_dot_product_attention(queries, keys, values, attn_mask=chosen)
                )
            queries = attention.queries(normed, cos, sin)
            image = F.scaled_dot_product_attention(
                queries[:, :, :length], keys[:, :, :length], values[:, :, :length], is_causal=True
            )
            words = F.scaled_dot_product_attention(queries[:, :, length:], keys, values, attn_mask=mask)
            x = layer.finish(x, torch.cat([image, words], 2))
        raise AssertionError("a decoder has at least one layer")


class CachedDecoder(nn.Module):
    """The published graph's forward: one step of any length on top of a cache of any length."""

    def __init__(self, decoder: Decoder):
        super().__init__()
        self.decoder = decoder

    def forward(
        self, inputs_embeds: Tensor, attention_mask: Tensor, position_ids: Tensor, past: list[Tensor]
    ) -> tuple[Tensor, ...]:
        decoder = self.decoder
        cos, sin = decoder.cos[position_ids][:, None], decoder.sin[position_ids][:, None]
        length, before = inputs_embeds.shape[1], past[0].shape[2]
        at = torch.arange(length) + before
        visible = torch.arange(before + length)[None] <= at[:, None]
        visible = visible[None, None] & (attention_mask[:, None, None] > 0)
        bias = torch.where(visible, 0.0, -1e9)
        x, present = inputs_embeds, []
        for index, layer in enumerate(decoder.layers):
            attention = layer.self_attn
            normed = layer.input_layernorm(x)
            queries = attention.queries(normed, cos, sin)
            keys, values = attention.keys_values(normed, cos, sin)
            keys = torch.cat([past[2 * index], keys], 2)
            values = torch.cat([past[2 * index + 1], values], 2)
            present += [keys, values]
            scores = queries @ attention.share(keys).transpose(2, 3) * decoder.size.head**-0.5 + bias
            x = layer.finish(x, scores.softmax(-1) @ attention.share(values))
        return (decoder.logits(x), *present)
