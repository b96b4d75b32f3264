"""Writes a trained judge in the published LLaVA-OneVision ONNX layout, and checks it against PyTorch.

python export.py --checkpoint DIR/judge.pt --out ../files [--fixture ../test/fixture]

Weights are rounded to half precision and stored so; every sum is computed in single precision.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer
from torch import Tensor, nn

from batches import MEAN, STD
from bpe import single
from decoder import CachedDecoder, Decoder
from judge import END, IMAGE, PADDING, PREFIX_LENGTH, SPECIAL_TOKENS, START, Judge, load_checkpoint, question
from tower import IMAGE_SIZE, IMAGE_TOKENS, Projector, Tower, fold_batch_norms

OPSET = 17
SMALLEST_HALVED = 256  # numbers; smaller tensors stay in single precision
TOLERANCE = 1e-3


class VisionEncoder(nn.Module):
    def __init__(self, tower: Tower, projector: Projector):
        super().__init__()
        self.tower, self.projector = tower, projector

    def forward(self, pixel_values: Tensor) -> Tensor:
        return self.projector(self.tower(pixel_values)[1])


class DecoderGraph(nn.Module):
    def __init__(self, decoder: Decoder):
        super().__init__()
        self.cached = CachedDecoder(decoder)

    def forward(self, inputs_embeds: Tensor, attention_mask: Tensor, position_ids: Tensor, *past: Tensor) -> tuple:
        return self.cached(inputs_embeds, attention_mask, position_ids, list(past))


def halve(path: Path) -> None:
    """Stores the graph's larger weights in half precision, each behind a cast back to single."""
    model = onnx.load(path)
    graph = model.graph
    casts = []
    for tensor in graph.initializer:
        if tensor.data_type != TensorProto.FLOAT or np.prod(tensor.dims) < SMALLEST_HALVED:
            continue
        name, values = tensor.name, numpy_helper.to_array(tensor)
        if not np.array_equal(values, values.astype(np.float16).astype(np.float32)):
            continue
        tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), f"{name}.half"))
        casts.append(helper.make_node("Cast", [f"{name}.half"], [name], name=f"{name}.cast", to=TensorProto.FLOAT))
    nodes = list(graph.node)
    del graph.node[:]
    graph.node.extend(casts + nodes)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def export_graphs(judge: Judge, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    decoder, size = judge.decoder, judge.decoder.size

    def write(module: nn.Module, inputs: tuple, name: str, ins: list[str], outs: list[str], axes: dict) -> None:
        torch.onnx.export(
            module,
            inputs,
            folder / name,
            input_names=ins,
            output_names=outs,
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )

    write(
        VisionEncoder(judge.tower, judge.projector),
        (torch.zeros(1, 3, IMAGE_SIZE, IMAGE_SIZE),),
        "vision_encoder.onnx",
        ["pixel_values"],
        ["image_features"],
        {"pixel_values": {0: "batch_size"}, "image_features": {0: "batch_size"}},
    )
    write(
        decoder.embed_tokens,
        (torch.zeros(1, 4, dtype=torch.int64),),
        "embed_tokens.onnx",
        ["input_ids"],
        ["inputs_embeds"],
        {name: {0: "batch_size", 1: "sequence_length"} for name in ("input_ids", "inputs_embeds")},
    )
    past_names, present_names = (
        [f"{side}.{layer}.{part}" for layer in range(size.layers) for part in ("key", "value")]
        for side in ("past_key_values", "present")
    )
    axes = {name: {0: "batch_size", 1: "sequence_length"} for name in ("inputs_embeds", "position_ids", "logits")}
    axes["attention_mask"] = {0: "batch_size", 1: "total_sequence_length"}
    axes |= {name: {0: "batch_size", 2: "past_sequence_length"} for name in past_names}
    axes |= {name: {0: "batch_size", 2: "total_sequence_length"} for name in present_names}
    write(
        DecoderGraph(decoder),
        (
            torch.zeros(2, 3, size.width),
            torch.ones(2, 5, dtype=torch.int64),
            torch.arange(2, 5).expand(2, -1),
            *(torch.zeros(2, size.key_heads, 2, size.head) for _ in past_names),
        ),
        "decoder_model_merged.onnx",
        ["inputs_embeds", "attention_mask", "position_ids", *past_names],
        ["logits", *present_names],
        axes,
    )
    for path in folder.glob("*.onnx"):
        halve(path)


def write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def write_configuration(judge: Judge, tokenizer: Tokenizer, folder: Path) -> None:
    size, tower = judge.decoder.size, judge.tower.size
    ids = {token: tokenizer.token_to_id(token) for token in SPECIAL_TOKENS}
    tokens = {"bos_token_id": ids[START], "eos_token_id": ids[END], "pad_token_id": ids[PADDING]}
    write_json(
        folder / "config.json",
        {
            "architectures": ["LlavaOnevisionForConditionalGeneration"],
            "model_type": "llava_onevision",
            "image_token_index": ids[IMAGE],
            "image_grid_pinpoints": [[IMAGE_SIZE, IMAGE_SIZE]],
            "projector_hidden_act": "gelu",
            "tie_word_embeddings": True,
            "vision_feature_layer": -1,
            "vision_feature_select_strategy": "full",
            "text_config": {
                "model_type": "qwen2",
                "vocab_size": size.vocabulary,
                "hidden_size": size.width,
                "intermediate_size": size.feed,
                "num_hidden_layers": size.layers,
                "num_attention_heads": size.heads,
                "num_key_value_heads": size.key_heads,
                "hidden_act": "silu",
                "max_position_embeddings": size.positions,
                "rms_norm_eps": size.epsilon,
                "rope_theta": size.theta,
                "tie_word_embeddings": True,
                **tokens,
            },
            "vision_config": {
                "model_type": "storybook_tower",
                "hidden_size": tower.cell,
                "num_hidden_layers": tower.layers,
                "num_attention_heads": tower.heads,
                "image_size": IMAGE_SIZE,
                "image_tokens": IMAGE_TOKENS,
            },
        },
    )
    write_json(folder / "generation_config.json", {"do_sample": False, **tokens})
    write_json(
        folder / "preprocessor_config.json",
        {
            "image_processor_type": "LlavaOnevisionImageProcessor",
            "do_convert_rgb": True,
            "do_resize": True,
            "size": {"height": IMAGE_SIZE, "width": IMAGE_SIZE},
            "resample": 1,
            "do_rescale": True,
            "rescale_factor": 1 / 255,
            "do_normalize": True,
            "image_mean": [MEAN] * 3,
            "image_std": [STD] * 3,
        },
    )
    write_json(folder / "tokenizer.json", json.loads(tokenizer.to_str()))
    write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "Qwen2Tokenizer",
            "bos_token": START,
            "eos_token": END,
            "pad_token": PADDING,
            "model_max_length": size.positions,
            "add_prefix_space": False,
            "clean_up_tokenization_spaces": False,
        },
    )


