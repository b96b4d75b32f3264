/** `continuist models …`: lists the judges, and downloads, checks and removes their files. */

import { stat } from 'node:fs/promises';
import type { ApplicationOptions } from '@core/application.js';
import { applicationOptions } from '@core/host/index.js';
import { Jobs, type Work } from '@core/jobs/index.js';
import {
  addFromHub,
  addModel,
  checkModel,
  downloadWork,
  forgetModel,
  modelInfos,
  selfTest,
} from '@core/models/index.js';
import { loadSettings } from '@core/settings/index.js';
import { startNodeChild } from '@inference/index.js';
import {
  type Device,
  hubAddress,
  isHubName,
  type LibraryFolders,
  libraryFolders,
} from '@models/library/index.js';
import type { ModelInfo, SelfTest } from '@shared/contract/index.js';
import { ContinuistError, rebuiltError } from '@shared/errors.js';
import { megabytes } from '@shared/megabytes.js';
import type { Settings } from '@shared/settings.js';
import type { WeightsChoice } from '@shared/weights-choice.js';
import type { Shell } from './commands.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { jsonText } from './json-text.js';
import { tellProblem } from './tell-problem.js';

const options = () => applicationOptions({ host: 'test', startChild: startNodeChild });
const foldersHere = async (): Promise<LibraryFolders> => libraryFolders(await options());

async function settingsOf(
  { settings }: Pick<ApplicationOptions, 'settings'>,
  shell: Shell,
): Promise<Settings> {
  const loaded = await loadSettings(settings, null);
  tellProblem(loaded, shell.note);
  return loaded.settings;
}

export async function listModels({ json = false }: { json?: boolean }, shell: Shell): Promise<ExitCode> {
  const infos = modelInfos(await foldersHere());
  shell.print(json ? jsonText(infos).trimEnd() : infos.map(described).join('\n\n'));
  return EXIT.passed;
}

function described({ id, name, brings, licence, limits, origin, caution, devices }: ModelInfo): string {
  const runs = devices.flatMap(({ device, ready, missing, bytes, expected, memory, weights }) => {
    const state = ready ? `ready, ${megabytes(bytes)}` : absent(origin, missing.length, bytes, expected);
    const needs = memory === null ? '' : `; needs ${megabytes(memory)} of memory`;
    return [`  ${device}: ${state}${needs}`, ...weights.map((one) => `    ${weightsLine(one, origin)}`)];
  });
  return [
    `${id}  ${name}  ${licence}`,
    ...runs,
    ...[brings, caution, ...limits].filter(Boolean).map((text) => `  ${text}`),
  ].join('\n');
}

type OfWeights = ModelInfo['devices'][number]['weights'][number];

function weightsLine(
  { choice, chosen, ready, bytes, expected }: OfWeights,
  origin: ModelInfo['origin'],
): string {
  const left = megabytes(Math.max(0, expected - bytes));
  const state = ready ? 'here' : origin === 'hub' ? `${left} to download` : 'not here';
  return `${choice} weights: ${megabytes(expected)}, ${state}${chosen ? ', chosen' : ''}`;
}

function absent(origin: ModelInfo['origin'], files: number, bytes: number, expected: number): string {
  const lacks = `${files} ${files === 1 ? 'file is' : 'files are'} missing`;
  if (origin !== 'hub') return lacks;
  const left = megabytes(Math.max(0, expected - bytes));
  return bytes === 0 ? `not downloaded, about ${left}` : `${lacks}, about ${left}`;
}

export interface DownloadFlags {
  readonly mirror?: string;
  readonly from?: string;
  readonly device?: Device;
  readonly weights?: WeightsChoice;
}

export async function download(id: string, flags: DownloadFlags, shell: Shell): Promise<ExitCode> {
  const given = await options();
  const { mirror } = await settingsOf(given, shell);
  const order = {
    id,
    device: flags.device ?? 'cpu',
    mirror: flags.mirror ?? mirror,
    from: flags.from ?? null,
    weights: flags.weights,
  };
  const folders = libraryFolders(given);
  const work = downloadWork(order, folders);
  const caution = modelInfos(folders).find((model) => model.id === id)?.caution;
  if (caution && order.from === null) shell.note(caution);
  shell.print(await finished(work, shell));
  return EXIT.passed;
}

