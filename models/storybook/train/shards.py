"""The rendered pictures and their truth, as dataset.ts writes them: images-<k>.u8 and labels-<k>.jsonl.

A shard is picked up once its labels are whole; new ones may appear while training runs. Texts are kept once, in a
table, already cut into tokens.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from tower import IMAGE_SIZE
from vocabulary import (
    COLOURS,
    FRAMINGS,
    KINDS,
    LIVING,
    MAX_SUBJECTS,
    MOODS,
    PEOPLE,
    PLACES,
    POSES,
    STYLES,
    TIMES,
    WEATHERS,
)

IMAGE_BYTES = IMAGE_SIZE * IMAGE_SIZE * 3
SIDES = {"left": "right", "right": "left"}
Record = dict  # one line of labels-<k>.jsonl; its fields are read in Shard only


def mirrored(text: str) -> str:
    return re.sub(r"\b(left|right)\b", lambda found: SIDES[found.group()], text)


class Texts:
    """Every text once: its tokens by number, and the number of its mirror image's text."""

    def __init__(self, tokenizer: Tokenizer):
        self.tokenizer = tokenizer
        self.tokens: list[list[int]] = []
        self.words: list[str] = []
        self._numbers: dict[str, int] = {}
        self._mirrored: dict[int, int] = {}

    def number(self, text: str) -> int:
        found = self._numbers.get(text)
        if found is None:
            found = self._numbers[text] = len(self.tokens)
            self.tokens.append(self.tokenizer.encode(text).ids)
            self.words.append(text)
        return found

    def mirrored(self, number: int) -> int:
        found = self._mirrored.get(number)
        if found is None:
            found = self._mirrored[number] = self.number(mirrored(self.words[number]))
        return found


@dataclass
class Subjects:
    """N pictures by MAX_SUBJECTS, -1 where there is none."""

    kind: np.ndarray
    colour: np.ndarray
    x: np.ndarray
    facing: np.ndarray
    mood: np.ndarray
    pose: np.ndarray
    held: np.ndarray
    box: np.ndarray  # (N, MAX_SUBJECTS, 4): x, y, width, height in frame units
    colour_box: np.ndarray


class Shard:
    def __init__(self, images: Path, records: list[Record], texts: Texts, claim_kinds: list[str]):
        count = len(records)
        self.pixels = np.memmap(images, np.uint8, "r", shape=(count, IMAGE_SIZE, IMAGE_SIZE, 3))
        shape = (count, MAX_SUBJECTS)
        none = np.full(shape, -1, np.int64)
        nowhere = np.zeros((*shape, 4), np.float32)
        self.subjects = Subjects(
            kind=none,
            colour=none.copy(),
            x=np.zeros(shape, np.float32),
            facing=none.copy(),
            mood=none.copy(),
            pose=none.copy(),
            held=none.copy(),
            box=nowhere,
            colour_box=nowhere.copy(),
        )
        self.scene = np.zeros((count, 7), np.int64)
        self.claims: list[np.ndarray] = []  # per picture (claims, 3): text, truth, claim kind
        self.caption = np.zeros(count, np.int64)
        self.open: list[list[tuple[int, int]]] = []
        for row, record in enumerate(records):
            self._read(row, record, texts, claim_kinds)

    def _read(self, row: int, record: Record, texts: Texts, claim_kinds: list[str]) -> None:
        scene, to = record["scene"], self.subjects
        people = 0
        for at, subject in enumerate(scene["subjects"][:MAX_SUBJECTS]):
            to.kind[row, at] = KINDS.index(subject["kind"])
            to.colour[row, at] = COLOURS.index(subject["colour"])
            to.x[row, at] = subject["x"]
            to.facing[row, at] = 1 if subject["facing"] > 0 else 0
            people += subject["kind"] in PEOPLE
            if subject["kind"] in LIVING:
                to.mood[row, at] = MOODS.index(subject["mood"])
                to.pose[row, at] = POSES.index(subject["pose"])
            else:
                to.held[row, at] = 1 if subject.get("heldBy") is not None else 0
            for boxes, target in ((record["boxes"], to.box), (record["colourBoxes"], to.colour_box)):
                box = boxes[at]
                target[row, at] = (box["x"], box["y"], box["width"], box["height"])
        self.scene[row] = (
            PLACES.index(scene["place"]),
            TIMES.index(scene["time"]),
            WEATHERS.index(scene["weather"]),
            FRAMINGS.index(scene["framing"]),
            STYLES.index(scene["style"]),
            min(people, MAX_SUBJECTS),
            min(len(scene["subjects"]), MAX_SUBJECTS),
        )
        claims = []
        for text, truth, kind in record["claims"]:
            # The grammar's relations are of two sorts that are learnt at very different speeds.
            if " holding " in text:
                kind = "holding"
            if kind not in claim_kinds:
                claim_kinds.append(kind)
            claims.append((texts.number(f"{text}?"), int(truth), claim_kinds.index(kind)))
        self.claims.append(np.array(claims, np.int64).reshape(-1, 3))
        self.caption[row] = texts.number(record["caption"])
        self.open.append([(texts.number(asked), texts.number(f" {answer.strip()}")) for asked, answer in record["open"]])

    def __len__(self) -> int:
        return len(self.caption)


def read_records(labels: Path) -> list[Record]:
    with labels.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


class ShardFolder:
    """The shards of a folder, in order, as they become whole."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._seen: set[Path] = set()

    def fresh(self) -> list[tuple[Path, list[Record]]]:
        found = []
        for labels in sorted(self.folder.glob("labels-*.jsonl"), key=lambda path: int(path.stem.split("-")[1])):
            images = labels.with_name(labels.name.replace("labels-", "images-")).with_suffix(".u8")
            if labels in self._seen or not images.exists():
                continue
            if not labels.read_bytes()[-1:] == b"\n":
                continue
            if labels.read_bytes().count(b"\n") * IMAGE_BYTES != images.stat().st_size:
                continue
            self._seen.add(labels)
            found.append((images, read_records(labels)))
        return found
