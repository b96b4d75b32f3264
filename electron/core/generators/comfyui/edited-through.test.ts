/** A sentence and pictures to look like, from the approval through queue, graph and server to the take's file. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Application } from '@core/application.js';
import { startApplication } from '@core/testing/application.js';
import type { CommandOf } from '@shared/commands/index.js';
import { shotsInOrder, type Take } from '@shared/records/index.js';
import { ComfyDouble } from '@testing/comfyui/double.js';
import type { DrawOrder } from '@testing/comfyui/drawing.js';
import { EDIT_MODELS, kontext, kontextOfTwo, pix2pix, qwen } from '@testing/comfyui/edit-graphs.js';
import { withTexts } from '@testing/pictures.js';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

type Rgb = readonly [number, number, number];
const RED: Rgb = [255, 0, 0];
const GREEN: Rgb = [0, 255, 0];
const BLUE: Rgb = [0, 0, 255];

const GRAPHS = { qwen, kontext, kontextOfTwo, pix2pix };
type Name = keyof typeof GRAPHS;

let double: ComfyDouble;
let application: Application;
let folder: string;
let drawn: DrawOrder[] = [];

const plain = async ([r, g, b]: Rgb): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: { r, g, b } } })
    .png()
    .toBuffer();
const colourAt = async (picture: Buffer, left: number): Promise<number[]> => [
  ...(await sharp(picture).removeAlpha().extract({ left, top: 8, width: 1, height: 1 }).raw().toBuffer()),
];

/** Each picture that it is shown as a stripe, the first first. */
async function stripes(order: DrawOrder): Promise<Buffer> {
  drawn.push(order);
  const { shown, width, height } = order;
  const part = Math.floor(width / shown.length);
  const all = shown.map(async (name, at) => ({
    input: await sharp(double.files.loaded(name)).resize(part, height, { fit: 'fill' }).png().toBuffer(),
    left: at * part,
    top: 0,
  }));
  return sharp({ create: { width, height, channels: 3, background: '#888' } })
    .composite(await Promise.all(all))
    .png()
    .toBuffer();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-edited-'));
  double = await new ComfyDouble({ models: EDIT_MODELS, draw: stripes }).start();
  // What the graphs name as their own example.
  for (const name of ['room.png', 'sofa.png']) double.files.put('input', name, await plain(BLUE));
  application = await startApplication(folder, {
    flags: { generator: 'comfyui', generators: { comfyui: { addresses: [double.url] } } },
  });
});
afterAll(async () => {
  await application.close();
  await double.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  drawn = [];
});

/** The first shot's new take, and its file. `looksLike`: the second shot's picture. */
async function made(graph: Name, { looksLike = false } = {}): Promise<{ take: Take; file: Buffer }> {
  const board = await mkdtemp(join(folder, 'board-'));
  const picture = withTexts(await plain(RED), { prompt: JSON.stringify(GRAPHS[graph]()) });
  await writeFile(join(board, 'shot_001.png'), picture);
  await writeFile(join(board, 'shot_002.png'), await plain(GREEN));
  await application.open(board);
  const { review } = application.board;
  const [first, second] = shotsInOrder(review.records);
  const command: CommandOf<'approve-suggestion'> = {
    type: 'approve-suggestion',
    shotId: first?.id ?? '',
    takeId: first?.pickId ?? '',
    prompt: 'a girl in a red coat',
    negativePrompt: '',
    seed: 'new',
    strength: null,
    instruction: 'Make her coat red.',
    ...(looksLike && { references: [{ takeId: second?.pickId ?? '', region: null }] }),
    acceptedEdits: [],
    edited: true,
  };
  application.run({ id: `${graph}-${looksLike}`, at: Date.now(), command });
  const ended = async (): Promise<void> => {
    for (const { id } of application.jobs.current) await application.jobs.ended(id);
  };
  await ended();
  for (const { shape } of application.placings) await application.allowGraph(shape, {});
  await ended();
  const { request, take: takes } = review.records;
  expect(Object.values(request).map(({ state, error }) => [state, error])).toEqual([['done', null]]);
  const take = takes[Object.values(request)[0]?.resultTakeId ?? ''] as Take;
  return { take, file: await readFile(await application.board.fileOf(take)) };
}

it.each<[Name, number, number]>([
  // As large as what they are led by: Kontext's own sizes, what its empty latent says, or the picture.
  ['qwen', 1184, 880],
  ['kontext', 1024, 576],
  ['pix2pix', 64, 48],
])('a sentence changes the take’s own picture: %s', async (graph, width, height) => {
  const { take, file } = await made(graph);
  expect(drawn.at(-1)).toMatchObject({ positive: 'Make her coat red.' });
  expect(await colourAt(file, 0)).toEqual(RED);
  expect([take.width, take.height]).toEqual([width, height]);
  expect(take.prompt).toBe('a girl in a red coat');
});

it.each<[Name]>([['qwen'], ['kontextOfTwo']])('another take is looked at beside it: %s', async (graph) => {
  const { take, file } = await made(graph, { looksLike: true });
  expect(drawn.at(-1)?.shown).toHaveLength(2);
  expect([await colourAt(file, 0), await colourAt(file, take.width - 1)]).toEqual([RED, GREEN]);
});
