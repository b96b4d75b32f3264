import type { Finding, FindingKind } from '@shared/analysis.js';
import { settle } from '@shared/claim-graph.js';
import { applyEdits } from '@shared/edits.js';
import type { PlacedFact } from '@shared/records/index.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsForShot } from '../canon/index.js';
import { findingsOfFrame, wholeBoard } from '../findings/index.js';
import { type SuggestInput, suggest } from './index.js';

const facts: PlacedFact[] = [
  {
    id: 'coat',
    subject: 'character',
    name: 'Mira',
    statement: 'a girl in a red coat',
    aliases: [],
    firstShotId: null,
    lastShotId: null,
    from: null,
    to: null,
    origin: 'sheet',
  },
];

/** What comes of a shot on which the judge says no to these claims. */
function review(
  description: string,
  failing: readonly string[],
  more: Partial<SuggestInput> & { prompt?: string } = {},
) {
  const { prompt = description, ...input } = more;
  const shot = { id: 's', number: '1', position: 0, description, prompt, negativePrompt: 'text' };
  const take = { id: 't', round: 0, prompt, negativePrompt: 'text' };
  const claims = claimsForShot(shot, facts, []);
  const verdicts = settle(
    claims,
    new Map(claims.map((claim) => [claim.id, failing.includes(claim.text) !== claim.negated ? 0.05 : 0.95])),
    () => ({ pass: 0.6, fail: 0.4 }),
  );
  const frame = { shot, take, claims, verdicts, measures: null, failure: null };
  const other = {
    ...frame,
    shot: { ...shot, id: 'o', number: '2' },
    take: { ...take, id: 'ot' },
    verdicts: verdicts.map((v) => ({ ...v, p: 0.9, outcome: 'pass' as const })),
  };
  const board = wholeBoard({
    frames: [frame, other],
    facts: { coat: facts[0] as PlacedFact },
    quality: {},
    style: {},
  });
  const findings = findingsOfFrame(frame, board);
  const all: SuggestInput = {
    shot,
    take,
    claims,
    verdicts,
    findings,
    facts,
    styleBrief: 'gouache painting',
    capabilities: ['txt2img', 'seed', 'negative', 'weights'],
    ...input,
  };
  return { findings, suggestion: suggest(all), prompt };
}

const SCENE =
  'A girl in a red coat holding a yellow lantern on the left, a brown dog, in a forest at night. A wide shot.';

describe('findings that rest on claims', () => {
  it('names one cause once: what hangs on a missing figure, and the count, belong to it', () => {
    const { findings } = review(SCENE, ['a girl', 'one person']);
    expect(findings.map((finding) => [finding.kind, finding.severity])).toEqual([
      ['missing-character', 'high'],
    ]);
    expect(findings[0]?.claimIds.length).toBeGreaterThan(2);
  });

  it('says of a canon attribute what the board has and what this frame has', () => {
    const { findings } = review('Mira walks at night.', ['a girl in a red coat']);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      kind: 'attribute-drift',
      factId: 'coat',
      message: 'Mira: the canon says “a girl in a red coat”. It holds in 1 of 2 shots, not in this one.',
    });
    expect(findings[0]?.evidence.detail).toContain('P = 0.05 here; median 0.90 on 1 other shot');
  });

  it.each<[string, FindingKind]>([
    ['in a forest', 'wrong-place'],
    ['at night', 'wrong-time'],
    ['a wide shot', 'wrong-framing'],
    ['one person', 'extra-character'],
    ['a dog', 'claim-failed'],
    ['a yellow lantern', 'claim-failed'],
  ])('“%s” failing is %s', (text, kind) => {
    const { findings } = review(SCENE, [text]);
    expect(findings.map((finding) => finding.kind)).toEqual([kind]);
  });
});

