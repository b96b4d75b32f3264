import { boxesNow, labelsNow } from '@shared/corrected.js';
import type { Correction, HandBox, Region, Take } from '@shared/records/index.js';
import type { Boxes } from '@shared/sighting.js';
import { useState } from 'react';
import { send } from '../link/index.js';
import { likelyName, MIDDLE, named } from './shaping.js';

/** The boxes of a take while the artist corrects them: each change is kept at once. */
export interface Boxing {
  readonly take: Take;
  readonly boxes: readonly HandBox[];
  /** Nouns that are known of the picture. */
  readonly labels: readonly string[];
  readonly isCorrected: boolean;
  /** Which of the boxes is chosen; null = none. */
  readonly at: number | null;
  /** Its name is being typed. */
  readonly naming: boolean;
  choose(at: number | null, naming?: boolean): void;
  /** Without a region in the middle of the picture. Its name is asked for. */
  add(region?: Region): void;
  shape(at: number, region: Region): void;
  rename(at: number, typed: string): void;
  remove(at: number): void;
  /** What the eye saw counts again. */
  backToEye(): void;
}

/** `seen`: by the eye; null where it could not look. */
export function useBoxing(take: Take | null, seen: Boxes | null, by: Correction | undefined): Boxing | null {
  const [chosen, setChosen] = useState<{ takeId: string; at: number; naming: boolean } | null>(null);
  if (!take) return null;
  const takeId = take.id;
  const boxes = boxesNow(seen, by);
  const labels = labelsNow(seen, by, boxes);
  const keep = (next: readonly HandBox[]) =>
    void send({ type: 'correct-boxes', takeId, labels: labelsNow(seen, by, next), boxes: [...next] });
  const change = (at: number, to: (box: HandBox) => HandBox) => {
    const box = boxes[at];
    const next = box && to(box);
    if (next && next !== box) keep(boxes.with(at, next));
  };
  const choose = (at: number | null, naming = false) =>
    setChosen(at === null ? null : { takeId, at, naming });
  const own = chosen?.takeId === takeId && chosen.at < boxes.length ? chosen : null;
  return {
    take,
    boxes,
    labels,
    isCorrected: by !== undefined,
    at: own?.at ?? null,
    naming: own?.naming ?? false,
    choose,
    add(region = MIDDLE) {
      keep([...boxes, { label: likelyName(labels, boxes), also: [], region }]);
      choose(boxes.length, true);
    },
    shape: (at, region) => change(at, (box) => ({ ...box, region })),
    rename: (at, typed) => change(at, (box) => named(box, typed, labels, boxes)),
    remove(at) {
      keep(boxes.toSpliced(at, 1));
      choose(null);
    },
    backToEye() {
      choose(null);
      void send({ type: 'correct-boxes', takeId, labels: [], boxes: null });
    },
  };
}
