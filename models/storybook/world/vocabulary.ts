import { wordTable } from '@shared/word-table.js';
import {
  ANIMALS,
  type Animal,
  COLOURS,
  type Colour,
  FRAMINGS,
  type Framing,
  KINDS,
  type Kind,
  MOODS,
  type Mood,
  PEOPLE,
  type Person,
  PLACES,
  type Place,
  type Pose,
  STYLES,
  type Style,
  TIMES,
  type TimeOfDay,
  WEATHERS,
  type Weather,
  type WorldObject,
} from './scene.js';

/** A subject as it can be named: one of the kinds, or a person of whom no more is said. */
export type SubjectName = Kind | 'person';
export type Side = 'left' | 'right' | 'centre';

/** What an object in the world has to be for a person to hold it; the others stand on the ground. */
export const HOLDABLE = ['lantern', 'umbrella', 'kite', 'balloon', 'suitcase', 'book'] as const;

export function isPerson(kind: string): kind is Person {
  return (PEOPLE as readonly string[]).includes(kind);
}
export function isAnimal(kind: string): kind is Animal {
  return (ANIMALS as readonly string[]).includes(kind);
}
export function isHoldable(kind: string): kind is (typeof HOLDABLE)[number] & WorldObject {
  return (HOLDABLE as readonly string[]).includes(kind);
}

/** What a word or a group of words means; the grammar's terminal symbols. */
export type Meaning =
  | { readonly type: 'subject'; readonly value: SubjectName; readonly plural?: boolean }
  | { readonly type: 'colour'; readonly value: Colour }
  | { readonly type: 'place'; readonly value: Place }
  | { readonly type: 'time'; readonly value: TimeOfDay }
  | { readonly type: 'weather'; readonly value: Weather }
  | { readonly type: 'framing'; readonly value: Framing }
  | { readonly type: 'style'; readonly value: Style }
  | { readonly type: 'mood'; readonly value: Mood }
  | { readonly type: 'pose'; readonly value: Pose }
  | { readonly type: 'side'; readonly value: Side }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'pronoun'; readonly value: 'female' | 'male' | 'thing' | 'any' }
  /** Verbs of holding; `reach` when the arm goes up with it. */
  | { readonly type: 'hold'; readonly value: 'hold' | 'reach' }
  | {
      readonly type:
        | 'coat'
        | 'people'
        | 'nobody'
        | 'heldBy'
        | 'hand'
        | 'with'
        | 'of'
        | 'no'
        | 'facing'
        | 'possessive'
        | 'named'
        | 'soft'
        /** Nouns that carry no fact of their own and whose colour is nobody's. */
        | 'thing'
        | 'glue';
    };

export type Entry = Meaning & {
  /** A near word: good enough to draw from, too far to judge by (a ship is not quite a boat). */
  readonly loose?: boolean;
};

const entries = new Map<string, Entry>();

function add(entry: Entry, ...phrases: string[]): void {
  for (const phrase of phrases) entries.set(phrase.replaceAll('-', ' '), entry);
}

const SUBJECT_WORDS: Readonly<Record<SubjectName, readonly [exact: string, loose?: string]>> = {
  girl: ['girl,lass,schoolgirl,1girl', 'daughter,sister,princess'],
  boy: ['boy,lad,schoolboy,1boy', 'son,brother,kid,child,prince'],
  woman: ['woman,lady,1woman', 'mother,aunt,queen,witch,grandmother,old woman'],
  'old man': [
    'old man,elderly man,grandfather,grandpa,granddad,old gentleman,aged man,bearded old man,white haired man',
    'man,gentleman,father,uncle,fisherman,king,wizard,sailor',
  ],
  person: ['person,figure,someone,somebody,human', 'character,traveller,traveler,stranger'],
  dog: ['dog,puppy,hound,pup,doggy', 'terrier,wolf'],
  cat: ['cat,kitten,kitty,tomcat'],
  fox: ['fox,vixen,fox cub'],
  owl: ['owl,owlet', 'bird'],
  lantern: ['lantern,paper lantern,hand lantern', 'lamp,light source'],
  umbrella: ['umbrella,parasol,brolly'],
  kite: ['kite'],
  boat: ['boat,sailboat,sailing boat,rowboat,rowing boat,dinghy,fishing boat', 'ship,canoe,barge'],
  balloon: ['balloon'],
  suitcase: ['suitcase,valise,travel case,travelling case', 'luggage,trunk,bag,case'],
  bicycle: ['bicycle,bike,pushbike', 'cycle'],
  book: ['book,tome', 'novel,diary'],
};

