/** What an arc says of its word, and arcs that hang elsewhere than the parser hung them. */
import { type Arc, isOneOf } from './word.js';

export const isNoun = (arc: Arc | undefined): boolean => /^NN/.test(arc?.tag ?? '');
export const isVerb = (arc: Arc | undefined): boolean => /^VB/.test(arc?.tag ?? '');
export const isAdjective = (arc: Arc | undefined): boolean => arc?.tag.startsWith('JJ') === true;
export const isTensed = (arc: Arc | undefined): boolean => hasTag(arc, 'VBZ', 'VBP', 'VBD');
/** '' where no word is. */
export const tagAt = (arcs: readonly Arc[], i: number): string => arcs[i]?.tag ?? '';
/** Whether the word is there, with one of these tags. */
export const hasTag = (arc: Pick<Arc, 'tag'> | undefined, ...tags: readonly string[]): boolean =>
  isOneOf(arc?.tag, ...tags);
/** Whether the word is there, with one of these labels. */
export const hasLabel = (arc: Pick<Arc, 'label'> | undefined, ...labels: readonly string[]): boolean =>
  isOneOf(arc?.label, ...labels);
/** A verb that makes a clause: tensed, or "can". */
export const makesClause = (arc: Arc): boolean => isTensed(arc) || arc.tag === 'MD';
/** Who does something, or to whom it is done. */
export const isSubject = (arc: Pick<Arc, 'label'> | undefined): boolean =>
  hasLabel(arc, 'nsubj', 'nsubjpass');

/** The arc with the head and label that it is known to have, at least as `sure` as said: as a mended one, by default. */
export const hungOn = (arc: Arc, head: number, label: string, sure = 0.6): Arc => ({
  ...arc,
  head,
  label,
  sure: Math.max(arc.sure, sure),
});

/** What hangs on `from`, of the words before `end`, hangs on `to`. Changes `arcs`. */
export function handOn(arcs: Arc[], from: number, to: number, end = arcs.length): void {
  for (const [at, arc] of arcs.slice(0, end).entries())
    if (arc.head === from) arcs[at] = { ...arc, head: to };
}
