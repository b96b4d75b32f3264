import {
  applyDiff,
  type Claim,
  type Decision,
  diffBetween,
  type Records,
  type RecordsDiff,
  type Shot,
  TABLE_NAMES,
  TABLES,
} from '@shared/records/index.js';
import { aBoard, aClaim, aShot, aTake } from '@testing/records.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { concurrentChange } from './concurrent-change.js';
import { setShot } from './testing/program.js';

const base = aBoard(3);

/** What the other did, joined onto what was done here. */
function joined(here: Records, there: Records): { after: Records; differing: readonly string[] } {
  const { diff, differing } = concurrentChange(here, diffBetween(base, there));
  return { after: applyDiff(here, diff), differing };
}

const decision = (id: string, n: number): Decision =>
  ({
    id,
    shotId: `shot-${n}`,
    takeId: `take-${n}`,
    kind: 'reject',
    reason: '',
    who: 'Ada',
    at: 1,
  }) as Decision;

const withDecision = (records: Records, one: Decision): Records => ({
  ...records,
  decision: { ...records.decision, [one.id]: one },
});

const without = (records: Records, n: number): Records => {
  const left = <T extends { id: string; shotId?: string }>(rows: Readonly<Record<string, T>>) =>
    Object.fromEntries(
      Object.entries(rows).filter(([, row]) => row.id !== `shot-${n}` && row.shotId !== `shot-${n}`),
    );
  return { ...records, shot: left(records.shot), take: left(records.take), claim: left(records.claim) };
};

it('joins what does not meet, field by field', () => {
  const here = setShot(withDecision(base, decision('a', 0)), 'shot-0', { stars: 3 });
  const there = setShot(withDecision(base, decision('b', 0)), 'shot-0', { note: 'darker' });
  const { after, differing } = joined(here, there);
  expect(after.shot['shot-0']).toMatchObject({ stars: 3, note: 'darker' });
  expect(Object.keys(after.decision)).toEqual(['a', 'b']);
  expect(differing).toEqual([]);
});

it('lets what is here stay where both changed it, and names the shots in story order', () => {
  const mark = (note: string) => ['shot-2', 'shot-0'].reduce((to, id) => setShot(to, id, { note }), base);
  const { after, differing } = joined(mark('here'), mark('there'));
  expect(after).toEqual(mark('here'));
  expect(differing).toEqual(['shot-0', 'shot-2']);
});

it('goes by the story, not by the order in which shots lie in the tables', () => {
  const turned = [2, 1, 0].reduce((to, n, position) => setShot(to, `shot-${n}`, { position }), base);
  const mark = (note: string): Records => {
    const marked = [0, 1, 2].reduce((to, n) => setShot(to, `shot-${n}`, { note }), turned);
    return { ...marked, shot: { ...marked.shot, [note]: { ...aShot(3), id: note, pickId: null } } };
  };
  const { diff, differing } = concurrentChange(mark('here'), diffBetween(turned, mark('there')));
  expect(differing).toEqual(['shot-2', 'shot-1', 'shot-0']);
  const { shot } = applyDiff(mark('here'), diff);
  const order = Object.values(shot).sort((a, b) => a.position - b.position);
  expect(order.map(({ id }) => id)).toEqual(['shot-2', 'shot-1', 'shot-0', 'here', 'there']);
});

it('takes a new shot with its picture and its pick', () => {
  expect(joined(base, aBoard(4)).after).toEqual(aBoard(4));
});

it('finds no difference where both did the same', () => {
  const here = setShot(withDecision(base, decision('a', 1)), 'shot-1', { status: 'rejected' });
  expect(joined(here, here)).toEqual({ after: here, differing: [] });
});

it('keeps a record of the same id that says something else here', () => {
  const here = withDecision(base, decision('a', 0));
  const there = withDecision(base, { ...decision('a', 0), reason: 'hands' } as Decision);
  expect(joined(here, there)).toEqual({ after: here, differing: ['shot-0'] });
});

it('takes a shot away with what belongs to it, unless something was decided on it here', () => {
  expect(joined(base, without(base, 2)).after).toEqual(without(base, 2));
  const here = withDecision(base, decision('a', 2));
  const { after, differing } = joined(here, without(base, 2));
  expect([after.shot['shot-2'], after.decision.a]).toEqual([base.shot['shot-2'], decision('a', 2)]);
  expect(differing).toEqual(['shot-2']);
});

it('leaves a pick that is gone, and decisions on a shot that is gone', () => {
  const here = without(base, 2);
  const picked = { ...setShot(base, 'shot-2', { stars: 1 }), decision: { a: decision('a', 2) } };
  expect(joined(here, picked).after).toEqual(here);
  const take = { ...aTake(1), id: 'made' };
  const there = setShot({ ...base, take: { ...base.take, made: take } }, 'shot-1', { pickId: 'made' });
  expect(joined(base, there).after).toEqual(there);
  const alone: RecordsDiff = diffBetween({ ...there, shot: base.shot }, there);
  expect(concurrentChange(base, alone)).toEqual({ diff: {}, differing: ['shot-1'] });
});

