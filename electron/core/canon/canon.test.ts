import { type PositionedFact, positionFacts } from '@shared/records/index.js';
import { describe, expect, it } from 'vitest';
import { canonFrom, castOf, contentOf, factsAt, type SheetEntry } from './index.js';

const board = (...descriptions: string[]) =>
  descriptions.map((description, position) => ({ id: `s${position}`, description, position }));

/** The canon of a board, and what it says at each of its shots. */
function canonOf(descriptions: readonly string[], sheet: readonly SheetEntry[] = [], style = '') {
  const shots = board(...descriptions);
  const facts = canonFrom(shots, sheet, style);
  const positioned = positionFacts(facts, shots);
  return {
    facts,
    at: (position: number) =>
      factsAt(positioned, position).map(({ name, statement }) => `${name}: ${statement}`),
    cast: (position: number) => castOf(positioned, position),
  };
}

const SHEET: readonly SheetEntry[] = [
  { name: 'Ana', description: 'a woman, green coat, white hair' },
  { name: 'Rex', description: 'A brown dog with a red collar.', aliases: ['the dog'] },
];

describe('a character sheet', () => {
  it('is read as sentences or as tags, and holds for the whole board', () => {
    const { facts } = canonOf(['Ana walks.'], [...SHEET, { name: 'Bo', description: 'a boy' }]);
    expect(
      facts.map(({ name, statement, firstShotId, lastShotId, origin, subject }) => [
        name,
        statement,
        firstShotId,
        lastShotId,
        origin,
        subject,
      ]),
    ).toEqual([
      ['Ana', 'a woman in a green coat', null, null, 'sheet', 'character'],
      ['Ana', 'a woman with white hair', null, null, 'sheet', 'character'],
      ['Rex', 'a brown dog', null, null, 'sheet', 'character'],
      ['Rex', 'a dog with a red collar', null, null, 'sheet', 'character'],
      ['Bo', 'a boy', null, null, 'sheet', 'character'],
    ]);
  });

  it('may say two things of one kind, and nothing that is not there', () => {
    const sheet = [{ name: 'Ana', description: 'a woman in a red coat and a blue coat, without a hat' }];
    expect(canonOf([], sheet).facts.map(({ statement }) => statement)).toEqual([
      'a woman in a red coat',
      'a woman in a blue coat',
    ]);
  });

  it.each<[description: string, statements: readonly string[]]>([
    [
      'an old sailor, grey beard, blue coat with brass buttons',
      ['an old sailor with a grey beard', 'an old sailor in a blue coat', 'an old sailor with brass buttons'],
    ],
    [
      'a diver in a yellow suit with green stripes',
      ['a diver in a yellow suit', 'a diver with green stripes'],
    ],
    [
      'never without her white cap; patched apron',
      ['a person in a white cap', 'a person in a patched apron'],
    ],
    ['a boy in a cap, holding a red lantern', ['a boy in a cap']],
    ['a boy in a cap with a dog in a red collar', ['a boy in a cap']],
  ])('says all looks of “%s”', (description, statements) => {
    const { facts } = canonOf([], [{ name: 'Ana', description }]);
    expect(facts.map(({ statement }) => statement)).toEqual(statements);
  });

  it('says nothing that hangs on somebody else', () => {
    const sheet = [{ name: 'Ana', description: 'a woman with a dog in a red collar' }];
    expect(canonOf([], sheet).facts.map(({ statement }) => statement)).not.toContain('a dog in a red collar');
  });

  it('may begin with how the picture is made, or say nobody at all', () => {
    const said = (description: string) =>
      canonOf([], [{ name: 'Ana', description }]).facts.map(({ statement }) => statement);
    expect(said('Ink drawing of a woman in a red coat.')).toEqual(['a woman in a red coat']);
    expect(said('')).toEqual(['a person']);
  });
});

