/**
 * Figures as paint events in OpenTimelineIO: the schemas by which review programs (OpenRV, xSTUDIO) share what is drawn. A
 * place is measured from the middle of the picture, to the right and upwards, in picture heights; so is a size.
 */
import { headOf, INKS, linesOf } from '@shared/drawing/index.js';
import type { Size } from '@shared/mask/index.js';
import type { Figure } from '@shared/records/index.js';

interface Origin {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string;
}

type Place = readonly [x: number, y: number];

/** How much of a line's width is left where the pen was not pressed at all. */
const LEAST = 0.4;

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** 0 to 1 each: red, green, blue and opacity. */
const rgbaOf = (hex: string): number[] => [
  ...[1, 3, 5].map((at) => rounded(Number.parseInt(hex.slice(at, at + 2), 16) / 255)),
  1,
];

export function paintEvents(figure: Figure, size: Size, origin: Origin): object[] {
  const rgba = rgbaOf(INKS[figure.colour].ink);
  const thick = (figure.size * Math.min(size.width, size.height)) / size.height;
  const placed = ([x, y]: Place): Place => [
    rounded(((x - 0.5) * size.width) / size.height),
    rounded(0.5 - y),
  ];
  const own = { uuid: origin.id, timestamp: origin.at };
  if (figure.kind === 'text')
    return [
      {
        OTIO_SCHEMA: 'TextAnnotation.1',
        ...own,
        friendly_name: origin.by,
        rgba,
        text: figure.text,
        position: placed(figure.at),
        font_size: rounded(thick),
        scale: 1,
        rotation: 0,
        spacing: 1,
        font: 'sans-serif',
      },
    ];
  const pressures = figure.kind === 'pen' ? figure.points.map(([, , pressure]) => pressure) : [];
  const lines = linesOf(figure, size).map((line) => line.map(placed));
  return [...lines, ...headIn(lines, figure, thick)].flatMap((line, at) => {
    const uuid = at === 0 ? origin.id : `${origin.id}-${at}`;
    return [
      {
        OTIO_SCHEMA: 'PaintStart.1',
        ...own,
        uuid,
        source_index: 0,
        friendly_name: origin.by,
        rgba,
        type: 'color',
        brush: 'circle',
        visible: true,
      },
      {
        OTIO_SCHEMA: 'PaintPoint.1',
        ...own,
        uuid,
        source_index: 0,
        points: {
          OTIO_SCHEMA: 'PaintVertices.1',
          x: line.map(([x]) => x),
          y: line.map(([, y]) => y),
          size: line.map((_, n) => rounded(thick * (LEAST + (1 - LEAST) * (pressures[n] ?? 1)))),
        },
      },
      { OTIO_SCHEMA: 'PaintEnd.1', ...own, uuid },
    ];
  });
}

/** The two strokes of an arrow's head as one line. */
function headIn([line]: readonly (readonly Place[])[], { kind }: Figure, thick: number): Place[][] {
  const [from, to] = line ?? [];
  if (kind !== 'arrow' || !from || !to) return [];
  const [left, right] = headOf(from, to, thick).map(([x, y]): Place => [rounded(x), rounded(y)]);
  return left && right ? [[left, to, right]] : [];
}
