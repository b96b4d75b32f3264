/** The short form of `npm run bench:examination`: a judge that takes left for right, on one board. */
import { expect, it } from 'vitest';
import { inTemporaryFolder } from '../board.js';
import { seeBoards } from './see-board.js';

it('finds out a judge that swaps the sides, and leaves the rest of what it says as it is', async () => {
  const [board] = await inTemporaryFolder((folder) => seeBoards(folder, 'swaps sides', 0, 1));
  if (!board) throw new Error('nothing was seen');
  const { before, after, examination } = board;
  const flagged = (shots: typeof before) =>
    shots.filter(({ isFaulty, isFlagged }) => !isFaulty && isFlagged).length;
  expect(flagged(before)).toBeGreaterThan(before.length / 3);
  expect(flagged(after)).toBe(0);
  const skills = new Map(examination.skills.map((one) => [one.skill, one]));
  expect(skills.get('side')).toMatchObject({ silenced: true });
  expect(skills.get('side')?.drawn?.share).toBeLessThan(0.2);
  expect(examination.steadiness).toMatchObject({ isUnsteady: false });
  expect([...skills.values()].filter(({ silenced }) => silenced)).toHaveLength(1);
  const caught = (shots: typeof before) =>
    shots.flatMap(({ claims }) =>
      claims.filter(({ skill, truth, isFailed }) => skill !== 'side' && !truth && isFailed),
    );
  expect(caught(before).length).toBeGreaterThan(0);
  expect(caught(after)).toEqual(caught(before));
});
