import { DEFAULT_SETTINGS, type Settings } from '@shared/settings.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldsOf } from './fields.js';
import { defineGenerator, type GenerationProgress, type Generator, type Watch } from './generator.js';
import { GeneratorDesk } from './index.js';
import { requestIn } from './testing/request.js';

const ready = { ready: true, note: 'Here.', version: '1', capabilities: [] };
const works: Generator = {
  capabilities: ['txt2img', 'negative'],
  slots: 1,
  status: async () => ready,
  handleFor: () => ({}),
  start: async () => ({ bytes: Buffer.from('picture'), settings: {} }),
};
const request = requestIn('', { negativePrompt: 'n' });
const idle: Watch = { signal: new AbortController().signal, progress: () => undefined };

/** A desk with one generator made of these parts, and how often it was connected. */
function deskOf(parts: Partial<Generator>, settings: () => Settings = () => DEFAULT_SETTINGS) {
  const connections: number[] = [];
  const row = defineGenerator({
    id: 'one',
    name: 'One',
    about: 'The only one.',
    settings: z.strictObject({
      size: z.number().int().min(1).max(9).default(3).meta({ title: 'Size', description: '…' }),
    }),
    consent: { size: 'free' },
    connect: ({ size }) => {
      connections.push(size);
      return { ...works, ...parts };
    },
  });
  const none = defineGenerator({
    ...row,
    id: 'none',
    name: 'None',
    settings: z.strictObject({}),
    consent: {},
    connect: () => null,
  });
  return { desk: new GeneratorDesk(settings, [row, none]), connections };
}

describe('the desk of generators', () => {
  it('says what there is, what it makes and what its form shows', () => {
    const { desk } = deskOf({});
    expect(desk.list()).toEqual([
      {
        id: 'one',
        name: 'One',
        about: 'The only one.',
        makes: true,
        fields: [{ key: 'size', kind: 'number', label: 'Size', hint: '…', fallback: 3, min: 1, max: 9 }],
      },
      expect.objectContaining({ id: 'none', makes: false, fields: [] }),
    ]);
    expect(desk.capabilitiesOf('one')).toEqual(['txt2img', 'negative']);
    expect(desk.capabilitiesOf('none')).toEqual([]);
    expect(desk.capabilitiesOf('of a later version')).toEqual([]);
  });

  it('gives no generator for an id of another version, nor where none is wanted', () => {
    const { desk } = deskOf({});
    expect(() => desk.of('later')).toThrow(
      expect.objectContaining({
        code: 'GENERATOR_UNAVAILABLE',
        message: expect.stringMatching(/“later” is not one of One, None/),
      }),
    );
    expect(() => desk.of('none')).toThrow(expect.objectContaining({ code: 'NO_GENERATOR' }));
    expect([desk.makes('one'), desk.makes('none'), desk.makes('later')]).toEqual([true, false, true]);
  });

  it('connects anew when the settings change, and only then', () => {
    let size = 4;
    const { desk, connections } = deskOf({}, () => ({ ...DEFAULT_SETTINGS, generators: { one: { size } } }));
    desk.of('one');
    desk.of('one');
    size = 5;
    desk.of('one');
    expect(connections).toEqual([4, 5]);
  });

  it('says how each is doing, also one that cannot be asked', async () => {
    expect(await deskOf({}).desk.status()).toEqual({
      one: ready,
      none: { ready: true, note: 'The only one.', version: '', capabilities: [] },
    });
    const broken = deskOf({ status: () => Promise.reject(new Error('ECONNREFUSED')) });
    expect((await broken.desk.status()).one).toMatchObject({
      ready: false,
      note: expect.stringMatching(/^One could not be reached\. See whether it runs .*; then look again\.$/),
      capabilities: [],
    });
  });
});

