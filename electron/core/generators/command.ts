/**
 * A program of the artist's own as generator. It gets the request as one JSON object on stdin and writes one JSON
 * object a line on stdout: {"progress": 0.5} as often as it likes, then {"image": "path"}. No shell is involved.
 */
import { spawn } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { ContinuistError } from '@shared/errors.js';
import { z } from 'zod';
import type { GeneratedImage, GenerationRequest, Generator } from './generator.js';

const line = z.union([
  z.object({ image: z.string().min(1) }),
  z.object({ progress: z.number().min(0).max(1) }),
  z.object({ error: z.string() }),
]);

const LARGEST_IMAGE = 200 * 1024 * 1024;
const STDERR_KEPT = 4_000;

/** `command`: the program and its arguments. `timeout` in milliseconds. */
export function commandGenerator(command: readonly string[], timeout = 600_000): Generator {
  const [program, ...args] = command;
  return {
    id: 'command',
    info: () => ({
      id: 'command',
      name: 'Command',
      capabilities: ['txt2img', 'img2img', 'seed', 'negative', 'weights'],
      ready: program !== undefined,
      note: program ? `Runs ${program}.` : 'Name a program in the settings (command).',
    }),
    async generate(request, signal) {
      if (!program) throw new ContinuistError('NO_GENERATOR', 'no command is set');
      const file = await run(program, args, request, AbortSignal.any([signal, AbortSignal.timeout(timeout)]));
      const path = resolve(file);
      const { size } = await stat(path).catch((cause) => {
        throw new ContinuistError(
          'GENERATOR_FAILED',
          `${program} named ${file}, which is not there`,
          {},
          cause,
        );
      });
      if (size > LARGEST_IMAGE)
        throw new ContinuistError('GENERATOR_FAILED', `${file} is larger than 200 MB`);
      return { bytes: await readFile(path), settings: { program } } satisfies GeneratedImage;
    },
  };
}

async function run(
  program: string,
  args: readonly string[],
  request: GenerationRequest,
  signal: AbortSignal,
): Promise<string> {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], signal, shell: false });
  let stderr = '';
  let image: string | null = null;
  let complaint: string | null = null;
  child.stderr.on('data', (data: Buffer) => {
    stderr = (stderr + data.toString('utf8')).slice(-STDERR_KEPT);
  });
  // A program may end without reading its input.
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${JSON.stringify(request)}\n`);
  createInterface({ input: child.stdout }).on('line', (text) => {
    const parsed = line.safeParse(parseJson(text));
    if (!parsed.success) return;
    if ('image' in parsed.data) image = parsed.data.image;
    if ('error' in parsed.data) complaint = parsed.data.error;
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', (cause) => {
      if (signal.aborted) fail(signal.reason);
      else fail(new ContinuistError('GENERATOR_FAILED', `${program} could not be started`, {}, cause));
    });
    child.once('close', done);
  });
  if (code === 0 && image && !complaint) return image;
  const why = complaint ?? (code === 0 ? 'it named no image' : `it ended with exit code ${code}`);
  throw new ContinuistError('GENERATOR_FAILED', `${program}: ${why}${stderr ? `\n${stderr.trim()}` : ''}`, {
    stderr,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
