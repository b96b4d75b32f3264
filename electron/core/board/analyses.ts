/** What is shown of each take. Its measures are those of its standing, which keeps them. */
import type { TakeAnalysis } from '@shared/analysis.js';
import { sameValue } from '@shared/records/index.js';
import type { Standings } from './standings.js';

/** Without the measures, which are most of it and are made when they are asked for. */
export type BriefAnalysis = Omit<TakeAnalysis, 'quality' | 'style'>;

export class Analyses {
  readonly #standings: Standings;
  readonly #kept = new Map<string, BriefAnalysis>();

  constructor(standings: Standings) {
    this.#standings = standings;
  }

  get(takeId: string): TakeAnalysis | null {
    const kept = this.#kept.get(takeId);
    if (!kept) return null;
    const standing = this.#standings.get(takeId);
    return { ...kept, quality: [...(standing?.quality ?? [])], style: [...(standing?.style.measures ?? [])] };
  }

  brief(takeId: string): BriefAnalysis | null {
    return this.#kept.get(takeId) ?? null;
  }

  /** Of every take, by its id. */
  all(): Record<string, TakeAnalysis> {
    return Object.fromEntries([...this.#kept.keys()].map((id) => [id, this.get(id) as TakeAnalysis]));
  }

  /** `analysis`: with the measures of the take's standing now; null = it is gone. False when nothing has changed. */
  put(takeId: string, analysis: TakeAnalysis | null): boolean {
    const isRestood = this.#standings.takeChanged(takeId);
    const before = this.#kept.get(takeId) ?? null;
    if (!analysis) return this.#kept.delete(takeId);
    const { quality, style, ...kept } = analysis;
    if (!isRestood && sameValue(before, kept)) return false;
    this.#kept.set(takeId, kept);
    return true;
  }
}
