/**
 * Plays a recording of the real server to the double, request by request, and holds the answers to what was recorded.
 * What is random or a time differs: `{number}`, `{n}` within words, `{time}` and `{picture}`.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { textsIn } from '@core/metadata/containers/index.js';
import sharp from 'sharp';
import { request } from 'undici';
import { readPython, writePython } from '../comfyui/json.js';
import { A1111Double } from './double.js';

type Fields = Readonly<Record<string, unknown>>;

/** A recording, condensed. */
export interface Recording {
  readonly models: readonly string[];
  /** `parameters` of the first answer of each kind. */
  readonly echo: Readonly<Record<string, Fields>>;
  readonly steps: readonly Step[];
}

interface Step {
  readonly label?: string;
  readonly ask?: string;
  readonly body?: unknown;
  readonly raw?: string;
  readonly status?: number;
  readonly type?: string;
  readonly answer?: unknown;
  readonly made?: MadeStep;
  /** All that `info` says. */
  readonly info?: Fields;
  readonly pixels?: { readonly corner: readonly number[]; readonly centre: readonly number[] };
  /** Asked now; answered when a later step `end`s it. */
  readonly begin?: string;
  readonly end?: string;
  readonly images?: number;
  readonly infotext?: string;
  readonly infoKeys?: readonly string[];
  /** Steps of the sampler that are done before the next request. */
  readonly until?: number;
}

interface MadeStep {
  readonly images: number;
  readonly each: readonly { readonly size: readonly number[]; readonly infotext: string }[];
  /** Where they are not as in `echo`. */
  readonly parameters: Fields;
  /** Characters. */
  readonly infoLength: number;
}

