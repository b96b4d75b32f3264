"""LLaVA-OneVision in PyTorch, random weights, at the dimensions of a config.json: what the bench sets beside ours.

python reference.py --config FILE --dtype float32|bfloat16 --threads N --prefix N --claims N,N,…

One base tile. The picture and the words before the claim are read once; each claim is one forward over its own
tokens on that shared cache, and only its last position's logits are computed. Prints one JSON object a line: first
the load, then an answer to every number read from stdin, which is how many of the claims to ask.
"""

import argparse
import json
import sys
import time
from pathlib import Path

import torch
from transformers import DynamicCache, LlavaOnevisionConfig, LlavaOnevisionForConditionalGeneration


def peak() -> int:
    """Bytes resident at most, so far; 0 where the system does not tell."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def say(**fields) -> None:
    print(json.dumps(fields), flush=True)


def build(file: Path, dtype: torch.dtype):
    """Weights are made where they lie, in `dtype`: loading costs no second copy."""
    config = LlavaOnevisionConfig.from_json_file(file)
    config._attn_implementation = "sdpa"
    before = torch.get_default_dtype()
    torch.set_default_dtype(dtype)
    model = LlavaOnevisionForConditionalGeneration(config).eval()
    torch.set_default_dtype(before)
    model.tie_weights()
    return model


def judge(model, pixels: torch.Tensor, prefix: int, claims: list[int]) -> None:
    inner, words = model.model, model.get_input_embeddings()
    hidden = inner.vision_tower(pixels, output_hidden_states=True).hidden_states[-1]
    picture = inner.multi_modal_projector(hidden)
    cache = DynamicCache(config=model.config.text_config)
    head = torch.cat([words(torch.zeros(1, prefix, dtype=torch.int64)), picture], 1)
    inner.language_model(inputs_embeds=head, past_key_values=cache, use_cache=True)
    length = head.shape[1]
    for tokens in claims:
        ids = torch.ones(1, tokens, dtype=torch.int64)
        out = inner.language_model(inputs_embeds=words(ids), past_key_values=cache, use_cache=True)
        model.lm_head(out.last_hidden_state[:, -1:])
        cache.crop(length - cache.get_seq_length())


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--config", type=Path, required=True)
    parse.add_argument("--dtype", choices=["float32", "bfloat16"], required=True)
    parse.add_argument("--threads", type=int, required=True)
    parse.add_argument("--prefix", type=int, required=True, help="tokens beside the picture before a claim")
    parse.add_argument("--claims", required=True, help="tokens of each claim")
    options = parse.parse_args()
    torch.set_num_threads(options.threads)
    dtype = getattr(torch, options.dtype)
    started = time.perf_counter()
    model = build(options.config, dtype)
    say(load=time.perf_counter() - started, peak=peak())
    claims = [int(tokens) for tokens in options.claims.split(",")]
    size = model.config.vision_config.image_size
    pixels = torch.randn(1, 3, size, size, dtype=dtype)
    for line in sys.stdin:
        started, worked = time.perf_counter(), time.process_time()
        with torch.inference_mode():
            judge(model, pixels, options.prefix, claims[: int(line)])
        say(seconds=time.perf_counter() - started, work=time.process_time() - worked, peak=peak())


if __name__ == "__main__":
    main()
