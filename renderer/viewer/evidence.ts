/** What the judge looked at, for what is pointed at in the panel: marks, heat, or why there is neither. */
import type { Finding, Verdict } from '@shared/analysis.js';
import type { Region, Take } from '@shared/records/index.js';
import type { ShotView } from '../board/index.js';
import type { Pointed } from '../stores/index.js';

export interface Heat {
  readonly columns: number;
  readonly rows: number;
  readonly heat: readonly number[];
  readonly box: Region | null;
  readonly verdict: Verdict | null;
}

/** Something to draw over the take on the screen. */
export interface Mark {
  readonly region: Region;
  readonly label: string;
  readonly tone: 'fail' | 'warn' | 'ok';
}

export interface EvidenceShown {
  readonly heat: Heat | null;
  readonly marks: readonly Mark[];
  /** In words, where there is nothing to draw. */
  readonly said: string;
}

export const NOTHING: EvidenceShown = { heat: null, marks: [], said: '' };

/** The judge's answer about one claim: not asked yet, or it could not be asked. */
export type EvidenceAnswer = Heat | 'looking' | 'failed';

const toneOf = (verdict: Verdict | null): Mark['tone'] =>
  verdict?.outcome === 'pass' ? 'ok' : verdict?.outcome === 'unsure' ? 'warn' : 'fail';

/** Where the judge sees `text`. A picture in which nothing stands out is left as it is, and words say so. */
export function answerShown(answer: EvidenceAnswer, text: string): EvidenceShown {
  if (answer === 'looking') return { ...NOTHING, said: `Looking for “${text}”…` };
  if (answer === 'failed')
    return { ...NOTHING, said: `There is no evidence for “${text}”: the judge could not be asked.` };
  const { box, verdict } = answer;
  if (!box)
    return {
      ...NOTHING,
      said:
        verdict?.outcome === 'pass'
          ? `“${text}” is right. It is about the whole frame: there is no one part to point to.`
          : `Nothing in this picture shows “${text}”.`,
    };
  const p = verdict?.p == null ? '' : `, p ${verdict.p.toFixed(2)}`;
  const mark = { region: box, label: `${text}${p}`, tone: toneOf(verdict) };
  return { ...NOTHING, heat: answer, marks: [mark] };
}

function marksOf({ evidence, message, severity }: Finding, take: Take): readonly Mark[] {
  const tone = severity === 'high' ? 'fail' : 'warn';
  return evidence.items.flatMap(({ takeId, region, label }): Mark[] =>
    takeId === take.id && region ? [{ region, label: label || message, tone }] : [],
  );
}

/** What is pointed at shows this by itself, or the judge must be asked about a claim. */
export function pointedAt(
  view: ShotView,
  take: Take,
  pointed: Pointed,
): { readonly shown: EvidenceShown } | { readonly claimId: string } {
  if (pointed.kind === 'claim') return { claimId: pointed.claimId };
  if (pointed.kind === 'note') return { shown: NOTHING };
  const finding = [...view.findings, ...view.dismissed].find(({ key }) => key === pointed.key);
  if (!finding || finding.takeId !== take.id) return { shown: NOTHING };
  const marks = marksOf(finding, take);
  if (marks.length > 0) return { shown: { ...NOTHING, marks } };
  const [claimId] = finding.claimIds;
  if (claimId !== undefined) return { claimId };
  return { shown: { ...NOTHING, said: 'This is about the whole frame: there is no one part to point to.' } };
}
