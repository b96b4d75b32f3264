/** What findings may ask of the storyboard around a frame, answered from what is kept of the picks. */
import type { Beside } from '@core/composition/index.js';
import {
  type BoardAnswers,
  type Frame,
  isSameMark,
  legible,
  type Mark,
  markOf,
  mayRepeat,
  type Resemblance,
} from '@core/findings/index.js';
import type { Crops } from '@core/identity/index.js';
import type { CompositionRule } from '@shared/composition/index.js';
import { type Records, type Shot, sameValue, type Take } from '@shared/records/index.js';
import type { Sensitivity } from '@shared/sensitivity.js';
import { Likenesses } from './likenesses.js';
import { Originals } from './originals.js';
import { Readers } from './readers.js';
import type { Sight } from './sight.js';
import { type Sighted, sightedOn } from './sighted.js';
import { type Statement, Statements } from './statements.js';
import { UsualQuality } from './usual-quality.js';
import type { Standing } from './yardsticks.js';

export interface PickAnswersOptions {
  readonly records: () => Records;
  /** Of a picture, from the file; [] where it has none. */
  readonly layoutOf: (sha256: string) => ArrayLike<number>;
  /** Of a shot in the story. */
  readonly positionOf: (shotId: string) => number;
  readonly standingOf: (takeId: string) => Standing | null;
  /** In the story; null for the first. */
  readonly shotBefore: (shotId: string) => Shot | null;
  readonly rules: () => readonly CompositionRule[];
  readonly sensitivity: () => Sensitivity;
  /** What an eye makes of the things in the take's picture, from the file; null where none looked. */
  readonly cropsIn: (take: Take) => Crops | null;
}

/** What a shot's findings have read: a statement, a measure or fact by its name, or how another shot is composed. */
type Topic =
  | Statement
  | `usual ${string}`
  | `fact ${string}`
  | `composed ${string}`
  | typeof ORDER
  | 'brand'
  | 'written';

/** How far shots are from one another. */
const ORDER = 'order';

export class PickAnswers {
  readonly #options: PickAnswersOptions;
  readonly #statements: Statements;
  readonly #originals: Originals;
  readonly #usual = new UsualQuality();
  readonly #likenesses: Likenesses;
  readonly #readers = new Readers<Topic>();
  /** By shot: how its pick is composed, and in which scene. */
  readonly #composed = new Map<string, { readonly of: Beside; readonly scene: string | null }>();

  /** By shot: the lines of its pick. */
  readonly #written = new Map<string, readonly Mark[]>();

