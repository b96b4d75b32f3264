/** What each command of the shell does; arguments are already checked. */
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { replaceFile } from '@core/files/index.js';
import { exportBoard, saveExport, writerOf } from '@core/formats/index.js';
import { given } from '@core/settings/index.js';
import type { DeviceSetting } from '@shared/device.js';
import type { Feedback } from '@shared/feedback.js';
import { Bench, type BenchOptions } from './bench.js';
import { EXIT, type ExitCode, exitCodeOf, type FailOn } from './exit-code.js';
import { jsonText } from './json-text.js';
import { readStageConfig } from './stage-config.js';
import { summaryOf } from './summary.js';

/** Where results go, and how work is watched and stopped. */
export interface Shell extends Pick<BenchOptions, 'signal' | 'onProgress'> {
  /** One result on stdout. */
  print(text: string): void;
  /** What is no result, on stderr. */
  note(text: string): void;
}

export interface AnalyseFlags {
  readonly judge?: string;
  readonly device?: DeviceSetting;
  readonly ensemble?: string[];
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly failOn?: FailOn;
}

export function analyse(board: string, flags: AnalyseFlags, shell: Shell): Promise<ExitCode> {
  const { judge, device, ensemble } = flags;
  return Bench.with(board, { ...shell, flags: given({ judge, device, ensemble }) }, async (bench) => {
    await bench.analyse();
    return report(bench, flags, shell);
  });
}

async function report(bench: Bench, flags: AnalyseFlags, shell: Shell): Promise<ExitCode> {
  const feedback = bench.feedback(flags.out ?? null);
  noteRefused(feedback, shell);
  if (flags.out) await replaceFile(flags.out, jsonText(feedback));
  if (flags.json) shell.print(jsonText(feedback).trimEnd());
  else if (!flags.quiet) shell.print(summaryOf(feedback));
  return exitCodeOf(feedback, flags.failOn ?? null);
}

function noteRefused({ judge }: Feedback, shell: Shell): void {
  for (const { device, reason } of judge?.refused ?? []) shell.note(`${device} was refused: ${reason}`);
}

export async function stage(
  configFile: string,
  { skipVision = false }: { skipVision?: boolean },
  shell: Shell,
): Promise<ExitCode> {
  const { shots, out, vision } = await readStageConfig(configFile);
  if (skipVision || !vision.enabled) {
    await mkdir(dirname(out), { recursive: true });
    await copyFile(shots, out);
    shell.print('The vision stage is off: the shots go on unchanged.');
    return EXIT.passed;
  }
  const { judge, device, ensemble, generator, rounds, maxRequests } = vision;
  const flags = given({ judge, device, ensemble, generator, rounds, maxRequests });
  return Bench.with(shots, { ...shell, flags }, async (bench) => {
    await bench.analyse();
    if (vision.automatic) await automatic(bench);
    await exportTo(bench, 'shots', out);
    return report(bench, { out: vision.feedback, failOn: vision.failOn }, shell);
  });
}

export interface RegenerateFlags extends Pick<AnalyseFlags, 'judge' | 'device' | 'ensemble'> {
  readonly auto?: boolean;
  readonly rounds?: number;
  readonly max?: number;
}

/** Approved requests, or with `auto` whatever is flagged, within its limits. */
export function regenerate(board: string, flags: RegenerateFlags, shell: Shell): Promise<ExitCode> {
  const { judge, device, ensemble, rounds, max: maxRequests } = flags;
  const settings = given({ judge, device, ensemble, rounds, maxRequests });
  return Bench.with(board, { ...shell, flags: settings }, async (bench) => {
    if (flags.auto) await bench.analyse();
    const ended = flags.auto
      ? await automatic(bench)
      : await bench.run(() => bench.application.regenerate({ failedToo: true }));
    shell.print(ended?.summary ?? 'Nothing is approved and waiting.');
    const feedback = bench.feedback(null);
    noteRefused(feedback, shell);
    shell.print(summaryOf(feedback));
    return EXIT.passed;
  });
}

function automatic(bench: Bench) {
  const { rounds, maxRequests } = bench.application.settings;
  return bench.run(() => bench.application.automatic({ rounds, max: maxRequests }));
}

/** By the writer of a format: the file or folder that it goes to. */
export type ExportFlags = Readonly<Record<string, string>>;

export function exportFiles(board: string, flags: ExportFlags, shell: Shell): Promise<ExitCode> {
  return Bench.with(board, shell, async (bench) => {
    for (const [id, path] of Object.entries(flags)) {
      await exportTo(bench, id, path);
      shell.print(path);
    }
    return EXIT.passed;
  });
}

async function exportTo({ application }: Bench, writerId: string, path: string): Promise<void> {
  const writer = writerOf(writerId);
  const target = writer.makes === 'file' ? dirname(resolve(path)) : resolve(path);
  await saveExport(await exportBoard(writer, application.writeContext(target)), path);
}
