/**
 * Everything derived of a storyboard at once, from nothing but what is stored: plain, slow, and what the derivation
 * piece by piece is held to.
 */
import { type BrandScore, brandScorer, type KnownExample } from '@core/brand/index.js';
import { type Frame, findingsOfFrame, type Resemblance } from '@core/findings/index.js';
import { mostPressingFirst, wholeBoard } from '@core/findings/testing/whole-board.js';
import { type Crops, isOff, likenessAmong, NEAREST } from '@core/identity/index.js';
import { flaggedIn, qualityYardstick, styleYardstick } from '@core/measures/index.js';
import { runThrough } from '@core/measures/steps.js';
import { suggest } from '@core/suggestions/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import type { Derived, FrameMeasures, Judgement, Suggested, TakeAnalysis } from '@shared/analysis.js';
import type { CompositionRule } from '@shared/composition/index.js';
import type { GeneratorCapability } from '@shared/contract/index.js';
import { dialectOfTake } from '@shared/dialect.js';
import type { Word } from '@shared/examination/index.js';
import { type Failure, unreadableFor } from '@shared/failure.js';
import { groupBy } from '@shared/group-by.js';
import {
  isInPlay,
  NO_BRAND,
  positionFacts,
  type Records,
  shotsInOrder,
  shotsInPlay,
  type Take,
} from '@shared/records/index.js';
import type { Sensitivity } from '@shared/sensitivity.js';
import { tagsOf } from '@shared/tags.js';
import { type Sight, seenMeasures, sightOf } from '../sight.js';
import { sightedOn } from '../sighted.js';
import type { Spotted } from '../spotted.js';
import { analysisOf } from '../take-analysis.js';

export interface WholeInput {
  readonly records: Records;
  readonly judge: JudgeDescription | null;
  readonly word: Word;
  readonly judgement: (take: Take) => Judgement | null;
  readonly measures: (take: Take) => FrameMeasures | null;
  readonly running: ReadonlySet<string>;
  /** What went wrong with a take's picture, by take. */
  readonly failed: ReadonlyMap<string, Failure>;
  readonly sensitivity: Sensitivity;
  readonly rules: readonly CompositionRule[];
  readonly spottedIn: (take: Take) => Spotted | null;
  readonly cropsIn: (take: Take) => Crops | null;
  readonly capabilities: readonly GeneratorCapability[];
}

export function derivedFromScratch(input: WholeInput): Derived {
  const { records, judge, word } = input;
  const claims = groupBy(Object.values(records.claim), (claim) => claim.shotId);
  const takes = groupBy(Object.values(records.take), (take) => take.shotId);
  const frames = shotsInOrder(records).flatMap((shot) =>
    (takes.get(shot.id) ?? []).map((take) => {
      const measures = input.measures(take);
      const judgement = input.judgement(take);
      const sight = sightOf({
        take,
        shot,
        claims: claims.get(shot.id) ?? [],
        measures: measures && seenMeasures(measures),
        judgement,
        judge,
        word,
        spotted: input.spottedIn(take),
        writing: measures?.writing ?? null,
      });
      const failure =
        take.unreadable === null ? (input.failed.get(take.id) ?? null) : unreadableFor(take.unreadable);
      return {
        shot,
        take,
        sight,
        judgement,
        failure,
        measures,
        claims: sight.claims,
        verdicts: sight.verdicts,
        counts: sight.counts,
        ...(sight.writing && { writing: sight.writing }),
        ...(sight.composed && { composed: sight.composed }),
      };
    }),
  );
  const measured = frames.flatMap(({ take, shot, measures, judgement }) =>
    measures
      ? {
          takeId: take.id,
          sha256: take.sha256,
          scene: shot.scene,
          regenerated: take.origin.kind === 'regenerated',
          description: shot.description,
          measures,
          features: measures.style,
          tower: judgement?.features ?? [],
          isCompared: isInPlay(shot),
        }
      : [],
  );
  const compared = measured.filter(({ isCompared }) => isCompared);
  const byTake = <T>(of: (frame: (typeof measured)[number]) => T): Record<string, T> =>
    Object.fromEntries(measured.map((frame) => [frame.takeId, of(frame)]));
  const usual = qualityYardstick(compared);
  const quality = byTake((frame) => usual.of(frame, input.sensitivity));
  const common = runThrough(styleYardstick(compared));
  const style = byTake((frame) =>
    common.of(frame, input.sensitivity, flaggedIn(quality[frame.takeId] ?? [])),
  );
  const knownOf = (takeId: string): Omit<KnownExample, 'on'> => {
    const frame = frames.find(({ take }) => take.id === takeId);
    const { measures = null, judgement } = frame ?? {};
    return {
      features: measures && seenMeasures(measures).features,
      measures: measures?.version ?? 1,
      judge: judgement?.features.length ? judgement.judgeVersion : '',
      tower: judgement?.features ?? [],
    };
  };
  const examples = Object.values(records.styleExample)
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
    .map(({ on, takeId, outside }): KnownExample => {
      if (!outside) return { on, ...knownOf(takeId ?? '') };
      const { style, measures, judge: seenBy, tower } = outside.features;
      return { on, features: style, measures, judge: seenBy, tower };
    });
  const { flags, name: brandName } = records.brand.brand ?? NO_BRAND;
  const scorer = runThrough(brandScorer(examples, judge?.version ?? '', flags));
  const brand: Record<string, BrandScore | null> = Object.fromEntries(
    measured.map(({ takeId }) => [takeId, scorer.of(knownOf(takeId), input.sensitivity)]),
  );
  const analyses: Record<string, TakeAnalysis> = {};
  for (const { take, shot, sight, failure } of frames)
    analyses[take.id] = analysisOf(sight, {
      judge,
      isRunning: input.running.has(take.id),
      failure,
      quality: quality[take.id] ?? [],
      style: style[take.id] ?? null,
      brand: brand[take.id] ?? null,
      found: shot.pickId === take.id && isInPlay(shot),
    });
  const picks = frames.filter(({ take, shot }) => shot.pickId === take.id && isInPlay(shot));
  const answers = wholeBoard({
    frames: picks,
    facts: records.fact,
    quality,
    style,
    brand,
    brandName,
    rules: input.rules,
    resemblances: resemblancesAmong(picks, input),
    before(shotId) {
      const shots = shotsInPlay(records);
      const at = shots.findIndex(({ id }) => id === shotId);
      const previous = shots[at - 1];
      return previous && previous.scene === shots[at]?.scene ? previous.id : null;
    },
  });
  const findings = mostPressingFirst(
    picks.map((pick) => findingsOfFrame(pick, answers)),
    records.decision,
  );
  const facts = positionFacts(Object.values(records.fact), shotsInOrder(records));
  const lostBy = (takeId: string): Set<string> =>
    new Set(
      frames
        .filter(({ take: { origin } }) => origin.kind === 'regenerated' && origin.fromTakeId === takeId)
        .flatMap(({ verdicts }) => verdicts.filter(({ outcome }) => outcome === 'fail'))
        .map(({ claimId }) => claimId),
    );
  const suggestions: Record<string, Suggested> = {};
  for (const { take, shot, claims: asked, verdicts } of picks) {
    const open = findings.filter(({ shotId, dismissed }) => shotId === shot.id && !dismissed);
    const tags = tagsOf(
      Object.values(records.decision).filter(({ shotId }) => shotId === shot.id),
      take.id,
    );
    const suggestion = suggest({
      shot,
      take,
      claims: asked,
      verdicts,
      findings: open,
      lost: verdicts
        .filter(({ claimId, outcome }) => outcome === 'pass' && lostBy(take.id).has(claimId))
        .map(({ claimId }) => claimId)
        .filter((claimId) => !asked.find(({ id }) => id === claimId)?.muted),
      tags,
      facts,
      styleBrief: Object.values(records.storyboard)[0]?.styleBrief ?? '',
      capabilities: input.capabilities,
      dialect: dialectOfTake(take),
    });
    if (open.length > 0 || tags.length > 0) suggestions[shot.id] = suggestion ?? 'none';
  }
  return { analyses, findings, suggestions };
}

