/**
 * One open storyboard: its review file, its pictures and all that is known of them. The only place where that is
 * written; what follows from it is worked out here, in slices, and told to whoever listens.
 */
import { basename } from 'node:path';
import type { Assets } from '@core/assets/index.js';
import type { KnownExample } from '@core/brand/index.js';
import { isPerson } from '@core/claims/index.js';
import type { SeenOn } from '@core/formats/index.js';
import { type Crops, cropsOf } from '@core/identity/index.js';
import type { Review } from '@core/review/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { STORYBOOK_EYE } from '@models/library/index.js';
import type {
  Derived,
  Finding,
  FrameMeasures,
  Judgement,
  Suggestion,
  TakeAnalysis,
  Verdict,
} from '@shared/analysis.js';
import type { BrandReport } from '@shared/brand.js';
import { type CompositionRule, RULE_IDS } from '@shared/composition/index.js';
import type { GeneratorCapability } from '@shared/contract/index.js';
import { corrected, thingsIn } from '@shared/corrected.js';
import { type DerivedChange, isEmptyChange } from '@shared/derived-change.js';
import { ContinuistError } from '@shared/errors.js';
import { NO_WORD, readAlike, type Word } from '@shared/examination/index.js';
import { type Failure, unreadableFor } from '@shared/failure.js';
import {
  type Claim,
  type Correction,
  type RecordsDiff,
  type Shot,
  sameValue,
  type Take,
} from '@shared/records/index.js';
import type { Sensitivity } from '@shared/sensitivity.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { type Boxes, type Sighting, SOMEBODY, saysSomething } from '@shared/sighting.js';
import type { SlipQuestion } from '@shared/slips.js';
import { LANES, type Lane } from './agenda.js';
import type { BriefAnalysis } from './analyses.js';
import type { BrandYardstick } from './brand-yardstick.js';
import { Derivation } from './derivation.js';
import { Identities } from './identities.js';
import { judgementKey } from './judgement-key.js';
import { ShotWords } from './shot-words.js';
import { askedAmong, slipsAskedOf } from './sight.js';
import { sightingKey } from './sighting-key.js';
import { SLICE, Slices } from './slices.js';
import type { Spotted } from './spotted.js';

/** Milliseconds between two messages about what nobody waits for. */
const TELL_EVERY = 200;
/** Takes and shots that one message is about: of ten thousand at once the thread would answer nobody for 200 ms. */
const TOLD_AT_ONCE = 500;

export interface BoardParts {
  readonly review: Review;
  readonly assets: Assets;
  readonly pictures: Promise<void>;
  /** The review holds the claims that follow from its descriptions and its canon. */
  readonly areClaimsDerived: boolean;
  /** Defects, and what kept the program from writing by itself. */
  readonly log: (thrown: unknown) => void;
}

export class Board {
  readonly review: Review;
  readonly assets: Assets;
  /** Resolves when the pictures that were moved are found, as far as they are there. */
  readonly pictures: Promise<void>;
  /** Of pictures that are still to be read. */
  readonly identities: Identities;
  readonly #running = new Set<string>();
  readonly #failed = new Map<string, Failure>();
  #capabilities: readonly GeneratorCapability[] = [];
  #judge: JudgeDescription | null = null;
  #isJudgeExpected = false;
  #word = NO_WORD;
  #sensitivity: Sensitivity = DEFAULT_SETTINGS.sensitivity;
  #slips = DEFAULT_SETTINGS.slips;
  #rules: readonly CompositionRule[] = DEFAULT_SETTINGS.rules;
  readonly #derivation: Derivation;
  readonly #words: ShotWords;
  readonly #slices: Slices;
  #toldAt = 0;
  /** Something that somebody waits for was worked out and not told; and whether it was the last that was. */
  #isAwaited = false;
  #isUnderWay = false;
  /** A message was too large, and its rest follows. */
  #isTelling = false;
  readonly #listeners = new Set<(change: DerivedChange) => void>();
  readonly #judgeListeners = new Set<() => void>();
  readonly #askedListeners = new Set<(takeIds: readonly string[]) => void>();