class Graphs:
    """The written graphs, run the way the run-time does."""

    def __init__(self, folder: Path):
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        self.vision, self.embed, self.decoder = (
            onnxruntime.InferenceSession(folder / f"{name}.onnx", options)
            for name in ("vision_encoder", "embed_tokens", "decoder_model_merged")
        )
        self.past = [put.name for put in self.decoder.get_inputs() if put.name.startswith("past")]

    def words(self, ids: list[int]) -> np.ndarray:
        return self.embed.run(None, {"input_ids": np.array([ids], np.int64)})[0]

    def step(self, embeddings: np.ndarray, past: list[np.ndarray]) -> tuple[np.ndarray, list[np.ndarray]]:
        before, length = past[0].shape[2], embeddings.shape[1]
        feeds = {
            "inputs_embeds": embeddings,
            "attention_mask": np.ones((1, before + length), np.int64),
            "position_ids": np.arange(before, before + length, dtype=np.int64)[None],
        }
        logits, *present = self.decoder.run(None, feeds | dict(zip(self.past, past, strict=True)))
        return logits, present


def check(judge: Judge, tokenizer: Tokenizer, folder: Path, claims: list[str], pixels: Tensor) -> list[dict]:
    """The graphs, with a shared prefix and without, against the training forward. Returns what they answer."""
    graphs, size = Graphs(folder), judge.decoder.size
    start, yes, no = tokenizer.token_to_id(START), single(tokenizer, "Yes"), single(tokenizer, "No")
    features = graphs.vision.run(None, {"pixel_values": pixels.numpy()})[0]
    prefix = np.concatenate([graphs.words([start]), features], 1)
    empty = [np.zeros((1, size.key_heads, 0, size.head), np.float32) for _ in graphs.past]
    _, shared = graphs.step(prefix, empty)
    worst, answers = 0.0, []
    for claim in claims:
        ids = tokenizer.encode(question(claim)).ids
        stepped = graphs.step(graphs.words(ids), shared)[0][0, -1]
        whole = graphs.step(np.concatenate([prefix, graphs.words(ids)], 1), empty)[0][0, -1]
        with torch.no_grad():
            length = len(ids)
            seen = torch.ones(length, PREFIX_LENGTH + length, dtype=torch.bool).tril(PREFIX_LENGTH)[None, None]
            hidden = judge.decoder.packed(
                judge.prefix(judge.tower(pixels)[1], start),
                judge.decoder.embed_tokens(torch.tensor([ids])),
                torch.arange(PREFIX_LENGTH, PREFIX_LENGTH + length)[None],
                seen,
                torch.tensor([[length - 1]]),
            )
            truth = judge.decoder.logits(hidden)[0, 0].numpy()
        worst = max(worst, float(np.abs(stepped - truth).max()), float(np.abs(whole - truth).max()))
        answers.append({"claim": claim, "ids": ids, "yes": float(truth[yes]), "no": float(truth[no])})
    print(f"largest difference from PyTorch over {len(claims)} claims: {worst:.2e}")
    if worst > TOLERANCE:
        raise SystemExit(f"the graphs differ from PyTorch by {worst:.2e}, more than {TOLERANCE}")
    return answers


