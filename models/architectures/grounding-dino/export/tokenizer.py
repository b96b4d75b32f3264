"""Words as the published vocabulary has them: its marks under their numbers, which the model knows; few others."""

from collections.abc import Sequence

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

MARKS = {"[PAD]": 0, "[UNK]": 100, "[CLS]": 101, "[SEP]": 102, ".": 1012, "?": 1029}


def build_tokenizer(words: Sequence[str]) -> Tokenizer:
    vocabulary = MARKS | {word: 1040 + at for at, word in enumerate(words)}
    taken = set(vocabulary.values())
    vocabulary |= {f"[unused{at}]": at for at in range(max(taken)) if at not in taken}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[(mark, MARKS[mark]) for mark in ("[CLS]", "[SEP]")]
    )
    return tokenizer
