import type { EditContext } from '@core/edits/index.js';
import type { Finding } from '@shared/analysis.js';
import type { Fact } from '@shared/records/index.js';
import { describe, expect, it } from 'vitest';
import { type Frame, findingsOfFrame } from '../index.js';
import { fact, found, frameOf } from '../testing/story.js';
import { wholeBoard } from '../testing/whole-board.js';
import { wrongState } from './wrong-state.js';

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

  it('names both, with the shot to look at and what the canon has', () => {
    const told = found(frameOf('A lit lamp on a table.', { id: '7', position: 6, facts: [OUT] }), {
      facts: [OUT],
      others: earlier,
    });
    expect(told).toEqual([
      {
        key: 'wrong-state:7:said an unlit lamp',
        kind: 'wrong-state',
        severity: 'high',
        shotId: '7',
        takeId: 't7',
        message: 'The description has “a lit lamp”, but the lamp is unlit since shot 4.',
        claimIds: [expect.any(String), expect.any(String)],
        factId: OUT.id,
        evidence: {
          items: [{ shotId: '7', takeId: 't7', label: '“a lit lamp”', value: null, region: null }],
          detail:
            'The canon has “an unlit lamp” from shot 4 on. Where it changes here, say so on the canon’s sheet.',
        },
        dismissed: false,
      },
    ]);
    expect(wrongState.edits(told[0] as Finding, {} as EditContext)).toEqual([]);
  });

  it('says nothing of when where the shot that set it is no longer there', () => {
    const lost = { ...OUT, firstShotId: 'deleted' };
    expect(said('The lamp stands on a table.', [lost], { 'an unlit lamp': 0.1 })).toEqual([
      'The lamp is not unlit here, but it is.',
    ]);
    const [finding] = found(frameOf('A lit lamp.', { id: '7', position: 6, facts: [lost] }), {
      facts: [lost],
    });
    expect(finding).toMatchObject({
      message: 'The description has “a lit lamp”, but the lamp is unlit.',
      evidence: { detail: expect.stringMatching(/^The canon has “an unlit lamp”\. Where/) },
    });
  });

  it.each<[description: string, isSaid: boolean]>([
    // Somewhere, or like something: there again.
    ['The crown lies on a cushion.', true],
    ['A golden crown.', true],
    // With somebody; what else somebody has says nothing.
    ['A girl holding the crown.', true],
    ['A girl holding a lantern.', false],
    ['A girl in a red coat.', false],
    ['A king wears the crown.', true],
    ['A king with the crown.', true],
    // Only spoken of, not there, or another thing.
    ['The crown.', false],
    ['The crown of the king.', false],
    ['The stolen crown.', false],
    ['The lost crown of the king.', false],
    ['A king without the crown.', false],
    ['A king wears a golden hat.', false],
  ])('of a crown that is gone, “%s” says otherwise: %s', (description, isSaid) => {
    expect(said(description, [GONE])).toHaveLength(isSaid ? 1 : 0);
  });

  it('is not what the artist muted, on either side', () => {
    const told = (muted: string) =>
      found(
        frameOf('A lit lamp on a table.', {
          id: '7',
          position: 6,
          facts: [OUT],
          change: (claims) => claims.map((claim) => ({ ...claim, muted: claim.text === muted })),
        }),
        { facts: [OUT], others: earlier },
      );
    expect(told('a table')).toHaveLength(1);
    expect(told('a lit lamp')).toEqual([]);
    expect(told('an unlit lamp')).toEqual([]);
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
  it.each<[name: string, subject: Fact['subject'], statement: string, description: string, message: RegExp]>([
    ['Mira', 'character', 'a girl in a red coat', 'Mira walks.', /^Mira’s coat/],
    ['the girl', 'character', 'a girl in a red coat', 'The girl walks.', /^The girl’s coat/],
    ['girl', 'character', 'a girl in a red coat', 'The girl walks.', /^The girl’s coat/],
    ['little Mira', 'character', 'a girl in a red coat', 'Little Mira walks.', /^The little Mira’s coat/],
    ['lamp', 'prop', 'an unlit lamp', 'The lamp stands.', /^The lamp/],
    ['Lamp', 'prop', 'an unlit lamp', 'The lamp stands.', /^The Lamp/],
    ['', 'character', 'a girl in a red coat', 'A girl walks.', /^The girl’s coat/],
  ])('of “%s”, a %s, is told by the name', (name, subject, statement, description, message) => {
    const facts = [fact(name, statement, { subject, aliases: ['a girl'] })];
    const [finding] = found(frameOf(description, { facts, sees: { [statement]: 0.1 } }), { facts });
    expect(finding?.kind).toBe('attribute-drift');
    expect(finding?.message).toMatch(message);
  });

  it('is none where the canon’s claim is of another kind', () => {
    const facts = [fact('hall', 'a hall with blue tiles', { subject: 'place' })];
    const told = { facts, sees: { 'a hall with blue tiles': 0.1 } };
    expect(found(frameOf('The hall.', told), told).map(({ kind }) => kind)).toEqual(['wrong-place']);
  });

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

  it('shows that shot beside the one that shows it best, each once', () => {
    const items = (ps: readonly number[]) => {
      const frames = ps.map((p, at) => shot(at + 1, p));
      const board = wholeBoard({ frames, facts: { [COAT.id]: COAT }, quality: {}, style: {} });
      const [finding] = findingsOfFrame(frames.at(-1) as Frame, board);
      return finding?.evidence.items.map(({ takeId, value, ago }) => [takeId, value, ago]);
    };
    expect(items([0.95, 0.99, 0.9, 0.1])).toEqual([
      ['t4', 0.1, undefined],
      ['t3', 0.9, 1],
      ['t2', 0.99, undefined],
    ]);
    expect(items([0.9, 0.99, 0.2, 0.1])).toEqual([
      ['t4', 0.1, undefined],
      ['t2', 0.99, 2],
      ['t1', 0.9, undefined],
    ]);
    expect(items([0.3, 0.2, 0.1])?.map(([takeId]) => takeId)).toEqual(['t3', 't1', 't2']);
  });
});
