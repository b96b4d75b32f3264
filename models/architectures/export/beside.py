"""A graph whose weights lie beside it, in NAME.onnx_data: one file holds 2 GB at most."""

from pathlib import Path

import onnx
import torch
from onnx import TensorProto
from torch import nn

# Where a tensor may begin, bytes: so that it can be mapped into memory.
PAGE = 4096
# What is smaller stays in the graph, bytes.
SMALL = 1024
TYPES = {torch.float32: TensorProto.FLOAT, torch.uint8: TensorProto.UINT8}


def put_weights_beside(file: Path, module: nn.Module, inputs: list[str]) -> None:
    """
    `file` was written from `module` without its weights (`export_params=False`), which it takes as inputs after its
    own, `inputs`. One tensor is read at a time.
    """
    model = onnx.load(file)
    graph = model.graph
    weights = {one.name for one in graph.input} - set(inputs)
    own = [one for one in graph.input if one.name not in weights]
    del graph.input[:]
    graph.input.extend(own)
    beside = file.with_name(f"{file.name}_data")
    tensors = module.state_dict(keep_vars=True)
    with beside.open("wb") as data:
        for name in sorted(weights):
            values = tensors[name].detach().contiguous()
            tensor = graph.initializer.add(name=name, dims=values.shape, data_type=TYPES[values.dtype])
            raw = values.numpy().tobytes()
            if len(raw) < SMALL:
                tensor.raw_data = raw
                continue
            data.seek(-data.tell() % PAGE, 1)
            tensor.data_location = TensorProto.EXTERNAL
            where = {"location": beside.name, "offset": str(data.tell()), "length": str(len(raw))}
            for key, value in where.items():
                tensor.external_data.add(key=key, value=value)
            data.write(raw)
    onnx.save(model, file)
