/** A judge from any engine: checks its files, asks it each question, and calibrates what it says. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import type { Answer, Judge, JudgeDescription, JudgeRequest, JudgeResult, Question } from '../judge/index.js';
import {
  type CalibrationFile,
  calibrated,
  calibrationFile,
  contrastsOf,
  errorRatesOf,
  FAMILIAR,
  thresholdsOf,
  UNCALIBRATED,
} from '../judge/index.js';
import {
  type CatalogueEntry,
  type Device,
  type Dtype,
  dtypesOf,
  externalData,
  filesFor,
  multipliesHalves,
  readLock,
  sha256Of,
} from '../library/index.js';
import type { Engine, LoadEngine, Prefix } from './engine.js';
import { HALVES_TUNING, TUNING } from './onnx/tune.js';
import { letGo } from './tensors.js';

/** Rewrites a claim into words the model knows, or names what it does not know. */
export type Rewrite = (question: Question) => { text: string } | { declined: string };

export interface EngineJudgeOptions {
  /** Folder of the model's files. */
  readonly folder: string;
  readonly device: Device;
  readonly threads: number;
  /** Where to keep what is made of the files for the device, version by version. */
  readonly prepared: string;
  readonly rewrite: Rewrite;
  /** Why nothing can be said of a whole picture with these features; null when something can. Parts are not asked about. */
  readonly decline?: (features: readonly number[]) => string | null;
  /** For fitting: leave P(yes) as the model gives it. */
  readonly uncalibrated?: boolean;
}

/** What tuning changes the answers of. */
const FOUR_BITS: ReadonlySet<Dtype> = new Set(['q4', 'q4f16']);

const CALIBRATION = 'calibration.json';
/** What is fitted to a model when the rest of it is done. */
const FITTED: readonly string[] = [CALIBRATION, FAMILIAR];

/** Throws JUDGE_UNAVAILABLE naming the file when one is absent or not what was recorded: a session could hang on it. */
export async function judgeFrom<Picture>(
  load: LoadEngine<Picture>,
  entry: CatalogueEntry,
  options: EngineJudgeOptions,
): Promise<Judge> {
  const { folder, device, threads } = options;
  const calibrate = !options.uncalibrated && entry.files.some(({ path }) => path === CALIBRATION);
  const files = filesFor(entry, device).filter(({ path }) => !options.uncalibrated || !FITTED.includes(path));
  const recorded = readLock(folder)?.files ?? {};
  const dtype = entry.devices[device]?.dtype;
  const version = createHash('sha256').update(JSON.stringify([entry.prompt, entry.image, dtype]));
  const tunedOf = device === 'cpu' && dtype ? dtype : {};
  if (Object.values(tunedOf).some((one) => FOUR_BITS.has(one))) version.update(TUNING);
  if (multipliesHalves(tunedOf)) version.update(HALVES_TUNING);
  for (const { path, sha256 } of files) {
    const found = await sha256Of(join(folder, path));
    const wanted = sha256 ?? recorded[path]?.sha256 ?? found;
    if (found !== wanted) throw damaged(entry, path);
    if (path.endsWith('.onnx'))
      for (const needed of await externalData(folder, path))
        if (!files.some((file) => file.path === needed)) throw incomplete(entry, path, needed);
    version.update(found);
  }
  const calibration = calibrate ? await readCalibration(folder) : UNCALIBRATED;
  const name = `${entry.id}-${version.digest('hex').slice(0, 12)}`;
  const prepared = join(options.prepared, name);
  const engine = await load(folder, entry, { device, threads, prepared });
  const errorRates = calibrate ? await errorRatesOf(folder, name) : undefined;
  const description: JudgeDescription = {
    id: entry.id,
    name: entry.name,
    version: name,
    licence: entry.licence,
    limits: entry.limits,
    device,
    ...(dtype && { dtype: dtypesOf(dtype) }),
    thresholds: thresholdsOf(calibration),
    ...(errorRates && { errorRates }),
    wholeWeight: calibration.wholeWeight,
    ...(entry.world !== null && { closedWorld: true }),
  };

  return {
    description,
    close: () => engine.close(),
    async judge(request: JudgeRequest, signal?: AbortSignal): Promise<JudgeResult> {
      const start = performance.now();
      const picture = await engine.prepare(request.file, request.region ?? null);
      const prepared = performance.now();
      signal?.throwIfAborted();
      const prefix = await engine.prefill(picture);
      const prefilled = performance.now();
      try {
        const declined = request.region ? null : (options.decline?.(prefix.features) ?? null);
        /** P(yes) of each, or why it is declined. */
        const ask = async (questions: readonly Question[]): Promise<Pick<Answer, 'p' | 'reason'>[]> => {
          const asked = questions.map((one) => (declined === null ? options.rewrite(one) : { declined }));
          const texts = asked.flatMap((one) => ('text' in one ? one.text : []));
          const logits = (await logitsOf(engine, prefix, texts, signal)).values();
          return asked.map((one, i) => {
            if ('declined' in one) return { p: null, reason: one.declined };
            const by = calibration.kinds[(questions[i] as Question).kind] ?? calibration.otherwise;
            return { p: calibrated(logits.next().value as number, by), reason: '' };
          });
        };
        const said = await ask(request.questions);
        const contrasts = await contrastsOf(
          request.questions.map((question, i) => ({ question, p: said[i]?.p ?? null })),
          async (opposites) => (await ask(opposites)).map(({ p }) => p),
        );
        const answers = request.questions.map(({ id }, i): Answer => {
          const contrast = contrasts[i];
          return {
            id,
            ...(said[i] as Pick<Answer, 'p' | 'reason'>),
            ...(contrast !== undefined && { contrast }),
          };
        });
        const wholes = request.whole && entry.prompt.whole && declined === null ? [request.whole] : [];
        const [logit] = await logitsOf(engine, prefix, wholes, signal);
        const whole = logit === undefined ? null : calibrated(logit, calibration.otherwise);
        const end = performance.now();
        return {
          answers,
          whole,
          features: prefix.features,
          timings: {
            prepare: prepared - start,
            prefill: prefilled - prepared,
            claims: end - prefilled,
            total: end - start,
          },
        };
      } finally {
        letGo(prefix.cache);
      }
    },
  };
}

/** Of any number of texts, as many at once as the engine takes. Stops between two calls when `signal` aborts. */
async function logitsOf<Picture>(
  engine: Engine<Picture>,
  prefix: Prefix,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<number[]> {
  const logits: number[] = [];
  for (let at = 0; at < texts.length; at += engine.together) {
    signal?.throwIfAborted();
    logits.push(...(await engine.logits(prefix, texts.slice(at, at + engine.together))));
  }
  return logits;
}

function damaged({ id, name, source }: CatalogueEntry, file: string): ContinuistError {
  const how = source.kind === 'hub' ? `. Repair it with: continuist models download ${id}` : '';
  const detail = `${name}: its file ${file} has changed since it was recorded${how}`;
  return new ContinuistError('JUDGE_UNAVAILABLE', detail, { judge: id, file });
}

function incomplete({ id, name }: CatalogueEntry, file: string, needed: string): ContinuistError {
  const detail = `${name}: its file ${file} needs ${needed}, which is not in its list of files`;
  return new ContinuistError('JUDGE_UNAVAILABLE', detail, { judge: id, file: needed });
}

async function readCalibration(folder: string): Promise<CalibrationFile> {
  return calibrationFile.parse(JSON.parse(await readFile(join(folder, CALIBRATION), 'utf8')));
}
