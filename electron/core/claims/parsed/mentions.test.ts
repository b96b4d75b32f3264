import { expect, it } from 'vitest';
import { Dictionary } from './dictionary.js';
import type { Mention } from './draft.js';
import { isTitle, Mentions } from './mentions.js';
import { tagged } from './testing/tagged.js';
import { parsed, Tree } from './tree.js';
import type { ParsedWord } from './word.js';

const DICTIONARY = Dictionary.of('boat\nred\ntraffic_lights\nwait\numpire\norca\n');

const anew = (): Mentions => new Mentions(DICTIONARY, ({ text }) => text === 'Mira');

/** Goes on with a sentence of tagged words; "knights" alone wait. */
function goOn(mentions: Mentions, sentence: string, follows = false): Tree {
  const noun = /^(?:\S+s|children)$/.test(sentence) ? 'NNS' : 'NN';
  const { words, arcs } = tagged(
    sentence.includes('/') ? sentence : `${sentence}/${noun}/nsubj/1 waits/VBZ/ROOT/1`,
  );
  const tree = new Tree(parsed(words, arcs));
  mentions.enter(tree, new Map(), follows);
  return tree;
}

/** Names what the words of a sentence before `end` mention, as a walk through it does. */
function nameAll(mentions: Mentions, tree: Tree, end = tree.words.length): void {
  for (let i = 0; i < end; i++) {
    const mention = /^(?:NN|PRP)/.test(tree.tag(i)) ? mentions.at(i) : null;
    if (mention) mentions.named(mention, tree.word(i).label === 'nsubj');
  }
}

/** Whose nouns are all named: of "girl | knights" those two. */
function having(text: string): Mentions {
  const mentions = anew();
  for (const one of text.split(' | ')) nameAll(mentions, goOn(mentions, one));
  return mentions;
}

const said = (mention: Mention | null): string =>
  mention === null ? 'nobody' : `${mention.among ? 'one of ' : ''}${mention.head.lower}`;

/** Whom a word of the last sentence means, after all that was named before it. */
function meant(text: string, pronoun: string): Mention | null {
  const sentences = text.split(' | ');
  const last = sentences.pop() as string;
  const mentions = sentences.length === 0 ? anew() : having(sentences.join(' | '));
  const tree = goOn(mentions, last);
  const at = tree.words.findIndex(({ lower }) => lower === pronoun);
  nameAll(mentions, tree, at);
  return mentions.at(at);
}

it.each([
  // Nobody does it to herself, but where that is said.
  ['girl | woman/NN/nsubj/1 hugs/VBZ/ROOT/1 her/PRP/dobj/1', 'her', 'girl'],
  ['girl | woman/NN/nsubj/1 hugs/VBZ/ROOT/1 herself/PRP/dobj/1', 'herself', 'woman'],
  ['girl | woman/NN/nsubj/1 stands/VBZ to/IN/prep/1 her/PRP$/poss/4 left/NN/pobj/2', 'her', 'girl'],
  ['girl | woman/NN/nsubj/1 holds/VBZ/ROOT/1 her/PRP$/poss/3 hat/NN/dobj/1', 'her', 'woman'],
  // One of several, or she of whom nothing else is known.
  ['sisters | she/PRP/nsubj/1 waves/VBZ/ROOT/1', 'she', 'one of sisters'],
  ['soldiers | she/PRP/nsubj/1 waves/VBZ/ROOT/1', 'she', 'one of soldiers'],
  ['brothers | she/PRP/nsubj/1 waves/VBZ/ROOT/1', 'she', 'she'],
  ['lamp | she/PRP/nsubj/1 waves/VBZ/ROOT/1', 'she', 'she'],
  ['boy | she/PRP/nsubj/1 waves/VBZ/ROOT/1', 'she', 'she'],
  // Who may be somebody though no list has the word.
  ['golem | she/PRP/nsubj/1 waves/VBZ/ROOT/1', 'she', 'golem'],
  ['golems | she/PRP/nsubj/1 waves/VBZ/ROOT/1', 'she', 'she'],
  ['near/IN/ROOT/0 golem/NN/pobj/0 | she/PRP/nsubj/1 waves/VBZ/ROOT/1', 'she', 'she'],
  ['golem/NN/nsubj/1 hugs/VBZ/ROOT/1 her/PRP/dobj/1', 'her', 'her'],
  // Who was called "he" is no "she".
  ['soldier | he/PRP/nsubj/1 nods/VBZ/ROOT/1 | she/PRP/nsubj/1 waves/VBZ/ROOT/1', 'she', 'she'],
  ['soldier | he/PRP/nsubj/1 nods/VBZ/ROOT/1 | he/PRP/nsubj/1 waves/VBZ/ROOT/1', 'he', 'soldier'],
  ['girl | lamp | who/WP/nsubj/1 waves/VBZ/ROOT/1', 'who', 'girl'],
  ['lamp | who/WP/nsubj/1 waves/VBZ/ROOT/1', 'who', 'nobody'],
  ['children | their/PRP$/poss/1 hats/NNS/ROOT/1', 'their', 'children'],
  ['lamps | their/PRP$/poss/1 hats/NNS/ROOT/1', 'their', 'nobody'],
  ['children | this/DT/nsubj/1 waits/VBZ/ROOT/1', 'this', 'nobody'],
])('in “%s” “%s” means %s', (text, pronoun, whom) => {
  expect(said(meant(text, pronoun))).toBe(whom);
});