  constructor(options: PickAnswersOptions) {
    this.#options = options;
    this.#statements = new Statements(options.positionOf);
    this.#originals = new Originals(options.layoutOf, options.positionOf);
    this.#likenesses = new Likenesses({
      ...options,
      numberOf: (shotId) => options.records().shot[shotId]?.number ?? '',
    });
  }

  /** What is known of a shot's pick now; null where it has none. Returns other shots whose answers may be others. */
  put(shotId: string, frame: Frame | null, sight: Sight | null): ReadonlySet<string> {
    const measures = sight?.measures ?? null;
    const topics: Topic[] = [
      ...this.#statements.put(shotId, sight && { ...sight, takeId: sight.take.id }),
      ...this.#usual.put(shotId, measures?.quality ?? null).map((name) => `usual ${name}` as const),
      ...(this.#compose(shotId, sight) ? [`composed ${shotId}` as const] : []),
    ];
    const picture =
      frame && sight && measures && mayRepeat(frame)
        ? { takeId: sight.take.id, sha256: sight.take.sha256, hash: measures.hash }
        : null;
    const touched = new Set([
      ...this.#readersOf(topics),
      ...this.#write(shotId, sight),
      ...this.#originals.put(shotId, picture),
      ...this.#likenesses.put(shotId, frame && sight ? this.#sightedOn(frame, sight) : []),
    ]);
    touched.delete(shotId);
    return touched;
  }

  #sightedOn({ shot }: Pick<Frame, 'shot'>, { take, claims }: Sight): Sighted[] {
    const { records, cropsIn } = this.#options;
    return sightedOn(shot, take, claims, cropsIn(take), (id) => records().fact[id] ?? null);
  }

  /** Returns shots of which a line stands where one of this shot stood, or stands now. */
  #write(shotId: string, sight: Sight | null): string[] {
    const before = this.#written.get(shotId) ?? [];
    const after = legible(sight?.writing ?? []).map(markOf);
    if (sameValue(before, after)) return [];
    if (after.length > 0) this.#written.set(shotId, after);
    else this.#written.delete(shotId);
    const changed = [...before, ...after];
    return this.#readersOf(['written']).filter((reader) =>
      this.#written.get(reader)?.some((mark) => changed.some((one) => isSameMark(mark, one))),
    );
  }

  /** False when nothing has changed. */
  #compose(shotId: string, sight: Sight | null): boolean {
    const before = this.#composed.get(shotId);
    const after = sight?.composed ? { of: sight.composed, scene: sight.scene } : undefined;
    if (before?.of === after?.of && before?.scene === after?.scene) return false;
    if (after) this.#composed.set(shotId, after);
    else this.#composed.delete(shotId);
    return true;
  }

  /** After the story's order changed. Returns shots whose answers may be others. */
  reordered(): ReadonlySet<string> {
    this.#statements.reorder();
    const statements = [...this.#readers.topics].filter(
      (topic) => typeof topic === 'object' && this.#statements.isReordered(topic),
    );
    return new Set([
      ...this.#readersOf([...statements, ORDER]),
      ...this.#originals.reordered(),
      ...this.#likenesses.reordered(),
    ]);
  }

  resemblancesOn(shotId: string): Resemblance[] {
    return this.#likenesses.of(shotId);
  }

  /** Shots that are held against others by who is seen on them. */
  get shotsOfSomebody(): ReadonlySet<string> {
    return new Set(this.#likenesses.shots);
  }

  /** Shots whose findings name the brand. */
  get readersOfBrand(): ReadonlySet<string> {
    return new Set(this.#readersOf(['brand']));
  }

  /** Shots whose findings have read one of these facts. */
  readersOfFacts(ids: readonly string[]): ReadonlySet<string> {
    return new Set(this.#readersOf(ids.map((id) => `fact ${id}` as const)));
  }

  /** What `read` makes of a shot's frame and the board's answers, which are noted as those the shot has read. */
  reading<T>(shotId: string, read: (answers: BoardAnswers) => T): T {
    const topics = new Set<Topic>();
    try {
      return read(this.#answers(topics));
    } finally {
      this.#readers.set(shotId, topics);
    }
  }

  /** Also of a take that is not the pick: as if it were. */
  pretending<T>(picture: Sight, read: (answers: BoardAnswers) => T): T {
    const { take, shotId, measures } = picture;
    const originalOf: BoardAnswers['originalOf'] = (frame) =>
      measures && mayRepeat(frame)
        ? this.#original(this.#originals.ofPicture(shotId, { ...take, hash: measures.hash }))
        : null;
    const resemblances: BoardAnswers['resemblances'] = (frame) =>
      this.#likenesses.among(this.#sightedOn(frame, picture));
    return read({ ...this.#answers(new Set()), originalOf, resemblances });
  }

  #answers(topics: Set<Topic>): BoardAnswers {
    const { records, standingOf } = this.#options;
    return {
      elsewhere: ({ shot }, claim) => {
        const statement = this.#statements.get(claim);
        topics.add(statement);
        return this.#statements.elsewhere(shot.id, statement);
      },
      lastSeen: ({ shot }, claim) => {
        const statement = this.#statements.get(claim);
        topics.add(statement).add(ORDER);
        const last = this.#statements.lastBefore(shot.id, statement);
        return last && { ...last, number: records().shot[last.shotId]?.number ?? '' };
      },
      usual: (measure) => {
        topics.add(`usual ${measure}`);
        return this.#usual.median(measure);
      },
      quality: ({ take }) => standingOf(take.id)?.quality ?? [],
      style: ({ take }) => standingOf(take.id)?.style ?? null,
      brand: ({ take }) => standingOf(take.id)?.brand ?? null,
      brandName: () => {
        topics.add('brand');
        return records().brand.brand?.name ?? '';
      },
      originalOf: ({ shot }) => this.#original(this.#originals.of(shot.id)),
      alsoWritten: ({ shot }, line) => {
        topics.add('written');
        const mark = markOf(line);
        let others = 0;
        for (const [shotId, marks] of this.#written)
          if (shotId !== shot.id && marks.some((one) => isSameMark(mark, one))) others++;
        return others;
      },
      rules: () => this.#options.rules(),
      before: ({ shot }) => {
        const previous = this.#options.shotBefore(shot.id);
        topics.add(ORDER);
        if (previous) topics.add(`composed ${previous.id}`);
        if (!previous?.pickId) return null;
        const composed = this.#composed.get(previous.id);
        const scene = records().shot[shot.id]?.scene ?? null;
        if (!composed || composed.scene !== scene) return null;
        return { ...composed.of, shotId: previous.id, takeId: previous.pickId, number: previous.number };
      },
      resemblances: ({ shot }) => {
        const found = this.#likenesses.of(shot.id);
        // Only of who is off it is said how long ago they were seen.
        if (found.some(({ isOff }) => isOff)) topics.add(ORDER);
        return found;
      },
      fact: (id) => {
        topics.add(`fact ${id}`);
        return records().fact[id] ?? null;
      },
      numberOf: (shotId) => records().shot[shotId]?.number ?? null,
    };
  }

  #original(found: ReturnType<Originals['of']>): ReturnType<BoardAnswers['originalOf']> {
    const shot = found && this.#options.records().shot[found.shotId];
    if (!found || !shot?.pickId) return null;
    return { ...found, takeId: shot.pickId, number: shot.number };
  }

  #readersOf(topics: readonly Topic[]): string[] {
    return topics.flatMap((topic) => [...this.#readers.of(topic)]);
  }
}
