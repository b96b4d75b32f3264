import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Held, heldOf, hold, ownTold } from './held.js';

class Store {
  readonly texts = new Map<string, string>();
  getItem = (name: string) => this.texts.get(name) ?? null;
  setItem = (name: string, text: string) => void this.texts.set(name, text);
  removeItem = (name: string) => void this.texts.delete(name);
}

const said = (pictures: Held['own']['pictures'], columns: Held['own']['columns'] = {}): Held => ({
  own: { pattern: null, pictures, columns },
  pattern: '',
});

describe('what was said of a match', () => {
  it('comes back for the same one as it was, and for no other', () => {
    // What is read back is checked, and a name that would change what an object is does not pass.
    const name = fc.string().filter((one) => one !== '__proto__');
    const words = fc.dictionary(name, fc.option(fc.string()));
    fc.assert(
      fc.property(words, words, fc.string(), (pictures, columns, pattern) => {
        const store = new Store();
        const one = { ...said({ ...pictures }, { ...columns }), pattern };
        hold(store, 'a', one);
        expect(heldOf(store, 'a')).toEqual(one);
        expect(heldOf(store, 'b')).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('is gone once it was used, while that of another one stays', () => {
    const store = new Store();
    hold(store, 'a', said({ 'fox.png': '3' }));
    hold(store, 'b', null);
    expect(heldOf(store, 'a')).not.toBeNull();
    hold(store, 'a', null);
    expect(heldOf(store, 'a')).toBeNull();
    expect(store.texts.size).toBe(0);
  });

  it('is nothing where something else was written, or nothing can be', () => {
    const store = new Store();
    for (const text of ['', '{', '{"of":"a"}', '{"of":"a","own":{"pattern":"{"},"pattern":""}']) {
      store.setItem('continuist-match', text);
      expect(heldOf(store, 'a')).toBeNull();
    }
    expect(heldOf(null, 'a')).toBeNull();
    expect(() => hold(null, 'a', said({}))).not.toThrow();
    const full = {
      ...store,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(() => hold(full, 'a', said({}))).not.toThrow();
  });

  it('is told', () => {
    expect(ownTold(said({}).own, null)).toBe('');
    expect(ownTold(said({ 'fox.png': null }, { Len: 'duration', Ref: null }).own, null)).toBe(
      '1 picture, 2 columns',
    );
    expect(ownTold({ ...said({}).own, pattern: '{shot}' }, null)).toBe('the pattern');
    expect(ownTold({ ...said({}).own, pattern: '{shot}' }, '{shot}')).toBe('');
  });
});
