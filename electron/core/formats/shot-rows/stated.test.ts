import { describe, expect, it } from 'vitest';
import { NamedFields } from './named-fields.js';
import { statedIn } from './stated.js';

const stated = (row: Record<string, unknown>, ...taken: string[]) =>
  statedIn(new NamedFields(row), new Set(taken)).map(({ kind, words }) => `${kind}: ${words}`);

describe('what stands beside the description', () => {
  it('is read by what its field is called, without the spaces around it', () => {
    expect(stated({ Camera_Angle: ' low angle ', mood: 'tense', Ort: 'Hafen', colours: 'teal' })).toEqual([
      'framing: low angle',
      'mood: tense',
      'palette: teal',
      'place: Hafen',
    ]);
  });

  it('says nothing a second time that was read as something else', () => {
    expect(stated({ frame: 'a pier', setting: 'a pier', mood: 'calm' }, 'setting')).toEqual(['mood: calm']);
  });

  it('may be a list of texts, or of objects with a name', () => {
    const props = ['a lamp', { name: 'a rope' }, { description: 'an oar', name: 'wood' }, { weight: 3 }, 7];
    expect(stated({ props })).toEqual(['thing: a lamp', 'thing: a rope', 'thing: an oar']);
  });

  it('may be an object, which says it under the same names or under those of its parts', () => {
    expect(stated({ camera: { angle: 'high', shot: 'close-up', fps: 24 } })).toEqual([
      'framing: high',
      'framing: close-up',
    ]);
    expect(stated({ lighting: { quality: 'soft', primary: '' } })).toEqual(['light: soft']);
  });

  it('has words: no numbers, no sizes in pixels, no single letters', () => {
    for (const size of ['1920x1080', '1920 × 1080 px', '16', '', 'A', 3, null, true])
      expect(stated({ size })).toEqual([]);
    expect(stated({ size: 'two 4x4 cars' })).toEqual(['framing: two 4x4 cars']);
  });
});
