/** What can go wrong with what is drawn in this process. */
import { guarded } from '@core/generators/guarded.js';
import type { GenerationRequest } from '@core/generators/index.js';
import { storybook } from '@core/generators/storybook/index.js';
import { requestIn } from '@core/generators/testing/request.js';
import { made } from './made.js';

const DAYS: readonly (readonly [name: string, change: Partial<GenerationRequest>, isLetGo?: boolean])[] = [
  ['a good one', {}],
  ['words outside of its world', { prompt: 'quarterly figures, 𝔘nicode ‮backwards' }],
  ['no words', { prompt: '', negativePrompt: '' }],
  ['the largest seed', { seed: `${2n ** 64n - 1n}` }],
  ['a size that no picture has', { width: 1_000_000, height: 1_000_000 }],
  ['a strength, which it has not', { strength: 0.5 }],
  ['let go of', {}, true],
];

export const STORYBOOK_HEADER = ['bad day', 'Storybook'];

export async function storybookRows(take: string, folder: string): Promise<string[][]> {
  const generator = storybook.connect({});
  if (!generator) return [];
  const rows: string[][] = [];
  for (const [name, change, isLetGo] of DAYS) {
    const { signal } = new AbortController();
    const over = isLetGo ? AbortSignal.abort() : signal;
    const order = requestIn(folder, { fromFile: take, seed: '7', ...change });
    rows.push([name, await made(guarded(generator, 'Storybook'), order, over)]);
  }
  return rows;
}
