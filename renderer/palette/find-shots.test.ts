import { boardOf, shot } from '@testing/derived-board.js';
import { describe, expect, it } from 'vitest';
import { joinBoardView } from '../board/index.js';
import { findShots } from './find-shots.js';

function views(parts: readonly Parameters<typeof shot>[1][]) {
  const { records, overview } = boardOf(parts.length);
  const shots = parts.map((part, i) => shot(i, part));
  return joinBoardView(
    { ...records, shot: Object.fromEntries(shots.map((one) => [one.id, one])) },
    overview,
    3,
  ).views;
}

const BOARD = views([
  { number: '1', scene: 'Forest', description: 'A fox sleeps.' },
  { number: '12', scene: 'Forest at night', description: 'Mira walks past 4 trees.' },
  { number: '2A', scene: null, description: 'A foxglove in the café.' },
  { number: '4', scene: 'Kitchen', description: 'In the forest of pots.' },
  { number: '40', scene: 'Kitchen', description: 'A red fox.' },
]);
const numbers = (typed: string) => findShots(BOARD, typed).map(({ view }) => view.shot.number);

describe('finding a shot', () => {
  it('is by its number first, then by what begins with it', () => {
    expect(numbers('1')).toEqual(['1', '12']);
    expect(numbers('4')).toEqual(['4', '40', '12']);
    expect(numbers('2a')).toEqual(['2A']);
    expect(numbers('shot 12')).toEqual(['12']);
  });

  it('is by its scene, then by its description, each from the beginning of a word, then from within', () => {
    expect(numbers('forest')).toEqual(['1', '12', '4']);
    expect(numbers('fox')).toEqual(['1', '2A', '40']);
    expect(numbers('scene kitchen')).toEqual(['4', '40']);
    expect(numbers('glove')).toEqual(['2A']);
    expect(numbers('lks pots')).toEqual([]);
    expect(numbers('ast')).toEqual(['12']);
  });

  it('is by every word, in any order, case and accent', () => {
    expect(numbers('RED fox')).toEqual(['40']);
    expect(numbers('cafe')).toEqual(['2A']);
    expect(numbers('night mira')).toEqual(['12']);
    expect(numbers('fox zebra')).toEqual([]);
    expect(numbers('')).toEqual([]);
  });

  it('takes "shot" alone for a word like any other', () => {
    expect(numbers('shot')).toEqual([]);
    expect(numbers('scene shot')).toEqual([]);
  });

  it('puts every shot of a large board first by its number', () => {
    const many = views(
      Array.from({ length: 500 }, (_, i) => ({ description: `Number ${i % 7}.`, number: `${i + 1}` })),
    );
    for (const { shot: one } of many.filter((_, i) => i % 37 === 0 || i > 490))
      expect(findShots(many, one.number)[0]?.view.shot.id).toBe(one.id);
  });
});
