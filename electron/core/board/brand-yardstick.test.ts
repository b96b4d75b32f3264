import { MEASURES_VERSION } from '@core/measures/index.js';
import type { Records, StyleExample } from '@shared/records/index.js';
import { aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import { BrandYardstick } from './brand-yardstick.js';
import { ComparedTake } from './compared-take.js';
import type { SeenMeasures, Sight } from './sight.js';
import { seenMeasures } from './sight.js';
import { someMeasures } from './testing/drawn-changes.js';

const example = (n: number, more: Partial<StyleExample> = {}): StyleExample => ({
  id: `e${n}`,
  on: n < 3,
  takeId: `take-${n}`,
  outside: null,
  createdAt: n,
  ...more,
});

const measuresOf = (n: number): SeenMeasures => seenMeasures(someMeasures(n));
const sightOf = (n: number, more: Partial<Sight> = {}): Sight =>
  ({ take: aTake(n), scene: 'Harbour', description: 'Fog.', heard: null, ...more }) as Sight;
const heard = (tower: string, judgeVersion = '1') => ({ heard: { tower, judgeVersion } }) as Partial<Sight>;
const review = { judgedFeatures: (key: string) => (key === `${aTake(0).sha256}:1` ? [0.5, 1] : null) };
const compared = (n: number, more: Partial<Sight> = {}, measures = measuresOf(n)) =>
  new ComparedTake(sightOf(n, more), measures, review);

/** A board of six examples, three on style, all of takes that were measured. */
function board(examples: readonly StyleExample[] = [0, 1, 2, 3, 4, 5].map((n) => example(n))) {
  const state = {
    examples,
    brand: {} as Records['brand'],
    asked: 0,
    frames: new Map([0, 1, 2, 3, 4, 5, 6].map((n) => [`take-${n}`, compared(n)])),
  };
  const yardstick = new BrandYardstick({
    records: () => ({
      styleExample: Object.fromEntries(state.examples.map((one) => [one.id, one])),
      brand: state.brand,
    }),
    frame: (takeId) => {
      state.asked++;
      return state.frames.get(takeId) ?? null;
    },
    judge: () => '1',
  });
  /** Whether frames stand otherwise once it is learned. */
  const learn = (): boolean => {
    let isOther = false;
    while (yardstick.isStale) isOther = yardstick.work();
    return isOther;
  };
  return { state, yardstick, learn };
}

it('is learned in steps from the examples, oldest first, and stands until one of them changes', () => {
  const { yardstick, learn, state } = board();
  expect([yardstick.isStale, yardstick.report.sureness, yardstick.of('take-6', 'balanced')]).toEqual([
    true,
    null,
    null,
  ]);
  expect(yardstick.work(), 'one step is not all').toBe(false);
  expect(yardstick.isStale).toBe(true);
  expect(learn()).toBe(true);
  expect(yardstick.isStale).toBe(false);
  expect(yardstick.report).toMatchObject({ on: 3, off: 3, waiting: 0, stale: 0 });
  expect(yardstick.of('take-6', 'balanced')?.p).toBeGreaterThanOrEqual(0);
  expect(yardstick.of('unknown', 'balanced')).toBeNull();
  yardstick.seen('take-6');
  expect(yardstick.isStale, 'no example').toBe(false);
  yardstick.seen('take-5');
  expect(yardstick.isStale).toBe(true);
  learn();
  state.examples = state.examples.slice(0, 2);
  yardstick.changed();
  expect(learn(), 'it is known no more').toBe(true);
  const { asked } = state;
  expect(yardstick.of('take-6', 'balanced')).toBeNull();
  expect(state.asked, 'nothing is read of a take for that').toBe(asked);
  yardstick.changed();
  expect(learn(), 'nor was it before').toBe(false);
  expect(yardstick.work(), 'nothing is to learn').toBe(false);
});

it('has its examples in the order in which they were marked, by name where that is one time', () => {
  const at = (id: string, createdAt: number) => example(0, { id, createdAt });
  const { yardstick } = board([at('c', 2), at('b', 1), at('a', 2), at('e', 2), at('d', 0)]);
  expect(yardstick.examples.map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c', 'e']);
});

it('knows of an example what is measured of its take, and of one from elsewhere what was kept', () => {
  const features = { measures: MEASURES_VERSION, style: { colour: [1] }, judge: 'j', tower: [2] };
  const outside = { name: 'a.png', preview: '', features };
  const { yardstick, state } = board([
    example(0),
    example(1, { takeId: 'gone' }),
    example(9, { takeId: null, outside }),
  ]);
  state.frames.set('take-0', compared(0, heard('seen')));
  const known = yardstick.examples.map((one) => one.known);
  expect(known[0]).toMatchObject({ on: true, measures: MEASURES_VERSION, judge: '1', tower: [0.5, 1] });
  expect(known[0]?.features?.colour).toEqual(measuresOf(0).features.colour);
  expect(known[1]).toEqual({ on: true, features: null, measures: 0, judge: '', tower: [] });
  expect(known[2]).toEqual({
    on: false,
    features: { colour: [1] },
    measures: MEASURES_VERSION,
    judge: 'j',
    tower: [2],
  });
});

it('scores by other examples while they are given, and finds frames off by them whatever the board wants', () => {
  const { yardstick, learn, state } = board([]);
  learn();
  expect(yardstick.report).toMatchObject({ on: 0, off: 0 });
  const { yardstick: other } = board();
  yardstick.give(other.examples.map(({ known }) => known));
  expect(yardstick.isStale).toBe(true);
  expect(learn()).toBe(true);
  expect(yardstick.report).toMatchObject({ on: 3, off: 3 });
  state.examples = [example(0)];
  yardstick.seen('take-0');
  expect(yardstick.isStale, 'the board’s own is not marked yet').toBe(false);
  yardstick.give(null);
  learn();
  expect(yardstick.report).toMatchObject({ on: 1, off: 0 });
});

it('finds frames off only where the board wants that', () => {
  /** Two looks far apart, six of each. */
  const looks = Array.from({ length: 12 }, (_, n) => {
    const { features, ...rest } = measuresOf(1 + 5 * n);
    const shifted = Object.entries(features).map(([name, values]) => [
      name,
      Array.from(values ?? [], (value) => value + (n < 6 ? 0 : 0.6)),
    ]);
    return { ...rest, features: Object.fromEntries(shifted) } as SeenMeasures;
  });
  const { yardstick, learn, state } = board(looks.map((_, n) => example(n, { on: n < 6 })));
  for (const [n, measures] of looks.entries()) state.frames.set(`take-${n}`, compared(n, {}, measures));
  const isOff = () => {
    yardstick.changed();
    learn();
    return yardstick.of('take-11', 'keen')?.off;
  };
  expect(isOff()).toBe(true);
  state.brand = { brand: { id: 'brand', name: '', flags: false } };
  expect(isOff()).toBe(false);
  const { yardstick: other, state: own } = board(state.examples);
  own.frames = state.frames;
  yardstick.give(other.examples.map(({ known }) => known));
  expect(isOff()).toBe(true);
});

it('a take is compared as what its picture, its shot and its judge make of it', () => {
  const one = compared(0, heard('seen'));
  expect(one).toMatchObject({
    takeId: 'take-0',
    sha256: aTake(0).sha256,
    scene: 'Harbour',
    regenerated: false,
    description: 'Fog.',
    towerName: 'seen',
  });
  expect(one.features).toBe(one.measures.features);
  const made = { ...aTake(0), origin: { kind: 'regenerated' as const, fromTakeId: 'x', requestId: 'r' } };
  expect(compared(0, { take: made }).regenerated).toBe(true);
  expect([one.tower, one.known.judge]).toEqual([[0.5, 1], '1']);
  expect([compared(0).tower, compared(0).towerName, compared(0).known.judge]).toEqual([[], '', '']);
  const blind = compared(0, heard(''));
  expect([blind.tower, blind.known.judge]).toEqual([[], '']);
  expect(compared(1, heard('seen')).tower, 'it is not kept any more').toEqual([]);
});

it('a take is known as before where its measures, its tower and whose that is are the same', () => {
  const measures = measuresOf(0);
  const one = compared(0, heard('seen'), measures);
  expect(one.isKnownLike(compared(0, { ...heard('seen'), description: 'Rain.' }, measures))).toBe(true);
  expect(one.isKnownLike(compared(0, heard('other'), measures))).toBe(false);
  expect(one.isKnownLike(compared(0, heard('seen', '2'), measures))).toBe(false);
  expect(one.isKnownLike(compared(0, heard('seen'), { ...measures }))).toBe(false);
  expect(compared(0, heard('', '1'), measures).isKnownLike(compared(0, heard('', '2'), measures))).toBe(true);
});
