/** What stands between a description and its pieces: capitals, names, set phrases, lists of tags, and who goes on. */
import { describe, expect, it } from 'vitest';
import { readDescription } from './index.js';
import { keptKnowledge } from './testing/kept-arcs.js';

const member = (name: string) => ({
  name,
  aliases: [],
  noun: name === 'Mira' || name === 'Joy' ? 'girl' : 'boy',
  statements: [],
});

describe('what is read of a description, with these of the canon', () => {
  const knowledge = keptKnowledge(import.meta.url);

  it.each<[description: string, cast: string[], read: string]>([
    [
      'INT. KITCHEN. A GIRL waits by a lamp.',
      [],
      'place: in a kitchen | entity: a girl | entity: a lamp | action: a girl waiting next to a lamp | relation: a girl next to a lamp',
    ],
    ['MASTERPIECE, A BEAR, A RIVER', [], 'entity: a bear | entity: a river'],
    [
      'WENNA waits by the door.',
      [],
      'entity: a person | entity: a door | action: a person waiting next to a door | relation: a person next to a door',
    ],
    [
      'TOM waits by the door.',
      [],
      'entity: a person | entity: a door | action: a person waiting next to a door | relation: a person next to a door',
    ],
    [
      'TOM waits by the door.',
      ['Tom'],
      'entity: a boy | entity: a door | action: a boy waiting next to a door | relation: a boy next to a door',
    ],
    ['A DOG runs to the gate.', [], 'entity: a dog | entity: a gate | action: a dog running to a gate'],
    [
      'A beautiful garden with a fountain.',
      [],
      'place: in a garden | entity: a fountain | relation: a garden with a fountain',
    ],
    ['A fox, beautiful, detailed background.', [], 'entity: a fox'],
    [
      'A snowy village with a church.',
      [],
      'weather: in snow | place: in a village | attribute: a snowy village | entity: a church | relation: a village with a church',
    ],
    ['A snowy day, a village.', [], 'weather: in snow | place: in a village'],
    ['A foggy morning, a boat.', [], 'weather: in fog | time: in the morning | entity: a boat'],
    [
      'Mist over the river, a heron stands in it.',
      [],
      'entity: mist | weather: in fog | entity: a river | relation: mist over a river | entity: a heron | action: a heron standing in a river | relation: a heron in a river',
    ],
    [
      'Snow covers the roof of a barn.',
      [],
      'entity: snow | weather: in snow | entity: a roof | action: snow covering a roof | entity: a barn | relation: a roof of a barn',
    ],
    [
      'Rain pours over the roof of a barn.',
      [],
      'entity: rain | weather: in rain | entity: a roof | action: rain pouring over a roof | entity: a barn | relation: a roof of a barn',
    ],
    [
      'A dog stares into the mist.',
      [],
      'entity: a dog | entity: mist | action: a dog staring into mist | weather: in fog',
    ],
    ['A fox in rain, wind howling.', [], 'entity: a fox | weather: in rain | weather: in wind'],
    [
      'A fox in rain, a wolf howling.',
      [],
      'entity: a fox | weather: in rain | entity: a wolf | action: a wolf howling',
    ],
    ['A boat, warm golden evening light.', [], 'entity: a boat | time: in the evening'],
    [
      'A boat, soft and golden evening light, a pier.',
      [],
      'entity: a boat | time: in the evening | place: on a pier',
    ],
    [
      'A lit window, a moonlit lake.',
      [],
      'entity: a window | attribute: a lit window | time: at night | entity: a lake | attribute: a moonlit lake',
    ],
    [
      'Pip the bunny hops over a log.',
      [],
      'entity: a bunny | entity: a log | action: a bunny hopping over a log | relation: a bunny over a log',
    ],
    [
      'Pip the bunny hops over a log.',
      ['Pip'],
      'entity: a boy | entity: a log | action: a boy hopping over a log | relation: a boy over a log',
    ],
    ['A cat chases Pip the bunny.', [], 'entity: a cat | entity: a bunny | action: a cat chasing a bunny'],
    [
      'Mira gives Tom the lamp.',
      ['Mira', 'Tom'],
      'entity: a girl | entity: a boy | entity: a lamp | action: a girl giving a lamp',
    ],
    ['Mira sees Tom the baker.', ['Mira', 'Tom'], 'entity: a girl | entity: a boy'],
    [
      'Her nephew Ilja sits on a bench.',
      [],
      'entity: a nephew | entity: a bench | action: a nephew sitting on a bench | relation: a nephew on a bench',
    ],
    [
      'Her nephew Ilja sits on a bench.',
      ['Ilja'],
      'entity: a boy | entity: a bench | action: a boy sitting on a bench | relation: a boy on a bench',
    ],
    [
      'A dog greets her nephew Ilja.',
      [],
      'entity: a dog | entity: a nephew | action: a dog greeting a nephew',
    ],
    [
      'Paramedics Joy and Kwame carry a stretcher.',
      [],
      'entity: paramedics | entity: a stretcher | relation: paramedics carrying a stretcher',
    ],
    [
      'Paramedics Joy and Kwame carry a stretcher.',
      ['Joy', 'Kwame'],
      'entity: a girl | entity: a boy | entity: a stretcher | relation: a girl carrying a stretcher | relation: a boy carrying a stretcher',
    ],
    [
      'Captain Lulu steers the ship.',
      [],
      'entity: a person | entity: a ship | action: a person steering a ship',
    ],
    ['fox, forest, lantern', [], 'entity: a fox | place: in a forest | entity: a lantern'],
    ['walk, fox, red, medieval', [], 'entity: a fox | attribute: a red fox | attribute: a medieval fox'],
    [
      'a fox, a forest, a lantern, running',
      [],
      'entity: a fox | place: in a forest | entity: a lantern | action: a fox running',
    ],
    [
      'A fox jumped over a wall. A dog barked. A cat slept on a mat. A bird sang.',
      [],
      'entity: a fox | entity: a wall | action: a fox jumping over a wall | relation: a fox over a wall | entity: a dog | action: a dog barking | entity: a cat | entity: a mat | action: a cat sleeping on a mat | relation: a cat on a mat | entity: a bird | action: a bird singing',
    ],
    [
      'Kneeling in the mud, a soldier loads a rifle.',
      [],
      'entity: mud | entity: a soldier | action: a soldier kneeling in mud | relation: a soldier in mud | entity: a rifle | action: a soldier loading a rifle',
    ],
    [
      'A girl paints a fence. Whistling, she dips a brush.',
      [],
      'entity: a girl | entity: a fence | action: a girl painting a fence | action: a girl whistling | entity: a brush | action: a girl dipping a brush',
    ],
    [
      'A man who carries a lamp opens a gate.',
      [],
      'entity: a man | entity: a lamp | relation: a man carrying a lamp | entity: a gate | action: a man opening a gate',
    ],
    [
      'A bridge, which is broken, spans a river.',
      [],
      'place: on a bridge | attribute: a broken bridge | entity: a river | action: a bridge spanning a river',
    ],
    [
      'A boy and a girl sit, autumn leaves scattered around them.',
      [],
      'entity: a boy | entity: a girl | action: a boy sitting | action: a girl sitting | entity: autumn leaves | action: autumn leaves scattered around a boy | action: autumn leaves scattered around a girl',
    ],
    [
      'old castle Captain Lulu red ship lantern fog',
      [],
      'entity: a castle | attribute: an old castle | entity: a person | entity: a ship | attribute: a red ship | entity: a lantern | weather: in fog',
    ],
    [
      'ship sea Captain Ada Bell blue coat storm',
      [],
      'entity: a ship | entity: the sea | entity: a person | attribute: a person in a blue coat | weather: in a storm',
    ],
    [
      'A sign with the word "no" on a door, a cat.',
      [],
      'entity: a sign | text: the words “no” | entity: a door | relation: a sign on a door | entity: a cat',
    ],
  ])('%s %j', async (description, cast, read) => {
    const claims = await readDescription(description, cast.map(member), knowledge);
    expect(claims.map(({ kind, text }) => `${kind}: ${text}`).join(' | ')).toBe(read);
  });
});