interface Sent {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

interface Picture {
  readonly images: readonly string[];
  readonly parameters: Fields;
  readonly info: string;
}

/** Milliseconds in which what was recorded comes to pass. */
const LATEST = 120_000;
/** Characters by which random seeds make `info` longer or shorter. */
const SPREAD = 4;

/** Resolves with what differs, a line each. */
export async function replay({ models, echo, steps }: Recording): Promise<string[]> {
  // A model without any training draws black.
  const draw = ({ width, height }: { width: number; height: number }): Promise<Buffer> =>
    sharp({ create: { width, height, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
  const double = await new A1111Double({ models, draw }).start();
  const begun = new Map<string, Promise<Sent>>();
  const wrong: string[] = [];
  double.state.isFrozen = steps.some(({ until }) => until !== undefined);
  try {
    for (const step of steps) {
      const { begin, end, until, ask = '', label = ask } = step;
      if (until !== undefined) double.state.until = until;
      else if (begin !== undefined) begun.set(begin, send(double, step));
      else if (end !== undefined) {
        const sent = await (begun.get(end) as Promise<Sent>);
        wrong.push(...(await endDiffers(step, sent)).map((why) => `reply of ${end}: ${why}`));
      } else wrong.push(...(await asked(double, step, echo)).map((why) => `${label}: ${why}`));
    }
    return wrong;
  } finally {
    await double.stop();
  }
}

async function asked(double: A1111Double, step: Step, echo: Recording['echo']): Promise<string[]> {
  for (const end = Date.now() + LATEST; ; await pause(2)) {
    const sent = await send(double, step);
    const wrong = await differs(step, sent, echo);
    // What is asked for comes to pass meanwhile.
    if (wrong.length === 0 || step.ask?.startsWith('POST') || Date.now() > end) return wrong;
  }
}

async function send(double: A1111Double, { ask = '', body, raw }: Step): Promise<Sent> {
  const [method = 'GET', path = ''] = ask.split(' ');
  const text = raw ?? (body === undefined ? undefined : writePython(body));
  const sent = await request(`${double.url}${path}`, {
    method: method as 'GET',
    ...(text !== undefined && { body: text }),
  });
  const type = String(sent.headers['content-type']);
  return { status: sent.statusCode, type, text: await sent.body.text() };
}

async function differs(step: Step, { status, type, text }: Sent, echo: Recording['echo']): Promise<string[]> {
  if (status !== step.status) return [`${status} for ${step.status}: ${text.slice(0, 300)}`];
  if (type !== step.type) return [`${type} for ${step.type}`];
  const got = readPython(text);
  if (!step.made) return unlike(step.answer, got);
  const kind = step.ask?.split('/').at(-1) ?? '';
  return pictureDiffers(step, got as Picture, echo[kind] ?? {});
}

async function pictureDiffers(step: Step, got: Picture, echo: Fields): Promise<string[]> {
  const { images, each, parameters, infoLength } = step.made as MadeStep;
  const sizes = await Promise.all(
    each.map(async ({ size, infotext }, at) => {
      const picture = Buffer.from(got.images[at] ?? '', 'base64');
      const { width, height } = await sharp(picture).metadata();
      return [
        ...unlike(size, [width, height], 'size'),
        ...unlike(infotext, textsIn(picture).find(({ name }) => name === 'parameters')?.text, 'infotext'),
      ];
    }),
  );
  return [
    ...unlike(images, got.images.length, 'images'),
    ...sizes.flat(),
    ...unlike({ ...echo, ...parameters }, got.parameters, 'parameters'),
    ...(Math.abs(got.info.length - infoLength) > SPREAD
      ? [`info has ${got.info.length} characters for ${infoLength}`]
      : []),
    ...(step.info ? unlike(step.info, readPython(got.info), 'info') : []),
    ...(step.pixels ? await pixelsDiffer(step.pixels, got.images[0] ?? '') : []),
  ];
}

async function pixelsDiffer(want: NonNullable<Step['pixels']>, image: string): Promise<string[]> {
  const { data, info } = await sharp(Buffer.from(image, 'base64'))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): number[] => {
    const from = (y * info.width + x) * info.channels;
    return [...data.subarray(from, from + 3)];
  };
  const centre = at(info.width >> 1, info.height >> 1);
  return [...unlike(want.corner, at(0, 0), 'corner'), ...unlike(want.centre, centre, 'centre')];
}

async function endDiffers(step: Step, { status, text }: Sent): Promise<string[]> {
  const { images, info } = readPython(text) as Picture;
  const said = readPython(info) as { infotexts: string[] };
  return [
    ...unlike(step.status, status, 'status'),
    ...unlike(step.images, images.length, 'images'),
    ...unlike(step.infotext, said.infotexts[0], 'infotext'),
    ...unlike(step.infoKeys, Object.keys(said).sort(), 'keys of info'),
  ];
}

/** `$first`: of a list only these; `$has`: of an object only these. */
function unlike(want: unknown, got: unknown, where = 'answer'): string[] {
  if (typeof want === 'string' && isAs(want, got)) return [];
  if (typeof want !== 'object' || want === null || typeof got !== 'object' || got === null)
    return want === got ? [] : [`${where} is ${String(got)} for ${String(want)}`];
  const { $first: first, $has: has } = want as { $first?: unknown[]; $has?: Fields };
  if (first) return unlike(first, (got as unknown[]).slice(0, first.length), where);
  const fields = Object.entries(has ?? want);
  const surplus = has ? [] : Object.keys(got).filter((key) => !(key in want));
  return [
    ...surplus.map((key) => `${where} has ${key}`),
    ...fields.flatMap(([key, value]) => unlike(value, (got as Fields)[key], `${where}.${key}`)),
  ];
}

function isAs(want: string, got: unknown): boolean {
  if (want === '{number}') return typeof got === 'number';
  if (want === '{time}') return /^\d{14}$/.test(String(got));
  if (want === '{picture}') return Buffer.from(String(got), 'base64').toString('latin1', 1, 4) === 'PNG';
  const [head = '', tail] = want.split('{n}');
  if (tail === undefined || typeof got !== 'string') return want === got;
  const middle = got.slice(head.length, got.length - tail.length);
  return got.startsWith(head) && got.endsWith(tail) && /^\d+$/.test(middle);
}
