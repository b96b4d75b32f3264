/** What a claim says, as a tag among others: "white gloves" of "a girl in white gloves". */
import type { Claim } from '@shared/records/index.js';

type Said = Pick<Claim, 'kind' | 'text' | 'attribute' | 'relation' | 'object'>;

/** Whose it is, or who does it, the other tags say; where somebody has nothing else, the claim as it stands. */
export function tagOf({ kind, text, attribute, relation, object }: Said): string {
  if (kind === 'attribute' && object !== null)
    return withoutArticles(
      attribute === null || object.includes(attribute) ? object : `${attribute} ${object}`,
    );
  if (kind === 'action' && relation !== null) {
    const at = text.indexOf(` ${relation}`);
    return at < 0 ? text : withoutArticles(text.slice(at + 1));
  }
  return ['entity', 'attribute', 'relation'].includes(kind) ? withoutArticles(text) : text;
}

const withoutArticles = (words: string): string => words.replace(/(?<=^|\s)(?:an?|the) /g, '');
