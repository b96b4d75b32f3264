/** A board in memory that changes as one on the disk does, and its derivation: what properties are checked on. */
import type { Crops } from '@core/identity/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import {
  answerKey,
  type Derived,
  EMPTY_DERIVED,
  type FrameMeasures,
  type Judgement,
} from '@shared/analysis.js';
import { type Command, changeOf } from '@shared/commands/index.js';
import type { CompositionRule } from '@shared/composition/index.js';
import type { GeneratorCapability } from '@shared/contract/index.js';
import { corrected, thingsIn } from '@shared/corrected.js';
import { withDerivedChange } from '@shared/derived-change.js';
import { ContinuistError } from '@shared/errors.js';
import { NO_WORD, type Word } from '@shared/examination/index.js';
import { type Failure, unreadableFor } from '@shared/failure.js';
import {
  applyDiff,
  type Detection,
  isEmptyDiff,
  type Records,
  type RecordsDiff,
  reverseDiff,
  sameValue,
  type TableDiff,
  type TableName,
  type Take,
} from '@shared/records/index.js';
import type { Sensitivity } from '@shared/sensitivity.js';
import { LANES, type Lane } from '../agenda.js';
import { Derivation } from '../derivation.js';
import { judgementKey } from '../judgement-key.js';
import type { Spotted } from '../spotted.js';
import { derivedFromScratch } from './from-scratch.js';

export class KnownBoard {
  records: Records;
  judge: JudgeDescription | null = null;
  isJudgeExpected = false;
  word: Word = NO_WORD;
  sensitivity: Sensitivity = 'balanced';
  capabilities: readonly GeneratorCapability[] = [];
  rules: readonly CompositionRule[] = [];
  /** By picture. */
  readonly spotted = new Map<string, Spotted>();
  readonly running = new Set<string>();
  readonly failed = new Map<string, Failure>();
  readonly derivation: Derivation;
  readonly #judgements = new Map<string, Judgement>();
  readonly #measures = new Map<string, FrameMeasures>();
  readonly #done: RecordsDiff[] = [];
  #told: Derived = EMPTY_DERIVED;
  #commands = 0;

  constructor(records: Records) {
    this.records = records;
    this.derivation = new Derivation(this, {
      judge: () => this.judge,
      word: () => this.word,
      slips: () => false,
      isJudgeExpected: () => this.isJudgeExpected,
      rules: () => this.rules,
      spottedIn: (take) => this.#spottedIn(take),
      cropsIn: (take) => this.#cropsIn(take),
      sensitivity: () => this.sensitivity,
      capabilities: () => this.capabilities,
      isRunning: (takeId) => this.running.has(takeId),
      failureOf: ({ id, unreadable }) =>
        unreadable === null ? (this.failed.get(id) ?? null) : unreadableFor(unreadable),
    });
  }

  judgement(key: string): Judgement | null {
    return this.#judgements.get(key) ?? null;
  }

