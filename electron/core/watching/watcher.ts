import type { ReviewEvent } from '@core/review/index.js';
import type { TakeAnalysis } from '@shared/analysis.js';
import { type AnalysisChange, analysisChangeOf, sentChange } from '@shared/analysis-change.js';
import type { Details, Message } from '@shared/contract/index.js';
import {
  byShot,
  type Claim,
  patchOf,
  type Records,
  type RecordsDiff,
  type TableDiff,
} from '@shared/records/index.js';
import { sentClaimsOf } from '@shared/sent-claim.js';
import { Queue } from './queue.js';
import { shownAnalysis } from './shown.js';

/** A message before it has its number among those of one watcher. */
export type Told = Message extends infer M ? (M extends Message ? Omit<M, 'seq'> : never) : never;

/** Of the storyboard that is open. */
export interface Known {
  readonly records: Records;
  readonly analysis: (takeId: string) => TakeAnalysis | null;
}

const NO_DETAILS: Details = { shots: [], claims: {}, analyses: {} };

/** One window: what it has yet to be told, and which shots it is told everything of. */
export class Watcher {
  readonly #queue = new Queue<Message>();
  #seq = 0;
  #asked: readonly string[];
  /** Those of `#asked` that there are. */
  #shots: ReadonlySet<string> = new Set();
  /** By take, as it was told. */
  #told = new Map<string, TakeAnalysis>();

  constructor(shots: readonly string[]) {
    this.#asked = shots;
  }

  messages(signal?: AbortSignal): AsyncGenerator<Message, void> {
    return this.#queue.drain(signal);
  }

  end(): void {
    this.#queue.end();
  }

  tell(message: Told): void {
    this.#seq++;
    this.#queue.push({ ...message, seq: this.#seq });
  }

  /** Begins anew, with everything of the shots that were asked for. */
  tellDocument(message: Omit<Extract<Told, { type: 'document' }>, 'details'>, known: Known | null): void {
    this.#shots = new Set();
    this.#told = new Map();
    this.tell({ ...message, details: (known && this.#newDetails(known)) ?? NO_DETAILS });
  }

  look(shots: readonly string[], known: Known | null): void {
    this.#asked = shots;
    if (known) this.#tellNewDetails(known);
  }

  /** Of claims, only those of the shots that it looks at. */
  tellChange(change: ReviewEvent, undo: { canUndo: string | null; canRedo: string | null }, known: Known) {
    const { diff, seq: event, commandId } = change;
    const seen: RecordsDiff = { ...diff, claim: diff.claim && this.#ofItsShots(diff.claim) };
    this.tell({ type: 'change', event, commandId, patch: patchOf(seen), ...undo });
    const { added = {}, removed = {} } = diff.shot ?? {};
    if (Object.keys(added).length + Object.keys(removed).length > 0) this.#tellNewDetails(known);
  }

  /** Of the takes whose analysis changed, what changed of those that it looks at. */
  tellAnalyses(takeIds: readonly string[], known: Known): void {
    const analyses: Record<string, AnalysisChange | null> = {};
    for (const id of takeIds) {
      const change = this.#changeOf(id, known);
      if (change !== undefined) analyses[id] = change;
    }
    if (Object.keys(analyses).length > 0)
      this.tell({ type: 'details', details: { shots: null, claims: {}, analyses } });
  }

  #ofItsShots({ added, updated, removed }: TableDiff<Claim>): TableDiff<Claim> {
    const kept = <T>(entries: Readonly<Record<string, T>>, claimOf: (entry: T) => Claim) =>
      Object.fromEntries(
        Object.entries(entries).filter(([, entry]) => this.#shots.has(claimOf(entry).shotId)),
      );
    return {
      added: kept(added, (claim) => claim),
      updated: kept(updated, ([, to]) => to),
      removed: kept(removed, (claim) => claim),
    };
  }

  /** undefined where nothing changed that it can see. */
  #changeOf(takeId: string, { records, analysis: analysisOf }: Known): AnalysisChange | null | undefined {
    const told = this.#told.get(takeId);
    const isLookedAt = this.#shots.has(records.take[takeId]?.shotId ?? '');
    const analysis = isLookedAt ? analysisOf(takeId) : null;
    if (!analysis) return this.#told.delete(takeId) ? null : undefined;
    const now = shownAnalysis(analysis);
    this.#told.set(takeId, now);
    const change = told ? analysisChangeOf(told, now) : now;
    return change ? sentChange(change) : undefined;
  }

  #tellNewDetails(known: Known): void {
    const details = this.#newDetails(known);
    if (details) this.tell({ type: 'details', details });
  }

  /** From what was told to what is asked for: all of the shots that are new. null where nothing is new. */
  #newDetails(known: Known): Details | null {
    const { records } = known;
    const before = this.#shots;
    this.#shots = new Set(this.#asked.filter((id) => Object.hasOwn(records.shot, id)));
    const added = [...this.#shots].filter((id) => !before.has(id));
    if (added.length === 0 && before.size === this.#shots.size) return null;
    const claims = added.flatMap((id) => byShot(records.claim).get(id) ?? []);
    const takes = added.flatMap((id) => byShot(records.take).get(id) ?? []);
    const analyses: Record<string, AnalysisChange | null> = {};
    for (const id of [...this.#told.keys(), ...takes.map((take) => take.id)]) {
      const change = this.#changeOf(id, known);
      if (change !== undefined) analyses[id] = change;
    }
    return {
      shots: [...this.#shots],
      claims: sentClaimsOf(claims),
      analyses,
    };
  }
}
