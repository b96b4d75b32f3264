import { type BrandReport, NO_REPORT } from '@shared/brand.js';
import type { StyleExample } from '@shared/records/index.js';
import { useEffect, useMemo, useState } from 'react';
import type { ShotView } from '../board/index.js';
import { tryCall } from '../link/index.js';
import { useBoardView, useDocument } from '../stores/index.js';

/** Milliseconds after which a report is asked for again, while what it rests on changes. */
const SETTLED = 250;

/** How well the brand's style is known, kept up to what is known; null before it was told. */
export function useReport(): BrandReport | null {
  const examples = useDocument(({ records }) => records.styleExample);
  const judged = useDocument(({ overview }) => overview.summaries);
  const [report, setReport] = useState<BrandReport | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when what it rests on changes
  useEffect(() => {
    let isWanted = true;
    const ask = async () => {
      const answer = await tryCall((api) => api.brand.report());
      if (isWanted) setReport('value' in answer ? answer.value : NO_REPORT);
    };
    const soon = setTimeout(() => void ask(), report === null ? 0 : SETTLED);
    return () => {
      isWanted = false;
      clearTimeout(soon);
    };
  }, [examples, judged]);
  return report;
}

/** Of one side, the last first. */
export function useExamples(on: boolean): readonly StyleExample[] {
  const examples = useDocument(({ records }) => records.styleExample);
  return useMemo(
    () =>
      Object.values(examples)
        .filter((one) => one.on === on)
        .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1)),
    [examples, on],
  );
}

export interface Scored {
  readonly view: ShotView;
  /** 0–1. */
  readonly brand: number;
}

/** The shots whose pick has a score, the farthest off first. */
export function useScored(): readonly Scored[] {
  const { views } = useBoardView();
  return useMemo(
    () =>
      views
        .flatMap((view): Scored[] => {
          const brand = view.summary?.scores.brand;
          return brand === undefined ? [] : [{ view, brand }];
        })
        .sort((a, b) => a.brand - b.brand || a.view.shot.position - b.view.shot.position),
    [views],
  );
}
