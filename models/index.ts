/** Loads any judge, and any eye, that is a model. Each folder beside this file is reached through its own index. */
import { join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { LlavaOnevisionEngine, OpenEye, Phi35VisionEngine, Qwen35Engine } from './architectures/index.js';
import type { Eye } from './eye/index.js';
import { FAMILIAR, type Judge, strangersDeclined } from './judge/index.js';
import {
  type Device,
  findModel,
  type LibraryFolders,
  modelFolder,
  modelState,
  preparedFolder,
  publishedEye,
  STORYBOOK_EYE,
  whyNotReady,
} from './library/index.js';
import { type EngineJudgeOptions, judgeFrom, type Rewrite } from './runtime/index.js';
import { StorybookEye } from './storybook/eye/index.js';
import { rewriteForStorybook } from './storybook/index.js';

export interface LoadJudgeOptions {
  /** The `models/` folder that holds the files of the models that ship with the program. */
  readonly modelsFolder: string;
  /** The user's folder of downloaded models; absent = only what ships with the program. */
  readonly downloadsFolder?: string | null;
  /** Default: cpu. */
  readonly device?: Device;
  /** Threads for one model call. */
  readonly threads: number;
  /** For fitting thresholds: P(yes) as the model gives it. */
  readonly uncalibrated?: boolean;
}

const asAsked: Rewrite = (question) => ({ text: question.text });

/** Throws JUDGE_UNAVAILABLE when `id` is not known, or saying how to get it when its files are not all there. */
export async function loadJudge(id: string, options: LoadJudgeOptions): Promise<Judge> {
  const { modelsFolder, downloadsFolder = null, device = 'cpu', threads, uncalibrated = false } = options;
  const folders: LibraryFolders = { modelsFolder, downloadsFolder };
  const entry = findModel(id, folders);
  if (!entry) throw new ContinuistError('JUDGE_UNAVAILABLE', `no judge is called "${id}"`, { judge: id });
  const state = modelState(entry, folders, device);
  if (!state.ready) {
    const data = { judge: id, file: state.missing[0], source: entry.source.kind };
    throw new ContinuistError('JUDGE_UNAVAILABLE', whyNotReady(entry, state, device), data);
  }
  const folder = modelFolder(entry, folders);
  const knowsStrangers = !uncalibrated && entry.files.some(({ path }) => path === FAMILIAR);
  const engine: EngineJudgeOptions = {
    folder,
    device,
    threads: Math.min(threads, entry.threads ?? threads),
    prepared: preparedFolder(entry, folders),
    rewrite: entry.world === 'storybook' ? rewriteForStorybook : asAsked,
    uncalibrated,
    ...(knowsStrangers && { decline: await strangersDeclined(folder) }),
  };
  switch (entry.architecture) {
    case 'llava-onevision':
      return judgeFrom(LlavaOnevisionEngine.load, entry, engine);
    case 'phi-3.5-vision':
      return judgeFrom(Phi35VisionEngine.load, entry, engine);
    case 'qwen-3.5':
      return judgeFrom(Qwen35Engine.load, entry, engine);
  }
}

type LoadEyeOptions = Pick<LoadJudgeOptions, 'modelsFolder' | 'downloadsFolder' | 'threads'>;

/** `id`: of the eye that ships, or of `publishedEye`. Throws JUDGE_UNAVAILABLE when its files are not all there. */
export async function loadEye(
  id: string,
  { modelsFolder, downloadsFolder = null, threads }: LoadEyeOptions,
): Promise<Eye> {
  if (id === STORYBOOK_EYE) return StorybookEye.load(join(modelsFolder, 'storybook/files/eye'));
  const folders: LibraryFolders = { modelsFolder, downloadsFolder };
  const eye = publishedEye(folders);
  if (eye?.id !== id)
    throw new ContinuistError('JUDGE_UNAVAILABLE', `the eye "${id}" is not here`, { eye: id });
  return OpenEye.load(eye, folders, threads);
}
