/** What the server has: its models, samplers and schedulers, and which of them a name means. */
import { z } from 'zod';
import type { Client } from './client.js';

const text = z.string().max(1_000);
export const MODELS = '/sdapi/v1/sd-models';
export const models = z.array(z.object({ title: text, model_name: text.catch('') }));
const samplers = z.array(z.object({ name: text, aliases: z.array(text).nullish() }));
const schedulers = z.array(z.object({ name: text, label: text.nullish(), aliases: z.array(text).nullish() }));

export interface Lists {
  readonly models: z.infer<typeof models>;
  readonly samplers: z.infer<typeof samplers>;
  /** Empty where it has none apart from the samplers. */
  readonly schedulers: z.infer<typeof schedulers>;
}

export async function listsOf(client: Client, signal: AbortSignal): Promise<Lists> {
  const [all, known, apart] = await Promise.all([
    client.get(MODELS, models, signal),
    client.get('/sdapi/v1/samplers', samplers, signal),
    client.send('GET', '/sdapi/v1/schedulers', null, client.limits.json, signal),
  ]);
  const { status, bytes } = apart;
  return {
    models: all,
    samplers: known,
    schedulers: status === 200 ? client.read(bytes, schedulers, '/sdapi/v1/schedulers') : [],
  };
}

const same = (a: string | null | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

/** A model's bare name: `folder/film.safetensors [1a2b3c]` is `film`. */
export const bareModel = (name: string): string =>
  name
    .replace(/ \[[\da-f]+\]$/i, '')
    .replace(/^.*[/\\]/, '')
    .replace(/\.(?:safetensors|ckpt|gguf|pt|pth|sft)$/i, '');

/** As the server calls it; null where it has none of that name. */
export const modelNamed = ({ models: all }: Lists, name: string): string | null =>
  all.find(
    ({ title, model_name: own }) =>
      same(title, name) || same(bareModel(title), bareModel(name)) || same(own, bareModel(name)),
  )?.title ?? null;

export const schedulerNamed = ({ schedulers: all }: Lists, name: string): string | null => {
  const found = all.find(
    (one) => same(one.name, name) || same(one.label, name) || one.aliases?.some((alias) => same(alias, name)),
  );
  return found ? found.label || found.name : null;
};

/**
 * By its own name, or by the one that it has in k-diffusion and ComfyUI (`dpmpp_2m`). Older pictures name sampler and
 * scheduler in one: `DPM++ 2M Karras`.
 */
export function samplerNamed(lists: Lists, name: string): { sampler: string; scheduler?: string } | null {
  const found = lists.samplers.find(
    (one) =>
      same(one.name, name) || one.aliases?.some((alias) => same(alias, name) || same(alias, `k_${name}`)),
  );
  if (found) return { sampler: found.name };
  for (const scheduler of lists.schedulers) {
    const { label, name: own, aliases } = scheduler;
    const tail = [label, own, ...(aliases ?? [])].find(
      (one) => one && name.toLowerCase().endsWith(` ${one.toLowerCase()}`),
    );
    const head = tail ? samplerNamed({ ...lists, schedulers: [] }, name.slice(0, -tail.length - 1)) : null;
    if (head) return { ...head, scheduler: label || own };
  }
  return null;
}
