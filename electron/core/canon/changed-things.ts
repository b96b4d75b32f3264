/** What a description says becomes of things: "the lamp goes out", "she opens the gate", "the crown is back". */
import { headOf, isAnimal, isClothing, isPerson, isWorn, readClaims } from '@core/claims/index.js';

export interface ChangedThing {
  /** As it is called, without its looks. */
  readonly noun: string;
  /** `no` = it is not there any more; `back` = it is there again. */
  readonly state: string;
}

const BE = '(?:is|are|was|were|has been|have been|gets?|becomes?)(?: now)?';

/** What is left to be seen of a thing, by the words behind its noun. */
const BECOMES: readonly (readonly [change: string, state: string])[] = [
  [
    '(?:goes|go|went|has gone|have gone|is|are) out(?! (?:to|into|on|onto|for|of|through|towards?)\\b)',
    'unlit',
  ],
  [`${BE} (?:blown out|put out|extinguished|unlit)`, 'unlit'],
  ['(?:lights? up|(?:is|are) lit|starts? to glow|flares? up)', 'lit'],
  [
    `(?:breaks?|broke|shatters?|shattered|cracks?|snaps?|snapped|bursts?|collapses?|collapsed|${BE} (?:broken|shattered|smashed))`,
    'broken',
  ],
  [
    `(?:${BE} (?:stolen|gone|lost|missing)|disappear(?:s|ed)?|vanish(?:es|ed)?|has (?:vanished|disappeared|melted|sunk)|sinks?|sank|melts?|burns? down)`,
    'no',
  ],
  ['(?:(?:is|are|stands?) open|opens?(?! (?:on|onto|into|at|towards?|with)\\b))', 'open'],
  [`(?:${BE} (?:closed|shut|locked)|closes?(?! (?:at|for)\\b)|shuts?)`, 'closed'],
  [`${BE} (?:torn|ripped)`, 'torn'],
  [`${BE} empty`, 'empty'],
  [`${BE} full`, 'full'],
  [`${BE} (?:mended|repaired|fixed|whole again)`, 'mended'],
  [`(?:(?:is|are) (?:back|found|there again|returned)|returns?|reappears?)`, 'back'],
];

/** The same, by what somebody does to it; also where it has been done. */
const MADE: readonly (readonly [deed: string, state: string])[] = [
  ['(?:open(?:s|ed)|unlock(?:s|ed)|(?:throws|threw|push(?:es|ed)|pull(?:s|ed)) open)', 'open'],
  ['(?:close[sd]|shuts?|lock(?:s|ed)|slam(?:s|med))', 'closed'],
  ['(?:(?:re)?lights|(?:re)?lit|ignite[sd]|kindle[sd]|(?:turn|switch)(?:s|es|ed) on)', 'lit'],
  [
    '(?:(?:blows|blew|blown|puts?|snuff(?:s|ed)|turn(?:s|ed)|switch(?:es|ed)) (?:out|off)|extinguishe[sd]|douse[sd])',
    'unlit',
  ],
  ['(?:breaks|broke|broken|smashe[sd]|shatter(?:s|ed))', 'broken'],
  ['(?:steals|stole|stolen)', 'no'],
  ['(?:tears|tore|torn|rips|ripped)(?: up)?', 'torn'],
  ['(?:empties|emptied|drain(?:s|ed))', 'empty'],
  ['(?:mend(?:s|ed)|repair(?:s|ed)|fixe[sd])', 'mended'],
  ['(?:finds|found|return(?:s|ed)|(?:brings|brought|puts?) back)', 'back'],
];

/** The same, by the word behind it: "blows the candle out". */
const LEFT: readonly (readonly [after: string, state: string])[] = [
  ['open', 'open'],
  ['(?:shut|closed)', 'closed'],
  ['(?:out|off)', 'unlit'],
  ['on', 'lit'],
  ['(?:apart|to pieces|to bits)', 'broken'],
];

