/** What is said in the place of characters that no font has. */
import { listed } from '@shared/listed.js';

const SCRIPTS = [
  ['Chinese or Japanese', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Korean', /\p{Script=Hangul}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Bengali', /\p{Script=Bengali}/u],
  ['Tamil', /\p{Script=Tamil}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['emoji', /\p{Extended_Pictographic}/u],
] as const;

const scriptOf = (cluster: string): string => SCRIPTS.find(([, has]) => has.test(cluster))?.[0] ?? 'other';

/** "[4 Korean characters]", for clusters that follow one another, with or without spaces between; "" for none. */
export function undrawnWords(clusters: readonly string[]): string {
  if (clusters.length === 0) return '';
  const scripts = [...new Set(clusters.map(scriptOf))];
  if (scripts[0] === 'emoji' && scripts.length === 1) return `[${clusters.length} emoji]`;
  const named = scripts.length === 1 && scripts[0] !== 'other' ? `${scripts[0]} ` : '';
  return `[${clusters.length} ${named}${clusters.length === 1 ? 'character' : 'characters'}]`;
}

/** How many are named; the rest are counted. */
const NAMED = 20;

/** One sentence with every character, or null where all could be drawn; `shown`: the characters themselves can be. */
export function undrawnNote(characters: ReadonlySet<string>, shown: boolean): string | null {
  if (characters.size === 0) return null;
  const all = [...characters].sort();
  const named = all.map((one) => {
    const code = `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return shown ? `${one} (${code})` : code;
  });
  const scripts = [...new Set(all.map(scriptOf))].filter((script) => script !== 'other').join(', ');
  const what = scripts ? ` (${scripts})` : '';
  return `No font on this computer has these characters${what}: ${listed(named, NAMED)}. In the PDF their number stands in their place. Install a font that has them, and export again.`;
}
