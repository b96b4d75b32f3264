"""Weights in 8 bits, multiplied with activations that are rounded as they come: what the published `_quantized` files are."""

from pathlib import Path

import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic


def quantise(file: Path, out: Path) -> None:
    """Weights are unsigned where the graph has convolutions, whose 8-bit form takes no others."""
    operators = {node.op_type for node in onnx.load(file).graph.node}
    quantize_dynamic(
        file,
        out,
        weight_type=QuantType.QUInt8 if "Conv" in operators else QuantType.QInt8,
        extra_options={"EnableSubgraph": True, "MatMulConstBOnly": True},
    )
