/** What the pixels alone say: faults of the picture itself, copies of another shot, frames in a foreign style. */
import { deliberateIn, type FrameStyle, nearDuplicates } from '@core/measures/index.js';
import type { Finding, FindingKind, FrameMeasures, Measure, Severity } from '@shared/analysis.js';

/** The pick of one shot. */
export interface PixelFrame {
  readonly shotId: string;
  readonly takeId: string;
  /** The shot's number as the artist knows it. */
  readonly number: string;
  readonly description: string;
  readonly measures: FrameMeasures;
}

export interface PixelFindingsInput {
  /** In story order. */
  readonly frames: readonly PixelFrame[];
  /** By take: what `qualityOf` said. */
  readonly quality: Readonly<Record<string, readonly Measure[]>>;
  /** By take: what `styleOf` said. */
  readonly style: Readonly<Record<string, FrameStyle>>;
}

interface Fault {
  readonly measure: string;
  readonly kind: FindingKind;
  readonly message: string;
  readonly label: string;
  readonly digits: number;
  /** z from which the fault is grave rather than clear. */
  readonly gravely: number;
}

/** By the measure that is flagged; the first of a kind on a frame counts. */
const FAULTS: readonly Fault[] = [
  {
    measure: 'colourRange',
    kind: 'flat-frame',
    message: 'The frame is blank or nearly so.',
    label: 'spread of values in levels',
    digits: 1,
    gravely: 0,
  },
  {
    measure: 'blur',
    kind: 'blur',
    message: 'The whole frame is blurred, also where it is sharpest.',
    label: 'edge width in px',
    digits: 1,
    gravely: 8,
  },
  {
    measure: 'noise',
    kind: 'noise',
    message: 'The frame is noisy.',
    label: 'noise in levels',
    digits: 1,
    gravely: 10,
  },
  {
    measure: 'blockiness',
    kind: 'compression',
    message: 'Compression blocks can be seen in the frame.',
    label: 'blockiness',
    digits: 2,
    gravely: 12,
  },
  {
    measure: 'clippedLow',
    kind: 'exposure',
    message: 'Much of the frame is pure black.',
    label: 'share of pure black',
    digits: 2,
    gravely: 10,
  },
  {
    measure: 'clippedHigh',
    kind: 'exposure',
    message: 'Much of the frame is burnt out to white.',
    label: 'share of pure white',
    digits: 2,
    gravely: 10,
  },
];

export function pixelFindings({ frames, quality, style }: PixelFindingsInput): Finding[] {
  const order = new Map(frames.map(({ shotId }, i) => [shotId, i]));
  return [
    ...frames.flatMap((frame) => faultFindings(frame, frames, quality)),
    ...duplicateFindings(frames),
    ...frames.flatMap((frame) => styleFinding(frame, quality[frame.takeId] ?? [], style[frame.takeId])),
  ].sort((a, b) => (order.get(a.shotId) ?? 0) - (order.get(b.shotId) ?? 0));
}

function faultFindings(
  frame: PixelFrame,
  frames: readonly PixelFrame[],
  quality: PixelFindingsInput['quality'],
): Finding[] {
  const measures = quality[frame.takeId] ?? [];
  const found: Finding[] = [];
  for (const fault of FAULTS) {
    const measure = measures.find(({ name }) => name === fault.measure);
    if (!measure?.flagged || found.some(({ kind }) => kind === fault.kind)) continue;
    const board = median(frames.map((f) => f.measures.quality[fault.measure] ?? 0));
    const value = measure.value.toFixed(fault.digits);
    found.push({
      ...shown(
        fault.kind,
        [frame.shotId],
        frame,
        Math.abs(measure.z ?? 0) >= fault.gravely ? 'high' : 'medium',
      ),
      message: fault.message,
      evidence: {
        items: [
          {
            shotId: frame.shotId,
            takeId: frame.takeId,
            label: fault.label,
            value: measure.value,
            region: null,
          },
        ],
        detail: `${fault.label} ${value}, board ${board.toFixed(fault.digits)}`,
      },
    });
    // On a blank frame the other measures have nothing to measure.
    if (fault.kind === 'flat-frame') return found;
  }
  return found;
}

function duplicateFindings(frames: readonly PixelFrame[]): Finding[] {
  const byTake = new Map(frames.map((frame) => [frame.takeId, frame]));
  const drawn = frames.filter(({ measures, description }) => {
    const blank = (measures.quality.colourRange ?? 0) < 5;
    return !(blank || deliberateIn(description).flat);
  });
  return nearDuplicates(drawn).flatMap(({ first, second, bits, likeness }): Finding[] => {
    const earlier = byTake.get(first.takeId);
    const later = byTake.get(second.takeId);
    if (!earlier || !later) return [];
    const item = ({ shotId, takeId, number }: PixelFrame) => ({
      shotId,
      takeId,
      label: `shot ${number}`,
      value: likeness,
      region: null,
    });
    return [
      {
        ...shown('near-duplicate', [later.shotId, earlier.shotId], later, 'medium'),
        message: `This is nearly the same picture as shot ${earlier.number}.`,
        evidence: {
          items: [item(later), item(earlier)],
          detail: `likeness ${likeness.toFixed(3)}, ${bits} of 64 hash bits differ`,
        },
      },
    ];
  });
}

/** Blur, noise and blocks move every measure of style: on such a frame the fault is said, not the drift it causes. */
function styleFinding(
  frame: PixelFrame,
  quality: readonly Measure[],
  style: FrameStyle | undefined,
): Finding[] {
  if (!style?.flagged || quality.some(({ flagged }) => flagged)) return [];
  const leaving = style.measures.filter(({ flagged }) => flagged);
  const { blur, noise, weather } = deliberateIn(frame.description);
  // Blur, grain or weather that was asked for changes how a frame is drawn, but not its colours.
  if ((blur || noise || weather) && !leaving.some(({ name }) => name === 'colour' || name === 'saturation'))
    return [];
  const furthest = Math.max(0, ...style.measures.map(({ z }) => z ?? 0));
  return [
    {
      ...shown('style-drift', [frame.shotId], frame, furthest >= 10 ? 'high' : 'medium'),
      message: 'The style of this frame leaves the storyboard.',
      evidence: {
        items: (leaving.length > 0 ? leaving : style.measures.slice(0, 1)).map(({ name, z }) => ({
          shotId: frame.shotId,
          takeId: frame.takeId,
          label: `${name} in spreads of the board`,
          value: z,
          region: null,
        })),
        detail: style.difference,
      },
    },
  ];
}

function shown(
  kind: FindingKind,
  shots: readonly string[],
  frame: PixelFrame,
  severity: Severity,
): Omit<Finding, 'message' | 'evidence'> {
  return {
    key: [kind, ...shots].join(':'),
    kind,
    severity,
    shotId: frame.shotId,
    takeId: frame.takeId,
    claimIds: [],
    factId: null,
    dismissed: false,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
