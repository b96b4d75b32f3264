import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Originals } from './originals.js';

/** Two looks whose hashes are close to one another's, and one that is far from both. */
const HASHES = ['0000000000000000', '0000000000000003', 'ffffffffffffffff'];
const LAYOUTS = HASHES.map((_, look) =>
  Array.from({ length: 48 * 48 }, (_, at) => ((at * (look + 3) * 7919) >> (look + 2)) % 256),
);

const pictureOf = (look: number, shot: number) => ({
  sha256: `${look} ${shot}`,
  hash: HASHES[look] as string,
});

function originals(order: readonly string[]) {
  const state = { order, read: 0 };
  const made = new Originals(
    (sha256) => {
      state.read++;
      return LAYOUTS[Number(sha256[0])] as number[];
    },
    (id) => state.order.indexOf(id),
  );
  return { made, state };
}

it('knows the first that each repeats, however pictures and places change, and tells whose is another', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const step = fc.oneof(
    fc.record({ shot: fc.constantFrom(...ids), look: fc.option(fc.nat(2)) }),
    fc.record({ order: fc.shuffledSubarray(ids, { minLength: ids.length }) }),
    fc.record({ moved: fc.constantFrom(...ids), to: fc.nat(6) }),
  );
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 25 }),
      fc.array(fc.boolean(), { maxLength: 25 }),
      (steps, asks) => {
        const { made, state } = originals(ids);
        const looks = new Map<string, number>();
        const known = new Map<string, string | null>();
        for (const [at, one] of steps.entries()) {
          let touched: readonly string[];
          if ('shot' in one) {
            const { shot, look } = one;
            if (look === null) looks.delete(shot);
            else looks.set(shot, look);
            touched = made.put(shot, look === null ? null : pictureOf(look, ids.indexOf(shot)));
            known.delete(shot);
          } else {
            const rest = 'order' in one ? one.order : state.order.filter((id) => id !== one.moved);
            state.order =
              'order' in one ? rest : [...rest.slice(0, one.to), one.moved, ...rest.slice(one.to)];
            touched = made.reordered();
          }
          for (const shot of touched) known.delete(shot);
          if (asks[at] !== false)
            for (const shot of ids) if (!known.has(shot)) known.set(shot, made.of(shot)?.shotId ?? null);
          for (const [shot, original] of known) {
            const look = looks.get(shot);
            const earlier = state.order.slice(0, state.order.indexOf(shot));
            const first = look === undefined ? undefined : earlier.find((id) => looks.get(id) === look);
            expect(original).toBe(first ?? null);
          }
        }
      },
    ),
    { numRuns: 400 },
  );
});

it('asks anew for none but those that one shot has overtaken', () => {
  const order = Array.from({ length: 400 }, (_, at) => `s${at}`);
  const { made, state } = originals(order);
  for (const [at, id] of order.entries()) made.put(id, pictureOf(at % 2, at));
  for (const id of order) made.of(id);
  state.read = 0;
  state.order = ['s0', 's1', 's2', 's4', 's5', 's6', 's3', ...order.slice(7)];
  expect(made.reordered()).toEqual(['s3']);
  state.order = order.filter((id) => id !== 's1').concat('s1');
  expect(made.reordered().length).toBe(200);
});

it('asks anew for all where many change places', () => {
  const order = Array.from({ length: 400 }, (_, at) => `s${at}`);
  const { made, state } = originals(order);
  for (const [at, id] of order.entries()) made.put(id, pictureOf(at % 2, at));
  for (const id of order) made.of(id);
  state.order = [...order].reverse();
  expect(made.reordered().length).toBe(400);
  expect(made.of('s0')?.shotId).toBe('s398');
  expect(made.of('s399')).toBeNull();
});
