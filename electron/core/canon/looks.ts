/** How words that describe one person, animal or thing say that it looks. */
import { isAnimal, isClothing, isPerson, isWorn, type ReadClaim, readClaims } from '@core/claims/index.js';

/** What somebody has on or about them, and nothing else of who they are; who they are where it is nothing. */
export const wornIn = (words: string): string[] =>
  statementsIn(words, (claim, who) => (hangsOn(claim, who) && claim.object !== null ? [claim.text] : []));

/**
 * All looks. What is worn by nobody in the words ("blue coat with brass buttons", behind who it is) is worn by the one
 * they describe, and so is what their clothes have.
 */
export const looksIn = (words: string): string[] =>
  statementsIn(words, (claim, who, claims) => {
    const one = claims[who];
    const bare = bareIn(claim, one, claims);
    if (one && bare !== null) return [`${one.text} with ${wholePiece(words, bare)}`];
    return hangsOn(claim, who) ? [claim.text] : ofTheirs(claim, who, claims);
  });

/** Where a part of the body stands of which no look is read: everybody has hair, and "hair tied back" says how. */
function bareIn(
  { kind, subject, attribute, object, span }: ReadClaim,
  one: ReadClaim | undefined,
  claims: readonly ReadClaim[],
): number | null {
  const noun = kind === 'attribute' && attribute === null ? object : kind === 'entity' ? subject : null;
  if (!one || noun === null || span === null || isSomebodys(noun, one, claims)) return null;
  return isWorn(noun) && !isClothing(noun) && !hasLook(noun, claims) ? span[0] : null;
}

/** From there to the end of what stands between commas. */
const wholePiece = (words: string, start: number): string =>
  (/^[^,;.]*/.exec(words.slice(start))?.[0].split(/ (?:and|with) /)[0] ?? '').trim();

type Look = (claim: ReadClaim, who: number, claims: readonly ReadClaim[]) => string[];

function statementsIn(words: string, look: Look): string[] {
  const claims = readClaims(words);
  const who = claims.findIndex(({ kind }) => kind === 'entity');
  const looks = claims.filter(({ negated }) => !negated).flatMap((claim) => look(claim, who, claims));
  return looks.length > 0 ? [...new Set(looks)] : [claims[who]?.text ?? 'a person'];
}

const hangsOn = ({ kind, parents }: ReadClaim, who: number): boolean =>
  kind === 'attribute' && parents.includes(who);

function ofTheirs(claim: ReadClaim, who: number, claims: readonly ReadClaim[]): string[] {
  const { kind, subject, relation, object, text } = claim;
  const one = claims[who];
  if (!one || subject === null || isSomebodys(subject, one, claims)) return [];
  if (kind === 'relation' && relation === 'with' && object !== null) {
    if (isSomebodys(object, one, claims) || hasLook(object, claims)) return [];
    if (subject === one.subject) return [text];
    const had = claims.find((other) => other.kind === 'entity' && other.subject === object);
    return isWorn(subject) && had ? [`${one.text} with ${had.text}`] : [];
  }
  if (subject === one.subject || !isOwn(subject, claims)) return [];
  const isSaid =
    (kind === 'attribute' && object === null) ||
    (kind === 'entity' && isClothing(subject) && !hasLook(subject, claims));
  return isSaid ? [`${one.text} ${isClothing(subject) ? 'in' : 'with'} ${text}`] : [];
}

/** What is worn, or only named; what they hold or stand beside is not how they look. */
const isOwn = (noun: string, claims: readonly ReadClaim[]): boolean =>
  isWorn(noun) || !claims.some(({ relation, object }) => object === noun && relation !== 'with');

/** Of somebody else, or of what somebody else has. */
function isSomebodys(noun: string, one: ReadClaim, claims: readonly ReadClaim[]): boolean {
  if (noun !== one.subject && (isPerson(noun) || isAnimal(noun))) return true;
  return claims.some(
    ({ kind, subject, object }) =>
      kind !== 'entity' &&
      object === noun &&
      subject !== null &&
      subject !== one.subject &&
      (isPerson(subject) || isAnimal(subject)),
  );
}

const hasLook = (noun: string, claims: readonly ReadClaim[]): boolean =>
  claims.some(
    ({ kind, subject, attribute }) => kind === 'attribute' && subject === noun && attribute !== null,
  );
