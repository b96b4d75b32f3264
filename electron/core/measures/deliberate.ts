const BLUR =
  /\b(?:blur(?:red|ry|s|ring)?|bokeh|soft[- ]focus|out[- ]of[- ]focus|shallow (?:depth|focus)|depth of field|defocus(?:ed)?|tilt[- ]shift|fogg?y?|mist(?:y|s)?|haz[ey]|dreamy|underwater|long exposure|speed lines)\b/i;
const GRAIN =
  /\b(?:grain(?:y)?|nois[ey]|static|speckled|stippl(?:ed|ing)|halftone|snowstorm|blizzard|downpour)\b/i;
/** Flakes and streaks over everything change how a frame is drawn; noise is far finer and stays a fault. */
const WEATHER = /\b(?:snow(?:storm|fall|ing|y)?|blizzard|rain(?:y|ing|storm)?|downpour)\b/i;
/** "A white boat" asks for a boat, "a white room" and "on white" for a picture that is mostly white. */
const allOf = (colour: string): string =>
  `(?:all|pure|pitch|solid|entirely|mostly)[- ]${colour}|${colour} (?:background|backdrop|screen|frame|page|room|walls?|void|space|sky|light)|(?:to|on|against) ${colour}(?! \\p{L})`;
const DARK = new RegExp(
  `\\b(?:dark(?:ness)?|night|silhouettes?|shadows?|unlit|midnight|black(?:out|ness)|fade(?:s|d)? out|${allOf('black')})\\b`,
  'iu',
);
const BRIGHT = new RegExp(
  `\\b(?:white(?:out|ness)|overexposed|blinding|glare|snow(?:y|field|storm)?|fog(?:gy)?|flash|bright(?:ness)?|${allOf('white')})\\b`,
  'iu',
);
const EMPTY =
  /\b(?:black (?:screen|frame)|white (?:screen|frame)|blank|empty (?:frame|page|screen)|fade(?:s|d)? to|title card|solid colou?r)\b/i;
const FEW_COLOURS =
  /\b(?:poster(?:i[sz]ed)?|cel[- ]shad(?:ed|ing)|flat colou?rs?|screen ?print(?:ed)?|wood ?cut|lino ?cut|pixel art|low[- ]poly|8[- ]bit|halftone)\b/i;
const HALO =
  /\b(?:halos?|glow(?:s|ing)?|rim[- ]light(?:s|ing)?|back ?lit|neon|outlined?|outlines|over-?sharpened)\b/i;
const PIXELS = /\b(?:pixel(?:s|ated| art)?|8[- ]bit|low[- ]res(?:olution)?|vhs|enlarged|thumbnail)\b/i;
const PANELS =
  /\b(?:split[- ]screens?|diptych|triptych|(?:comic|several|two|three|four|six) panels?|collage|side by side|grid of|mosaic|tiled|mirror(?:s|ed)?)\b/i;
const BORDER =
  /\b(?:letterbox(?:ed)?|pillarbox(?:ed)?|black bars|borders?|bordered|vignettes?|polaroid|postcard|passe-?partout|title card|(?:white|black|ornate|gilded|golden|wooden|picture) frames?|framed (?:picture|photo(?:graph)?|page)|(?:comic|book) (?:page|panels?)|margins?)\b/i;
/** Words before a match that turn it round: "no blur", "without grain". */
const NEGATED = /\b(?:no|not|without|never|avoid|free of)\s+(?:(?:any|an?|the|visible)\s+)*$/i;

/** Which faults a description asks for, so that they are no faults on its shot. */
export interface Deliberate {
  readonly blur: boolean;
  readonly noise: boolean;
  readonly weather: boolean;
  readonly dark: boolean;
  readonly bright: boolean;
  readonly flat: boolean;
  readonly fewColours: boolean;
  readonly halo: boolean;
  readonly pixels: boolean;
  readonly panels: boolean;
  readonly border: boolean;
}

const PATTERNS: Readonly<Record<keyof Deliberate, readonly RegExp[]>> = {
  blur: [BLUR],
  noise: [GRAIN],
  weather: [WEATHER],
  dark: [DARK],
  bright: [BRIGHT],
  flat: [EMPTY],
  fewColours: [FEW_COLOURS],
  halo: [HALO],
  pixels: [PIXELS],
  panels: [PANELS],
  border: [BORDER, EMPTY],
};

/** The words by which a description asks for any of these, as it has them: "rain"; null = it asks for none. */
export function askedIn(description: string, kinds: readonly (keyof Deliberate)[]): string | null {
  for (const pattern of kinds.flatMap((kind) => PATTERNS[kind])) {
    const match = pattern.exec(description);
    if (match !== null && !NEGATED.test(description.slice(0, match.index))) return match[0];
  }
  return null;
}

export const deliberateIn = (description: string): Deliberate =>
  Object.fromEntries(
    Object.keys(PATTERNS).map((kind) => [kind, askedIn(description, [kind as keyof Deliberate]) !== null]),
  ) as Record<keyof Deliberate, boolean>;
