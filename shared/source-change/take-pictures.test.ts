import { aBoard, aShot, aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import type { Records, Take } from '../records/index.js';
import { takePictures } from './take-pictures.js';

const sha = (letter: string) => letter.repeat(64);
const picture = (id: string, letter: string, path: string, createdAt: number): Take => ({
  ...aTake(0),
  id,
  sha256: sha(letter),
  path,
  createdAt,
});
const FIRST = picture('first', 'a', 'shot.png', 1);
const SECOND = picture('second', 'b', 'shot.png', 2);

/** What becomes of the shot's pictures when its source has `news`; `pickId` is the artist's. */
function taken(news: readonly Take[], pickId: string | null, old: readonly Take[] = [FIRST, SECOND]) {
  const takes: Record<string, Take> = {};
  const said: string[] = [];
  const shot = { ...aShot(0), pickId };
  const before: Records = {
    ...aBoard(1),
    shot: { 'shot-0': shot },
    take: Object.fromEntries(old.map((take) => [take.id, take])),
  };
  const picked = takePictures({
    mine: shot,
    was: pickId,
    now: { ...shot, pickId: news[0]?.id ?? null },
    news,
    before,
    elsewhere: new Set(),
    takes,
    say: (what: string) => void said.push(what),
  } as Parameters<typeof takePictures>[0]);
  return { picked, takes, said };
}

it('takes a picture that is put back for the newer one again, and lets the one that lay there go', () => {
  const { picked, takes, said } = taken([picture('x', 'a', 'shot.png', 9)], 'second');
  expect(Object.keys(takes)).toEqual(['first']);
  expect(takes.first?.createdAt).toBe(9);
  expect(picked).toEqual({ pickId: 'first', given: 'first' });
  expect(said).toEqual(['replaced']);
});

it('keeps both where the other lies under another name now', () => {
  const { picked, takes, said } = taken(
    [picture('x', 'a', 'shot.png', 9), picture('y', 'b', 'other.png', 9)],
    'second',
  );
  expect(Object.values(takes).map(({ id, path, createdAt }) => [id, path, createdAt])).toEqual([
    ['first', 'shot.png', 1],
    ['second', 'other.png', 2],
  ]);
  expect(said).not.toContain('replaced');
  expect(picked.given).toBe('first');
});

it('picks the picture that takes the place of the pick', () => {
  const { picked, takes, said } = taken([picture('new', 'c', 'shot.png', 9)], 'first', [FIRST]);
  expect(picked).toEqual({ pickId: 'new', given: 'new' });
  expect(Object.keys(takes)).toEqual(['new']);
  expect(said).toEqual(['replaced']);
});

it('gives a shot without a pick the one of its source, and one whose picture is gone keeps it as a take', () => {
  expect(taken([picture('new', 'c', 'new.png', 9)], null, []).picked).toEqual({
    pickId: 'new',
    given: 'new',
  });
  const { picked, takes } = taken([], 'first', [FIRST]);
  expect(picked).toEqual({ pickId: 'first', given: null });
  expect(Object.keys(takes)).toEqual(['first']);
  expect(taken([], null, []).picked).toEqual({ pickId: null, given: null });
});
