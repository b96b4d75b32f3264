/** The command of InvokeAI before version 3: `"a fox [blurry]" -s 50 -S 42 -W 512 -H 512 -C 7.5 -A k_lms`. */

import type { Fields } from '@core/fields/index.js';
import { wordTable } from '@shared/word-table.js';

const FLAGS = wordTable<string>({
  s: 'steps',
  S: 'seed',
  W: 'width',
  H: 'height',
  C: 'cfg_scale',
  A: 'sampler',
  f: 'strength',
});

/** Null where it is no such command. */
export function fieldsOfCommand(text: string): Fields | null {
  const [, prompt] = /^\s*"((?:[^"\\]|\\.)*)"/s.exec(text) ?? [];
  if (prompt === undefined) return null;
  const fields: Record<string, unknown> = { prompt: prompt.replace(/\\(.)/gs, '$1') };
  const rest = text.slice(prompt.length + 2);
  for (const [, flag = '', value = ''] of rest.matchAll(/(?<!\S)-([A-Za-z]) ?([^\s"]+)/g)) {
    const name = FLAGS[flag];
    if (name !== undefined)
      fields[name] = name === 'seed' || Number.isNaN(Number(value)) ? value : Number(value);
  }
  return fields;
}
