import type { Severity } from '@shared/severity.js';
import { describe, expect, it } from 'vitest';
import { fact, found, frameOf, type Told } from './testing/story.js';

const SCENE =
  'A girl in a red coat holding a yellow lantern on the left, a brown dog, in a forest at night in rain. A wide shot, a gouache painting.';
const COAT = fact('Mira', 'a girl in a red coat');

const kinds = (description: string, told: Told) =>
  found(frameOf(description, told), told).map(({ kind, severity }) => [kind, severity]);

describe('what a claim that fails is called, and how pressing it is', () => {
  it.each<[missed: string, kind: string, certain: Severity, likely: Severity]>([
    ['a girl', 'missing-character', 'high', 'high'],
    ['a dog', 'claim-failed', 'high', 'high'],
    ['a lantern', 'claim-failed', 'high', 'high'],
    ['a girl in a red coat', 'claim-failed', 'high', 'medium'],
    ['a yellow lantern', 'claim-failed', 'high', 'medium'],
    ['a girl holding a lantern', 'claim-failed', 'medium', 'medium'],
    ['a girl on the left', 'claim-failed', 'medium', 'medium'],
    ['in a forest', 'wrong-place', 'high', 'medium'],
    ['at night', 'wrong-time', 'high', 'medium'],
    ['in rain', 'claim-failed', 'medium', 'low'],
    ['a wide shot', 'wrong-framing', 'medium', 'medium'],
    ['a gouache painting', 'style-drift', 'high', 'medium'],
  ])('%s: %s, %s where the judge is certain, else %s', (missed, kind, certain, likely) => {
    expect(kinds(SCENE, { sees: { [missed]: 0.15 } })).toEqual([[kind, certain]]);
    expect(kinds(SCENE, { sees: { [missed]: 0.16 } })).toEqual([[kind, likely]]);
  });

  it.each<[description: string, missed: string, kind: string, severity: Severity]>([
    ['A girl walks.', 'one person', 'extra-character', 'medium'],
    ['Two people stand on a pier.', 'two people', 'extra-character', 'medium'],
    ['A harbour by day, no people.', 'no people', 'extra-character', 'medium'],
    ['Three white geese on a pond.', 'three geese', 'claim-failed', 'medium'],
    ['A sign reads "OPEN".', 'the words “OPEN”', 'claim-failed', 'medium'],
    ['A girl, no dog.', 'no a dog', 'claim-failed', 'medium'],
    ['A boy without a hat.', 'no a boy in a hat', 'claim-failed', 'medium'],
    ['A girl is not smiling.', 'no a girl smiling', 'claim-failed', 'low'],
  ])('“%s”, missed “%s”: %s, %s', (description, missed, kind, severity) => {
    expect(kinds(description, { sees: { [missed]: 0.05 } })).toEqual([[kind, severity]]);
  });

  it('calls a look that the canon states a drift', () => {
    expect(kinds('Mira walks.', { facts: [COAT], sees: { 'a girl in a red coat': 0.3 } })).toEqual([
      ['attribute-drift', 'high'],
    ]);
  });

  it('is less pressing about what the artist gave little weight', () => {
    const weighing = (weight: number) => (claims: ReturnType<NonNullable<Told['change']>>) =>
      claims.map((claim) => ({ ...claim, weight }));
    const told = { sees: { 'a dog': 0.05 } };
    expect(kinds(SCENE, { ...told, change: weighing(0.5) })).toEqual([['claim-failed', 'high']]);
    expect(kinds(SCENE, { ...told, change: weighing(0.4) })).toEqual([['claim-failed', 'medium']]);
  });

  it('finds nothing where all is seen, nothing is sure, or the claim is muted', () => {
    expect(kinds(SCENE, {})).toEqual([]);
    expect(kinds(SCENE, { sees: { 'a dog': 0.41 } })).toEqual([]);
    const frame = frameOf(SCENE, { sees: { 'a dog': 0.05 } });
    const claims = frame.claims.map((claim) => ({ ...claim, muted: claim.text === 'a dog' }));
    expect(found({ ...frame, claims })).toEqual([]);
  });
});

