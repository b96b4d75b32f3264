/** A sheet's entry, *name: what it looks like*, as words that begin with who or what it is. */
import { headOf, isPerson, isWorn, withArticle } from '@core/claims/index.js';
import { literally } from '@shared/whole-words.js';

interface Entry {
  readonly name: string;
  readonly description: string;
}

/** Ends what the entry is called: everything behind says how it looks, or more about it. */
const LOOKS =
  /[,;.(]|\s[–—-]\s|\s(?:in|with|without|wearing|dressed|who|whose|that|which|and|has|having|holding|carrying|from|at|on|by)\s/i;
/** "the queen's", "her father's", "his": whose it is, which is somebody else. */
const WHOSE = /^.*(?:\p{L}['’]s|s['’]) |^(?:his|her|their|its|my|our) /iu;
const ARTICLE = /^(?:an?|the|one) /i;
/** "in her 30s", "late 30s", "42 years old": no picture shows it as said. */
const AGE =
  /^(?:in (?:his|her|their) )?(?:early |mid |late |mid-)?\d+(?:['’]?s|(?: |-)?years?(?: |-)old|yo)?$/i;
const SEX: Readonly<Record<string, string>> = { female: 'a woman', male: 'a man' };

/** "Mira: ", "Mira is ", "She is ": the entry is about nobody else. */
function withoutName(name: string, words: string): string {
  const escaped = literally(name.trim());
  const who = new RegExp(`^(?:${escaped ? `${escaped}|` : ''}he|she|they|it|this)`, 'iu').exec(words)?.[0];
  if (who === undefined) return words;
  const rest = words.slice(who.length);
  const said = /^(?: ?[:,–—-] ?|['’]s (?=the )| (?:is|was|are) |$)/i.exec(rest);
  return said ? rest.slice(said[0].length) : words;
}

/** What the entry is called, up to its looks, and those. */
function cut(words: string): [called: string, looks: string] {
  const at = LOOKS.exec(words)?.index ?? words.length;
  return [words.slice(0, at), words.slice(at)];
}

/** "a boy" of "Mira's brother, a boy in a raincoat": said again in words that a picture shows. */
function saidAgain(looks: string): string | null {
  const again = looks.replace(/ ?[,–—-] ?/, '');
  const [called] = cut(again);
  return again !== looks && /^an?\s/i.test(called) && isPerson(headOf(called.trim())) ? again : null;
}

/**
 * "the queen's loyal servant, in grey" is "a loyal servant, in grey": whose servant, or captain of what, is about
 * somebody else. '' where the entry says nothing that can be seen.
 */
export function sheetWords({ name, description }: Entry): string {
  const words = withoutName(name, description.trim().replace(/\s+/g, ' '))
    .replace(/(?<!\p{L})never (?:seen |goes )?without(?!\p{L})/giu, 'with')
    .split(/(?<=[,;]) /)
    .filter((piece) => !AGE.test(piece.replace(/[,;.]$/, '')))
    .map((piece) => piece.replace(/^(?:fe)?male(?=[,;.]|$)/i, (sex) => SEX[sex.toLowerCase()] ?? sex))
    .join(' ')
    .replace(/[,;]$/, '');
  const [called, looks] = cut(words);
  const own = called.replace(WHOSE, '').trim();
  if (own === '') return words;
  // Who wears it is not said.
  if (isWorn(own)) return `a person with ${own}${looks}`;
  const again = saidAgain(looks);
  if (again !== null && (own !== called.trim() || /^the\s/i.test(called))) return again;
  const [who = own] = own.split(/ of /i);
  const alone = isPerson(headOf(who.replace(ARTICLE, ''))) ? who : own;
  if (alone === called.trim()) return words;
  return `${withArticle(alone.replace(ARTICLE, ''))}${having(looks)}`;
}

/** "an uncle, grey eyebrows" has them: ", grey eyebrows" is " with grey eyebrows". */
function having(looks: string): string {
  const first = /^[,;] (?!(?:an?|the|with|in) )([^,;.]+)/i.exec(looks)?.[1] ?? '';
  return isWorn(headOf(first.replace(/ (?:in|with|on|of) .*/, ''))) ? ` with ${looks.slice(2)}` : looks;
}
