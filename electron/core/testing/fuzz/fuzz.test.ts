/** Every parser of what others write: no input makes it crash, hang, fill the memory or throw what is no error of ours. */
import { getHeapStatistics } from 'node:v8';
import { ContinuistError } from '@shared/errors.js';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { changes, mutated, swapped } from './mutations.js';
import { PARSERS } from './parsers.js';

/** What is read lies nowhere; asking the disk for its pictures again and again would take most of the time. */
vi.mock('node:fs/promises', async (real) => {
  const nothing = async () => {
    throw Object.assign(new Error('nothing is there'), { code: 'ENOENT' });
  };
  return { ...(await real<object>()), stat: nothing, readdir: nothing };
});

/** `npm run test:fuzz` sets more. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 2000);
/** Microseconds of processor time for one input, which is a few hundred bytes. */
const LONGEST = 2_000_000;
/** Bytes of memory for it. */
const MOST = 64 * 1024 * 1024;

const memory = (): number => {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
};

it.each(PARSERS.map((parser) => [parser.name, parser] as const))('%s', async (_name, parser) => {
  const samples = await parser.samples();
  for (const sample of samples) expect(await parser.read(sample)).toBeTruthy();
  const input = fc.record({
    sample: fc.constantFrom(...samples),
    places: fc.option(fc.tuple(fc.nat(999), fc.nat(999))),
    all: changes,
    whole: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(input, async ({ sample, places, all, whole }) => {
      const start = places ? swapped(sample, ...places) : sample;
      const bytes = whole && places ? start : mutated(start, all);
      const before = process.cpuUsage();
      const held = memory();
      try {
        await parser.read(bytes);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(ContinuistError);
      }
      expect(process.cpuUsage(before).user).toBeLessThan(LONGEST);
      expect(memory() - held).toBeLessThan(MOST);
    }),
    { numRuns: RUNS },
  );
});
