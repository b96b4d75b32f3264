import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DEFAULT_SETTINGS, type GeneratorSection } from '@shared/settings.js';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GenerationProgress, GenerationRequest } from '../generator.js';
import { GeneratorDesk } from '../index.js';
import { requestIn } from '../testing/request.js';

let folder: string;
let request: GenerationRequest;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-command-'));
  request = requestIn(folder, {
    prompt: 'a dog; rm -rf "$HOME"',
    negativePrompt: 'text',
    width: 8,
    height: 8,
    fromFile: join(folder, 'from.png'),
  });
  const picture = { create: { width: 8, height: 8, channels: 3, background: '#ff0000' } } as const;
  await sharp(picture).png().toFile(join(folder, 'made.png'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** A program that reads its request and then does as `body` says. */
async function program(body: string): Promise<string[]> {
  const file = join(folder, 'program.mjs');
  const head = `import { readFileSync } from 'node:fs'; const request = JSON.parse(readFileSync(0, 'utf8'));\n`;
  await writeFile(file, head + body);
  return [process.execPath, file];
}

const connected = (section: GeneratorSection) =>
  new GeneratorDesk(() => ({ ...DEFAULT_SETTINGS, generators: { command: section } })).of('command');

async function run(body: string, section: GeneratorSection = {}, cancel = new AbortController()) {
  const generator = connected({ program: await program(body), ...section });
  const told: GenerationProgress[] = [];
  const watch = { signal: cancel.signal, progress: (now: GenerationProgress) => void told.push(now) };
  const image = await generator.start(request, await generator.handleFor(request), watch);
  return { ...image, told };
}
const MADE = `console.log(JSON.stringify({ image: request.folder + '/made.png' }));`;

describe('a command as generator', () => {
  it('gets the request as it is, seed lossless and no shell in between, and where its picture is looked for', async () => {
    const told = `(await import('node:fs')).writeFileSync(request.folder + '/told.json', JSON.stringify(request));`;
    const { bytes, settings } = await run(`${told} ${MADE}`);
    expect((await sharp(bytes).metadata()).width).toBe(8);
    expect(settings).toEqual({ program: basename(process.execPath) });
    expect(JSON.parse(await readFile(join(folder, 'told.json'), 'utf8'))).toEqual({
      ...request,
      output: join(folder, 'picture.png'),
    });
  });

  it('gets no negative prompt that it is said not to heed, and none of Continuist’s own variables', async () => {
    vi.stubEnv('CONTINUIST_SERVER_KEY', 'secret');
    const { settings } = await run(
      `console.log(JSON.stringify({ image: request.folder + '/made.png', settings: {
        negative: request.negativePrompt, key: String(process.env.CONTINUIST_SERVER_KEY) } }));`,
      { can: ['seed'] },
    );
    expect(settings).toMatchObject({ negative: '', key: 'undefined' });
  });

  it('may print the path alone, or nothing where it wrote to the path that it was given', async () => {
    expect((await run(`console.log(request.folder + '/made.png')`)).bytes.length).toBeGreaterThan(0);
    const copy = `(await import('node:fs')).copyFileSync(request.folder + '/made.png', request.output);`;
    expect((await run(copy)).bytes.length).toBeGreaterThan(0);
  });

  it('says nothing with lines that are none of the protocol', async () => {
    const { told } = await run(
      `console.log('Loading'); console.log('{"progress": 2}'); console.log('{"progress": 0.5}'); console.log(''); ${MADE}`,
    );
    expect(told.map(({ progress }) => progress)).toEqual([0.5]);
  });

  it.each([
    [
      'a value that is none among its settings',
      `{ image, settings: { steps: 4, model: null, size: [1, 2] } }`,
    ],
    ['no settings', `{ image, settings: null }`],
  ])('has its picture taken with %s', async (_, said) => {
    const { settings } = await run(
      `const image = request.folder + '/made.png'; console.log('Loading'); console.log(JSON.stringify(${said}));`,
    );
    expect(settings.model).toBeUndefined();
    expect(settings.steps).toBe(said.includes('steps') ? 4 : undefined);
  });

  it('is read behind a mark of the byte order and blanks, and with NaN, as some languages write it', async () => {
    const { told, settings } = await run(
      `console.log('\\ufeff{"progress": 0.25}'); console.log('{"progress": NaN}');
       console.log('  {"image": ' + JSON.stringify(request.folder + '/made.png') + ', "settings": {"loss": NaN, "steps": 4}}\\r');`,
    );
    expect(told.map(({ progress }) => progress)).toEqual([0.25]);
    expect(settings).toMatchObject({ steps: 4 });
  });

  it('goes on without a preview that is not there', async () => {
    const { told } = await run(`console.log('{"preview": "/nowhere.png"}'); ${MADE}`);
    expect(told).toEqual([]);
  });

  it.each([
    ['ends badly', `console.error('no model'); process.exit(4)`, /exit code 4\nno model$/],
    ['is ended', `process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000)`, /ended by SIGKILL/],
    ['names no image', `console.error('hm')`, /it named no image\nhm$/],
    ['says only other things', `console.log('one'); console.log('two')`, /named no image/],
    [
      'names an image that is not there',
      `console.log('{"image":"/nowhere.png"}')`,
      /named nowhere\.png, which is not/,
    ],
    ['says what is wrong', `console.log('{"error":"out of memory"}'); ${MADE}`, /: out of memory$/],
    [
      'says that it failed alone',
      `console.log('{"error":" "}'); ${MADE}`,
      /: it says that it failed, and not why$/,
    ],
    ['says what is wrong and ends badly', `console.log('{"error":"no GPU"}'); process.exit(1)`, /: no GPU$/],
    [
      'writes lines without end',
      `const go = (gone) => gone || process.stdout.write('a line\\n'.repeat(1e4), go); go()`,
      /writes too much on its output$/,
    ],
    [
      'writes without end',
      `const go = (gone) => gone || process.stdout.write('x'.repeat(1e6), go); go()`,
      /writes too much on its output$/,
    ],
  ])('fails clearly when it %s', async (_, body, message) => {
    await expect(run(body)).rejects.toMatchObject({
      code: 'GENERATOR_FAILED',
      message: expect.stringMatching(message),
    });
  });

  it('fails clearly when it takes too long', async () => {
    await expect(run('setInterval(() => {}, 1000)', { timeout: 1 })).rejects.toMatchObject({
      code: 'GENERATOR_FAILED',
      message: expect.stringMatching(/longer than 1 s$/),
    });
  });

  it('fails clearly when the program is not there', async () => {
    const generator = connected({ program: ['/no/such/program'] });
    const watch = { signal: new AbortController().signal, progress: () => undefined };
    await expect(generator.start(request, await generator.handleFor(request), watch)).rejects.toMatchObject({
      code: 'GENERATOR_FAILED',
      message: expect.stringMatching(/: program: it could not be started/),
    });
  });

  it('ends what it left running, and is done then', async () => {
    const left = `setInterval(() => undefined, 1000)`;
    const { settings } = await run(
      `const { spawn } = await import('node:child_process');
       const child = spawn(process.execPath, ['-e', ${JSON.stringify(left)}], { stdio: 'inherit' }); child.unref();
       console.log(JSON.stringify({ image: request.folder + '/made.png', settings: { pid: child.pid } })); process.exit(0)`,
    );
    expect(() => process.kill(Number(settings.pid), 0)).toThrow(/ESRCH/);
  });

  it('is not sent again for a picture that it finished, but for one that is cut off', async () => {
    const generator = connected({ program: ['/no/such/program'] });
    const handle = await generator.handleFor(request);
    const watch = { signal: new AbortController().signal, progress: () => undefined };
    expect(await generator.resume?.(request, handle, watch)).toBeNull();
    const noise = {
      create: { width: 64, height: 64, channels: 3, noise: { type: 'gaussian', mean: 9, sigma: 9 } },
    } as const;
    const whole = await sharp(noise as never)
      .png()
      .toBuffer();
    await writeFile(String(handle.output), whole.subarray(0, whole.length / 2));
    expect(await generator.resume?.(request, handle, watch)).toBeNull();
    await writeFile(String(handle.output), whole);
    expect((await generator.resume?.(request, handle, watch))?.bytes.equals(whole)).toBe(true);
  });
});
