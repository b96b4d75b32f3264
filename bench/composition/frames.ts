/** What is measured of one frame against what the world says of it. */
import { compose, MIDDLE, STORYBOOK } from '@core/composition/index.js';
import {
  type Box,
  between,
  describeScene,
  FRAMINGS,
  type Framing,
  type Head,
  pick,
  type Random,
  type Scene,
  sampleScene,
} from '@models/storybook/world/index.js';
import { type Composition, HEADROOM, type ShotSize } from '@shared/composition/index.js';
import type { Detection } from '@shared/records/index.js';
import { claimsOf } from './claims.js';
import type { Trial } from './trial.js';
import type { View, Window } from './view.js';

const SHAPE = 16 / 9;

/** Sizes by which the world's framings go in the field. */
const SIZES: Readonly<Record<Framing, readonly ShotSize[]>> = {
  wide: ['extreme wide shot', 'wide shot', 'full shot'],
  medium: ['medium wide shot', 'medium shot'],
  'close-up': ['medium close-up', 'close-up', 'extreme close-up'],
};

export const composed = (
  detections: readonly Detection[],
  more: { description?: string; direction?: 'left' | 'right' } = {},
): Composition =>
  compose({
    detections,
    pixels: null,
    shape: SHAPE,
    figures: STORYBOOK,
    description: more.description ?? '',
    claims: more.description ? claimsOf(more.description) : [],
    verdicts: [],
    ...(more.direction && { direction: more.direction }),
  });

/** Which of the scene's subjects the composition took for the frame's; -1 = none of them. */
const subjectIn = (view: View, { subject }: Composition): number =>
  subject ? view.scene.subjects.findIndex(({ kind }) => kind === subject.label) : -1;

/** Nothing that lies within this of a border of what is told apart is asked about: people would argue. */
const CLEAR = 0.02;
const isClear = (value: number, ...borders: readonly number[]): boolean =>
  borders.every((border) => Math.abs(value - border) > CLEAR);

export function wholeFrame(view: View, detections: readonly Detection[]): Trial[] {
  const { scene } = view;
  if (scene.subjects.length === 0) return [];
  const own = composed(detections);
  const trials: Trial[] = [
    { measure: 'size of shot', right: own.size && SIZES[scene.framing].includes(own.size) },
  ];
  const said = describeScene(scene);
  for (const framing of FRAMINGS) {
    const { asked } = composed(detections, { description: asking(said, scene.framing, framing) });
    if (!asked) continue;
    const measure = framing === scene.framing ? 'as asked, where it is' : 'not as asked, where it is not';
    trials.push({
      measure,
      right: asked.agrees === null ? null : asked.agrees === (framing === scene.framing),
    });
  }
  return [...trials, ...ofSomebody(view, own, detections)];
}

const asking = (said: string, from: Framing, to: Framing): string => said.replace(WORDS[from], WORDS[to]);
const WORDS: Readonly<Record<Framing, string>> = {
  wide: 'wide shot',
  medium: 'medium shot',
  'close-up': 'close-up',
};

function ofSomebody(view: View, own: Composition, detections: readonly Detection[]): Trial[] {
  const at = subjectIn(view, own);
  const head = view.heads.find(({ subject }) => subject === at);
  const box = view.boxes[at];
  const subject = view.scene.subjects[at];
  if (!head || !box || !subject || own.point === null) return [];
  const trials: Trial[] = [];
  const off = Math.abs(head.x - 0.5);
  if (isClear(off, MIDDLE))
    trials.push({
      measure: 'in the middle or off it',
      right: Math.abs(own.point.x - 0.5) < MIDDLE === off < MIDDLE,
    });
  const direction = subject.facing === 1 ? 'right' : 'left';
  const room = direction === 'right' ? 1 - 2 * head.x : 2 * head.x - 1;
  if (isClear(room, 0)) {
    const { lookRoom } = composed(detections, { direction });
    trials.push({
      measure: 'look-room, facing given',
      right: lookRoom === null ? null : lookRoom > 0 === room > 0,
    });
  }
  return trials;
}

const NEAR = 0.03;

/** A part of the frame; where there is somebody, mostly one that cuts a head off or has it near the upper edge. */
export function partOf({ heads }: View, random: Random): Window {
  const head = heads.length > 0 ? pick(random, heads) : null;
  const top = head ? head.y - head.reach * between(random, -0.6, 3.5) : random() / 2;
  const y = Math.max(0, top);
  const size = Math.min(1 - y, between(random, 0.4, 0.9));
  const x = (head?.x ?? random()) - size * between(random, 0.15, 0.85);
  return { size, y, x: Math.min(1 - size, Math.max(0, x)) };
}

export function partFrame(view: View, detections: readonly Detection[]): Trial[] {
  const own = composed(detections);
  const at = subjectIn(view, own);
  const head = view.heads.find(({ subject }) => subject === at);
  const box = view.boxes[at];
  const isClose = own.size === 'close-up' || own.size === 'extreme close-up';
  const trials: Trial[] = [];
  if (head && box && !isClose) trials.push(...ofHead(head, box, own));
  return [...trials, ...ofEdges(view, own)];
}

/** Hair and hats stand out of a head, and where only they are cut nobody is headless. */
function ofHead(head: Head, box: Box, { headCut, headroom, point }: Composition): Trial[] {
  const top = head.y - head.reach;
  if (top < -0.15 * head.reach && head.y > 0)
    return [{ measure: 'head, where it is cut off', right: headCut }];
  if (box.y < NEAR) return [];
  const { most } = HEADROOM;
  // Whether hair and a hat are room above a head people would argue about.
  const isArgued = head.y - 1.6 * head.reach < most + CLEAR && top > most - CLEAR;
  const trials: Trial[] = [{ measure: 'head, where it is whole', right: headCut === null ? null : !headCut }];
  if (isClear(head.y, 0.5))
    trials.push({
      measure: 'eyes above or below the middle',
      right: point && point.y > 0.5 === head.y > 0.5,
    });
  if (!isArgued)
    trials.push({ measure: 'headroom', right: headroom === null ? null : headroom > most === top > most });
  return trials;
}

function ofEdges(view: View, { touching }: Composition): Trial[] {
  const touched = new Set(touching?.map(({ label, edge }) => `${label} ${edge}`));
  return view.boxes.flatMap((box, i): Trial[] => {
    const label = view.scene.subjects[i]?.kind ?? '';
    const shown = view.detections.find((one) => one.label === label)?.region;
    if (!shown || shown.width * shown.height < 0.012) return [];
    const edges = [
      ['left', -box.x],
      ['right', box.x + box.width - 1],
    ] as const;
    return edges.flatMap(([edge, over]) =>
      Math.abs(over) > NEAR
        ? [
            {
              measure: over > 0 ? 'edge, where something reaches it' : 'edge, where nothing does',
              right: touched.has(`${label} ${edge}`) === over > 0,
            },
          ]
        : [],
    );
  });
}

export const sampled = (random: Random): Scene => sampleScene(random, { atLeast: 1 });
