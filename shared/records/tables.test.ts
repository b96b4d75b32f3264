import { expect, it } from 'vitest';
import { TABLE_NAMES, TABLES } from './tables.js';

it('lists every table after those that it needs', () => {
  const early = TABLE_NAMES.flatMap((name, at) =>
    Object.values(TABLES[name].needs).filter(
      (other) => !TABLE_NAMES.slice(0, at).some((one) => one === other),
    ),
  );
  expect(early).toEqual([]);
});
