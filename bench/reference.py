"""A judge in PyTorch, random weights, at the dimensions of a config.json: what the bench sets beside ours.

python reference.py --config FILE --dtype float32|bfloat16 --threads N --prefix N --claims N,N,…

The picture and the words before the claim are read once; each claim is one forward over its own tokens on that shared
cache, and only its last position's logits are computed. Prints one JSON object a line: first the load, then an answer
to every number read from stdin, which is how many of the claims to ask.
"""

import argparse
import json
import sys
import time
from pathlib import Path

import torch
from reference_models import build
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


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--config", type=Path, required=True)
    parse.add_argument("--dtype", choices=["float32", "bfloat16"], required=True)
    parse.add_argument("--threads", type=int, required=True)
    parse.add_argument("--prefix", type=int, required=True, help="tokens beside the picture before a claim")
    parse.add_argument("--claims", required=True, help="tokens of each claim")
    options = parse.parse_args()
    torch.set_num_threads(options.threads)
    started = time.perf_counter()
    model = build(options.config, getattr(torch, options.dtype))
    say(load=time.perf_counter() - started, peak=peak())
    claims = [int(tokens) for tokens in options.claims.split(",")]
    for line in sys.stdin:
        started, worked = time.perf_counter(), time.process_time()
        with torch.inference_mode():
            judge(model, options.prefix, claims[: int(line)])
        say(seconds=time.perf_counter() - started, work=time.process_time() - worked, peak=peak())


if __name__ == "__main__":
    main()
