import { expect, it } from 'vitest';
import { TABLE_NAMES, TABLES, type TableName } from './tables.js';

it('keeps over an import what the artist or the program made, and nothing that was imported', () => {
  const made: [TableName, object][] = [
    ['storyboard', {}],
    ['shot', {}],
    ['take', { origin: { kind: 'imported' } }],
    ['take', { origin: { kind: 'regenerated' } }],
    ['claim', { source: 'description' }],
    ['claim', { source: 'artist' }],
    ['fact', { origin: 'sheet' }],
    ['fact', { origin: 'artist' }],
    ['decision', {}],
    ['request', {}],
    ['comment', {}],
    ['drawing', {}],
    ['queue', {}],
    ['run', {}],
  ];
  expect(made.map(([name, row]) => TABLES[name].outlivesImport(row as never))).toEqual([
    false,
    false,
    false,
    true,
    false,
    true,
    false,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
  ]);
});

it('lists every table after those that it needs', () => {
  const early = TABLE_NAMES.flatMap((name, at) =>
    Object.values(TABLES[name].needs).filter(
      (other) => !TABLE_NAMES.slice(0, at).some((one) => one === other),
    ),
  );
  expect(early).toEqual([]);
});
