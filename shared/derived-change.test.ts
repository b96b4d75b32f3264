import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Derived, Finding, Suggestion, TakeAnalysis } from './analysis.js';
import { type DerivedChange, inFindingOrder, isEmptyChange, withDerivedChange } from './derived-change.js';

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
      found: true,
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
    instruction: '',
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

const findingsOf = ({ findings }: Derived, id: string) => findings.filter((one) => one.shotId === id);

/** That these become as they are in `after`. */
const changeTo = (after: Derived, ids: readonly string[]): DerivedChange => ({
  analyses: Object.fromEntries(ids.map((id) => [id, after.analyses[id] ?? null])),
  findings: Object.fromEntries(ids.map((id) => [id, findingsOf(after, id)])),
  suggestions: Object.fromEntries(ids.map((id) => [id, after.suggestions[id] ?? null])),
});

it('leads from any state to any other, and to the same where nothing changed', () => {
  fc.assert(
    fc.property(derived, derived, (before, after) => {
      expect(withDerivedChange(before, changeTo(after, SHOTS), positions)).toEqual(after);
      expect(withDerivedChange(before, changeTo(after, []), positions)).toEqual(before);
    }),
    { numRuns: 500 },
  );
});

it('changes what it names, and keeps the rest as it is', () => {
  fc.assert(
    fc.property(derived, derived, fc.subarray(SHOTS), (before, after, named) => {
      const next = withDerivedChange(before, changeTo(after, named), positions);
      expect(next.findings).toEqual(inFindingOrder(next.findings, positions));
      for (const id of SHOTS) {
        const from = named.includes(id) ? after : before;
        expect(next.analyses[id]).toBe(from.analyses[id]);
        expect(findingsOf(next, id)).toEqual(findingsOf(from, id));
        expect(next.suggestions[id]).toBe(from.suggestions[id]);
      }
    }),
    { numRuns: 200 },
  );
});

it('is empty where it names nothing', () => {
  const nothing: DerivedChange = { analyses: {}, findings: {}, suggestions: {} };
  expect(isEmptyChange(nothing)).toBe(true);
  expect(isEmptyChange({ ...nothing, analyses: { a: null } })).toBe(false);
  expect(isEmptyChange({ ...nothing, findings: { a: [] } })).toBe(false);
  expect(isEmptyChange({ ...nothing, suggestions: { a: null } })).toBe(false);
});

it('orders findings by severity, then by the story', () => {
  const [low, lateHigh, earlyHigh] = [
    { severity: 'low', shotId: 'b' },
    { severity: 'high', shotId: 'c' },
    { severity: 'high', shotId: 'd' },
  ] as const;
  expect(inFindingOrder([low, lateHigh, earlyHigh], positions)).toEqual([earlyHigh, lateHigh, low]);
});
