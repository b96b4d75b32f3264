import type { Verdict } from '@shared/analysis.js';
import type { Region, Take } from '@shared/records/index.js';
import { useEffect, useState } from 'react';
import type { ShotView } from '../board/index.js';
import { ask } from '../link/index.js';
import { type Pointed, useSession } from '../stores/index.js';

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
}

const NOTHING: EvidenceShown = { heat: null, marks: [] };
/** Milliseconds a pointer must rest before the judge is asked. */
const REST = 140;
const known = new Map<string, Heat>();

const toneOf = (verdict: Verdict | null): Mark['tone'] =>
  verdict?.outcome === 'pass' ? 'ok' : verdict?.outcome === 'unsure' ? 'warn' : 'fail';

function heatEvidence(heat: Heat): EvidenceShown {
  const { box, verdict } = heat;
  const p = verdict?.p == null ? '' : `, p ${verdict.p.toFixed(2)}`;
  const marks = box ? [{ region: box, label: `${verdict?.text ?? ''}${p}`, tone: toneOf(verdict) }] : [];
  return { heat, marks };
}

/** What the pointed claim or finding can show by itself, and the claim to ask about otherwise. */
function readPointed(
  view: ShotView,
  take: Take,
  pointed: Pointed,
): { marks: readonly Mark[]; claimId: string | null } {
  if (pointed.kind === 'claim') return { marks: [], claimId: pointed.claimId };
  const finding = [...view.findings, ...view.dismissed].find(({ key }) => key === pointed.key);
  if (!finding) return { marks: [], claimId: null };
  const marks = finding.evidence.items.flatMap(({ takeId, region, label }): Mark[] =>
    takeId === take.id && region
      ? [{ region, label: label || finding.message, tone: finding.severity === 'high' ? 'fail' : 'warn' }]
      : [],
  );
  return { marks, claimId: marks.length === 0 ? (finding.claimIds[0] ?? null) : null };
}

/** Evidence for what is pointed at in the panel; asked once per take and claim. */
export function useEvidence(view: ShotView | null, take: Take | null): EvidenceShown {
  const pointed = useSession((session) => session.hovered ?? session.pinned);
  const wanted = useSession((session) => session.evidence);
  const [answer, setAnswer] = useState<{ key: string; heat: Heat } | null>(null);
  const on = wanted && view && take && pointed && take.unreadable === null;
  const { marks, claimId } = on ? readPointed(view, take, pointed) : { marks: [], claimId: null };
  const takeId = take?.id;
  const key = claimId && takeId ? `${takeId} ${claimId}` : '';
  useEffect(() => {
    if (!claimId || !takeId || known.has(key)) return;
    let current = true;
    const timer = setTimeout(async () => {
      const heat = await ask((api) => api.analysis.evidence({ takeId, claimId }));
      if (!heat) return;
      known.set(key, heat);
      if (current) setAnswer({ key, heat });
    }, REST);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, claimId, takeId]);
  if (!on) return NOTHING;
  if (!key) return { heat: null, marks };
  const heat = known.get(key) ?? (answer?.key === key ? answer.heat : null);
  return heat ? heatEvidence(heat) : NOTHING;
}
