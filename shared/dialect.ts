/** In which words a prompt is best changed: by the tool that made a picture and the model it used. */
import type { Dialect } from './prompt-syntax.js';
import { readsSentences } from './reads-sentences.js';
import type { Take } from './records/index.js';

/** Tools whose way to weigh words is not one of ours, or that have none. */
const WITHOUT_WEIGHTS: ReadonlySet<string> = new Set(['midjourney', 'novelai', 'invokeai']);

/** `tool`: as metadata call it; `model`: the name of its file. Both may be unknown. */
export function dialectOf(tool: string | null, model: string | null): Dialect {
  if (WITHOUT_WEIGHTS.has(tool ?? '') || readsSentences(model ?? '')) return 'plain';
  return tool === 'comfyui' ? 'comfyui' : 'a1111';
}

/** That of what made it; undefined = there is none. */
export function dialectOfTake(take: Pick<Take, 'made' | 'settings'> | undefined): Dialect {
  const model = take?.settings.model;
  return dialectOf(take?.made?.tool ?? null, typeof model === 'string' ? model : null);
}