it.each([
  // What the phrase hangs on, not the nearest.
  ['shelves/NNS with/IN/prep/0 jars/NNS/pobj/1 on/IN/prep/2 them/PRP/pobj/3', 'them', 'shelves'],
  [
    'lamps/NNS with/IN/prep/0 birds/NNS/pobj/1 with/IN/prep/2 wings/NNS/pobj/3 by/IN/prep/4 them/PRP/pobj/5',
    'them',
    'lamps',
  ],
  [
    'lamps/NNS with/IN/prep/0 birds/NNS/pobj/1 with/IN/prep/2 tails/NNS/pobj/3 by/IN/prep/4 them/PRP/pobj/5',
    'them',
    'lamps',
  ],
  [
    'lamp/NN with/IN/prep/0 cat/NN/pobj/1 with/IN/prep/2 tail/NN/pobj/3 by/IN/prep/4 it/PRP/pobj/5',
    'it',
    'lamp',
  ],
  [
    'tower/NN with/IN/prep/0 house/NN/pobj/1 in/IN/prep/2 background/NN/pobj/3 by/IN/prep/4 it/PRP/pobj/5',
    'it',
    'tower',
  ],
  ['doorway/NN framing/VBG/acl/0 cat/NN/dobj/1 in/IN/prep/2 it/PRP/pobj/3', 'it', 'doorway'],
  [
    'jar/NN carefully/RB/advmod/2 filled/VBN/acl/0 with/IN/prep/2 sand/NN/pobj/3 inside/IN/prep/2 it/PRP/pobj/5',
    'it',
    'jar',
  ],
  ['statue | girl/NN with/IN/prep/0 lamp/NN/pobj/1 behind/IN/prep/2 it/PRP/pobj/3', 'it', 'statue'],
  ['lamp | girl/NN with/IN/prep/0 box/NN/pobj/1 holding/VBG/acl/2 it/PRP/dobj/3', 'it', 'lamp'],
  ['children | dog/NN running/VBG/acl/0 behind/IN/prep/1 them/PRP/pobj/2', 'them', 'children'],
  // What has what lies on it.
  [
    'notebook/NN/nsubj/1 lies/VBZ/ROOT/1 with/IN/prep/1 pen/NN/pobj/2 by/IN/prep/3 it/PRP/pobj/4',
    'it',
    'notebook',
  ],
  [
    'house/NN where/WRB/advmod/3 lamp/NN/nsubj/3 stands/VBZ/relcl/0 with/IN/prep/3 cup/NN/pobj/4 by/IN/prep/5 it/PRP/pobj/6',
    'it',
    'lamp',
  ],
  [
    'notebook | girl/NN/nsubj/1 sits/VBZ/ROOT/1 with/IN/prep/1 pen/NN/pobj/2 by/IN/prep/3 it/PRP/pobj/4',
    'it',
    'notebook',
  ],
  [
    'robot | lamp/NN/nsubj/1 stands/VBZ/ROOT/1 on/IN/prep/1 desk/NN/pobj/2 by/IN/prep/3 it/PRP/pobj/4',
    'it',
    'robot',
  ],
  ['lamp | push/VB/ROOT/0 it/PRP/dobj/0', 'it', 'lamp'],
  // What something was done to, not where that was; nor what is with it.
  [
    'girl/NN/nsubj/1 throws/VBZ/ROOT/1 stick/NN/dobj/1 into/IN/prep/1 river/NN/pobj/3 | boy/NN/nsubj/1 leaps/VBZ/ROOT/1 after/IN/prep/1 it/PRP/pobj/2',
    'it',
    'stick',
  ],
  [
    'girl/NN/nsubj/1 paints/VBZ/ROOT/1 lamp/NN/dobj/1 and/CC/cc/2 boat/NN/conj/2 | boy/NN/nsubj/1 kicks/VBZ/ROOT/1 it/PRP/dobj/1',
    'it',
    'boat',
  ],
  ['boy/NN/nsubj/1 shines/VBZ/ROOT/1 torch/NN/dobj/1 into/IN/prep/1 it/PRP/pobj/3', 'it', 'nobody'],
  ['dog | boy/NN/nsubj/1 lifts/VBZ/ROOT/1 it/PRP/dobj/1', 'it', 'dog'],
  // Smoke is hardly meant.
  [
    'in/IN/ROOT/0 boat/NN/pobj/0 in/IN/prep/1 fog/NN/pobj/2 | boy/NN/nsubj/1 kicks/VBZ/ROOT/1 it/PRP/dobj/1',
    'it',
    'boat',
  ],
  ['in/IN/ROOT/0 fog/NN/pobj/0 | boy/NN/nsubj/1 kicks/VBZ/ROOT/1 it/PRP/dobj/1', 'it', 'fog'],
  // Where each is what the other is not, nothing is known.
  ['sits/VBZ/ROOT/0 it/PRP/dobj/0 it/PRP/dobj/0', 'it', 'nobody'],
])('in “%s” “%s” means %s', (text, pronoun, what) => {
  expect(said(meant(text, pronoun))).toBe(what);
});

