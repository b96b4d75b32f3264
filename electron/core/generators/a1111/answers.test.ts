/** What a server's answers say: of the picture that it made, of how it stands, and of what it has. */
import { describe, expect, it } from 'vitest';
import { Strange } from '../server-client.js';
import { Client, LIMITS } from './client.js';
import { bareModel, type Lists, listsOf, modelNamed, samplerNamed, schedulerNamed } from './lists.js';
import { madeIn } from './reply.js';
import { standingOf } from './standing.js';

const client = new Client('http://127.0.0.1:1', { ...LIMITS, making: 1 });

/** A server that gives these answers, by path. */
class Answering extends Client {
  readonly asked: string[] = [];
  readonly #answers: Readonly<Record<string, { status?: number; body: unknown }>>;
  constructor(answers: Readonly<Record<string, { status?: number; body: unknown }>>) {
    super('http://127.0.0.1:1', { ...LIMITS, making: 1 });
    this.#answers = answers;
  }
  override async send(_method: 'GET' | 'POST', path: string) {
    this.asked.push(path);
    const { status = 200, body } = this.#answers[path.split('?')[0] ?? ''] ?? { status: 404, body: {} };
    return { status, bytes: Buffer.from(JSON.stringify(body)) };
  }
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const TEXT = 'a fox\nSteps: 9, Sampler: Euler a, CFG scale: 5, Seed: 77, Size: 64x64';
const made = (fields: object, info: object | string | null = {}) =>
  madeIn(
    client,
    Buffer.from(
      JSON.stringify({
        images: [base64('first'), base64('second')],
        info: typeof info === 'object' && info !== null ? JSON.stringify(info) : info,
        ...fields,
      }),
    ),
    '/sdapi/v1/txt2img',
  );

describe('the answer to a request', () => {
  it('is the picture that it says is the first, with what was said of that one', () => {
    const of = made(
      {},
      { index_of_first_image: 1, infotexts: ['a grid', TEXT], all_seeds: ['18446744073709551615', '2'] },
    );
    expect(of.bytes.toString()).toBe('second');
    expect(of.seed).toBe('18446744073709551615');
    expect(of.settings).toMatchObject({ steps: 9, sampler: 'Euler a' });
    const plain = made({}, { infotexts: [TEXT], job_timestamp: 20260101120000 });
    expect([plain.bytes.toString(), plain.job]).toEqual(['first', '20260101120000']);
    // One that is none among others, as of a picture that was filtered out.
    expect(made({ images: [null, base64('second')] }).bytes.toString()).toBe('second');
    // An index that no picture has.
    const beyond = made({}, { index_of_first_image: 7, infotexts: [TEXT] });
    expect([beyond.bytes.toString(), beyond.settings.steps]).toEqual(['first', 9]);
  });

  it('says the seed in its lists, in its own field or in its text, whichever comes first', () => {
    expect(made({}, { all_seeds: [5], seed: 6, infotexts: [TEXT] }).seed).toBe('5');
    expect(made({}, { seed: 6, infotexts: [TEXT] }).seed).toBe('6');
    expect(made({}, { all_seeds: 'none', seed: {}, infotexts: [TEXT] }).seed).toBe('77');
    expect(made({}, { infotexts: [] }).seed).toBeNull();
  });

  it('goes without what it says of itself, and says of clip skip only what was said', () => {
    for (const info of [null, 'no JSON', '[]'])
      expect(made({}, info)).toMatchObject({ seed: null, settings: {}, job: '' });
    expect(made({}, { infotexts: [TEXT] }).settings).not.toHaveProperty('Clip skip');
    expect(made({}, {}).job).toBe('');
    expect(made({}, { clip_skip: 2 }).settings).toEqual({ 'Clip skip': 2 });
    expect(made({}, { clip_skip: 'two' }).settings).toEqual({});
  });

  it('may have its picture as an address of data, in front of it and nowhere else', () => {
    const inside = Buffer.from('xxxdata:,ABCD', 'base64');
    expect(made({ images: ['xxxdata:,ABCD'] }).bytes).toEqual(inside);
    expect(made({ images: [`data:image/png;base64,${base64('third')}`] }).bytes.toString()).toBe('third');
  });

  it.each([[{ images: [] }], [{ images: null }], [{ images: [''] }], [{ images: [null] }]])(
    'without a picture is none: %o',
    (fields) => {
      expect(() => made(fields)).toThrow('it made no picture');
      expect(() => made(fields)).toThrow(Strange);
    },
  );
});

describe('how it stands', () => {
  const state = { job: '', job_count: 0, job_timestamp: '1', sampling_step: 3, sampling_steps: 9 };
  const standing = (of: object, rest: object = {}, withPreview = false) => {
    const server = new Answering({
      '/sdapi/v1/progress': { body: { progress: 0.5, state: { ...state, ...of }, ...rest } },
    });
    return standingOf(server, undefined, withPreview).then((stands) => ({ ...stands, asked: server.asked }));
  };

  it('is busy while it has a job or counts any, and idle otherwise', async () => {
    expect(await standing({})).toMatchObject({ isBusy: false, job: '1', progress: 0.5, step: 3, steps: 9 });
    expect((await standing({ job: 'task(a)' })).isBusy).toBe(true);
    expect((await standing({ job_count: 1 })).isBusy).toBe(true);
    expect((await standing({ job: null })).isBusy).toBe(false);
    expect((await standing({ job: null, job_count: -1 })).isBusy).toBe(true);
  });

  it('was stopped where its work was interrupted or left out', async () => {
    expect((await standing({})).wasStopped).toBe(false);
    expect((await standing({ interrupted: true })).wasStopped).toBe(true);
    expect((await standing({ skipped: true })).wasStopped).toBe(true);
    expect((await standing({ interrupted: 'x', skipped: 1 })).wasStopped).toBe(false);
  });

  it('shows a picture only where it is asked for and is one', async () => {
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]);
    const shown = await standing({}, { current_image: jpeg.toString('base64') }, true);
    expect([shown.preview, shown.asked]).toEqual([jpeg, ['/sdapi/v1/progress']]);
    expect((await standing({})).asked).toEqual(['/sdapi/v1/progress?skip_current_image=true']);
    for (const bytes of ['\x89PNG', 'RIFF'])
      expect(
        (await standing({}, { current_image: Buffer.from(bytes, 'latin1').toString('base64') })).preview,
      ).not.toBeNull();
    for (const text of ['<svg>', 'x\xff\xd8', 'aRIFF', ''])
      expect(
        (await standing({}, { current_image: Buffer.from(text, 'latin1').toString('base64') })).preview,
      ).toBeNull();
    expect((await standing({}, { current_image: 7 })).preview).toBeNull();
  });
});

