import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonFrom } from './index.js';
import { sheetWords } from './sheet-entry.js';

const factsOf = (name: string, description: string) =>
  canonFrom([], [{ name, description }], '').map(({ statement }) => statement);

describe('an entry of a sheet', () => {
  it.each<[name: string, description: string, facts: readonly string[]]>([
    ['Bram', 'the queen’s loyal servant, in a grey tunic', ['a loyal servant', 'a servant in a grey tunic']],
    [
      'Bram',
      "The queen's servant. He wears a grey tunic and has a scar.",
      ['a servant in a grey tunic', 'a servant with a scar'],
    ],
    ['Ada', "Mira's brother, a boy in a yellow raincoat", ['a boy in a yellow raincoat']],
    ['Ada', 'the captain of the royal guard, with a long beard', ['a captain with a long beard']],
    ['Ada', "the king of the north's advisor", ['an advisor']],
    ['Ada', 'Ada: a girl in a red coat', ['a girl in a red coat']],
    ['Ada', 'Ada is a girl in a red coat', ['a girl in a red coat']],
    ['Ada', 'Ada - a girl in a red coat', ['a girl in a red coat']],
    ['Ada', "She's a girl in a red coat", ['a girl in a red coat']],
    ['Ada', 'Ada', ['a person']],
    ['Ada', 'female, 30s, curly brown hair', ['a woman with curly brown hair']],
    ['Ada', 'a woman in her 30s, denim jacket', ['a woman in a denim jacket']],
    ['Rex', 'her father’s old dog, with a brown coat', ['an old dog', 'a dog with a brown coat']],
    ['Ada', 'Red coat, round glasses', ['a person in a red coat', 'a person with round glasses']],
    ['the girl', 'the girl: a girl in a red coat', ['a girl in a red coat']],
  ])('%s: %s', (name, description, facts) => {
    expect(factsOf(name, description)).toEqual(facts);
  });

  it('is about the one it names, whoever else its words speak of', () => {
    const whose = fc.constantFrom(
      "the queen's",
      'her father’s',
      "the old king's",
      "Mira's",
      'the twins’',
      '',
    );
    const what = fc.constantFrom('servant', 'boy', 'woman', 'soldier', 'dog', 'captain');
    const of = fc.constantFrom('', ' of the queen', ' of the northern guard');
    const look = fc.constantFrom(
      ', in a grey coat',
      ' in a grey coat',
      ' with grey hair',
      '. Wears a grey coat.',
      '',
    );
    const intro = fc.constantFrom('', 'Zed is ', 'Zed: ', 'He is ');
    fc.assert(
      fc.property(intro, whose, what, of, look, (said, owner, noun, behind, looks) => {
        const words = `${said}${owner || 'a'} ${noun}${behind}${looks}`;
        const read = sheetWords({ name: 'Zed', description: words });
        expect(sheetWords({ name: 'Zed', description: read })).toBe(read);
        for (const statement of factsOf('Zed', words))
          expect(statement).toMatch(new RegExp(`^an? ${noun}\\b`));
      }),
      { numRuns: 200 },
    );
  });
});
