/** Looks of known characters that a description states anew, and those that it ends. */
import {
  type CastMember,
  headOf,
  isClothing,
  type ReadClaim,
  readClaims,
  withArticle,
} from '@core/claims/index.js';
import { speaksOf } from '@shared/speaks-of.js';

export interface ChangedLooks {
  readonly member: CastMember;
  /** Whether a look is ended, by what it is of: "red coat". */
  readonly ends: (object: string | null) => boolean;
  readonly statements: readonly string[];
}

const PUTS_ON = /^(?:putting on|pulling on|slipping (?:on|into)|donning|changing into|getting into|wearing)$/;
/** What nobody does with a kettle. */
const CLEARLY = /^(?:pulling on|slipping on|donning)$/;
/** Then all that was worn before is gone. */
const CHANGES = /^(?:changing|getting|slipping) into$/;
const TAKES_OFF =
  /^(?:(?:taking|pulling|slipping|throwing) off|removing|shedding|losing|lost|giving(?: away)?|handing|lending)$/;
/** "no longer wears her red coat", "has lost his cap" */
const NO_LONGER =
  /(?<!\p{L})(?:(?:no longer|does not|doesn['’]t|without) (?:wears?|wearing|has|have|in|is in)?\s*(?:her|his|their|its|the)|(?:has|have) (?:lost|taken off|given away|shed|dropped) (?:her|his|their|its)) ([\p{L}-]+(?: [\p{L}-]+){0,3})/giu;

/** Of two of a kind nobody can say whose coat it is. */
export function changedLooks(description: string, cast: readonly CastMember[]): ChangedLooks[] {
  const spoken = cast.filter(
    (member) =>
      cast.filter((one) => one.noun === member.noun).length === 1 && isSpokenOf(member, description),
  );
  if (spoken.length === 0) return [];
  const claims = readClaims(description, cast);
  return spoken.map((member) => looksOf(member, claims, spoken.length === 1 ? description : ''));
}

/** By name, or as "the girl" where there is one. */
const isSpokenOf = (member: CastMember, description: string): boolean =>
  speaksOf({ subject: 'character', ...member }, description) ||
  speaksOf({ subject: 'character', name: `the ${member.noun}`, aliases: [] }, description);

function looksOf(member: CastMember, claims: readonly ReadClaim[], alone: string): ChangedLooks {
  const own = claims.filter(
    ({ canonOf, negated, subject }) => canonOf === null && !negated && subject === member.noun,
  );
  const deeds = (which: RegExp) =>
    own.filter(({ relation, object }) => object !== null && which.test(relation ?? ''));
  const taken = [
    ...deeds(TAKES_OFF).map(({ object }) => headOf(object ?? '')),
    ...[...alone.matchAll(NO_LONGER)].map(([, words = '']) => headOf(words.toLowerCase())),
  ].filter(isClothing);
  const stated = own
    .filter(({ kind, object }) => kind === 'attribute' && object !== null && !taken.includes(headOf(object)))
    .map(({ text }) => text);
  const put = deeds(PUTS_ON).flatMap(({ kind, relation, object }) =>
    kind === 'action' && object !== null && (isClothing(object) || CLEARLY.test(relation ?? ''))
      ? [wearing(member, object, claims)]
      : [],
  );
  const isDressedAnew = deeds(CHANGES).some(({ object }) => isClothing(object ?? ''));
  return {
    member,
    ends: (object) =>
      object !== null && (taken.includes(headOf(object)) || (isDressedAnew && isClothing(object))),
    statements: [...new Set([...stated, ...put])],
  };
}

/** "a girl in a yellow raincoat" */
function wearing({ noun }: CastMember, object: string, claims: readonly ReadClaim[]): string {
  const of = claims.filter(({ subject }) => subject === object);
  const said = of.find(({ kind }) => kind === 'attribute') ?? of.find(({ kind }) => kind === 'entity');
  return `${withArticle(noun)} in ${said?.text ?? withArticle(object)}`;
}
