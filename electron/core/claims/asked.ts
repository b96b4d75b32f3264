/** What of a reading a picture is asked. */
import { type Description, peopleClaim } from './parsed/index.js';
import type { ReadClaim } from './read-claim.js';

/** Nobody said how many people there are, but an extra figure is worth finding. */
const IMPLIED = 0.5;

/** "a fox in a forest" where the forest is asked for as the one place of the picture: the same twice. */
function isAskedAsPlace(claim: ReadClaim, places: readonly ReadClaim[]): boolean {
  const [place] = places;
  return (
    places.length === 1 &&
    claim.kind === 'relation' &&
    !claim.negated &&
    claim.object !== null &&
    claim.object === place?.object
  );
}

export function claimsToAsk({ claims: read, peopleNamed }: Description): ReadClaim[] {
  const places = read.filter(({ kind, negated }) => kind === 'place' && !negated);
  const kept = read.filter((claim) => !isAskedAsPlace(claim, places));
  const at = new Map(kept.map((claim, i) => [read.indexOf(claim), i]));
  const asked = kept.map((claim) => ({
    ...claim,
    parents: claim.parents.flatMap((parent) => at.get(parent) ?? []),
  }));
  const isCounted = asked.some(({ kind, subject }) => kind === 'count' && subject === 'person');
  return peopleNamed === null || isCounted
    ? asked
    : [...asked, { ...peopleClaim(peopleNamed), weight: IMPLIED }];
}
