/** What the double answers, path by path. */
import { stringify } from 'lossless-json';
import sharp from 'sharp';
import { readPython } from '../comfyui/json.js';
import type { Reply } from '../fate.js';
import type { Draw, DrawOrder } from './drawing.js';
import { DEFAULTS, faultsIn } from './fields.js';
import { LISTS, OPTIONS } from './lists.js';
import { type Body, made } from './made.js';
import type { State } from './state.js';

export type Kind = 'Forge' | 'A1111' | 'SD.Next';

/** What there is to answer from. */
export interface Served {
  readonly kind: Kind;
  readonly models: readonly string[];
  readonly draw: Draw;
  readonly step: (order: Pick<DrawOrder, 'prompt'>) => number;
  /** Its window is there as well, so that tasks can be asked for by their names. */
  readonly hasWindow: boolean;
  readonly state: State;
}

const VERSION = 'f2.0.1v1.10.1-1.10.1';
const NO_MODEL =
  'You do not have any model! Please download at least one model in [models/Stable-diffusion].';

const json = (value: unknown, status = 200): Reply => ({ status, body: stringify(value) ?? 'null' });

/** Ends a request with what FastAPI would say. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly detail: unknown,
  ) {
    super();
  }
}

/** Of an exception: the same with `errors` in A1111, and with `message` in Forge. */
const failure = (kind: Kind, error: string, said: string, detail: unknown = '', status = 500): Reply =>
  json({ error, detail, body: '', [kind === 'A1111' ? 'errors' : 'message']: said }, status);

/** `body`: as it came. */
export async function answer(
  served: Served,
  method: string,
  path: string,
  query: URLSearchParams,
  body: string,
) {
  const { kind, state } = served;
  try {
    const route = ROUTES[`${method} ${path}`];
    if (route) return await route(served, body, query);
    const list = /^GET \/sdapi\/v1\/([\w-]+)$/.exec(`${method} ${path}`)?.[1] ?? '';
    const isHere = list !== 'sd-modules' || kind === 'Forge';
    if (isHere && Object.hasOwn(LISTS, list)) return json(LISTS[list]);
    throw new Refusal(404, 'Not Found');
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) {
      const { name, message } = thrown as Error;
      if (name === 'Killed' || state.isKilled) throw thrown;
      return failure(kind, name === 'Error' ? 'RuntimeError' : name, message);
    }
    const { status, detail } = thrown;
    const isOwn = kind === 'A1111' && status !== 422 && detail !== 'Not Found';
    return isOwn ? failure(kind, 'HTTPException', '', detail, status) : json({ detail }, status);
  }
}

type Route = (served: Served, body: string, query: URLSearchParams) => Reply | Promise<Reply>;

const ROUTES: Readonly<Record<string, Route>> = {
  'GET /sdapi/v1/sd-models': ({ models }) =>
    json(
      models.map((name) => ({
        title: `${name}.safetensors`,
        model_name: name,
        hash: null,
        sha256: null,
        filename: `/models/Stable-diffusion/${name}.safetensors`,
        config: null,
      })),
    ),
  'GET /sdapi/v1/sd-vae': ({ kind }) => {
    if (kind === 'Forge') throw new Refusal(404, 'Not Found');
    return json([]);
  },
  'GET /sdapi/v1/version': ({ kind }) => {
    if (kind !== 'SD.Next') throw new Refusal(404, 'Not Found');
    return json({ app: 'sd.next', updated: '2026-07-01', hash: '1a2b3c4d', url: '' });
  },
  'GET /sdapi/v1/options': ({ models }) => json({ ...OPTIONS, sd_model_checkpoint: models[0] ?? null }),
  'POST /sdapi/v1/options': ({ kind, models }, body) => {
    for (const [key, value] of Object.entries(bodyOf(body))) {
      if (!Object.hasOwn(OPTIONS, key)) return failure(kind, 'KeyError', `'${key}'`);
      if (key === 'sd_model_checkpoint' && !models.includes(String(value)))
        return failure(kind, 'RuntimeError', `model '${value}' not found`);
    }
    return json(null);
  },
  'GET /sdapi/v1/progress': progress,
  'POST /sdapi/v1/interrupt': ({ kind, state }) => {
    state.interrupted = true;
    return kind === 'SD.Next' ? { status: 204, body: '' } : json({});
  },
  'POST /sdapi/v1/skip': ({ kind, state }) => {
    state.skipped = true;
    return kind === 'SD.Next' ? { status: 204, body: '' } : json(null);
  },
  'POST /internal/progress': ({ state, hasWindow }, body) => {
    if (!hasWindow) throw new Refusal(404, 'Not Found');
    const { id_task: id } = bodyOf(body) as { id_task: string };
    const [active, queued] = [state.task === id, state.pending.includes(id)];
    return json({ active, queued, completed: state.finished.includes(id), progress: null, eta: null });
  },
  'POST /sdapi/v1/png-info': async ({ kind }, body) => {
    await pictureIn(bodyOf(body).image);
    return failure(kind, 'TypeError', "argument of type 'NoneType' is not iterable");
  },
  'POST /sdapi/v1/txt2img': (served, body) => generate(served, 'txt2img', body),
  'POST /sdapi/v1/img2img': (served, body) => generate(served, 'img2img', body),
};

