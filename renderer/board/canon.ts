/** The canon as it is shown: its subjects, each with what is said of it, in words and along the strip. */
import type { Finding } from '@shared/analysis.js';
import {
  type Fact,
  holdsAt,
  isInPlay,
  type Portrait,
  type PositionedFact,
  type Reference,
  type Shot,
} from '@shared/records/index.js';
import { bySeverity } from '@shared/severity.js';
import { speaksOf } from '@shared/speaks-of.js';
import type { ShotView } from './shot-view.js';

export interface Subject {
  /** Names it among the others. */
  readonly key: string;
  readonly subject: Fact['subject'];
  /** '' for style. */
  readonly name: string;
  /** In the order of the story. */
  readonly facts: readonly PositionedFact[];
  readonly references: readonly Reference[];
  /** Pictures of them that came with the storyboard. */
  readonly portraits: readonly Portrait[];
}

export interface Pictures {
  readonly references: readonly Reference[];
  readonly portraits: readonly Portrait[];
}

const ORDER: readonly Fact['subject'][] = ['character', 'place', 'prop', 'style'];

const subjectKey = ({ subject, name }: Pick<Fact, 'subject' | 'name'>): string => `${subject} ${name}`;

const byStory = (a: PositionedFact, b: PositionedFact): number =>
  (a.from ?? 0) - (b.from ?? 0) || (a.to ?? Number.POSITIVE_INFINITY) - (b.to ?? Number.POSITIVE_INFINITY);

/**
 * Characters, places, props, style; within these as they were named first. Whom only a picture shows is a character of
 * whom nothing is said yet.
 */
export function subjectsOf(
  facts: readonly PositionedFact[],
  { references, portraits }: Pictures = { references: [], portraits: [] },
): readonly Subject[] {
  const subjects = new Map<string, Subject & { facts: PositionedFact[] }>();
  const named = ({ subject, name }: Pick<Fact, 'subject' | 'name'>) => {
    const key = subjectKey({ subject, name });
    const isOfIt = (picture: { readonly name: string }) => name !== '' && isSameName(picture.name, name);
    const known = subjects.get(key) ?? {
      key,
      subject,
      name,
      facts: [],
      references: references.filter(isOfIt),
      portraits: portraits.filter(isOfIt),
    };
    subjects.set(key, known);
    return known;
  };
  for (const fact of facts) named(fact).facts.push(fact);
  const said = [...subjects.values()].map(({ name }) => name);
  for (const { name } of [...portraits, ...references])
    if (!said.some((one) => isSameName(one, name))) named({ subject: 'character', name });
  for (const { facts: own } of subjects.values()) own.sort(byStory);
  return [...subjects.values()].sort((a, b) => ORDER.indexOf(a.subject) - ORDER.indexOf(b.subject));
}

const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Shots in play that speak of somebody or something, whatever is said of it there. */
export function shotsWith(
  views: readonly ShotView[],
  { subject, name, facts }: Subject,
): readonly ShotView[] {
  const aliases = [...new Set(facts.flatMap((fact) => fact.aliases))];
  return views.filter(({ shot }) => isInPlay(shot) && speaksOf({ subject, name, aliases }, shot.description));
}

/** The worst that is found of somebody or something on a shot. */
export const worstOf = (
  { findings }: Pick<ShotView, 'findings'>,
  { facts }: Pick<Subject, 'facts'>,
): Finding | undefined =>
  findings
    .filter(({ factId }) => factId !== null && facts.some(({ id }) => id === factId))
    .toSorted(bySeverity)[0];

/** Only those found, where that is asked for and there are any; else all. */
export const narrowed = <T>(all: readonly T[], found: readonly T[], onlyFound: boolean): readonly T[] =>
  onlyFound && found.length > 0 ? found : all;

type Numbered = Pick<Shot, 'id' | 'number'>;

/** "whole story", "shots 4–11", "from shot 4", "up to shot 3", "shot 7". */
export function stretchWords(
  { firstShotId, lastShotId }: Pick<Fact, 'firstShotId' | 'lastShotId'>,
  numberOf: (shotId: string) => string,
): string {
  if (firstShotId !== null && firstShotId === lastShotId) return `shot ${numberOf(firstShotId)}`;
  if (firstShotId !== null && lastShotId !== null)
    return `shots ${numberOf(firstShotId)}–${numberOf(lastShotId)}`;
  if (firstShotId !== null) return `from shot ${numberOf(firstShotId)}`;
  return lastShotId === null ? 'whole story' : `up to shot ${numberOf(lastShotId)}`;
}

/** The shot that typed words name, by its number; null for an end that is left open, undefined where there is none. */
export function endNamed(words: string, shots: readonly Numbered[]): string | null | undefined {
  const number = words.trim().replace(/^shot\s+/i, '');
  if (number === '') return null;
  const found =
    shots.find((shot) => shot.number === number) ??
    shots.find((shot) => shot.number.replace(/^0+(?=\d)/, '') === number.replace(/^0+(?=\d)/, ''));
  return found?.id;
}

/** "red coat" of "a girl in a red coat": what tells a fact from the others of its subject. */
export const shortStatement = (statement: string): string =>
  (/\s(?:in|with|wearing)\s(.+)$/i.exec(statement)?.[1] ?? statement).replace(/^(?:an?|the)\s+/i, '');

/** A run of neighbouring shots, in the order shown, for which the same is said. */
export interface LanePiece {
  /** Index of its first shot among those shown, and how many there are. */
  readonly start: number;
  readonly length: number;
  readonly facts: readonly PositionedFact[];
  /** What is said differently from the shots before; it begins in sight. */
  readonly isNew: boolean;
}

/** Of one subject, over the shots from `first` up to `end`; pieces that go on beyond are cut there. */
export function lanePieces(
  { facts }: Pick<Subject, 'facts'>,
  shots: readonly { readonly shot: Pick<Shot, 'position'> }[],
  first: number,
  end: number,
): readonly LanePiece[] {
  const pieces: LanePiece[] = [];
  let before = '';
  for (let at = Math.max(0, first - 1); at < Math.min(end, shots.length); at++) {
    const position = shots[at]?.shot.position ?? 0;
    const holding = facts.filter((fact) => holdsAt(fact, position));
    const said = holding.map(({ id }) => id).join(' ');
    const last = pieces.at(-1);
    if (at >= first && said !== '') {
      if (last && said === before) pieces[pieces.length - 1] = { ...last, length: last.length + 1 };
      else pieces.push({ start: at, length: 1, facts: holding, isNew: said !== before });
    }
    before = said;
  }
  return pieces;
}
