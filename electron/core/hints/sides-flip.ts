/** Two that change sides from one shot to the next, as if the camera had crossed the line between them. */
import { type CastMember, headOf, readClaims } from '@core/claims/index.js';
import { makeEdit } from '@core/edits/index.js';
import type { Edit } from '@shared/analysis.js';
import { capitalised } from '@shared/capitalised.js';
import { type FindHints, type HintContext, namedIn, nounOf, type Prompted } from './hint-context.js';

type Side = 'left' | 'right';

/** Whoever stands on a side, by what they are, and the words that say so. */
type Sides = ReadonlyMap<string, { readonly side: Side; readonly span: readonly [number, number] }>;

const BOTH = /\bleft\b[\s\S]*\bright\b|\bright\b[\s\S]*\bleft\b/i;
const SIDE = /\b(left|right)\b/i;

export const sidesFlip: FindHints = (context, keyOf) => {
  const { prompt, description, neighbours, cast } = context;
  const flips = neighbours.filter((one) => BOTH.test(one.prompt));
  if (!BOTH.test(prompt) || flips.length === 0) return [];
  const here = sidesIn(prompt, namedIn(prompt, cast));
  const asked = BOTH.test(description) ? sidesIn(description, cast) : null;
  return flips.flatMap(({ shot, prompt: other }) => {
    const there = sidesIn(other, namedIn(other, cast));
    const turned = [...here].filter(([who, { side }]) => {
      const was = there.get(who)?.side;
      return was !== undefined && was !== side && asked?.get(who)?.side !== side;
    });
    const [a, b] = turned;
    if (!a || !b || turned.length > 2 || a[1].side === b[1].side) return [];
    const who = [a[0], b[0]].map((noun) => nameOf(context, noun)).join(' and ');
    return [
      {
        about: shot.id,
        message: `${capitalised(who)} change sides ${isBefore(shot, context) ? 'after' : 'before'} shot ${shot.number}.`,
        edit: swapped(keyOf(shot.id), prompt, a[1].span, b[1].span),
      },
    ];
  });
};

const isBefore = ({ position }: Prompted['shot'], { shot }: HintContext): boolean => position < shot.position;

/** Of those alone of whom there is one. */
function sidesIn(text: string, cast: readonly CastMember[]): Sides {
  const sides = new Map<string, { side: Side; span: readonly [number, number] } | null>();
  for (const { kind, subject, relation, object, negated, span, canonOf } of readClaims(text, cast)) {
    const side = SIDE.exec(relation ?? '')?.[1]?.toLowerCase() as Side | undefined;
    if (kind !== 'relation' || !subject || object !== null || negated || !side || !span || canonOf !== null)
      continue;
    const who = headOf(subject);
    sides.set(who, sides.has(who) ? null : { side, span });
  }
  return new Map([...sides].flatMap(([who, place]) => (place ? [[who, place] as const] : [])));
}

const nameOf = ({ cast }: HintContext, noun: string): string =>
  cast.find(({ name }) => nounOf(cast, name) === noun)?.name ?? `the ${noun}`;

/** The words from one to the other, with the sides of both turned round. */
function swapped(
  answered: { readonly key: string },
  prompt: string,
  a: readonly [number, number],
  b: readonly [number, number],
): Edit {
  const [first, second] = a[0] < b[0] ? [a, b] : [b, a];
  const turned = (span: readonly [number, number]): string =>
    prompt.slice(...span).replace(SIDE, (side) => (side.toLowerCase() === 'left' ? 'right' : 'left'));
  return makeEdit(answered, {
    kind: 'replace-word',
    reason: 'Turn left and right round',
    remove: prompt.slice(first[0], second[1]),
    insert: turned(first) + prompt.slice(first[1], second[0]) + turned(second),
  });
}
