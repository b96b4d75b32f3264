import { claimKind } from '@shared/records/index.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { claimsStated, type Stated } from './index.js';

const said = (kind: Stated['kind'], words: string): string[] =>
  claimsStated({ kind, words }).map((claim) => `${claim.kind}: ${claim.text}`);

it.each<[Stated['kind'], words: string, ...claims: string[]]>([
  ['framing', 'wide shot', 'framing: a wide shot'],
  ['framing', 'Wide', 'framing: a wide shot'],
  ['framing', 'CU', 'framing: a close-up'],
  ['framing', 'MCU / low', 'framing: a medium close-up', 'framing: a low-angle shot'],
  ['framing', 'Medium close-up, eye level.', 'framing: a medium close-up', 'framing: an eye-level shot'],
  ['framing', '35mm lens', 'framing: 35mm lens'],
  ['framing', 'static'],
  ['framing', 'slow pan left'],
  ['framing', 'Locked off | zooms in'],
  ['framing', 'Locked'],
  ['framing', 'hand held'],
  ['framing', 'handheld'],
  ['framing', 'tilting down'],
  ['framing', 'fast whip pan'],
  ['framing', 'gently dollying in', 'framing: gently dollying in'],
  ['framing', 'Not static', 'framing: not static'],
  ['framing', 'still life', 'framing: still life'],
  ['framing', 'panorama', 'framing: a wide shot'],
  ['framing', '–'],
  ['light', 'night', 'time: at night'],
  ['light', 'Rain, then dusk', 'weather: in rain', 'time: at sunset'],
  ['light', 'soft warm light from the left', 'attribute: in warm light'],
  ['light', 'Dim', 'style: dim light'],
  ['light', 'hard shadows', 'style: hard shadows'],
  ['mood', 'Low', 'style: a low mood'],
  ['mood', 'calm', 'style: a calm mood'],
  ['mood', 'Uneasy', 'style: an uneasy mood'],
  ['mood', 'a quiet atmosphere', 'style: a quiet atmosphere'],
  ['palette', 'blue, grey', 'style: a colour palette of blue, grey'],
  ['palette', 'muted colours', 'style: muted colours'],
  ['palette', 'muted colors', 'style: muted colors'],
  ['style', 'watercolor', 'style: a watercolour painting'],
  ['style', 'Thick black lines', 'style: thick black lines'],
  ['thing', 'sack', 'entity: a sack'],
  [
    'thing',
    'Red lantern, two gulls',
    'entity: a lantern',
    'attribute: a red lantern',
    'entity: gulls',
    'count: two gulls',
  ],
  ['thing', 'laufen', 'entity: a laufen'],
  ['place', 'A frozen canal at night', 'time: at night', 'place: a frozen canal at night'],
  ['place', 'Kitchen', 'place: kitchen'],
  ['place', 'NYC roof', 'place: NYC roof'],
  ['mood', ''],
])('%s “%s” says %s', (kind, words, ...claims) => {
  expect(said(kind, words)).toEqual(claims);
});

it('hangs what a thing is like on the thing, wherever it stands in the list', () => {
  const claims = claimsStated({ kind: 'thing', words: 'a sack, a red lantern' });
  expect(claims.map(({ text, parents }) => [text, parents])).toEqual([
    ['a sack', []],
    ['a lantern', []],
    ['a red lantern', [1]],
  ]);
});

it.each(['constructor', '__proto__', 'toString'])('takes “%s” for a word like any other', (words) => {
  for (const kind of ['framing', 'thing', 'style', 'place'] as const)
    expect(claimsStated({ kind, words })).toHaveLength(1);
});

it('makes claims of any words whose parents stand before them', () => {
  const kinds = fc.constantFrom<Stated['kind']>(
    'framing',
    'mood',
    'light',
    'palette',
    'style',
    'thing',
    'place',
  );
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc
      .array(
        fc.constantFrom(
          'a',
          'red',
          'lantern',
          'wide shot',
          ',',
          'night',
          'Wenna',
          '(',
          ':1.2)',
          'no',
          'constructor',
        ),
      )
      .map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(kinds, words, (kind, text) => {
      for (const [at, claim] of claimsStated({ kind, words: text }).entries()) {
        expect(claimKind.options).toContain(claim.kind);
        expect(claim.text.trim()).not.toBe('');
        for (const parent of claim.parents) expect(parent).toBeLessThan(at);
      }
    }),
    { numRuns: 300 },
  );
});
