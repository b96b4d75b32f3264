/**
 * The `parameters` text of AUTOMATIC1111, Forge and SD.Next pictures: prompt lines, `Negative prompt: …`, then
 * one line of `Key: value` pairs. The last line counts as parameters only with at least three pairs.
 */
import { seedOf } from '@core/fields/index.js';
import type { EmbeddedPrompt } from '../reader.js';

const OF_KEY = /[\w \-/]/;
const NEGATIVE = 'Negative prompt:';
const FEWEST_PAIRS = 3;

/** Null when the text is empty. */
export function readParameters(text: string): EmbeddedPrompt | null {
  const lines = text.replaceAll('\r\n', '\n').trim().split('\n');
  if (lines.length === 1 && lines[0] === '') return null;
  const pairs = pairsOf(lines.at(-1) ?? '');
  if (pairs.size >= FEWEST_PAIRS) lines.pop();
  else pairs.clear();
  const negativeAt = lines.findIndex((line) => line.trimStart().startsWith(NEGATIVE));
  const positive = negativeAt < 0 ? lines : lines.slice(0, negativeAt);
  const negative = negativeAt < 0 ? [] : lines.slice(negativeAt);
  const settings: Record<string, string | number | boolean> = {};
  for (const [key, value] of pairs) {
    if (key === 'Seed') continue;
    const [width, height] = key === 'Size' ? value.split('x').map(Number) : [];
    if (width && height) Object.assign(settings, { width, height });
    else settings[settingName(key)] = value !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
  }
  return {
    prompt: positive.join('\n').trim(),
    negativePrompt: negative.join('\n').trim().replace(NEGATIVE, '').trim(),
    seed: seedOf(pairs.get('Seed')),
    settings,
  };
}

/** What stands before and after each colon, up to a comma that is not in quotes. In one pass, however long the line is. */
function pairsOf(line: string): Map<string, string> {
  const pairs = new Map<string, string>();
  let at = 0;
  for (let colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', at)) {
    const key = keyBefore(line, at, colon);
    at = colon + 1;
    if (key === '') continue;
    while (at < line.length && /\s/.test(line[at] ?? '')) at++;
    const end = quotedEnd(line, at) ?? commaAfter(line, at);
    pairs.set(key, unquoted(line.slice(at, end).trim()));
    at = end + 1;
  }
  return pairs;
}

function keyBefore(line: string, from: number, colon: number): string {
  let start = colon;
  while (start > from && OF_KEY.test(line[start - 1] ?? '')) start--;
  while (start < colon && !/\w/.test(line[start] ?? '')) start++;
  return line.slice(start, colon).trimEnd();
}

/** Where a text in quotes that begins at `from` ends; null where none does, or something else follows it. */
function quotedEnd(line: string, from: number): number | null {
  if (line[from] !== '"') return null;
  let at = from + 1;
  while (at < line.length && line[at] !== '"') at += line[at] === '\\' ? 2 : 1;
  const end = at + 1;
  return end === line.length || line[end] === ',' ? end : null;
}

function commaAfter(line: string, from: number): number {
  const comma = line.indexOf(',', from);
  return comma < 0 ? line.length : comma;
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value;
  }
}

/** The names that ComfyUI uses for the same things. */
const NAMES: Readonly<Record<string, string>> = {
  Steps: 'steps',
  Sampler: 'sampler_name',
  'CFG scale': 'cfg',
  Model: 'model',
  'Denoising strength': 'denoise',
  'Schedule type': 'scheduler',
};

const settingName = (key: string): string => NAMES[key] ?? key;