const IRREGULAR = wordTable<string>({
  woman: 'women',
  'old man': 'old men',
  man: 'men',
  lady: 'ladies',
  puppy: 'puppies',
  fox: 'foxes',
  child: 'children',
  person: 'persons',
  luggage: 'luggage',
});

for (const [name, [exact, loose = '']] of Object.entries(SUBJECT_WORDS)) {
  const value = name as SubjectName;
  for (const [words, isLoose] of [
    [exact, false],
    [loose, true],
  ] as const) {
    for (const word of words.split(',').filter(Boolean)) {
      add({ type: 'subject', value, plural: true, loose: true }, IRREGULAR[word] ?? `${word}s`);
      add(isLoose ? { type: 'subject', value, loose: true } : { type: 'subject', value }, word);
    }
  }
}

const COLOUR_WORDS: Readonly<Record<Colour, string>> = {
  red: 'crimson,scarlet,ruby,vermilion,cherry red',
  blue: 'navy,navy blue,azure,cobalt,sky blue',
  green: 'emerald,olive green,moss green,forest green',
  yellow: 'golden,mustard,lemon yellow',
  purple: 'violet,lilac,lavender,mauve,plum',
  white: 'ivory,snow white,cream coloured,cream',
  brown: 'chestnut,chocolate brown,tan,hazel',
  black: 'ebony,jet black,coal black',
  orange: 'ginger,tangerine,rust coloured,marmalade',
};
for (const value of COLOURS) {
  add({ type: 'colour', value }, value, ...COLOUR_WORDS[value].split(','));
  for (const suffix of ['coated', 'jacketed', 'cloaked', 'coloured', 'colored'])
    add({ type: 'colour', value }, `${value} ${suffix}`);
}
add(
  { type: 'coat' },
  ...'coat,coats,jacket,cape,cloak,overcoat,raincoat,rain coat,winter coat,parka,anorak'.split(','),
);

const PLACE_WORDS: Readonly<Record<Place, readonly [exact: string, loose?: string]>> = {
  forest: ['forest,woods,woodland,wood,forests,pine forest', 'trees,grove,jungle'],
  village: ['village,town,hamlet,village street,village square', 'street,square,city,streets,houses'],
  harbour: [
    'harbour,harbor,port,pier,quay,dock,docks,jetty,wharf,waterfront,quayside,marina',
    'seaside,coast,sea,beach,shore',
  ],
  mountain: [
    'mountain,mountains,hill,peak,hills,hilltop,mountainside,mountain pass,summit,mountain path',
    'cliff,ridge,alps,slope',
  ],
  meadow: ['meadow,field,meadows,pasture,grassland,fields', 'grass,lawn,garden,park'],
  kitchen: ['kitchen', 'pantry,stove'],
  library: ['library', 'bookshop,study,bookshelves,reading room'],
};
for (const value of PLACES) {
  const [exact, loose = ''] = PLACE_WORDS[value];
  add({ type: 'place', value }, ...exact.split(','));
  add({ type: 'place', value, loose: true }, ...loose.split(',').filter(Boolean));
}

const TIME_WORDS: Readonly<Record<TimeOfDay, readonly [exact: string, loose: string]>> = {
  day: [
    'day,daytime,day time,daylight,noon,midday,morning,afternoon,broad daylight,daylit,by day',
    'sunlight,sunlit,sunshine',
  ],
  sunset: [
    'sunset,dusk,evening,twilight,golden hour,sundown,setting sun,evening light',
    'dawn,sunrise,daybreak',
  ],
  night: [
    'night,midnight,night time,nighttime,nightfall,moonlight,moonlit,nocturnal,at night,night sky,by night',
    'starry,stars,moon,starlight,dark sky,starry sky',
  ],
};
for (const value of TIMES) {
  add({ type: 'time', value }, ...TIME_WORDS[value][0].split(','));
  add({ type: 'time', value, loose: true }, ...TIME_WORDS[value][1].split(','));
}

