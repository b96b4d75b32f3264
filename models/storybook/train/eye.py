"""The eye: where each kind of thing is, and a vector for what is in a box.

The judge's tower at its shipped weights, all of it trained further, and over its patches and cells a map of
32x32 places. Every place has a heat for each kind (CenterNet's: 1 at the middle of a box), the four distances to
the sides of that kind's box, and features; a box's features, read at 7x7 points, become one unit vector.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from torch import Tensor, nn

from tower import CELLS, Tower, TowerSize, fold_batch_norms
from vocabulary import KINDS

MAP = 32
WIDTH = 96
IDENTITY = 64
POINTS = 7
REACH = 0.25  # frame units a side's distance is counted in


def shipped_tower(path: Path) -> Tower:
    """The tower of a written vision encoder, with its batch norms folded in as the file has them."""
    graph = onnx.load(path).graph
    stored = {tensor.name.removesuffix(".half"): numpy_helper.to_array(tensor) for tensor in graph.initializer}
    # The graph names a linear layer's weight by a number; the node that multiplies by it bears the layer's name.
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in stored:
            layer = node.name.removesuffix("/MatMul").strip("/").replace("/", ".")
            stored[f"{layer}.weight"] = stored[node.input[1]].T
    tower = Tower(TowerSize())
    fold_batch_norms(tower)
    weights = {name: torch.from_numpy(np.array(stored[f"tower.{name}"], np.float32)) for name in tower.state_dict()}
    tower.load_state_dict(weights)
    return tower


class Block(nn.Module):
    def __init__(self, width: int):
        super().__init__()
        self.spread = nn.Conv2d(width, width, 5, padding=2, groups=width)
        self.norm = nn.GroupNorm(8, width)
        self.widen = nn.Conv2d(width, 2 * width, 1)
        self.narrow = nn.Conv2d(2 * width, width, 1)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.narrow(F.relu(self.widen(self.norm(self.spread(x)))))


def _twice(x: Tensor) -> Tensor:
    return F.interpolate(x, scale_factor=2, mode="nearest")


class Eye(nn.Module):
    def __init__(self, tower: Tower):
        super().__init__()
        self.tower = tower
        size = tower.size
        self.from_cells = nn.Conv2d(size.cell, WIDTH, 1)
        self.from_patches = nn.Conv2d(size.patch, WIDTH, 1)
        self.from_stem = nn.Conv2d(size.stem, WIDTH, 1)
        self.at_patches = Block(WIDTH)
        self.at_stem = Block(WIDTH)
        self.asked = nn.Linear(size.cell, WIDTH)
        self.heat = nn.Sequential(nn.Conv2d(WIDTH, WIDTH, 1), nn.ReLU(), nn.Conv2d(WIDTH, len(KINDS), 1))
        self.sides = nn.Sequential(nn.Conv2d(WIDTH, WIDTH, 1), nn.ReLU())
        self.any_sides = nn.Conv2d(WIDTH, 4, 1)
        self.kind_sides = nn.Conv2d(WIDTH, 4 * len(KINDS), 1)
        self.look = nn.Conv2d(WIDTH + size.stem, 48, 1)
        self.identity = nn.Sequential(
            nn.Linear(48 * POINTS * POINTS + size.cell, 192), nn.ReLU(), nn.Linear(192, IDENTITY)
        )
        nn.init.constant_(self.heat[2].bias, -4.0)
        nn.init.zeros_(self.kind_sides.weight)
        nn.init.zeros_(self.kind_sides.bias)

    def seen(self, pixels: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """What the tower makes of pictures: (B, 64, 32, 32), (B, 128, 16, 16) and tokens (B, 88, 192)."""
        tower = self.tower
        fine = tower.stem[:6](pixels)
        patches = tower.stem[6:](fine)
        cells = tower.merge(patches).flatten(2).transpose(1, 2) + tower.place
        tokens = torch.cat([cells, tower.query.expand(pixels.shape[0], -1, -1)], 1)
        for layer in tower.layers:
            tokens = layer(tokens)
        return fine, patches, tower.norm(tokens)

    def maps(self, fine: Tensor, patches: Tensor, tokens: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Heat logits (B, K, 32, 32), sides (B, K, 4, 32, 32) in frame units, features (B, 48, 32, 32), scene (B, 192)."""
        first = CELLS * CELLS
        cells = tokens[:, :first].transpose(1, 2).unflatten(2, (CELLS, CELLS))
        x = self.at_patches(_twice(self.from_cells(cells)) + self.from_patches(patches))
        x = self.at_stem(_twice(x) + self.from_stem(fine))
        # The tower's own query for a kind knows whether it is there and about where.
        asked = self.asked(tokens[:, first : first + len(KINDS)])
        heat = self.heat(x) + (asked @ x.flatten(2)).unflatten(2, (MAP, MAP)) * WIDTH**-0.5
        near = self.sides(x)
        sides = self.kind_sides(near).unflatten(1, (len(KINDS), 4)) + self.any_sides(near)[:, None]
        features = self.look(torch.cat([x, fine], 1))
        return heat, F.softplus(sides) * REACH, features, tokens.mean(1)

    def vectors(self, features: Tensor, scene: Tensor, boxes: Tensor) -> Tensor:
        """One unit vector (N, 64) for each box (N, 4: x, y, width, height) of the features (N, 48, 32, 32) it is in."""
        along = (torch.arange(POINTS, dtype=torch.float32) + 0.5) / POINTS
        x = boxes[:, 0:1] + boxes[:, 2:3] * along
        y = boxes[:, 1:2] + boxes[:, 3:4] * along
        n = boxes.shape[0]
        grid = torch.stack(
            [x[:, None, :].expand(n, POINTS, POINTS), y[:, :, None].expand(n, POINTS, POINTS)], -1
        )
        read = F.grid_sample(features, grid * 2 - 1, mode="bilinear", padding_mode="border", align_corners=False)
        return F.normalize(self.identity(torch.cat([read.flatten(1), scene], 1)), dim=1)
