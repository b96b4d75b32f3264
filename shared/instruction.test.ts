import { expect, it } from 'vitest';
import { sentenceFor } from './instruction.js';
import type { Claim } from './records/index.js';

const said = (kind: Claim['kind'], text: string, parts: Partial<Claim> = {}) => ({
  kind,
  text,
  subject: null,
  attribute: null,
  object: null,
  value: null,
  negated: false,
  ...parts,
});
const coat = { subject: 'girl', object: 'coat', attribute: 'red' };

it.each<[sentence: string, claim: ReturnType<typeof said>, name?: string]>([
  ['Make the girl’s coat red.', said('attribute', 'a girl in a red coat', coat)],
  ['Make Mira’s coat red.', said('attribute', 'a girl in a red coat', coat), 'Mira'],
  ['Make the door green.', said('attribute', 'a green door', { subject: 'door', attribute: 'green' })],
  ['Show a door of oak.', said('attribute', 'a door of oak', { subject: 'door' })],
  ['Add a lantern.', said('entity', 'a lantern', { subject: 'lantern' })],
  ['Remove the dog.', said('entity', 'a dog', { subject: 'dog', negated: true })],
  ['Show exactly two boats.', said('count', 'two boats', { subject: 'boat', value: '2' })],
  ['Set it in a forest.', said('place', 'in a forest')],
  ['Make it night.', said('time', 'at night', { value: 'night' })],
  ['Change the weather to rain.', said('weather', 'in rain', { value: 'rain' })],
  ['Frame it anew as a close-up.', said('framing', 'a close-up')],
  ['Redraw it as a gouache painting.', said('style', 'a gouache painting')],
  ['Show a girl holding a lantern.', said('relation', 'a girl holding a lantern')],
  ['Show this: holds it up for all to see.', said('phrase', 'holds it up for all to see')],
  ['Show this: Ein Hund schläft.', said('phrase', 'Ein Hund schläft.')],
  ['Show this: Halt! Wer da.', said('phrase', 'Halt! Wer da?')],
  ['Do not show a dog.', said('entity', 'a dog', { negated: true, subject: null })],
  ['Do not show a girl crying.', said('action', 'a girl crying', { negated: true })],
])('%s', (sentence, claim, name) => {
  expect(sentenceFor(claim, name ?? null)).toBe(sentence);
});
