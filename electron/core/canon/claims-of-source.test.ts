import type { PositionedFact } from '@shared/records/index.js';
import { expect, it } from 'vitest';
import { claimsForShot, claimsOfSource } from './index.js';

const shot = (description: string) => ({ id: 's1', position: 0, description });
const FROM_FILE = claimsOfSource('s1', [
  { kind: 'framing', words: 'wide shot' },
  { kind: 'thing', words: 'red lantern' },
  { kind: 'thing', words: 'a red lantern' },
]);
const said = (claims: typeof FROM_FILE) => claims.map(({ text, source }) => [text, source]);

it('says each thing once, what it hangs on first', () => {
  expect(said(FROM_FILE)).toEqual([
    ['a wide shot', 'file'],
    ['a lantern', 'file'],
    ['a red lantern', 'file'],
  ]);
  expect(FROM_FILE[2]?.parents).toEqual([FROM_FILE[1]?.id]);
  expect(FROM_FILE[2]).toMatchObject({ subject: 'lantern', attribute: 'red', span: null, muted: false });
});

it('stays whatever the description says, and is found in it where it says the same', () => {
  const both = claimsForShot(shot('A fox. Wide shot.'), [], FROM_FILE);
  expect(both.filter(({ text }) => text === 'a wide shot')).toMatchObject([
    { source: 'file', span: [7, 16] },
  ]);
  expect(both.map(({ text }) => text)).toContain('a fox');
  const alone = claimsForShot(shot('An owl.'), [], both);
  expect(alone.filter(({ source }) => source === 'file')).toEqual(FROM_FILE);
});

it('stays muted and weighed as it was decided', () => {
  const decided = FROM_FILE.map((claim) => ({ ...claim, muted: true, weight: 3 }));
  const kept = claimsForShot(shot('Wide shot.'), [], decided).filter(({ source }) => source === 'file');
  expect(kept.every(({ muted, weight }) => muted && weight === 3)).toBe(true);
  expect(kept).toHaveLength(FROM_FILE.length);
});

it('gives way to the artist’s own words', () => {
  const [wide, ...others] = FROM_FILE;
  if (!wide) throw new Error('There is no framing.');
  const reworded = [{ ...wide, text: 'a low-angle shot', source: 'artist' as const }, ...others];
  const claims = claimsForShot(shot('A wide shot.'), [], reworded);
  expect(claims.map(({ text }) => text)).not.toContain('a wide shot');
  expect(claims.map(({ text }) => text)).toContain('a low-angle shot');
});

it('names the fact of the canon that says the same', () => {
  const fact: PositionedFact = {
    id: 'f',
    subject: 'prop',
    name: 'lantern',
    statement: 'a red lantern',
    aliases: [],
    firstShotId: null,
    lastShotId: null,
    from: null,
    to: null,
    origin: 'artist',
  };
  const claims = claimsForShot(shot('A fox.'), [fact], FROM_FILE);
  expect(claims.find(({ text }) => text === 'a red lantern')).toMatchObject({ factId: 'f' });
});
