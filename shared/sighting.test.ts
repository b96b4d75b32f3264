import { describe, expect, it } from 'vitest';
import { distinct, saysSomething, shown } from './sighting.js';

const at = (label: string, x: number, confidence = 0.9) => ({
  label,
  region: { x, y: 0, width: 0.2, height: 0.5 },
  confidence,
});

const SEEN = {
  labels: ['girl', 'dog', 'dragon', 'person'],
  detections: [at('girl', 0), at('person', 0.01), at('person', 0.5)],
  unknown: ['dragon'],
};

describe('what an eye saw', () => {
  it('says something as soon as it knows one of the words that it was asked for', () => {
    const says = (...unknown: string[]) => saysSomething({ labels: ['girl', 'dog'], unknown });
    expect([says(), says('dog'), says('girl', 'dog')]).toEqual([true, true, false]);
  });

  it('is one thing for each that is there, under its first name', () => {
    expect(distinct(SEEN).map(({ label, region }) => [label, region.x])).toEqual([
      ['girl', 0],
      ['person', 0.5],
    ]);
  });

  it('shows a noun, shows none of it, or says nothing of it', () => {
    expect(shown('person', SEEN)).toHaveLength(2);
    expect(shown('dog', SEEN)).toEqual([]);
    // Of a word that it does not know, or was not asked for, it says neither.
    expect([shown('dragon', SEEN), shown('owl', SEEN), shown(null, SEEN), shown('dog', null)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
