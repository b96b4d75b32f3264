"""The drawn world's words, read from the one place that lists them: ../world/scene.ts."""

import re
from pathlib import Path

_SOURCE = (Path(__file__).resolve().parent.parent / "world" / "scene.ts").read_text(encoding="utf-8")
_SOURCE = re.sub(r"/\*.*?\*/|//[^\n]*", "", _SOURCE, flags=re.S)


def _words(name: str) -> list[str]:
    body = re.search(rf"export const {name} = \[(.*?)\] as const", _SOURCE, re.S)
    if body is None:
        raise ValueError(f"scene.ts has no constant list named {name}")
    words: list[str] = []
    for spread, word in re.findall(r"\.\.\.(\w+)|'([^']+)'", body.group(1)):
        words += _words(spread) if spread else [word]
    return words


PEOPLE = _words("PEOPLE")
LIVING = PEOPLE + _words("ANIMALS")
KINDS = _words("KINDS")
COLOURS = _words("COLOURS")
PLACES = _words("PLACES")
TIMES = _words("TIMES")
WEATHERS = _words("WEATHERS")
FRAMINGS = _words("FRAMINGS")
STYLES = _words("STYLES")
MOODS = _words("MOODS")
POSES = _words("POSES")
MAX_SUBJECTS = 4
