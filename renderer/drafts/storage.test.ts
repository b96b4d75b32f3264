import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_TYPED, readTyped, type Typed, writeTyped } from './kept.js';
import { loadTyped, saveTyped } from './storage.js';

/** As a browser's: texts by name, and an error when they come to more than `room` characters. */
class Store {
  readonly texts = new Map<string, string>();
  constructor(readonly room = Number.POSITIVE_INFINITY) {}
  getItem(name: string) {
    return this.texts.get(name) ?? null;
  }
  setItem(name: string, text: string) {
    const rest = [...this.texts].filter(([other]) => other !== name);
    const used = rest.reduce((sum, [other, kept]) => sum + other.length + kept.length, 0);
    if (used + name.length + text.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.texts.set(name, text);
  }
  removeItem(name: string) {
    this.texts.delete(name);
  }
}

const draft = (takeId: string, prompt: string | null = 'a fox') => ({
  takeId,
  off: ['red'],
  prompt,
  negativePrompt: null,
  seed: 'new' as const,
  strength: 0.5,
  mask: {
    shapes: [{ kind: 'brush' as const, size: 0.1, points: [[0.5, 0.25] as [number, number]] }],
    feather: 0,
  },
  instruction: 'Make it night.' as string | null,
  references: [{ takeId: 't9', region: null }],
});

const typedIn = (words: Record<string, string>): Typed => ({ drafts: {}, words });

describe('what is typed', () => {
  it('is read as of whole pictures where it was kept before parts could be marked', () => {
    const { mask: _, instruction: __, references: ___, ...before } = draft('t1');
    expect(readTyped(JSON.stringify({ drafts: { t1: before }, words: {} })).drafts.t1).toEqual({
      ...before,
      mask: null,
      instruction: null,
      references: [],
    });
  });

  it('comes back as it was, with its order', () => {
    const word = fc.string({ maxLength: 60 });
    const typed = fc.record({
      drafts: fc.dictionary(
        fc.uuid(),
        fc.tuple(fc.uuid(), word).map(([takeId, text]) => draft(takeId, text)),
      ),
      words: fc.dictionary(fc.uuid(), word),
    });
    fc.assert(
      fc.property(typed, (one) => {
        const back = readTyped(writeTyped(one));
        expect(back).toEqual(one);
        expect(Object.keys(back.words)).toEqual(Object.keys(one.words));
      }),
      { numRuns: 300 },
    );
  });

  it('is nothing where something else was written', () => {
    for (const text of [
      null,
      '',
      '{',
      '[]',
      '{"drafts":{},"words":{"a":1}}',
      '{"drafts":{"t":{}},"words":{}}',
    ])
      expect(readTyped(text)).toEqual(NOTHING_TYPED);
    expect(writeTyped(NOTHING_TYPED)).toBeNull();
  });

  it('is bounded: the oldest goes, the last stays whole', () => {
    const many = typedIn(
      Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, 'x'.repeat(100)])),
    );
    const text = writeTyped(many, 2000) ?? '';
    expect(text.length).toBeLessThan(2000);
    const kept = Object.keys(readTyped(text).words);
    expect(kept.at(-1)).toBe('k49');
    expect(kept.length).toBeGreaterThan(5);
    expect(kept).not.toContain('k0');
    const long = typedIn({ old: 'x', last: 'y'.repeat(5000) });
    expect(readTyped(writeTyped(long, 2000)).words).toEqual({ last: 'y'.repeat(5000) });
  });
});

describe('in the browser’s storage', () => {
  it('is each review’s own', () => {
    const store = new Store();
    expect(saveTyped(store, 'a', typedIn({ note: 'of a' }))).toBe(true);
    expect(saveTyped(store, 'b', typedIn({ note: 'of b' }))).toBe(true);
    expect(loadTyped(store, 'a').words).toEqual({ note: 'of a' });
    expect(loadTyped(store, 'b').words).toEqual({ note: 'of b' });
    expect(loadTyped(store, 'c')).toEqual(NOTHING_TYPED);
  });

  it('leaves nothing behind when all is sent', () => {
    const store = new Store();
    saveTyped(store, 'a', typedIn({ note: 'x' }));
    saveTyped(store, 'a', NOTHING_TYPED);
    expect([...store.texts]).toEqual([['continuist-drafts', '[]']]);
  });

  it('keeps the twenty reviews that were typed in last', () => {
    const store = new Store();
    for (let at = 0; at < 25; at++) saveTyped(store, `r${at}`, typedIn({ note: String(at) }));
    saveTyped(store, 'r5', typedIn({ note: 'again' }));
    saveTyped(store, 'r25', typedIn({ note: '25' }));
    const kept = Array.from({ length: 26 }, (_, at) => at).filter(
      (at) => loadTyped(store, `r${at}`) !== NOTHING_TYPED,
    );
    expect(kept).toEqual([5, ...Array.from({ length: 19 }, (_, i) => i + 7)]);
  });

  it('makes room by dropping the reviews typed in longest ago', () => {
    const store = new Store(700);
    for (const key of ['a', 'b', 'c'])
      expect(saveTyped(store, key, typedIn({ note: key.repeat(150) }))).toBe(true);
    expect(saveTyped(store, 'd', typedIn({ note: 'd'.repeat(250) }))).toBe(true);
    expect(loadTyped(store, 'a')).toEqual(NOTHING_TYPED);
    expect(loadTyped(store, 'c').words.note).toHaveLength(150);
    expect(loadTyped(store, 'd').words.note).toHaveLength(250);
  });

  it('says when there is no room at all, and when it is refused', () => {
    expect(saveTyped(new Store(20), 'a', typedIn({ note: 'x'.repeat(100) }))).toBe(false);
    expect(saveTyped(new Store(20), 'a', NOTHING_TYPED)).toBe(true);
  });

  it('takes a broken list of reviews for an empty one', () => {
    const store = new Store();
    store.setItem('continuist-drafts', '{');
    expect(saveTyped(store, 'a', typedIn({ note: 'x' }))).toBe(true);
    expect(loadTyped(store, 'a').words).toEqual({ note: 'x' });
  });
});
