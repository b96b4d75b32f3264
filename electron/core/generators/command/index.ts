/**
 * A program of the artist's own as generator. It gets the request as one JSON object on stdin, with the path where
 * its picture is looked for (`output`), and writes one JSON object a line on stdout: {"progress": 0.5} and
 * {"preview": "path"} as often as it likes, then {"image": "path"}. No shell is used.
 */
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type GeneratorCapability, generatorCapability } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import sharp from 'sharp';
import { z } from 'zod';
import { defineGenerator, type GeneratedImage, type Generator, type TakeSettings } from '../generator.js';
import { Report } from './report.js';
import { runProgram } from './run-program.js';

/** What a program may be said to honour; each comes with the request. */
const ABILITIES = generatorCapability.extract(['img2img', 'seed', 'negative', 'weights']);

const LARGEST_IMAGE = 200 * 1024 * 1024;
const LARGEST_PREVIEW = 20 * 1024 * 1024;

const settings = z.strictObject({
  program: z.array(z.string()).default([]).meta({
    title: 'Program',
    description:
      'The program and its arguments, one per line. They run without a shell. You are asked before a new one is used.',
  }),
  can: z
    .array(ABILITIES)
    .default([...ABILITIES.options])
    .meta({ title: 'What it can do', description: 'Only these are offered and sent.' }),
  timeout: z.number().int().min(1).max(86_400).default(600).meta({
    title: 'Time limit for a picture',
    description: 'In seconds. After that the program is stopped.',
  }),
});

export const command = defineGenerator({
  id: 'command',
  name: 'Command',
  about: 'Runs a program of your own for each picture.',
  settings,
  consent: { program: 'runs', can: 'free', timeout: 'free' },
  connect: (section) => commandGenerator(section),
});

function commandGenerator({ program: words, can, timeout }: z.output<typeof settings>): Generator {
  const [program = '', ...args] = words;
  const capabilities: GeneratorCapability[] = ['txt2img', ...can, 'preview'];
  return {
    capabilities,
    status: async () => ({
      ready: program !== '',
      note: program ? `Runs ${program}.` : 'Enter your program in its settings.',
      version: '',
      capabilities,
    }),
    handleFor: ({ folder }) => ({ output: join(folder, 'picture.png') }),
    async start(request, handle, { signal, progress }) {
      const report = new Report();
      const output = String(handle.output);
      let done = 0;
      const tell = (more: { preview?: Buffer } = {}) =>
        progress({ state: 'running', progress: done, doing: '', ...more });
      const { why, stderr } = await runProgram([program, ...args], {
        input: `${JSON.stringify({ ...request, output })}\n`,
        milliseconds: timeout * 1000,
        signal,
        onLine: (line) => {
          const said = report.line(line);
          if (said.progress !== undefined) {
            done = said.progress;
            tell();
          }
          if (said.preview !== undefined)
            void previewOf(said.preview).then((preview) => preview && tell({ preview }));
        },
      });
      const named = report.image ?? (await isThere(output));
      const wrong = report.complaint ?? why ?? (named === null ? 'it named no image' : null);
      if (wrong !== null || named === null) {
        const said = stderr ? `\n${stderr}` : '';
        throw new ContinuistError('GENERATOR_FAILED', `${program}: ${wrong}${said}`, { stderr });
      }
      return imageAt(named, program, report.settings);
    },
    /** A picture that the program finished while nobody was there to be told. */
    async resume(_request, { output }) {
      const file = await isThere(String(output));
      if (file === null || !(await isWhole(file))) return null;
      return imageAt(file, program, {});
    },
  };
}

async function imageAt(file: string, program: string, settings: TakeSettings): Promise<GeneratedImage> {
  const path = resolve(file);
  const { size } = await stat(path).catch((cause) => {
    throw new ContinuistError('GENERATOR_FAILED', `${program} named ${file}, which is not there`, {}, cause);
  });
  if (size > LARGEST_IMAGE) throw new ContinuistError('GENERATOR_FAILED', `${file} is larger than 200 MB`);
  return { bytes: await readFile(path), settings: { program, ...settings } };
}

const isThere = (file: string): Promise<string | null> =>
  stat(file).then(
    (entry) => (entry.isFile() ? file : null),
    () => null,
  );

/** Decoded to its end: a program that was cut off may have written half of it. */
const isWhole = (file: string): Promise<boolean> =>
  sharp(file, { failOn: 'truncated' })
    .stats()
    .then(
      () => true,
      () => false,
    );

/** Null when it is not there, or no preview any more. */
async function previewOf(file: string): Promise<Buffer | null> {
  const entry = await stat(file).catch(() => null);
  return entry && entry.size <= LARGEST_PREVIEW ? readFile(file).catch(() => null) : null;
}
