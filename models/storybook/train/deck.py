"""What is dealt in random order."""

import random


class Deck:
    """Each once before any twice; more may join at any time."""

    def __init__(self, seed: int):
        self._random = random.Random(seed)
        self.all: list = []
        self._waiting: list = []

    def add(self, some: list) -> None:
        self.all += some
        self._waiting += some
        self._random.shuffle(self._waiting)

    def take(self, count: int) -> list:
        while len(self._waiting) < count:
            again = list(self.all)
            self._random.shuffle(again)
            self._waiting = again + self._waiting
        taken = self._waiting[-count:]
        del self._waiting[-count:]
        return taken
