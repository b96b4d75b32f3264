/** What a claim says, as a short sentence of its own: "The girl wears a red coat." */
import { isPlural } from '@core/claims/index.js';
import { capitalised } from '@shared/capitalised.js';
import type { Claim } from '@shared/records/index.js';

type Said = Pick<Claim, 'kind' | 'text' | 'subject' | 'attribute' | 'relation' | 'object' | 'value'>;

/**
 * `name`: what the prompt calls whom it is about; null = as the claim does. `isSaid`: the prompt says it already; then
 * something that is there is spoken of again, so that nobody takes it for a second one.
 */
export function sentenceOf(claim: Said, name: string | null, isSaid: boolean): string {
  const { kind, text } = claim;
  const again = `${theOne(text)} ${isMany(text) ? 'are' : 'is'} clearly visible`;
  const said = capitalised(isSaid && kind === 'entity' ? again : wordsOf(claim, name));
  // A phrase may be a sentence with its end.
  return /\p{Sentence_Terminal}["”’]?$/u.test(said) ? said : `${said}.`;
}

function wordsOf(claim: Said, name: string | null): string {
  const { kind, text, attribute, relation, object, value } = claim;
  switch (kind) {
    case 'entity':
      return `there ${isMany(text) ? 'are' : 'is'} ${text}`;
    case 'count':
      return `there ${value === '1' ? 'is' : 'are'} exactly ${text}`;
    case 'attribute':
      if (object !== null && relation !== null) return wearing(text, relation, name);
      if (object !== null || attribute === null) return text;
      return looking(text, attribute, name);
    case 'action':
    case 'relation':
      return relation === null ? text : doing(text, relation, name);
    case 'time':
      return value === null ? text : `it is ${value}`;
    case 'place':
      return `the scene is ${text}`;
    case 'framing':
    case 'style':
      return /^an? /.test(text) ? `this is ${text}` : text;
    case 'text':
      return value === null ? text : `the words “${value}” can be read`;
    default:
      return text;
  }
}

/** "a girl in a red coat" → "the girl wears a red coat". */
function wearing(text: string, relation: string, name: string | null): string {
  const [who, what] = divided(text, ` ${relation} `);
  if (what === null || !/^(?:in|with)$/.test(relation)) return text;
  const many = name === null && isMany(who);
  const verb = relation === 'in' ? (many ? 'wear' : 'wears') : many ? 'have' : 'has';
  return `${name ?? theOne(who)} ${verb} ${what}`;
}

/** "red curtains" → "the curtains are red". */
function looking(text: string, attribute: string, name: string | null): string {
  const noun = text.replace(/^(?:an?|the) /, '');
  const [before, what] = divided(noun, `${attribute} `);
  if (before !== '' || what === null) return `there ${isMany(text) ? 'are' : 'is'} ${text}`;
  return `${name ?? `the ${what}`} ${name === null && isMany(what) ? 'are' : 'is'} ${attribute}`;
}

/** "a dog running" → "the dog is running"; "a cup on a table" → "the cup is on a table". */
function doing(text: string, relation: string, name: string | null): string {
  const [who, what] = divided(text, ` ${relation}`);
  if (what === null) return text;
  return `${name ?? theOne(who)} ${name === null && isMany(who) ? 'are' : 'is'} ${relation}${what}`;
}

function divided(text: string, at: string): readonly [before: string, after: string | null] {
  const [before = '', ...after] = text.split(at);
  return [before, after.length === 0 ? null : after.join(at)];
}

const theOne = (who: string): string => `the ${who.replace(/^(?:an?|the) /, '')}`;

const isMany = (words: string): boolean => !/^an? /.test(words) && isPlural(words.split(' ').at(-1) ?? '');
