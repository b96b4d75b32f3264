/** What readers of the table share: from named values to what is known of a picture. */
import { type Fields, isFields, seedOf, textOf, withoutNaN } from '@core/fields/index.js';
import type { Lora } from '@shared/records/index.js';
import { isLosslessNumber, parse } from 'lossless-json';
import { type EmbeddedText, placeOf } from './containers/index.js';
import type { EmbeddedPrompt, Origin } from './reader.js';

/** The fields of a text that each value may stand in, the best first. */
export type Names = Readonly<Record<string, readonly string[]>>;

/** The object that a text is, its numbers as they are written; null where it is none. */
export function fieldsIn(text: string | null): Fields | null {
  // A graph is ComfyUI's, and may be long: it is read once.
  if (!text?.trimStart().startsWith('{') || isGraph(text)) return null;
  try {
    const read = parse(withoutNaN(text));
    return isFields(read) ? read : null;
  } catch {
    return null;
  }
}

/** A text that was meant for programs, also where it is cut off or damaged. */
export const looksLikeData = (text: string): boolean =>
  /^\s*(?:\{\s*["'}]|\[\s*[{["\]])/.test(text) || isGraph(text);

const isGraph = (text: string): boolean => text.includes('"class_type"');

/**
 * The values that `fields` has under `names`: `prompt`, `negativePrompt` and `seed`, the rest as settings. A seed
 * that is none (-1, past 2^64) is left out.
 */
export function madeFrom(
  from: readonly EmbeddedText[],
  fields: Fields,
  names: Names,
  loras: readonly Lora[] = [],
): EmbeddedPrompt {
  const [text] = from;
  const place = text ? placeOf(text) : '';
  const origins: Origin[] = [];
  const values: Record<string, string | number | boolean> = {};
  for (const [of, inputs] of Object.entries(names)) {
    for (const input of inputs) {
      const value = of === 'seed' ? seedOf(fields[input]) : plain(fields[input]);
      if (value === null || value === '') continue;
      values[of] = value;
      origins.push({ of, place, input, value: String(value).trim() });
      break;
    }
  }
  for (const { name, weight } of loras)
    origins.push({ of: 'loras', place, input: '', value: weight === null ? name : `${name}, ${weight}` });
  const { prompt = '', negativePrompt = '', seed = null, ...settings } = values;
  return {
    prompt: String(prompt).trim(),
    negativePrompt: String(negativePrompt).trim(),
    seed: seed === null ? null : String(seed),
    settings,
    loras,
    origins,
    from,
  };
}

/** Null for what is neither text nor number nor yes or no. */
function plain(value: unknown): string | number | boolean | null {
  if (typeof value === 'boolean' || typeof value === 'number') return value;
  if (isLosslessNumber(value)) return Number(value.toString());
  return textOf(value) ?? null;
}

/** `512x768`, `(512, 768)` as width and height; empty where it is neither. */
export function sizeOf(text: string): { width?: number; height?: number } {
  const found = /^\D{0,2}(\d{1,6})\s*[x×,]\s*(\d{1,6})\D{0,2}$/.exec(text.trim());
  return found ? { width: Number(found[1]), height: Number(found[2]) } : {};
}

/** `<lora:name:weight>` as web UIs write it into prompts. */
export function lorasInPrompt(prompt: string): Lora[] {
  return [...prompt.matchAll(/<(?:lora|lyco):([^<>:]{1,200}):?([^<>:]{0,40})[^<>]{0,100}>/gi)].map(
    ([, name = '', weight = '']) => ({ name, weight: weightOf(weight) }),
  );
}

export function weightOf(value: unknown): number | null {
  const text = textOf(value)?.trim();
  const weight = text ? Number(text) : Number.NaN;
  return Number.isFinite(weight) ? weight : null;
}
