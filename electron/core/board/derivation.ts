/**
 * Everything derived from what is known of a storyboard, kept up to date piece by piece: a change marks what it
 * touches, and each step works out one piece of that. What it comes to is what deriving all of it at once from the
 * same records, judgements and measures gives.
 */

import type { KnownExample } from '@core/brand/index.js';
import { type Frame, findingsOfFrame, type Resemblance, ShotFindings } from '@core/findings/index.js';
import type { Crops } from '@core/identity/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import type { Derived, Finding, Suggestion, TakeAnalysis } from '@shared/analysis.js';
import type { CompositionRule } from '@shared/composition/index.js';
import type { GeneratorCapability } from '@shared/contract/index.js';
import type { DerivedChange } from '@shared/derived-change.js';
import type { Word } from '@shared/examination/index.js';
import type { Failure } from '@shared/failure.js';
import {
  type Claim,
  type Decision,
  decisionsOf,
  isInPlay,
  isMadeFrom,
  type RecordsDiff,
  rowsIn,
  type Shot,
  sameValue,
  type TableDiff,
  type Take,
} from '@shared/records/index.js';
import type { Sensitivity } from '@shared/sensitivity.js';
import { TAGS, type Tag, tagsOf } from '@shared/tags.js';
import { Agenda, LANES, type Lane } from './agenda.js';
import { Analyses, type BriefAnalysis } from './analyses.js';
import { BrandYardstick } from './brand-yardstick.js';
import { ComparedTake } from './compared-take.js';
import { PickAnswers } from './pick-answers.js';
import { ReadingAhead } from './reading-ahead.js';
import { RowsBy } from './rows-by.js';
import { ShotSuggestions } from './shot-suggestions.js';
import type { Sight } from './sight.js';
import { type Known, Sights } from './sights.js';
import type { Spotted } from './spotted.js';
import { Standings } from './standings.js';
import { Story } from './story.js';
import { analysisOf } from './take-analysis.js';
import { Yardsticks } from './yardsticks.js';

/** The parts of the board that are not in the review. */
export interface DerivationState {
  judge(): JudgeDescription | null;
  /** The judge is being started: until it is there, or cannot be had, no picture that was judged counts as one that was not. */
  isJudgeExpected(): boolean;
  /** What the judge's word is worth here. */
  word(): Word;
  sensitivity(): Sensitivity;
  /** The judge is asked for slips. */
  slips(): boolean;
  /** Rules of composition that are switched on. */
  rules(): readonly CompositionRule[];
  /** What an eye saw in the take's picture; null where none looked. */
  spottedIn(take: Take): Spotted | null;
  /** What it makes of each thing there; null where none looked, or it cannot tell one from another. */
  cropsIn(take: Take): Crops | null;
  capabilities(): readonly GeneratorCapability[];
  isRunning(takeId: string): boolean;
  /** Why nothing could be said of the take's picture; null where nothing went wrong. */
  failureOf(take: Take): Failure | null;
  /** What was put off until a text is read can be gone on with. */
  onRead?(): void;
}

