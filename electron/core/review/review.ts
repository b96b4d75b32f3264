import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameMeasures, Judgement } from '@shared/analysis.js';
import {
  type CommandSettings,
  changeOf,
  inputsOf,
  labelOf,
  type SentCommand,
  shotsOf,
  whoOf,
} from '@shared/commands/index.js';
import type { OfferedBackup, Skipped, Stepped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { listed } from '@shared/listed.js';
import { type MatchChoice, NO_CHOICE } from '@shared/matching/index.js';
import {
  applyDiff,
  diffBetween,
  isEmptyDiff,
  mergeImport,
  type Records,
  type RecordsDiff,
  type Request,
  recordsDiff,
  reverseDiff,
  sameValue,
  shotsOfDiff,
  type Take,
} from '@shared/records/index.js';
import type { Sighting } from '@shared/sighting.js';
import type { SourceBase, TakenIn } from '@shared/source-change/index.js';
import { Approvals } from './approvals.js';
import { Backups, markForRepair } from './backups/index.js';
import { baseOf } from './base.js';
import { type Caches, cachesOf, type PictureReading } from './caches.js';
import { concurrentChange } from './concurrent-change.js';
import { Events, type NewEvent, PROGRAM, type ReviewEvent } from './events.js';
import { guarded } from './failures.js';
import { Listeners } from './listeners.js';
import type { ReviewLocation } from './location.js';
import { matchIn, withMatch } from './match-kept.js';
import { DAMAGE_FOUND } from './recovery/index.js';
import { stepBack } from './step-back.js';
import { stepNote } from './step-note.js';
import { type Step, Steps } from './steps.js';
import { Store } from './store.js';
import { timestamp } from './timestamp.js';

const WHEN_CLOSED = 'Close it there, then open it again here to decide.';

export interface ReviewParts {
  readonly folder: string;
  readonly location: ReviewLocation;
  /** As they are when a command runs. */
  readonly settings: () => CommandSettings;
  /** It lies on a drive of the network. */
  readonly onNetwork: boolean;
  /** Who else holds it; null when it is ours to write. */
  readonly readOnly: string | null;
  /** The secret by which this machine knows its own approvals. */
  readonly approvalKey: () => Buffer;
  /** Where a copy goes when the file is removed or replaced while it is open. */
  readonly rescueFolder: string;
  /** Lets the next process write. */
  readonly release: () => void;
}

/** Of another review of the storyboard, whose changes are taken in. */
export interface Older {
  readonly store: Store;
  readonly change: RecordsDiff;
  /** Of its last event; see lineage.ts. */
  readonly mark: string;
}

/** Shots that are named; the others are counted. */
const NAMED = 12;

/** One open review file and its records in memory. What returned from a method that changes it is on disk. */
export class Review {
  readonly folder: string;
  readonly file: string;
  /** Nothing was ever imported. */
  readonly isNew: boolean;
  readonly #parts: ReviewParts;
  readonly #store: Store;
  readonly #events: Events;
  readonly #steps: Steps;
  readonly #caches: Caches;
  readonly #approvals: Approvals;
  readonly #listeners = new Listeners<ReviewEvent>();
  readonly #newsListeners = new Listeners<string>();
  readonly #backups: Backups | null;
  #isDamaged = false;
  #offeredBackup: OfferedBackup | null = null;
  /** What could not be read of the file. */
  readonly #unreadable: readonly Skipped[];
  readonly #notes: string[] = [];
  #isJoined = false;
  #leftByImport: readonly Skipped[];
  #records: Records;
  #seq: number;

  constructor(parts: ReviewParts) {
    this.#parts = parts;
    this.folder = parts.folder;
    this.file = parts.location.file;
    this.#store = new Store(this.file, {
      readOnly: parts.readOnly !== null,
      onNetwork: parts.onNetwork,
      guard: {
        files: [parts.location.lockFile],
        copy: () => join(parts.rescueFolder, `${timestamp()}-${this.key}.sqlite`),
        barred: (why) => this.#newsListeners.tell(why),
        damaged: () => this.#damaged(),
      },
    });
    try {
      const { records, skipped, isTorn } = this.#store.load();
      if (isTorn && this.readOnly === null)
        throw new ContinuistError('REVIEW_DAMAGED', 'a row of it is torn', { file: this.file });
      this.#records = records;
      this.#unreadable = skipped;
      this.#leftByImport = this.#store.skipped();
      this.#events = new Events(this.#store);
      const heads = guarded(this.file, () => this.#events.heads());
      this.#steps = new Steps(heads);
      this.#seq = heads.at(-1)?.seq ?? 0;
      this.isNew = heads.length === 0;
      this.#caches = cachesOf(this.#store);
      this.#approvals = new Approvals(this.#store, parts.approvalKey);
      this.withhold();
      const { onNetwork } = parts;
      this.#backups =
        this.readOnly === null
          ? new Backups({ file: this.file, onNetwork, damaged: () => this.#damaged() })
          : null;
    } catch (thrown) {
      this.#store.close();
      throw thrown;
    }
  }

  /** Why nothing can be changed, for the artist; null when it can. */
  get readOnly(): string | null {
    const { readOnly } = this.#parts;
    return this.#store.barred?.why ?? (readOnly && `${readOnly} ${WHEN_CLOSED}`);
  }

  /** It is only read because of what may be over by now, and nothing is lost by opening it again. */
  get opensAgain(): boolean {
    const { barred } = this.#store;
    return barred ? barred.code === 'REVIEW_CHANGED' : this.#parts.readOnly !== null;
  }

  /** Of the file’s path, so that a copy of a storyboard has a key of its own. */
  get key(): string {
    return createHash('sha256').update(this.file).digest('hex').slice(0, 20);
  }

  /** What the artist should know of where it lies, and of what was found there. */
  get notes(): readonly string[] {
    return this.#notes;
  }

  note(texts: readonly string[]): void {
    this.#notes.push(...texts);
  }

  /** Of a review that was brought back: the newest backup, which can be opened instead. */
  get offeredBackup(): OfferedBackup | null {
    return this.#offeredBackup;
  }

  offerBackup({ name, at }: OfferedBackup): void {
    this.#offeredBackup = { name, at };
  }

  /** Another review of the storyboard was taken in: what is derived from the records is derived anew. */
  get isJoined(): boolean {
    return this.#isJoined;
  }

  /** Where new takes are written. Absolute; made when it is first asked for. */
  get takesFolder(): string {
    const { takesFolder } = this.#parts.location;
    if (this.readOnly === null) guarded(takesFolder, () => mkdirSync(takesFolder, { recursive: true }));
    return takesFolder;
  }

  /** What the import left out, and what of the file could not be read, which is all still in it. */
  get skipped(): readonly Skipped[] {
    return [...this.#leftByImport, ...this.#unreadable];
  }

  get records(): Records {
    return this.#records;
  }

  /** The last change. */
  get seq(): number {
    return this.#seq;
  }

  /** Label of the step that `undo` would take back. */
  get canUndo(): string | null {
    return this.readOnly === null ? (this.#steps.toUndo?.label ?? null) : null;
  }

  get canRedo(): string | null {
    return this.readOnly === null ? (this.#steps.toRedo?.label ?? null) : null;
  }

  /** Makes the review what was imported, all or nothing; see `mergeImport` for what of it is kept. */
  importRecords(
    records: Records,
    label = 'Import',
    skipped: readonly Skipped[] = [],
    match = NO_CHOICE,
  ): ReviewEvent {
    const diff = diffBetween(this.#records, mergeImport(this.#records, records));
    const event = this.#commit(diff, { label, kind: 'import', who: this.#who }, () => {
      this.#store.keepSkipped(skipped);
      this.#store.keep('matching', JSON.stringify(match));
    });
    this.#leftByImport = skipped;
    return event;
  }

  /** What the artist said of which picture shows which shot: the source is read by it, as often as it is read. */
  get match(): MatchChoice {
    return matchIn(this.#store.kept('matching'), (step) => this.#steps.isDone(step));
  }

  /** The source is read by it from now on. Throws what `mustWrite` throws. */
  keepMatch(match: MatchChoice): void {
    this.mustWrite();
    if (!sameValue(match, this.match)) this.#store.transaction(() => this.#addMatch(match, null));
  }

  /** What the storyboard's source said when it was last read. */
  get sourceBase(): SourceBase {
    return guarded(this.file, () => baseOf(this.#store, this.#events));
  }

  /** Keeps what the storyboard's source leaves out now. Returns whether that is something else than before. */
  leaveOut(skipped: readonly Skipped[]): boolean {
    if (this.readOnly !== null || sameValue(skipped, this.#leftByImport)) return false;
    this.#store.transaction(() => this.#store.keepSkipped(skipped));
    this.#leftByImport = skipped;
    return true;
  }

  /** Takes in what changed in the storyboard's source, or what follows from another match: one step of undo. */
  adoptSource({ records, base }: Pick<TakenIn, 'records' | 'base'>, match?: MatchChoice): ReviewEvent {
    const label = match ? 'Match pictures to shots' : 'Take in what changed in the source';
    const diff = diffBetween(this.#records, records);
    return this.#commit(diff, { label, kind: 'command', who: this.#who }, ({ seq }) => {
      this.#store.keep('source', JSON.stringify(base));
      if (match) this.#addMatch(match, seq);
    });
  }

  /** `step`: the event that brings it, and takes it along when it is undone; null = none does. */
  #addMatch(match: MatchChoice, step: number | null): void {
    const isDone = (event: number): boolean => this.#steps.isDone(event);
    this.#store.keep('matching', withMatch(this.#store.kept('matching'), isDone, { match, step }));
  }

  /**
   * Takes in what was changed in an older review of the same storyboard that went on apart from this one; what both
   * changed stays as it is here. Like an import it vouches for no approval, but those of this machine stay good. Returns
   * what the artist is told.
   */
  takeIn({ store, change, mark }: Older): string[] {
    this.#isJoined = true;
    this.#store.takeOver(store);
    const { diff, differing } = concurrentChange(this.#records, change);
    const label = 'Take in what was decided in the other review';
    this.#commit(diff, { label, kind: 'import', who: PROGRAM }, () => this.#store.keepTakenIn(mark));
    if (differing.length === 0) return ['Everything that the other one had besides was taken in.'];
    const numbers = differing.flatMap((id) => this.#records.shot[id]?.number ?? []);
    const shots = numbers.length === 1 ? 'shot' : 'shots';
    return [
      `What the other one had besides was taken in. Where both had changed the same thing, the newer one counts: ${shots} ${listed(numbers, NAMED)}.`,
    ];
  }

  /**
   * Does what the artist asks. One transaction, one event, one step of undo; nothing when nothing changes. The same id
   * again returns the first event and changes nothing more.
   */
  run({ id, at, command }: SentCommand): ReviewEvent {
    this.mustWrite();
    const repeated = guarded(this.file, () => this.#events.ofCommand(id));
    if (repeated) return repeated;
    const inputs = inputsOf({ id, at }, this.#parts.settings());
    const label = labelOf(command, this.#records);
    const diff = changeOf(this.#records, command, inputs);
    const told = { label, kind: 'command', at, who: inputs.who, commandId: id } as const;
    if (!isEmptyDiff(diff)) return this.#commit(diff, { ...told, command });
    // Whoever sent the command still waits for its id, but history has no use for it.
    const event = { seq: this.#seq, ...told, diff };
    this.#listeners.tell(event);
    return event;
  }

  /**
   * What the program itself does: request states, new takes, claims derived anew. No step of undo. Of many records a
   * diff is given rather than found.
   */
  system(label: string, change: RecordsDiff | ((records: Records) => Records)): ReviewEvent | null {
    this.mustWrite();
    const diff = typeof change === 'function' ? diffBetween(this.#records, change(this.#records)) : change;
    return isEmptyDiff(diff) ? null : this.#commit(diff, { label, kind: 'system', who: PROGRAM });
  }

  /** What the artist did by other means than a command, as by handing files over: one step of undo. */
  step(label: string, change: (records: Records) => Records): ReviewEvent {
    this.mustWrite();
    return this.#commit(diffBetween(this.#records, change(this.#records)), {
      label,
      kind: 'command',
      who: this.#who,
    });
  }

  /** What takes are by their content, now that their pictures were read: no step of undo, and of a review that is read-only known in memory alone. */
  identify(takes: Readonly<Record<string, [Take, Take]>>): void {
    if (Object.keys(takes).length === 0) return;
    const diff: RecordsDiff = { take: { added: {}, updated: takes, removed: {} } };
    if (this.readOnly === null) this.system('Know pictures by their content', diff);
    else this.#records = applyDiff(this.#records, diff);
  }

  /** What waits to be made and was not approved on this machine waits for a yes. */
  withhold(): void {
    const diff = this.#approvals.withheld(this.#records);
    if (isEmptyDiff(diff)) return;
    if (this.readOnly === null) this.system('Ask again for what was approved elsewhere', diff);
    else this.#records = applyDiff(this.#records, diff);
  }

  /** The request is as it was approved on this machine. */
  isApprovedHere(request: Request): boolean {
    return this.#approvals.isOurs(request, this.#records);
  }

  /** Takes the last step back, as far as it can be. Throws NOTHING_TO_UNDO, and nothing else where the disk is well. */
  undo(): readonly [Stepped, ReviewEvent] {
    this.mustWrite();
    const step = this.#steps.toUndo;
    if (!step) throw new ContinuistError('NOTHING_TO_UNDO');
    return this.#reverse(step, 'undo');
  }

  /** Does again what was taken back last. Throws NOTHING_TO_REDO. */
  redo(): readonly [Stepped, ReviewEvent] {
    this.mustWrite();
    const step = this.#steps.toRedo;
    if (!step) throw new ContinuistError('NOTHING_TO_REDO');
    return this.#reverse(step, 'redo');
  }

  /** Calls `listener` after every change, in order. Returns what stops that. */
  onChange(listener: (event: ReviewEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  /**
   * Calls `listener` when there is something new to know of the file while it is open: it was removed or replaced, and
   * is read-only from then on, or a part of it is damaged.
   */
  onNews(listener: (what: string) => void): () => void {
    return this.#newsListeners.add(listener);
  }

  /** Newest first. */
  history(limit = 200): ReviewEvent[] {
    return guarded(this.file, () => this.#events.latest(limit));
  }

  judgement(key: string): Judgement | null {
    return this.#caches.judgements.get(key);
  }

  /** Any judge's word on a picture is kept. */
  isJudged(sha256: string): boolean {
    return this.#caches.isJudged(sha256);
  }

  /** `Judgement.features` alone, in a tenth of the time that all of it takes. */
  judgedFeatures(key: string): readonly number[] | null {
    return this.#caches.judgedFeatures(key);
  }

  /** A review that is read-only keeps nothing. */
  putJudgement(key: string, judgement: Judgement): void {
    if (this.readOnly === null) this.#caches.judgements.put(key, judgement);
  }

  /** What an eye saw in a picture; keys as of judgements. */
  sighting(key: string): Sighting | null {
    return this.#caches.sightings.get(key);
  }

  /** A review that is read-only keeps nothing. */
  putSighting(key: string, sighting: Sighting): void {
    if (this.readOnly === null) this.#caches.sightings.put(key, sighting);
  }

  measures(sha256: string): FrameMeasures | null {
    return this.#caches.measures.get(sha256);
  }

  /** A review that is read-only keeps nothing. */
  putMeasures(sha256: string, measures: FrameMeasures): void {
    if (this.readOnly === null) this.#caches.measures.put(sha256, measures);
  }

  /** What was read of the file at a path, relative to the folder. */
  picture(path: string): PictureReading | null {
    return this.#caches.pictures.get(path);
  }

  /** A review that is read-only keeps nothing. */
  putPictures(readings: readonly (readonly [path: string, reading: PictureReading])[]): void {
    if (this.readOnly === null && readings.length > 0) this.#caches.pictures.putAll(readings);
  }

  /** `keepLock`: it is opened again at once. */
  close({ keepLock = false } = {}): void {
    this.#listeners.clear();
    this.#newsListeners.clear();
    this.#backups?.close();
    try {
      this.#store.close({ isRead: this.#backups?.isCopying ?? false });
    } finally {
      if (!keepLock) this.#parts.release();
    }
  }

  get #who(): string {
    return whoOf(this.#parts.settings());
  }

  /** Throws REVIEW_LOCKED, REVIEW_NEWER, REVIEW_STRANGE or REVIEW_REPLACED where nothing can be changed. */
  mustWrite(): void {
    const { barred } = this.#store;
    if (barred) throw new ContinuistError(barred.code, '', { file: this.file });
    const { readOnly } = this.#parts;
    if (readOnly !== null)
      throw new ContinuistError('REVIEW_LOCKED', readOnly.replace(/\.$/, ''), { file: this.file });
  }

  #reverse({ seq, label, last }: Step, kind: 'undo' | 'redo'): readonly [Stepped, ReviewEvent] {
    const before = this.#records;
    const change = guarded(this.file, () => this.#events.changeOf(last));
    const { rounds } = this.#parts.settings();
    const back = stepBack(before, change ? reverseDiff(change) : {}, rounds);
    const event = this.#commit(back.diff, { label, kind, who: this.#who, step: seq });
    const changed = !isEmptyDiff(event.diff);
    const note = change
      ? stepNote(back, changed, before)
      : 'What it changed cannot be read and stays as it is.';
    const command = guarded(this.file, () => this.#events.commandOf(seq));
    // The command speaks of records that it adds or removes: they are there before it.
    const there = kind === 'undo' ? this.#records : before;
    const named = command ? shotsOf(command, there) : shotsOfDiff(change ?? {});
    const shotIds = named.filter((id) => Object.hasOwn(this.#records.shot, id));
    return [{ label, changed, note, shotIds }, event];
  }

  #commit(
    diff: RecordsDiff,
    told: Pick<NewEvent, 'label' | 'kind' | 'who'> & Partial<NewEvent>,
    also: (event: ReviewEvent) => void = () => undefined,
  ): ReviewEvent {
    this.mustWrite();
    // A record that could not be read back must never reach the file.
    const { diff: checked, ours } = this.#approvals.seal(recordsDiff.parse(diff), told.kind, this.#records);
    const next = { at: Date.now(), commandId: null, command: null, step: null, ...told, diff: checked };
    const event = this.#transaction(() => {
      this.#store.write(checked);
      this.#approvals.keep(ours);
      const appended = this.#events.append(next);
      also(appended);
      return appended;
    });
    this.#records = applyDiff(this.#records, checked);
    this.#seq = event.seq;
    this.#steps.follow({ ...event, step: next.step });
    this.#listeners.tell(event);
    this.#backups?.changed();
    return event;
  }

  #transaction<T>(work: () => T): T {
    try {
      return this.#store.transaction(work);
    } catch (thrown) {
      if (thrown instanceof ContinuistError && thrown.code === 'REVIEW_DAMAGED') this.#damaged();
      throw thrown;
    }
  }

  /** It is mended when it is opened next. */
  #damaged(): void {
    if (this.#isDamaged) return;
    this.#isDamaged = true;
    markForRepair(this.file);
    this.#notes.push(DAMAGE_FOUND);
    this.#newsListeners.tell(DAMAGE_FOUND);
  }
}
