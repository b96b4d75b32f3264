import { describe, expect, it } from 'vitest';
import type { Edit } from './analysis.js';
import { applyEdits } from './edits.js';

const edit = (more: Partial<Edit>): Edit => ({
  key: `${more.at ?? 'in-place'}:${more.remove ?? ''}>${more.insert ?? ''}`,
  kind: 'replace-word',
  reason: '',
  findingKeys: ['f'],
  target: 'prompt',
  remove: '',
  insert: '',
  at: 'in-place',
  ...more,
});
const prompt = (text: string, ...edits: Partial<Edit>[]) => applyEdits(text, 'text', edits.map(edit)).prompt;

describe('applyEdits', () => {
  it('changes the text that is meant, and no other', () => {
    const add = { at: 'end', insert: 'fog' } as const;
    expect(applyEdits('a fox', 'text', [edit(add)])).toEqual({
      prompt: 'a fox, fog',
      negativePrompt: 'text',
      newSeed: false,
    });
    expect(applyEdits('a fox', 'text', [edit({ ...add, target: 'negative' })])).toEqual({
      prompt: 'a fox',
      negativePrompt: 'text, fog',
      newSeed: false,
    });
    expect(applyEdits('a fox', 'text', [edit({ target: 'seed' })])).toEqual({
      prompt: 'a fox',
      negativePrompt: 'text',
      newSeed: true,
    });
  });

  it('replaces words wherever they stand, as whole words', () => {
    const red = { remove: 'blue coat', insert: 'red coat' };
    expect(prompt('a blue coat, Blue  Coat, blue coats', red)).toBe('a red coat, red coat, blue coats');
    expect(prompt('a fox', red)).toBe('a fox');
  });

  it.each([
    '<lora:night:0.8>',
    'embedding:night',
    '__night__',
    'artist:night',
    '{night|day}',
    'https://s.example/night',
    '-1::night::',
  ])('leaves “%s” as it is: what stands there are no words of the prompt', (name) => {
    expect(prompt(`${name}, a fox, night`, { remove: 'night', insert: 'day' })).toBe(`${name}, a fox, day`);
    expect(prompt(`${name}, a fox, night`, { remove: 'night', insert: '(night:1.3)' })).toBe(
      `${name}, a fox, (night:1.3)`,
    );
    const front = { remove: 'night', insert: 'night', at: 'front' } as const;
    expect(prompt(`a fox, night, ${name}`, front)).toBe(`night, a fox, ${name}`);
    // It is not said there.
    expect(prompt(`a fox, ${name}`, { insert: 'night', at: 'end' })).toBe(`a fox, ${name}, night`);
  });

  it('leaves what Midjourney is told to leave out, and addresses in front of all words', () => {
    const front = { remove: 'night', insert: 'night', at: 'front' } as const;
    expect(prompt('https://s.example/x a fox, night --no night', front)).toBe(
      'https://s.example/x night, a fox, --no night',
    );
  });

  it('takes the bracket with the words that it gives a weight of its own', () => {
    expect(prompt('a (red coat:1.2), x', { remove: 'red coat', insert: '(red coat:1.3)' })).toBe(
      'a (red coat:1.3), x',
    );
    expect(prompt('a (blue coat:1.2), x', { remove: 'blue coat', insert: 'red coat' })).toBe(
      'a (red coat:1.2), x',
    );
  });

  it('enlarges words once, where they stand first', () => {
    const weigh = { remove: 'fox', insert: '(fox:1.3)' };
    expect(prompt('a fox and a fox', weigh)).toBe('a (fox:1.3) and a fox');
    expect(prompt('a (fox:1.3) and a fox', weigh)).toBe('a (fox:1.3) and a fox');
  });

  it('says more of a name once', () => {
    const restate = { remove: 'Mira', insert: 'Mira, a girl,' };
    expect(prompt('Mira walks', restate)).toBe('Mira, a girl, walks');
    expect(prompt('Mira, a girl, walks', restate)).toBe('Mira, a girl, walks');
    expect(prompt('A fox. Mira, a girl.', restate)).toBe('A fox. Mira, a girl.');
  });

  it('leaves gaps where they are in what it does not take out', () => {
    expect(prompt('a blue coat,,  x', { remove: 'blue', insert: 'red' })).toBe('a red coat,,  x');
  });

  it('leaves no gap where it takes words out', () => {
    expect(prompt('a boat, no people, fog', { remove: 'no people' })).toBe('a boat, fog');
    expect(prompt('a  boat', { remove: 'no people' })).toBe('a  boat');
  });

  it('moves words to the front, once', () => {
    const move = { remove: 'at night', insert: '(at night:1.3)', at: 'front' } as const;
    expect(prompt('a fox at night.', move)).toBe('(at night:1.3), a fox.');
    expect(prompt('(at night:1.3), a fox.', move)).toBe('(at night:1.3), a fox.');
    expect(prompt('a fox', { insert: 'at night', at: 'front' })).toBe('at night, a fox');
    expect(prompt('at night, a fox', { insert: 'at night', at: 'front' })).toBe('at night, a fox');
  });

  it('does not take a part of a word for words that it put there', () => {
    expect(prompt('a foxglove meadow', { insert: 'a fox', at: 'front' })).toBe('a fox, a foxglove meadow');
    expect(prompt('a foxglove meadow', { insert: 'a fox', at: 'end' })).toBe('a foxglove meadow, a fox');
  });

  it('adds words at the end once, and moves those that it names there', () => {
    const add = { insert: 'ink drawing', at: 'end' } as const;
    expect(prompt('a fox.', add)).toBe('a fox. ink drawing');
    expect(prompt('a fox, ink drawing, x', add)).toBe('a fox, ink drawing, x');
    expect(prompt('a fox,  ink drawing', add)).toBe('a fox,  ink drawing');
    expect(prompt('an ink sketch, a fox', { ...add, remove: 'an ink sketch' })).toBe('a fox, ink drawing');
    expect(prompt('a fox', { ...add, remove: 'an ink sketch' })).toBe('a fox, ink drawing');
  });

  it('changes words where they stand first, then at the front, then at the end, whatever the order', () => {
    const edits = [
      edit({ at: 'end', insert: 'ink' }),
      edit({ at: 'front', insert: 'fog' }),
      edit({ at: 'front', insert: 'dusk' }),
      edit({ remove: 'fox', insert: 'dog' }),
    ];
    for (const some of [edits, edits.toReversed()])
      expect(applyEdits('a fox', '', some).prompt).toBe('dusk, fog, a dog, ink');
  });

  it('leaves both texts as they are without edits, gaps and all', () => {
    expect(applyEdits(' a  fox,, ', ' ,x', [])).toEqual({
      prompt: ' a  fox,, ',
      negativePrompt: ' ,x',
      newSeed: false,
    });
  });
});
