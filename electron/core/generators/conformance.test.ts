/** What every generator of the table is held to, with what is really behind it. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { DEFAULT_SETTINGS, type GeneratorSection } from '@shared/settings.js';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldsOf } from './fields.js';
import type { GenerationProgress, GenerationRequest } from './generator.js';
import { GeneratorDesk } from './index.js';
import { GENERATORS } from './table.js';
import type { ConformanceFixture } from './testing/fixture.js';
import { requestIn } from './testing/request.js';

let root: string;
let from: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'continuist-generators-'));
  from = join(root, 'from.png');
  await sharp({ create: { width: 96, height: 54, channels: 3, background: '#446688' } })
    .png()
    .toFile(from);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const makers = GENERATORS.filter(({ id }) => new GeneratorDesk(() => DEFAULT_SETTINGS).makes(id));
const pixels = (bytes: Buffer): Promise<Buffer> => sharp(bytes).raw().toBuffer();

describe('the table of generators', () => {
  it('has every id once, and names that no two share', () => {
    expect(new Set(GENERATORS.map(({ id }) => id)).size).toBe(GENERATORS.length);
    expect(new Set(GENERATORS.map(({ name }) => name)).size).toBe(GENERATORS.length);
  });

  it.each(GENERATORS.map((row) => [row.id, row] as const))(
    '%s has settings that a form can show',
    (_, row) => {
      expect(fieldsOf(row.settings).map(({ key }) => key)).toEqual(Object.keys(row.settings.shape));
      expect(() => row.settings.parse({})).not.toThrow();
      expect(row.settings.safeParse({ 'no such key': 1 }).success).toBe(false);
    },
  );
});

describe.each(makers.map(({ id }) => id))('the generator %s', (id) => {
  let fixture: ConformanceFixture;
  beforeAll(async () => {
    const own: { fixture: () => Promise<ConformanceFixture> } = await import(
      `./${id}/testing/conformance.ts`
    );
    fixture = await own.fixture();
  });

  const deskWith = (section: GeneratorSection) =>
    new GeneratorDesk(() => ({ ...DEFAULT_SETTINGS, generators: { [id]: section } }));
  const connected = (section = fixture.section) => deskWith(section).of(id);

  async function requestOf(...changes: Partial<GenerationRequest>[]): Promise<GenerationRequest> {
    const folder = await mkdtemp(join(root, 'request-'));
    const own: Partial<GenerationRequest> = {
      prompt: 'a fox in the snow',
      negativePrompt: '',
      seed: '7',
      width: 96,
      height: 54,
      fromFile: from,
      settings: { steps: 20 },
    };
    return requestIn(folder, Object.assign(own, fixture.request, ...changes, { folder }));
  }

  async function made(request: GenerationRequest, signal = new AbortController().signal) {
    const told: GenerationProgress[] = [];
    const generator = connected();
    const handle = await generator.handleFor(request);
    const image = await generator.start(request, handle, { signal, progress: (now) => told.push(now) });
    return { ...image, told, handle };
  }

  it('says that it is ready, and what it can do', async () => {
    const status = (await deskWith(fixture.section).status())[id];
    expect(status).toMatchObject({ ready: true, note: expect.stringMatching(/\w/) });
    const { capabilities } = connected();
    expect(capabilities).toContain('txt2img');
    expect(new Set(capabilities).size).toBe(capabilities.length);
    for (const one of status?.capabilities ?? []) expect(capabilities).toContain(one);
  });

  it('is ready before anything was entered for it, or is not set up yet, which is no fault', async () => {
    const status = (await deskWith({}).status())[id];
    if (!status?.ready)
      expect(status).toMatchObject({ isSetUp: false, note: expect.stringMatching(/^Enter /) });
  });

  it('says why it is not ready, and takes nothing on then', async () => {
    if (fixture.unready === null) return;
    const status = (await deskWith(fixture.unready).status())[id];
    expect(status).toMatchObject({ ready: false, note: expect.stringMatching(/\w{3}/) });
    const request = await requestOf();
    const generator = connected(fixture.unready);
    const watch = { signal: new AbortController().signal, progress: () => undefined };
    await expect(generator.start(request, await generator.handleFor(request), watch)).rejects.toMatchObject({
      code: 'GENERATOR_UNAVAILABLE',
      message: expect.stringContaining(status?.note ?? '…'),
    });
  });

  it('makes a picture of the size that is asked, and says how', async () => {
    const { bytes, settings } = await made(await requestOf({ width: 128, height: 72 }));
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 128, height: 72 });
    expect(Object.keys(settings).length).toBeGreaterThan(0);
  });

  it('names work in plain data and begins nothing with that', async () => {
    const request = await requestOf();
    const handle = await connected().handleFor(request);
    expect(JSON.parse(JSON.stringify(handle))).toEqual(handle);
    for (const value of Object.values(handle))
      expect(['string', 'number', 'boolean']).toContain(typeof value);
    expect(await readdir(request.folder)).toEqual([]);
  });

  it('tells progress from 0 to 1 that never falls, and shows previews where it says so', async () => {
    const { told } = await made(await requestOf());
    const steps = told.map(({ progress }) => progress);
    expect(steps.length).toBeGreaterThan(0);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    for (const step of steps) expect(step).toSatisfy((value: number) => value >= 0 && value <= 1);
    const previews = told.flatMap(({ preview }) => preview ?? []);
    expect(previews.length > 0).toBe(connected().capabilities.includes('preview'));
    for (const preview of previews) expect((await sharp(preview).metadata()).width).toBeGreaterThan(0);
  });

  it('repeats a picture from its seed and makes another from another, where it says so', async () => {
    if (!connected().capabilities.includes('seed')) return;
    const picture = async (seed: string) => pixels((await made(await requestOf({ seed }))).bytes);
    const first = await picture('18446744073709551615');
    expect((await picture('18446744073709551615')).equals(first)).toBe(true);
    expect((await picture('7')).equals(first)).toBe(false);
  });

  it('heeds a negative prompt where it says so', async () => {
    const can = connected().capabilities.includes('negative');
    expect(fixture.negative !== null).toBe(can);
    if (fixture.negative === null) return;
    const [without, withIt] = [await made(await requestOf()), await made(await requestOf(fixture.negative))];
    expect((await pixels(withIt.bytes)).equals(await pixels(without.bytes))).toBe(false);
  });

  it('starts from a picture where it says so, and refuses to where it cannot', async () => {
    const request = await requestOf({ strength: 0.4 });
    if (!connected().capabilities.includes('img2img')) {
      await expect(made(request)).rejects.toMatchObject({
        code: 'GENERATOR_FAILED',
        message: expect.stringContaining('cannot start from a picture'),
      });
      return;
    }
    const [fromWords, fromPicture] = [await made(await requestOf()), await made(request)];
    expect((await pixels(fromPicture.bytes)).equals(await pixels(fromWords.bytes))).toBe(false);
  });

  it('fails with an error that a person can read', async () => {
    const failed = await made(await requestOf(fixture.failing)).then(
      () => null,
      (thrown) => thrown,
    );
    expect(failed).toBeInstanceOf(ContinuistError);
    expect(failed).toMatchObject({ code: 'GENERATOR_FAILED', message: expect.stringMatching(/: .{3}/) });
  });

  it('takes nothing on that is cancelled already', async () => {
    const reason = new Error('not any more');
    const request = await requestOf();
    await expect(made(request, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(await readdir(request.folder)).toEqual([]);
  });

  it('ends when it is cancelled under way, with all that it started', async () => {
    const cancel = new AbortController();
    const reason = new Error('not any more');
    const request = await requestOf(fixture.endless ?? {});
    const generator = connected();
    const handle = await generator.handleFor(request);
    const progress = () => cancel.abort(reason);
    const started = generator.start(request, handle, { signal: cancel.signal, progress });
    await expect(started).rejects.toBe(reason);
    await generator.cancel?.(handle);
    if (fixture.runsOn) expect(await fixture.runsOn(request.folder)).toBe(false);
  });

  it('takes up what was finished before a restart, or says that it cannot', async () => {
    const request = await requestOf();
    const { handle, bytes } = await made(request);
    // As after a restart: nothing of the one before is in memory.
    const generator = connected();
    if (!generator.resume) {
      expect((await made(request)).bytes.equals(bytes)).toBe(true);
      return;
    }
    const watch = { signal: new AbortController().signal, progress: () => undefined };
    const resumed = await generator.resume(request, handle, watch);
    expect(resumed?.bytes.equals(bytes)).toBe(true);
    const other = await requestOf();
    expect(await generator.resume(other, await generator.handleFor(other), watch)).toBeNull();
  });

  it('ends nothing for a handle that it does not know any more', async () => {
    const request = await requestOf();
    const generator = connected();
    await expect(
      Promise.resolve(generator.cancel?.(await generator.handleFor(request))),
    ).resolves.toBeUndefined();
  });
});
