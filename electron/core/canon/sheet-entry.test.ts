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
    ['Ada', 'a young woman in a grey sweatshirt', ['a young woman in a grey sweatshirt']],
    [
      'Ada',
      'a man in a navy blazer and white sneakers',
      ['a man in a navy blazer', 'a man in white sneakers'],
    ],
    ['Ada', 'Ada', ['a person']],
    ['Ada', 'female, 30s, curly brown hair', ['a woman with curly brown hair']],
    ['Ada', 'a woman in her 30s, denim jacket', ['a woman in a denim jacket']],
    ['Rex', 'her father’s old dog, with a brown coat', ['an old dog', 'a dog with a brown coat']],
    ['Ada', 'Red coat, round glasses', ['a person in a red coat', 'a person with round glasses']],
    ['the girl', 'the girl: a girl in a red coat', ['a girl in a red coat']],
    ['Ada', 'a woman, red coat; round glasses', ['a woman in a red coat', 'a woman with round glasses']],
    ['Ada', 'a man, long grey beard, no hat', ['a man with a long grey beard']],
    ['Ada', 'a girl, short hair, barefoot', ['a girl with short hair', 'a barefoot girl']],
  ])('%s: %s', (name, description, facts) => {
    expect(factsOf(name, description)).toEqual(facts);
  });

  it.each<[entry: string, words: string]>([
    ['Ada:a girl', 'a girl'],
    ['Ada , a girl', 'a girl'],
    ['  Ada: a girl ', 'a girl'],
    ['Ada – a girl', 'a girl'],
    ['Ada, a girl', 'a girl'],
    ['Ada  is   a girl,  red coat,', 'a girl, red coat'],
    ['Ada was  a girl', 'a girl'],
    ["Ada's a girl", 'a girl'],
    ['Ada’s an old owl, grey', 'an old owl, grey'],
    ["She's a captain of the guard", 'a captain'],
    ['Ada’s the girl', 'the girl'],
    ["Ada's red coat", 'a person with red coat'],
    ['Adam is a boy', 'Adam is a boy'],
    ['Ada', ''],
    ['This is a boy', 'a boy'],
    ['It—a lamp', 'a lamp'],
    // Whose it is.
    ['the mayor’s  daughter, tall', 'a daughter, tall'],
    ['the servants’  cook in white', 'a cook in white'],
    ['the mayor’sdaughter', 'the mayor’sdaughter'],
    ['his  dog', 'a dog'],
    ['our old dog, brown', 'an old dog, brown'],
    ['whose dog', 'whose dog'],
    ['a girl (the mayor’s) in red', 'a girl (the mayor’s) in red'],
    ['a girl - the mayor’s maid', 'a girl - the mayor’s maid'],
    ['a girl-guide - the mayor’s maid', 'a girl-guide - the mayor’s maid'],
    ['a girl xaay the mayor’s maid', 'a maid'],
    // What of.
    ['captain of the guard', 'a captain'],
    ['a captain of the guard', 'a captain'],
    ['one captain  of  the guard', 'a captain'],
    ['an old captain of the guard', 'an old captain'],
    ['a captain ofthe guard', 'a captain ofthe guard'],
    ['a captain, a man in grey', 'a captain, a man in grey'],
    ['a bottle of wine, green', 'a bottle of wine, green'],
    // Said again in words that a picture shows.
    ['the captain of the guard – a man in grey', 'a man in grey'],
    ['the captain of the guard, the man in grey', 'a captain, the man in grey'],
    ['the captain of the guard, like a man in grey', 'a captain, like a man in grey'],
    ['the captain of the guard, a coat in grey', 'a captain, a coat in grey'],
    ['the captain of the guard. A man in grey', 'a captain. A man in grey'],
    ['breathe the air, a man in grey', 'breathe the air, a man in grey'],
    // Nobody said who wears it.
    ['coat', 'a person with coat'],
    ['her coat, torn', 'a person with coat, torn'],
    // A sex and an age that no picture shows as said.
    ['female', 'a woman'],
    ['Male; 42 years old, bald', 'a man; bald'],
    ['females', 'females'],
    ['male nurse', 'male nurse'],
    ['a shy female, bald', 'a shy female, bald'],
    ['a woman, in her late 30s', 'a woman'],
    ['a woman, mid-30s', 'a woman'],
    ['a man, early 30’s, bald', 'a man, bald'],
    ['a man, 42yo, bald', 'a man, bald'],
    ['a man, 42-year-old', 'a man'],
    ['a man, 42 year old', 'a man'],
    ['a man, 42year old', 'a man'],
    ['a man, 42, bald', 'a man, bald'],
    ['a man, 300 coins', 'a man, 300 coins'],
    ['a man, size 42', 'a man, size 42'],
    ['a man; 42.', 'a man'],
    ['a man, with a hat,red', 'a man, with a hat,red'],
  ])('“%s” of Ada begins with who it is: “%s”', (description, words) => {
    expect(sheetWords({ name: 'Ada', description })).toBe(words);
  });

  it.each([
    ['A.B', 'AxB is a boy', 'AxB is a boy'],
    ['A.B', 'A.B is a boy', 'a boy'],
    [' Ada ', 'Ada is a boy', 'a boy'],
    ['', 'he is a boy', 'a boy'],
    ['', 'boy: a servant', 'boy: a servant'],
  ])('of “%s”: “%s” is “%s”', (name, description, words) => {
    expect(sheetWords({ name, description })).toBe(words);
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