/** Of each pick, of everybody who is seen there, by the picks around it. */
function resemblancesAmong(
  picks: readonly (Frame & { readonly sight: Sight; readonly take: Take })[],
  { records, cropsIn, sensitivity }: WholeInput,
): (shotId: string) => Resemblance[] {
  const seen = picks.map(({ shot, take, sight }) =>
    sightedOn(shot, take, sight.claims, cropsIn(take), (id) => records.fact[id] ?? null),
  );
  return (shotId) => {
    const place = picks.findIndex(({ shot }) => shot.id === shotId);
    return (seen[place] ?? [])
      .toSorted((a, b) => (a.who.key < b.who.key ? -1 : 1))
      .flatMap((own): Resemblance[] => {
        const all = seen.flatMap((sighted, at) =>
          at === place
            ? []
            : sighted.flatMap((one) => (one.group === own.group && one.isCertain ? [{ ...one, at }] : [])),
        );
        const before = all.filter(({ at }) => at < place).length;
        const from = Math.max(0, Math.min(before - NEAREST / 2, all.length - NEAREST));
        const others = all.slice(from, from + NEAREST);
        const found = likenessAmong(
          own.crops.map(({ vector }) => vector),
          others.map(({ crops }) => crops[0]?.vector ?? []),
          own.isTested,
        );
        if (!found) return [];
        const alike = others.flatMap(({ shotId: id, takeId, crops, at }, i) => {
          const { isAlike = false, likeness = 0 } = found.others[i] ?? {};
          const region = crops[0]?.region;
          return isAlike && region ? [{ at, shown: { shotId: id, takeId, region, p: likeness } }] : [];
        });
        const last = alike.filter(({ at }) => at < place).at(-1);
        const { region } = own.crops[found.at] ?? {};
        if (!region) return [];
        return [
          {
            who: own.who,
            region,
            likeness: found.likeness,
            usual: found.usual,
            isOff: isOff(found, own.isTested, sensitivity),
            isTested: own.isTested,
            shots: others.length,
            holds: alike.length,
            isNearest: all.length > others.length,
            best: alike
              .toSorted((a, b) => b.shown.p - a.shown.p || a.at - b.at)
              .slice(0, 2)
              .map(({ shown }) => shown),
            lastSeen: last
              ? { ...last.shown, number: picks[last.at]?.shot.number ?? '', ago: place - last.at }
              : null,
          },
        ];
      });
  };
}
