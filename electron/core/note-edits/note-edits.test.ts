import { PromptReading } from '@core/edits/index.js';
import { applyEdits } from '@shared/edits.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteEdits } from './note-edits.js';

const PROMPT =
  'gouache painting, a girl in a red coat, a white boat, at a harbour, by day, clear sky, wide shot';

const READING = new PromptReading(PROMPT, [], new Set());

function answered(text: string, prompt = PROMPT, negativePrompt = 'text', negative = true) {
  const edits = noteEdits(text, {
    reading: prompt === PROMPT ? READING : new PromptReading(prompt, [], new Set()),
    negativePrompt,
    claims: new Map(),
    facts: [],
    styleBrief: '',
    dialect: 'a1111',
    can: { weights: true, negative },
  });
  return { edits, ...applyEdits(prompt, negativePrompt, edits) };
}

describe('a note', () => {
  it.each([
    ['Make it night', PROMPT.replace('by day', 'at night')],
    ['could we please make it night?', PROMPT.replace('by day', 'at night')],
    ['Make her coat blue.', PROMPT.replace('red coat', 'blue coat')],
    ['make the boat wooden', PROMPT.replace('white boat', 'white wooden boat')],
    ['Change the boat to a raft', PROMPT.replace('white boat', 'white raft')],
    ['replace the white boat with a raft', PROMPT.replace('white boat', 'raft')],
    ['Add a lighthouse', `${PROMPT}, a lighthouse`],
    ['a black cat on the pier', `${PROMPT}, a black cat on the pier`],
    ['a red coat', PROMPT],
  ])('that says “%s” changes the prompt there, and nowhere else', (text, prompt) => {
    expect(answered(text).prompt).toBe(prompt);
  });

  it('that wants something gone takes it out of the prompt and keeps it out', () => {
    const { prompt, negativePrompt } = answered('Please remove the white boat');
    expect(prompt).not.toContain('boat');
    expect(negativePrompt).toBe('text, white boat');
    expect(answered('no text').negativePrompt).toBe('text');
    expect(answered('no birds', PROMPT, '', false).edits).toEqual([]);
  });

  it('of several sentences asks for each of them once, and prose is answered in sentences', () => {
    const { prompt, edits } = answered(
      'Make it night. Add a moon. Add a moon!',
      'A girl waits at the pier by day.',
    );
    expect(edits).toHaveLength(2);
    expect(prompt).toMatch(/^A girl waits at the pier at night\. A moon\.$/);
  });

  it('whatever it says ends, and asked again changes nothing more', () => {
    const word = fc.constantFrom(
      'make',
      'it',
      'night',
      'remove',
      'the',
      'boat',
      'add',
      '(',
      'red',
      'coat',
      '.',
      'instead of',
      'to',
      'change',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const { prompt, negativePrompt, edits } = answered(words.join(' '));
        expect(applyEdits(prompt, negativePrompt, edits).negativePrompt).toBe(negativePrompt);
        expect(prompt.length).toBeLessThan(PROMPT.length + 200);
      }),
      { numRuns: 200 },
    );
  });
});
