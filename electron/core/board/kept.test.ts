/** What the board keeps as it changes is what it would be if it were made anew. */
import { isDeepStrictEqual } from 'node:util';
import { medianOfSorted } from '@shared/median.js';
import { isInPlay, positionFacts, type Shot } from '@shared/records/index.js';
import { aFact, aShot } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Readers } from './readers.js';
import { RowsBy } from './rows-by.js';
import { Story } from './story.js';
import { UsualQuality } from './usual-quality.js';

const IDS = ['a', 'b', 'c', 'd'];
const id = fc.constantFrom(...IDS);

describe('rows by what they belong to', () => {
  const row = (of: string, n: number, text = '') => ({ id: `${of}${n}`, of, text });
  const none = { added: {}, updated: {}, removed: {} };
  const byId = <R extends { id: string }>(...rows: R[]) =>
    Object.fromEntries(rows.map((one) => [one.id, one]));

  it('stand in the order of the table, and the same list stays while nothing of it changes', () => {
    const [first, second, other] = [row('a', 0), row('a', 1), row('b', 0)];
    const rows = new RowsBy(byId(first, second, other), ({ of }) => of);
    const before = rows.of('b');
    expect(rows.of('nobody')).toBe(rows.of('somebody'));
    const said = row('a', 0, 'now');
    const added = row('a', 2);
    expect(rows.follow({ ...none, added: byId(added), updated: { a0: [first, said] } })).toEqual(
      new Set(['a']),
    );
    expect(rows.of('a')).toEqual([said, second, added]);
    expect(rows.of('b')).toBe(before);
    expect(rows.follow({ ...none, removed: byId(second, other) })).toEqual(new Set(['a', 'b']));
    expect(rows.of('a')).toEqual([said, added]);
    expect(rows.of('b')).toBe(rows.of('nobody'));
    expect(rows.of('b')).toEqual([]);
    expect(rows.follow(none)).toEqual(new Set());
  });
});

it('who has read what is who asked last, and what nobody has read any more is no topic', () => {
  const reading = fc.tuple(id, fc.subarray(['coat', 'dog', 'order']));
  fc.assert(
    fc.property(fc.array(reading, { maxLength: 12 }), (readings) => {
      const readers = new Readers<string>();
      for (const [shotId, topics] of readings) readers.set(shotId, new Set(topics));
      const last = new Map(readings);
      const read = new Set([...last.values()].flat());
      expect(new Set(readers.topics)).toEqual(read);
      for (const topic of ['coat', 'dog', 'order'])
        expect(new Set(readers.of(topic))).toEqual(
          new Set([...last].flatMap(([shotId, topics]) => (topics.includes(topic) ? [shotId] : []))),
        );
    }),
    { numRuns: 200 },
  );
});

it('what is usual is the median over the picks, and is named where it moves', () => {
  const NAMES = ['blur', 'noise'];
  const quality = fc.option(fc.record({ blur: fc.nat(4), noise: fc.nat(4) }, { requiredKeys: ['noise'] }));
  fc.assert(
    fc.property(fc.array(fc.tuple(id, quality), { maxLength: 12 }), fc.nat(3), (puts, asksFrom) => {
      const usual = new UsualQuality();
      const picks = new Map<string, Readonly<Record<string, number>>>();
      const medianOf = (name: string) =>
        medianOfSorted([...picks.values()].map((one) => one[name] ?? 0).sort((a, b) => a - b));
      for (const [at, [shotId, measured]] of puts.entries()) {
        const before = NAMES.map(medianOf);
        if (measured) picks.set(shotId, measured);
        else picks.delete(shotId);
        const moved = usual.put(shotId, measured);
        if (at < asksFrom) expect(moved, 'nobody has asked').toEqual([]);
        else if (at > asksFrom)
          expect(moved).toEqual(NAMES.filter((name, n) => !Object.is(medianOf(name), before[n])));
        if (at >= asksFrom) expect(NAMES.map((name) => usual.median(name))).toEqual(NAMES.map(medianOf));
      }
      const [last] = picks;
      if (last) expect(usual.put(...last), 'the same once more').toEqual([]);
    }),
    { numRuns: 200 },
  );
});

describe('the story', () => {
  const fact = { ...aFact('f'), firstShotId: 'shot-1' };
  const facts = { f: fact };

  it('is in order, and knows where each stands and what is before it, whatever is moved, cut and written', () => {
    const step = fc.record({
      at: fc.nat(4),
      act: fc.constantFrom('write', 'move', 'cut', 'add', 'remove'),
      to: fc.nat(4),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        let all: readonly Shot[] = [0, 1, 2, 3].map(aShot);
        const byId = () => Object.fromEntries(all.map((shot) => [shot.id, shot]));
        const story = new Story(byId());
        for (const { at, act, to } of steps) {
          const own = all.find((shot) => shot.id === `shot-${at}`);
          if (!own === (act !== 'add')) continue;
          const before = byId();
          const wasInPlay = all.filter(isInPlay).map((shot) => shot.id);
          const kept = story.positionedFacts(facts);
          const rest = all.filter((shot) => shot !== own);
          const now = { ...(own ?? aShot(at)) };
          if (act === 'write') now.description = `Rain ${to}`;
          if (act === 'cut') {
            if (now.omitted) delete now.omitted;
            else now.omitted = true;
          }
          const place = act === 'move' || act === 'add' ? to : all.indexOf(own as Shot);
          const next = act === 'remove' ? rest : [...rest.slice(0, place), now, ...rest.slice(place)];
          all = next.map((shot, position) => (shot.position === position ? shot : { ...shot, position }));
          const after = byId();
          const both = all.flatMap((shot): [Shot, Shot][] =>
            before[shot.id] ? [[before[shot.id] as Shot, shot]] : [],
          );
          const isOther = story.follow(after, {
            added: own ? {} : { [now.id]: after[now.id] as Shot },
            removed: act === 'remove' ? { [now.id]: own as Shot } : {},
            updated: Object.fromEntries(
              both.filter(([from, to]) => from !== to).map((pair) => [pair[1].id, pair]),
            ),
          });
          const isSameOrder = isDeepStrictEqual(
            wasInPlay,
            all.filter(isInPlay).map((shot) => shot.id),
          );
          if (!isSameOrder || act === 'write') expect(isOther).toBe(!isSameOrder);
          expect(story.shots).toEqual(all);
          if (!isOther) expect(story.positionedFacts(facts)).toBe(kept);
          for (const [position, shot] of all.entries()) {
            const earlier = all.slice(0, position).filter(isInPlay);
            expect([story.positionOf(shot.id), story.placeOf(shot.id)]).toEqual([position, earlier.length]);
            expect(story.shotBefore(shot.id)).toEqual(earlier.at(-1) ?? null);
          }
          expect(story.positionedFacts(facts)).toEqual(positionFacts([fact], all));
        }
        expect([story.positionOf('gone'), story.placeOf('gone')]).toEqual([-1, -1]);
      }),
      { numRuns: 200 },
    );
  });

  it('places other facts anew', () => {
    const story = new Story({ 'shot-0': aShot(0), 'shot-1': aShot(1) });
    expect(story.positionedFacts(facts)).toHaveLength(1);
    expect(story.positionedFacts({})).toEqual([]);
  });
});
