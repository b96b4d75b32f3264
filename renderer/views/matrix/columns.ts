/** Shots by characters, places, props and style: how well each shot keeps what is said of each. */
import type { Finding, FindingKind } from '@shared/analysis.js';
import { bySeverity, SEVERITIES } from '@shared/severity.js';
import { inPlay, type ShotView, type Subject, shotsWith, worstOf } from '../../board/index.js';
import { count } from '../../ui/index.js';

export interface Column {
  readonly key: string;
  /** '' for style. */
  readonly name: string;
  /** What holds of it; null for style, which is of the whole frame. */
  readonly subject: Subject | null;
  /** Shots that it is in, by their ids. */
  readonly shots: ReadonlySet<string>;
}

export interface Cell {
  readonly isIn: boolean;
  /** The worst that is found of it here. */
  readonly worst: Finding | undefined;
}

const OF_STYLE: readonly FindingKind[] = ['style-drift', 'off-brand'];

/** Style last, of every shot. What is out of play is in none. */
export function columnsOf(views: readonly ShotView[], subjects: readonly Subject[]): readonly Column[] {
  const idsOf = (shots: readonly ShotView[]): ReadonlySet<string> =>
    new Set(shots.map(({ shot }) => shot.id));
  return [
    ...subjects
      .filter(({ subject }) => subject !== 'style')
      .map(
        (subject): Column => ({
          key: subject.key,
          name: subject.name,
          subject,
          shots: idsOf(shotsWith(views, subject)),
        }),
      ),
    {
      key: 'style',
      name: '',
      subject: null,
      shots: idsOf(views.filter((view) => view.pick !== null && inPlay(view))),
    },
  ];
}

export function cellOf(view: ShotView, { subject, shots }: Column): Cell {
  const worst = subject
    ? worstOf(view, subject)
    : view.findings.filter(({ kind }) => OF_STYLE.includes(kind)).toSorted(bySeverity)[0];
  return { isIn: worst !== undefined || shots.has(view.shot.id), worst };
}

/** The worst first, then what is kept, then where it is not. */
const rankOf = ({ isIn, worst }: Cell): number =>
  worst ? SEVERITIES.indexOf(worst.severity) : isIn ? SEVERITIES.length : SEVERITIES.length + 1;

/** What is as bad stays in its order. */
export const shotsBy = (views: readonly ShotView[], column: Column): readonly ShotView[] =>
  views.toSorted((a, b) => rankOf(cellOf(a, column)) - rankOf(cellOf(b, column)));

export const columnsBy = (columns: readonly Column[], view: ShotView): readonly Column[] =>
  columns.toSorted((a, b) => rankOf(cellOf(view, a)) - rankOf(cellOf(view, b)));

/** The nearest other shot that keeps it: the one before of two as near; null = none does. */
export function keptNear(views: readonly ShotView[], view: ShotView, column: Column): ShotView | null {
  const away = (other: ShotView): number => Math.abs(other.shot.position - view.shot.position);
  const kept = views.filter((other) => {
    const { isIn, worst } = cellOf(other, column);
    return other.shot.id !== view.shot.id && other.pick !== null && isIn && !worst;
  });
  return kept.reduce<ShotView | null>(
    (best, one) => (best === null || away(one) < away(best) ? one : best),
    null,
  );
}

/** How many shots of a column something is found in, of those that were looked at. */
export function foundIn(views: readonly ShotView[], column: Column): { found: number; looked: number } {
  const looked = views.filter(
    (view) =>
      cellOf(view, column).worst !== undefined ||
      (column.shots.has(view.shot.id) && view.summary?.state === 'done'),
  );
  const found = looked.filter((view) => cellOf(view, column).worst !== undefined);
  return { found: found.length, looked: looked.length };
}

/** How it is kept, for a column's head, and in full. */
export function keptWords({ found, looked }: ReturnType<typeof foundIn>): { short: string; full: string } {
  if (looked === 0) return { short: 'not analysed', full: 'not analysed' };
  const shots = count(looked, 'shot');
  if (found === 0)
    return { short: `kept in ${looked}`, full: `kept in ${looked === 1 ? '' : 'all '}${shots}` };
  return { short: `${found} of ${looked} off`, full: `not kept in ${found} of ${shots}` };
}
