import { placeFacts } from '@shared/records/index.js';
import { describe, expect, it } from 'vitest';
import { canonFrom, castOf, factsAt } from './index.js';

const board = (...descriptions: string[]) =>
  descriptions.map((description, position) => ({ id: `s${position}`, description, position }));
const brief = (facts: ReturnType<typeof canonFrom>) =>
  facts.map(({ name, statement, firstShotId, lastShotId, origin }) => [
    name,
    statement,
    firstShotId,
    lastShotId,
    origin,
  ]);

describe('canonFrom', () => {
  it('reads characters from a sheet, as sentences or as tags', () => {
    const sheet = [
      { name: 'Ana', description: 'a woman, green coat, white hair' },
      { name: 'Rex', description: 'A brown dog with a red collar.', aliases: ['the dog'] },
      { name: 'Bo', description: 'a boy' },
    ];
    const facts = canonFrom([], sheet, '');
    expect(brief(facts)).toEqual([
      ['Ana', 'a woman in a green coat', null, null, 'sheet'],
      ['Ana', 'a woman with white hair', null, null, 'sheet'],
      ['Rex', 'a brown dog', null, null, 'sheet'],
      ['Rex', 'a dog with a red collar', null, null, 'sheet'],
      ['Bo', 'a boy', null, null, 'sheet'],
    ]);
    expect(castOf(placeFacts(facts, []), 0)).toEqual([
      {
        name: 'Ana',
        aliases: [],
        noun: 'woman',
        statements: ['a woman in a green coat', 'a woman with white hair'],
      },
      {
        name: 'Rex',
        aliases: ['the dog'],
        noun: 'dog',
        statements: ['a brown dog', 'a dog with a red collar'],
      },
      { name: 'Bo', aliases: [], noun: 'boy', statements: [] },
    ]);
  });

  it('learns an introduction anywhere on the board, and ends a fact where the text changes it', () => {
    const shots = board(
      'A forest at night.',
      'Mira, a girl in a red coat, holds a lamp.',
      'Mira smiles. The lamp goes out.',
      'Mira, now in a blue coat, walks on.',
      'Mira wears a red coat again.',
    );
    const facts = canonFrom(shots, [], 'Gouache painting, soft light');
    expect(brief(facts)).toEqual([
      ['Mira', 'a girl in a red coat', null, 's2', 'text'],
      ['lamp', 'an unlit lamp', 's2', null, 'text'],
      ['Mira', 'a girl in a blue coat', 's3', 's3', 'text'],
      ['Mira', 'a girl in a red coat', 's4', null, 'text'],
      ['', 'a gouache painting', null, null, 'sheet'],
    ]);
    const then = factsAt(placeFacts(facts, shots), 3).map((fact) => fact.statement);
    expect(then).toContain('a girl in a blue coat');
    expect(then).not.toContain('a girl in a red coat');
  });

  it('gives the same ids for the same board', () => {
    const shots = board('Tom is an old man with a white beard.', 'The window breaks.');
    expect(canonFrom(shots, [], 'ink drawing')).toEqual(canonFrom(shots, [], 'ink drawing'));
  });
});
