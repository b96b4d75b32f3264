"""The parser as an ONNX graph, its matrices in 8 bits with one scale a row.

inputs   features int32 (batch, n, 5), rows padded with 0; lengths int32 (batch)
outputs  tags   (batch, n, tags)           scores
         arcs   (batch, n, n + 1)          log-probability that the head of a word is column c: the root, then every word
         labels (batch, n, labels, n + 1)  scores of every label if that were the head

The two layers of LSTM, which are most of the work, are counted in 8 bits too: half the time, and a quarter of the memory
that every word goes through. Their weights have no sign there: where a processor adds pairs of products of 8 bits with
and without one in 16, the sum may not fit.
"""

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

from parser import LABELS, SIZES, TAGS, WIDTH, ARC, LABEL
from words import COLUMNS

FLOAT, INT32, INT64, INT8 = TensorProto.FLOAT, TensorProto.INT32, TensorProto.INT64, TensorProto.INT8


def eight_bits(array, axes):
    """(whole numbers from -127 to 127, scale): one scale for all numbers that differ only along `axes`."""
    scale = np.maximum(np.abs(array).max(axis=axes, keepdims=True), 1e-8) / 127
    return np.round(array / scale).astype(np.int8), scale.astype(np.float32)


class Graph:
    def __init__(self):
        self.nodes, self.constants, self.count = [], [], 0

    def node(self, kind, *inputs, outputs=1, **attributes):
        self.count += 1
        names = [f"{kind.lower()}_{self.count}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names[0] if outputs == 1 else names

    def constant(self, array):
        self.count += 1
        name = f"constant_{self.count}"
        self.constants.append(numpy_helper.from_array(np.asarray(array, order="C"), name))
        return name

    def whole(self, *numbers):
        return self.constant(np.array(numbers, dtype=np.int64))

    def matrix(self, array, axes):
        small, scale = eight_bits(array, axes)
        return self.node("Mul", self.node("Cast", self.constant(small), to=FLOAT), self.constant(scale))

    def rows(self, array):
        """`matrix` for tables of which few rows are read: those alone are turned into floats, never the whole table."""
        small, scale = (self.constant(one) for one in eight_bits(array, 1))

        def read(ids):
            few = self.node("Cast", self.node("Gather", small, ids, axis=0), to=FLOAT)
            return self.node("Mul", few, self.node("Gather", scale, ids, axis=0))

        return read

    def linear(self, x, layer):
        weight, bias = (p.detach().numpy() for p in (layer.weight, layer.bias))
        return self.node("Add", self.node("MatMul", x, self.matrix(weight.T, 0)), self.constant(bias))

    def unsigned(self, array):
        """(matrix, scale, zero): (2, 4 * WIDTH, size) as an LSTM in 8 bits takes it, with one scale a row."""
        small, scale = eight_bits(array, 2)
        matrix = (small.astype(np.int16) + 128).astype(np.uint8).transpose(0, 2, 1)
        zero = np.full(scale.shape[:2], 128, np.uint8)
        return [self.constant(one) for one in (matrix, scale[:, :, 0], zero)]

    def lstm(self, x, layer, whole):
        """x (n, batch, size) -> (n, batch, 2 * WIDTH); PyTorch's gates are i f g o, ONNX's i o f g."""

        def turned(name):
            both = [getattr(layer, name + end).detach().numpy() for end in ("", "_reverse")]
            return np.stack([np.concatenate([np.split(p, 4)[g] for g in (0, 3, 1, 2)]) for p in both])

        bias = self.constant(np.concatenate([turned("bias_ih_l0"), turned("bias_hh_l0")], 1))
        both = [turned("weight_ih_l0"), turned("weight_hh_l0")]
        how = {"hidden_size": WIDTH, "direction": "bidirectional"}
        if whole:
            y = self.node("LSTM", x, *(self.matrix(one, 2) for one in both), bias, "lengths", **how)
        else:
            (w, *ws), (r, *rs) = (self.unsigned(one) for one in both)
            y = self.node(
                "DynamicQuantizeLSTM", x, w, r, bias, "lengths", "", "", "", *ws, *rs, domain="com.microsoft", **how
            )
        return self.node("Reshape", self.node("Transpose", y, perm=[0, 2, 1, 3]), self.whole(0, 0, 2 * WIDTH))

    def one_more(self, x):
        return self.node("Pad", x, self.whole(0, 0, 0, 0, 0, 1), self.constant(np.array(1, np.float32)))


def build(model, whole=False):
    """`whole`: with what goes through the LSTM in 32 bits, as PyTorch has it."""
    g = Graph()
    parts = {}
    for column, name in enumerate(COLUMNS):
        if name not in parts:
            parts[name] = (g.rows(model.tables[name].weight.detach().numpy()), [])
        ids = g.node("Gather", "features", g.constant(np.array(column, np.int64)), axis=2)
        read, found = parts[name]
        found.append(read(ids))
    found = [f[0] if len(f) == 1 else g.node("Add", *f) for _, f in (parts[name] for name in SIZES)]
    x = g.node("Transpose", g.node("Concat", *found, axis=-1), perm=[1, 0, 2])
    x = g.lstm(g.lstm(x, model.first, whole), model.second, whole)
    x = g.node("Transpose", x, perm=[1, 0, 2])

    batch = g.node("Shape", x, start=0, end=1)
    root = g.node("Expand", g.constant(model.root.detach().numpy().reshape(1, 1, -1)), g.node("Concat", batch, g.whole(1, 1), axis=0))
    heads = g.node("Concat", root, x, axis=1)
    columns = g.node("Shape", heads, start=1, end=2)

    g.nodes.append(helper.make_node("Identity", [g.linear(x, model.tag)], ["tags"]))

    word = g.node("MatMul", g.one_more(g.node("Relu", g.linear(x, model.arc_word))), g.matrix(model.arc.detach().numpy(), 1))
    head = g.node("Transpose", g.node("Relu", g.linear(heads, model.arc_head)), perm=[0, 2, 1])
    scores = g.node("MatMul", word, head)
    places = g.node("Range", g.constant(np.array(0, np.int64)), g.node("Squeeze", columns), g.constant(np.array(1, np.int64)))
    there = g.node("LessOrEqual", places, g.node("Unsqueeze", g.node("Cast", "lengths", to=INT64), g.whole(1)))
    there = g.node("Unsqueeze", there, g.whole(1))
    g.nodes.append(helper.make_node("LogSoftmax", [g.node("Where", there, scores, g.constant(np.array(-1e9, np.float32)))], ["arcs"], axis=-1))

    weights = model.label.detach().numpy().transpose(1, 0, 2).reshape(LABEL + 1, -1)
    turned = g.node("MatMul", g.one_more(g.node("Relu", g.linear(x, model.label_word))), g.matrix(weights, 0))
    turned = g.node("Reshape", turned, g.node("Concat", batch, g.whole(-1, LABEL + 1), axis=0))
    head = g.node("Transpose", g.one_more(g.node("Relu", g.linear(heads, model.label_head))), perm=[0, 2, 1])
    shape = g.node("Concat", batch, g.whole(-1, len(LABELS)), columns, axis=0)
    g.nodes.append(helper.make_node("Reshape", [g.node("MatMul", turned, head), shape], ["labels"]))

    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        g.nodes, "parser",
        [value("features", INT32, ["batch", "n", 5]), value("lengths", INT32, ["batch"])],
        [
            value("tags", FLOAT, ["batch", "n", len(TAGS)]), value("arcs", FLOAT, ["batch", "n", "columns"]),
            value("labels", FLOAT, ["batch", "n", len(LABELS), "columns"]),
        ],
        g.constants,
    )
    opsets = [helper.make_opsetid("", 17)] + ([] if whole else [helper.make_opsetid("com.microsoft", 1)])
    made = helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="continuist")
    checker.check_model(made, full_check=True)
    return made
