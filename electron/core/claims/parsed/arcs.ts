/** What an arc says of its word, and arcs that hang elsewhere than the parser hung them. */
import type { Arc } from './word.js';

export const isNoun = (arc: Arc | undefined): boolean => /^NN/.test(arc?.tag ?? '');
export const isVerb = (arc: Arc | undefined): boolean => /^VB/.test(arc?.tag ?? '');
export const isTensed = (arc: Arc | undefined): boolean => /^VB[ZPD]$/.test(arc?.tag ?? '');
/** A verb that makes a clause: tensed, or "can". */
export const makesClause = (arc: Arc): boolean => isTensed(arc) || arc.tag === 'MD';
/** Labels of who does something, or to whom it is done. */
export const SUBJECT = /^nsubj(?:pass)?$/;

/** The arc with the head and label that it is known to have, at least as `sure` as said. */
export const hungOn = (arc: Arc, head: number, label: string, sure: number): Arc => ({
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
