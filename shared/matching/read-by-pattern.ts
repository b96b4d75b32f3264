/** Names of pictures, read by a pattern. Time grows with the length of the name times that of the pattern, never faster. */
import type { PatternPart, Placeholder } from './pattern.js';
import { plainPath, stemOf } from './read-name.js';

export type NameFields = Readonly<Partial<Record<Placeholder, string>>>;

/** One step over a name. `one` takes a character; `more` takes further ones, as few as will do. */
type Step =
  | { readonly kind: 'text'; readonly sign: string }
  | { readonly kind: 'one' | 'more'; readonly fits: RegExp; readonly of: Placeholder | null }
  /** What is between here and `to` may be missing. */
  | { readonly kind: 'maybe'; readonly to: number };

const FITS: Readonly<Record<Placeholder, RegExp>> = {
  scene: /[^/]/,
  shot: /[^/]/,
  take: /[\p{L}\p{M}\d]/u,
  seed: /\d/,
};

/** Longer names are not read. */
const LONGEST = 1000;

/**
 * What a picture's name says by the pattern; null where it does not fit. A pattern with folders is held against as many
 * of the picture's, one without an extension against the name without it. Letters are the same in either case.
 */
export function patternReader(parts: readonly PatternPart[]): (path: string) => NameFields | null {
  const steps: Step[] = [];
  for (const part of parts) addSteps(part, steps);
  const written = parts.map((part) => (part.kind === 'text' ? part.text : part.kind === 'any' ? '*' : '{}'));
  const hasExtension = /\.(?:\*|[a-z0-9]{2,5})$/i.test(written.join(''));
  const folders = steps.filter((step) => step.kind === 'text' && step.sign === '/').length;
  return (path) => {
    const names = plainPath(path)
      .split('/')
      .slice(-(folders + 1));
    const file = names.pop() as string;
    const text = [...names, hasExtension ? file : stemOf(file)].join('/');
    return text.length > LONGEST ? null : read(steps, text);
  };
}

function addSteps(part: PatternPart, steps: Step[]): void {
  if (part.kind === 'text')
    for (const sign of part.text) steps.push({ kind: 'text', sign: sign.toLowerCase() });
  else if (part.kind === 'any') steps.push({ kind: 'more', fits: /[^/]/, of: null });
  else if (part.kind === 'placeholder') {
    const of = part.name;
    steps.push({ kind: 'one', fits: FITS[of], of }, { kind: 'more', fits: FITS[of], of });
  } else {
    const inside: Step[] = [];
    for (const one of part.parts) addSteps(one, inside);
    steps.push({ kind: 'maybe', to: steps.length + 1 + inside.length }, ...inside);
  }
}

/** Each step is tried once at each place. */
function read(steps: readonly Step[], text: string): NameFields | null {
  const signs = [...text];
  const failed = new Uint8Array((steps.length + 1) * (signs.length + 1));
  /** Where the text of each ends, known once the whole name fits. */
  const ends: Partial<Record<Placeholder, number>> = {};
  const fields: Partial<Record<Placeholder, string>> = {};
  const fits = (at: number, place: number): boolean => {
    const step = steps[at];
    if (!step) return place === signs.length;
    const tried = at * (signs.length + 1) + place;
    if (failed[tried]) return false;
    if (follows(step, at, place)) return true;
    failed[tried] = 1;
    return false;
  };
  const follows = (step: Step, at: number, place: number): boolean => {
    const sign = signs[place];
    if (step.kind === 'maybe') return fits(at + 1, place) || fits(step.to, place);
    if (step.kind === 'text') return sign?.toLowerCase() === step.sign && fits(at + 1, place + 1);
    if (step.kind === 'one') {
      if (sign === undefined || !step.fits.test(sign) || !fits(at + 1, place + 1)) return false;
      if (step.of !== null) fields[step.of] = signs.slice(place, ends[step.of]).join('');
      return true;
    }
    if (fits(at + 1, place)) {
      if (step.of !== null) ends[step.of] = place;
      return true;
    }
    return sign !== undefined && step.fits.test(sign) && fits(at, place + 1);
  };
  return fits(0, 0) ? fields : null;
}