CLAIMS = ["a girl in a red coat", "a brown dog", "in a forest", "at night", "a wide shot", "a dog to the left of a girl"]


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--checkpoint", type=Path, required=True)
    parse.add_argument("--out", type=Path, required=True)
    parse.add_argument("--fixture", type=Path, help="folder for parity.json: a fixed picture's answers")
    given = parse.parse_args()

    judge, tokenizer, progress = load_checkpoint(given.checkpoint)
    judge.eval()
    fold_batch_norms(judge.tower)
    with torch.no_grad():
        for weight in judge.parameters():
            if weight.numel() >= SMALLEST_HALVED:
                weight.copy_(weight.half().float())
    given.out.mkdir(parents=True, exist_ok=True)
    export_graphs(judge, given.out / "onnx")
    write_configuration(judge, tokenizer, given.out)

    # A picture that any language can draw: byte (7x + 13y + 89c + x*y/4) mod 256 at column x, row y, channel c.
    y, x, c = np.mgrid[:IMAGE_SIZE, :IMAGE_SIZE, :3]
    picture = ((7 * x + 13 * y + 89 * c + x * y // 4) % 256).astype(np.float32)
    pixels = torch.from_numpy((picture / 255 - MEAN) / STD).permute(2, 0, 1)[None]
    answers = check(judge, tokenizer, given.out / "onnx", CLAIMS, pixels)
    if given.fixture:
        given.fixture.mkdir(parents=True, exist_ok=True)
        ids = {"start": tokenizer.token_to_id(START), "image": tokenizer.token_to_id(IMAGE)}
        ids |= {"yes": single(tokenizer, "Yes"), "no": single(tokenizer, "No"), "imageTokens": IMAGE_TOKENS}
        write_json(given.fixture / "parity.json", ids | {"answers": answers})
    total = sum(path.stat().st_size for path in given.out.rglob("*") if path.is_file())
    print(f"{progress}; {total / 1e6:.2f} MB in {given.out}")


if __name__ == "__main__":
    main()
