import type { Scores } from '@shared/analysis.js';
import { claimChanges, inOrder } from '../board/index.js';
import { useAnalysis, useComparedTake, useSession, useShownTake, useSummary } from '../stores/index.js';
import { score } from '../ui/index.js';
import { OutcomeMark } from './OutcomeMark.js';
import { PromptDiff } from './PromptDiff.js';

/** Smaller changes of p than this are the judge's own noise. */
const NOTABLE = 0.05;

const SCORES: readonly (readonly [Exclude<keyof Scores, 'styleExcuse'>, string])[] = [
  ['description', 'Description'],
  ['style', 'Style'],
  ['characters', 'Characters'],
  ['quality', 'Quality'],
];

const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${Math.abs(value)}`;

/** From the older to the newer of the two takes on the screen: words, seed, scores, claim by claim. */
export function WhatChanged() {
  const comparing = useSession((session) => session.compare !== null);
  const shown = useShownTake();
  const other = useComparedTake();
  const [older, newer] = shown && other ? inOrder(other, shown) : [];
  const before = useAnalysis(older?.id);
  const after = useAnalysis(newer?.id);
  const scoresBefore = useSummary(older?.id)?.scores;
  const scoresAfter = useSummary(newer?.id)?.scores;
  if (!comparing || !older || !newer || older.shotId !== newer.shotId) return null;
  const changes = claimChanges(before, after).filter(
    ({ delta, before: was, after: is }) => Math.abs(delta ?? 0) >= NOTABLE || was?.outcome !== is?.outcome,
  );
  return (
    <section aria-label="What changed" className="changed">
      <div className="section-head">
        <h3>What changed</h3>
      </div>
      <PromptDiff before={older} after={newer} />
      <p className="faint numbers">
        {older.seed === newer.seed
          ? `Same seed, ${newer.seed ?? 'not known'}`
          : `Seed ${older.seed ?? '?'} → ${newer.seed ?? '?'}`}
      </p>
      <dl className="score-deltas numbers">
        {SCORES.map(([key, word]) => {
          const was = scoresBefore?.[key] ?? null;
          const is = scoresAfter?.[key] ?? null;
          const delta = was === null || is === null ? null : Math.round(is * 100) - Math.round(was * 100);
          return (
            <div key={key}>
              <dt>{word}</dt>
              <dd>
                {score(was)} → {score(is)}{' '}
                {delta !== null && <b className={`delta-${Math.sign(delta)}`}>{signed(delta)}</b>}
              </dd>
            </div>
          );
        })}
      </dl>
      <ul className="score-parts">
        {changes.map((change) => (
          <li key={change.claimId}>
            <OutcomeMark outcome={change.after?.outcome} />
            <span>{change.text}</span>
            <span className="faint numbers">
              {change.before?.p?.toFixed(2) ?? '–'} → {change.after?.p?.toFixed(2) ?? '–'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