describe('an introduction', () => {
  it.each<[description: string, name: string, statement: string]>([
    ['Mira, a girl in a red coat, holds a lamp.', 'Mira', 'a girl in a red coat'],
    ['Tom is an old man with a white beard.', 'Tom', 'an old man with a white beard'],
    ['Ana was a woman in a green dress.', 'Ana', 'a woman in a green dress'],
    ['Zed: a robot.', 'Zed', 'a robot'],
    ['Wide shot of Ana, a woman in a green dress.', 'Ana', 'a woman in a green dress'],
    ['Captain Bo, a pirate in a black hat, laughs.', 'Bo', 'a pirate in a black hat'],
    ['Willow is a witch in a purple cape.', 'Willow', 'a witch in a purple cape'],
    ['Rose, a girl in a white dress, sings.', 'Rose', 'a girl in a white dress'],
    ['Tom  (a man in a grey coat) waits.', 'Tom', 'a man in a grey coat'],
    ['Ana, a woman in a green dress in a forest.', 'Ana', 'a woman in a green dress'],
    ['Mira, a girl holding a red lamp.', 'Mira', 'a girl'],
  ])('%s', (description, name, statement) => {
    const { facts } = canonOf([description]);
    expect(facts).toMatchObject([
      {
        subject: 'character',
        name,
        statement,
        aliases: [],
        firstShotId: null,
        lastShotId: null,
        origin: 'text',
      },
    ]);
  });

  it.each([
    'There is a girl in a red coat.',
    'She is a girl in a red coat.',
    'Close-up: a girl with red hair.',
    'Suddenly, a dog in a red collar barks.',
    'Exterior: a woman in a coat.',
    'Interior, a woman in a red coat.',
    'Outside, a fox waits.',
    'The captain, a man in a blue coat, waits.',
    'Mira walks.',
  ])('is not “%s”', (description) => {
    expect(canonOf([description]).facts).toEqual([]);
  });

  it('holds from the first shot on, says each look, and is heard once', () => {
    const { facts, at } = canonOf([
      'A forest.',
      'Mira, a girl in a red coat and with green eyes, sits.',
      'Mira, a boy in a blue hat, sits.',
    ]);
    expect(at(0)).toEqual(['Mira: a girl in a red coat', 'Mira: a girl with green eyes']);
    expect(facts.filter(({ firstShotId }) => firstShotId === null)).toHaveLength(2);
  });

  it('is heard of each, with what each wears and not what they are', () => {
    const { at } = canonOf(['Tom, a man, meets Ana, a tall woman in a red coat.']);
    expect(at(0)).toEqual(['Tom: a man', 'Ana: a woman in a red coat']);
  });

  it('does not say again who the sheet names', () => {
    const { at } = canonOf(
      ['Ana, a girl in a pink dress, walks.'],
      [{ name: 'Ana', description: 'a woman' }],
    );
    expect(at(0)).toEqual(['Ana: a woman', 'Ana: a woman in a pink dress']);
  });
});

