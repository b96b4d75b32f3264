/** The models of one application: which judges there are, getting, testing and dropping them, and what they run on. */
import { basename, resolve } from 'node:path';
import type { Jobs } from '@core/jobs/index.js';
import { type Inference, probeServers, type StartChild } from '@inference/index.js';
import { ensembleJudgeInfo } from '@models/ensemble/index.js';
import {
  addFromHub,
  addModel,
  type Device,
  ENSEMBLE_JUDGE,
  EYES,
  findModel,
  idFor,
  isToBePrepared,
  knownModels,
  type LibraryFolders,
  ownName,
} from '@models/library/index.js';
import { type Chain, deviceChain, ensembleChain } from '@models/runtime/devices/index.js';
import { serverJudgeInfo } from '@models/server/index.js';
import type { JudgeInfo, MachineInfo, ModelCheck, ModelInfo, SelfTest } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { Job } from '@shared/job.js';
import type { Settings } from '@shared/settings.js';
import {
  checkModel,
  type Downloading,
  type DownloadOrder,
  downloadWork,
  forgetModel,
  modelInfos,
} from './library.js';
import { tryDevices } from './machine.js';
import { selfTest } from './self-test.js';

export interface ModelDeskOptions {
  readonly folders: LibraryFolders;
  readonly start: StartChild;
  /** Threads of one model call. */
  readonly threads: number;
  /** As they are now. */
  readonly settings: () => Settings;
  readonly jobs: Jobs;
  readonly inference: () => Inference;
}

export class ModelDesk {
  readonly #options: ModelDeskOptions;
  #downloading: Downloading | null = null;
  /** Found out when it is first asked for. */
  #devices: Promise<MachineInfo['devices']> | null = null;

  constructor(options: ModelDeskOptions) {
    this.#options = options;
  }

  list(): ModelInfo[] {
    const { jobs, folders } = this.#options;
    const job = jobs.runningOf('download');
    return modelInfos(folders, job?.id === this.#downloading?.jobId ? this.#downloading : null);
  }

  /** Models, servers and, where two of them are ready, the ensemble. */
  judges(): JudgeInfo[] {
    const { servers, ensemble } = this.#options.settings();
    const single = [
      ...this.list()
        .filter(({ role }) => role === 'judge')
        .map(({ id, name, limits, licence, ready }) => ({ id, name, limits, licence, ready })),
      serverJudgeInfo(servers),
    ];
    const together = ensembleJudgeInfo(ensemble, single);
    return together ? [...single, together] : single;
  }

  /** What a judge is to be tried on. */
  chainOf(judge: string): Chain {
    const { folders, settings } = this.#options;
    const { device, ensemble } = settings();
    return judge === ENSEMBLE_JUDGE
      ? ensembleChain(ensemble, folders, device)
      : deviceChain(judge, folders, device);
  }

  /** What the artist waits for while a judge is loaded, where it is more than that. */
  loadingWords(judge: string): string | undefined {
    const { folders } = this.#options;
    const entry = findModel(judge, folders);
    const [first] = this.chainOf(judge).devices;
    return entry && first === 'cpu' && isToBePrepared(entry, folders)
      ? 'Preparing the model, once'
      : undefined;
  }

  /** One download at a time: a second order gets the job that runs. `from`: a folder with the files; null = the hub. */
  download(order: Omit<DownloadOrder, 'mirror'>): Job {
    const { jobs, folders, settings } = this.#options;
    const work = downloadWork({ ...order, mirror: settings().mirror }, folders);
    const running = jobs.runningOf('download');
    if (running) return running;
    const job = jobs.start('download', work);
    this.#downloading = { id: order.id, jobId: job.id };
    return job;
  }

  /** Returns what it is called. */
  async addFromHub(repository: string, signal?: AbortSignal): Promise<string> {
    const { folders, settings } = this.#options;
    const order = { repository, revision: 'main', id: idFor(repository.replace(/^.*\//, '')) };
    return (await addFromHub(order, folders, { mirror: settings().mirror, signal })).id;
  }

  /** Returns what it is called: as its folder, with a number where another model is called so. */
  async addFromFolder(folder: string): Promise<string> {
    const { folders } = this.#options;
    const known = knownModels(folders).find(
      ({ source }) => source.kind === 'folder' && source.folder === resolve(folder),
    );
    if (known)
      throw new ContinuistError('MODEL_UNKNOWN', `this folder is in the list already, as ${known.id}`);
    const { id, name } = ownName(basename(folder), folders);
    return (await addModel(folder, id, folders, name)).id;
  }

  verify(id: string, signal?: AbortSignal): Promise<ModelCheck> {
    return checkModel(id, this.#options.folders, signal);
  }

  /** Returns the bytes the disk gets back. */
  remove(id: string): Promise<number> {
    // Windows removes no file that a process has open; an eye is in the process of whatever judge.
    this.#options.inference().rest(EYES.some((eye) => eye.id === id) ? undefined : id);
    return forgetModel(id, this.#options.folders);
  }

  test(order: { id: string; device: Device }, signal?: AbortSignal): Promise<SelfTest> {
    const { start, threads, folders, inference } = this.#options;
    // Two models at once may be one too many for the memory.
    inference().rest();
    return selfTest({ ...order, signal }, { start, threads, ...folders });
  }

  async machine({ again }: { again: boolean }): Promise<MachineInfo> {
    const { start, threads, folders, settings, inference } = this.#options;
    if (again) this.#devices = null;
    this.#devices ??= tryDevices({ start, modelsFolder: folders.modelsFolder, threads });
    const [devices, servers] = await Promise.all([
      this.#devices,
      probeServers(settings().servers, { start }),
    ]);
    const { loaded } = inference();
    return {
      devices,
      servers: [...servers],
      loaded: loaded && {
        id: loaded.id,
        name: loaded.name,
        device: loaded.device,
        refused: [...(loaded.refused ?? [])],
      },
    };
  }
}
