import { afterEach, describe, expect, it } from 'vitest';
import { closeMessage, INITIAL_SESSION, say, sayError, useSession, withWords, wordsKey } from './session.js';

afterEach(() => useSession.setState(INITIAL_SESSION));

const told = () => useSession.getState().messages.map(({ message, open }) => [message, open]);

describe('a new window', () => {
  it('shows the story with its findings in the picture, and plays it with its words', () => {
    expect(INITIAL_SESSION).toMatchObject({
      sort: 'story',
      evidence: true,
      captions: true,
      look: { zoom: 'fit' },
    });
  });

  it('has nothing else open, switched on, chosen or said', () => {
    const { evidence: _, captions: __, notes: _notes, ghosts: _ghosts, ...others } = INITIAL_SESSION;
    const on = Object.entries(others).filter(([, value]) => value === true);
    const filled = Object.entries(others).filter(([, value]) => Array.isArray(value) && value.length > 0);
    expect([on, filled]).toEqual([[], []]);
    expect(INITIAL_SESSION.brush.erases).toBe(false);
  });
});

describe('messages', () => {
  it('are open until they are closed, each alone, and can be read again', () => {
    say('done', 'Exported.');
    // A message with particulars has no end of its own.
    sayError({ message: 'The disk is full', hint: 'Free some space.' });
    expect(useSession.getState().messages.every(({ open }) => open)).toBe(true);
    const [first, second] = useSession.getState().messages;
    expect([first?.kind, second?.kind, second?.hint]).toEqual(['done', 'error', 'Free some space.']);
    expect(first?.id).toBeLessThan(second?.id ?? 0);
    closeMessage(first?.id ?? 0);
    expect(told()).toEqual([
      ['Exported.', false],
      ['The disk is full.', true],
    ]);
  });

  it('that say the same again stand once, last and open', () => {
    say('done', 'Exported.');
    say('done', 'Opened.');
    closeMessage(useSession.getState().messages[0]?.id ?? 0);
    say('done', 'Exported.');
    expect(told()).toEqual([
      ['Opened.', true],
      ['Exported.', true],
    ]);
  });

  it('are forgotten, the oldest first, when there are more than thirty', () => {
    for (let n = 0; n < 32; n++) say('done', `Message ${n}`);
    expect(told()).toHaveLength(30);
    expect(told()[0]).toEqual(['Message 2', true]);
  });
});

describe('typed words', () => {
  it('are kept by shot and by what they are for, until they are taken away', () => {
    const note = wordsKey('s1', 'note');
    expect(new Set([note, wordsKey('s2', 'note'), wordsKey('s1', 'title')]).size).toBe(3);
    const words = withWords(withWords({}, note, 'too dark'), wordsKey('s2', 'note'), '');
    expect(words).toEqual({ [note]: 'too dark', [wordsKey('s2', 'note')]: '' });
    expect(withWords(words, note, 'darker')[note]).toBe('darker');
    expect(Object.keys(withWords(words, note, null))).toEqual([wordsKey('s2', 'note')]);
  });
});
