import { expect, it } from 'vitest';
import { claimKind, hasPlace } from './claim.js';

it('who, what they look like, do and have to do with each other is shown where it is; the rest is of the whole picture', () => {
  const placed = claimKind.options.filter((kind) => hasPlace({ kind }));
  expect(placed.toSorted()).toEqual(['action', 'attribute', 'entity', 'relation']);
});