describe('suggest', () => {
  const rest = 'A girl in a red coat holding a yellow lantern on the left, a brown dog';
  it.each<[missed: string, kind: string, prompt: string]>([
    ['at night', 'move-to-front', `(at night:1.3), ${rest}, in a forest. A wide shot.`],
    ['in a forest', 'move-to-front', `(in a forest:1.3), ${rest}, at night. A wide shot.`],
    ['a wide shot', 'move-to-front', `(a wide shot:1.3), ${rest}, in a forest at night.`],
    ['a girl in a red coat', 'raise-weight', SCENE.replace('a red coat', '(a red coat:1.3)')],
    ['a yellow lantern', 'raise-weight', SCENE.replace('a yellow lantern', '(a yellow lantern:1.3)')],
    [
      'a girl holding a lantern',
      'raise-weight',
      SCENE.replace('holding a yellow lantern', '(holding a yellow lantern:1.3)'),
    ],
    ['one person', 'add-phrase', `(one person:1.3), ${SCENE}`],
  ])('answers a missed “%s” with the smallest edit', (missed, kind, prompt) => {
    const { suggestion } = review(SCENE, [missed]);
    expect(suggestion?.edits).toHaveLength(1);
    expect(suggestion?.newSeed).toBe(false);
    expect(suggestion?.edits[0]?.kind).toBe(kind);
    expect(suggestion?.prompt).toBe(prompt);
  });

  it('replaces the word that contradicts, and says beside a name what the canon says', () => {
    const missed = ['a girl in a red coat'];
    expect(
      review('Mira walks.', missed, { prompt: 'a girl in a blue coat walks, ink drawing' }).suggestion
        ?.prompt,
    ).toBe('a girl in a red coat walks, ink drawing');
    expect(review('Mira walks.', missed).suggestion?.prompt).toBe('Mira, (a girl in a red coat:1.2), walks.');
    expect(review('A boat at night.', ['at night'], { prompt: 'a boat by day' }).suggestion?.prompt).toBe(
      'a boat at night',
    );
  });

  it('puts what should not be there among what is unwanted', () => {
    const { suggestion } = review('A boat, no people.', ['no people']);
    expect(suggestion?.negativePrompt).toBe('text, people');
  });

  it('leaves the words alone where they are not at fault', () => {
    const blur: Finding = {
      key: 'blur:s',
      kind: 'blur',
      severity: 'medium',
      shotId: 's',
      takeId: 't',
      message: '',
      claimIds: [],
      factId: null,
      evidence: { items: [], detail: '' },
      dismissed: false,
    };
    const blurred = review(SCENE, [], { findings: [blur] }).suggestion;
    expect(blurred).toMatchObject({ prompt: SCENE, negativePrompt: 'text, blurry', newSeed: true });
    expect(review(SCENE, [], { findings: [{ ...blur, dismissed: true }] }).suggestion).toBeNull();
    expect(review(SCENE, []).suggestion).toBeNull();
  });

  it('asks for another seed once the words are as heavy as they get', () => {
    const prompt = SCENE.replace('at night', '(at night:1.5)');
    const { suggestion } = review(SCENE, ['at night'], { prompt });
    expect(suggestion).toMatchObject({ prompt, newSeed: true });
  });

  it('works without weights', () => {
    const { suggestion } = review(SCENE, ['at night'], { capabilities: ['txt2img'] });
    expect(suggestion?.prompt).toBe(`at night, ${rest}, in a forest. A wide shot.`);
  });
});

describe('applyEdits', () => {
  const texts = claimsForShot({ id: 's', position: 0, description: SCENE }, facts, []).map(
    (claim) => claim.text,
  );
  const failures = fc.subarray(texts, { minLength: 1 });

  it('changes nothing with every switch off, and does not care for order or repetition', () => {
    fc.assert(
      fc.property(failures, fc.infiniteStream(fc.boolean()), (failing, coins) => {
        const { suggestion, prompt } = review(SCENE, failing);
        const edits = suggestion?.edits ?? [];
        expect(applyEdits(prompt, 'text', [])).toEqual({ prompt, negativePrompt: 'text', newSeed: false });
        const on = edits.filter(() => coins.next().value);
        const once = applyEdits(prompt, 'text', on);
        expect(applyEdits(prompt, 'text', [...on].reverse())).toEqual(once);
        expect(applyEdits(once.prompt, once.negativePrompt, on)).toEqual(once);
      }),
      { numRuns: 12 },
    );
  });
});
