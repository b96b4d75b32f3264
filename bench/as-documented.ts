/** The same files in transformers.js as its documentation uses it, in a process of its own (as-documented-child.ts). */
import { fileURLToPath } from 'node:url';
import type { CatalogueEntry } from '@models/library/index.js';
import { THREADS } from './board.js';
import { type Contender, SLOW } from './contender.js';
import { LineChild } from './line-child.js';

export const AS_DOCUMENTED = 'transformers.js as documented';

/** `folder`: of the model's files. */
export async function openAsDocumented(model: CatalogueEntry, folder: string): Promise<Contender> {
  const script = fileURLToPath(new URL('as-documented-child.ts', import.meta.url));
  const child = await LineChild.start(process.execPath, [
    '--import',
    'tsx',
    script,
    model.id,
    folder,
    String(THREADS),
  ]);
  return {
    name: AS_DOCUMENTED,
    load: child.load,
    slow: SLOW,
    judge: (claims) => child.judge(claims),
    peak: async () => child.peak,
    card: () => 0,
    close: () => child.close(),
  };
}
