/** Programs that do harm, by mistake or not. None of them may hold the host up, fill it, or learn what is not its own. */
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_SETTINGS, type GeneratorSection } from '@shared/settings.js';
import { temporaryFolder } from '@testing/folder.js';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { GenerationProgress } from '../generator.js';
import { GeneratorDesk } from '../index.js';
import { requestIn } from '../testing/request.js';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => void vi.unstubAllEnvs());

/** `body` has `request`, `say` and `spawn`. */
async function run(body: string, section: GeneratorSection = {}, signal = new AbortController().signal) {
  const file = join(folder, 'program.mjs');
  await writeFile(
    file,
    `import { readFileSync, writeFileSync } from 'node:fs'; import { spawn } from 'node:child_process';
     const request = JSON.parse(readFileSync(0, 'utf8'));
     const say = (line) => process.stdout.write(JSON.stringify(line) + '\\n');
     ${body}`,
  );
  const settings = { command: { program: [process.execPath, file], timeout: 60, ...section } };
  const generator = new GeneratorDesk(() => ({ ...DEFAULT_SETTINGS, generators: settings })).of('command');
  const work = join(folder, 'work');
  await mkdir(work, { recursive: true });
  const request = requestIn(work, { width: 8, height: 8 });
  const told: GenerationProgress[] = [];
  const watch = { signal, progress: (now: GenerationProgress) => void told.push(now) };
  const image = await generator.start(request, await generator.handleFor(request), watch);
  return { ...image, told };
}

const failure = (...args: Parameters<typeof run>): Promise<Error> =>
  run(...args).then(
    () => expect.fail('it was accepted'),
    (thrown) => thrown,
  );

const gone = (pid: number) => () => expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);

async function drawn(name: string): Promise<string> {
  const file = join(folder, name);
  await sharp({ create: { width: 8, height: 8, channels: 3, background: '#ff0000' } })
    .png()
    .toFile(file);
  return file;
}

describe.runIf(process.platform !== 'win32')('a picture that is none', () => {
  it.each([
    ['a device without an end', `say({ image: '/dev/zero' })`],
    [
      'a pipe that nobody writes to',
      `spawn('mkfifo', [request.output]).on('exit', () => say({ image: request.output }))`,
    ],
    [
      'a link to such a device, where its picture is looked for',
      `const { symlinkSync } = await import('node:fs'); symlinkSync('/dev/zero', request.output); say({ image: request.output })`,
    ],
    ['a folder', `say({ image: request.folder })`],
  ])('%s', async (_, body) => {
    expect(await failure(body)).toMatchObject({
      code: 'GENERATOR_FAILED',
      message: expect.stringMatching(/not a file/),
    });
  });

  it('a file of more than 200 MB, of which no more is read', async () => {
    const body = `const { truncateSync } = await import('node:fs');
      writeFileSync(request.output, ''); truncateSync(request.output, 3e9); say({ image: request.output })`;
    expect(await failure(body)).toMatchObject({ message: expect.stringContaining('larger than 200 MB') });
  });

  it('previews of all these kinds are passed over', async () => {
    const picture = await drawn('made.png');
    const { told } = await run(
      `const { execFileSync } = await import('node:child_process');
       execFileSync('mkfifo', [request.folder + '/pipe']);
       for (const preview of ['/dev/zero', request.folder + '/pipe', request.folder, '/nowhere']) say({ preview });
       say({ image: ${JSON.stringify(picture)} })`,
    );
    expect(told).toEqual([]);
  });

  it('a link to a picture is one', async () => {
    await symlink(await drawn('made.png'), join(folder, 'link.png'));
    const { bytes } = await run(`say({ image: ${JSON.stringify(join(folder, 'link.png'))} })`);
    expect(bytes.equals(await readFile(join(folder, 'made.png')))).toBe(true);
  });
});

