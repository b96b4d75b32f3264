import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Dictionary } from './dictionary.js';
import { piecesOf, sentencesOf } from './pieces.js';
import { tagged } from './testing/tagged.js';

const words = fileURLToPath(new URL('../../../../models/reading/files/words.txt', import.meta.url));
const dictionary = Dictionary.of(readFileSync(words, 'utf8'));

describe('sentencesOf', () => {
  it.each<[text: string, ...sentences: string[]]>([
    ['A fox sits. A boat waits.', 'A fox sits', ' A boat waits'],
    ['A fox sits... A boat waits!!', 'A fox sits', ' A boat waits'],
    ['She says “Go.” A boat waits.', 'She says “Go', ' A boat waits'],
    ['A lamp (lit.) A boat', 'A lamp (lit', ' A boat'],
    ['A lamp, 2.5 m tall, by www.example.org', 'A lamp, 2.5 m tall, by www.example.org'],
    ['A fox . A boat', 'A fox ', ' A boat'],
    ['A fox\n\nA boat', 'A fox', 'A boat'],
    ['A fox; a boat', 'A fox', ' a boat'],
    ['Setting: a room at 10:30', 'Setting', ' a room at 10:30'],
    ['Mr. Fox and Dr. Hale wait. A boat', 'Mr. Fox and Dr. Hale wait', ' A boat'],
    ['INT. KITCHEN', 'INT. KITCHEN'],
    ['A worst. A boat', 'A worst', ' A boat'],
    ['A fox asks Mr. Why? A boat', 'A fox asks Mr. Why', ' A boat'],
    ['The doctor is a Dr! A boat', 'The doctor is a Dr', ' A boat'],
    ['A fox. … 12. A boat', 'A fox', ' A boat'],
    ['...', ''],
  ])('%j', (text, ...sentences) => {
    const found = sentencesOf(text);
    expect(found.map((one) => one.text)).toEqual(sentences.filter(Boolean));
    for (const one of found) expect(text.slice(one.at, one.at + one.text.length)).toBe(one.text);
  });
});

