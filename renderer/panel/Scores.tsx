import type { Measure, TakeAnalysis, Verdict } from '@shared/analysis.js';
import { compositionScore } from '@shared/composition/index.js';
import type { TakeSummary } from '@shared/overview.js';
import type { Take } from '@shared/records/index.js';
import { silenceOf } from '@shared/silence.js';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { runAction } from '../actions/index.js';
import type { ShotView } from '../board/index.js';
import { useAnalysis, useClaims, useSession, useShownTake, useSummary } from '../stores/index.js';
import { amount, count, probability, score, Tip } from '../ui/index.js';
import { CompositionParts } from './CompositionParts.js';
import { JudgeNote } from './JudgeNote.js';
import { MembersLine } from './Members.js';
import { OutcomeMark } from './OutcomeMark.js';
import './scores.css';

const spaced = (name: string): string =>
  name
    .replace(/[-_]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();

function Verdicts({ verdicts }: { verdicts: readonly Verdict[] }) {
  if (verdicts.length === 0) return <p className="faint">Nothing was asked.</p>;
  return (
    <ul className="score-parts">
      {verdicts.map((verdict) => (
        <li
          key={verdict.claimId}
          onPointerEnter={() => useSession.setState({ hovered: { kind: 'claim', claimId: verdict.claimId } })}
          onPointerLeave={() => useSession.setState({ hovered: null })}
        >
          <OutcomeMark outcome={verdict.outcome} />
          <span>{verdict.text}</span>
          <span className="faint numbers">
            {verdict.p === null ? verdict.reason || 'not judged' : probability(verdict.p)}
          </span>
          <MembersLine verdict={verdict} />
        </li>
      ))}
    </ul>
  );
}

function Measures({ measures }: { measures: readonly Measure[] }) {
  if (measures.length === 0) return <p className="faint">Not measured yet.</p>;
  return (
    <ul className="score-parts">
      {measures.map((measure) => (
        <li key={measure.name}>
          <OutcomeMark outcome={measure.flagged ? 'unsure' : 'pass'} />
          <span>{spaced(measure.name)}</span>
          <Tip
            text={
              measure.z === null
                ? 'Too few frames to compare'
                : `${measure.z.toFixed(1)} spreads from this storyboard's median`
            }
          >
            <span className="faint numbers">
              {amount(measure.value)} {measure.unit}
              {measure.z !== null && ` · ${measure.z > 0 ? '+' : ''}${measure.z.toFixed(1)} z`}
            </span>
          </Tip>
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  readonly name: string;
  readonly value: number | null;
  /** The words of the description that explain a low value. */
  readonly excuse?: string | undefined;
  readonly children: ReactNode;
}

function ScoreRow({ name, value, excuse, children }: RowProps) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <button type="button" className="score-row" aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight size={14} aria-hidden />
        <span>
          {name}
          {excuse !== undefined && <span className="faint"> excused: {excuse}</span>}
        </span>
        <span className="numbers">{score(value)}</span>
        <span className="meter" data-excused={excuse !== undefined || undefined} aria-hidden>
          <i style={{ transform: `scaleX(${value ?? 0})` }} />
        </span>
      </button>
      {open && (
        <div className="score-detail selectable">
          {excuse !== undefined && (
            <p className="faint">
              It looks unlike the other shots, as its description asks for by “{excuse}”: that is no finding.
            </p>
          )}
          {children}
        </div>
      )}
    </li>
  );
}

function analysisNote(
  take: Take | null,
  summary: TakeSummary | null,
  analysis: TakeAnalysis | null,
): string | null {
  if (!take) return null;
  // As just after a large storyboard was opened.
  if (!summary) return 'What is known of it is being worked out.';
  if (summary.state === 'waiting') return 'Not analysed yet.';
  if (summary.state === 'running') return 'Being analysed…';
  // Of a picture that cannot be read its finding tells.
  if (summary.state === 'unreadable') return null;
  if (summary.state === 'failed') return `Not judged. ${summary.error ?? ''}`;
  if (!analysis || analysis.verdicts.length === 0) return null;
  const silence = silenceOf(analysis.verdicts);
  if (silence !== null) return `Nothing is judged here: ${silence}. Choose another judge for it.`;
  const silent = analysis.verdicts.filter(({ outcome }) => outcome === 'not-judged').length;
  if (silent === 0) return null;
  return `${silent} of ${count(analysis.verdicts.length, 'claim')} ${silent === 1 ? 'is' : 'are'} not judged: the score says nothing of ${silent === 1 ? 'it' : 'them'}.`;
}

/** Where a brand's style is known: what it comes to for this take, and the way to what it is told by. */
function BrandRow({ summary }: { summary: TakeSummary | null }) {
  const brand = summary?.scores.brand;
  if (brand === undefined) return null;
  return (
    <ScoreRow name="Brand style" value={brand}>
      <p className="faint">
        {brand < 0.5 ? 'It looks off the brand style' : 'It looks like the brand style'}, by the examples you
        marked: 100 is on it for certain, below 50 it is off it.
      </p>
      <button type="button" className="button" onClick={() => runAction('brand-style')}>
        Brand style…
      </button>
    </ScoreRow>
  );
}

/** The scores, each opening to what it is made of. */
export function Scores({ view }: { view: ShotView }) {
  const take = useShownTake();
  const summary = useSummary(take?.id);
  const analysis = useAnalysis(take?.id);
  const claims = useClaims(view.shot.id);
  const canonical = new Set(
    claims.filter((claim) => claim.source === 'canon' || claim.factId !== null).map((claim) => claim.id),
  );
  const verdicts = analysis?.verdicts ?? [];
  const note = analysisNote(take, summary, analysis);
  return (
    <section aria-label="Scores">
      <ul className="scores">
        <ScoreRow name="Description" value={summary?.scores.description ?? null}>
          {analysis?.whole != null && (
            <p className="faint numbers">
              The whole description in one question: {probability(analysis.whole)}
            </p>
          )}
          <Verdicts verdicts={verdicts} />
          <JudgeNote analysis={analysis} />
        </ScoreRow>
        <ScoreRow name="Style" value={summary?.scores.style ?? null} excuse={summary?.scores.styleExcuse}>
          <Measures measures={analysis?.style ?? []} />
        </ScoreRow>
        <ScoreRow name="Characters" value={summary?.scores.characters ?? null}>
          <Verdicts verdicts={verdicts.filter((verdict) => canonical.has(verdict.claimId))} />
          <JudgeNote analysis={analysis} />
        </ScoreRow>
        <ScoreRow name="Quality" value={summary?.scores.quality ?? null}>
          <Measures measures={analysis?.quality ?? []} />
        </ScoreRow>
        <ScoreRow
          name="Composition"
          value={analysis?.composition ? compositionScore(analysis.composition) : null}
        >
          <CompositionParts composition={analysis?.composition} />
        </ScoreRow>
        <BrandRow summary={summary} />
      </ul>
      {note && <p className="faint score-note">{note}</p>}
    </section>
  );
}
