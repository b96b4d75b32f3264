/** The models of one application: which judges there are, getting, testing and dropping them, and what they run on. */
import type { Jobs } from '@core/jobs/index.js';
import { type InferenceClient, probeServers, type StartChild } from '@inference/index.js';
import { addFromHub, idFor } from '@models/add-from-hub.js';
import { ENSEMBLE_JUDGE, ensembleJudgeInfo } from '@models/ensemble/index.js';
import { type Chain, type Device, deviceChain, ensembleChain, type ModelPlaces } from '@models/index.js';
import { serverJudgeInfo } from '@models/server/index.js';
import type { JudgeInfo, MachineInfo, ModelCheck, ModelInfo, SelfTest } from '@shared/contract.js';
import type { Job } from '@shared/job.js';
import type { Settings } from '@shared/settings.js';
import { checkModel, type Downloading, downloadWork, forgetModel, modelInfos } from './library.js';
import { tryDevices } from './machine.js';
import { selfTest } from './self-test.js';

export interface ModelDeskOptions {
  readonly places: ModelPlaces;
  readonly start: StartChild;
  /** Threads of one model call. */
  readonly threads: number;
  /** As they are now. */
  readonly settings: () => Settings;
  readonly jobs: Jobs;
  readonly inference: () => InferenceClient;
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
    const { jobs, places } = this.#options;
    const job = jobs.runningOf('download');
    return modelInfos(places, job?.id === this.#downloading?.jobId ? this.#downloading : null);
  }

  /** Models, servers and, where two of them are ready, the ensemble. */
  judges(): JudgeInfo[] {
    const { servers, ensemble } = this.#options.settings();
    const single = [
      ...this.list().map(({ id, name, limits, licence, ready }) => ({ id, name, limits, licence, ready })),
      serverJudgeInfo(servers),
    ];
    const together = ensembleJudgeInfo(ensemble, single);
    return together ? [...single, together] : single;
  }

  /** What a judge is to be tried on. */
  chainOf(judge: string): Chain {
    const { places, settings } = this.#options;
    const { device, ensemble } = settings();
    return judge === ENSEMBLE_JUDGE
      ? ensembleChain(ensemble, places, device)
      : deviceChain(judge, places, device);
  }

  /** One download at a time: a second order gets the job that runs. */
  download({ id, device }: { id: string; device: Device }): Job {
    const { jobs, places, settings } = this.#options;
    const work = downloadWork({ id, device, mirror: settings().mirror, from: null }, places);
    const running = jobs.runningOf('download');
    if (running) return running;
    const job = jobs.start('download', work);
    this.#downloading = { id, jobId: job.id };
    return job;
  }

  /** Returns what it is called. */
  async add(repository: string, signal?: AbortSignal): Promise<string> {
    const { places, settings } = this.#options;
    const order = { repository, revision: 'main', id: idFor(repository) };
    return (await addFromHub(order, places, { mirror: settings().mirror, signal })).id;
  }

  verify(id: string, signal?: AbortSignal): Promise<ModelCheck> {
    return checkModel(id, this.#options.places, signal);
  }

  /** Returns the bytes the disk gets back. */
  remove(id: string): Promise<number> {
    const inference = this.#options.inference();
    // Windows removes no file that a process has open.
    if (inference.loaded?.id === id) inference.rest();
    return forgetModel(id, this.#options.places);
  }

  test(order: { id: string; device: Device }, signal?: AbortSignal): Promise<SelfTest> {
    const { start, threads, places, inference } = this.#options;
    // Two models at once may be one too many for the memory.
    inference().rest();
    return selfTest({ ...order, signal }, { start, threads, ...places });
  }

  async machine({ again }: { again: boolean }): Promise<MachineInfo> {
    const { start, threads, places, settings, inference } = this.#options;
    if (again) this.#devices = null;
    this.#devices ??= tryDevices({ start, modelsFolder: places.modelsFolder, threads });
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
