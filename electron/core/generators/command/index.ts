/**
 * A program of the artist's own as generator. It gets the request as one JSON object on stdin, with the path where
 * its picture is looked for (`output`), and writes one JSON object a line on stdout: {"progress": 0.5} and
 * {"preview": "path"} as often as it likes, then {"image": "path"}. No shell is used.
 */
import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type Read, readAtMost } from '@core/files/index.js';
import { MAX_PIXELS } from '@core/measures/index.js';
import { type GeneratorCapability, generatorCapability } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import sharp from 'sharp';
import { z } from 'zod';
import {
  defineGenerator,
  type GeneratedImage,
  type Generator,
  notSetUp,
  type TakeSettings,
} from '../generator.js';
import { itsWords } from '../its-words.js';
import { Report } from './report.js';
import { runProgram } from './run-program.js';

/** What a program may be said to honour; each comes with the request. */
const ABILITIES = generatorCapability.extract([
  'img2img',
  'inpaint',
  'instruct',
  'reference',
  'seed',
  'negative',
  'weights',
]);

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
    .default(['img2img', 'inpaint', 'seed', 'negative', 'weights'])
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
  /** In what is kept and passed on, where a path would tell of this machine. */
  const name = basename(program);
  const capabilities: GeneratorCapability[] = ['txt2img', ...can, 'preview'];
  return {
    capabilities,
    slots: 1,
    status: async () =>
      program
        ? { ready: true, note: `Runs ${program}.`, version: '', capabilities }
        : notSetUp('Enter your program in its settings.'),
    handleFor: ({ folder }) => ({ output: join(folder, 'picture.png') }),
    async start(request, handle, { signal, progress }) {
      const report = new Report();
      const output = String(handle.output);
      let done = 0;
      let isReading = false;
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
          // The newest will do: those that come while one is read are passed over.
          if (said.preview === undefined || isReading) return;
          isReading = true;
          void readAtMost(resolve(said.preview), LARGEST_PREVIEW).then((read) => {
            isReading = false;
            if ('bytes' in read) tell({ preview: read.bytes });
          });
        },
      });
      const named = report.image ?? (await isThere(output));
      const complaint = report.complaint && itsWords(report.complaint);
      const wrong = complaint ?? why ?? (named === null ? 'it named no image' : null);
      if (wrong !== null || named === null) {
        const said = itsWords(stderr);
        throw new ContinuistError('GENERATOR_FAILED', `${name}: ${wrong}${said && `\n${said}`}`);
      }
      return imageAt(named, name, report.settings);
    },
    /** A picture that the program finished while nobody was there to be told. */
    async resume(_request, { output }) {
      const file = await isThere(String(output));
      const read = file === null ? null : await readAtMost(file, LARGEST_IMAGE);
      if (!read || !('bytes' in read) || !(await isWhole(read.bytes))) return null;
      return { bytes: read.bytes, settings: { program: name } };
    },
  };
}

const REFUSED: Readonly<Record<Extract<Read, { refused: string }>['refused'], string>> = {
  missing: 'which is not there',
  'no file': 'which is not a file',
  'too large': 'which is larger than 200 MB',
};

async function imageAt(file: string, program: string, settings: TakeSettings): Promise<GeneratedImage> {
  const read = await readAtMost(resolve(file), LARGEST_IMAGE);
  if ('bytes' in read) return { bytes: read.bytes, settings: { program, ...settings } };
  const named = itsWords(basename(file)).slice(0, 200);
  throw new ContinuistError('GENERATOR_FAILED', `${program} named ${named}, ${REFUSED[read.refused]}`);
}

const isThere = (file: string): Promise<string | null> =>
  stat(file).then(
    (entry) => (entry.isFile() ? file : null),
    () => null,
  );

/** Decoded to its end: a program that was cut off may have written half of it. */
const isWhole = (bytes: Buffer): Promise<boolean> =>
  sharp(bytes, { failOn: 'truncated', limitInputPixels: MAX_PIXELS })
    .stats()
    .then(
      () => true,
      () => false,
    );