const THE = '(?:the|her|his|their|its)';
/** What happens to it first: "falls and breaks". */
const FIRST = '(?:\\s+\\p{L}+(?: (?:over|down|off))? and)?';

const PATTERNS = [
  ...BECOMES.map(([change, state]) => ({
    state,
    pattern: new RegExp(`\\b${THE} (?:[\\p{L}-]+ )??([\\p{L}-]+)${FIRST}\\s+${change}(?!\\p{L})`, 'giu'),
  })),
  ...MADE.map(([deed, state]) => ({
    state,
    pattern: new RegExp(`(?<!\\p{L})${deed} (${THE} [\\p{L}-]+(?: [\\p{L}-]+){0,3})`, 'giu'),
  })),
  ...LEFT.map(([after, state]) => ({
    state,
    pattern: new RegExp(
      `(?<!\\p{L})\\p{L}+[sdtw] ${THE} (?:[\\p{L}-]+ )??([\\p{L}-]+) ${after}(?= and |[.,;!?]|$)`,
      'giu',
    ),
  })),
];

/** What gives light: whatever else goes out only leaves. */
const BURNS =
  /(?:lamp|lantern|light|candle|torche?|fire|flame|bulb|match(?:es)?|stove|beacon|ember|spark|chandelier|brazier|furnace|lighthouse|hearth|pipe|cigarette|sign|screen|fuse|wick|oven|burner)s?$/;

/** What may never happen. */
const UNREAL =
  /(?<!\p{L})(?:if|unless|until|before|whether|dream(?:s|ing)?|hop(?:es|ing)|fears?|imagin(?:es|ing)|wants?|wish(?:es)?)(?!\p{L})[^.!?]*$/iu;

/** Quickly says of most descriptions that nothing becomes of anything in them. */
const MAY_CHANGE =
  /\b(?:out|off|lit|glow|unlit|lock|full|empt|back|found|gone|lost|missing|whole|there again|torn|returned|sank|apart|pieces)|(?:light|flare|break|broke|shatter|crack|smash|appear|vanish|melt|sunk|sink|burn|open|clos|shut|unlock|slam|kindle|ignite|extinguish|douse|steal|stole|snap|burst|collaps|kindle|tore|blew|tear|rip|drain|mend|repair|fix|find|return)/i;

/** In the order of the words. */
export function changedThings(description: string): ChangedThing[] {
  if (!MAY_CHANGE.test(description)) return [];
  const found = PATTERNS.flatMap(({ state, pattern }) =>
    [...description.matchAll(pattern)]
      .filter(({ index }) => !UNREAL.test(description.slice(0, index)))
      .map((match) => ({
        state,
        words: match[1] ?? '',
        at: match.index + match[0].indexOf(match[1] ?? ''),
        isTheirs: !/(?<!\p{L})the (?=[\p{L}-])/iu.test(match[0]),
      })),
  );
  return found
    .sort((a, b) => a.at - b.at)
    .flatMap(({ state, words, at, isTheirs }) => {
      const noun = THING.test(words) ? nounAt(description, at) : words.toLowerCase();
      // A mouth that opens is a deed.
      if (noun === null || (isTheirs && isWorn(noun) && !isClothing(noun))) return [];
      if ((state === 'unlit' || state === 'lit') && !BURNS.test(noun)) return [];
      // Who goes out or breaks something open stays who they are; only that they are gone is seen.
      const isSomebody = isPerson(noun) || isAnimal(noun);
      return isSomebody && state !== 'no' && state !== 'back' ? [] : [{ noun, state }];
    });
}

const THING = new RegExp(`^${THE} `, 'i');

/** The last word of what is named there, as it is read. */
function nounAt(description: string, at: number): string | null {
  const named = readClaims(description).find(
    ({ kind, negated, span }) => kind === 'entity' && !negated && span?.[0] === at,
  );
  return named?.span ? headOf(description.slice(...named.span).toLowerCase()) : null;
}