  #spottedIn({ id, sha256 }: Take): Spotted | null {
    const by = this.records.correction[id];
    if (!by) return this.spotted.get(sha256) ?? null;
    const detections = thingsIn(null, by);
    const boxes = corrected(null, by, () => []);
    return { detections, boxes, isDrawn: false, isCorrected: true };
  }

  /** As many looks as there are vectors. */
  #cropsIn(take: Take): Crops | null {
    const spotted = this.#spottedIn(take);
    if (!spotted) return null;
    const seed = Number.parseInt(take.sha256.slice(-2), 16) || 0;
    const crops = spotted.boxes.detections.map(({ label, region }) => {
      const isOther = (seed + Math.round(region.x * 10)) % 4 === 0;
      return { label, region, vector: isOther ? [0, 1, 0] : [1, 0, 0] };
    });
    return { eye: 'eye', isDrawn: seed % 2 === 0, crops };
  }

  isJudged(sha256: string): boolean {
    return [...this.#judgements.keys()].some((key) => key.startsWith(`${sha256}:`));
  }

  judgedFeatures(key: string): readonly number[] | null {
    return this.judgement(key)?.features ?? null;
  }

  measures(sha256: string): FrameMeasures | null {
    return this.#measures.get(sha256) ?? null;
  }

  /** What the artist does; nothing where it cannot be done. */
  run(command: Command): void {
    const inputs = { id: `c${this.#commands++}`, at: 0, who: '', generator: 'none', rounds: 3 } as const;
    try {
      this.change(changeOf(this.records, command, inputs));
    } catch (thrown) {
      if (!(thrown instanceof ContinuistError)) throw thrown;
    }
  }

  change(diff: RecordsDiff): void {
    if (isEmptyDiff(diff)) return;
    this.records = applyDiff(this.records, diff);
    this.#done.push(diff);
    this.derivation.follow(diff);
  }

  /** Takes the change `back` changes ago back, where nothing stands in its way. */
  undo(back: number): void {
    const diff = this.#done.at(-1 - (back % Math.max(1, this.#done.length)));
    if (!diff) return;
    const reversed = reverseDiff(diff);
    if (canBeApplied(this.records, reversed)) this.change(reversed);
  }

  /** The first time; a picture measures the same for good. */
  measured(take: Take, measures: FrameMeasures): void {
    if (this.#measures.has(take.sha256)) return;
    this.#measures.set(take.sha256, measures);
    this.derivation.pictureMeasured(take.sha256);
  }

  /** What an eye sees in a picture; another may see something else later. */
  detected(take: Take, detections: readonly Detection[]): void {
    const boxes = { labels: ['girl', 'fox', 'person'], detections: [...detections], unknown: [] };
    this.spotted.set(take.sha256, { detections, boxes, isDrawn: true, isCorrected: false });
    this.derivation.pictureChanged(take.sha256);
  }

  /** `p`: of a question, by its key; null = not answered. */
  judged(take: Take, tower: readonly number[], p: (key: string) => number | null | undefined): void {
    if (!this.judge) return;
    const answers = Object.values(this.records.claim).flatMap((claim) => {
      const said = p(answerKey(claim));
      return said === undefined ? [] : [[answerKey(claim), { p: said, reason: 'so' }] as const];
    });
    const { description = '' } = this.records.shot[take.shotId] ?? {};
    this.#judgements.set(judgementKey(take, this.judge), {
      judge: this.judge.id,
      judgeVersion: this.judge.version,
      answers: Object.fromEntries(answers),
      whole: { [description]: p(description) ?? null },
      features: [...tower],
      milliseconds: 5,
      coarse: false,
      at: 0,
    });
    this.derivation.pictureChanged(take.sha256);
  }

  /** Works at `steps` pieces of these lanes, and tells what changed. */
  work(steps: number, lanes: readonly Lane[] = LANES): void {
    for (let n = 0; n < steps && this.derivation.step(lanes); n++);
    const positions = new Map(Object.values(this.records.shot).map(({ id, position }) => [id, position]));
    this.#told = withDerivedChange(this.#told, this.derivation.takeChange(), positions);
  }

  /** Everything there is to do is done. */
  settled(): Derived {
    this.work(Number.POSITIVE_INFINITY);
    return this.derivation.derived;
  }

  /** What was told, one change after another. */
  get told(): Derived {
    return this.#told;
  }

  /** The same, derived at once; as if `picked` were the picks of their shots. */
  fromScratch(picked: readonly Take[] = []): Derived {
    const shots = picked.flatMap(({ id, shotId }) => {
      const shot = this.records.shot[shotId];
      return shot ? [[shotId, { ...shot, pickId: id }] as const] : [];
    });
    const { judge } = this;
    return derivedFromScratch({
      records: { ...this.records, shot: { ...this.records.shot, ...Object.fromEntries(shots) } },
      judge,
      word: this.word,
      judgement: (take) => judge && this.judgement(judgementKey(take, judge)),
      measures: (take) => this.measures(take.sha256),
      running: this.running,
      failed: this.failed,
      capabilities: this.capabilities,
      sensitivity: this.sensitivity,
      rules: this.rules,
      spottedIn: (take) => this.#spottedIn(take),
      cropsIn: (take) => this.#cropsIn(take),
    });
  }
}

/** Nothing that the diff changes has changed since. */
export function canBeApplied(records: Records, diff: RecordsDiff): boolean {
  return (Object.keys(diff) as TableName[]).every((table) => {
    const change = diff[table] as TableDiff<unknown> | undefined;
    const rows: Readonly<Record<string, unknown>> = records[table];
    const were = Object.entries(change?.updated ?? {}).map(([id, [from]]) => [id, from] as const);
    return (
      Object.keys(change?.added ?? {}).every((id) => !Object.hasOwn(rows, id)) &&
      [...were, ...Object.entries(change?.removed ?? {})].every(([id, was]) => sameValue(rows[id], was))
    );
  });
}