describe('which fact ends which', () => {
  const MIRA: readonly SheetEntry[] = [
    { name: 'Mira', description: 'A girl in a red coat and a green hat, with brown hair and glasses.' },
  ];
  const before = [
    'Mira: a girl in a red coat',
    'Mira: a girl in a green hat',
    'Mira: a girl with brown hair',
    'Mira: a girl with glasses',
  ];

  it('a new coat ends the old coat and nothing else about her', () => {
    for (const change of [
      'Mira, now in a blue coat, walks on.',
      'Mira wears a blue coat.',
      'Mira’s coat is blue.'.replace('’', "'"),
    ]) {
      const { at } = canonOf(['Mira sits.', change, 'Mira sits.'], MIRA);
      expect(at(0)).toEqual(before);
      for (const position of [1, 2])
        expect(at(position)).toEqual([...before.slice(1), 'Mira: a girl in a blue coat']);
    }
  });

  it('a new coat ends nobody else’s', () => {
    const sheet = [...MIRA, { name: 'Ana', description: 'a woman in a red coat' }];
    const { at } = canonOf(['Mira wears a blue coat beside Ana.'], sheet);
    expect(at(0)).toContain('Ana: a woman in a red coat');
    expect(at(0)).not.toContain('Mira: a girl in a red coat');
  });

  it('a first scarf ends nothing', () => {
    const { at } = canonOf(['Mira sits.', 'Mira wears a white scarf.'], MIRA);
    expect(at(1)).toEqual([...before, 'Mira: a girl in a white scarf']);
    expect(at(0)).toEqual(before);
  });

  it('what is said again changes nothing', () => {
    const { at, facts } = canonOf(['Mira sits.', 'Mira wears a red coat again.'], MIRA);
    expect(at(1)).toEqual(before);
    expect(facts).toHaveLength(4);
  });

  it('a look comes back, and holds from shot to shot', () => {
    const { facts } = canonOf(
      ['Mira sits.', 'Mira wears a blue coat.', 'Mira runs.', 'Mira wears a red coat again.'],
      [{ name: 'Mira', description: 'a girl in a red coat' }],
    );
    expect(
      facts.map(({ statement, firstShotId, lastShotId }) => [statement, firstShotId, lastShotId]),
    ).toEqual([
      ['a girl in a red coat', null, 's0'],
      ['a girl in a blue coat', 's1', 's2'],
      ['a girl in a red coat', 's3', null],
    ]);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(3);
  });

  it.each([
    ['The lamp goes out. The lamp is lit again.', 'a lit lamp'],
    ['The lamp is lit. Then the lamp goes out.', 'an unlit lamp'],
  ])('what is replaced on the shot where it began never held: %s', (description, statement) => {
    expect(canonOf(['Mira sits.', description]).facts).toMatchObject([
      { name: 'lamp', statement, firstShotId: 's1', lastShotId: null },
    ]);
  });

  it('what becomes of a thing ends nothing of a character of that name', () => {
    const { at } = canonOf(['The robot vanishes.'], [{ name: 'robot', description: 'a robot' }]);
    expect(at(0)).toEqual(['robot: a robot', 'robot: no robot']);
  });

  it('one of two coats that is named again is not said twice', () => {
    const sheet = [{ name: 'Ana', description: 'a woman in a red coat and a blue coat' }];
    const { at } = canonOf(['Ana wears a blue coat.', 'Ana wears a green coat.'], sheet);
    expect(at(0)).toEqual(['Ana: a woman in a red coat', 'Ana: a woman in a blue coat']);
    expect(at(1)).toEqual(['Ana: a woman in a green coat']);
  });

  it('no look is taken from somebody who is not spoken of, and none from two of a kind', () => {
    const al = [{ name: 'Al', description: 'a man in a red coat' }];
    expect(canonOf(['A man in a blue coat walks always.'], al).at(0)).toEqual(['Al: a man in a red coat']);
    const men = [...al, { name: 'Bo', description: 'a man in a grey coat' }];
    expect(canonOf(['Al and Bo. The man wears a blue coat.'], men).at(0)).toEqual([
      'Al: a man in a red coat',
      'Bo: a man in a grey coat',
    ]);
  });

  it('what somebody does not wear, is or holds ends nothing', () => {
    const { at } = canonOf(['Mira without a coat.', 'Mira looks sad.', 'Mira holds a red lantern.'], MIRA);
    expect(at(2)).toEqual(before);
  });

  it.each<[look: string, description: string, after: readonly string[]]>([
    ['a girl in a red coat', 'Mira takes off her red coat.', []],
    ['a girl in a red coat', 'Mira no longer wears her red coat.', []],
    ['a girl in a red coat', 'Mira puts on a straw hat.', ['a girl in a red coat', 'a girl in a straw hat']],
    ['a girl in a red coat', 'Mira has lost her red coat.', []],
    ['a girl in a red coat', 'Mira gives her red coat to a beggar.', []],
    ['a girl in a red coat', 'Mira pulls on red mittens.', ['a girl in a red coat', 'a girl in red mittens']],
    ['a girl in a red coat', 'Mira has changed into a white dress.', ['a girl in a white dress']],
    ['a girl in a red coat', 'The girl is now in a blue coat.', ['a girl in a blue coat']],
    ['a girl in a red coat', 'A girl in a blue coat walks past.', ['a girl in a red coat']],
    [
      'a girl in a red coat',
      'Mira falls into a pond. Her coat is wet.',
      ['a girl in a red coat', 'a girl in a wet coat'],
    ],
    [
      'a girl with long brown hair',
      'Mira with short hair at a mirror.',
      ['a girl with brown hair', 'a girl with short hair'],
    ],
  ])('of “%s” by “%s”', (look, description, after) => {
    const sheet = [{ name: 'Mira', description: look }];
    expect(canonOf(['Mira waits.', description, 'Mira waits.'], sheet).at(2)).toEqual(
      after.map((statement) => `Mira: ${statement}`),
    );
  });

  it('a change is known by an alias, and keeps it', () => {
    const { facts, at } = canonOf(['The dog, with a blue collar, sits.'], SHEET);
    expect(at(0)).toContain('Rex: a dog with a blue collar');
    expect(at(0)).not.toContain('Rex: a dog with a red collar');
    expect(facts.find(({ statement }) => statement === 'a dog with a blue collar')?.aliases).toEqual([
      'the dog',
    ]);
  });
});

