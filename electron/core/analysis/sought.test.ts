import { claimsForShot } from '@core/canon/index.js';
import type { Claim, PositionedFact } from '@shared/records/index.js';
import { aFact } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { soughtBy, soughtOf } from './sought.js';

const COAT: PositionedFact = {
  ...aFact('coat'),
  subject: 'character',
  name: 'Mira',
  statement: 'a girl in a red coat',
  from: null,
  to: null,
};
const claimsOf = (description: string, facts: readonly PositionedFact[] = []): Claim[] =>
  claimsForShot({ id: 's', position: 0, description }, facts, []);
const named = (claims: readonly Claim[], text: string): Claim => {
  const claim = claims.find((one) => one.text === text);
  if (!claim) throw new Error(`No claim says “${text}”: ${claims.map((one) => one.text).join(', ')}`);
  return claim;
};

describe('a claim is looked for', () => {
  const claims = claimsOf(
    'A girl in a red coat holds a lantern in a forest at night, no dog. Wide shot, gouache painting.',
  );

  it.each([
    ['a girl in a red coat', true, 'a girl'],
    ['a girl in a red coat', false, 'a girl'],
    ['a girl holding a lantern', false, 'a girl'],
    ['a girl', true, 'a girl'],
    ['a girl', false, null],
    ['a dog', true, null],
    ['a dog', false, 'a dog'],
    ['in a forest', true, null],
    ['at night', false, null],
    ['a wide shot', true, null],
    ['a gouache painting', true, null],
  ])('“%s”, which holds: %s, by %s', (text, holds, by) => {
    expect(soughtBy(named(claims, text), claims, holds)?.text ?? null).toBe(by);
  });
});

describe('somebody of the canon is looked for', () => {
  const claims = claimsOf('Mira walks with a dog.', [COAT]);
  const facts = new Set([COAT.id]);
  const by = (outcome: 'pass' | 'fail', ids: ReadonlySet<string> = facts) =>
    soughtOf(ids, { claims, verdicts: claims.map(({ id }) => ({ claimId: id, outcome })) })?.text ?? null;

  it('by who it is, else by a look that the picture shows', () => {
    expect(by('pass')).toBe('a girl');
    expect(by('fail')).toBe('a girl');
    const alone = claims
      .filter(({ kind }) => kind === 'attribute')
      .map((claim) => ({ ...claim, parents: [] }));
    const seen = (outcome: 'pass' | 'fail') =>
      soughtOf(facts, { claims: alone, verdicts: alone.map(({ id }) => ({ claimId: id, outcome })) });
    expect([seen('pass')?.text, seen('fail')]).toEqual(['a girl in a red coat', null]);
  });

  it('nowhere, where the shot says nothing of them or what is said is not to be seen', () => {
    expect(by('pass', new Set(['another']))).toBeNull();
    const gone: PositionedFact = {
      ...COAT,
      id: 'gone',
      subject: 'prop',
      name: 'crown',
      statement: 'no crown',
    };
    const without = claimsOf('The crown is looked for.', [gone]);
    expect(soughtOf(new Set(['gone']), { claims: without, verdicts: [] })).toBeNull();
  });
});
