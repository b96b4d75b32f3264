import { readClaims } from '@core/claims/index.js';
import { NO_PARTS } from '@shared/records/index.js';
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
});