describe('the state of a thing', () => {
  it.each<[description: string, statement: string]>([
    ['The lamp goes out.', 'an unlit lamp'],
    ['The candle is blown out.', 'an unlit candle'],
    ['The fire has gone out.', 'an unlit fire'],
    ['The lantern is lit again.', 'a lit lantern'],
    ['Her lantern lights up.', 'a lit lantern'],
    ['The window breaks.', 'a broken window'],
    ['His cup shatters.', 'a broken cup'],
    ['The violin is stolen.', 'no violin'],
    ['The boat sinks.', 'no boat'],
    ['Their kite disappears.', 'no kite'],
    ['The door stands open.', 'an open door'],
    ['The gate closes.', 'a closed gate'],
    ['The doors are closed.', 'closed doors'],
    ['The old lamp goes out.', 'an unlit lamp'],
    ['The jug tips over and breaks.', 'a broken jug'],
    ['The sail is torn.', 'a torn sail'],
    ['The flask is now empty.', 'an empty flask'],
    ['The sledge is mended.', 'a mended sledge'],
    ['Mira opens the iron hatch.', 'an open hatch'],
    ['Somebody has opened the hatch.', 'an open hatch'],
    ['Bo unlocks the old chest.', 'an open chest'],
    ['Bo kicks the chest open.', 'an open chest'],
    ['The gale blows the torch out.', 'an unlit torch'],
    ['The cable snaps.', 'a broken cable'],
    ['Bo lights the stove.', 'a lit stove'],
    ['She blows out the candle.', 'an unlit candle'],
    ['A magpie steals the ring.', 'no ring'],
    ['Ana tears her map in two.', 'a torn map'],
  ])('%s', (description, statement) => {
    expect(canonOf(['A room.', description]).facts).toMatchObject([
      { subject: 'prop', statement, firstShotId: 's1', lastShotId: null, origin: 'text', aliases: [] },
    ]);
  });

  it('of what is gone ends where it is back', () => {
    const { facts } = canonOf(['The ring is stolen.', 'Ana weeps.', 'The ring is back in its box.']);
    expect(facts).toMatchObject([{ statement: 'no ring', firstShotId: 's0', lastShotId: 's1' }]);
    expect(canonOf(['The kite is torn.', 'The kite is mended.']).at(1)).toEqual(['kite: a mended kite']);
    // Neither another thing that is gone, nor what is said of this one.
    const others = canonOf(['The ring is stolen.', 'The crown is stolen.', 'The ring is back in its box.']);
    expect(others.at(2)).toEqual(['crown: no crown']);
    expect(canonOf(['The kite is torn.', 'The kite is back.']).at(1)).toEqual(['kite: a torn kite']);
  });

  it.each([
    'The lamp is red.',
    'A lamp goes out.',
    'The girl is tired.',
    'The boat goes home.',
    'The boat goes out to sea.',
    'The hound goes out.',
    'The inn opens onto a yard.',
    'Her mouth opens.',
    'She opens her mouth.',
    'The door will not open.',
    'If the jar breaks, all is lost.',
    'Bo dreams that the bridge breaks.',
    'The door is about to open.',
  ])('is not said by “%s”', (description) => {
    expect(canonOf([description]).facts).toEqual([]);
  });

  it('ends the state before, of this thing alone', () => {
    const { at } = canonOf([
      'The lamp goes out. The door is open.',
      'The lamp breaks.',
      'The lamp is stolen.',
    ]);
    expect(at(0)).toEqual(['lamp: an unlit lamp', 'door: an open door']);
    expect(at(1)).toEqual(['lamp: an unlit lamp', 'door: an open door', 'lamp: a broken lamp']);
    expect(at(2)).toEqual(['door: an open door', 'lamp: no lamp']);
  });
});