it('“it” beside what is only going on means what the sentence is about', () => {
  const behind = (waves: string, mentions: Mentions): string => {
    [mentions.told] = mentions.all as [Mention];
    goOn(mentions, `waves/NNS/nsubj/1 ${waves} behind/IN/prep/1 it/PRP/pobj/2`);
    return said(mentions.at(3));
  };
  expect(behind('crashing/VBG/ROOT/1', having('tower | boat'))).toBe('tower');
  expect(behind('crash/VBP/ROOT/1', having('tower | boat'))).toBe('boat');
});

it('who was named before the sentence is meant before what is new in it', () => {
  const push = (follows: boolean): string => {
    const mentions = having('robot');
    nameAll(mentions, goOn(mentions, 'boy/NN/nsubj/1 sees/VBZ/ROOT/1 crate/NN/dobj/1'));
    goOn(mentions, 'children/NNS/nsubj/1 push/VBP/ROOT/1 it/PRP/dobj/1', follows);
    return said(mentions.at(2));
  };
  expect([push(false), push(true)]).toEqual(['robot', 'crate']);
});

it('she of whom nothing is known is named by what she does', () => {
  expect(meant('lamp | she/PRP/nsubj/1 waves/VBZ/ROOT/1', 'she')).toMatchObject({
    living: 'female',
    isSubject: true,
  });
  expect(meant('lamp | near/IN/ROOT/0 her/PRP/pobj/0', 'her')?.isSubject).toBe(false);
});

it.each<[phrase: string, head: string, more: Partial<Mention> & { holds?: string }]>([
  ['the/DT/det/1 foxes/NNS', 'foxes', { plural: true, article: 'definite' }],
  ['a/DT/det/1 fox/NN', 'fox', { plural: false, article: 'indefinite', count: null }],
  ['his/PRP$/poss/1 fox/NN', 'fox', { article: 'none' }],
  ['two/CD/nummod/1 fox/NN', 'fox', { plural: true, count: 2 }],
  ['one/CD/nummod/1 fox/NN', 'fox', { plural: false, count: 1 }],
  // Whatever the parser takes them for.
  ['foxes/NN', 'foxes', { plural: true }],
  ['Foxes/NNP', 'foxes', { plural: false }],
  ['a/DT/det/1 sheep/NNS', 'sheep', { plural: false }],
  ['the/DT/det/1 sheep/NNS', 'sheep', { plural: true }],
  ['top/NN of/IN/prep/0 tower/NN/pobj/1', 'top', { holds: 'tower' }],
  ['bit/NN of/IN/prep/0 cake/NN/pobj/1', 'bit', { holds: 'cake' }],
  ['foreground/NN of/IN/prep/0 park/NN/pobj/1', 'foreground', { holds: 'park' }],
  ['bowl/NN of/IN/prep/0 soup/NN/pobj/1', 'bowl', { holds: 'soup' }],
  // It holds none.
  ['glass/NN of/IN/prep/0 a/DT/det/3 window/NN/pobj/1', 'glass', { of: null }],
  ['bowl/NN with/IN/prep/0 soup/NN/pobj/1', 'bowl', { of: null }],
  ['sister/NN of/IN/prep/0 Wenna/NNP/pobj/1', 'sister', { of: null }],
  ['Temple/NNP of/IN/prep/0 Heaven/NNP/pobj/1', 'temple', { holds: 'heaven' }],
  ['Temple/NNP of/IN/prep/0 stone/NN/pobj/1', 'temple', { of: null }],
])('“%s” is a %s with what it says', (phrase, head, { holds, ...more }) => {
  const mention = meant(phrase, head);
  expect(mention).toMatchObject({ ...more, isName: false });
  expect(mention?.head.lower).toBe(head);
  if (holds) expect(mention?.of?.head.lower).toBe(holds);
});