describe('one cause is one finding', () => {
  it('holds what was not asked because of it, however far down, and the number of people', () => {
    const frame = frameOf(SCENE, { sees: { 'a girl': 0.05, 'one person': 0.05 } });
    const findings = found(frame);
    expect(findings.map(({ kind }) => kind)).toEqual(['missing-character']);
    const texts = findings[0]?.claimIds.map((id) => frame.claims.find((claim) => claim.id === id)?.text);
    expect(texts).toEqual([
      'a girl',
      'a girl in a red coat',
      'a girl holding a lantern',
      'a girl on the left',
    ]);
    expect(findings[0]?.evidence.detail).toBe('P = 0.05 here; 3 claims about it not asked.');
  });

  it('counts what hangs on what hangs on it', () => {
    const chain = (claims: ReturnType<NonNullable<Told['change']>>) => {
      const of = (text: string) => claims.find((claim) => claim.text === text);
      return claims.map((claim) =>
        claim.text === 'a yellow lantern'
          ? { ...claim, parents: [of('a girl holding a lantern')?.id ?? ''] }
          : claim,
      );
    };
    const frame = frameOf(SCENE, { sees: { 'a girl': 0.05 }, change: chain });
    expect(found(frame)[0]?.claimIds).toContain(
      frame.claims.find(({ text }) => text === 'a yellow lantern')?.id,
    );
  });

  it('names the number of people where nobody is missing', () => {
    expect(kinds(SCENE, { sees: { 'a dog': 0.05, 'one person': 0.05 } })).toEqual([
      ['claim-failed', 'high'],
      ['extra-character', 'medium'],
    ]);
  });
});

describe('evidence', () => {
  const others = [0.7, 0.9, 0.3, 0.9].map((p, i) =>
    frameOf('Mira sits.', { id: `${i + 2}`, facts: [COAT], sees: { 'a girl in a red coat': p } }),
  );
  const here = frameOf('Mira walks.', { facts: [COAT], sees: { 'a girl in a red coat': 0.05 } });

  it('shows this frame and the two where it shows best, the earlier first', () => {
    const [finding] = found(here, { others, facts: [COAT] });
    expect(finding?.evidence).toEqual({
      items: [
        { shotId: '1', takeId: 't1', label: '“a girl in a red coat”', value: 0.05, region: null },
        { shotId: '3', takeId: 't3', label: '“a girl in a red coat”', value: 0.9, region: null },
        { shotId: '5', takeId: 't5', label: '“a girl in a red coat”', value: 0.9, region: null },
      ],
      detail: 'P = 0.05 here; median 0.80 on 4 other shots, holds in 3.',
    });
    expect(finding).toMatchObject({ factId: COAT.id, key: 'attribute-drift:1:a girl in a red coat' });
  });

  it('compares with three other shots or more', () => {
    const detail = (count: number) =>
      found(here, { others: others.slice(0, count), facts: [COAT] })[0]?.evidence.detail;
    expect(detail(2)).toBe('P = 0.05 here.');
    expect(detail(3)).toBe('P = 0.05 here; median 0.70 on 3 other shots, holds in 2.');
  });

  it('says “claim” of one', () => {
    const [missing] = found(frameOf('A dog sits.', { sees: { 'a dog': 0.05 } }));
    expect(missing?.evidence.detail).toBe('P = 0.05 here; 1 claim about it not asked.');
  });

  it('does not take a shot that must not show it for one that shows it', () => {
    const without = frameOf('A girl, no dog.', { id: '2' });
    const [finding] = found(frameOf('A dog sits.', { sees: { 'a dog': 0.05 } }), { others: [without] });
    expect(finding?.evidence.items).toHaveLength(1);
    const [unwanted] = found(frameOf('A girl, no dog.', { sees: { 'no a dog': 0.25 } }), {
      others: [frameOf('A dog sits.', { id: '2' })],
    });
    expect(unwanted?.evidence).toMatchObject({
      items: [{ label: 'not “a dog”', value: 0.25 }],
      detail: 'P = 0.25 here; “no …” and “without …” are judged unreliably.',
    });
    expect(unwanted?.key).toBe('claim-failed:1:no a dog');
  });

  it('leaves out shots on which it was not asked', () => {
    const skipped = frameOf('Mira sits.', { id: '2', facts: [COAT], sees: { 'a girl': 0.05 } });
    const [finding] = found(here, { others: [skipped], facts: [COAT] });
    expect(finding?.evidence.detail).toBe('P = 0.05 here.');
  });
});