describe('what it has', () => {
  const lists: Lists = {
    models: [
      { title: 'painted/film-v2.safetensors [1a2b3c]', model_name: 'film_two' },
      { title: 'ink.ckpt', model_name: '' },
    ],
    samplers: [
      { name: 'Heun', aliases: null },
      { name: 'Euler a', aliases: ['k_euler_a'] },
      { name: 'DPM++ 2M', aliases: ['k_dpmpp_2m', 'k_dpmpp_2m_ka'] },
    ],
    schedulers: [
      { name: 'karras', label: 'Karras' },
      { name: 'sgm_uniform', label: null, aliases: ['SGMUniform', 'uniform_sgm'] },
    ],
  };

  it('is a model by its title, its bare name or its own name', () => {
    for (const name of [
      'painted/film-v2.safetensors [1a2b3c]',
      'film-v2',
      'FILM-V2.ckpt',
      'other\\film-v2',
      'film_two',
    ])
      expect(modelNamed(lists, name), name).toBe('painted/film-v2.safetensors [1a2b3c]');
    expect(modelNamed(lists, 'ink')).toBe('ink.ckpt');
    expect(modelNamed(lists, 'film')).toBeNull();
    expect(bareModel('a/b\\film.one.safetensors [1A2b]')).toBe('film.one');
    expect(bareModel('film [draft]')).toBe('film [draft]');
    // Only what ends a name is left out of it.
    expect(bareModel('film [1a2b] two')).toBe('film [1a2b] two');
    expect(bareModel('film.pt two')).toBe('film.pt two');
    expect(bareModel('a line\nb/film')).toBe('a line\nb/film');
  });

  it('is a sampler by its name or another name of it, also as k-diffusion and ComfyUI call it', () => {
    const named = (name: string) => samplerNamed(lists, name);
    for (const name of ['Euler a', 'EULER A', 'k_euler_a', 'euler_a'])
      expect(named(name), name).toEqual({ sampler: 'Euler a' });
    for (const name of ['DPM++ 2M', 'k_dpmpp_2m', 'dpmpp_2m', 'k_dpmpp_2m_ka'])
      expect(named(name), name).toEqual({ sampler: 'DPM++ 2M' });
    expect(named('Heun')).toEqual({ sampler: 'Heun' });
    for (const name of ['Euler b', 'euler', 'Karras', '']) expect(named(name), name).toBeNull();
  });

  it('is a sampler and its scheduler where an older picture names both in one', () => {
    const named = (name: string) => samplerNamed(lists, name);
    for (const name of ['DPM++ 2M Karras', 'dpm++ 2m KARRAS', 'dpmpp_2m karras'])
      expect(named(name), name).toEqual({ sampler: 'DPM++ 2M', scheduler: 'Karras' });
    for (const name of ['Euler a sgm_uniform', 'Euler a SGMUniform'])
      expect(named(name), name).toEqual({ sampler: 'Euler a', scheduler: 'sgm_uniform' });
    // One scheduler alone, and none of theirs.
    for (const name of ['Euler a Karras Karras', 'Euler aKarras', 'Euler b Karras', 'Karras Euler a'])
      expect(named(name), name).toBeNull();
  });

  it('is a scheduler by its name, its label or another name of it', () => {
    for (const name of ['karras', 'KARRAS', 'Karras']) expect(schedulerNamed(lists, name)).toBe('Karras');
    for (const name of ['sgm_uniform', 'sgmuniform']) expect(schedulerNamed(lists, name)).toBe('sgm_uniform');
    expect(schedulerNamed(lists, 'uniform')).toBeNull();
  });

  it('is without schedulers where it has no list of them', async () => {
    const has = (schedulers: object) => ({
      '/sdapi/v1/sd-models': { body: [{ title: 'ink.ckpt' }] },
      '/sdapi/v1/samplers': { body: [{ name: 'Euler' }] },
      '/sdapi/v1/schedulers': schedulers as { body: unknown },
    });
    const signal = new AbortController().signal;
    const all = await listsOf(new Answering(has({ body: [{ name: 'karras', label: 'Karras' }] })), signal);
    expect(all).toEqual({
      models: [{ title: 'ink.ckpt', model_name: '' }],
      samplers: [{ name: 'Euler' }],
      schedulers: [{ name: 'karras', label: 'Karras' }],
    });
    const without = await listsOf(new Answering(has({ status: 404, body: { detail: 'Not Found' } })), signal);
    expect(without.schedulers).toEqual([]);
  });
});
