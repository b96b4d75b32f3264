import type { Portrait, Records } from '../records/index.js';
import type { SourceChange } from './change.js';

/** The pictures of its cast follow the source. One that is gone stays where an order was given it. */
export function takePortraits(
  { portrait: before, request }: Pick<Records, 'portrait' | 'request'>,
  { portrait: source }: Pick<Records, 'portrait'>,
  say: (kind: SourceChange['kind'], whom: string, from?: string, to?: string) => void,
): Record<string, Portrait> {
  const isGiven = (id: string): boolean =>
    Object.values(request).some(({ references = [] }) =>
      references.some((one) => 'portraitId' in one && one.portraitId === id),
    );
  const after: Record<string, Portrait> = {};
  for (const now of Object.values(source)) {
    const then = before[now.id];
    const isSame = then?.sha256 === now.sha256 && then.name === now.name;
    after[now.id] = isSame ? then : now;
    if (!isSame) say('portrait', now.name, '', now.path);
  }
  for (const then of Object.values(before)) {
    if (after[then.id]) continue;
    if (isGiven(then.id)) after[then.id] = then;
    else say('portrait', then.name, then.path);
  }
  return after;
}
