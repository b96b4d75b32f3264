import { readClaims } from '@core/claims/index.js';
import { type Claim, NO_PARTS } from '@shared/records/index.js';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from './sentence-of.js';

/** Of the claim that says just this. */
function said(description: string, text: string, name: string | null = null, isSaid = false): string {
  const claims = readClaims(description, []);
  const claim = claims.find((one) => one.text === text);
  if (!claim) throw new Error(`No claim says “${text}”: ${claims.map((one) => one.text).join(', ')}`);
  return sentenceOf(claim, name, isSaid);
}

describe('a claim as a sentence of its own', () => {
  it.each([
    ['A dog and two cats.', 'a dog', 'There is a dog.'],
    ['Gulls above a pier.', 'gulls', 'There are gulls.'],
    ['A dog and two cats.', 'two cats', 'There are exactly two cats.'],
    ['A girl walks.', 'one person', 'There is exactly one person.'],
    ['A girl in a red coat.', 'a girl in a red coat', 'The girl wears a red coat.'],
    ['A man with a grey beard.', 'a man with a grey beard', 'The man has a grey beard.'],
    ['A red lantern.', 'a red lantern', 'The lantern is red.'],
    ['Red curtains.', 'red curtains', 'The curtains are red.'],
    ['A girl holding a lantern.', 'a girl holding a lantern', 'The girl is holding a lantern.'],
    ['Two dogs run.', 'dogs running', 'The dogs are running.'],
    ['A fox at night.', 'at night', 'It is night.'],
    ['A fox in a forest.', 'in a forest', 'The scene is in a forest.'],
    ['A wide shot of a fox.', 'a wide shot', 'This is a wide shot.'],
    ['A fox, an ink drawing.', 'an ink drawing', 'This is an ink drawing.'],
  ])('%s: %s becomes “%s”', (description, text, sentence) => {
    expect(said(description, text)).toBe(sentence);
  });

  it('does not call up a second one of what the prompt has', () => {
    expect(said('A dog and two cats.', 'a dog', null, true)).toBe('The dog is clearly visible.');
    expect(said('Gulls above a pier.', 'gulls', null, true)).toBe('The gulls are clearly visible.');
    expect(said('A red lantern.', 'a red lantern', null, true)).toBe('The lantern is red.');
  });

  it.each([
    ['holds it up for all to see', 'Holds it up for all to see.'],
    ['Ein Hund schläft.', 'Ein Hund schläft.'],
    ['犬が寝ている。', '犬が寝ている。'],
  ])('says what was not taken apart as it stands: %s', (text, sentence) => {
    expect(sentenceOf({ kind: 'phrase', text, ...NO_PARTS }, null, false)).toBe(sentence);
  });

  it('calls somebody as the prompt does', () => {
    expect(said('A girl in a red coat.', 'a girl in a red coat', 'Mira')).toBe('Mira wears a red coat.');
    expect(said('Two dogs run.', 'dogs running', 'Rex')).toBe('Rex is running.');
    expect(said('A man with a grey beard.', 'a man with a grey beard', 'Tom')).toBe('Tom has a grey beard.');
  });

  it.each<[kind: Claim['kind'], text: string, parts: Partial<Claim>, name: string | null, sentence: string]>([
    ['attribute', 'girls in coats', { object: 'coats', relation: 'in' }, null, 'The girls wear coats.'],
    ['attribute', 'men with beards', { object: 'beards', relation: 'with' }, null, 'The men have beards.'],
    ['attribute', 'men with beards', { object: 'beards', relation: 'with' }, 'Tom', 'Tom has beards.'],
    ['attribute', 'the girl in a hat', { object: 'hat', relation: 'in' }, null, 'The girl wears a hat.'],
    [
      'attribute',
      'a girl in a hat in a box',
      { object: 'hat', relation: 'in' },
      null,
      'The girl wears a hat in a box.',
    ],
    // Not worn: said as it stands.
    ['attribute', 'a girl within a hat', { object: 'hat', relation: 'within' }, null, 'A girl within a hat.'],
    ['attribute', 'a girl herein a hat', { object: 'hat', relation: 'herein' }, null, 'A girl herein a hat.'],
    ['attribute', 'a hatted girl', { object: 'hat', relation: 'in' }, null, 'A hatted girl.'],
    ['attribute', 'a red hatted girl', { object: 'hat', attribute: 'red' }, null, 'A red hatted girl.'],
    ['attribute', 'a girl in a hat', { relation: 'in' }, null, 'A girl in a hat.'],
    ['attribute', 'a girl', { relation: null }, null, 'A girl.'],
    // How it looks.
    ['attribute', 'the red lamp', { attribute: 'red' }, null, 'The lamp is red.'],
    ['attribute', 'a red lamp', { attribute: 'red' }, 'Lumo', 'Lumo is red.'],
    ['attribute', 'red lamps', { attribute: 'red' }, 'Lumo', 'Lumo is red.'],
    ['attribute', 'a big red lamp', { attribute: 'red' }, null, 'There is a big red lamp.'],
    ['attribute', 'big red lamps', { attribute: 'red' }, null, 'There are big red lamps.'],
    ['attribute', 'a lamp', { attribute: 'red' }, null, 'There is a lamp.'],
    ['attribute', 'than a red lamp', { attribute: 'red' }, null, 'There is than a red lamp.'],
    // What somebody does, and where.
    ['action', 'a dog running', { relation: 'running' }, null, 'The dog is running.'],
    ['action', 'dogs running', { relation: 'running' }, 'Rex', 'Rex is running.'],
    ['action', 'a dog', { relation: null }, null, 'A dog.'],
    ['action', 'a dog', { relation: 'running' }, null, 'A dog.'],
    ['relation', 'an ox on a hill', { relation: 'on' }, null, 'The ox is on a hill.'],
    ['relation', 'than an ox on a hill', { relation: 'on' }, null, 'The than an ox is on a hill.'],
    // One is no plural, whatever its last letter.
    ['entity', 'an ass', {}, null, 'There is an ass.'],
    ['entity', 'a bus', {}, null, 'There is a bus.'],
    ['count', 'three boys', { value: '3' }, null, 'There are exactly three boys.'],
    // Without what it would say.
    ['time', 'at night', {}, null, 'At night.'],
    ['style', 'ink', {}, null, 'Ink.'],
    ['framing', 'shot of an owl', {}, null, 'Shot of an owl.'],
    ['text', 'words', { value: null }, null, 'Words.'],
    ['text', 'words', { value: 'OPEN' }, null, 'The words “OPEN” can be read.'],
    // An end that is there.
    ['phrase', 'he says “stop!”', {}, null, 'He says “stop!”'],
    ['phrase', 'he stops. then', {}, null, 'He stops. then.'],
  ])('the %s “%s” %j of %s is “%s”', (kind, text, parts, name, sentence) => {
    expect(sentenceOf({ ...NO_PARTS, kind, text, ...parts }, name, false)).toBe(sentence);
  });
});
