"""The vision encoder: a convolutional stem, three attention layers, and a projector into the decoder.

128x128 pixels -> 16x16 patches -> 8x8 cells. The attention layers see the cells together with one learned
query for each kind of thing the world has and eight for the scene as a whole. The projector hands the decoder
32 cell tokens (two cells above one another make one, row by row) followed by the 24 query tokens.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from vocabulary import KINDS

IMAGE_SIZE = 128
PATCHES = 16
CELLS = 8
SCENE_QUERIES = 8
QUERIES = len(KINDS) + SCENE_QUERIES
CELL_TOKENS = CELLS * CELLS // 2
IMAGE_TOKENS = CELL_TOKENS + QUERIES


@dataclass(frozen=True)
class TowerSize:
    stem: int = 64
    patch: int = 128
    cell: int = 192
    heads: int = 6
    layers: int = 3


class Bottleneck(nn.Module):
    def __init__(self, width: int):
        super().__init__()
        half = width // 2
        self.narrow = nn.Conv2d(width, half, 1, bias=False)
        self.narrow_norm = nn.BatchNorm2d(half)
        self.mix = nn.Conv2d(half, half, 3, padding=1, bias=False)
        self.mix_norm = nn.BatchNorm2d(half)
        self.widen = nn.Conv2d(half, width, 1)

    def forward(self, x: Tensor) -> Tensor:
        h = F.relu(self.narrow_norm(self.narrow(x)), inplace=True)
        h = F.relu(self.mix_norm(self.mix(h)), inplace=True)
        return x + self.widen(h)


class Depthwise(nn.Module):
    def __init__(self, width: int, kernel: int = 5):
        super().__init__()
        self.spread = nn.Conv2d(width, width, kernel, padding=kernel // 2, groups=width, bias=False)
        self.norm = nn.BatchNorm2d(width)
        self.widen = nn.Conv2d(width, 2 * width, 1)
        self.narrow = nn.Conv2d(2 * width, width, 1)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.narrow(F.relu(self.widen(self.norm(self.spread(x))), inplace=True))


class AttentionLayer(nn.Module):
    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads = heads
        self.attention_norm = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.feed_norm = nn.LayerNorm(width)
        self.up = nn.Linear(width, 2 * width)
        self.down = nn.Linear(2 * width, width)

    def forward(self, x: Tensor) -> Tensor:
        width = x.shape[2]
        q, k, v = (
            part.unflatten(2, (self.heads, width // self.heads)).transpose(1, 2)
            for part in self.qkv(self.attention_norm(x)).split(width, 2)
        )
        x = x + self.out(F.scaled_dot_product_attention(q, k, v).transpose(1, 2).flatten(2))
        return x + self.down(F.relu(self.up(self.feed_norm(x))))


class Tower(nn.Module):
    def __init__(self, size: TowerSize = TowerSize()):
        super().__init__()
        self.size = size
        self.stem = nn.Sequential(
            nn.Conv2d(3, size.stem, 8, 4, 2, bias=False),
            nn.BatchNorm2d(size.stem),
            nn.ReLU(inplace=True),
            Bottleneck(size.stem),
            Bottleneck(size.stem),
            Bottleneck(size.stem),
            nn.Conv2d(size.stem, size.patch, 2, 2, bias=False),
            nn.BatchNorm2d(size.patch),
            Bottleneck(size.patch),
            Depthwise(size.patch),
            Bottleneck(size.patch),
            Depthwise(size.patch),
        )
        self.merge = nn.Conv2d(size.patch, size.cell, 2, 2)
        self.place = nn.Parameter(torch.randn(1, CELLS * CELLS, size.cell) * 0.02)
        self.query = nn.Parameter(torch.randn(1, QUERIES, size.cell) * 0.1)
        self.layers = nn.ModuleList(AttentionLayer(size.cell, size.heads) for _ in range(size.layers))
        self.norm = nn.LayerNorm(size.cell)

    def forward(self, pixels: Tensor) -> tuple[Tensor, Tensor]:
        """Patch features (B, stem, 16, 16) and tokens (B, 64 cells then 24 queries, width)."""
        patches = self.stem(pixels)
        cells = self.merge(patches).flatten(2).transpose(1, 2) + self.place
        tokens = torch.cat([cells, self.query.expand(pixels.shape[0], -1, -1)], 1)
        for layer in self.layers:
            tokens = layer(tokens)
        return patches, self.norm(tokens)


class Projector(nn.Module):
    """Two layers each for the cells and the queries; they speak of different things."""

    def __init__(self, width: int, text_width: int, hidden: int = 256):
        super().__init__()
        self.cell = nn.Sequential(nn.Linear(2 * width, hidden), nn.GELU(), nn.Linear(hidden, text_width))
        self.query = nn.Sequential(nn.Linear(width, hidden), nn.GELU(), nn.Linear(hidden, text_width))

    def forward(self, tokens: Tensor) -> Tensor:
        batch, _, width = tokens.shape
        cells = tokens[:, : CELLS * CELLS].reshape(batch, CELLS // 2, 2, CELLS, width)
        cells = cells.permute(0, 1, 3, 2, 4).reshape(batch, CELL_TOKENS, 2 * width)
        return torch.cat([self.cell(cells), self.query(tokens[:, CELLS * CELLS :])], 1)


def fold_batch_norms(tower: Tower) -> None:
    """Writes every batch norm into the convolution before it, for inference; the outputs stay the same."""

    def fold(convolution: nn.Conv2d, norm: nn.BatchNorm2d) -> None:
        scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
        bias = norm.bias - norm.running_mean * scale
        convolution.weight.data = convolution.weight * scale[:, None, None, None]
        if convolution.bias is not None:
            bias = bias + convolution.bias * scale
        convolution.bias = nn.Parameter(bias.detach())

    with torch.no_grad():
        for module in tower.modules():
            if isinstance(module, Bottleneck):
                fold(module.narrow, module.narrow_norm)
                fold(module.mix, module.mix_norm)
                module.narrow_norm = module.mix_norm = nn.Identity()
            elif isinstance(module, Depthwise):
                fold(module.spread, module.norm)
                module.norm = nn.Identity()
        stages = tower.stem
        for i in range(len(stages) - 1):
            convolution, norm = stages[i], stages[i + 1]
            if isinstance(convolution, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d):
                fold(convolution, norm)
                stages[i + 1] = nn.Identity()