const WEATHER_WORDS: Readonly<Record<Weather, readonly [exact: string, loose: string]>> = {
  clear: [
    'clear,clear weather,clear sky,clear skies,cloudless,fair weather,dry weather,good weather,cloudless sky',
    'sunny,fine weather,bright weather',
  ],
  rain: ['rain,rainy,raining,rains,downpour,drizzle,rainfall,rainy weather', 'storm,stormy,wet,rainstorm'],
  snow: ['snow,snowy,snowing,snows,snowfall,snowstorm,blizzard,snowy weather,snowflakes', 'wintry'],
  fog: ['fog,foggy,mist,misty,fog bank,foggy weather', 'haze,hazy,cloudy'],
};
for (const value of WEATHERS) {
  add({ type: 'weather', value }, ...WEATHER_WORDS[value][0].split(','));
  add({ type: 'weather', value, loose: true }, ...WEATHER_WORDS[value][1].split(','));
}

const FRAMING_WORDS: Readonly<Record<Framing, readonly [exact: string, loose: string]>> = {
  'close-up': [
    'close up,closeup,close shot,close up shot,close up view,medium close up,extreme close up,head shot,headshot,head and shoulders',
    'portrait,detail shot,close view',
  ],
  medium: [
    'medium,medium shot,mid shot,midshot,medium view,medium framing,medium wide shot,waist up,cowboy shot,half figure,medium long shot',
    'half body,upper body',
  ],
  wide: [
    'wide,wide shot,wide view,wide angle,wide angle shot,long shot,establishing shot,full shot,extreme wide shot,wide framing',
    'full body,panorama,panoramic,far shot,distant view,landscape view',
  ],
};
for (const value of FRAMINGS) {
  add({ type: 'framing', value }, ...FRAMING_WORDS[value][0].split(','));
  add({ type: 'framing', value, loose: true }, ...FRAMING_WORDS[value][1].split(','));
}

const STYLE_WORDS: Readonly<Record<Style, readonly [exact: string, loose: string]>> = {
  gouache: ['gouache,gouache painting,gouache illustration,gouache style,painted in gouache', 'tempera'],
  ink: [
    'ink,ink drawing,pen and ink,pen and ink drawing,ink illustration,ink style,ink line drawing,ink sketch',
    'line drawing,line art',
  ],
  'paper cut-out': [
    'paper cut out,paper cutout,cut paper,papercut,paper cut,paper cut outs,cut out paper,paper cut out style,cut paper collage,cutout,cut out',
    'collage,paper collage,paper craft',
  ],
  'coloured pencil': [
    'coloured pencil,colored pencil,colour pencil,color pencil,coloured pencil drawing,colored pencil drawing,coloured pencils,colored pencils,coloured pencil style,pencil crayon',
    'pencil drawing,pencil,crayon,crayon drawing',
  ],
};
for (const value of STYLES) {
  add({ type: 'style', value }, ...STYLE_WORDS[value][0].split(','));
  add({ type: 'style', value, loose: true }, ...STYLE_WORDS[value][1].split(','));
}

const MOOD_WORDS: Readonly<Record<Mood, string>> = {
  calm: 'calm,peaceful,serene,quiet,relaxed',
  happy: 'happy,smiling,joyful,cheerful,laughing,smiles,laughs,delighted,glad',
  sad: 'sad,crying,tearful,unhappy,gloomy,cries,weeping,lonely,sorrowful',
  afraid: 'afraid,scared,frightened,fearful,worried,terrified,anxious',
};
for (const value of MOODS) add({ type: 'mood', value }, ...MOOD_WORDS[value].split(','));
const POSE_WORDS: Readonly<Record<Pose, string>> = {
  stand: 'stand,stands,standing,waits,waiting,stood',
  walk: 'walk,walks,walking,runs,running,strolls,strolling,hurries,wanders,wandering,walked',
  sit: 'sit,sits,sitting,seated,sat,kneels,kneeling',
  reach: 'reach,reaches,reaching,reaching out,stretching',
};
for (const [value, words] of Object.entries(POSE_WORDS)) {
  add({ type: 'pose', value: value as Pose }, ...words.split(','));
}

add({ type: 'side', value: 'left' }, 'left', 'left side', 'left half', 'left hand side', 'left edge');
add({ type: 'side', value: 'right' }, 'right', 'right side', 'right half', 'right hand side', 'right edge');
add({ type: 'side', value: 'centre' }, 'centre', 'center', 'middle');

const NUMBER_WORDS: readonly string[] = [
  'zero',
  'one,single',
  'two,a pair of,a couple of',
  'three',
  'four',
  'five',
  'six',
];
for (const [value, words] of NUMBER_WORDS.entries()) {
  add({ type: 'number', value }, String(value), ...words.split(','));
}
add({ type: 'people' }, 'people', 'figures', 'persons', 'humans');
add({ type: 'people', loose: true }, 'characters', 'children', 'kids', 'friends', 'couple');
add({ type: 'nobody' }, 'nobody', 'no one', 'no people', 'no person', 'no figures', 'without people');
add({ type: 'nobody', loose: true }, 'deserted', 'empty', 'no humans', 'no characters');

