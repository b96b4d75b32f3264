import type { Claim, PlacedFact } from '@shared/records/index.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsForShot } from '../canon/index.js';
import descriptions from './descriptions.fixture.json' with { type: 'json' };
import { extractClaims } from './index.js';

const cast = [
  { name: 'Mira', aliases: [], noun: 'girl', statements: ['a girl in a red coat'] },
  { name: 'Tom', aliases: ['the keeper'], noun: 'old man', statements: ['an old man in a blue coat'] },
];

const PARTS = ['subject', 'attribute', 'relation', 'object', 'value'] as const;

/** "attribute: a red coat {subject: coat; attribute: red}" */
const notation = (description: string): string[] =>
  extractClaims(description, cast).map((claim) => {
    const parts = PARTS.flatMap((part) => (claim[part] === null ? [] : [`${part}: ${claim[part]}`]));
    return `${claim.kind}: ${claim.negated ? 'not ' : ''}${claim.text}${claim.canonOf ? ' (canon)' : ''}${claim.weight === 1 ? '' : ' (implied)'} {${parts.join('; ')}}`;
  });

describe('extractClaims', () => {
  it.each(descriptions)('$description', ({ description, claims }) => {
    expect(notation(description)).toEqual(claims);
  });

  it('points each claim at the words it came from, and at what it hangs on', () => {
    const description = 'A girl in a red coat holds a yellow lantern in a forest at night.';
    const claims = extractClaims(description);
    const words = claims.map(({ text, span, parents }) => [
      text,
      span && description.slice(...span),
      parents.map((parent) => claims[parent]?.text),
    ]);
    expect(words).toEqual([
      ['a girl', 'A girl', []],
      ['a girl in a red coat', 'a red coat', ['a girl']],
      ['a lantern', 'a yellow lantern', []],
      ['a yellow lantern', 'a yellow lantern', ['a lantern']],
      ['a girl holding a lantern', 'holds a yellow lantern', ['a girl', 'a lantern']],
      ['in a forest', 'in a forest', []],
      ['at night', 'at night', []],
      ['one person', null, []],
    ]);
  });

  it('keeps spans inside the text, parents before children, and no text twice, whatever it reads', () => {
    const pieces = fc.constantFrom(
      ...descriptions.flatMap(({ description }) => description.split(' ')),
      ...[
        '(',
        ')',
        '[',
        ']',
        ':1.3',
        '<lora:x:1>',
        'BREAK',
        '"',
        '“',
        '”',
        '\n',
        ',',
        '.',
        'é',
        '夜',
        '😀',
        "'s",
      ],
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 25 }).map((words) => words.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const claims = extractClaims(text, cast);
        for (const [i, { span, parents, text: said }] of claims.entries()) {
          expect(said.trim()).not.toBe('');
          for (const parent of parents) expect(parent).toBeLessThan(i);
          if (span === null) continue;
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
        }
        const keys = claims.map((claim) => `${claim.negated}${claim.text}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(extractClaims(text, cast)).toEqual(claims);
      }),
      { numRuns: 60 },
    );
  });
});

const fact = (more: Partial<PlacedFact>): PlacedFact => ({
  id: 'f',
  subject: 'character',
  name: 'Mira',
  statement: 'a girl in a red coat',
  aliases: [],
  firstShotId: null,
  lastShotId: null,
  from: null,
  to: null,
  origin: 'sheet',
  ...more,
});

describe('claimsForShot', () => {
  const shot = { id: 's1', position: 3, description: 'Mira walks near a fox.' };
  const facts = [
    fact({ id: 'red', to: 2 }),
    fact({ id: 'blue', statement: 'a girl in a blue coat', from: 3 }),
    fact({ id: 'style', subject: 'style', name: '', statement: 'a gouache painting' }),
    fact({ id: 'lamp', subject: 'prop', name: 'lamp', statement: 'an unlit lamp' }),
  ];
  const texts = (claims: readonly Claim[]) => claims.map((claim) => [claim.text, claim.source, claim.factId]);

  it('adds what the canon holds at this point of the story, of those spoken of', () => {
    expect(texts(claimsForShot(shot, facts, []))).toEqual([
      ['a girl', 'description', null],
      ['a girl in a blue coat', 'canon', 'blue'],
      ['a girl walking', 'description', null],
      ['a fox', 'description', null],
      ['a girl near a fox', 'description', null],
      ['one person', 'description', null],
      ['a gouache painting', 'canon', 'style'],
    ]);
  });

  it('keeps what the artist muted, weighed, reworded and added when the description changes', () => {
    const first = claimsForShot(shot, facts, []);
    const touched = first.map((claim): Claim => {
      if (claim.text === 'a fox') return { ...claim, muted: true, weight: 3 };
      if (claim.text === 'a girl walking') return { ...claim, text: 'a girl striding', source: 'artist' };
      return claim;
    });
    const own: Claim = {
      ...(first[0] as Claim),
      id: 'own',
      text: 'a full moon',
      source: 'artist',
      span: null,
    };
    const again = claimsForShot({ ...shot, description: 'Mira walks near a fox at night.' }, facts, [
      ...touched,
      own,
    ]);
    expect(again.find((claim) => claim.text === 'a fox')).toMatchObject({ muted: true, weight: 3 });
    expect(again.map((claim) => claim.text)).toEqual(
      expect.arrayContaining(['a girl striding', 'a full moon', 'at night']),
    );
    expect(again.map((claim) => claim.text)).not.toContain('a girl walking');
    expect(claimsForShot(shot, facts, again).map((claim) => claim.id)).toEqual(
      expect.arrayContaining(first.map((claim) => claim.id)),
    );
  });

  it('has parents that exist', () => {
    for (const { description } of descriptions) {
      const claims = claimsForShot({ ...shot, description }, facts, []);
      const ids = new Set(claims.map((claim) => claim.id));
      expect(ids.size).toBe(claims.length);
      for (const claim of claims) for (const parent of claim.parents) expect(ids.has(parent)).toBe(true);
    }
  });
});
