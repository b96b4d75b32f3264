"""The whole model, its text template, and what is stored of it between runs."""

from dataclasses import asdict
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from decoder import Decoder, DecoderSize
from heads import DenseHeads
from tower import IMAGE_TOKENS, Projector, Tower, TowerSize

START, END, IMAGE, PADDING = "<|im_start|>", "<|im_end|>", "<image>", "<|endoftext|>"
SPECIAL_TOKENS = [PADDING, START, END, IMAGE]
PREFIX_LENGTH = 1 + IMAGE_TOKENS


def question(claim: str) -> str:
    return f"{claim}?"


class Judge(nn.Module):
    def __init__(self, tower_size: TowerSize, decoder_size: DecoderSize):
        super().__init__()
        self.tower = Tower(tower_size)
        self.projector = Projector(tower_size.cell, decoder_size.width)
        self.decoder = Decoder(decoder_size)
        self.heads = DenseHeads(tower_size)

    def prefix(self, tokens: Tensor, start_id: int) -> Tensor:
        """The embeddings of the start token and the image's tokens: what every text block may look at."""
        start = self.decoder.embed_tokens.weight[start_id].expand(tokens.shape[0], 1, -1)
        return torch.cat([start, self.projector(tokens)], 1)


def save_checkpoint(path: Path, judge: Judge, tokenizer: Tokenizer, progress: dict[str, object]) -> None:
    part = path.with_suffix(".part")
    torch.save(
        {
            "tower": asdict(judge.tower.size),
            "decoder": asdict(judge.decoder.size),
            "weights": judge.state_dict(),
            "tokenizer": tokenizer.to_str(),
            "progress": progress,
        },
        part,
    )
    part.replace(path)


def load_checkpoint(path: Path) -> tuple[Judge, Tokenizer, dict[str, object]]:
    stored = torch.load(path, map_location="cpu", weights_only=True)
    judge = Judge(TowerSize(**stored["tower"]), DecoderSize(**stored["decoder"]))
    # The heads only train the tower; one that is newer than the checkpoint starts afresh.
    missing = judge.load_state_dict(stored["weights"], strict=False).missing_keys
    if lost := [name for name in missing if not name.startswith("heads.")]:
        raise ValueError(f"{path} lacks {', '.join(lost)}")
    return judge, Tokenizer.from_str(stored["tokenizer"]), stored["progress"]