describe('a generator that is held to the rules', () => {
  const started = async (parts: Partial<Generator>, order = request, watch = idle) => {
    const generator = deskOf(parts).desk.of('one');
    return generator.start(order, await generator.handleFor(order), watch);
  };

  it('is told only of progress from 0 to 1 that never falls, and of none after a cancel', async () => {
    const told: number[] = [];
    const cancel = new AbortController();
    const steps = [-1, 0.2, Number.NaN, 0.1, 7, 0.5];
    const start: Generator['start'] = async (_request, _handle, { progress }) => {
      for (const step of steps) progress({ state: 'running', progress: step, doing: '' });
      cancel.abort(new Error('enough'));
      progress({ state: 'running', progress: 1, doing: 'on and on' });
      throw new Error('aborted');
    };
    const progress = ({ progress: step }: GenerationProgress) => void told.push(step);
    await expect(started({ start }, request, { signal: cancel.signal, progress })).rejects.toThrow('enough');
    expect(told).toEqual([0, 0.2, 0.2, 0.2, 1, 1]);
  });

  it('fails in words whatever is thrown, with its name', async () => {
    const start = () => Promise.reject(new TypeError('x is not a function'));
    await expect(started({ start })).rejects.toMatchObject({
      code: 'GENERATOR_FAILED',
      message: expect.stringMatching(/One: x is not a function$/),
    });
    const odd = () => Promise.reject('odd');
    await expect(started({ start: odd })).rejects.toMatchObject({
      message: expect.stringMatching(/One: odd$/),
    });
    const resume = () => Promise.reject(new Error('gone'));
    const generator = deskOf({ resume }).desk.of('one');
    await expect(generator.resume?.(request, {}, idle)).rejects.toMatchObject({ code: 'GENERATOR_FAILED' });
  });

  it('gets what it heeds and nothing more', async () => {
    const seen: string[] = [];
    const start: Generator['start'] = async ({ negativePrompt }) => {
      seen.push(negativePrompt);
      return { bytes: Buffer.from(''), settings: {} };
    };
    const heeds = { ...ready, capabilities: ['negative' as const] };
    await started({ start, status: async () => heeds });
    await started({ start });
    expect(seen).toEqual(['n', '']);
  });

  it('is not started when it is not ready', async () => {
    const status = async () => ({ ...ready, ready: false, note: 'The server is down.' });
    const start = () => Promise.reject(new Error('was started'));
    await expect(started({ status, start })).rejects.toMatchObject({
      code: 'GENERATOR_UNAVAILABLE',
      message: expect.stringContaining('One. The server is down.'),
    });
  });

  it('can cancel and resume where its row can, and only there', async () => {
    const cancelled: unknown[] = [];
    const cancel = async (handle: object) => void cancelled.push(handle);
    const generator = deskOf({ cancel, resume: async () => null }).desk.of('one');
    await generator.cancel?.({ id: 'a' });
    expect(cancelled).toEqual([{ id: 'a' }]);
    expect(await generator.resume?.(request, {}, idle)).toBeNull();
    expect(deskOf({}).desk.of('one')).not.toHaveProperty('cancel');
    expect(deskOf({}).desk.of('one')).not.toHaveProperty('resume');
  });
});

describe('the fields of a form', () => {
  const meta = { title: 'Label', description: 'Hint' };
  const shown = { label: 'Label', hint: 'Hint' };

  it('follow from the schema', () => {
    const schema = z.strictObject({
      address: z.string().default('http://x').meta(meta),
      speed: z.enum(['slow', 'fast']).default('fast').meta(meta),
      tidy: z.boolean().default(true).meta(meta),
      untidy: z.boolean().default(false).meta(meta),
      scale: z.number().min(0.5).max(2).default(1).meta(meta),
      words: z.array(z.string()).default(['a']).meta(meta),
      can: z
        .array(z.enum(['a', 'b']))
        .default(['b'])
        .meta(meta),
    });
    expect(fieldsOf(schema)).toEqual([
      { ...shown, key: 'address', kind: 'text', fallback: 'http://x' },
      { ...shown, key: 'speed', kind: 'choice', fallback: 'fast', options: ['slow', 'fast'] },
      { ...shown, key: 'tidy', kind: 'switch', fallback: true },
      { ...shown, key: 'untidy', kind: 'switch', fallback: false },
      { ...shown, key: 'scale', kind: 'number', fallback: 1, min: 0.5, max: 2 },
      { ...shown, key: 'words', kind: 'lines', fallback: ['a'] },
      { ...shown, key: 'can', kind: 'several', fallback: ['b'], options: ['a', 'b'] },
    ]);
  });

  it('are refused where none could be shown: a row’s own mistake', () => {
    expect(() => fieldsOf(z.strictObject({ a: z.string().default('') }))).toThrow(/a needs a title/);
    expect(() => fieldsOf(z.strictObject({ a: z.string().meta(meta) }))).toThrow(/a needs a title/);
    expect(() => fieldsOf(z.strictObject({ a: z.number().default(1).meta(meta) }))).toThrow(
      /No form can show/,
    );
    const nested = z.strictObject({ a: z.array(z.number()).default([]).meta(meta) });
    expect(() => fieldsOf(nested)).toThrow(/No form can show the setting a/);
  });
});
