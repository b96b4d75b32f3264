import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { CompactRows } from './compact-rows.js';

it('keeps the prompt of a shot once that is the prompt of its pick as well', () => {
  setFlagsFromString('--expose-gc');
  const clear: () => void = runInNewContext('gc');
  const compact = new CompactRows();
  const rowOf = (id: string, prompt: string) =>
    compact.of(id, JSON.parse(JSON.stringify({ id, prompt: prompt.repeat(100) })));
  clear();
  const before = process.memoryUsage().heapUsed;
  const rows = Array.from({ length: 1000 }, (_, at) => [
    rowOf(`shot-${at}`, `a girl in coat ${at}, `),
    rowOf(`take-${at}`, `a girl in coat ${at}, `),
  ]);
  clear();
  const characters = rows.flat().reduce((sum, row) => sum + String(row.prompt).length, 0);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(0.75 * characters);
});
