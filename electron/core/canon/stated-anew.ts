/** What an edited description says of the world that it did not say before. */
import type { Fact, PositionedFact, Shot } from '@shared/records/index.js';
import { withStated } from './canon.js';

type BoardShot = Pick<Shot, 'id' | 'description' | 'position'>;

export interface StatedAnew {
  /** New facts, and facts that end before the shot from now on. */
  readonly put: readonly Fact[];
  /** Ids of facts that the text stated for this shot on, and that it replaces there. */
  readonly removed: readonly string[];
}

const said = ({ subject, name, statement }: Fact): string => JSON.stringify([subject, name, statement]);

/**
 * `shots` in story order. What the words said before as well is left as the artist has it: they may have taken it back.
 * No fact that somebody else stated goes.
 */
export function statedAnew(
  facts: readonly PositionedFact[],
  shots: readonly BoardShot[],
  shot: BoardShot,
  description: string,
): StatedAnew {
  const before = new Set(withStated(facts, shots, shot).map(said));
  const after = withStated(facts, shots, { ...shot, description });
  const known = new Set(facts.map(({ id }) => id));
  const added = after.filter(({ id }) => !known.has(id));
  const anew = added.filter((fact) => !before.has(said(fact)));
  if (anew.length === 0) return { put: [], removed: [] };
  const gone = facts.filter(({ id }) => !after.some((fact) => fact.id === id));
  if (gone.some(({ origin }) => origin !== 'text')) return { put: [], removed: [] };
  const isAbout = (fact: Fact) => anew.some((one) => one.subject === fact.subject && one.name === fact.name);
  const ended = after.filter((fact) => known.has(fact.id) && !facts.includes(fact) && isAbout(fact));
  const plain = ({ from, to, ...fact }: PositionedFact): Fact => fact;
  return { put: [...ended, ...anew].map(plain), removed: gone.filter(isAbout).map(({ id }) => id) };
}
