import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandGenerator } from './command.js';
import type { GenerationRequest } from './generator.js';

const request: GenerationRequest = {
  id: 'r',
  prompt: 'a dog; rm -rf "$HOME"',
  negativePrompt: '',
  seed: '18446744073709551615',
  width: 8,
  height: 8,
  fromFile: '',
  strength: null,
  settings: {},
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-command-'));
  const picture = { create: { width: 8, height: 8, channels: 3, background: '#ff0000' } } as const;
  await sharp(picture).png().toFile(join(folder, 'made.png'));
});

/** A program that reads its request and then does as `body` says. */
async function program(body: string): Promise<string[]> {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.mjs`);
  const head = `import { readFileSync } from 'node:fs'; const request = JSON.parse(readFileSync(0, 'utf8'));\n`;
  await writeFile(file, head + body);
  return [process.execPath, file];
}

const unaborted = () => new AbortController().signal;

describe('a command as generator', () => {
  it('gets the request as it is, seed lossless and no shell in between', async () => {
    const command = await program(`
      if (request.seed !== '18446744073709551615' || !request.prompt.includes('"$HOME"')) process.exit(9);
      console.log(JSON.stringify({ progress: 0.5 }));
      console.log('a line of its own');
      console.log(JSON.stringify({ image: ${JSON.stringify(join(folder, 'made.png'))} }));`);
    const { bytes } = await commandGenerator(command).generate(request, unaborted());
    expect((await sharp(bytes).metadata()).width).toBe(8);
  });

  it.each([
    ['ends badly', `console.error('no model'); process.exit(4)`, /exit code 4[\s\S]*no model/],
    ['names no image', ``, /named no image/],
    ['names an image that is not there', `console.log('{"image":"/nowhere.png"}')`, /not there/],
    ['says what is wrong', `console.log('{"error":"out of memory"}')`, /out of memory/],
  ])('fails clearly when it %s', async (_, body, message) => {
    const made = commandGenerator(await program(body)).generate(request, unaborted());
    await expect(made).rejects.toMatchObject({
      code: 'GENERATOR_FAILED',
      message: expect.stringMatching(message),
    });
  });

  it('fails clearly when the program is not there', async () => {
    await expect(commandGenerator(['/no/such/program']).generate(request, unaborted())).rejects.toMatchObject(
      {
        code: 'GENERATOR_FAILED',
      },
    );
    await expect(commandGenerator([]).generate(request, unaborted())).rejects.toMatchObject({
      code: 'NO_GENERATOR',
    });
  });

  it('is ended when the artist cancels', async () => {
    const abort = new AbortController();
    const made = commandGenerator(await program('setTimeout(() => {}, 60_000)')).generate(
      request,
      abort.signal,
    );
    const ended = expect(made).rejects.toBeDefined();
    setTimeout(() => abort.abort(), 200);
    await ended;
  });
});
