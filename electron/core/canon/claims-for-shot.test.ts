import { type Claim, type ClaimKind, NO_PARTS, type PositionedFact } from '@shared/records/index.js';
import { describe, expect, it } from 'vitest';
import descriptions from '../claims/descriptions.fixture.json' with { type: 'json' };
import { claimsForShot } from './index.js';

const fact = (id: string, more: Partial<PositionedFact> = {}): PositionedFact => ({
  id,
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
const LAMP = fact('lamp', {
  subject: 'prop',
  name: 'lamp',
  statement: 'an unlit lamp',
  aliases: ['the light'],
});
const FACTS = [
  fact('red', { to: 2 }),
  fact('blue', { statement: 'a girl in a blue coat', from: 3 }),
  fact('style', { subject: 'style', name: '', statement: 'a gouache painting' }),
  LAMP,
];

const shot = (description: string, position = 3) => ({ id: 's1', position, description });
const WALK = shot('Mira walks near a fox.');
const texts = (claims: readonly Claim[]) => claims.map((claim) => [claim.text, claim.source, claim.factId]);
const saying = (claims: readonly Claim[], text: string) => claims.find((claim) => claim.text === text);
/** The claims that come of the canon alone. */
const fromCanon = (description: string, facts: readonly PositionedFact[], position = 3) =>
  claimsForShot(shot(description, position), facts, []).filter(({ source }) => source === 'canon');

describe('what the canon asks of a shot', () => {
  it('is what holds at this point of the story, of those spoken of', () => {
    expect(texts(claimsForShot(WALK, FACTS, []))).toEqual([
      ['a girl', 'description', null],
      ['a girl in a blue coat', 'canon', 'blue'],
      ['a fox', 'description', null],
      ['a girl walking near a fox', 'description', null],
      ['a girl near a fox', 'description', null],
      ['one person', 'description', null],
      ['a gouache painting', 'canon', 'style'],
    ]);
  });

  it.each<[position: number, statement: string]>([
    [0, 'a girl in a red coat'],
    [2, 'a girl in a red coat'],
    [3, 'a girl in a blue coat'],
    [9, 'a girl in a blue coat'],
  ])('at position %d is “%s”', (position, statement) => {
    const looks = fromCanon('Mira walks.', FACTS, position).filter(({ kind }) => kind === 'attribute');
    expect(looks.map(({ text }) => text)).toEqual([statement]);
  });

  it.each<[subject: PositionedFact['subject'], statement: string, kind: ClaimKind]>([
    ['prop', 'an unlit lamp', 'attribute'],
    ['place', 'a kitchen with blue tiles', 'place'],
    ['style', 'an ink drawing', 'style'],
    ['character', 'somebody from the sea', 'attribute'],
  ])('of a %s with “%s” is asked as %s', (subject, statement, kind) => {
    expect(fromCanon('The lamp.', [fact('f', { subject, name: 'lamp', statement })])).toMatchObject([
      { kind, text: statement, negated: false, span: null, weight: 1, muted: false, factId: 'f' },
    ]);
  });

  it('is the thing gone, where it is named by another word', () => {
    const facts = [{ ...LAMP, statement: 'no lamp' }];
    expect(fromCanon('Mira looks for the light.', facts)).toMatchObject([
      { kind: 'entity', text: 'a lamp', negated: true, subject: 'lamp', parents: [] },
    ]);
    expect(fromCanon('Mira holds the lamp.', facts)).toHaveLength(1);
  });

  it('asks for nothing that is gone because somebody speaks of it, and for both where it is said to be there', () => {
    const asked = (description: string, from: number | null) =>
      claimsForShot(shot(description), [{ ...LAMP, statement: 'no lamp', from }], [])
        .filter(({ kind, text }) => kind === 'entity' && text === 'a lamp')
        .map(({ negated }) => (negated ? 'no lamp' : 'a lamp'));
    expect(asked('Mira looks for the lamp.', 1)).toEqual(['no lamp']);
    // What is said of others says nothing of it.
    expect(asked('A fox sits on a rug. Mira looks for the lamp.', 1)).toEqual(['no lamp']);
    expect(asked('The lamp stands on a table.', 1)).toEqual(['a lamp', 'no lamp']);
    expect(asked('Mira holds the lamp.', 1)).toEqual(['a lamp', 'no lamp']);
    expect(asked('Mira holds the lamp.', 3)).toEqual(['a lamp']);
  });

  it.each<[description: string, asked: string[]]>([
    // Spoken of: not asked for but in the clause's own words, and nothing else goes with it.
    ['A dog dreams of the lamp.', ['a dog', 'a dog dreaming', 'A dog dreams of the lamp', 'no lamp']],
    ['A dog dreams of the light.', ['a dog', 'a dog dreaming', 'no people', 'no lamp']],
    // Only named: what is said of others does not bring it back.
    ['The lamp.', ['no people', 'no lamp']],
    [
      'A brown dog on a rug. The lamp.',
      ['a dog', 'a brown dog', 'a rug', 'a dog on a rug', 'no people', 'no lamp'],
    ],
    // Said to be there, by the words and not by the canon alone.
    ['The red lamp.', ['a lamp', 'a red lamp', 'no people', 'no lamp']],
    ['A dog with the lamp.', ['a dog', 'a lamp', 'a dog with a lamp', 'no people', 'no lamp']],
  ])('of a lamp that is gone, “%s” asks for %j', (description, asked) => {
    const gone = { ...LAMP, statement: 'no lamp', from: 1 };
    const claims = claimsForShot(shot(description), [gone], []);
    expect(claims.map(({ negated, text }) => (negated ? text.replace(/^an?/, 'no') : text))).toEqual(asked);
    const both = claimsForShot(shot(description), [LAMP, gone], []);
    expect(both.map(({ text }) => text).filter((text) => text !== 'an unlit lamp')).toEqual(
      claims.map(({ text }) => text),
    );
  });

  it('is the description’s own where both say that a thing is not there', () => {
    const gone = { ...LAMP, statement: 'no lamp', from: 1 };
    expect(claimsForShot(shot('There is no lamp.'), [gone], [])).toMatchObject([
      { text: 'a lamp', negated: true, source: 'description', span: [9, 16] },
    ]);
  });

  it('hangs on who it is about, and style hangs on nobody', () => {
    const claims = claimsForShot(shot('The old lamp stands beside a painting.'), FACTS, []);
    expect(saying(claims, 'an unlit lamp')?.parents).toEqual([saying(claims, 'a lamp')?.id]);
    expect(saying(claims, 'a gouache painting')?.parents).toEqual([]);
    const man = [fact('tom', { name: 'Tom', statement: 'the old man with a cane', aliases: ['the man'] })];
    const cane = claimsForShot(shot('The man sits.'), man, []);
    expect(saying(cane, 'the old man with a cane')?.parents).toEqual([saying(cane, 'an old man')?.id]);
    const street = [{ ...LAMP, statement: 'a street lamp with a crack' }];
    const lamps = claimsForShot(shot('A dog sits under the lamp.'), street, []);
    expect(saying(lamps, 'a street lamp with a crack')?.parents).toEqual([saying(lamps, 'a lamp')?.id]);
  });

  it('is said once where the description says it, and keeps its fact', () => {
    const claims = claimsForShot(shot('Mira, a girl in a blue coat.'), FACTS, []);
    expect(claims.filter(({ text }) => text === 'a girl in a blue coat')).toMatchObject([
      { source: 'description', factId: 'blue' },
    ]);
    const two = [LAMP, { ...LAMP, id: 'twin' }];
    expect(fromCanon('The light.', two).map(({ factId }) => factId)).toEqual(['lamp']);
  });

  it('is not what the description says is not there', () => {
    const claims = claimsForShot(shot('Mira without a blue coat.'), FACTS, []);
    expect(claims.find(({ negated }) => negated)).toMatchObject({
      text: 'a girl in a blue coat',
      factId: null,
    });
  });
});

describe('a derived claim', () => {
  it('carries its parts, its words and what it hangs on', () => {
    const claims = claimsForShot(WALK, FACTS, []);
    expect(saying(claims, 'a girl near a fox')).toMatchObject({
      shotId: 's1',
      kind: 'relation',
      subject: 'girl',
      attribute: null,
      relation: 'near',
      object: 'fox',
      value: null,
      span: [11, 21],
      weight: 1,
      muted: false,
      negated: false,
      parents: [saying(claims, 'a girl')?.id, saying(claims, 'a fox')?.id],
    });
    expect(saying(claims, 'a girl in a blue coat')).toMatchObject({
      subject: 'girl',
      attribute: 'blue',
      relation: 'in',
      object: 'coat',
      span: null,
    });
    expect(saying(claims, 'a gouache painting')).toMatchObject({ value: 'a gouache painting' });
    expect(saying(claims, 'one person')).toMatchObject({ span: null, weight: 0.5, value: '1' });
  });

  it('keeps its id while it says the same, and shares it with no other', () => {
    const again = claimsForShot(shot('At night Mira walks near a fox.'), FACTS, []);
    const claims = claimsForShot(WALK, FACTS, []);
    expect(saying(again, 'a fox')?.id).toBe(saying(claims, 'a fox')?.id);
    expect(saying(claimsForShot({ ...WALK, id: 's2' }, FACTS, []), 'a fox')?.id).not.toBe(
      saying(claims, 'a fox')?.id,
    );
    const [dog, noDog] = ['A dog.', 'No dog.'].map((text) => claimsForShot(shot(text), [], [])[0]?.id);
    expect(dog).not.toBe(noDog);
    expect(dog).toMatch(/^[0-9a-f]{24}$/);
  });

  it('has parents that are there', () => {
    for (const { description } of descriptions) {
      const claims = claimsForShot(shot(description), FACTS, []);
      const ids = new Set(claims.map((claim) => claim.id));
      expect(ids.size).toBe(claims.length);
      for (const claim of claims) for (const parent of claim.parents) expect(ids.has(parent)).toBe(true);
    }
  });
});

describe('what the artist made of the claims', () => {
  const first = claimsForShot(WALK, FACTS, []);
  const NIGHT = shot('Mira walks near a fox at night.');
  const touch = (text: string, change: Partial<Claim>): Claim[] =>
    first.map((claim) => (claim.text === text ? { ...claim, ...change } : claim));
  const own: Claim = {
    ...(first[0] as Claim),
    ...NO_PARTS,
    id: 'own',
    kind: 'attribute',
    text: 'a fox with a red collar',
    source: 'artist',
    span: null,
  };

  it('stays when the description changes: muted, and weighed', () => {
    const again = claimsForShot(NIGHT, FACTS, touch('a fox', { muted: true, weight: 3 }));
    expect(saying(again, 'a fox')).toMatchObject({ muted: true, weight: 3 });
    expect(saying(again, 'a girl')).toMatchObject({ muted: false, weight: 1 });
    expect(saying(again, 'at night')).toMatchObject({ source: 'description' });
  });

  it('stays where it was reworded, read anew in its parts', () => {
    const change = {
      ...NO_PARTS,
      text: 'a girl in a pink hat',
      source: 'artist',
      muted: true,
      weight: 2,
      negated: true,
    } as const;
    const again = claimsForShot(NIGHT, FACTS, touch('a girl walking near a fox', change));
    expect(again.findIndex(({ text }) => text === change.text)).toBe(
      first.findIndex(({ text }) => text === 'a girl walking near a fox'),
    );
    expect(saying(again, 'a girl walking near a fox')).toBeUndefined();
    expect(saying(again, 'a girl in a pink hat')).toMatchObject({
      ...change,
      id: saying(first, 'a girl walking near a fox')?.id,
      subject: 'girl',
      attribute: 'pink',
      relation: 'in',
      object: 'hat',
    });
  });

  it('stays where it was added, and is not said twice', () => {
    const again = claimsForShot(NIGHT, FACTS, [...first, own]);
    expect(again.at(-1)).toMatchObject({
      id: 'own',
      subject: 'fox',
      attribute: 'red',
      relation: 'with',
      object: 'collar',
    });
    const same = claimsForShot(shot('A fox with a red collar.'), FACTS, [own]);
    expect(same.filter(({ text }) => text === own.text)).toMatchObject([{ id: 'own' }]);
    const opposite = claimsForShot(shot('A fox with a red collar.'), FACTS, [{ ...own, negated: true }]);
    expect(opposite.filter(({ text }) => text === own.text)).toHaveLength(2);
  });

  it('goes with the words that it came from, unless it is the artist’s own', () => {
    const gone = claimsForShot(shot('Night.'), [], touch('a fox', { muted: true }));
    expect(gone.map(({ text }) => text)).toEqual(['at night']);
    const kept = claimsForShot(
      shot('Night.'),
      [],
      touch('a girl near a fox', { text: 'a girl far off', source: 'artist' }),
    );
    expect(saying(kept, 'a girl far off')).toMatchObject({ parents: [] });
  });

  it('changes nothing when claims are derived again', () => {
    const claims = claimsForShot(WALK, FACTS, [
      ...touch('a girl walking near a fox', { text: 'a girl striding', source: 'artist' }),
      own,
    ]);
    expect(claimsForShot(WALK, FACTS, claims)).toEqual(claims);
  });
});
