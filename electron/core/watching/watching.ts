/**
 * What the windows are told. Each is sent the document once and then what changes: of every shot what is seen at a
 * glance, and of the shots that it looks at everything.
 */
import type { Review, ReviewEvent } from '@core/review/index.js';
import type { TakeAnalysis } from '@shared/analysis.js';
import type { Looking, Lost, Making, Message, ShownSettings, Skipped } from '@shared/contract/index.js';
import { type DerivedChange, isEmptyChange } from '@shared/derived-change.js';
import { ContinuistError } from '@shared/errors.js';
import type { Job } from '@shared/job.js';
import type { Overview } from '@shared/overview.js';
import type { SourceState } from '@shared/source-change/index.js';
import { ToldOverview } from './told-overview.js';
import { type Known, type Told, Watcher } from './watcher.js';

/** A storyboard that is open, as far as windows are told of it. */
export interface Watched {
  readonly review: Pick<
    Review,
    | 'key'
    | 'records'
    | 'seq'
    | 'canUndo'
    | 'canRedo'
    | 'readOnly'
    | 'opensAgain'
    | 'notes'
    | 'offeredBackup'
    | 'skipped'
    | 'onChange'
  >;
  /** The first change holds everything that is derived, each later one what is new. */
  onDerived(listener: (change: DerivedChange) => void): () => void;
  /** What is known of a take now. */
  analysis(takeId: string): TakeAnalysis | null;
}

export interface WatchingParts {
  readonly jobs: { readonly current: Job[]; onChange(listener: (job: Job) => void): void };
  readonly making: {
    readonly current: Record<string, Making>;
    onChange(listener: (requestId: string, making: Making | null) => void): void;
  };
  /** Of the storyboard that is open. */
  readonly source: () => SourceState;
  readonly settings: () => ShownSettings;
}

export class Watching {
  readonly #parts: WatchingParts;
  readonly #watchers = new Map<string, Watcher>();
  #begin: () => void = () => undefined;
  /** Resolves when somebody watches for the first time. */
  readonly begins = new Promise<void>((resolve) => {
    this.#begin = resolve;
  });
  #board: Watched | null = null;
  /** End the listening to `#board`. */
  #following: (() => void)[] = [];
  /** What went wrong while no window was there, by what it is about: the first that comes is told. */
  readonly #missed = new Map<string, Told>();
  /** As all were told, so that whoever joins begins where the others are. */
  #overview = new ToldOverview();

  constructor(parts: WatchingParts) {
    this.#parts = parts;
    parts.jobs.onChange((job) => {
      const told: Told = { type: 'job', job };
      if (job.state === 'failed' || job.warning !== '') this.#tellSurely(job.kind, told);
      else {
        this.#missed.delete(job.kind);
        this.#tell(told);
      }
    });
    parts.making.onChange((requestId, making) => this.#tell({ type: 'making', requestId, making }));
  }

  /** The document as it stands, then every change, until `signal` aborts. A name that is taken is taken over. */
  watch({ watcher: name, shots }: Looking, signal?: AbortSignal): AsyncGenerator<Message, void> {
    const watcher = new Watcher(shots);
    this.#watchers.get(name)?.end();
    this.#watchers.set(name, watcher);
    watcher.tellDocument(this.#document(), this.#known);
    for (const told of this.#missed.values()) watcher.tell(told);
    this.#missed.clear();
    this.#begin();
    return this.#messagesOf(name, watcher, signal);
  }

  /** From now on the watcher is told everything of these shots, and of no others. Throws NOT_FOUND. */
  look({ watcher: name, shots }: Looking): void {
    const watcher = this.#watchers.get(name);
    if (!watcher) throw new ContinuistError('NOT_FOUND');
    watcher.look(shots, this.#known);
  }

  /** Some window is there to be told. */
  get isWatched(): boolean {
    return this.#watchers.size > 0;
  }

  /** The storyboard that everybody looks at from now on; null = none. */
  show(board: Watched | null): void {
    for (const stop of this.#following) stop();
    this.#board = board;
    this.#overview = new ToldOverview();
    this.#following = board
      ? [
          board.review.onChange((event) => this.#tellChange(board, event)),
          board.onDerived((change) => this.#tellDerived(board, change)),
        ]
      : [];
    for (const watcher of this.#watchers.values()) watcher.tellDocument(this.#document(), this.#known);
  }

  /** Only this watcher; nobody when it is gone. */
  tellOne(name: string, told: Told): void {
    this.#watchers.get(name)?.tell(told);
  }

  /** Every window: something broke that it cannot see. */
  tellLost({ message, hint }: Lost): void {
    this.#tellSurely('lost', { type: 'lost', message, hint });
  }

  tellSettings(): void {
    this.#tell({ type: 'settings', watchesOnly: false, ...this.#parts.settings() });
  }

  /** How the source stands to the storyboard now, and what it leaves out. */
  tellSource(skipped: readonly Skipped[]): void {
    this.#tell({ type: 'source', ...this.#parts.source(), skipped: [...skipped] });
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.end();
  }

  get #known(): Known | null {
    return this.#board && knownOf(this.#board);
  }

  async *#messagesOf(name: string, watcher: Watcher, signal?: AbortSignal): AsyncGenerator<Message, void> {
    try {
      yield* watcher.messages(signal);
    } finally {
      if (this.#watchers.get(name) === watcher) this.#watchers.delete(name);
    }
  }

  /** Where nobody is there, it waits, unless it is told anew meanwhile. */
  #tellSurely(about: string, message: Told): void {
    if (this.isWatched) this.#tell(message);
    else this.#missed.set(about, message);
  }

  #tell(message: Told): void {
    for (const watcher of this.#watchers.values()) watcher.tell(message);
  }

  #tellChange(board: Watched, event: ReviewEvent): void {
    const { canUndo, canRedo } = board.review;
    const known = knownOf(board);
    for (const watcher of this.#watchers.values()) watcher.tellChange(event, { canUndo, canRedo }, known);
  }

  #tellDerived(board: Watched, change: DerivedChange): void {
    const news = this.#overview.tell(change);
    if (!isEmptyChange(news)) this.#tell({ type: 'derived', change: news });
    const takeIds = Object.keys(change.analyses);
    const known = knownOf(board);
    for (const watcher of this.#watchers.values()) watcher.tellAnalyses(takeIds, known);
  }

  #document() {
    const { jobs, making, source, settings } = this.#parts;
    return {
      type: 'document' as const,
      jobs: jobs.current,
      making: making.current,
      source: source(),
      watchesOnly: false,
      ...settings(),
      document: this.#board && documentOf(this.#board, this.#overview.whole),
    };
  }
}

const knownOf = (board: Watched): Known => ({
  records: board.review.records,
  analysis: (takeId) => board.analysis(takeId),
});

function documentOf({ review }: Watched, overview: Overview) {
  const { key, records, canUndo, canRedo, readOnly, opensAgain, notes, offeredBackup, seq, skipped } = review;
  return {
    reviewKey: key,
    event: seq,
    records: { ...records, claim: {} },
    overview,
    canUndo,
    canRedo,
    readOnly,
    opensAgain,
    notes: [...notes],
    offeredBackup,
    skipped: [...skipped],
  };
}
