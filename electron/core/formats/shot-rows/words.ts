/** The words that a row, a keyframe or a side-car has for its picture, and under which keys they stand. */
import { type Fields, isFields, seedOf, textOf } from '@core/fields/index.js';
import { FIELDS } from './field-names.js';
import { NamedFields } from './named-fields.js';
import type { Complain } from './seconds.js';

/** A text, and the keys that lead to it from its row: two where it stands in an object of its own. */
export interface Located {
  readonly text: string;
  readonly keys: readonly string[];
}

export interface Words {
  readonly description?: Located;
  /** What is heard. */
  readonly spoken?: Located;
  readonly prompt?: Located;
  readonly negativePrompt?: Located;
  readonly seed?: Located;
}

const POSITIVE = ['positive', 'text', 'prompt', 'visualPrompt', 'value', 'en', 'english'];
const NEGATIVE = ['negative', 'negativePrompt'];
const INNER = [...FIELDS.description, 'en', 'english', 'value'];

export function wordsIn(named: NamedFields, complain: Complain): Words {
  const textAt = (names: readonly string[], inner: readonly string[]): Located | undefined => {
    const found = named.first(names, (value, key) => located(value, key, inner, complain));
    return found?.value;
  };
  const prompt = textAt(FIELDS.prompt, POSITIVE);
  const beside = named.first(FIELDS.prompt, (value, key) =>
    isFields(value) ? located(value, key, NEGATIVE, () => undefined) : undefined,
  );
  const negativePrompt = textAt(FIELDS.negativePrompt, POSITIVE) ?? beside?.value;
  const description = textAt(FIELDS.description, INNER);
  const spoken = textAt(FIELDS.spoken, INNER);
  const seed = (
    named.first(FIELDS.seed, seedAt) ??
    named.first(FIELDS.prompt, (value, key) => {
      const inside = isFields(value) ? new NamedFields(value).first(FIELDS.seed, seedAt)?.value : undefined;
      return inside && { ...inside, keys: [key, ...inside.keys] };
    })
  )?.value;
  return {
    ...(description && { description }),
    ...(spoken && { spoken }),
    ...(prompt && { prompt }),
    ...(negativePrompt && { negativePrompt }),
    ...(seed && { seed }),
  };
}

function seedAt(value: unknown, key: string): Located | undefined {
  const text = seedOf(value);
  return text === null ? undefined : { text, keys: [key] };
}

/** Undefined where there is nothing to read; what is no text at all is complained of. */
function located(
  value: unknown,
  key: string,
  inner: readonly string[],
  complain: Complain,
): Located | undefined {
  if (value === null || value === undefined) return undefined;
  const text = textOf(value) ?? listText(value);
  if (text !== undefined) return text.trim() === '' ? undefined : { text, keys: [key] };
  if (isFields(value)) return within(value, key, inner);
  return complain(key, 'text');
}

function within(value: Fields, key: string, inner: readonly string[]): Located | undefined {
  const found = new NamedFields(value).first(inner, (one) => textOf(one)?.trim() && textOf(one));
  return found && { text: found.value, keys: [key, found.key] };
}

const listText = (value: unknown): string | undefined =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.join(', ') : undefined;
