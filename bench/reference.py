"""A judge in PyTorch, random weights, at the dimensions of a config.json: what the bench sets beside ours.

python reference.py --config FILE --dtype float32|bfloat16 --threads N --prefix N --claims N,N,…

The picture and the words before the claim are read once; each claim is one forward over its own tokens on that shared
cache, and only its last position's logits are computed. With `--layers` the language model has only so many, and the
time is scaled to all of them by what the second half of those took. Prints one JSON object a line: first the load, then an answer
to every number read from stdin, which is how many of the claims to ask.
"""

import argparse
import json
import sys
import time
from pathlib import Path

import torch
from reference_models import build
from torch import nn
from transformers import DynamicCache


def peak() -> int:
    """Bytes resident at most, so far; 0 where the system does not tell."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def say(**fields) -> None:
    print(json.dumps(fields), flush=True)


def judge(model, prefix: int, claims: list[int]) -> None:
    cache = DynamicCache(config=model.language.config)
    before = torch.zeros(1, prefix, dtype=torch.int64)
    head = torch.cat([model.words(before), model.picture()], 1)
    model.language(inputs_embeds=head, cache=cache, use_cache=True)
    length = head.shape[1]
    for tokens in claims:
        embeds = model.words(torch.ones(1, tokens, dtype=torch.int64))
        out = model.language(inputs_embeds=embeds, cache=cache, use_cache=True)
        model.head(out.last_hidden_state[:, -1:])
        cache.crop(length - cache.get_seq_length())


def timed(model, prefix: int, claims: list[int]) -> tuple[float, float]:
    """Seconds on the clock and of processor time."""
    started, worked = time.perf_counter(), time.process_time()
    with torch.inference_mode():
        judge(model, prefix, claims)
    return time.perf_counter() - started, time.process_time() - worked


def scaled(model, prefix: int, claims: list[int], layers: int) -> tuple[float, float]:
    """As with all `layers`: each takes as long as those of the second half that are there."""
    there = model.language.layers
    half = len(there) // 2
    model.language.layers = nn.ModuleList(there[:half])
    few = timed(model, prefix, claims)
    model.language.layers = there
    more = timed(model, prefix, claims)
    return tuple(a + (b - a) / (len(there) - half) * (layers - half) for a, b in zip(few, more))


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--config", type=Path, required=True)
    parse.add_argument("--dtype", choices=["float32", "bfloat16"], required=True)
    parse.add_argument("--threads", type=int, required=True)
    parse.add_argument("--prefix", type=int, required=True, help="tokens beside the picture before a claim")
    parse.add_argument("--claims", required=True, help="tokens of each claim")
    parse.add_argument("--layers", type=int, help="of the language model, where memory does not hold all")
    options = parse.parse_args()
    torch.set_num_threads(options.threads)
    started = time.perf_counter()
    model, layers = build(options.config, getattr(torch, options.dtype), options.layers)
    say(load=time.perf_counter() - started, peak=peak())
    claims = [int(tokens) for tokens in options.claims.split(",")]
    for line in sys.stdin:
        asked = claims[: int(line)]
        if options.layers:
            seconds, work = scaled(model, options.prefix, asked, layers)
        else:
            seconds, work = timed(model, options.prefix, asked)
        say(seconds=seconds, work=work, peak=peak())


if __name__ == "__main__":
    main()
