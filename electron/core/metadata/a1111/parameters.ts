/**
 * The `parameters` text of AUTOMATIC1111, Forge and SD.Next pictures: prompt lines, `Negative prompt: …`, then
 * one line of `Key: value` pairs. The last line counts as parameters only with at least three pairs.
 */
import { seedOf } from '@core/fields/index.js';
import type { EmbeddedPrompt } from '../reader.js';

const PAIR = /\s*([\w][\w \-/]*):\s*("(?:\\.|[^\\"])*"|[^,]*)(?:,|$)/g;
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

function pairsOf(line: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const [, key = '', value = ''] of line.matchAll(PAIR)) pairs.set(key.trim(), unquoted(value.trim()));
  return pairs;
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
