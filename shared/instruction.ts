/** A claim that a picture fails, as a sentence that says what to change in it: "Make the girl’s coat red." */
import type { Claim } from './records/index.js';

type Said = Pick<Claim, 'kind' | 'text' | 'subject' | 'attribute' | 'object' | 'value' | 'negated'>;

/** `name`: whom it is about, as the story calls them; null = as the claim does. */
export function sentenceFor(claim: Said, name: string | null): string {
  const { kind, text, subject, attribute, object, value, negated } = claim;
  if (negated) return kind === 'entity' && subject ? `Remove the ${subject}.` : `Do not show ${text}.`;
  const otherwise = `Show ${text}.`;
  const who = name ?? (subject && `the ${subject}`);
  switch (kind) {
    case 'entity':
      return `Add ${text}.`;
    case 'count':
      return `Show exactly ${text}.`;
    case 'attribute':
      if (!who || !attribute) return otherwise;
      return object ? `Make ${who}’s ${object} ${attribute}.` : `Make ${who} ${attribute}.`;
    case 'place':
      return `Set it ${text}.`;
    case 'time':
      return value ? `Make it ${value}.` : otherwise;
    case 'weather':
      return value ? `Change the weather to ${value}.` : otherwise;
    case 'framing':
      return `Frame it anew as ${text}.`;
    case 'style':
      return `Redraw it as ${text}.`;
    case 'phrase':
      return `Show this: ${text.replace(/\p{Sentence_Terminal}$/u, '')}.`;
    default:
      return otherwise;
  }
}