describe('output', () => {
  it('a line without an end is not kept', async () => {
    const before = process.memoryUsage().rss;
    const body = `const piece = 'x'.repeat(1e6); const go = () => process.stdout.write(piece, go); go()`;
    expect(await failure(body)).toMatchObject({ message: expect.stringMatching(/too much/) });
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
  });

  it('more lines than anybody reads end it', async () => {
    const body = `const lines = '{"progress":0.5}\\n'.repeat(1e4); const go = () => process.stdout.write(lines, go); go()`;
    expect(await failure(body)).toMatchObject({ message: expect.stringMatching(/too much/) });
  });

  it('one preview is read at a time', async () => {
    const picture = await drawn('made.png');
    const { told } = await run(
      `for (let i = 0; i < 5000; i++) say({ preview: ${JSON.stringify(picture)} }); say({ image: ${JSON.stringify(picture)} })`,
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(2500);
  });

  it('how a picture was made is no place for a book', async () => {
    const picture = await drawn('made.png');
    const body = `say({ image: ${JSON.stringify(picture)}, settings: { model: 'x'.repeat(10_000), steps: 20 } })`;
    const { settings } = await run(body);
    expect(settings).toMatchObject({ steps: 20 });
    expect(JSON.stringify(settings).length).toBeLessThan(5_000);
  });
});

describe.runIf(process.platform !== 'win32')('what it leaves running', () => {
  /** Of a group of its own, with the program's output: the end of neither can be waited for. */
  const runaway = `const left = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'],
    { detached: true, stdio: 'inherit' }); left.unref();`;
  const pidIn = (text: string): number => {
    const pid = Number(/pid (\d+)/.exec(text)?.[1]);
    onTestFinished(() => {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It is gone.
      }
    });
    return pid;
  };

  it('holds nothing up that it had said', async () => {
    const picture = await drawn('made.png');
    const { settings } = await run(
      `${runaway} say({ image: ${JSON.stringify(picture)}, settings: { left: 'pid ' + left.pid } }); setTimeout(() => process.exit(0), 50)`,
    );
    pidIn(String(settings.left));
  });

  it('holds no time-out up', async () => {
    const error = await failure(`${runaway} console.error('pid ' + left.pid); setInterval(() => {}, 1000)`, {
      timeout: 2,
    });
    pidIn(error.message);
    expect(error.message).toMatch(/longer than 2 s/);
  });

  it('holds no cancel up', async () => {
    const cancel = new AbortController();
    const file = join(folder, 'pid');
    const ended = run(
      `${runaway} writeFileSync(${JSON.stringify(file)}, 'pid ' + left.pid); setInterval(() => {}, 1000)`,
      {},
      cancel.signal,
    );
    const text = await vi.waitFor(async () => {
      const written = await readFile(file, 'utf8');
      expect(written).toMatch(/pid \d+/);
      return written;
    }, 20_000);
    pidIn(text);
    cancel.abort();
    await expect(ended).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('in its own group ends with it, however deaf', async () => {
    const error = await failure(
      `const left = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)']);
       left.stdout.once('data', () => console.error('pid ' + left.pid)); setInterval(() => {}, 1000)`,
      { timeout: 2 },
    );
    gone(pidIn(error.message))();
  });
});

describe('secrets', () => {
  it('its environment is the little that programs need', async () => {
    vi.stubEnv('CONTINUIST_SERVER_KEY', 'k'.repeat(20));
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not yours');
    vi.stubEnv('SSH_AUTH_SOCK', '/not/yours');
    vi.stubEnv('CUDA_VISIBLE_DEVICES', '1');
    vi.stubEnv('LC_TIME', 'C');
    const picture = await drawn('made.png');
    const { settings } = await run(
      `say({ image: ${JSON.stringify(picture)}, settings: { names: Object.keys(process.env).join(' ') } })`,
    );
    const names = String(settings.names).split(' ');
    expect(names).toEqual(expect.arrayContaining(['PATH', 'CUDA_VISIBLE_DEVICES', 'LC_TIME']));
    for (const name of ['CONTINUIST_SERVER_KEY', 'AWS_SECRET_ACCESS_KEY', 'SSH_AUTH_SOCK', 'VITEST'])
      expect(names).not.toContain(name);
  });

  it.each([
    ['its own key', `Authorization: Bearer ${'k'.repeat(20)}`],
    ['a key of a service', 'using sk-abcdefghijklmnopqrstuvwx now'],
    ['a token of a hub', 'login hf_abcdefghijklmnopqrstuvwx'],
    ['a password in an address', 'GET https://ada:lovelace99@example.org/x'],
    ['a password by its name', 'password=lovelace99 api_key: lovelace99'],
  ])('%s in what it says went wrong is masked', async (_, words) => {
    vi.stubEnv('CONTINUIST_SERVER_KEY', 'k'.repeat(20));
    for (const body of [
      `console.error(${JSON.stringify(words)}); process.exit(1)`,
      `say({ error: ${JSON.stringify(words)} })`,
    ]) {
      const { message } = await failure(body);
      expect(message).toContain('•••');
      expect(message).not.toMatch(/k{20}|abcdefgh|lovelace99/);
    }
  });

  it('what it says went wrong is short, obeys no terminal and names nobody’s folder', async () => {
    const { message } = await failure(
      `console.error('first ' + 'x'.repeat(50_000)); console.error('\\x1b[31mFile "' + process.env.HOME + '/gen.py"\\x1b[0m, last words'); process.exit(1)`,
    );
    expect(message.length).toBeLessThan(1_000);
    expect(message).toContain('last words');
    expect(message).not.toContain('\x1b');
    expect(message).not.toContain(process.env.HOME ?? '?');
    expect(message).toContain('~/gen.py');
  });

  it('a path of the program stays out of the take and of the error', async () => {
    const picture = await drawn('made.png');
    const { settings } = await run(`say({ image: ${JSON.stringify(picture)} })`);
    expect(settings).toEqual({ program: 'node' });
    expect((await failure(`say({ image: request.folder + '/none.png' })`)).message).not.toContain(folder);
  });
});
