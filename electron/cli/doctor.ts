/** `continuist doctor FILE…`: what is in pictures and shots files, in plain sentences. */
import { type Diagnosis, diagnose } from '@core/doctor/index.js';
import type { Shell } from './commands.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { jsonText } from './json-text.js';

/** Letters of a value that are shown; with --json it is whole. */
const LONGEST = 300;

/** Exit code 1 where one of the files cannot be used; the others are told all the same. */
export async function doctor(
  files: readonly string[],
  { json = false }: { json?: boolean },
  shell: Shell,
): Promise<ExitCode> {
  const all: Diagnosis[] = [];
  for (const file of files) {
    shell.signal?.throwIfAborted();
    all.push(await diagnose(file));
  }
  shell.print(json ? jsonText(all).trimEnd() : all.map(told).join('\n\n'));
  return all.some(({ problem }) => problem !== null) ? EXIT.error : EXIT.passed;
}

function told({ file, kind, readBy, found, notRead, problem }: Diagnosis): string {
  const lines = [
    kind === null ? file : `${file} is ${kind}.`,
    ...(problem === null ? [] : [`  It cannot be used: ${problem}`]),
    ...(kind === null ? [] : [`  ${readerOf(kind, readBy)}`]),
    ...found.map(
      ({ what, value, where }) => `  ${what}: ${shortened(value)}${where && `\n      from ${where}`}`,
    ),
    ...notRead.map((what) => `  Not read: ${what}`),
  ];
  return lines.join('\n');
}

function readerOf(kind: string, readBy: string | null): string {
  if (readBy === null) return 'No reader knows how it was made.';
  return readBy === kind ? 'Its fields:' : `Read as: ${readBy}.`;
}

function shortened(value: string): string {
  const line = value.replace(/\s*\n\s*/g, ' ⏎ ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}… (${value.length} characters)` : line;
}
