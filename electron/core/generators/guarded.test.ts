import { ContinuistError } from '@shared/errors.js';
import { expect, it } from 'vitest';
import {
  type GeneratedImage,
  type GenerationProgress,
  type GenerationRequest,
  type Generator,
  GivenBack,
} from './generator.js';
import { guarded } from './guarded.js';
import { requestIn } from './testing/request.js';

const PICTURE: GeneratedImage = { bytes: Buffer.from('picture'), settings: {} };
const request = (fields: Partial<GenerationRequest> = {}) => requestIn('', fields);

/** Makes what it is asked for, as the test has it otherwise. */
function painter(
  own: Partial<Generator> = {},
  capabilities: string[] = ['negative', 'img2img'],
  ready = true,
) {
  const asked: GenerationRequest[] = [];
  const generator = guarded(
    {
      capabilities,
      slots: 0,
      status: async () => ({ ready, note: 'It does not answer.', capabilities }),
      handleFor: () => ({ order: 'r' }),
      start: async (order: GenerationRequest) => {
        asked.push(order);
        return PICTURE;
      },
      ...own,
    } as unknown as Generator,
    'Brush',
  );
  return { generator, asked };
}

const watched = (signal = new AbortController().signal) => {
  const told: number[] = [];
  return { told, watch: { signal, progress: (now: GenerationProgress) => void told.push(now.progress) } };
};

it('is asked for nothing while it is not ready, and what it said of that is passed on', async () => {
  const { generator, asked } = painter({}, [], false);
  await expect(generator.start(request(), {}, watched().watch)).rejects.toMatchObject({
    code: 'GENERATOR_UNAVAILABLE',
    message: expect.stringContaining('Brush. It does not answer.'),
  });
  expect(asked).toEqual([]);
});

it.each([
  ['start from a picture', 'img2img', { strength: 0.5 }],
  ['change a picture as a sentence says', 'instruct', { instruction: 'make it dusk' }],
  ['look at other pictures', 'reference', { references: ['mira.png'] }],
])('is asked to %s only where it can', async (what, capability, fields) => {
  const able = painter({}, ['negative', capability]);
  await able.generator.start(request(fields), {}, watched().watch);
  expect(able.asked).toEqual([request(fields)]);
  const plain = painter({}, ['negative']);
  await expect(plain.generator.start(request(fields), {}, watched().watch)).rejects.toThrow(
    `Brush cannot ${what}`,
  );
  expect(plain.asked).toEqual([]);
});

it('gets no negative prompt that it would not heed', async () => {
  const { generator, asked } = painter({}, []);
  await generator.start(request(), {}, watched().watch);
  expect(asked).toEqual([request({ negativePrompt: '' })]);
});

it('makes one picture at once at least', () => {
  expect(painter().generator.slots).toBe(1);
  expect(painter({ slots: 3 }).generator.slots).toBe(3);
});

it('tells how far it is from 0 to 1, never less than before, and nothing once nobody waits', async () => {
  const stop = new AbortController();
  const { told, watch } = watched(stop.signal);
  const { generator } = painter({
    start: async (_order, _handle, { progress }) => {
      for (const now of [0.2, 0.1, Number.NaN, -1, 0.5, 7])
        progress({ state: 'running', progress: now, doing: '' });
      stop.abort();
      progress({ state: 'running', progress: 1, doing: '' });
      return PICTURE;
    },
  });
  await generator.start(request(), {}, watch);
  expect(told).toEqual([0.2, 0.2, 0.2, 0.2, 0.5, 1]);
});

it('what it throws can be read: its own words under its name, and what has words already as it is', async () => {
  const failing = (thrown: unknown) =>
    painter({
      start: () => Promise.reject(thrown),
      handleFor: () => {
        throw thrown;
      },
    }).generator;
  for (const thrown of [new Error('out of paint'), 'out of paint']) {
    const told = { code: 'GENERATOR_FAILED', message: expect.stringContaining('Brush: out of paint') };
    await expect(failing(thrown).start(request(), {}, watched().watch)).rejects.toMatchObject(told);
    await expect(failing(thrown).handleFor(request())).rejects.toMatchObject(told);
  }
  for (const thrown of [new ContinuistError('GENERATOR_UNSURE'), new GivenBack()])
    await expect(failing(thrown).start(request(), {}, watched().watch)).rejects.toBe(thrown);
});

it('once it is stopped, that is why it ended, whatever it throws', async () => {
  const stop = new AbortController();
  const { generator } = painter({
    start: async () => {
      stop.abort(new Error('stopped'));
      throw new Error('socket closed');
    },
  });
  await expect(generator.start(request(), {}, watched(stop.signal).watch)).rejects.toThrow('stopped');
});

it('can do what the generator itself can do besides, and no more', async () => {
  const bare = painter().generator;
  const more = ['resume', 'cancel', 'test', 'placing', 'abilitiesFor'] as const;
  for (const name of more) expect(bare[name]).toBeUndefined();
  const cancelled: unknown[] = [];
  const full = painter({
    resume: async () => PICTURE,
    cancel: async (handle) => void cancelled.push(handle),
    test: async () => ({ picture: PICTURE.bytes, note: 'As asked.', models: [] }),
    placing: () => Promise.reject(new Error('no graph')),
    abilitiesFor: async () => ({ capabilities: ['seed'] }) as never,
  }).generator;
  expect(await full.resume?.(request(), {}, watched().watch)).toBe(PICTURE);
  await full.cancel?.({ order: 'r' });
  expect(cancelled).toEqual([{ order: 'r' }]);
  expect(await full.status(new AbortController().signal)).toMatchObject({ ready: true });
  expect(await full.test?.(new AbortController().signal)).toMatchObject({ note: 'As asked.' });
  await expect(full.placing?.(request())).rejects.toThrow('Brush: no graph');
  expect(await full.abilitiesFor?.('take.png')).toEqual({ capabilities: ['seed'] });
});
