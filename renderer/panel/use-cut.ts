import type { Sought } from '@shared/contract/index.js';
import type { Region } from '@shared/records/index.js';
import { useEffect, useState } from 'react';
import { ask } from '../link/index.js';
import { useDocument, useSettings } from '../stores/index.js';

/** `whole`: nothing stands out, or the judge is not asked: one that takes long looks only where it is asked in so many words. `unknown`: not looked yet. */
export type Cut = Region | 'whole' | 'unknown';

/** Of what is round a cut: evidence is wide round what it shows. */
export const CUT_MARGIN = 0.05;
/** Milliseconds that something must be shown before the judge is asked. */
const REST = 250;
const known = new Map<string, Cut>();
/** One at a time, so that what the artist points at meanwhile is answered before them. */
let last: Promise<unknown> = Promise.resolve();

/** The part of a take that shows whom or what is sought; null = nothing is, it is shown whole. */
export function useCut(takeId: string, sought: Sought | null): Cut {
  const judge = useSettings((settings) => settings.judge);
  const corrected = useDocument(({ records }) => records.correction[takeId]?.createdAt ?? 0);
  const key = sought && JSON.stringify([takeId, sought, judge, corrected]);
  const [answered, setAnswered] = useState<string | null>(null);
  useEffect(() => {
    if (key === null || known.has(key)) return;
    let isShown = true;
    const look = async () => {
      if (!isShown || known.has(key)) return;
      const [, of] = JSON.parse(key) as [string, Sought];
      const answer = await ask((api) => api.analysis.whereIs({ takeId, sought: of }));
      if (answer?.isAsked) known.set(key, answer.region ?? 'whole');
    };
    const timer = setTimeout(() => {
      last = last.then(look).then(() => isShown && setAnswered(key));
    }, REST);
    return () => {
      isShown = false;
      clearTimeout(timer);
    };
  }, [key, takeId]);
  if (key === null) return 'whole';
  return known.get(key) ?? (answered === key ? 'whole' : 'unknown');
}

/** As a crop takes it. */
export const regionOf = (cut: Cut): Region | null => (typeof cut === 'string' ? null : cut);
