import type { Take } from '@shared/records/index.js';
import { useEffect, useState } from 'react';
import type { ShotView } from '../board/index.js';
import { ask } from '../link/index.js';
import { useDocument, useSession } from '../stores/index.js';
import {
  answerShown,
  type EvidenceAnswer,
  type EvidenceShown,
  type Heat,
  NOTHING,
  pointedAt,
} from './evidence.js';

/** Milliseconds a pointer must rest before the judge is asked. */
const REST = 140;
const known = new Map<string, Heat>();

/** Evidence for what is pointed at in the panel; asked once per take and wording of a claim. */
export function useEvidence(view: ShotView | null, take: Take | null): EvidenceShown {
  const pointed = useSession((session) => session.hovered ?? session.pinned);
  const wanted = useSession((session) => session.evidence);
  const [answer, setAnswer] = useState<{ key: string; answer: EvidenceAnswer } | null>(null);
  const on = wanted && view && take && pointed && take.unreadable === null;
  const at = on ? pointedAt(view, take, pointed) : { shown: NOTHING };
  const claimId = 'claimId' in at ? at.claimId : '';
  const text = useDocument((mirror) => mirror.records.claim[claimId]?.text ?? '');
  const takeId = take?.id ?? '';
  const corrected = useDocument((mirror) => mirror.records.correction[takeId]?.createdAt ?? 0);
  const key = text ? `${takeId} ${claimId} ${corrected} ${text}` : '';
  useEffect(() => {
    if (!key || known.has(key)) return;
    let current = true;
    const timer = setTimeout(async () => {
      setAnswer({ key, answer: 'looking' });
      const heat = await ask((api) => api.analysis.evidence({ takeId, claimId }));
      if (heat) known.set(key, heat);
      if (current) setAnswer({ key, answer: heat ?? 'failed' });
    }, REST);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, claimId, takeId]);
  if ('shown' in at) return at.shown;
  const told = known.get(key) ?? (answer?.key === key ? answer.answer : null);
  return told ? answerShown(told, text) : NOTHING;
}
