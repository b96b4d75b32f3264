import { aBoard } from '@testing/records.js';
import { expect, it } from 'vitest';
import { gapsOf, gapsTold } from './gaps.js';
import type { Records } from './records/index.js';

/** Of a board of 20 shots, those that lack a picture and those that lack a description. */
function board(without: { pictures?: number[]; descriptions?: number[] }): Records {
  const whole = aBoard(20);
  const shots = Object.values(whole.shot).sort((a, b) => a.position - b.position);
  const idOf = (at: number) => shots[at]?.id;
  const bare = (without.pictures ?? []).map(idOf);
  const blank = (without.descriptions ?? []).map(idOf);
  return {
    ...whole,
    take: Object.fromEntries(Object.entries(whole.take).filter(([, { shotId }]) => !bare.includes(shotId))),
    shot: Object.fromEntries(
      shots.map((shot, at) => [
        shot.id,
        { ...shot, number: `${at}A`, description: blank.includes(shot.id) ? ' \n' : 'A fox.' },
      ]),
    ),
  };
}

it('names the shots that lack a picture, and those that lack a description', () => {
  expect(gapsTold(gapsOf(board({})))).toEqual([]);
  expect(gapsTold(gapsOf(board({ pictures: [3], descriptions: [2, 10] })))).toEqual([
    'Shot 3A has no picture.',
    '2 shots have no description to be judged by: 2A and 10A.',
  ]);
  const all = Array.from({ length: 20 }, (_, at) => at);
  expect(gapsTold(gapsOf(board({ pictures: all.slice(0, 12) })))).toEqual([
    '12 shots have no picture: 0A, 1A, 2A, 3A, 4A, 5A, 6A, 7A, 8A, 9A, 10A and 11A.',
  ]);
  expect(gapsTold(gapsOf(board({ pictures: all })))[0]).toMatch(/^20 shots .* 11A and 8 more\.$/);
});

it('says nothing of a shot that is left out of play', () => {
  const lacking = board({ pictures: [3, 4], descriptions: [3] });
  const [, , , third] = Object.values(lacking.shot);
  const shot = Object.fromEntries(
    Object.entries(lacking.shot).map(([id, one]) => [
      id,
      one === third ? { ...one, omitted: true as const } : one,
    ]),
  );
  expect(gapsTold(gapsOf({ ...lacking, shot }))).toEqual(['Shot 4A has no picture.']);
});
