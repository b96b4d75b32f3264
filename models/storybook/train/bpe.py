"""The judge's own tokenizer: byte-level BPE over the world's questions and captions, small enough for its model."""

from collections.abc import Iterator

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

from judge import SPECIAL_TOKENS, question
from shards import Record, mirrored

VOCABULARY = 640
# Qwen2's own way of cutting text into words.
WORDS = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)


def corpus(records: list[Record]) -> Iterator[str]:
    for record in records:
        for claim, _, _ in record["claims"]:
            yield question(claim)
            yield question(mirrored(claim))
        yield record["caption"]
        for asked, answer in record["open"]:
            yield asked
            yield f" {answer.strip()}"
    yield from ["Yes", "No"] * max(200, len(records))


def train_tokenizer(records: list[Record]) -> Tokenizer:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(WORDS), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.train_from_iterator(
        corpus(records),
        trainers.BpeTrainer(
            vocab_size=VOCABULARY,
            special_tokens=SPECIAL_TOKENS,
            initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
            show_progress=False,
        ),
    )
    return tokenizer


def single(tokenizer: Tokenizer, word: str) -> int:
    ids = tokenizer.encode(word).ids
    if len(ids) != 1:
        raise ValueError(f"'{word}' must be one token, and is {len(ids)}: {ids}")
    return ids[0]