export class Derivation {
  readonly story: Story;
  readonly claims: RowsBy<Claim>;
  readonly takes: RowsBy<Take>;
  readonly sights: Sights;
  readonly #takesOfPicture: RowsBy<Take>;
  readonly #known: Known;
  readonly #state: DerivationState;
  readonly #answers: PickAnswers;
  readonly #findings: ShotFindings;
  readonly #suggestions = new ShotSuggestions();
  readonly #reading: ReadingAhead;
  readonly #yardsticks = new Yardsticks<ComparedTake>();
  readonly #brand: BrandYardstick;
  readonly #standings = new Standings();
  readonly #analyses = new Analyses(this.#standings);
  // What is still to be worked out, each of them before those below it.
  /** By shot, the take that its findings are of. */
  readonly #foundIn = new Map<string, string>();
  readonly #toSee = new Agenda();
  readonly #toCompare = new Agenda();
  readonly #toAnalyse = new Agenda();
  readonly #toFind = new Agenda();
  readonly #toSuggest = new Agenda();
  readonly #changed = {
    analyses: new Set<string>(),
    findings: new Set<string>(),
    suggestions: new Set<string>(),
  };
  /** Takes of which something new is asked: still to be looked at, and then found to wait for an answer. */
  readonly #questioned = new Set<string>();
  readonly #asked = new Set<string>();
  /** Takes that were judged, of which nothing can be said before the judge is there. */
  readonly #withheld = new Set<string>();
  #compiled: Derived | null = null;

  constructor(known: Known, state: DerivationState) {
    const { records } = known;
    this.#known = known;
    this.#state = state;
    this.story = new Story(records.shot);
    this.claims = new RowsBy(records.claim, ({ shotId }) => shotId);
    this.takes = new RowsBy(records.take, ({ shotId }) => shotId);
    this.#takesOfPicture = new RowsBy(records.take, ({ sha256 }) => sha256);
    this.sights = new Sights(known, this.claims);
    this.#brand = new BrandYardstick({
      records: () => known.records,
      frame: (takeId) => this.#yardsticks.frame(takeId),
      judge: () => state.judge()?.version ?? '',
    });
    this.#findings = new ShotFindings(records.decision);
    this.#reading = new ReadingAhead((shotId, lane) => {
      this.#toSuggest.add(lane, [shotId]);
      state.onRead?.();
    });
    this.#answers = new PickAnswers({
      records: () => known.records,
      layoutOf: (sha256) => known.measures(sha256)?.style.layout ?? [],
      positionOf: (shotId) => this.story.placeOf(shotId),
      standingOf: (takeId) => this.#standings.get(takeId),
      shotBefore: (shotId) => this.story.shotBefore(shotId),
      rules: () => state.rules(),
      sensitivity: () => state.sensitivity(),
      cropsIn: (take) => state.cropsIn(take),
    });
    this.#toSee.add('first', this.takesInOrder());
    this.#toSuggest.add('first', taggedShots(Object.values(records.decision)));
  }

  *takesInOrder(): Generator<string> {
    for (const shot of this.story.shots) for (const take of this.takes.of(shot.id)) yield take.id;
  }

  /** Takes a change of the records, which has been made, into account. */
  follow(diff: RecordsDiff): void {
    const { shot, take, claim, fact, decision, storyboard, styleExample, brand, correction } = diff;
    if (styleExample || brand) this.#brand.changed();
    if (brand) this.#toFind.add('now', this.#answers.readersOfBrand);
    if (take) {
      this.takes.follow(take);
      this.#takesOfPicture.follow(take);
      this.#toSee.add('now', idsIn(take));
    }
    if (correction) this.#toSee.add('now', idsIn(correction));
    if (claim) {
      for (const shotId of this.claims.follow(claim)) this.#seeTakes(shotId);
      for (const shotId of questionedBy(claim)) this.#question(shotId);
    }
    if (shot) this.#followShots(shot);
    if (fact) {
      this.#toFind.add('now', this.#answers.readersOfFacts(idsIn(fact)));
      this.#seeWhoIs(new Set(idsIn(fact)));
    }
    if (fact || storyboard) this.#toSuggest.add('drift', this.#suggestible);
    if (decision) {
      const shots = this.#findings.follow(decision);
      for (const shotId of shots) this.#changed.findings.add(shotId);
      for (const shotId of new Set([...shots, ...taggedShots(rowsIn(decision))])) this.#opened(shotId, 'now');
    }
    this.#compiled = null;
  }

  /** Shots of which something was found or said. */
  get #suggestible(): Set<string> {
    return new Set([...this.#findings.shots, ...this.#suggestions.shots]);
  }

  judgeChanged(): void {
    this.#brand.changed();
    this.#toSee.add('first', this.takesInOrder());
  }

  /** The judge's word is worth something else here: what it said is read anew, when nothing else is to be done. */
  wordChanged(): void {
    this.#toSee.add('drift', this.takesInOrder());
  }

  /** The judge is there, or cannot be had. */
  judgeSettled(): void {
    this.#toAnalyse.add('first', this.#withheld);
    this.#withheld.clear();
  }

  /** What was measured and asked stays as it is. */
  sensitivityChanged(): void {
    this.#toCompare.add('first', this.takesInOrder());
    this.#toFind.add('first', this.#answers.shotsOfSomebody);
    this.#compiled = null;
  }

  rulesChanged(): void {
    this.#toFind.add(
      'first',
      this.story.shots.map(({ id }) => id),
    );
    this.#compiled = null;
  }

  capabilitiesChanged(): void {
    this.#toSuggest.add('first', this.#suggestible);
  }

  /** What a judge said of a picture has changed, or what an eye saw in it. */
  pictureChanged(sha256: string): void {
    for (const { id } of this.#takesOfPicture.of(sha256)) this.#toSee.add('now', [id]);
  }

  /** What was measured of a picture has changed. */
  pictureMeasured(sha256: string): void {
    for (const { id } of this.#takesOfPicture.of(sha256)) this.sights.measured(id);
    this.pictureChanged(sha256);
  }

  /** Whether it is looked at, or what went wrong with it. */
  stateChanged(take: Take): void {
    this.#toAnalyse.add('now', [take.id]);
    if (this.#isPick(take)) this.#toFind.add('now', [take.shotId]);
  }

  /**
   * Does one piece of work of the first of these lanes that has any, and returns which that was; null = none has. It
   * waits for texts that were not read, unless `isAhead`: what needs them is put off then.
   */
  step(lanes: readonly Lane[], isAhead = false): Lane | null {
    if (!isAhead) for (const [shotId, lane] of this.#reading.takeAll()) this.#toSuggest.add(lane, [shotId]);
    return lanes.find((lane) => this.#doOne(lane, isAhead)) ?? null;
  }

  /** Why something is put off until a text is read, somebody who waits first; null = nothing is. */
  get putOff(): Lane | null {
    const lanes = new Set(this.#reading.putOff.values());
    return LANES.find((lane) => lanes.has(lane)) ?? null;
  }

  /** Looks at a take of which somebody waits to know what is still to be asked. False when there is none. */
  seeOne(): boolean {
    const takeId = this.#toSee.take('now');
    if (takeId !== null) this.#see(takeId, 'now');
    return takeId !== null;
  }

  /** Every take has been looked at. */
  get isSeen(): boolean {
    return this.#toSee.isAllEmpty;
  }

  /** Every take stands to the storyboard as that is now. */
  get isAnalysed(): boolean {
    const isCompared = !this.#yardsticks.isStale && this.isBrandLearned && this.#toCompare.isAllEmpty;
    return this.isSeen && isCompared && this.#toAnalyse.isAllEmpty;
  }

  /** The brand's style is up to its examples. */
  get isBrandLearned(): boolean {
    return !this.#brand.isStale;
  }

  /** The brand's style: how well it is known, and its examples. */
  get brand(): Pick<BrandYardstick, 'report' | 'examples'> {
    return this.#brand;
  }

  /** Frames are scored by these examples from now on; null = by the board's own. */
  giveBrand(examples: readonly KnownExample[] | null): void {
    this.#brand.give(examples);
    this.#compiled = null;
  }

  /** Every finding is up to what is known. */
  get isFound(): boolean {
    return this.isAnalysed && this.#toFind.isAllEmpty;
  }

  /** Takes of which something new is asked, and was not answered when they were last looked at; each told once. */
  takeAsked(): string[] {
    const asked = [...this.#asked];
    this.#asked.clear();
    return asked;
  }

  analysis(takeId: string): TakeAnalysis | null {
    return this.#analyses.get(takeId);
  }

  brief(takeId: string): BriefAnalysis | null {
    return this.#analyses.brief(takeId);
  }

  /** How like themselves those are who are seen on the shot's pick. */
  resemblancesOn(shotId: string): Resemblance[] {
    return this.#answers.resemblancesOn(shotId);
  }

  findingsOf(shotId: string): readonly Finding[] {
    return this.#findings.of(shotId);
  }

  suggestionFor(shotId: string): Suggestion | null {
    return this.#suggestions.of(shotId);
  }

  /** As worked out so far. */
  get derived(): Derived {
    this.#compiled ??= {
      analyses: this.#analyses.all(),
      findings: this.#findings.all(this.story.shots),
      suggestions: this.#suggestions.all(this.story.shots),
    };
    return this.#compiled;
  }

  /** What would be found on the shot if the take were its pick, dismissed findings marked; null before it is known. */
  findingsAsPick(take: Take): Finding[] | null {
    const sight = this.sights.get(take.id);
    const frame = sight && this.#frameOf(sight);
    if (!frame) return null;
    return this.#findings.marked(
      this.#answers.pretending(sight, (answers) => findingsOfFrame(frame, answers)),
    );
  }

  /** Something changed that was not taken yet. */
  get hasChange(): boolean {
    return Object.values(this.#changed).some(({ size }) => size > 0);
  }

  /**
   * What changed since this was last asked, at most so many takes and shots: findings before the analyses of their frames,
   * and that no suggestion is known of them any more before them.
   */
  takeChange(most = Number.POSITIVE_INFINITY): DerivedChange {
    let room = most;
    const some = <T>(ids: Set<string>, of: (id: string) => T): Record<string, T> => {
      const taken: [id: string, one: T][] = [];
      for (const id of ids) {
        if (room === 0) break;
        room--;
        ids.delete(id);
        taken.push([id, of(id)]);
      }
      return Object.fromEntries(taken);
    };
    const suggestions = some(this.#changed.suggestions, (id) => this.#suggestions.known(id));
    const findings = some(this.#changed.findings, (id) => [...this.#findings.of(id)]);
    const analyses = some(this.#changed.analyses, (id) => this.analysis(id));
    return { analyses, findings, suggestions };
  }

  #doOne(lane: Lane, isAhead: boolean): boolean {
    return (
      done(this.#toSee.take(lane), (takeId) => this.#see(takeId, lane)) ||
      this.#workAtYardstick(lane) ||
      this.#workAtBrand(lane) ||
      done(this.#toCompare.take(lane), (takeId) => this.#compare(takeId, lane)) ||
      (lane === 'drift'
        ? this.#analyseOne(lane) || this.#findOne(lane)
        : // A frame of which the analysis is known and no finding yet would be taken for one that is right.
          this.#findOne(lane) || this.#analyseOne(lane)) ||
      (!(isAhead && this.#reading.isFull) &&
        done(this.#toSuggest.take(lane), (shotId) =>
          isAhead ? this.#reading.work(shotId, lane, () => this.#suggest(shotId)) : this.#suggest(shotId),
        ))
    );
  }

  #analyseOne(lane: Lane): boolean {
    return done(this.#toAnalyse.take(lane), (takeId) => this.#analyse(takeId));
  }

  #findOne(lane: Lane): boolean {
    return done(this.#toFind.take(lane), (shotId) => this.#find(shotId, lane));
  }

  #see(takeId: string, lane: Lane): void {
    const before = this.sights.get(takeId);
    const sight = this.sights.look(takeId, {
      judge: this.#state.judge(),
      word: this.#state.word(),
      slips: this.#state.slips(),
      spottedIn: (take) => this.#state.spottedIn(take),
    });
    const shotId = sight?.shotId ?? before?.shotId;
    const { measures = null } = sight ?? {};
    const was = this.#yardsticks.frame(takeId);
    const is = sight && measures && new ComparedTake(sight, measures, this.#known);
    const shot = this.#known.records.shot[shotId ?? ''];
    this.#yardsticks.put(takeId, is, shot !== undefined && !isInPlay(shot));
    if (!was || !is?.isKnownLike(was)) this.#brand.seen(takeId);
    this.#toCompare.add(lane, [takeId]);
    this.#toAnalyse.add(lane, [takeId]);
    const pickId = shot?.pickId;
    if (shotId && pickId === takeId) this.#putPick(shotId, lane);
    const { take } = sight ?? before ?? {};
    if (shotId && pickId && take && isMadeFrom(take, pickId)) this.#toSuggest.add(lane, [shotId]);
    if (this.#questioned.delete(takeId) && sight?.waits) this.#asked.add(takeId);
  }

  #workAtYardstick(lane: Lane): boolean {
    if (!this.#yardsticks.isStale || lane !== (this.#yardsticks.isReady ? 'drift' : 'first')) return false;
    this.#toCompare.add(lane, this.#yardsticks.work(() => this.takesInOrder()) ?? []);
    return true;
  }

  /** After all takes that are looked at first: it would be learned anew with each of them. */
  #workAtBrand(lane: Lane): boolean {
    if (!this.#brand.isStale || lane !== 'drift') return false;
    if (this.#brand.work()) this.#toCompare.add(lane, this.takesInOrder());
    return true;
  }

  #compare(takeId: string, lane: Lane): void {
    const sensitivity = this.#state.sensitivity();
    const standing = this.#yardsticks.of(takeId, sensitivity);
    const stands = standing && { ...standing, brand: this.#brand.of(takeId, sensitivity) };
    if (!this.#standings.put(takeId, stands)) return;
    this.#toAnalyse.add(lane, [takeId]);
    const take = this.#known.records.take[takeId];
    if (take && this.#isPick(take)) this.#toFind.add(lane, [take.shotId]);
  }

  #analyse(takeId: string): void {
    const sight = this.sights.get(takeId);
    const standing = this.#standings.get(takeId);
    const isWithheld = sight !== null && this.#isJudgeAwaitedFor(sight);
    if (isWithheld) this.#withheld.add(takeId);
    const after =
      sight === null || isWithheld
        ? null
        : analysisOf(sight, {
            judge: this.#state.judge(),
            isRunning: this.#state.isRunning(takeId),
            failure: this.#state.failureOf(sight.take),
            quality: standing?.quality ?? [],
            style: standing?.style ?? null,
            brand: standing?.brand ?? null,
            found: this.#foundIn.get(sight.shotId) === takeId,
          });
    if (!this.#analyses.put(takeId, after)) return;
    this.#changed.analyses.add(takeId);
    this.#compiled = null;
  }

  #isJudgeAwaitedFor({ heard, take: { sha256 } }: Sight): boolean {
    return heard === null && this.#state.isJudgeExpected() && this.#known.isJudged(sha256);
  }

  #find(shotId: string, lane: Lane): void {
    const pick = this.#pickOf(shotId);
    const frame = pick && this.#frameOf(pick);
    const found = this.#answers.reading(shotId, (answers) => (frame ? findingsOfFrame(frame, answers) : []));
    this.#foundOf(shotId, pick?.take.id ?? null, lane);
    if (!this.#findings.put(shotId, found)) return;
    this.#changed.findings.add(shotId);
    this.#opened(shotId, lane);
    this.#compiled = null;
  }

  /** The findings of a shot are of this take now. */
  #foundOf(shotId: string, takeId: string | null, lane: Lane): void {
    const before = this.#foundIn.get(shotId) ?? null;
    if (before === takeId) return;
    if (takeId === null) this.#foundIn.delete(shotId);
    else this.#foundIn.set(shotId, takeId);
    this.#toAnalyse.add(
      lane,
      [before, takeId].flatMap((id) => id ?? []),
    );
  }

  /** Something else is open on the shot: a suggestion is looked for. */
  #opened(shotId: string, lane: Lane): void {
    this.#toSuggest.add(lane, [shotId]);
    if (this.#suggestions.opened(shotId, this.#findings.of(shotId), () => this.#tagsOf(shotId)))
      this.#changed.suggestions.add(shotId);
  }

  #tagsOf(shotId: string): Tag[] {
    const { records } = this.#known;
    return tagsOf(decisionsOf(records, shotId), records.shot[shotId]?.pickId ?? null);
  }

  #suggest(shotId: string): void {
    const { records } = this.#known;
    const shot = records.shot[shotId];
    const pick = this.#pickOf(shotId);
    const changed =
      shot && pick
        ? this.#suggestions.put(
            shot,
            pick,
            this.takes.of(shotId).flatMap((take) => {
              const sight = isMadeFrom(take, pick.take.id) && this.sights.get(take.id);
              return sight || [];
            }),
            this.#findings.of(shotId),
            this.#tagsOf(shotId),
            this.story.positionedFacts(records.fact),
            Object.values(records.storyboard)[0]?.styleBrief ?? '',
            this.#state.capabilities(),
          )
        : this.#suggestions.remove(shotId);
    if (!changed) return;
    this.#changed.suggestions.add(shotId);
    this.#compiled = null;
  }

  #followShots(change: NonNullable<RecordsDiff['shot']>): void {
    const isReordered = this.story.follow(this.#known.records.shot, change);
    for (const { id } of [...Object.values(change.added), ...Object.values(change.removed)]) {
      this.#seeTakes(id);
      this.#putPick(id, 'now');
    }
    for (const [from, to] of Object.values(change.updated)) {
      if (from.description !== to.description) this.#question(to.id);
      const isPlayed = isInPlay(from) !== isInPlay(to);
      if (from.description !== to.description || from.scene !== to.scene || isPlayed) this.#seeTakes(to.id);
      if (from.pickId !== to.pickId || from.number !== to.number || isPlayed) this.#putPick(to.id, 'now');
      if (!sameValue({ ...from, position: to.position }, to)) this.#toSuggest.add('now', [to.id]);
    }
    // Findings of other shots say its number.
    if (Object.values(change.updated).some(([from, to]) => from.number !== to.number))
      this.#toFind.add('drift', this.#findings.shots);
    if (!isReordered) return;
    this.#toFind.add('drift', this.#answers.reordered());
    this.#toSuggest.add('drift', this.#findings.shots);
  }

  #putPick(shotId: string, lane: Lane): void {
    const pick = this.#pickOf(shotId);
    const touched = this.#answers.put(shotId, pick && this.#frameOf(pick), pick);
    this.#toFind.add('drift', touched);
    this.#toFind.add(lane, [shotId]);
    this.#toSuggest.add(lane, [shotId]);
  }

  /** Of whom these facts say something, another name may be known now. */
  #seeWhoIs(factIds: ReadonlySet<string>): void {
    const claims = Object.values(this.#known.records.claim).filter(({ factId }) => factIds.has(factId ?? ''));
    for (const shotId of new Set(claims.map((claim) => claim.shotId))) this.#seeTakes(shotId);
  }

  #seeTakes(shotId: string): void {
    this.#toSee.add(
      'now',
      this.takes.of(shotId).map(({ id }) => id),
    );
  }

  /** Something new is asked of the shot's takes. */
  #question(shotId: string): void {
    for (const { id } of this.takes.of(shotId)) this.#questioned.add(id);
  }

  #isPick({ id, shotId }: Take): boolean {
    return this.#known.records.shot[shotId]?.pickId === id;
  }

  /** As far as it counts: of a shot that is left out of play nothing is found, nothing is suggested, and none is held against it. */
  #pickOf(shotId: string): Sight | null {
    const shot = this.#known.records.shot[shotId];
    return shot?.pickId && isInPlay(shot) ? this.sights.get(shot.pickId) : null;
  }

  #frameOf({ take, shotId, claims, verdicts, measures, composed, counts, writing }: Sight): Frame {
    const shot = this.#known.records.shot[shotId] as Shot;
    const failure = this.#state.failureOf(take);
    return {
      shot,
      take,
      claims,
      verdicts,
      measures,
      failure,
      counts,
      ...(writing && { writing }),
      ...(composed && { composed }),
    };
  }
}

function done(id: string | null, work: (id: string) => void): boolean {
  if (id !== null) work(id);
  return id !== null;
}

const idsIn = ({ added, updated, removed }: TableDiff<unknown>): string[] =>
  [added, updated, removed].flatMap((rows) => Object.keys(rows));

/** Shots of which something is asked that was not asked before. */
function questionedBy({ added, updated }: TableDiff<Claim>): Set<string> {
  const isNew = ([from, to]: [Claim, Claim]) =>
    from.text !== to.text || from.kind !== to.kind || from.muted !== to.muted;
  const changed = Object.values(updated).filter(isNew);
  const claims = [...Object.values(added), ...changed.map(([, to]) => to)];
  return new Set(claims.filter(({ muted }) => !muted).map(({ shotId }) => shotId));
}

/** Shots of which these decisions may say what is malformed, or take it back. */
const taggedShots = (decisions: readonly Decision[]): Set<string> =>
  new Set(
    decisions.flatMap(({ kind, reason, shotId }) =>
      kind === 'reset' || TAGS.some((tag) => tag.reason === reason) ? [shotId] : [],
    ),
  );
