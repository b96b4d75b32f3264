import { describe, expect, it } from 'vitest';
import { boxesSaid, namedBoxes } from './boxes.js';

const at = (label: string, x: number) => ({
  label,
  region: { x, y: 0.2, width: 0.1, height: 0.5 },
  confidence: 0.9,
});

describe('what an eye saw', () => {
  it('is named, and numbered from left to right where there are several', () => {
    expect(namedBoxes([at('dog', 0.7), at('girl', 0.4), at('dog', 0.1)]).map(({ name }) => name)).toEqual([
      'dog 1 of 2',
      'girl',
      'dog 2 of 2',
    ]);
  });

  it('says why there are no boxes', () => {
    const none = { labels: ['girl', 'person'], detections: [], unknown: [] };
    expect(boxesSaid(none)).toBe('None of these is seen here: girl, person.');
    expect(boxesSaid({ ...none, unknown: ['girl', 'person'] })).toBe(
      'The eye does not know what this picture is of.',
    );
    expect(boxesSaid({ ...none, detections: [at('girl', 0)] })).toBe('');
  });
});
