import { describe, expect, it } from 'vitest';
import { boxesNow, corrected, labelsNow, thingsIn } from './corrected.js';
import type { Correction } from './records/index.js';
import { type Boxes, shown } from './sighting.js';

const region = (x: number) => ({ x, y: 0, width: 0.2, height: 0.5 });
const seen = (label: string, x: number) => ({ label, region: region(x), confidence: 0.9 });
/** One girl, and a dog; nobody knows what a dragon is. */
const SEEN: Boxes = {
  labels: ['girl', 'dog', 'dragon', 'person'],
  detections: [seen('girl', 0), seen('dog', 0.5), seen('person', 0)],
  unknown: ['dragon'],
};
const STRANGE: Boxes = { labels: ['girl', 'person'], detections: [], unknown: ['girl', 'person'] };
const by = (boxes: Correction['boxes'], labels = ['girl', 'dog', 'person']): Correction => ({
  id: 'take-0',
  labels,
  boxes,
  createdAt: 0,
});
const box = (label: string, x: number, also: string[] = []) => ({ label, also, region: region(x) });
const nobody = () => [];

describe('what the artist says of a picture', () => {
  it('begins with each thing that the eye saw, and all that it answers to', () => {
    const boxes = [box('girl', 0, ['person']), box('dog', 0.5)];
    expect(boxesNow(SEEN, undefined)).toEqual(boxes);
    expect(labelsNow(SEEN, undefined, boxes)).toEqual(['girl', 'dog', 'person']);
    expect([boxesNow(STRANGE, undefined), labelsNow(STRANGE, undefined, [])]).toEqual([[], []]);
    // Whatever a box is called besides, the correction speaks for that too.
    expect(labelsNow(null, undefined, [box('queen', 0, ['lady'])])).toEqual(['queen', 'lady']);
    expect([boxesNow(null, undefined), thingsIn(null, undefined)]).toEqual([[], []]);
  });

  it('stands in place of what the eye saw: a box that was taken away is not there', () => {
    const one = by([box('girl', 0.1, ['person'])]);
    expect(thingsIn(SEEN, one)).toEqual([{ label: 'girl', region: region(0.1), confidence: 1 }]);
    const boxes = corrected(SEEN, one, nobody);
    expect(shown('dog', boxes)).toEqual([]);
    expect(shown('person', boxes)?.map((it) => it.region.x)).toEqual([0.1]);
    expect(shown('girl', boxes)).toHaveLength(1);
    expect(shown('dragon', boxes)).toBeNull();
  });

  it('counts two that lie over each other as two', () => {
    expect(thingsIn(SEEN, by([box('girl', 0), box('dog', 0)]))).toHaveLength(2);
  });

  it('speaks for names that nobody asked for, and for what they answer to', () => {
    const boxes = corrected(STRANGE, by([box('queen', 0.3)], ['queen']), () => ['person']);
    expect([shown('queen', boxes), shown('person', boxes)].map((one) => one?.length)).toEqual([1, 1]);
    expect(shown('girl', boxes)).toBeNull();
    const queen = by([box('queen', 0.3)], ['queen']);
    expect(corrected(SEEN, queen, nobody).unknown).toEqual(['dragon']);
    expect(corrected(SEEN, queen, () => ['dragon']).unknown).toEqual([]);
    expect(corrected(null, queen, nobody)).toEqual({
      labels: ['queen'],
      detections: [{ label: 'queen', region: region(0.3), confidence: 1 }],
      unknown: [],
    });
  });

  it('takes two for one thing where they lie over each other by more than nine tenths', () => {
    const wide = (width: number) => ({ x: 0, y: 0, width, height: 1 });
    const hat = (width: number): Boxes => ({
      labels: ['girl', 'hat'],
      detections: [
        { label: 'girl', region: wide(0.625), confidence: 0.9 },
        { label: 'hat', region: wide(width), confidence: 0.9 },
      ],
      unknown: [],
    });
    const girl = by([{ label: 'girl', also: [], region: wide(0.625) }], ['girl']);
    expect([0.5625, 0.57].map((width) => thingsIn(hat(width), girl).length)).toEqual([2, 1]);
    const also = (width: number) => boxesNow(hat(width), undefined).map((one) => one.also);
    expect([also(0.5625), also(0.57)]).toEqual([[[], []], [['hat']]]);
  });

  it('says nothing of what the eye was asked since, unless it is the same thing', () => {
    const before = by([box('girl', 0, ['person'])], ['girl', 'person']);
    expect(thingsIn(SEEN, before).map(({ label }) => label)).toEqual(['girl', 'dog']);
    expect(boxesNow(SEEN, before)).toHaveLength(2);
    expect(shown('dog', corrected(SEEN, before, nobody))).toHaveLength(1);
    expect(thingsIn(SEEN, by([box('cat', 0.5)], ['cat', 'girl', 'person']))).toHaveLength(1);
    // What it spoke for once it speaks for still.
    expect(labelsNow(STRANGE, before, [])).toEqual(['girl', 'person']);
  });
});