  constructor(parts: BoardParts) {
    this.review = parts.review;
    this.assets = parts.assets;
    this.pictures = parts.pictures;
    this.identities = new Identities(parts.review, parts.assets);
    this.#derivation = new Derivation(this.review, {
      judge: () => this.#judge,
      isJudgeExpected: () => this.#isJudgeExpected,
      word: () => this.#word,
      sensitivity: () => this.#sensitivity,
      slips: () => this.#slips,
      rules: () => this.#rules,
      spottedIn: (take) => this.spottedIn(take),
      cropsIn: (take) => this.cropsIn(take),
      capabilities: () => this.#capabilities,
      isRunning: (takeId) => this.#running.has(takeId),
      failureOf: (take) => this.failureOf(take),
      onRead: () => this.#slices.wake(),
    });
    const { story, claims } = this.#derivation;
    this.#words = new ShotWords(this.review, story, claims, parts.areClaimsDerived);
    this.#slices = new Slices(
      (lanes) => this.#step(lanes),
      (isRest) => this.#afterSlice(isRest),
      parts.log,
    );
    this.review.onChange(({ diff }) => this.#follow(diff));
    this.#slices.wake();
  }

  /** Name of the file, or of the folder, that it was opened from. */
  get sourceName(): string | undefined {
    return Object.values(this.review.records.storyboard)[0]?.source.name;
  }

  /** Who judges, or judged when this judge was last there; null before any judge was loaded. */
  get judge(): JudgeDescription | null {
    return this.#judge;
  }

  /** Some picture has a judge's word, whichever judge that was. */
  get wasJudged(): boolean {
    return Object.values(this.review.records.take).some(({ sha256 }) => this.review.isJudged(sha256));
  }

  /**
   * A judge is being started. What it said when it was last there (`last`) is shown meanwhile; of other pictures that
   * were judged nothing is said before it is adopted, or given up.
   */
  expectJudge(last: JudgeDescription | null): void {
    if (last) this.adoptJudge(last);
    this.#isJudgeExpected = true;
  }

  /** The judge cannot be had: what is known without it is all there is. */
  giveUpJudge(): void {
    this.#isJudgeExpected = false;
    this.#derivation.judgeSettled();
    this.#slices.wake();
  }

  adoptJudge(judge: JudgeDescription): void {
    if (this.#isJudgeExpected) this.giveUpJudge();
    const decides = ({ version, thresholds, wholeWeight, members }: JudgeDescription) => ({
      version,
      thresholds,
      wholeWeight,
      members,
    });
    const isSame = this.#judge && sameValue(decides(this.#judge), decides(judge));
    if (this.#judge?.version !== judge.version) this.#word = NO_WORD;
    this.#judge = judge;
    if (isSame) return;
    this.#derivation.judgeChanged();
    this.#slices.wake();
    for (const listener of this.#judgeListeners) listener();
  }

  /** Calls `listener` when another judges, or the same in another way. */
  onJudge(listener: () => void): () => void {
    this.#judgeListeners.add(listener);
    return () => this.#judgeListeners.delete(listener);
  }

  /** What the judge's word is worth on this board; nothing is known of it when a judge is adopted. */
  get word(): Word {
    return this.#word;
  }

  adoptWord(word: Word): void {
    const before = this.#word;
    this.#word = word;
    if (readAlike(before, word)) return;
    this.#derivation.wordChanged();
    this.#slices.wake();
  }

  /** What is found is found anew; the judge is asked nothing. */
  adoptSensitivity(sensitivity: Sensitivity): void {
    if (sensitivity === this.#sensitivity) return;
    this.#sensitivity = sensitivity;
    this.#derivation.sensitivityChanged();
    this.#slices.wake();
  }

  /** Rules of composition that are switched on. What is found is found anew. */
  adoptRules(wanted: readonly CompositionRule[]): void {
    const rules = RULE_IDS.filter((id) => wanted.includes(id));
    if (sameValue(rules, this.#rules)) return;
    this.#rules = rules;
    this.#derivation.rulesChanged();
    this.#slices.wake();
  }

  /** Whether the judge is asked for slips; what it said of them before is kept. False where that was so already. */
  adoptSlips(slips: boolean): boolean {
    if (slips === this.#slips) return false;
    this.#slips = slips;
    this.#derivation.judgeChanged();
    this.#slices.wake();
    return true;
  }

  /** Frames are scored by these examples from now on; null = by the board's own. */
  giveBrand(examples: readonly KnownExample[] | null): void {
    this.#derivation.giveBrand(examples);
    this.#slices.wake();
  }

  /** The brand's style: how well it is known, and its examples, as far as they are known. */
  get brand(): Pick<BrandYardstick, 'report' | 'examples'> {
    return this.#derivation.brand;
  }

  /** How well the brand's style is known, once it is learned from what is known now. */
  async brandLearned(): Promise<BrandReport> {
    await this.#slices.until(() => this.#derivation.isBrandLearned);
    return this.brand.report;
  }

  /** What the generator can do, which decides what can be suggested. */
  adoptCapabilities(capabilities: readonly GeneratorCapability[]): void {
    if (sameValue(capabilities, this.#capabilities)) return;
    this.#capabilities = capabilities;
    this.#derivation.capabilitiesChanged();
    this.#slices.wake();
  }

  /** The take is being looked at; what was wrong with it is forgotten. */
  begin(take: Take): void {
    this.#failed.delete(take.id);
    this.#running.add(take.id);
    this.#stateChanged(take);
  }

  /** The take is not being looked at any more. */
  finish(take: Take): void {
    if (this.#running.delete(take.id)) this.#stateChanged(take);
  }

  /** Nothing can be said of the take's picture. */
  fail(take: Take, failure: Failure): void {
    this.#failed.set(take.id, failure);
    this.#stateChanged(take);
  }

  /** Why nothing could be said of the take's picture when it was last looked at; null where nothing went wrong. */
  failureOf({ id, unreadable }: Pick<Take, 'id' | 'unreadable'>): Failure | null {
    return unreadable !== null ? unreadableFor(unreadable) : (this.#failed.get(id) ?? null);
  }

  /** Keeps what a judge said of the take's picture. */
  judged(take: Take, judgement: Judgement): void {
    this.review.putJudgement(judgementKey(take, { version: judgement.judgeVersion }), judgement);
    this.#pictureChanged(take);
  }

  /** What the eye saw in the take's picture; null = it was not looked at. */
  sighting(take: Take): Sighting | null {
    return this.review.sighting(sightingKey(take));
  }

  /**
   * Each thing in the take's picture once, as the artist says or else an eye; null = neither has looked, or the eye can say
   * nothing of the picture.
   */
  spottedIn(take: Take): Spotted | null {
    const sighting = this.sighting(take);
    const by = this.#correctionOf(take);
    const isHeard = sighting !== null && saysSomething(sighting);
    const boxes = boxesBy(sighting, by);
    if (!boxes || !(by || isHeard)) return null;
    return {
      detections: thingsIn(sighting, by),
      boxes,
      isDrawn: isHeard && sighting.eye === STORYBOOK_EYE,
      isCorrected: by !== undefined,
    };
  }

  /** The same by every noun that is known of the picture, one thing under several. */
  boxesIn(take: Take): Boxes | null {
    return boxesBy(this.sighting(take), this.#correctionOf(take));
  }

  /** What an eye makes of each thing in the take's picture, by the boxes as they count; null where none looked, or it cannot tell one from another. */
  cropsIn(take: Take): Crops | null {
    const sighting = this.sighting(take);
    if (!sighting || sighting.vectors.length === 0 || !saysSomething(sighting)) return null;
    const { eye, eyeVersion } = sighting;
    const boxes = boxesBy(sighting, this.#correctionOf(take)) ?? sighting;
    return {
      eye: `${eye} ${eyeVersion}`,
      isDrawn: eye === STORYBOOK_EYE,
      crops: cropsOf(sighting, boxes),
    };
  }

  /** What is seen in a shot's pick; null where nobody looked. */
  seenOn({ id, pickId }: Pick<Shot, 'id' | 'pickId'>): SeenOn | null {
    const take = this.review.records.take[pickId ?? ''];
    const spotted = take && this.spottedIn(take);
    if (!take || !spotted) return null;
    const sighting = spotted.isCorrected ? null : this.sighting(take);
    return {
      eye: sighting && `${sighting.eye} ${sighting.eyeVersion}`,
      boxes: spotted.detections,
      resemblances: this.#derivation.resemblancesOn(id),
    };
  }

  #correctionOf({ id }: Take): Correction | undefined {
    const { correction } = this.review.records;
    return Object.hasOwn(correction, id) ? correction[id] : undefined;
  }

  /** Keeps what an eye saw in the take's picture. */
  sighted(take: Take, sighting: Sighting): void {
    this.review.putSighting(sightingKey(take), sighting);
    this.#pictureChanged(take);
  }

  /** Keeps what was measured of the take's picture. */
  measured(take: Take, measures: FrameMeasures): void {
    this.review.putMeasures(take.sha256, measures);
    this.#derivation.pictureMeasured(take.sha256);
    this.#slices.wake();
  }

  /** The claims of a shot, in the review's order. */
  claimsOf(shotId: string): readonly Claim[] {
    return this.#derivation.claims.of(shotId);
  }

  /** What the judge is asked of a shot's pictures: its claims, without those of which it says no more than a coin, and slips. */
  askedOf(shotId: string): readonly (Claim | SlipQuestion)[] {
    return [...askedAmong(this.claimsOf(shotId), this.#word), ...slipsAskedOf(this.#judge, this.#slips)];
  }

  /** In story order. */
  get shots(): readonly Shot[] {
    return this.#derivation.story.shots;
  }

  /** Every take: the picks in story order, then the rest. */
  takesInOrder(): Take[] {
    const { take } = this.review.records;
    const takes = [...this.#derivation.takesInOrder()].flatMap((id) => take[id] ?? []);
    const isPick = ({ id, shotId }: Take) => this.review.records.shot[shotId]?.pickId === id;
    return [...takes.filter(isPick), ...takes.filter((one) => !isPick(one))];
  }

  /** Takes of which something is still to be measured or asked, as far as they have been seen. */
  get waiting(): ReadonlySet<string> {
    return this.#derivation.sights.waiting;
  }

  /** Something of the take is still to be measured or asked. Only known of all takes after `seen`. */
  isWaiting(takeId: string): boolean {
    return this.waiting.has(takeId);
  }

  /** The judge has said something of the take. Only known of all takes after `seen`. */
  isHeard(takeId: string): boolean {
    return Boolean(this.#derivation.sights.get(takeId)?.heard);
  }

  /** The take's picture is measured, and nobody has read what is written in it. */
  isUnread(takeId: string): boolean {
    const sight = this.#derivation.sights.get(takeId);
    return Boolean(sight?.measures) && sight?.writing === null;
  }

  /** Nothing could be said of the take's picture when it was last looked at. */
  isFailed(take: Take): boolean {
    return this.failureOf(take) !== null;
  }

  isRunning(takeId: string): boolean {
    return this.#running.has(takeId);
  }

  /** Everything that follows from what is known, as far as it has been worked out. */
  get soFar(): Derived {
    return this.#derivation.derived;
  }

  /** The same, current: what is left to do is done now, which takes long on a large board that was just opened. */
  get derived(): Derived {
    while (this.#words.step() || this.#derivation.step(LANES));
    this.#slices.wake();
    return this.#derivation.derived;
  }

  /** What is known of a take now; null for one that has not been looked at. */
  analysis(takeId: string): TakeAnalysis | null {
    return this.#derivation.analysis(takeId);
  }

  /** The same without its measures: for who asks about all takes. */
  brief(takeId: string): BriefAnalysis | null {
    return this.#derivation.brief(takeId);
  }

  /** What the judge said of the shot's claims on a take, as far as it was looked at. */
  verdictsOf(takeId: string): readonly Verdict[] {
    return this.#derivation.sights.get(takeId)?.verdicts ?? [];
  }

  /** What was found of the shot's pick so far, most pressing first. */
  findingsOf(shotId: string): readonly Finding[] {
    return this.#derivation.findingsOf(shotId);
  }

  /** What is suggested for the shot so far. */
  suggestionFor(shotId: string): Suggestion | null {
    return this.#derivation.suggestionFor(shotId);
  }

  /** Until this resolves the thread is left to others: of what follows only what somebody waits for is worked out. */
  hold(until: Promise<void>): void {
    this.#slices.hold(until);
  }

  /** Resolves when everything that follows from what is known is worked out and told. */
  settled(): Promise<void> {
    return this.#slices.until(() => false);
  }

  /** The same, for whoever is in no hurry: nothing is worked out sooner for it. */
  rested(): Promise<void> {
    return this.#slices.rested();
  }

  /** Resolves when every shot has the claims that follow from what is said. */
  worded(): Promise<void> {
    return this.#words.isDone ? Promise.resolve() : this.#slices.until(() => this.#words.isDone);
  }

  /** Resolves when claims are up to what is said, and it is known of every take what it waits for. */
  seen(): Promise<void> {
    return this.#slices.until(() => this.#words.isDone && this.#derivation.isSeen);
  }

  /** Resolves when what was found is up to what is known; suggestions may still be on their way. */
  found(): Promise<void> {
    return this.#slices.until(() => this.#words.isDone && this.#derivation.isFound);
  }

  /** How a take of the shot stands when it is the pick: its analysis, and its findings with dismissed ones marked. */
  async asPick(take: Take): Promise<{ analysis: TakeAnalysis | null; findings: Finding[] }> {
    await this.#slices.until(() => this.#words.isDone && this.#derivation.isAnalysed);
    return { analysis: this.analysis(take.id), findings: this.#derivation.findingsAsPick(take) ?? [] };
  }

  /** Calls `listener` with what changed since it was last called; the changes one after another lead to `derived`. */
  onDerived(listener: (change: DerivedChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls `listener` with takes of which something new is asked: a claim, or a description read anew. */
  onAsked(listener: (takeIds: readonly string[]) => void): () => void {
    this.#askedListeners.add(listener);
    return () => this.#askedListeners.delete(listener);
  }

  judgement(take: Take): Judgement | null {
    return this.#judge ? this.review.judgement(judgementKey(take, this.#judge)) : null;
  }

  measures(take: Take): FrameMeasures | null {
    return this.review.measures(take.sha256);
  }

  /**
   * Absolute. A review that came from elsewhere may name any file of this machine: it is the picture by its
   * content, or none. Throws IMAGE_MISSING where the file is gone, or another, and no copy of it was found.
   */
  async fileOf({ sha256, path }: Pick<Take, 'sha256' | 'path'>): Promise<string> {
    if (!this.assets.resolve(sha256)) throw new ContinuistError('IMAGE_MISSING', basename(path), { path });
    return this.assets.verified(sha256);
  }

  shot(shotId: string): Shot {
    const shot = this.review.records.shot[shotId];
    if (!shot) throw new ContinuistError('NOT_FOUND');
    return shot;
  }

  take(takeId: string): Take {
    const take = this.review.records.take[takeId];
    if (!take) throw new ContinuistError('NOT_FOUND');
    return take;
  }

  close(): void {
    this.#slices.close();
    this.identities.close();
    this.assets.close();
    this.review.close();
  }

  /** What the artist's next step may build on is worked out at once, as far as that takes no longer than a slice. */
  #follow(diff: RecordsDiff): void {
    this.#derivation.follow(diff);
    this.#words.follow(diff);
    const end = performance.now() + SLICE;
    do {
      if (!this.#words.step() && !this.#derivation.seeOne()) break;
    } while (performance.now() < end);
    this.#tellAsked();
    this.#slices.wake();
  }

  #stateChanged(take: Take): void {
    this.#derivation.stateChanged(take);
    this.#slices.wake();
  }

  #pictureChanged(take: Take): void {
    this.#derivation.pictureChanged(take.sha256);
    this.#slices.wake();
  }

  #step(lanes: readonly Lane[]): Lane | 'later' | null {
    const lane = this.#words.step() ? 'now' : this.#derivation.step(lanes, true);
    const { putOff } = this.#derivation;
    this.#isUnderWay = (lane ?? putOff) === 'now';
    this.#isAwaited ||= this.#isUnderWay;
    return lane ?? (putOff && 'later');
  }

  /** Whether somebody was told something: the rest of it, or what they made of it, may follow. */
  #afterSlice(isRest: boolean): boolean {
    this.#tellAsked();
    // Whoever listens first is told everything.
    if (this.#listeners.size === 0) return false;
    const isReady = isRest || this.#isTelling || (this.#isAwaited && !this.#isUnderWay);
    const now = performance.now();
    if (!isReady && now - this.#toldAt < TELL_EVERY) return false;
    this.#toldAt = now;
    this.#isAwaited = false;
    const change = this.#derivation.takeChange(TOLD_AT_ONCE);
    this.#isTelling = this.#derivation.hasChange;
    if (isEmptyChange(change)) return false;
    for (const listener of this.#listeners) listener(change);
    return true;
  }

  #tellAsked(): void {
    const asked = this.#derivation.takeAsked();
    if (asked.length > 0) for (const listener of this.#askedListeners) listener(asked);
  }
}

/** By every noun that is known: what an eye saw, with what the artist says in its place. */
const boxesBy = (seen: Boxes | null, by: Correction | undefined): Boxes | null =>
  by ? corrected(seen, by, (label) => (isPerson(label) ? [SOMEBODY] : [])) : seen;
