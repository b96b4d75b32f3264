/**
 * The `parameters` text of AUTOMATIC1111, Forge and SD.Next pictures: prompt lines, `Negative prompt: …`, then one
 * line of `Key: value` pairs. Civitai and Draw Things write all of it on one line.
 */

import type { Lora } from '@shared/records/index.js';
import { wordTable } from '@shared/word-table.js';
import type { EmbeddedText } from '../containers/index.js';
import { lorasInPrompt, madeFrom, sizeOf } from '../made-from.js';
import type { EmbeddedPrompt } from '../reader.js';
import { endOfLine, pairsOf } from './pairs.js';

const NEGATIVE = 'Negative prompt:';
/** A line of pairs is parameters only where one of them is of these. */
const SURE = ['Steps', 'Sampler', 'Seed'];
const FEWEST_PAIRS = 3;
/** Of `Steps:` within a line, from the last; a text made to hold somebody up has many. */
const MOST_STARTS = 8;
/** What the wildcards extension writes after the parameters; not what the picture was made from. */
const AFTER = /^(Negative Template|Template): ?/;

/** Whether it says that it is such a text. */
export const hasParameters = (text: string): boolean => parametersIn(text.replaceAll('\r\n', '\n')) !== null;

/** Null when the text is empty. */
export function readParameters(source: EmbeddedText): EmbeddedPrompt | null {
  const text = (source.text ?? '').replaceAll('\r\n', '\n').trim();
  if (text === '') return null;
  const found = parametersIn(text);
  const words = found ? text.slice(0, found.start).trimEnd() : text;
  const at = negativeAt(words, found?.inline ?? false);
  const prompt = at < 0 ? words : words.slice(0, at);
  const negative = at < 0 ? '' : words.slice(at + NEGATIVE.length);
  const { Seed, Size = '', ...pairs } = Object.fromEntries(found?.pairs ?? []);
  const size: Readonly<Record<string, number>> = sizeOf(Size);
  const fields = {
    prompt,
    [NEGATIVE]: negative,
    Seed,
    ...Object.fromEntries(Object.entries(pairs).map(([key, value]) => [key, numberOr(value)])),
    ...(Object.keys(size).length > 0 ? size : { Size }),
    ...(found && templates(text.slice(found.end))),
  };
  const names = Object.fromEntries(Object.keys(fields).map((key) => [NAMES[key] ?? key, [key]]));
  return madeFrom([source], fields, names, lorasOf(prompt, pairs['Lora hashes']));
}

/** What the same things are called whatever made the picture. */
const NAMES = wordTable<string>({
  [NEGATIVE]: 'negativePrompt',
  Seed: 'seed',
  Steps: 'steps',
  Sampler: 'sampler',
  'CFG scale': 'cfg',
  'Guidance Scale': 'cfg',
  Model: 'model',
  'Denoising strength': 'denoise',
  'Schedule type': 'scheduler',
});

interface Parameters {
  readonly start: number;
  readonly end: number;
  readonly pairs: ReadonlyMap<string, string>;
  /** They follow the prompt on its own line. */
  readonly inline: boolean;
}

/** The last line of such pairs, else what follows `Steps:` within a line. */
function parametersIn(text: string): Parameters | null {
  let best: Parameters | null = null;
  for (let start = 0; start < text.length; start = endOfLine(text, start) + 1) {
    const line = text.slice(start, endOfLine(text, start));
    if (!/^\s*[A-Z][\w \-/]{0,60}:/.test(line)) continue;
    const { pairs, end } = pairsOf(text, start);
    if (!isParameters(pairs)) continue;
    best = { start, end, pairs, inline: false };
    start = end - 1;
  }
  return best ?? inlineParameters(text);
}

const isParameters = (pairs: ReadonlyMap<string, string>): boolean =>
  pairs.size >= FEWEST_PAIRS && SURE.some((key) => pairs.has(key));

function inlineParameters(text: string): Parameters | null {
  const starts = [...text.matchAll(/(?<=[.,;!?\s])Steps: *\d/g)].slice(-MOST_STARTS).reverse();
  for (const { index } of starts) {
    const { pairs, end } = pairsOf(text, index);
    if (isParameters(pairs)) return { start: index, end, pairs, inline: true };
  }
  return null;
}

/** At the start of a line; where line breaks were lost, anywhere. */
function negativeAt(words: string, anywhere: boolean): number {
  const line = /^[^\S\n]*(?=Negative prompt:)/im.exec(words);
  if (line) return line.index + line[0].length;
  return anywhere ? words.search(/Negative prompt:/i) : -1;
}

function templates(after: string): Record<string, string> {
  const found: Record<string, string> = {};
  let key = '';
  for (const line of after.split('\n')) {
    const [head = '', name = ''] = AFTER.exec(line) ?? [];
    key = name || key;
    if (key) found[key] = `${found[key] === undefined ? '' : `${found[key]}\n`}${line.slice(head.length)}`;
  }
  return found;
}

/** Those of the prompt with their weights, then those that only the list of hashes names. */
function lorasOf(prompt: string, hashes = ''): Lora[] {
  const loras = lorasInPrompt(prompt);
  for (const part of hashes.split(',')) {
    const name = part.split(':')[0]?.trim() ?? '';
    if (name && !loras.some((lora) => lora.name === name)) loras.push({ name, weight: null });
  }
  return loras;
}

const numberOr = (value: string): string | number =>
  value !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