describe('the style of the board', () => {
  const styles = (brief: string) => canonOf([], [], brief).facts.map(({ statement }) => statement);

  it('is what the brief says of how pictures are made', () => {
    expect(canonOf([], [], ' Gouache painting, soft light ').facts).toMatchObject([
      {
        subject: 'style',
        name: '',
        statement: 'a gouache painting',
        aliases: [],
        origin: 'sheet',
        firstShotId: null,
      },
    ]);
    expect(styles('ink drawing, charcoal sketch')).toEqual(['an ink drawing', 'a charcoal drawing']);
  });

  it('is the brief itself where that is short, and nothing where it is long or empty', () => {
    expect(styles('like an old dream')).toEqual(['like an old dream']);
    expect(styles('x'.repeat(120))).toEqual(['x'.repeat(120)]);
    expect(styles('x'.repeat(121))).toEqual([]);
    expect(styles('  ')).toEqual([]);
  });
});

describe('the cast', () => {
  it('has each character once, with names, noun and looks', () => {
    const sheet = [
      ...SHEET,
      { name: 'Bo', description: 'a boy' },
      { name: 'Tom', description: 'an old man' },
      { name: 'Mo', description: 'a man with glasses' },
    ];
    expect(canonOf([], sheet).cast(0)).toEqual([
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
      { name: 'Tom', aliases: [], noun: 'old man', statements: [] },
      { name: 'Mo', aliases: [], noun: 'man', statements: ['a man with glasses'] },
    ]);
  });

  it('keeps what the artist says of one in words of their own', () => {
    const [person] = positionFacts(canonFrom([], [{ name: 'Kit', description: '' }], ''), []);
    const facts = [{ ...(person as PositionedFact), statement: 'never seen from behind' }];
    expect(castOf(facts, 0)).toMatchObject([{ name: 'Kit', statements: ['never seen from behind'] }]);
  });

  it('has no props and no style in it', () => {
    expect(canonOf(['The lamp goes out.'], [], 'ink drawing').cast(0)).toEqual([]);
  });
});

it('gives the same ids for the same board, and other ids for other facts', () => {
  const shots = ['Tom is an old man with a white beard.', 'The window breaks.', 'The gate closes.'];
  const { facts } = canonOf(shots, SHEET, 'ink drawing');
  expect(canonOf(shots, SHEET, 'ink drawing').facts).toEqual(facts);
  expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
  for (const { id } of facts) expect(id).toMatch(/^[0-9a-f]{24}$/);
});

it('says the same of facts wherever they hold, and something else of other facts', () => {
  const facts = canonOf(['The lamp goes out.'], SHEET).facts;
  const moved = facts.map((fact) => ({ ...fact, firstShotId: 's7', lastShotId: 's9' }));
  expect(contentOf(moved)).toBe(contentOf(facts));
  for (const change of [{ id: 'x' }, { name: 'x' }, { statement: 'x' }, { aliases: ['x'] }])
    expect(contentOf(facts.map((fact) => ({ ...fact, ...change })))).not.toBe(contentOf(facts));
});
