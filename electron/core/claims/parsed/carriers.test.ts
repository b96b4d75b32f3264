import { expect, it } from 'vitest';
import { type Carried, carriersOf, carries } from './carriers.js';
import { Dictionary } from './dictionary.js';
import { withVerbsShown } from './hidden-verbs.js';
import type { ProperNames } from './proper-names.js';
import { type Arc, wordsOf } from './word.js';

/** "kneading/VBG dough/NN/dobj/0": each word with its tag, and what it is to which other where that matters. */
function tagged(text: string): { words: ReturnType<typeof wordsOf>; arcs: Arc[] } {
  const parts = text.split(' ').map((one) => one.split('/') as [string, string, string?, string?]);
  const words = wordsOf(parts.map(([word]) => word).join(' '));
  expect(words).toHaveLength(parts.length);
  return {
    words,
    arcs: parts.map(([, tag, label = 'dep', head = '0']) => ({
      tag,
      head: Number(head),
      label,
      sure: 1,
      held: 1,
    })),
  };
}

/** Nouns, adjectives, nouns of two words, verbs. */
const DICTIONARY = Dictionary.of(
  'cactus chair courtyard goblin hat light pan\ntall wet\ncubs_zorb frying_pan rocking_chair\nflash fry glint knead kneel rock zorb',
);
const NAMES = { isPerson: ({ lower }) => /^(?:mira|tom|oduya)$/.test(lower) } as ProperNames;

/** "[He] [is] kneading dough; 0 = last": what was put in in brackets, and whom words put in stand for. */
function shown({ words, drop, stands, reaches }: Carried): string {
  const text = words.map(({ text: word, start }) => (start < 0 ? `[${word}]` : word)).join(' ');
  const meant = [...stands].map(([at, what]) => {
    const whom = typeof what === 'string' ? what : what.map(({ text: word }) => word).join(' ');
    return `; ${at} = ${whom}`;
  });
  return `${drop > 0 ? `(${drop}) ` : ''}${text}${meant.join('')}${reaches ? ' >' : ''}`;
}
const triesFor = (text: string): string[] => {
  const { words, arcs } = tagged(text);
  return carriersOf(words, arcs, NAMES, DICTIONARY).map(shown);
};

const he = (words: string) => [`[He] [is] ${words}; 0 = last`, words];

