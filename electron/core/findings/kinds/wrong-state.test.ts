import { describe, expect, it } from 'vitest';
import { type Frame, findingsOfFrame } from '../index.js';
import { fact, found, frameOf } from '../testing/story.js';
import { wholeBoard } from '../testing/whole-board.js';

const OUT = fact('lamp', 'an unlit lamp', { subject: 'prop', firstShotId: '4', from: 3 });
const GONE = fact('crown', 'no crown', { subject: 'prop', firstShotId: '3', from: 2 });
const earlier = [frameOf('A pier.', { id: '3', position: 2 }), frameOf('A pier.', { id: '4', position: 3 })];
const said = (description: string, facts = [OUT, GONE], sees = {}, id = '7') =>
  found(frameOf(description, { id, position: 6, facts, sees }), { facts, others: earlier })
    .filter(({ kind }) => kind === 'wrong-state')
    .map(({ message }) => message);

describe('a thing in a state that it cannot be in', () => {
  it('is found in the picture, with the shot where the state was set', () => {
    expect(said('The lamp stands on a table.', [OUT], { 'an unlit lamp': 0.1 })).toEqual([
      'The lamp is not unlit here, but it is since shot 4.',
    ]);
    expect(said('Ana looks for the crown.', [GONE], { 'no a crown': 0.05 })).toEqual([
      'The crown can be seen here, but it is gone since shot 3.',
    ]);
  });

  it('is found in the words, which nothing in the picture mends', () => {
    expect(said('The crown lies on a cushion.')).toEqual([
      expect.stringContaining('but the crown is gone since shot 3.'),
    ]);
    expect(said('A lit lamp on a table.')).toEqual([
      'The description has “a lit lamp”, but the lamp is unlit since shot 4.',
    ]);
  });

  it('is told once, whatever the picture shows', () => {
    expect(said('A lit lamp on a table.', [OUT], { 'an unlit lamp': 0.1 })).toHaveLength(1);
  });

  it.each([
    'Ana looks for the crown.',
    'Ana thinks of the missing crown.',
    'The lamp stands on a table.',
    'An unlit lamp on a table.',
    'A red lamp on a table.',
    'A lit candle on a table.',
  ])('is not what “%s” says', (description) => {
    expect(said(description)).toEqual([]);
  });

  it('is not found where the state is set, nor of a look that holds from the beginning', () => {
    expect(said('A lit lamp goes out on the table.', [OUT], {}, '4')).toEqual([]);
    const always = fact('lamp', 'an unlit lamp', { subject: 'prop' });
    expect(said('A lit lamp on a table.', [always])).toEqual([]);
    const [drift] = found(frameOf('The lamp stands.', { facts: [always], sees: { 'an unlit lamp': 0.1 } }), {
      facts: [always],
    });
    expect(drift?.kind).toBe('attribute-drift');
  });
});

describe('a look that is lost', () => {
  const COAT = fact('Mira', 'a girl in a red coat');
  const facts = [COAT];
  const shot = (id: number, p: number) =>
    frameOf('Mira walks.', { id: String(id), position: id - 1, facts, sees: { 'a girl in a red coat': p } });

  it('says where it was seen last, and how long ago', () => {
    const drifts = (ps: readonly number[]) => {
      const frames = ps.map((p, at) => shot(at + 1, p));
      const board = wholeBoard({ frames, facts: { [COAT.id]: COAT }, quality: {}, style: {} });
      return findingsOfFrame(frames.at(-1) as Frame, board).map(({ message }) => message);
    };
    expect(drifts([0.9, 0.9, 0.9, 0.1])[0]).toContain('Last seen in shot 3, the one before.');
    expect(drifts([0.9, 0.1, 0.1, 0.9, ...Array(8).fill(0.1), 0.1])[0]).toContain(
      'Last seen in shot 4, nine shots ago.',
    );
    expect(drifts([0.1, 0.1])[0]).not.toContain('Last seen');
  });
});
