import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HUES, hueFeatures, LIGHTS } from './hue-features.js';

const pixels = fc.uint8Array({ minLength: 30, maxLength: 300 });
const pictureOf = (bytes: Uint8Array, from: readonly [number, number, number] = [0, 1, 2]) => {
  const width = Math.floor(bytes.length / 3);
  const data = Uint8Array.from(
    { length: 3 * width },
    (_, i) => bytes[i - (i % 3) + (from[i % 3] as number)] ?? 0,
  );
  return { data, width, height: 1 };
};

it('has the same numbers, shifted, of a picture whose hues are turned by a third', () => {
  fc.assert(
    fc.property(pixels, (bytes) => {
      const plain = hueFeatures(pictureOf(bytes));
      const turned = hueFeatures(pictureOf(bytes, [2, 0, 1]));
      expect(turned).toHaveLength(HUES * LIGHTS);
      for (const [at, value] of turned.entries()) {
        const band = at - (at % HUES);
        expect(value).toBeCloseTo(plain[band + ((at + HUES - HUES / 3) % HUES)] ?? Number.NaN, 9);
      }
    }),
    { numRuns: 200 },
  );
});

it('adds up to the mean chroma', () => {
  fc.assert(
    fc.property(pixels, (bytes) => {
      const picture = pictureOf(bytes);
      let chroma = 0;
      for (let i = 0; i < picture.data.length; i += 3) {
        const [red = 0, green = 0, blue = 0] = picture.data.subarray(i, i + 3);
        chroma += (Math.max(red, green, blue) - Math.min(red, green, blue)) / 255 / picture.width;
      }
      const sum = hueFeatures(picture).reduce((total, value) => total + value ** 2, 0);
      expect(sum).toBeCloseTo(chroma, 9);
    }),
    { numRuns: 200 },
  );
});

it('knows pure red, light blue and grey', () => {
  const of = (...colour: [number, number, number]) => {
    const found = hueFeatures(pictureOf(Uint8Array.from([...colour, ...colour])));
    return found.flatMap((value, at) => (value > 0.02 ? [[at, Math.round(100 * value)]] : []));
  };
  expect(of(255, 0, 0)).toEqual([[HUES, 100]]);
  expect(of(240, 240, 255)).toEqual([[2 * HUES + 8, 24]]);
  expect(of(90, 90, 90)).toEqual([]);
});