add({ type: 'pronoun', value: 'female' }, 'she', 'her', 'hers');
add({ type: 'pronoun', value: 'male' }, 'he', 'his', 'him');
add({ type: 'pronoun', value: 'thing' }, 'its');
add({ type: 'pronoun', value: 'any' }, 'their', 'them', 'they');
add(
  { type: 'hold', value: 'hold' },
  ...'hold,holds,holding,holding up,carry,carries,carrying,clutches,clutching,grips,gripping,grasps,grasping,bears,bearing,keeps,held,carried,reads,reading,flies,flying,pulls,pulling,drags,dragging,takes,taking,opens,opening,has in hand,is holding'.split(
    ',',
  ),
);
add(
  { type: 'hold', value: 'reach' },
  ...'lift,lifts,lifting,raise,raises,raising,lifts up,holds up,holds out,lifted,raised,offers,shows off'.split(
    ',',
  ),
);
add(
  { type: 'heldBy' },
  'held by',
  'carried by',
  'lifted by',
  'raised by',
  'in the hands of',
  'in the hand of',
  'belongs to',
);
add({ type: 'hand' }, 'hand', 'hands', 'arms', 'in hand', 'arm', 'in one hand', 'left hand', 'right hand');
add({ type: 'with' }, 'with', 'has', 'have', 'having', 'under', 'beneath');
add({ type: 'of' }, 'of', 'from');
add({ type: 'no' }, 'no', 'without', 'not', 'never', 'lacks', 'nor');
add(
  { type: 'facing' },
  'facing',
  'faces',
  'looks',
  'looking',
  'turns',
  'turned',
  'turning',
  'gazes',
  'gazing',
);
add({ type: 'named' }, 'named', 'called');
add(
  { type: 'soft' },
  ...'little,small,young,big,large,tall,tiny,old,woollen,woolen,wool,paper,wooden,leather,long,short,bright,dark,pale,deep,light,warm,glowing,lit,shining,vivid,hooded,thick,heavy,worn,open,closed'.split(
    ',',
  ),
);
add(
  { type: 'glue' },
  ...`a,an,the,this,these,that,there,is,are,was,were,be,being,it,it is,one day,painted,drawn,shows,show,
showing,shown,depicts,depicting,depicted,set,sets,takes place,take place,taking place,happens,
happening,in,on,at,by,to,into,through,inside,across,during,for,and,or,wearing,wears,wear,worn by,
dressed,dressed in,clad in,wrapped in,colour,color,coloured,colored,in colour,visible,present,
appears,appear,seen,contains,contain,includes,time,place,located,exactly,only,just,some,as,side,edge,
framing,framed,light,lit by,while,who,which,whose,where,medium of,made in,done in,rendered in,
rendered,looks like,falling,falls,fall,falls on,side of the frame,s,we see,we`
    .replaceAll('\n', '')
    .split(','),
);
add(
  { type: 'thing' },
  ...'scene,image,picture,frame,shot,view,illustration,drawing,painting,style,sky,weather,setting,location,canvas,time of day'.split(
    ',',
  ),
);
// Words that are glue inside a sentence but meaning elsewhere keep the meaning: put back after the list above.
add({ type: 'soft' }, 'light', 'lit', 'worn');

/** The meaning of a group of lower-case words separated by single spaces (hyphens count as spaces). */
export function meaningOf(words: string): Entry | undefined {
  return entries.get(words);
}

/** The longest entry, in words. */
export const LONGEST_ENTRY = Math.max(...[...entries.keys()].map((phrase) => phrase.split(' ').length));

const CAPTION_WORDS =
  'a an in on at by to the of and from left right no one two three people person coat holding side held nothing weather shot painting drawing place time framing style yes no middle';

/** Every word that canonical claims, captions and open questions are made of. */
export const WORLD_WORDS: readonly string[] = [
  ...new Set(
    [...KINDS, ...COLOURS, ...PLACES, ...TIMES, ...WEATHERS, ...FRAMINGS, ...STYLES, CAPTION_WORDS].flatMap(
      (text) => text.split(' '),
    ),
  ),
].sort();

/** `a dog`, `an owl`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