export async function verify(id: string, shell: Shell): Promise<ExitCode> {
  const { ok, files } = await checkModel(id, await foldersHere(), shell.signal);
  for (const { path, state, sha256 } of files)
    shell.print(`${state.padEnd(8)}${path}  ${sha256 ?? ''}`.trimEnd());
  return ok ? EXIT.passed : EXIT.error;
}

export async function remove(id: string, shell: Shell): Promise<ExitCode> {
  shell.print(`${megabytes(await forgetModel(id, await foldersHere()))} are free again.`);
  return EXIT.passed;
}

export interface AddFlags {
  readonly id: string;
  readonly revision?: string;
  readonly mirror?: string;
}

/** `given`: a folder, or a hub's `owner/name` where no folder is called so. */
export async function add(given: string, flags: AddFlags, shell: Shell): Promise<ExitCode> {
  const { id, revision, mirror } = flags;
  const folder = await stat(given).catch(() => null);
  if (folder === null && isHubName(given)) return addRepository(given, flags, shell);
  if (revision !== undefined || mirror !== undefined) {
    const what = folder === null ? 'not a hub’s owner/name' : 'a folder or file here';
    const detail = `“${given}” is ${what}; --revision and --mirror are for a repository of a hub`;
    throw new ContinuistError('MODEL_UNKNOWN', detail);
  }
  const entry = await addModel(given, id, await foldersHere());
  shell.print(`${entry.id} can be chosen: --judge ${entry.id}. The files stay where they are.`);
  return EXIT.passed;
}

async function addRepository(repository: string, flags: AddFlags, shell: Shell): Promise<ExitCode> {
  const given = await options();
  const settings = await settingsOf(given, shell);
  const { id, revision = 'main', mirror = settings.mirror } = flags;
  const to = libraryFolders(given);
  const asked = new URL(hubAddress(mirror)).host;
  shell.note(`No folder here is called “${repository}”: asking ${asked} for the repository.`);
  const { licence } = await addFromHub({ repository, revision, id }, to, { mirror, signal: shell.signal });
  const size = modelInfos(to).find((info) => info.id === id)?.devices[0]?.expected ?? 0;
  shell.print(
    `${id} is in the list: licence ${licence}, about ${megabytes(size)}. Get it with: continuist models download ${id}`,
  );
  return EXIT.passed;
}

/** Tries the model with a picture, apart from everything else. */
export async function bench(
  id: string,
  { device = 'cpu', json = false }: { device?: Device; json?: boolean },
  { print, signal }: Shell,
): Promise<ExitCode> {
  const given = await options();
  const { startChild: start, threads } = given;
  const test = await selfTest({ id, device, signal }, { start, threads, ...libraryFolders(given) });
  print(json ? jsonText(test).trimEnd() : tested(test).join('\n'));
  return test.sane ? EXIT.passed : EXIT.error;
}

function tested(test: SelfTest): string[] {
  const { id, device, loadSeconds, firstSeconds, frameSeconds, questions, memory, gpuMemory } = test;
  const size = (bytes: number | null) => (bytes === null ? 'unknown' : megabytes(bytes));
  return [
    `${id} on ${device}: loads in ${loadSeconds.toFixed(1)} s, first frame ${firstSeconds.toFixed(2)} s, then ${frameSeconds.toFixed(2)} s a frame of ${questions} questions`,
    `memory: ${size(memory)} at most${device === 'cpu' ? '' : `, on the card ${size(gpuMemory)}`}`,
    test.verdict,
  ];
}

/** Runs the work as a job, so that it is shown and cancelled like any other. Returns its summary. */
async function finished(work: Work, { signal, onProgress }: Shell): Promise<string> {
  const jobs = new Jobs(() => undefined);
  if (onProgress) jobs.onChange(onProgress);
  const { id } = jobs.start('download', work);
  const cancel = () => void jobs.cancel(id);
  signal?.addEventListener('abort', cancel);
  const ended = await jobs.ended(id);
  signal?.removeEventListener('abort', cancel);
  if (ended?.error) throw rebuiltError(ended.error);
  if (ended?.state !== 'done') throw new ContinuistError('CANCELLED');
  return ended.summary;
}
