import { boardOf, summary, take } from '@testing/derived-board.js';
import { expect, it } from 'vitest';
import { joinBoardView } from '../board/board-view.js';
import { shotName } from './shot-name.js';

it('says of a frame without a number what is behind that', () => {
  const { records, overview } = boardOf(7);
  const summaries = {
    t0: summary(0.9),
    t1: summary(null),
    t2: summary(null, { state: 'waiting' }),
    t3: summary(null, { state: 'running' }),
    t4: summary(null, { state: 'failed' }),
    t6: summary(null, { state: 'unreadable' }),
  };
  const named = (takes = records.take) =>
    joinBoardView({ ...records, take: takes }, { ...overview, summaries }, 3).views.map(shotName);
  expect(named()).toEqual([
    'Shot 1, description 90 of 100, Pending',
    'Shot 2, description not judged, Pending',
    'Shot 3, not analysed yet, Pending',
    'Shot 4, being analysed, Pending',
    'Shot 5, not judged, because the judge failed, Pending',
    'Shot 6, still being worked out, Pending',
    'Shot 7, description not judged, Pending',
  ]);
  const unreadable = { ...records.take, t5: take(5, { unreadable: 'It is cut off.' }) };
  expect(named(unreadable)[5]).toContain('description not judged');
});
