"""Linear layers whose weights are 4-bit blocks, as ONNX Runtime's MatMulNBits takes them; made, never converted."""

import math

import torch
from torch import Tensor, nn

BLOCK = 32
# Deviation of what 4 random bits stand for, 8 taken as zero.
SPREAD = 4.6


class MatMulNBits(torch.autograd.Function):
    """For export alone: its forward gives a tensor of the right shape, not the product."""

    @staticmethod
    def forward(ctx, x: Tensor, weight: Tensor, scales: Tensor, width: int) -> Tensor:
        return x.new_zeros(*x.shape[:-1], weight.shape[0])

    @staticmethod
    def symbolic(g, x, weight, scales, width: int):
        sizes = weight.type().sizes()
        out = g.op(
            "com.microsoft::MatMulNBits",
            x,
            weight,
            scales,
            K_i=width,
            N_i=sizes[0],
            bits_i=4,
            block_size_i=BLOCK,
            # The product runs on 8-bit activations.
            accuracy_level_i=4,
        )
        shape = x.type().sizes()
        return out.setType(x.type().with_sizes([*shape[:-1], sizes[0]])) if shape else out


class FourBits(nn.Module):
    """Random weights of the size that training leaves."""

    def __init__(self, of: nn.Linear):
        super().__init__()
        self.width = of.in_features
        blocks = math.ceil(of.in_features / BLOCK)
        self.register_buffer("weight", torch.randint(0, 256, (of.out_features, blocks, BLOCK // 2), dtype=torch.uint8))
        scales = (0.5 + torch.rand(of.out_features * blocks)) / math.sqrt(of.in_features) / SPREAD
        self.register_buffer("scales", scales)
        self.bias = nn.Parameter(torch.zeros(of.out_features)) if of.bias is not None else None

    def forward(self, x: Tensor) -> Tensor:
        product = MatMulNBits.apply(x, self.weight, self.scales, self.width)
        return product if self.bias is None else product + self.bias


def quantise(module: nn.Module) -> None:
    """Puts `FourBits` in the place of every linear layer, whose own weights may lie on the device `meta`."""
    for name, child in module.named_children():
        if isinstance(child, nn.Linear):
            setattr(module, name, FourBits(child))
        else:
            quantise(child)