it('of a part of a thing the thing is named where that is asked', () => {
  const mentions = anew();
  goOn(mentions, 'top/NN of/IN/prep/0 tower/NN/pobj/1');
  expect(mentions.at(0, false)?.of).toBeNull();
});

it('a number alone is nobody, and one with a name before it is', () => {
  expect(said(meant('two/CD/nsubj/1 wait/VBP/ROOT/1', 'two'))).toBe('nobody');
  expect(said(meant('group/NN of/IN/prep/0 five/CD/pobj/1', 'group'))).toBe('nobody');
  expect(said(meant('apollo/NN/compound/1 eleven/NN', 'eleven'))).toBe('eleven');
});

it('one of several is one of those who are alive, where any are, and always the same one', () => {
  const member = (text: string): string => said(having(text).member());
  expect(member('girls | knights | foxes | chests')).toBe('one of foxes');
  expect(member('chests | boxes')).toBe('one of boxes');
  expect([member('hands'), member('boots'), member('girl')]).toEqual(['nobody', 'nobody', 'nobody']);
  const knights = having('knights');
  expect(knights.member()).toMatchObject({ plural: false, count: 1 });
  expect(knights.member()).toBe(knights.member());
});

it('“who” and “which” go on with the last of a piece who is somebody, or is not', () => {
  const mentions = anew();
  const tree = goOn(
    mentions,
    'girl/NN/nsubj/1 holds/VBZ/ROOT/1 lamp/NN/dobj/1 for/IN/prep/1 moment/NN/pobj/3 long/RB/advmod/1',
  );
  nameAll(mentions, tree);
  expect([said(mentions.lastIn(tree.words, true)), said(mentions.lastIn(tree.words, false))]).toEqual([
    'girl',
    'lamp',
  ]);
  expect(mentions.lastIn([], true)).toBeNull();
});

it('somebody called by the same words is the same one', () => {
  const mentions = having('Ada');
  const words = (text: string): ParsedWord[] => parsed(...entries(text));
  const ada = mentions.called(words('Ada Bell'));
  expect(ada).toMatchObject({ living: 'person', isName: true, isSubject: true, plural: false });
  mentions.named(ada, false);
  expect(mentions.called(words('ada bell'))).toBe(ada);
  expect(mentions.called(words('Ada'))).not.toBe(mentions.all[0]);
  expect(mentions.called(words('Bell'))).not.toBe(ada);
});
const entries = (text: string) => {
  const { words, arcs } = tagged(text);
  return [words, arcs] as const;
};

it('whoever is named twice is there once, and stays who does something', () => {
  const mentions = having('girl');
  const [girl] = mentions.all as [Mention];
  mentions.named(girl, false);
  expect(mentions.all).toEqual([girl]);
  expect(girl.isSubject).toBe(true);
});

it.each([
  ['dogs | children | girls | boy', 'girls'],
  ['girl | boy | lamp | globe', 'girl boy'],
  ['girl | lamp | globe | boat', 'globe boat'],
  ['girl | lamp', 'girl'],
  ['boy | girl | dog', 'girl dog'],
])('of %s “they” are %s', (text, they) => {
  expect(having(text).those().map(said).join(' ')).toBe(they);
});

it('“them” are not whoever does it, and rather what was done something to', () => {
  const chased = having('dogs');
  const tree = goOn(
    chased,
    'soldiers/NNS/nsubj/1 watch/VBP/ROOT/1 it/PRP/nsubj/3 chase/VB/ccomp/1 them/PRP/dobj/3',
  );
  nameAll(chased, tree, 1);
  expect(chased.themAt(4).map(said)).toEqual(['dogs']);
  const dropped = anew();
  const drops = goOn(
    dropped,
    'woman/NN/nsubj/1 puts/VBZ/ROOT/1 apples/NNS/dobj/1 in/IN/prep/1 crates/NNS/pobj/3 lifts/VBZ/conj/1 them/PRP/dobj/5',
  );
  nameAll(dropped, drops, 5);
  expect(dropped.those(dropped.all[0]).map(said)).toEqual(['apples']);
});

it.each([
  ['dog | girl', 'girl'],
  ['lamp | dog', 'dog'],
  ['lamp | golem', 'golem'],
  ['lamp', 'nobody'],
])('tags of %s are about %s', (text, main) => {
  expect(said(having(text).main())).toBe(main);
});

it.each([
  ['Captain', true],
  ['mr.', true],
  ['Miss', true],
  ['Misty', false],
  ['Amiss', false],
])('“%s” is a title: %s', (word, is) => {
  expect(isTitle(word)).toBe(is);
});
