/** What is no description is blanked out of one, character for character, so that places in it stay. */
import { type Blanking, blanked, pause } from '@shared/blanked.js';
import { withoutDialects } from '@shared/prompt-dialects.js';
import { withoutSyntax } from '@shared/prompt-syntax.js';
import { list } from '../lexicon.js';
import { matchesOf } from '../matches.js';

/** What leads on to a bracket, and on from one: there it stands in the middle of a sentence. */
const LEADS_TO =
  /(?<!\p{L})(?:an?|the|in|on|at|with|of|to|by|and|or|under|over|behind|beside|near|between|from|his|her|its|their|is|are|\p{L}{2,}ing|\p{L}{2,}s)\s+[(\s]*$/iu;
const LEADS_ON =
  /^[)\s]*\s(?:in|on|at|with|of|to|by|and|or|under|over|behind|beside|near|between|from|is|are|who|which|that|\p{L}{2,}ing)(?!\p{L})/iu;
const VERBS = list(
  'holds, wears, carries, stands, sits, kneels, lies, walks, runs, looks, waits, sleeps, reads, rides, flies, swims, plays, has, is',
);

/** "a fox (watches:1.3) her": one word in brackets, with words right before and behind it. */
const ONE_WORD = /(?<=\p{L}\s+)\(+[\p{L}'’-]+(?::\s*\d*\.?\d+)?\)+(?=\s+\p{L})/gu;
/** "(Two dogs:1.3) run.": words go on beside what weighs, and a full stop ends them. */
const IN_PROSE =
  /(?<=(?:^|[.!?\p{L}]\s+))\([^()]*:\s*\d*\.?\d+\s*\)(?=\s+\p{L}(?:[^.!?\n]|\.\d){0,300}[.!?](?:\s|$))/gu;

/** Where brackets only weigh what stands in the middle of a sentence. */
const onlyWeighing = (text: string): ReadonlySet<number> =>
  new Set(
    [ONE_WORD, IN_PROSE]
      .flatMap((pattern) => matchesOf(text, pattern))
      .flatMap(({ index, 0: { length } }) => Array.from({ length }, (_, i) => index + i)),
  );

function isAmidSentence(text: string, at: number): boolean {
  if (text[at] === ')') {
    const next = /^[)\s]*\s(\p{L}+s)(?!\p{L})/u.exec(text.slice(at, at + 60))?.[1];
    return LEADS_ON.test(text.slice(at, at + 60)) || (next !== undefined && VERBS.has(next.toLowerCase()));
  }
  const before = text.slice(Math.max(0, at - 60), at + 1);
  const last = /(\p{L}+)\s+[(\s]*$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  return LEADS_TO.test(before) && (!/s$/.test(last) || /^(?:is|its|his)$/.test(last) || VERBS.has(last));
}

/** Brackets that weigh, or stand beside one another, set tags apart as commas do. */
function bracketsAsCommas(text: string): string {
  const tags = /^\s*\(|\)\s*[(,]|:\s*\d*\.?\d+\s*\)|\p{Lu}{3,}\s*\(/u.test(text);
  const bare = withoutSyntax(text);
  if (!tags) return bare;
  const weighing = onlyWeighing(text);
  return bare
    .split('')
    .map((letter, at) =>
      letter === ' ' && /[()]/.test(text[at] as string) && !weighing.has(at) && !isAmidSentence(text, at)
        ? ','
        : letter,
    )
    .join('');
}

const NAME = String.raw`\p{Lu}[\p{L}.'’-]+(?:\s+(?:(?:van|von|de|da)\s+)?\p{Lu}[\p{L}.'’-]+){0,3}`;

const WE_SEE =
  '(?:i|we|you|one) (?:can |could )?(?:also )?(?:see|observe|notice) (?:that )?(?:there (?:is|are) )?';

/** Where a camera goes: "tilt up from …", "pan across …"; what it comes from and goes to are things of their own. */
const MOVE = String.raw`(?:then |and )?(?:slow |fast |whip )?(?:(?:dolly|push|zoom|pull|crane|pan|tilt|truck|track|boom|arc)(?:s|ing)?(?:[\s-](?:in|out|up|down|left|right|back))*|(?:rack|pull)(?:s|ing)? focus)`;
const FROM_TO = new RegExp(
  String.raw`(?<=(?:^|[.:,;\n-])\s*)(?:camera )?${MOVE} (?:from|across|along|over|past|to|down|up|off|around)(?= (?:an?|the|his|her|their|its|one|two|three|four|five|\p{Ll}+s?) )([^.;\n,]*)`,
  'giu',
);

/** As long as before: each way of a camera is a pause, and so is the "to" behind it. */
const withoutMoves = (text: string): string =>
  text.replace(
    FROM_TO,
    (all: string, rest: string) =>
      pause(all.length - rest.length) + rest.replace(/ to(?= )/iu, (to) => pause(to.length)),
  );

const NOTHING_SEEN: Blanking = [
  // Parameters and measures.
  [/(?<!\S)--\p{L}[\p{L}-]*(?:\s+[\d:.]+)?/gu, 'pause'],
  [/\(?(?<![\p{L}\d])\d[\d/.]*(?:\s?[x×]\s?\d[\d/.]*)+\s?(?:in|cm|mm|px)?(?![\p{L}\d])\)?/giu, 'pause'],
  [
    /(?<![\p{L}\d])(?:shot|taken|filmed|captured)\s+(?:on|with)\s+(?:an?\s+)?(?:\p{Lu}[\p{L}\d-]*|\d+\s?mm)(?:\s+[\p{Lu}\d][\p{L}\d-]*)*(?:\s+(?:film|lens)(?!\p{L}))?/gu,
    'pause',
  ],
  [
    /(?<![\p{L}\d])(?:f\/\d+(?:\.\d+)?|\d+\s?mm(?:\s+(?:lens|film))?|\d+k|iso\s?\d+|\d+\s?fps)(?![\p{L}\d])/giu,
    'pause',
  ],
  // Credits.
  [
    new RegExp(
      `(?<![\\p{L}])(?:(?:concept |digital |fan )?art(?:work)?|drawn|made|painted|designed|created|directed|photographed|illustrated) by ${NAME}(?:(?:,| and|, and) ${NAME})*`,
      'gu',
    ),
    'pause',
  ],
  [
    new RegExp(
      `(?<=(?:^|[,.;]|painting|illustration|drawing|art|portrait|photo|print)\\s*)(?:art\\s+)?by ${NAME}(?:(?:,| and|, and) ${NAME})*`,
      'gu',
    ),
    'pause',
  ],
  [
    /(?:(?<=(?:^|[,.;])\s*)(?:painting|drawing|art|illustration|picture) )?(?<!\p{L})in the style of (?:(?:\p{Lu}[\p{L}.'-]*|van|von|de|da)\s+){0,3}(?:\p{Lu}[\p{L}.'-]*|gogh)(?!\p{L})/gu,
    'pause',
  ],
  [
    /(?<!\p{L})(?:side by side|in single file|back to back|(?:from )?side to side|back and forth|to and fro)(?!\p{L})/giu,
    'gap',
  ],
  [
    /(?<!\p{L})(?:trending on \p{L}+|deviantart|art ?station|pinterest|unsplash|behance|flickr)(?!\p{L})/giu,
    'pause',
  ],
  [
    /(?<!\p{L})(?:twice|thrice|half|(?:two|three|four|five|ten) times) (?:his|her|its|their|the) (?:own )?(?:size|height|weight|length|age)(?!\p{L})/giu,
    'gap',
  ],
  // "In this picture we can see"; what stands before it is a clause of its own.
  [new RegExp(`(?<=[\\p{L}\\d])(?:,?\\s+and)?(?:\\s+here)?,?\\s+${WE_SEE}`, 'giu'), 'pause'],
  [new RegExp(`(?<!\\p{L})(?:in (?:this|the) (?:image|picture|photo|scene),?\\s+)?${WE_SEE}`, 'giu'), 'gap'],
  [/(?<!\p{L})in (?:this|the) (?:image|picture|photo)(?!\p{L}),?/giu, 'gap'],
  // Ages of scripts: "LENA (30s, in a torn coat)".
  [
    /(?<=^|[\n.!?:;]\s*)(?:pages?|spreads?|pp?\.|sc\.|scene)\s*#?\d+(?:\s?[-–]\s?\d+)?\s*[,:.]?\s*(?=(?:panels?|sh\.?|shot|pic)\s*#?\d)/giu,
    'gap',
  ],
  [/(?<=,\s*)(?:(?:early|mid|late)[\s-])?\d{1,3}(?:s|\s?years? old)?(?=\s*,)/gu, 'gap'],
  // Heads of comics, picture books and shot lists.
  [
    /(?<=^\s*|[\n.!?:;]\s*)(?:panels?|pages?|spreads?|scenes?|shots?|sh\.|sc\.|frames?|slides?|beats?|cards?|images?|plates?|illustrations?|cuts?)\s*#?\d+\s?\p{L}?(?!\p{L})\s*[-–—:.)]*/giu,
    'pause',
  ],
  [/(?<=^|[\n.!?]\s*)(?:sfx|sound|music|v\.?o\.?|narrator|narration|dialogue)\s*:[^.!?\n]*/giu, 'pause'],
  [
    /(?<=^|[\n.!?:;]\s*)(?:art notes?|notes?|captions?|montage|splash(?: page)?|title card|full page|double page(?: spread)?|visual|action|description|subject|setting|scene|location|background|mood|style|lighting|camera|composition|cover|cut to|fade in|fade out|smash cut)\s*(?:[:.]|(?=\n))/giu,
    'pause',
  ],
  // Heads of shot lists.
  [/(?<=^|[\n.!?]\s*)(?:int|ext)\.(?=\s)/giu, 'gap'],
  [/(?<!\p{L})(?:INT|EXT)(?:\.|\/|(?=\s))(?:(?:INT|EXT)\.?)?/gu, 'gap'],
  [
    /(?<=[-–—.,]\s*)(?:CONTINUOUS|MOMENTS LATER|LATER|SAME TIME|SAME|TRACKING|ESTABLISHING|FLASHBACK|INTERCUT)(?=\s*(?:[-–—.:,\n]|$))/gu,
    'gap',
  ],
  [/(?<!\p{L})(?:insert|inset)(?=:)/giu, 'pause'],
  [/(?<!\p{L})(?:hero|beauty|product|glamour) shot(?!\p{L})(?: of(?!\p{L}))?/giu, 'pause'],
  // Camera moves.
  [
    /(?<!\p{L})(?!(?<=\p{Ll}{3} )(?:push|pull)(?:ing)?(?: (?:in|out|up|down|back)) (?:the|an?|his|her|their|its) )(?!(?<=(?<!\p{L})(?!(?:and|then|camera|slight|gentle|quick|slow|fast|with) )\p{Ll}+ )(?:dolly|crane|pan|truck)(?!ing))(?:(?:slow |fast )?(?:dolly|push|zoom|pull|crane|pan|tilt|truck)(?:ing)?(?:[\s-](?:in|out|up|down|left|right|back|shot|zoom))+(?: (?:on|to|towards?|at)(?= (?:the|an?|his|her|their|its) ))?|tracking shot|static shot|handheld(?: shot)?|steadicam(?: shot)?)(?!\p{L})/giu,
    'pause',
  ],
];

/** Underscores between words, typographic apostrophes and dashes that stand for a stop. */
function plain(text: string): string {
  return text
    .replace(/_/g, ' ')
    .replace(/[’‘]/g, "'")
    .replace(/(?<=\s)[-–—](?=\s)/g, '.')
    .replace(/—/g, '.')
    .replace(/[{}[\]|]/g, ',')
    .replace(
      /(?<=(?:^|[.!?;,\n]\s*)(?:in|on|at|to) the (?:far )?(?:left|right|top|bottom|background|foreground|distance|cent(?:er|re)|middle)):/giu,
      ',',
    )
    .replace(/(?<!\p{L})(?:on|to|at) the (left|right)(?:-hand)? side of(?!\p{L})/giu, (all, side: string) =>
      `to the ${side} of`.padEnd(all.length),
    )
    .replace(
      /(?<=(?:on (?:the |its |her |his )?(?:right|left|top|bottom|side)|in the (?:background|foreground|distance))) and(?= (?:an?|the|two|three|four|\d+) )/giu,
      (and) => pause(and.length),
    );
}

/** As long as before: weights, networks, parameters, measures, credits and what introduces a picture are blank. */
export function stripped(description: string): string {
  return blanked(withoutMoves(plain(bracketsAsCommas(withoutDialects(description)))), NOTHING_SEEN);
}