function bodyOf(text: string): Body {
  try {
    return readPython(text) as Body;
  } catch {
    const error = 'Expecting property name enclosed in double quotes';
    throw new Refusal(422, [
      { type: 'json_invalid', loc: ['body', 1], msg: 'JSON decode error', input: {}, ctx: { error } },
    ]);
  }
}

async function progress({ state }: Served, _: string, query: URLSearchParams): Promise<Reply> {
  const { jobCount, samplingStep: step, samplingSteps: steps, previewStep } = state;
  const share = jobCount === 0 ? 0 : Math.min(1, 0.01 + (steps > 0 ? step / steps : 0));
  const withImage = jobCount !== 0 && previewStep > 0 && query.get('skip_current_image') !== 'true';
  const picture = {
    create: { width: 8, height: 8, channels: 3, background: { r: step, g: 0, b: 0 } },
  } as const;
  if (withImage) state.seen++;
  return json({
    progress: share,
    eta_relative: share === 0 ? 0 : 1,
    state: {
      skipped: state.skipped,
      interrupted: state.interrupted,
      stopping_generation: false,
      job: state.job,
      job_count: jobCount,
      job_timestamp: state.jobTimestamp,
      job_no: 0,
      sampling_step: step,
      sampling_steps: steps,
    },
    current_image: withImage ? (await sharp(picture).png().toBuffer()).toString('base64') : null,
    textinfo: null,
  });
}

async function generate(served: Served, kind: 'txt2img' | 'img2img', text: string): Promise<Reply> {
  const { models, state, draw, step } = served;
  const own = bodyOf(text);
  const faults = faultsIn(own);
  if (faults.length > 0) throw new Refusal(422, faults);
  const known = Object.entries(own).filter(([key]) => key in DEFAULTS[kind]);
  const body: Record<string, unknown> = { ...DEFAULTS[kind], ...Object.fromEntries(known) };
  const [from = null] = (body.init_images ?? []) as string[];
  if (kind === 'img2img' && from === null) throw new Refusal(404, 'Init image not found');
  if (body.script_name) throw new Refusal(422, `Script '${body.script_name}' not found`);
  const [picture, mask] = await Promise.all([from, body.mask].map((one) => (one ? pictureIn(one) : null)));
  if (models.length === 0) throw Object.assign(new Error(NO_MODEL), { name: 'ValueError' });
  // A checkpoint that it has none of is forgotten.
  const { sd_model_checkpoint: asked, ...overrides } = (body.override_settings ?? {}) as Body;
  const model = models.find((name) => asked === name || asked === `${name}.safetensors`);
  if (body.override_settings)
    body.override_settings = model === undefined ? overrides : body.override_settings;
  const id = String(body.force_task_id ?? `task(${kind}-${Math.random()})`);
  const task = { id, job: `scripts_${kind}`, steps: Number(body.steps) };
  const { images, info } = await state.run(
    { ...task, step: step({ prompt: String(body.prompt) }) },
    (isStopped) => {
      const { jobTimestamp: timestamp } = state;
      const order = {
        kind,
        body,
        from: picture ?? null,
        mask: mask ?? null,
        model: model ?? models[0] ?? '',
        timestamp,
      };
      return made({ ...order, version: VERSION }, draw, isStopped);
    },
  );
  const parameters = { ...body, ...(kind === 'img2img' && { init_images: null, mask: null }) };
  return json({ images, parameters, info });
}

/** Base64, or a data URL. No address: it is asked on this machine. */
async function pictureIn(value: unknown): Promise<Buffer> {
  const text = String(value);
  if (/^https?:/.test(text)) throw new Refusal(500, 'Request to local resource not allowed');
  const bytes = Buffer.from(text.replace(/^data:image\/\w+;base64,/, ''), 'base64');
  await sharp(bytes)
    .metadata()
    .catch(() => {
      throw new Refusal(500, 'Invalid encoded image');
    });
  return bytes;
}
