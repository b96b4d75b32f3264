/** What an artist would say of a claim that does not hold. No numbers but those of shots. */

import { isPlural, NUMBER_WORDS, nounText } from '@core/claims/index.js';
import type { Count } from '@shared/analysis.js';
import { capitalised } from '@shared/capitalised.js';
import type { Claim, Fact } from '@shared/records/index.js';
import { type Elsewhere, type LastSeen, LEAST_OTHERS, type Resemblance } from './board-answers.js';

/** Behind the numbers of an eye whose word was never tested. */
export const UNTESTED = 'untested: nobody knows how often this eye is right';

/** For claims that are not understood well enough for a better sentence. */
export const notShown = ({ text, negated }: Claim): string =>
  negated ? `This picture shows “${text}”, but should not.` : `This picture does not show “${text}”.`;

/** Of an hour, a weather, a light, a framing, a style. */
export function notLike({ value, text, negated }: Claim): string {
  const what = value ?? text;
  return negated ? `This looks like ${what}, but should not.` : `This does not look like ${what}.`;
}

/** Of somebody or something. */
export function notSeen(claim: Claim): string {
  const { subject, negated } = claim;
  if (subject === null) return notShown(claim);
  if (negated) return `There should be no ${subject} here, but it looks as if there is.`;
  return subject === 'person' ? 'Nobody can be seen here.' : `No ${subject} can be seen here.`;
}

/** "Two dogs are seen, one is asked for." */
export function otherNumber({ text, seen, asked, wanted }: Count): string {
  const is = asked === 0 || asked === 1 ? 'is' : 'are';
  return `${capitalised(text)} ${seen === 1 ? 'is' : 'are'} seen, ${wanted} ${is} asked for.`;
}

/** Of what somebody does, or where something stands. */
export function notDone(claim: Claim): string {
  const { subject, relation, object, text, negated } = claim;
  if (subject === null || relation === null || negated) return notShown(claim);
  const one = `${nounText(subject, 1)} `;
  const many = `${nounText(subject, 'many')} `;
  if (relation === 'with' && object !== null && text.startsWith(one))
    return `The ${subject} is shown without ${nounText(object, 1)} here.`;
  if (text.startsWith(one)) return `The ${subject} is not ${text.slice(one.length)} here.`;
  if (text.startsWith(many)) return `The ${many}are not ${text.slice(many.length)} here.`;
  return notShown(claim);
}

/**
 * How somebody or something does not look, and where it does. `who`: "Mira", "the lamp"; without a name the claim's
 * own subject.
 */
export function notLooking(claim: Claim, elsewhere: Elsewhere | null, name: string | null): string {
  const { subject, attribute, object, text, negated } = claim;
  const single = subject !== null && startsWithOne(text, subject, attribute, object);
  const who = name ?? (single ? `the ${subject}` : null);
  if (negated || who === null || (attribute === null && object === null))
    return `${notShown(claim)}${alsoIn(elsewhere, (where) => ` It can be seen in ${where}.`)}`;
  if (object === null)
    return `${capitalised(who)} is not ${attribute} here${alsoIn(elsewhere, (where) => `, but is in ${where}`)}.`;
  const [it, is] = isPlural(object) ? ['They', 'are'] : ['It', 'is'];
  if (attribute === null) {
    const thing = isPlural(object) ? object : nounText(object, 1);
    return `${capitalised(who)} is shown without ${thing} here.${alsoIn(elsewhere, (where) => ` ${it} can be seen in ${where}.`)}`;
  }
  if (attribute.includes(' '))
    return `${capitalised(who)}’s ${attribute} ${object} cannot be seen here.${alsoIn(elsewhere, (where) => ` ${it} can be seen in ${where}.`)}`;
  return `${capitalised(who)}’s ${object} ${is} not ${attribute} here.${alsoIn(elsewhere, (where) => ` ${it} ${is} ${attribute} in ${where}.`)}`;
}

/** Whether the claim speaks of one of them, so that "the …" can be said of it. */
const startsWithOne = (
  text: string,
  subject: string,
  attribute: string | null,
  object: string | null,
): boolean =>
  object === null
    ? text === nounText(`${attribute} ${subject}`, 1)
    : text.startsWith(`${nounText(subject, 1)} `);

/** " Last seen in shot 4, nine shots ago." Drift grows with the gap. */
export function lastSeenIn(last: LastSeen | null): string {
  if (!last) return '';
  const ago = last.ago === 1 ? 'the one before' : `${NUMBER_WORDS[last.ago] ?? last.ago} shots ago`;
  return ` Last seen in shot ${last.number}, ${ago}.`;
}

/** "17 other shots", "5 of 6 other shots", "11 of the 12 nearest shots"; nothing where it holds on none, or there are too few to compare with. */
export function alsoIn(
  elsewhere: (Pick<Elsewhere, 'shots' | 'holds'> & Partial<Pick<Resemblance, 'isNearest'>>) | null,
  say: (where: string) => string,
): string {
  if (!elsewhere || elsewhere.holds === 0 || elsewhere.shots < LEAST_OTHERS) return '';
  const { shots, holds, isNearest = false } = elsewhere;
  const others = isNearest ? `the ${shots} nearest shots` : `${shots} other shots`;
  return say(holds === shots ? others : `${holds} of ${others}`);
}

/** "Mira" by her name, else "the girl", "the lamp"; null for who has none. */
export const calledIn = ({ subject, name }: Pick<Fact, 'subject' | 'name'>): string | null =>
  name === ''
    ? null
    : (subject === 'character' && /^\p{Lu}/u.test(name)) || name.startsWith('the ')
      ? name
      : `the ${name}`;