it.each<readonly [text: string, tries: readonly string[]]>([
  // What somebody does.
  ['kneeling/VBG', he('kneeling')],
  ['kneeling/VBG in/IN mud/NN', he('kneeling in mud')],
  ['wearing/VBG hats/NNS', he('wearing hats')],
  ['slowly/RB walking/VBG', he('slowly walking')],
  ['slowly/RB kneeling/VBG in/IN mud/NN', he('slowly kneeling in mud')],
  ['wrapped/VBN in/IN cloth/NN', he('wrapped in cloth')],
  ['glinting/VBG lamps/NNS', ['glinting lamps']],
  ['wrapped/VBN cloth/NN', ['wrapped cloth']],
  ['red/JJ in/IN fog/NN', ['red in fog']],
  ['evening/NN', ['evening']],
  ['evening/NN in/IN fog/NN', ['evening in fog']],
  ['Kneeling/VBG in/IN mud/NN', ['Kneeling in mud']],
  // To something, with an article where the parser sees none.
  [
    'kneading/VBG dough/NN/dobj',
    ['[He] [is] kneading dough; 0 = last >', '[He] [is] kneading [the] dough; 0 = last', 'kneading dough'],
  ],
  [
    'kneading/VBG wet/JJ/amod dough/NN/dobj',
    [
      '[He] [is] kneading wet dough; 0 = last >',
      '[He] [is] kneading [the] wet dough; 0 = last',
      'kneading wet dough',
    ],
  ],
  [
    'kneading/VBG dough/NN/dobj on/IN wood/NN',
    [
      '[He] [is] kneading dough on wood; 0 = last >',
      '[He] [is] kneading [the] dough on wood; 0 = last',
      'kneading dough on wood',
    ],
  ],
  // Whatever the parser hangs them on, unless the thing behind is made for it.
  [
    'kneading/VBG wet/JJ/amod dough/NN/pobj',
    [
      '[He] [is] kneading wet dough; 0 = last >',
      '[He] [is] kneading [the] wet dough; 0 = last',
      'kneading wet dough',
    ],
  ],
  ['writing/VBG/amod desk/NN/compound lamp/NN/ROOT', ['writing desk lamp']],
  ['glinting/VBG/amod desk/NN/compound lamp/NN/ROOT', ['glinting desk lamp']],
  ['rocking/VBG/amod chair/NN/compound pad/NN/ROOT', ['rocking chair pad']],
  ['kneading/VBG', he('kneading')],
  ['kneading/VBG in/IN fog/NN', he('kneading in fog')],
  [
    'riding/VBG horses/NNS',
    ['[He] [is] riding horses; 0 = last >', '[He] [is] riding [the] horses; 0 = last', 'riding horses'],
  ],
  ['watering/NN/compound/1 tomato/NN', ['watering tomato']],
  [
    'kneading/JJ dough/NN',
    ['[He] [is] kneading dough; 0 = last >', '[He] [is] kneading [the] dough; 0 = last', 'kneading dough'],
  ],
  ['glinting/JJ dough/NN/dobj', ['glinting dough']],
  ['rocking/VBG boats/NNS/dobj', he('rocking boats')],
  ['rocking/VBG/amod boats/NNS/dobj', ['rocking boats']],
  ['rocking/VBG a/DT very/RB old/JJ boat/NN/dobj', he('rocking a very old boat')],
  ['rocking/VBG very/RB very/RB old/JJ boats/NNS/dobj', ['rocking very very old boats']],
  ['rocking/VBG chair/NN/dobj', ['rocking chair']],
  ['frying/VBG pan/NN/dobj', ['frying pan']],
  ['flickering/VBG candles/NNS/dobj', ['flickering candles']],
  ['standing/VBG stones/NNS/dobj', he('standing stones')],
  ['kneeling/VBG stones/NNS/dobj', ['kneeling stones']],
  // What somebody's face does, and what somebody is like.
  ['smile/NN', ['[He] [is] smiling; 0 = last', 'smile']],
  ['smile/NN lamp/NN', ['smile lamp']],
  ['tall/JJ', he('tall')],
  ['seated/VBN', he('seated')],
  ['tall/JJ and/CC very/RB wet/JJ', he('tall and very wet')],
  ['tall/JJ ,/, wet/JJ', ['tall , wet']],
  ['tall/JJ thin/JJ sad/JJ wet/JJ old/JJ', ['tall thin sad wet old']],
  ['slowly/RB', ['slowly']],
  ['hat/JJ', ['hat']],
  ['girl/JJ', ['girl']],
  ['kitchen/JJ', ['kitchen']],
  ['potted/JJ cactus/JJ', ['potted cactus']],
  ['potted/VBN cactus/JJ', ['potted cactus']],
  ['very/RB cactus/JJ', he('very cactus')],
  ['potted/JJ blue/JJ', he('potted blue')],
  ['potted/JJ old/JJ', he('potted old')],
  ['potted/JJ wet/JJ', he('potted wet')],
  ['potted/JJ light/JJ', he('potted light')],
  ['Tall/JJ', ['Tall']],
  // What somebody does now.
  ['kneels/VBZ beside/IN him/PRP', ['[He] kneels beside him; 0 = last', 'kneels beside him']],
  ['kneels/NNS beside/IN him/PRP', ['[He] kneels beside him; 0 = last', 'kneels beside him']],
  ['kneels/NNS', ['[He] kneels; 0 = last', 'kneels']],
  ['kneels/NNS lamps/NNS', ['kneels lamps']],
  ['kneels/NNS of/IN stone/NN', ['kneels of stone']],
  ['waves/NNS behind/IN it/PRP', ['waves behind it']],
  ['waves/NNS at/IN it/PRP', ['[He] waves at it; 0 = last', 'waves at it']],
  ['waves/NNS', ['waves']],
  ['zorbles/VBZ lamps/NNS', ['[He] zorbles lamps; 0 = last', 'zorbles lamps']],
  ['goblins/VBZ lamps/NNS', ['goblins lamps']],
  ['is/VBZ red/JJ', ['is red']],
  ['has/VBZ hats/NNS', ['has hats']],
  ['stands/VBZ a/DT boy/NN', ['stands a boy']],
  ['stands/VBZ in/IN fog/NN', ['[He] stands in fog; 0 = last', 'stands in fog']],
  ['kneels/VBZ a/DT boy/NN', ['kneels a boy']],
  ['holds/VBZ a/DT lamp/NN', ['[He] holds a lamp; 0 = last', 'holds a lamp']],
  ['Kneels/VBZ beside/IN him/PRP', ['Kneels beside him']],
  ['blow/VBP on/IN tea/NN', ['[They] blow on tea; 0 = last', 'blow on tea']],
  ['blow/VBP', ['blow']],
  ['blow/VBP hot/JJ', ['blow hot']],
  ['are/VBP on/IN tea/NN', ['are on tea']],
  ['have/VBP the/DT tea/NN', ['have the tea']],
  ['Blow/VBP on/IN tea/NN', ['Blow on tea']],
  // Names.
  ['Mira/NNP holds/VBZ a/DT lamp/NN', ['[He] holds a lamp; 0 = Mira']],
  ['Mira/NNP and/CC Tom/NNP walk/VBP', ['[He] and [the] [woman] walk; 0 = Mira; 3 = Tom']],
  ['Mrs./NNP Oduya/NNP sits/VBZ', ['[He] sits; 0 = Mrs. Oduya']],
  ['Mira/NNP', ['[the] [woman]; 1 = Mira']],
  ['Mira/NNP Tom/NNP', ['[the] [woman]; 1 = Mira Tom']],
  ['Mira/NNP lamp/NN', ['[the] [woman] lamp; 1 = Mira']],
  ['Mira/NNP Lamps/NNS', ['[the] [woman] Lamps; 1 = Mira']],
  ['holds/VBZ Mira/NNP', ['[He] holds [the] [woman]; 0 = last; 3 = Mira', 'holds [the] [woman]; 2 = Mira']],
  ['beside/IN Mira/NNP and/CC Tom/NNP', ['beside [the] [woman] and [the] [woman]; 2 = Mira; 5 = Tom']],
  [
    'kneeling/VBG beside/IN Mira/NNP',
    [
      '[He] [is] kneeling beside [the] [woman]; 0 = last; 5 = Mira',
      'kneeling beside [the] [woman]; 3 = Mira',
    ],
  ],
  ['Mrs./NNP lamp/NN', ['Mrs. lamp']],
  ['Mrs./NNP', ['Mrs.']],
  ['Mira/NNP slept/VBD', ['[He] slept; 0 = Mira']],
  ['Mira/NNP asleep/JJ', ['[the] [woman] asleep; 1 = Mira']],
  ['Mira/NNP wholly/RB red/JJ', ['[the] [woman] wholly red; 1 = Mira']],
  // Nouns without an article, and what they do.
  ['dog/NN running/VBG', ['(1) [the] dog running']],
  ['dog/NN running/VBG in/IN fog/NN', ['(1) [the] dog running in fog']],
  ['dog/NN covered/VBN in/IN fog/NN', ['(1) [the] dog covered in fog']],
  ['dog/NN running/VBG fog/NN', ['dog running fog']],
  ['dog/NN ringed/NN seal/NN', ['dog ringed seal']],
  ['dog/NN stings/NNS in/IN fog/NN', ['dog stings in fog']],
  ['dog/NN evening/NN', ['dog evening']],
  ['the/DT running/VBG', ['the running']],
  ['dog/NN', ['dog']],
  // Who and which, one of several, all of them.
  ['who/WP kneels/VBZ', ['he kneels; 0 = who']],
  ['which/WDT hung/VBD', ['he hung; 0 = which']],
  ['who/WP holding/VBG a/DT lamp/NN', ['he [is] holding a lamp; 0 = who']],
  ['who/WP beside/IN Mira/NNP', ['he [is] beside [the] [woman]; 0 = who; 4 = Mira']],
  ['who/WP hats/NNS', ['who hats']],
  ['who/WP', ['who']],
  ['one/CD holding/VBG a/DT rope/NN', ['he [is] holding a rope; 0 = member']],
  ['one/CD of/IN them/PRP kneels/VBZ', ['he kneels; 0 = member']],
  ['one/CD of/IN wood/NN', ['one of wood']],
  ['another/DT in/IN red/JJ', ['he [is] in red; 0 = member']],
  ['the/DT others/NNS in/IN red/JJ', ['he [is] in red; 0 = member']],
  ['the/DT second/JJ asleep/JJ', ['he [is] asleep; 0 = member']],
  ['the/DT other/JJ kneels/VBZ', ['he kneels; 0 = member']],
  ['the/DT tallest/JJS kneels/VBZ', ['he kneels; 0 = member']],
  ['not/RB one/CD kneels/VBZ', ['not one kneels']],
  ['the/DT rusty/JJ knight/NN kneels/VBZ', ['the rusty knight kneels']],
  ['a/DT third/JJ one/CD kneels/VBZ', ['he kneels; 0 = member']],
  ['the/DT taller/JJR one/CD kneels/VBZ', ['he kneels; 0 = member']],
  ['the/DT taller/JJR of/IN the/DT two/CD kneels/VBZ', ['he kneels; 0 = member']],
  ['one/CD red/JJ and/CC one/CD blue/JJ', ['he [is] red and blue; 0 = member']],
  ['one/CD red/JJ hat/NN', ['one red hat']],
  ['ones/NNS holding/VBG a/DT rope/NN', ['(1) [the] ones holding a rope']],
  ['One/CD holding/VBG a/DT rope/NN', ['One holding a rope']],
])('"%s" is tried as %j', (text, tries) => {
  expect(triesFor(text)).toEqual(tries);
});

