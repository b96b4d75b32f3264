import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Derived, Finding, Suggestion, TakeAnalysis } from './analysis.js';
import { derivedChangeBetween, inFindingOrder, isEmptyChange, withDerivedChange } from './derived-change.js';

const SHOTS = ['a', 'b', 'c', 'd'];
const positions = new Map([
  ['a', 2],
  ['b', 0],
  ['c', 3],
  ['d', 1],
]);
const shotId = fc.constantFrom(...SHOTS);

const analysis = (takeId: string): fc.Arbitrary<TakeAnalysis> =>
  fc.record({ whole: fc.constantFrom(null, 0.25, 0.75), coarse: fc.boolean() }).map(
    (some): TakeAnalysis => ({
      takeId,
      state: 'done',
      error: null,
      scores: { description: null, style: null, characters: null, quality: null },
      verdicts: [],
      quality: [],
      style: [],
      palette: [],
      judge: null,
      judgeVersion: null,
      milliseconds: null,
      ...some,
    }),
  );

const finding = fc
  .record({
    shotId,
    severity: fc.constantFrom('high' as const, 'medium' as const, 'low' as const),
    key: fc.nat(3),
  })
  .map(
    ({ key, ...rest }): Finding => ({
      ...rest,
      key: String(key),
      kind: 'blur',
      takeId: 't',
      message: '',
      claimIds: [],
      factId: null,
      evidence: { items: [], detail: '' },
      dismissed: false,
    }),
  );

const suggestion = (id: string): fc.Arbitrary<Suggestion> =>
  fc.constantFrom('one', 'two').map((prompt) => ({
    shotId: id,
    takeId: 't',
    edits: [],
    prompt,
    negativePrompt: '',
    newSeed: false,
  }));

const some = <T>(of: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc
    .tuple(...SHOTS.map((id) => fc.option(of(id))))
    .map((values) =>
      Object.fromEntries(
        SHOTS.flatMap((id, at) => (values[at] === null ? [] : [[id, values[at] as T] as const])),
      ),
    );

const derived: fc.Arbitrary<Derived> = fc.record({
  analyses: some(analysis),
  findings: fc.array(finding, { maxLength: 8 }).map((all) => inFindingOrder(all, positions)),
  suggestions: some(suggestion),
});

it('leads from any state to any other, and says nothing where nothing changed', () => {
  fc.assert(
    fc.property(derived, derived, (before, after) => {
      const change = derivedChangeBetween(before, after);
      expect(withDerivedChange(before, change, positions)).toEqual(after);
      expect(isEmptyChange(derivedChangeBetween(after, after))).toBe(true);
      const isSame = JSON.stringify(before) === JSON.stringify(after);
      if (!isSame) expect(isEmptyChange(change)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

it('holds only what changed, and keeps the rest as it is', () => {
  fc.assert(
    fc.property(derived, derived, (before, other) => {
      const after = { ...before, analyses: { ...before.analyses, ...other.analyses } };
      const change = derivedChangeBetween(before, after);
      expect(change.findings).toEqual({});
      expect(change.suggestions).toEqual({});
      const next = withDerivedChange(before, change, positions);
      for (const id of SHOTS)
        if (!(id in change.analyses)) expect(next.analyses[id]).toBe(before.analyses[id]);
    }),
    { numRuns: 200 },
  );
});

it('orders findings by severity, then by the story', () => {
  const [low, lateHigh, earlyHigh] = [
    { severity: 'low', shotId: 'b' },
    { severity: 'high', shotId: 'c' },
    { severity: 'high', shotId: 'd' },
  ] as const;
  expect(inFindingOrder([low, lateHigh, earlyHigh], positions)).toEqual([earlyHigh, lateHigh, low]);
});
