/** The answers of a storyboard worked out from all its picks at once: plain, and the measure of any faster way. */
import type { BrandScore } from '@core/brand/index.js';
import { copiesOf, type FrameStyle, likenessOf, MAX_BITS } from '@core/measures/index.js';
import type { Finding, Measure } from '@shared/analysis.js';
import type { CompositionRule } from '@shared/composition/index.js';
import { inFindingOrder } from '@shared/derived-change.js';
import { median } from '@shared/median.js';
import type { Claim, Fact, Records } from '@shared/records/index.js';
import type { BoardAnswers, Elsewhere, Original, Resemblance, Showing } from '../board-answers.js';
import type { Frame } from '../frame.js';
import { mayRepeat } from '../may-repeat.js';
import { isSameMark, legible, markOf } from '../writing.js';

export interface WholeBoard {
  /** The picks in story order. */
  readonly frames: readonly Frame[];
  readonly facts: Readonly<Record<string, Fact>>;
  /** By take: what `qualityOf` said. */
  readonly quality: Readonly<Record<string, readonly Measure[]>>;
  /** By take: what `styleOf` said. */
  readonly style: Readonly<Record<string, FrameStyle>>;
  /** By take: how it keeps to the brand's style. */
  readonly brand?: Readonly<Record<string, BrandScore | null>>;
  readonly brandName?: string;
  /** Switched on; absent = none. */
  readonly rules?: readonly CompositionRule[];
  /** Of a shot; absent = nobody is seen. */
  readonly resemblances?: (shotId: string) => readonly Resemblance[];
  /** Of a shot the one before it, where that is of the same scene; absent = as the frames follow one another. */
  readonly before?: (shotId: string) => string | null;
}

interface Judged extends Showing {
  readonly passes: boolean;
}

/** "no dog" that holds is not a dog that is seen. */
const statementKey = ({ kind, text, negated }: Pick<Claim, 'kind' | 'text' | 'negated'>): string =>
  `${kind}: ${negated ? 'no ' : ''}${text}`;

export function wholeBoard({
  frames,
  facts,
  quality,
  style,
  brand = {},
  brandName = '',
  rules = [],
  resemblances = () => [],
  before = (shotId) => frames[frames.findIndex(({ shot }) => shot.id === shotId) - 1]?.shot.id ?? null,
}: WholeBoard): BoardAnswers {
  const judged = judgedStatements(frames);
  const originals = originalsOf(frames);
  const usual = new Map<string, number>();
  return {
    elsewhere: ({ shot }, claim) =>
      elsewhere((judged.get(statementKey(claim)) ?? []).filter((one) => one.shotId !== shot.id)),
    usual(measure) {
      const known = usual.get(measure);
      if (known !== undefined) return known;
      const values = frames.flatMap(({ measures }) => (measures ? [measures.quality[measure] ?? 0] : []));
      const middle = median(values);
      usual.set(measure, middle);
      return middle;
    },
    quality: ({ take }) => quality[take.id] ?? [],
    style: ({ take }) => style[take.id] ?? null,
    brand: ({ take }) => brand[take.id] ?? null,
    brandName: () => brandName,
    originalOf: ({ take }) => originals.get(take.id) ?? null,
    alsoWritten: ({ shot }, line) =>
      frames.filter(
        (other) =>
          other.shot.id !== shot.id &&
          legible(other.writing ?? []).some((one) => isSameMark(markOf(line), markOf(one))),
      ).length,
    rules: () => rules,
    resemblances: ({ shot }) => resemblances(shot.id),
    before({ shot }) {
      const previous = frames.find((one) => one.shot.id === before(shot.id));
      if (!previous?.composed) return null;
      const { shot: of, take, composed } = previous;
      return { ...composed, shotId: of.id, takeId: take.id, number: of.number };
    },
    fact: (id) => facts[id] ?? null,
    numberOf: (shotId) => frames.find(({ shot }) => shot.id === shotId)?.shot.number ?? null,
    lastSeen(frame, claim) {
      const order = frames.map(({ shot }) => shot.id);
      const own = order.indexOf(frame.shot.id);
      const before = (judged.get(statementKey(claim)) ?? [])
        .filter(({ passes }) => passes)
        .map((one) => ({ ...one, at: order.indexOf(one.shotId) }))
        .filter(({ at }) => at < own)
        .sort((a, b) => b.at - a.at);
      const [last] = before;
      if (!last) return null;
      const { shotId, takeId, p, at } = last;
      return { shotId, takeId, p, number: frames[at]?.shot.number ?? '', ago: own - at };
    },
  };
}

function elsewhere(others: readonly Judged[]): Elsewhere {
  return {
    shots: others.length,
    holds: others.filter(({ passes }) => passes).length,
    median: others.length > 0 ? median(others.map(({ p }) => p)) : 0,
    best: [...others]
      .sort((a, b) => b.p - a.p)
      .slice(0, 2)
      .map(({ shotId, takeId, p }) => ({ shotId, takeId, p })),
  };
}

/** By statement, in story order. */
function judgedStatements(frames: readonly Frame[]): Map<string, Judged[]> {
  const judged = new Map<string, Judged[]>();
  for (const { shot, take, claims, verdicts } of frames) {
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    const met = new Set<string>();
    for (const { claimId, p, outcome } of verdicts) {
      const claim = byId.get(claimId);
      if (!claim) continue;
      const key = statementKey(claim);
      // Of two claims that say the same the first counts.
      if (met.has(key)) continue;
      met.add(key);
      if (p === null) continue;
      const list = judged.get(key) ?? [];
      list.push({ shotId: shot.id, takeId: take.id, p, passes: outcome === 'pass' });
      judged.set(key, list);
    }
  }
  return judged;
}

/** By the take of the later frame: the first before it, of another shot, that shows nearly the same. */
function originalsOf(frames: readonly Frame[]): Map<string, Original> {
  const pictures = frames.filter(mayRepeat).flatMap(({ shot, take, measures }) => {
    const { hash, style } = measures ?? {};
    return hash && style ? [{ shot, take, hash, copies: copiesOf(style.layout ?? []) }] : [];
  });
  const originals = new Map<string, Original>();
  for (const [at, later] of pictures.entries())
    for (const { shot, take, hash, copies } of pictures.slice(0, at)) {
      const bits = hashDistance(hash, later.hash);
      if (shot.id === later.shot.id || bits > MAX_BITS) continue;
      const likeness = copies && later.copies && likenessOf(copies, later.copies);
      if (likeness === null) continue;
      originals.set(later.take.id, { shotId: shot.id, takeId: take.id, number: shot.number, bits, likeness });
      break;
    }
  return originals;
}

/** Bits that differ between two hashes, 0–64. */
function hashDistance(a: string, b: string): number {
  let distance = 0;
  for (let i = 0; i < 16; i++) {
    let bits = Number.parseInt(a[i] ?? '0', 16) ^ Number.parseInt(b[i] ?? '0', 16);
    for (; bits > 0; bits >>= 1) distance += bits & 1;
  }
  return distance;
}

/** `found`: of each frame in story order. Dismissed ones are marked and stay in their place. */
export function mostPressingFirst(
  found: readonly (readonly Finding[])[],
  decisions: Records['decision'],
): Finding[] {
  const dismissed = new Set(
    Object.values(decisions).flatMap(({ kind, findingKey }) => (kind === 'dismiss' ? [findingKey] : [])),
  );
  const all = found.flat().map((finding) => ({ ...finding, dismissed: dismissed.has(finding.key) }));
  return inFindingOrder(all, new Map());
}
