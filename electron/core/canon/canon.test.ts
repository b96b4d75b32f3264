import { describe, expect, it } from 'vitest';
import { canonFrom, castOf, factsAt } from './index.js';

const board = (...descriptions: string[]) =>
  descriptions.map((description, position) => ({ description, position }));
const brief = (facts: ReturnType<typeof canonFrom>) =>
  facts.map(({ name, statement, from, to, origin }) => [name, statement, from, to, origin]);

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
    expect(castOf(facts, 0)).toEqual([
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
    const facts = canonFrom(
      board(
        'A forest at night.',
        'Mira, a girl in a red coat, holds a lamp.',
        'Mira smiles. The lamp goes out.',
        'Mira, now in a blue coat, walks on.',
        'Mira wears a red coat again.',
      ),
      [],
      'Gouache painting, soft light',
    );
    expect(brief(facts)).toEqual([
      ['Mira', 'a girl in a red coat', null, 2, 'text'],
      ['lamp', 'an unlit lamp', 2, null, 'text'],
      ['Mira', 'a girl in a blue coat', 3, 3, 'text'],
      ['Mira', 'a girl in a red coat', 4, null, 'text'],
      ['', 'a gouache painting', null, null, 'sheet'],
    ]);
    expect(factsAt(facts, 3).map((fact) => fact.statement)).toContain('a girl in a blue coat');
    expect(factsAt(facts, 3).map((fact) => fact.statement)).not.toContain('a girl in a red coat');
  });

  it('gives the same ids for the same board', () => {
    const shots = board('Tom is an old man with a white beard.', 'The window breaks.');
    expect(canonFrom(shots, [], 'ink drawing')).toEqual(canonFrom(shots, [], 'ink drawing'));
  });
});
