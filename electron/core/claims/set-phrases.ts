/** Groups of words with one fixed meaning: framing, style, time, weather, light, and prompt boilerplate. */
import type { ClaimKind } from '@shared/records/index.js';

/** A group of words with one fixed meaning: what it states, as a claim; null = says nothing a picture can show. */
export interface SetPhrase {
  readonly kind: ClaimKind;
  readonly text: string | null;
  /** Of a text in small letters (see `smallLetters`). */
  readonly match: RegExp;
  /** What every match has in it, found in a fraction of the time. */
  readonly core: RegExp;
}

/** "at night" → "night", "under a cloudy sky" → "a cloudy sky": a set phrase as a value. */
export const settledValue = (text: string): string => text.replace(/^(?:in the|in|at|by|under) /, '');

/**
 * As long as before. A pattern that takes both cases of every letter there is (flags i and u) takes V8 four times as
 * long to prepare: a quarter of a second of every start.
 */
export const smallLetters = (text: string): string => text.replace(/[A-Z]+/g, (all) => all.toLowerCase());

const LEAD =
  '(?:(?:at|by|in|during|through|under|into|from|of|with|on|amid|against) )?(?:(?:the|a|an|this|that|one) )?';
const spaced = (body: string): string => body.replaceAll(' ?', '[\\s-]?').replaceAll(' ', '[\\s-]+');
/** What has to stand before: to look there from each place of a long text takes longer than all else. */
const BEFORE = /\(\?<[=!](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;
const words = (body: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}'’-])(?:${spaced(body)})(?![\\p{L}\\p{N}])`, 'gu');
const table = (
  kind: ClaimKind,
  rows: readonly (readonly [text: string | null, body: string])[],
  lead = LEAD,
): SetPhrase[] =>
  rows.map(([text, body]) => ({
    kind,
    text,
    match: words(`${lead}(?:${body})`),
    core: new RegExp(spaced(body.replace(BEFORE, '')), 'u'),
  }));

const SHOT = '(?: (?:shot|view|framing|angle|image|picture|portrait))?';
const OF = '(?: (?:of|on|from|showing))?';
/** "…, from above, …": a tag of its own, and not where something comes from. */
const ALONE = '(?<=(?:^|[,.\\n]) ?)from (?=\\p{L}+\\s*(?:[,.\\n]|$))';
/** "seen from", "viewed from". */
const SEEN = '(?:the scene is )?(?:(?:seen|viewed|shot|filmed|lens) )from (?:the |high )?';
const FRAMING = table('framing', [
  ['a wide shot', `(?<=(?:^|[.:\\n]) ?)wide(?=[.:,])`],
  ['a close-up', `(?<=(?:^|[.:\\n]) ?)close (?:on|in on)`],
  ["a bird's-eye view", `(?<=(?:^|[.:,\\n]) ?)(?:aerial|overhead)(?= ?[.:,-])`],
  ['a fisheye view', `fish ?eye(?: lens)?${SHOT}${OF}`],
  ['a side view', `side (?:view|shot)${OF}|(?:${SEEN}|${ALONE})side`],
  ['a front view', `(?:three quarters? )?front (?:view|shot)${OF}|${SEEN}front`],
  ['a view from behind', `rear view${OF}|(?:${SEEN}|${ALONE})behind`],
  ['shallow depth of field', 'shallow depth of field'],
  ['an extreme close-up', `extreme close up${SHOT}${OF}`],
  ['a medium close-up', `medium close up${SHOT}${OF}`],
  ['a close-up', `(?:tight )?(?:close ?up|head ?shot|head and shoulders|close shot|close view)${SHOT}${OF}`],
  ['a medium wide shot', `medium (?:wide|long)${SHOT}${OF}`],
  ['an extreme wide shot', `extreme(?:ly)? (?:wide|long)${SHOT}${OF}`],
  [
    'a wide shot',
    `(?:wide|long|establishing) (?:shot|view|framing)${OF}|wide angle${SHOT}${OF}|panoramic view${OF}|panorama${OF}`,
  ],
  [
    'a medium shot',
    `(?:medium|mid|waist up|cowboy) (?:shot|view|framing)${OF}|midshot|waist up|upper body(?: shot)?`,
  ],
  ['a full-body shot', `full (?:body|length)${SHOT}${OF}|full shot${OF}`],
  [
    'an over-the-shoulder shot',
    `over the shoulder (?:shot|view|framing|angle|image|picture|portrait)${OF}|(?<=(?:^|[,.:;\n-]) ?)over (?:(?:the|her|his|their) )?shoulder${OF}|(?<=(?:^|[,.:;\n-] ?|shot |view |seen |filmed |shooting ))over (?:the|her|his|their) shoulder(?:s)? of|over-the-shoulder`,
  ],
  ['a two-shot', '(?:two|2) ?shot(?: of)?|2s(?= ?[,.:;-])'],
  ['a group shot', `group shot${OF}`],
  ['an insert shot', `insert(?: shot)?(?: of|(?= ?[:,.-]))`],
  ['a macro shot', `macro (?:shot|view|photo(?:graph)?|close up)${OF}|macro(?= ?[,.:])`],
  ['an isometric view', `isometric(?: (?:view|illustration|perspective|scene))?${OF}`],
  ['a cutaway view', `cut ?away(?: (?:view|illustration))?${OF}`],
  ['a reverse-angle shot', `reverse (?:angle|shot)${SHOT}${OF}`],
  ['a straight-on view', `straight on(?: (?:view|shot|angle))?|head on (?:view|shot)`],
  ['a low-angle shot', `low angle${SHOT}${OF}|worm'?s eye${SHOT}${OF}|(?:${SEEN}|${ALONE})below`],
  ['a high-angle shot', `high angle${SHOT}${OF}|(?:${SEEN}|${ALONE})above`],
  [
    "a bird's-eye view",
    `bird'?s eye${SHOT}${OF}|aerial (?:shot|view)${OF}|top down view${OF}|overhead (?:shot|view)${OF}`,
  ],
  ['a tilted shot', `dutch angle${SHOT}${OF}`],
  ['a point-of-view shot', `point of view${SHOT}${OF}|pov${SHOT}${OF}`],
  ['an eye-level shot', `eye level${SHOT}${OF}`],
]);

const MADE =
  '(?: (?:style|painting|illustration|drawing|artwork|art|picture|image|render(?:ing)?|print|sketch|texture))*(?: of)?';
const IN_STYLE =
  "(?:(?:painted|drawn|rendered|made|done|illustrated) )?(?:(?:in|as|with) )?(?:(?:the style of|the|a|an) )?(?:(?:soft|loose|delicate|detailed|beautiful|warm|simple|hand drawn|hand painted|storybook|children'?s book|vintage) )*";
const STYLE = table(
  'style',
  [
    ['a gouache painting', `gouache${MADE}`],
    ['a watercolour painting', `water ?colou?rs?${MADE}`],
    ['an oil painting', `oil (?:painting|paints?)${MADE}|oil on canvas${MADE}`],
    ['an acrylic painting', `(?:acrylics? painting|acrylics)${MADE}`],
    [
      'an ink drawing',
      `(?:pen and ink|ink (?:drawing|illustration|style|line|sketch)|inked)${MADE}|ink wash${MADE}|in ink`,
    ],
    ['a line drawing', `line (?:art|drawing)${MADE}`],
    ['a coloured pencil drawing', `colou?r(?:ed)? pencils?${MADE}|pencil crayons?${MADE}`],
    ['a pencil drawing', `pencil (?:drawing|sketch|style)${MADE}`],
    ['a charcoal drawing', `charcoal (?:drawing|sketch|style|illustration)${MADE}`],
    ['a crayon drawing', `crayon (?:drawing|style)${MADE}`],
    ['a pastel drawing', `(?:chalk |oil )?pastel (?:drawing|painting|style)${MADE}`],
    [
      'a paper cut-out',
      `(?:paper cut ?out|cut ?out paper|cut paper|paper ?cut|paper craft)s?(?: collage)?${MADE}`,
    ],
    ['a collage', `collage${MADE}`],
    ['a woodcut print', `(?:wood ?cut|woodblock|linocut)${MADE}`],
    ['a digital painting', `digital (?:painting|art|illustration)${MADE}`],
    [
      'a 3d render',
      `3 ?d (?:render(?:ing)?|animation|style|cartoon)${MADE}|cgi|pixar style|unreal engine(?: 5)?`,
    ],
    ['an anime drawing', `anime${MADE}|manga${MADE}`],
    ['a comic drawing', `(?:comic(?: book)?|graphic novel) (?:style|art|illustration|panel|drawing)${MADE}`],
    ['a cartoon', `cartoon (?:style|illustration|drawing)${MADE}`],
    ['a matte painting', `matte painting${MADE}`],
    ['a still life', `still life${MADE}`],
    ['pixel art', `pixel ?art${MADE}`],
    ['low-poly art', `low ?poly${MADE}`],
    ['voxel art', `voxel(?: art)?${MADE}`],
    ['flat vector art', `(?:flat )?vector(?: art)?${MADE}|flat design`],
    ['claymation', `clay ?mation${MADE}|stop motion${MADE}`],
    [
      'a black-and-white picture',
      `black and white (?:photo(?:graph)?|picture|image|film)|(?<=[,.] )black and white(?=[,.]|$)|monochrome${MADE}`,
    ],
    [
      'a photograph',
      `photo ?realistic${MADE}|(?:dslr |professional |food |street |fashion |portrait |wildlife |landscape |travel |documentary )*photograph(?:y)?(?: of)?|(?:raw |film |35 ?mm |professional |dslr |product |studio |stock |press |polaroid )*photos?(?: of)?`,
    ],
    ['concept art', 'concept art(?: of)?'],
    ['a portrait', 'portraits? of|portrait(?! (?:with|on|above|hanging|in a frame))'],
    [
      'a storybook illustration',
      `(?:storybook|children'?s (?:picture )?book|picture book) (?:illustration|style|art|painting)${MADE}`,
    ],
    ['an illustration', 'illustrations?(?: of)?'],
    ['a painting', 'painting of'],
    ['a drawing', '(?:drawing|sketch) of'],
  ],
  IN_STYLE,
);

const LIT =
  '(?:(?:late|early|cold|warm|dark|quiet|bright|moonlit|starry|broad|deep|hot|summer|winter|autumn|spring) )*';
const TIME = table('time', [
  [
    'at night',
    `(?:middle of the |dead of )?${LIT}(?:night ?time|nightfall|night(?![\\s-](?:watch|watchm[ae]n|guards?|lights?|stand|markets?|gown|shirt|cap|club|train|bus|nurse|owl|porter|clerk))|midnight|moonlight|starlight)(?: sky)?|moonlit|nocturnal|starry sky`,
  ],
  [
    'at sunset',
    `${LIT}(?:sunset|blue hour|sundown|golden hour|setting sun|dusk|twilight)(?: (?:light|sky))?`,
  ],
  ['in the evening', `${LIT}evening(?: (?:light|sun|sky))?`],
  ['at sunrise', `${LIT}(?:sunrise|dawn|daybreak|first light|rising sun)(?: (?:light|sky))?`],
  ['in the morning', `${LIT}(?:mid)?morning(?: (?:light|sun|sky))?`],
  [
    'by day',
    `(?<=(?:^|[,.\\n]) ?)day(?=\\s*(?:[,.\\n]|$))|${LIT}(?:day ?time|daylight|midday|noon|afternoon)(?: (?:light|sun|sky))?|by day|sunny day|sunlit|sunlight|sunshine`,
  ],
]);

const FALLS =
  '(?: (?:is |are )?(?:falls?|falling|pours?|pouring|rolls?|rolling|drifts?|drifting|hangs?|blows?)(?: (?:in|down|softly|gently|heavily|steadily|around|everywhere))?)?';
const HEAVY =
  '(?:(?:heavy|light|soft|gentle|pouring|driving|falling|thick|thin|dense|deep|fresh|cold|steady|drifting|swirling|torrential) )*';
const WEATHER = table('weather', [
  [
    'in snow',
    `${HEAVY}(?:snow(?![\\s-](?:white|leopard|man|men|ball|balls|globe|queen|fort|forts|castle|shoes?|suit|boots|goggles|pants|plow|plough|mobile|machine|shovel|angels?|board))|snowy|snowing|snows|snow ?fall|snowflakes|blizzard|snow ?storm)${FALLS}`,
  ],
  ['in a storm', `${HEAVY}(?:thunder ?storm|storm|stormy|rain ?storm)(?![\\s-]clouds?)(?: weather)?`],
  [
    'in rain',
    `${HEAVY}(?:rain(?![\\s-](?:coat|boot|cloud|jacket|forest|barrel))|rainy|raining|rains|drizzle|downpour|rainfall)(?: weather)?${FALLS}`,
  ],
  [
    'in fog',
    `${HEAVY}(?:fog|(?:foggy|misty)(?![\\s-](?:mirrors?|windows?|glass|glasses|lens|panes?|windshield|visor|eyes))|mist|haze|hazy)(?: weather)?${FALLS}`,
  ],
  ['in clear weather', 'clear (?:sky|skies|weather)|cloudless(?: sky)?'],
  ['in sunny weather', 'sunny(?: (?:weather|sky))?'],
  [
    'under a cloudy sky',
    '(?:cloudy|overcast|grey|gray)(?: (?:sky|skies|weather))|(?:cloudy|overcast) day|overcast',
  ],
  ['in wind', '(?:strong |cold |howling )?(?:wind|breeze|gale)(?: blows)?|windy'],
]);

const LIGHT = table('attribute', [
  ['in studio light', 'studio (?:lighting|light)'],
  ['in silhouette', 'silhouetted?|backlit|back lighting'],
  ['in rim light', '(?:(?:warm|cold|cool|soft|hard|golden|orange|blue|strong|subtle) )*rim light(?:ing)?'],
  ['in candlelight', 'candle ?light'],
  ['in firelight', 'fire ?light'],
  ['in lamplight', 'lamp ?light|lantern light'],
  ['in neon light', 'neon light(?:s|ing)?'],
  ['in warm light', '(?:soft )?(?:warm|golden|amber) (?:light|lighting|glow)'],
  ['in cold light', '(?:cold|cool|blue) (?:light|lighting|glow)'],
  [
    'in harsh light',
    '(?:harsh|hard|glaring)(?: (?:morning|evening|midday|noon|overhead|side|desert|fluorescent))? (?:sun ?light|light|lighting|sun)',
  ],
  ['in soft light', '(?:diffused?|north|window)(?: facing)? (?:day ?light|light|lighting)'],
  ['in firelight', '(?:fireplace|campfire|ember|hearth) (?:glow|light)'],
  ['in dim light', '(?:dim|low) (?:light|lighting)|dimly lit'],
]);

/** Prompt boilerplate and words about the picture as such: nothing a picture can be found to lack. */
const BOILERPLATE = table('style', [
  [
    null,
    `(?:(?:absurdly|ultra|very|highly|extremely|insanely|super|best|high|top|incredibly) )*(?:masterpiece|quality|detailed(?: (?:background|face|eyes|illustration))?|high ?res(?:olution)?|absurdres|uhd|hdr|hd|4 ?k|8 ?k|sharp focus|in focus|award winning|trending on \\p{L}+|artstation|octane render|ray tracing|intricate(?: details?)?|professional|cinematic(?: (?:lighting|light|composition|shot|still|film still|look))?|dramatic (?:lighting|light)|volumetric (?:lighting|light|fog)|depth of field|bokeh|motion blur|lens flares?|film grain|negative space|chromatic aberration|screen ?caps?|dynamic (?:angle|pose|perspective)|score \\d(?: up)?|aesthetic|(?:phone |desktop )?wallpaper(?= ?(?:[,.]|$))(?<=(?:^|[,.\\n]) ?(?:phone |desktop )?wallpaper)|vivid colou?rs?|vibrant(?: colou?rs?)?|muted colou?rs?|(?:soft|natural|ambient) (?:lighting|light|shadows?)|beautiful(?: (?:composition|lighting|light))?|rating safe|source \\p{L}+|consistent (?:characters?|style)|storyboard(?: (?:frame|panel|sketch))?|key ?frame|same (?:character|style)|picture of|image of|scene of|a scene(?: in which| where)?|view of|shot of)`,
  ],
  [
    null,
    '(?:the )?(?:shot|image|picture|frame|scene|camera|painting|illustration|panel) (?:shows|depicts|captures|features|opens on|focuses on|reveals)|(?:interior|exterior)(?: view| shot)? of|we see|(?<=(?:^|[.,;:!?\\n]) ?)there (?:is|are)|we can see',
  ],
  [
    null,
    'once upon a time|one day|at last|of course|in front of (?:the )?camera|at the same time|for a (?:moment|while)|all (?:day|night) long|day after day|at the end(?! of)|at once',
  ],
]);

export const SET_PHRASES: readonly SetPhrase[] = [
  ...BOILERPLATE.slice(1),
  ...FRAMING,
  ...LIGHT,
  ...STYLE,
  ...TIME,
  ...WEATHER,
  ...BOILERPLATE.slice(0, 1),
];
