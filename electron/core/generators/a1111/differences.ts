/** What the server changed without a word. */
import { isUnreadable, pictureHeader } from '@core/measures/index.js';
import type { TakeSettings } from '../generator.js';
import type { Asked } from './asked.js';
import { bareModel } from './lists.js';
import type { Names } from './order.js';
import type { Made } from './reply.js';

/** "asked for sampler X, made with Y", one each. */
export async function differencesOf(
  asked: Asked,
  names: Names,
  { settings, seed, bytes }: Made,
): Promise<string[]> {
  const made = (key: string): string => String(settings[key] ?? '');
  const header = await pictureHeader(bytes);
  const size = isUnreadable(header) ? null : `${header.width} × ${header.height}`;
  const wanted = `${asked.width} × ${asked.height}`;
  return [
    ...samplerDifferences(names, settings),
    ...unlike('steps', String(asked.steps), made('steps')),
    ...unlike('CFG', String(asked.cfg), made('cfg')),
    ...unlike('model', asked.model, made('model'), (name) => bareModel(name).toLowerCase()),
    ...unlike('VAE', asked.vae, made('VAE'), (name) => bareModel(name).toLowerCase()),
    ...(asked.clipSkip > 1 ? unlike('clip skip', String(asked.clipSkip), made('Clip skip') || '1') : []),
    ...(asked.strength === null ? [] : unlike('strength', String(asked.strength), made('denoise'))),
    ...unlike('seed', asked.seed, seed ?? ''),
    ...unlike('size', wanted, size ?? ''),
  ];
}

/** Nothing where either does not say. */
function unlike(
  what: string,
  asked: string,
  made: string,
  plain: (value: string) => string = (value) => value,
): string[] {
  if (asked === '' || made === '' || plain(asked) === plain(made)) return [];
  return [`asked for ${what} ${asked}, made with ${made}`];
}

const low = (value: unknown): string => String(value ?? '').toLowerCase();
const isFree = (scheduler: string): boolean => scheduler === '' || low(scheduler) === 'automatic';

/** Older servers name both in one: `DPM++ 2M Karras`. */
function samplerDifferences({ sampler, scheduler }: Names, made: TakeSettings): string[] {
  const both = isFree(scheduler) ? sampler : `${sampler} ${scheduler}`;
  if (low(both) === low(made.sampler)) return [];
  return [
    ...unlike('sampler', sampler, String(made.sampler ?? ''), low),
    ...unlike('scheduler', isFree(scheduler) ? '' : scheduler, String(made.scheduler ?? ''), low),
  ];
}
