/** What waits for a yes to "this goes there", and what a yes is kept for. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KeptGraphs } from '@core/consent/index.js';
import type { Placing } from '@shared/contract/index.js';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it } from 'vitest';
import type { GenerationRequest, Generator } from './generator.js';
import { Placings } from './placings.js';

const request = (id: string, shape = 'a') => ({ id, prompt: shape }) as GenerationRequest;

/** Its graph is of the shape that the prompt names. */
const generator = {
  placing: async ({ prompt }: GenerationRequest) => ({
    shape: prompt,
    graph: 'graph.json',
    nodes: 7,
    added: [],
    rows: [],
    missing: [],
    choices: {
      words: [{ node: '6', input: 'text', type: 'CLIPTextEncode', title: '', before: 'a cat' }],
      numbers: [],
    },
  }),
} as unknown as Generator;

async function asking(answer?: (placing: Placing) => boolean, file?: string) {
  const path = file ?? join(await temporaryFolder(), 'graphs.json');
  const told: number[] = [];
  const gone = new Set<string>();
  const placings: Placings = new Placings({
    kept: new KeptGraphs(path),
    onChange: () => told.push(placings.open.length),
    isWanted: (id) => !gone.has(id),
    answer,
  });
  const allowed = (id: string, shape?: string) => placings.allowed('comfyui', generator, request(id, shape));
  return { placings, allowed, told, gone, path };
}

it('a graph waits with all that is approved for it until there is a yes, one for each shape', async () => {
  const { placings, allowed, told } = await asking();
  expect([await allowed('1'), await allowed('2'), await allowed('3', 'b'), await allowed('1')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(placings.open.map(({ shape, waiting }) => [shape, waiting])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
  expect(told).toEqual([1, 2]);
  expect([placings.isWaiting('2'), placings.isWaiting('4')]).toEqual([true, false]);
  await placings.allow('a', {});
  expect([placings.isWaiting('2'), placings.isWaiting('3')]).toEqual([false, true]);
  expect(await allowed('4')).toMatchObject({ id: '4', allowed: { shape: 'a', moves: {} } });
});

it('asks nothing of a generator that puts values into no graph', async () => {
  const { placings } = await asking();
  const own = request('1');
  expect(await placings.allowed('command', {} as Generator, own)).toBe(own);
  expect(placings.open).toEqual([]);
});

it('tells at once of a graph, and once of all that wait for the same yes soon after', async () => {
  const { allowed, told } = await asking();
  for (let n = 0; n < 50; n++) await allowed(`${n}`);
  const before = told.length;
  await expect.poll(() => told.length).toBe(before + 1);
  expect(told.length).toBeLessThan(10);
  expect(told.every((graphs) => graphs === 1)).toBe(true);
});

it('a yes is kept on this machine, with where values are wanted; one that cannot be read is asked again', async () => {
  const first = await asking();
  await first.allowed('1');
  const moves = { negativePrompt: [{ node: '6', input: 'text' }] };
  await first.placings.allow('a', moves);
  const next = await asking(undefined, first.path);
  expect((await next.allowed('2'))?.allowed).toEqual({ shape: 'a', moves });
  await writeFile(first.path, '{"graphs": {"a": 1}}');
  expect(await next.allowed('3')).toBeNull();
});

it('takes no yes for what is not asked, nor for a place that is not in the graph', async () => {
  const { placings, allowed } = await asking();
  await allowed('1');
  await expect(placings.allow('c', {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const [there, elsewhere] = [
    { node: '6', input: 'text' },
    { node: '6', input: 'clip' },
  ];
  for (const prompt of [[elsewhere], [there, elsewhere]])
    await expect(placings.allow('a', { prompt })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(placings.open).toHaveLength(1);
});

it('asks nothing any more for what was cancelled, or belongs to another storyboard', async () => {
  const { placings, allowed, gone } = await asking();
  await allowed('1');
  await allowed('2');
  gone.add('1');
  expect(placings.open.map(({ waiting }) => waiting)).toEqual([1]);
  gone.add('2');
  expect(placings.open).toEqual([]);
  await allowed('3');
  placings.forget();
  expect([placings.open.length, placings.isWaiting('3')]).toEqual([0, false]);
});

it('where there is no window a yes or no is said at once', async () => {
  const asked: string[] = [];
  const { allowed, placings } = await asking(({ shape }) => asked.push(shape) > 0 && shape === 'a');
  // Two at once are one question.
  expect(await Promise.all([allowed('1'), allowed('4')])).toMatchObject([
    { allowed: { shape: 'a' } },
    { allowed: { shape: 'a' } },
  ]);
  expect(await allowed('2', 'b')).toBeNull();
  await allowed('3');
  expect(asked).toEqual(['a', 'b']);
  expect(placings.open.map(({ shape }) => shape)).toEqual(['b']);
});

it('keeps each of two graphs that are allowed at the same time', async () => {
  const first = await asking(() => true);
  await Promise.all([first.allowed('1'), first.allowed('2', 'b')]);
  const next = await asking(undefined, first.path);
  expect(await Promise.all([next.allowed('3'), next.allowed('4', 'b')])).toMatchObject([
    { allowed: { shape: 'a' } },
    { allowed: { shape: 'b' } },
  ]);
});