describe('piecesOf', () => {
  it.each<[text: string, pieces: string, breaks?: readonly number[]]>([
    // Adjectives of one noun stay beside it.
    ['dark/JJ/amod/3 ,/,/punct/3 stormy/JJ/amod/3 sea/NN/ROOT/3', 'dark stormy sea'],
    [
      'dark/JJ/amod/5 ,/,/punct/5 cold/JJ/amod/5 ,/,/punct/5 wet/JJ/amod/5 sea/NN/ROOT/5',
      'dark cold wet sea',
    ],
    ['a/DT/det/3 tall/JJ/amod/3 ,/,/punct/3 man/NN/nsubj/4 waits/VBZ/ROOT/4', 'a tall man waits'],
    ['dark/JJ/amod/3 ,/,/punct/3 a/DT/det/3 fox/NN/ROOT/3', 'dark | a fox'],
    ['dark/JJ/amod/3 ,/,/punct/3 old/JJ/amod/4 oak/NN/compound/4 trees/NNS/ROOT/4', 'dark | old oak trees'],
    ['red/JJ/amod/0 ,/,/punct/0 old/JJ/amod/0', 'red | old'],
    ['jars/NNS/ROOT/0 alongside/RB/amod/3 ,/,/punct/3 gulls/NNS/conj/0', 'jars alongside | gulls'],
    [
      'facing/VBG/ROOT/0 each/DT/det/2 other/JJ/amod/4 ,/,/punct/4 trees/NNS/dobj/0',
      'facing each other | trees',
    ],
    // Whoever does something together.
    [
      'a/DT/det/1 cat/NN/nsubj/8 ,/, a/DT/det/4 dog/NN/conj/1 and/CC/cc/4 a/DT/det/7 hen/NN/conj/4 sit/VBP/ROOT/8',
      'a cat and a dog and a hen sit',
    ],
    [
      'gears/NNS ,/, springs/NNS and/CC tools/NNS lie/VBP/ROOT/5 here/RB',
      'gears and springs and tools lie here',
    ],
    [
      'a/DT small/JJ grey/JJ dog/NN ,/, a/DT cat/NN and/CC a/DT hen/NN sit/VBP',
      'a small grey dog and a cat and a hen sit',
    ],
    [
      'in/IN rain/NN ,/, a/DT cat/NN ,/, a/DT dog/NN and/CC a/DT hen/NN sit/VBP ,/, a/DT fox/NN waits/VBZ',
      'in rain | a cat and a dog and a hen sit | a fox waits',
    ],
    [
      'a/DT dog/NN asleep/JJ ,/, a/DT cat/NN and/CC a/DT hen/NN sit/VBP',
      'a dog asleep | a cat and a hen sit',
    ],
    [
      'a/DT dog/NN on/IN grass/NN ,/, a/DT cat/NN and/CC a/DT hen/NN sit/VBP',
      'a dog on grass | a cat and a hen sit',
    ],
    ['near/IN him/PRP ,/, a/DT cat/NN and/CC a/DT hen/NN sit/VBP', 'near him | a cat and a hen sit'],
    ['a/DT cat/NN ,/, two/CD dogs/NNS sit/VBP', 'a cat | two dogs sit'],
    ['a/DT cat/NN ,/, dogs/NNS sleep/VBP and/CC snore/VBP', 'a cat | dogs sleep and snore'],
    ['a/DT cat/NN ,/, a/DT dog/NN and/CC a/DT hen/NN sits/VBZ', 'a cat | a dog and a hen sits'],
    ['a/DT cat/NN ,/, a/DT man/NN and/CC a/DT boy/NN who/WP sit/VBP', 'a cat | a man and a boy who sit'],
    [
      'a/DT cat/NN ,/, a/DT dog/NN and/CC a/DT hen/NN watch/VBP a/DT man/NN who/WP sleeps/VBZ',
      'a cat and a dog and a hen watch a man who sleeps',
    ],
    // What somebody has or wears.
    [
      'a/DT table/NN without/IN plates/NNS ,/, cups/NNS or/CC spoons/NNS',
      'a table without plates and cups or spoons',
    ],
    [
      'a/DT girl/NN with/IN a/DT hat/NN ,/, a/DT long/JJ red/JJ scarf/NN ,/, gloves/NNS and/CC boots/NNS',
      'a girl with a hat and a long red scarf and gloves and boots',
    ],
    [
      'a/DT girl/NN with/IN a/DT hat/NN ,/, ,/, gloves/NNS and/CC boots/NNS',
      'a girl with a hat and gloves and boots',
    ],
    ['a/DT girl/NN with/IN a/DT hat/NN ,/, scarf/NN ,/, smiling/VBG', 'a girl with a hat | scarf | smiling'],
    ['a/DT girl/NN with/IN a/DT hat/NN ,/, boots/NNS', 'a girl with a hat | boots'],
    [
      'a/DT man/NN with/IN a/DT dog/NN ,/, a/DT cat/NN and/CC a/DT hen/NN',
      'a man with a dog and a cat and a hen',
    ],
    [
      'at/IN night/NN ,/, a/DT girl/NN with/IN a/DT hat/NN ,/, gloves/NNS and/CC boots/NNS ,/, a/DT fox/NN',
      'at night | a girl with a hat and gloves and boots | a fox',
    ],
    [
      'a/DT cat/NN and/CC a/DT dog/NN with/IN hats/NNS ,/, gloves/NNS and/CC canes/NNS',
      'a cat and a dog with hats and gloves and canes',
    ],
    [
      'in/IN a/DT room/NN with/IN a/DT table/NN ,/, chairs/NNS and/CC a/DT lamp/NN',
      'in a room with a table and chairs and a lamp',
    ],
    [
      'in/IN the/DT middle/NN of/IN the/DT street/NN ,/, a/DT dog/NN and/CC a/DT cat/NN',
      'in the middle of the street | a dog and a cat',
    ],
    [
      'a/DT man/NN wearing/VBG a/DT cap/NN and/CC a/DT sweater/NN ,/, nets/NNS and/CC buoys/NNS',
      'a man wearing a cap and a sweater | nets and buoys',
    ],
    [
      'a/DT block/NN of/IN marble/NN ,/, dust/NN covering/VBG his/PRP$ hair/NN and/CC beard/NN',
      'a block of marble | dust covering his hair and beard',
    ],
    [
      'a/DT man/NN with/IN a/DT hat/NN ,/, with/IN gloves/NNS and/CC boots/NNS',
      'a man with a hat | with gloves and boots',
    ],
    // Of many words only what is no thing of its own.
    [
      'a/DT girl/NN wearing/VBG a/DT hat/NN ,/, a/DT long/JJ red/JJ scarf/NN and/CC a/DT pair/NN of/IN boots/NNS on/IN grass/NN',
      'a girl wearing a hat and a long red scarf and a pair of boots on grass',
    ],
    [
      'a/DT girl/NN wearing/VBG a/DT hat/NN ,/, a/DT scarf/NN and/CC boots/NNS beside/IN a/DT dog/NN on/IN grass/NN',
      'a girl wearing a hat and a scarf and boots beside a dog on grass',
    ],
    [
      'a/DT man/NN with/IN a/DT hat/NN ,/, a/DT dog/NN and/CC a/DT child/NN on/IN a/DT long/JJ bench/NN',
      'a man with a hat | a dog and a child on a long bench',
    ],
    [
      'a/DT bowl/NN of/IN soup/NN ,/, a/DT spoon/NN and/CC a/DT napkin/NN on/IN a/DT long/JJ table/NN',
      'a bowl of soup | a spoon and a napkin on a long table',
    ],
    [
      'a/DT man/NN with/IN a/DT beard/NN ,/, a/DT hat/NN and/CC glasses/NNS/nsubj/9 sits/VBZ/ROOT/9 on/IN an/DT old/JJ bench/NN',
      'a man with a beard and a hat and glasses sits on an old bench',
    ],
    [
      'a/DT man/NN with/IN a/DT hat/NN ,/, lamps/NNS/nsubj/9 and/CC candles/NNS glow/VBP/ROOT/9 on/IN a/DT long/JJ table/NN',
      'a man with a hat | lamps and candles glow on a long table',
    ],
    // Without commas, and what joins to nothing.
    [
      'a/DT girl/NN with/IN a/DT hat/NN ,/, gloves/NNS and/CC boots/NNS red/JJ fox/NN',
      'a girl with a hat | gloves and boots | red fox',
      [9],
    ],
    ['a/DT hen/NN ././punct/1 ,/, a/DT fox/NN', 'a hen | a fox'],
    [',/, static/NN', 'static'],
    ['a/DT fox/NN ,/, and/CC ,/, a/DT dog/NN', 'a fox | a dog'],
    ['a/DT fox/NN ,/, -/: 12/CD', 'a fox | 12'],
  ])('%s', (text, pieces, breaks = []) => {
    const { words: all, arcs } = tagged(text);
    const found = piecesOf(all, arcs, new Set(breaks), dictionary);
    expect(found.map((piece) => piece.map((word) => word.text).join(' ')).join(' | ')).toBe(pieces);
  });
});