it('keeps the one take that went where it was picked here meanwhile', () => {
  const both = { ...base, take: { ...base.take, made: { ...aTake(1), id: 'made' } } };
  const here = setShot(both, 'shot-1', { pickId: 'made' });
  expect(concurrentChange(here, diffBetween(both, base))).toEqual({ diff: {}, differing: ['shot-1'] });
});

it('gives no shot a pick that is not there', () => {
  const lone: Shot = { ...aShot(3), pickId: 'take-9' };
  const { after } = joined(base, { ...base, shot: { ...base.shot, [lone.id]: lone } });
  expect(after.shot['shot-3']).toEqual({ ...lone, pickId: null });
});

it('moves all shots of a reordering or none', () => {
  const order = (...ids: number[]): Records =>
    ids.reduce((records, n, position) => setShot(records, `shot-${n}`, { position }), base);
  expect(joined(base, order(2, 1, 0)).after).toEqual(order(2, 1, 0));
  const { after, differing } = joined(order(1, 0, 2), order(0, 2, 1));
  expect(after).toEqual(order(1, 0, 2));
  expect(differing).toEqual(['shot-1', 'shot-2']);
});

it('finds a place of its own for a shot that was added at the same one on both sides', () => {
  const add = (id: string): Records => ({
    ...base,
    shot: { ...base.shot, [id]: { ...aShot(3), id, pickId: null } },
  });
  const { after } = joined(add('here'), add('there'));
  expect([after.shot.here?.position, after.shot.there?.position]).toEqual([3, 4]);
});

it('does not speak of claims that the program derives', () => {
  const told = (fields: Partial<Claim>) => ({
    ...base,
    claim: { ...base.claim, 'claim-0': { ...aClaim(0), ...fields } },
  });
  expect(joined(told({ text: 'a' }), told({ text: 'b' })).differing).toEqual([]);
  const own = { source: 'artist' } as const;
  expect(joined(told({ ...own, text: 'a' }), told({ ...own, text: 'b' })).differing).toEqual(['shot-0']);
});

const edits = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('shot'),
      n: fc.nat(2),
      stars: fc.nat(2),
      note: fc.constantFrom('', 'a', 'b'),
    }),
    fc.record({ kind: fc.constant('decide'), n: fc.nat(2), id: fc.constantFrom('p', 'q', 'r') }),
    fc.record({ kind: fc.constant('remove'), n: fc.nat(2) }),
    fc.record({ kind: fc.constant('order'), by: fc.nat(2) }),
  ) as fc.Arbitrary<Edit>,
  { maxLength: 5 },
);

type Edit =
  | { kind: 'shot'; n: number; stars: number; note: string }
  | { kind: 'decide'; n: number; id: string }
  | { kind: 'remove'; n: number }
  | { kind: 'order'; by: number };

function edit(records: Records, one: Edit): Records {
  if (one.kind === 'order') {
    const shots = Object.values(records.shot).sort((a, b) => a.position - b.position);
    return shots.reduce(
      (to, { id }, at) => setShot(to, id, { position: (at + one.by) % shots.length }),
      records,
    );
  }
  if (!records.shot[`shot-${one.n}`]) return records;
  if (one.kind === 'decide') return withDecision(records, decision(one.id, one.n));
  if (one.kind === 'shot') return setShot(records, `shot-${one.n}`, { stars: one.stars, note: one.note });
  const left = without(records, one.n);
  const decided = Object.entries(left.decision).filter(([, { shotId }]) => shotId !== `shot-${one.n}`);
  return { ...left, decision: Object.fromEntries(decided) };
}

/** Everything that a record needs is there, and no two shots are at one place. */
function isWhole(records: Records): boolean {
  const places = new Set(Object.values(records.shot).map(({ position }) => position));
  return (
    places.size === Object.keys(records.shot).length &&
    Object.values(records.shot).every(({ pickId }) => pickId === null || records.take[pickId]) &&
    TABLE_NAMES.every((table) =>
      Object.entries(TABLES[table].needs).every(([field, other]) =>
        Object.values(records[table] as Record<string, Record<string, unknown>>).every(
          (row) => row[field] === null || Object.hasOwn(records[other as keyof Records], String(row[field])),
        ),
      ),
    )
  );
}

it('leaves a whole review, changes nothing that was changed here, and where nothing was becomes the other', () => {
  fc.assert(
    fc.property(edits, edits, (ours, theirs) => {
      const [here, there] = [ours.reduce(edit, base), theirs.reduce(edit, base)];
      const change = diffBetween(base, there);
      const after = applyDiff(here, concurrentChange(here, change).diff);
      expect(isWhole(after)).toBe(true);
      expect(applyDiff(base, concurrentChange(base, change).diff)).toEqual(there);
      for (const [id, shot] of Object.entries(here.shot))
        for (const field of ['stars', 'note'] as const)
          if (shot[field] !== base.shot[id]?.[field]) expect(after.shot[id]?.[field]).toBe(shot[field]);
      for (const id of Object.keys(here.decision)) expect(after.decision[id]).toEqual(here.decision[id]);
    }),
    { numRuns: 300 },
  );
});
