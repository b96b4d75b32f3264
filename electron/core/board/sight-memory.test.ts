import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { expect, it } from 'vitest';
import { seenMeasures } from './sight.js';

it('keeps measures that another thread sent as numbers alone, of which a large board has millions', () => {
  setFlagsFromString('--allow-natives-syntax');
  const isUnboxed: (list: ArrayLike<number>) => boolean = runInThisContext(
    '(list) => %HasDoubleElements(list)',
  );
  const sent = structuredClone([0.5, 0.25, 3]);
  expect(isUnboxed(sent)).toBe(false);
  const { features } = seenMeasures({
    quality: {},
    style: { colour: sent },
    hash: 'f',
    palette: [],
    width: 4,
    height: 2,
  });
  expect(features.colour).toEqual(sent);
  expect(isUnboxed(features.colour ?? [])).toBe(true);
});
