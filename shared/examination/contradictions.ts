/** This board's own contradictions: claims of one shot that, by its description, cannot hold on another. */
import { addTo } from '../group-by.js';
import type { Claim } from '../records/index.js';
import { contrastsOf } from './contrast.js';
import { type Skill, skillOf } from './skill.js';

/** A shot with its claims, and its description in small letters. */
export interface ToldShot {
  readonly shotId: string;
  readonly description: string;
  readonly claims: readonly Claim[];
}

export interface Contradiction {
  readonly skill: Skill;
  readonly claim: Claim;
  /** The shots whose pictures should not show it. */
  readonly shots: readonly string[];
}

/** Claims of a skill, and shots for each of them. */
const CLAIMS = 12;
const SHOTS = 3;
/** Claims of a skill, and shots for each of them, among which they are looked for: a board may have ten thousand. */
const TRIED = 48;
const REACH = 300;

const names = (claim: Claim, thing: string | null): boolean =>
  thing !== null && (claim.subject === thing || claim.object === thing);

const isSilentOn = ({ claims, description }: ToldShot, thing: string | null): boolean =>
  thing !== null &&
  !claims.some((claim) => names(claim, thing)) &&
  !description.includes(thing.toLowerCase());

/** Kinds of which a picture has one. */
const ONE_OF: ReadonlySet<Skill> = new Set(['place', 'time', 'weather', 'framing', 'style']);

/** `claims`: of the other shot, those that say what is to be seen. */
function excludes(other: ToldShot, claims: readonly Claim[], claim: Claim, skill: Skill): boolean {
  if (claims.some(({ kind, text }) => kind === claim.kind && text === claim.text)) return false;
  if (ONE_OF.has(skill)) return claims.some(({ kind }) => kind === claim.kind);
  const ofSame = claims.filter(
    (one) => one.kind === claim.kind && one.subject === claim.subject && skillOf(one) === skill,
  );
  switch (skill) {
    case 'count':
      return ofSame.some(({ value }) => value !== claim.value);
    case 'side':
      return ofSame.some(({ text }) => contrastsOf(claim).includes(text));
    case 'colour':
    case 'attribute':
      return ofSame.some(({ attribute, object }) => object === claim.object && attribute !== claim.attribute);
    case 'entity':
      return isSilentOn(other, claim.subject);
    default:
      return isSilentOn(other, claim.subject) || isSilentOn(other, claim.object);
  }
}

/** The claims in story order, spread over the board; for each the nearest later shots, beginning again at the first. */
export function contradictionsOf(shots: readonly ToldShot[]): Contradiction[] {
  const bySkill = new Map<Skill, { claim: Claim; at: number }[]>();
  const seen = shots.map(({ claims }) => claims.filter(({ negated, muted }) => !negated && !muted));
  for (const [at, claims] of seen.entries())
    for (const claim of claims) addTo(bySkill, skillOf(claim), { claim, at });
  return [...bySkill].flatMap(([skill, claims]) => {
    const found: Contradiction[] = [];
    for (const { claim, at } of spread(claims, TRIED)) {
      if (found.length === CLAIMS) break;
      const others: string[] = [];
      for (let step = 1; step < Math.min(REACH, shots.length) && others.length < SHOTS; step++) {
        const next = (at + step) % shots.length;
        const other = shots[next] as ToldShot;
        if (excludes(other, seen[next] as Claim[], claim, skill)) others.push(other.shotId);
      }
      if (others.length > 0) found.push({ skill, claim, shots: others });
    }
    return found;
  });
}

/** The first few in an order in which any first few are from all over: the first, the middle, the quarters … */
function spread<T>(all: readonly T[], few: number): T[] {
  const bits = Math.ceil(Math.log2(Math.max(1, all.length)));
  const found: T[] = [];
  for (let at = 0; at < 2 ** bits && found.length < few; at++) {
    let reversed = 0;
    for (let bit = 0; bit < bits; bit++) if (at & (1 << bit)) reversed |= 1 << (bits - 1 - bit);
    if (reversed < all.length) found.push(all[reversed] as T);
  }
  return found;
}
