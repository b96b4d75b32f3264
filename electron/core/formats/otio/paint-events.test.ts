import type { Figure } from '@shared/records/index.js';
import { describe, expect, it } from 'vitest';
import { noteMarkers } from './note-markers.js';
import { paintEvents } from './paint-events.js';

const SIZE = { width: 200, height: 100 };
const ORIGIN = { id: 'n-0', at: '2026-11-28T09:00:00.000Z', by: 'Ann' };
const look = { colour: 'white', size: 0.1 } as const;
type Event = { OTIO_SCHEMA: string; uuid: string; points?: { x: number[]; y: number[]; size: number[] } };
const events = (figure: Figure) => paintEvents(figure, SIZE, ORIGIN) as Event[];
const kinds = (figure: Figure) => events(figure).map(({ OTIO_SCHEMA }) => OTIO_SCHEMA);

describe('what is drawn, in a timeline', () => {
  it('is measured from the middle of the picture, upwards, in picture heights, thick as the pen was pressed', () => {
    const line: Figure = {
      kind: 'pen',
      points: [
        [0, 0, 1],
        [1, 0.75, 0],
      ],
      ...look,
    };
    expect(kinds(line)).toEqual(['PaintStart.1', 'PaintPoint.1', 'PaintEnd.1']);
    const [start, points] = events(line);
    expect(start).toMatchObject({ uuid: 'n-0', rgba: [1, 1, 1, 1], friendly_name: 'Ann' });
    expect(points?.points).toEqual({
      OTIO_SCHEMA: 'PaintVertices.1',
      x: [-1, 1],
      y: [0.5, -0.25],
      size: [0.1, 0.04],
    });
  });

  it('has a stroke for each line of a figure, and words as words', () => {
    const arrow: Figure = { kind: 'arrow', from: [0, 0.5], to: [0.5, 0.5], ...look };
    const strokes = events(arrow).filter((one) => one.points);
    expect(strokes.map(({ points }) => [points?.x[1], points?.y[1]])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(new Set(events(arrow).map(({ uuid }) => uuid)).size).toBe(2);
    const short: Figure = { kind: 'arrow', from: [0.45, 0.5], to: [0.5, 0.5], ...look };
    const head = events(short).findLast((one) => one.points)?.points;
    expect(Math.hypot(head?.x[0] ?? 0, head?.y[0] ?? 0)).toBeCloseTo(0.1);
    const box: Figure = { kind: 'box', region: { x: 0.25, y: 0.25, width: 0.5, height: 0.5 }, ...look };
    expect(events(box)[1]?.points?.x).toEqual([-0.5, 0.5, 0.5, -0.5, -0.5]);
    const words: Figure = { kind: 'text', at: [0.5, 0.5], text: 'hat', ...look };
    expect(events(words)).toMatchObject([
      { OTIO_SCHEMA: 'TextAnnotation.1', text: 'hat', position: [0, 0], font_size: 0.1 },
    ]);
  });

  it('goes with the marker of its note, which has the answers in its words', () => {
    const take = { sha256: 'a', width: 200, height: 100 } as never;
    const said = { author: 'Ann', at: ORIGIN.at, state: 'open' as const, take: null, sha256: 'a' };
    const drawing: Figure[] = [{ kind: 'arrow', from: [0, 0], to: [1, 1], ...look }];
    const markers = noteMarkers({
      takes: [take],
      comments: [
        { ...said, id: 'n', text: '', drawing },
        { ...said, id: 'x', text: 'gone', state: 'dismissed' },
        { ...said, id: 'm', text: 'Why?', replyTo: 'n', author: 'Bo' },
      ],
    });
    expect(markers.map(({ text }) => text)).toEqual([
      'Ann, 2026-11-28: drawn on the picture\nBo, 2026-11-28, in answer: Why?',
    ]);
    expect(markers[0]?.metadata).toMatchObject({
      continuist: { id: 'n', drawing },
      annotation_commands: expect.arrayContaining([expect.objectContaining({ uuid: 'n-0' })]),
    });
    const lost = noteMarkers({ takes: [], comments: [{ ...said, id: 'n', text: 'x', drawing }] });
    expect(lost[0]?.metadata).not.toHaveProperty('annotation_commands');
  });
});