it('a word put in carries where it is the subject, and something is done where that was meant', () => {
  const arcsOf = (...labels: string[]) => labels.map((label) => ({ label }) as Arc);
  const one = (at: number, reaches?: boolean): Carried => ({
    words: [],
    drop: 0,
    stands: new Map([[at, 'last']]),
    ...(reaches !== undefined && { reaches }),
  });
  expect(carries(one(1), arcsOf('dobj'))).toBe(true);
  expect(['nsubj', 'nsubjpass', 'csubj', 'dobj'].map((label) => carries(one(0), arcsOf(label)))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(carries(one(0), [])).toBe(false);
  expect(carries(one(0, true), arcsOf('nsubj', 'ROOT'))).toBe(false);
  expect(carries(one(0, true), arcsOf('nsubj', 'dobj'))).toBe(true);
  expect(carries(one(0, false), arcsOf('nsubj', 'ROOT'))).toBe(true);
});

it.each<readonly [text: string, asShown: string]>([
  ['the/DT knight/NN kneels/NNS before/IN it/PRP', 'the knight sits before it'],
  ['the/DT knight/NN kneels/NNS', 'the knight sits'],
  ['the/DT knight/NN carries/NNS a/DT lamp/NN', 'the knight holds a lamp'],
  ['his/PRP$ dog/NN chews/NNS his/PRP$ hat/NN', 'his dog holds his hat'],
  ['the/DT lamp/NN glints/NNS on/IN it/PRP', 'the lamp sits on it'],
  ['knight/NN kneels/NNS before/IN it/PRP', 'knight kneels before it'],
  ['laundry/NN rolls/NNS over/IN it/PRP', 'laundry rolls over it'],
  ['fog/NN rolls/NNS over/IN it/PRP', 'fog sits over it'],
  ['the/DT lamp/NN waves/NNS over/IN it/PRP', 'the lamp waves over it'],
  ['the/DT dogs/NNS kneels/NNS over/IN it/PRP', 'the dogs kneels over it'],
  ['the/DT knight/NN kneels/NNS hats/NNS', 'the knight holds hats'],
  ['the/DT lamp/NN kneels/NNS hats/NNS', 'the lamp kneels hats'],
  ['the/DT knight/NN waves/NNS hats/NNS', 'the knight waves hats'],
  ['the/DT knight/JJ kneels/NNS before/IN it/PRP', 'the knight sits before it'],
  ['the/DT lamp/JJ kneels/NNS before/IN it/PRP', 'the lamp kneels before it'],
  ['the/DT knight/NN kneels/RB before/IN it/PRP', 'the knight kneels before it'],
  ['kneels/NNS before/IN it/PRP', 'kneels before it'],
  // Done by one, with no other verb before.
  ['a/DT wedding/NN ring/NN glints/NNS on/IN it/PRP', 'a wedding ring sits on it'],
  ['a/DT wedding/NN ring/NN glints/NNS', 'a wedding ring sits'],
  ['two/CD wedding/NN ring/NN glints/NNS on/IN it/PRP', 'two wedding ring glints on it'],
  ['a/DT wedding/NN ring/NN flashes/NNS', 'a wedding ring sits'],
  ['a/DT few/JJ ring/NN flashes/NNS', 'a few ring flashes'],
  ['a/DT ring/NN flashes/NNS', 'a ring sits'],
  ['ring/NN flashes/NNS', 'ring flashes'],
  ['the/DT knight/NN is/VBZ it/PRP kneels/NNS', 'the knight is it kneels'],
  ['the/DT man/NN runs/VBZ the/DT knight/NN kneels/NNS', 'the man runs the knight kneels'],
  ['the/DT man/NN runs/VBZ ,/, the/DT knight/NN kneels/NNS', 'the man runs , the knight sits'],
  // By several.
  ['two/CD dogs/NNS bark/NN', 'two dogs sit'],
  ['two/CD dogs/NNS bark/NN at/IN it/PRP', 'two dogs sit at it'],
  ['two/CD dog/NN bark/NN at/IN it/PRP', 'two dog bark at it'],
  ['the/DT children/NNS wave/NN at/IN it/PRP', 'the children sit at it'],
  ['a/DT girl/NN and/CC a/DT boy/NN wave/NN at/IN it/PRP', 'a girl and a boy sit at it'],
  ['a/DT girl/NN or/CC a/DT boy/NN wave/NN at/IN it/PRP', 'a girl or a boy wave at it'],
  ['a/DT man/NN and/CC a/DT hat/NN wave/NN at/IN it/PRP', 'a man and a hat sit at it'],
  ['a/DT man/NN and/CC a/DT lamp/NN wave/NN at/IN it/PRP', 'a man and a lamp wave at it'],
  ['girl/NN and/CC boy/NN wave/NN at/IN it/PRP', 'girl and boy wave at it'],
  ['two/CD dogs/NNS zorb/NN at/IN it/PRP', 'two dogs sit at it'],
  ['two/CD cubs/NNS zorb/NN at/IN it/PRP', 'two cubs zorb at it'],
  ['two/CD dogs/NNS zorb/NN', 'two dogs zorb'],
  ['two/CD dogs/NNS lamp/NN at/IN it/PRP', 'two dogs lamp at it'],
  ['two/CD dogs/NNS zorb/NN old/JJ', 'two dogs zorb old'],
  ['two/CD dogs/JJ zorb/NN at/IN it/PRP', 'two dogs zorb at it'],
  ['two/CD people/NNS bark/NN at/IN it/PRP', 'two people sit at it'],
  ['two/CD hat/NN bark/NN at/IN it/PRP', 'two hat bark at it'],
  ['smoke/NN kneels/NNS over/IN it/PRP', 'smoke sits over it'],
  // Somebody, and what one does.
  ['a/DT cop/NN flashes/NNS yellow/JJ tape/NN', 'a cop holds yellow tape'],
  ['a/DT cop/NN flashes/NNS yellow/JJ', 'a cop sits yellow'],
  ['a/DT cop/NN flashes/NNS', 'a cop sits'],
  ['the/DT cop/NN flashes/NNS to/TO it/PRP', 'the cop sits to it'],
  ['the/DT old/JJ cop/NN flashes/NNS tape/NN', 'the old cop holds tape'],
  ['the/DT cop/NN flashes/NNS old/JJ', 'the cop flashes old'],
  ['cop/NN flashes/NNS tape/NN', 'cop flashes tape'],
  ['a/DT cop/NN flashes/NNS is/VBZ old/JJ', 'a cop flashes is old'],
  ['a/DT cop/NN zorbs/NNS tape/NN', 'a cop holds tape'],
  ['a/DT cop/NN lamps/NNS tape/NN', 'a cop lamps tape'],
  ['a/DT cat/NN kneads/NNS tape/NN', 'a cat holds tape'],
  // What one does besides.
  [
    'the/DT man/NN/nsubj/2 leans/VBZ on/IN it/PRP and/CC flashes/NNS coins/NNS',
    'the man leans on it and holds coins',
  ],
  [
    'the/DT man/NN/nsubj/2 leans/VBZ on/IN it/PRP and/CC flashes/NNS old/JJ coins/NNS',
    'the man leans on it and holds old coins',
  ],
  [
    'the/DT man/NN/nsubj/2 leans/VBZ on/IN it/PRP and/CC flashes/NNS him/PRP',
    'the man leans on it and sits him',
  ],
  [
    'the/DT man/NN/nsubj/2 leans/VBZ on/IN it/PRP and/CC flashes/NNS old/JJ',
    'the man leans on it and flashes old',
  ],
  [
    'the/DT man/NN/nsubj/2 leans/VBZ on/IN it/PRP and/CC flashes/NN coins/NNS',
    'the man leans on it and flashes coins',
  ],
  [
    'the/DT man/NN/nsubj/2 leans/VBZ on/IN it/PRP and/CC lamps/NNS coins/NNS',
    'the man leans on it and lamps coins',
  ],
  [
    'the/DT man/NN/nsubj/2 leans/VBZ on/IN it/PRP or/CC flashes/NNS coins/NNS',
    'the man leans on it or flashes coins',
  ],
  [
    'the/DT man/NN/dobj/2 leans/VBZ on/IN it/PRP and/CC flashes/NNS coins/NNS',
    'the man leans on it and flashes coins',
  ],
  [
    'the/DT man/NN/nsubj/2 leaning/VBG on/IN it/PRP and/CC flashes/NNS coins/NNS',
    'the man leaning on it and flashes coins',
  ],
  // What stands first does it.
  ['goblins/VBZ rock/NN between/IN it/PRP', 'goblins sit between it'],
  ['goblins/VBZ rock/NN the/DT pan/NN', 'goblins hold the pan'],
  ['goblins/VBZ rock/NN pan/NN', 'goblins rock pan'],
  ['goblins/NNS rock/JJ between/IN it/PRP', 'goblins rock between it'],
  ['goblins/VBZ pan/NN between/IN it/PRP', 'goblins pan between it'],
  ['kneads/VBZ rock/NN between/IN it/PRP', 'kneads rock between it'],
  // No stand is black.
  ['men/NNS in/IN black/NN stand/NN around/IN it/PRP', 'men in black sit around it'],
  ['men/NNS in/IN wood/NN stand/NN around/IN it/PRP', 'men in wood stand around it'],
  ['men/NNS of/IN black/NN stand/NN around/IN it/PRP', 'men of black stand around it'],
  ['man/NN in/IN black/NN stand/NN around/IN it/PRP', 'man in black stand around it'],
  ['men/NNS in/IN black/NN stand/NN it/PRP', 'men in black stand it'],
])('"%s" is read as "%s"', (text, asShown) => {
  const { words, arcs } = tagged(text);
  const read = withVerbsShown(words, arcs, DICTIONARY);
  expect(read.map(({ text: word }) => word).join(' ')).toBe(asShown);
  expect(read === words).toBe(asShown === words.map(({ text: word }) => word).join(' '));
});
