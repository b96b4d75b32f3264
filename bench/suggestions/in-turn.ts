/**
 * Any prompt as cases: each of its claims fails in turn, in a picture made from the prompt as it stands, from one that
 * says something else in its place, or from one that says nothing of it. What a careful person would want of the changed
 * prompt is worked out from the words.
 */
import { isColour, readClaims } from '@core/claims/index.js';
import { type Answered, answered, type SimplerMeans } from '@core/suggestions/testing/answered.js';
import { sizeOf, stemsOf } from '@core/suggestions/testing/golden.js';
import { dialectOf } from '@shared/dialect.js';
import type { Claim } from '@shared/records/index.js';

/** What the prompt says of the claim that fails. */
export const SAYINGS = ['as it is', 'something else', 'nothing'] as const;
export type Saying = (typeof SAYINGS)[number];

export interface InTurn {
  readonly saying: Saying;
  readonly tool: string;
  readonly model: string;
  /** All claims are of this. */
  readonly description: string;
  /** What the picture was made from. */
  readonly prompt: string;
  /** The claim that fails. */
  readonly fails: Pick<Claim, 'kind' | 'text' | 'negated'>;
  /** In the prompt's own words. */
  readonly words: string;
  /** What the prompt says instead. */
  readonly instead: string | null;
}

export interface Came {
  readonly asked: InTurn;
  readonly prompt: string | null;
  readonly wrong: readonly string[];
  readonly harm: readonly string[];
}

/** One model of each dialect. */
const MODELS = [
  ['comfyui', 'flux1-dev'],
  ['a1111', 'sd_xl_base_1.0'],
] as const;

const HOURS: Readonly<Record<string, string>> = {
  night: 'noon',
  midnight: 'noon',
  evening: 'morning',
  sunset: 'noon',
  dusk: 'noon',
  dawn: 'noon',
  sunrise: 'noon',
  morning: 'night',
  day: 'night',
  noon: 'night',
  afternoon: 'night',
};

/** Also the end of a thing's name: "ice cream". */
const NAMES: ReadonlySet<string> = new Set(['cream', 'rose', 'gold', 'silver']);

/** Another colour, another hour. */
function otherFor(word: string): string | null {
  const colour = isColour(word) && !NAMES.has(word);
  return HOURS[word] ?? (colour ? (word === 'red' ? 'blue' : 'red') : null);
}

/** The prompt with another colour or hour in these words, where they say one. */
function saidOtherwise(
  prompt: string,
  [start, end]: readonly [number, number],
  text: string,
): Pick<InTurn, 'prompt' | 'instead'> | null {
  for (const { 0: word, index } of prompt.slice(start, end).matchAll(/[\p{L}]+/gu)) {
    const other = text.includes(word) ? otherFor(word.toLowerCase()) : null;
    // What is said twice, or of something else too, is not one thing that is wrong.
    if (
      other === null ||
      new RegExp(`\\b(?:${word}|${other})\\b`, 'giu').exec(prompt)?.index !== start + index
    )
      continue;
    const changed = prompt.slice(0, start + index) + other + prompt.slice(start + index + word.length);
    if (new RegExp(`\\b${other}\\b`, 'giu').test(prompt)) continue;
    return { prompt: changed, instead: other };
  }
  return null;
}

/** The prompt without the piece between commas, or the sentence, that these words make up by themselves. */
function leftOut(prompt: string, [start, end]: readonly [number, number]): string | null {
  const before = /(?:^|[,.!?\n])[^\S\n]*$/.exec(prompt.slice(0, start));
  const after = /^[^\S\n]*[,.!?\n]|^\s*$/.exec(prompt.slice(end));
  if (!before || !after || /[()[\]<>\\:|]/.test(prompt.slice(start, end))) return null;
  const rest = prompt.slice(end + after[0].length).trimStart();
  const kept = prompt.slice(0, start).trimEnd();
  if (kept === '' || rest === '') return null;
  return /\.$/.test(after[0]) && /,$/.test(kept) ? `${kept.slice(0, -1)}. ${rest}` : `${kept} ${rest}`;
}

/** Every case that this prompt makes. */
export function inTurn(description: string): InTurn[] {
  return readClaims(description, []).flatMap(({ kind, text, negated, span }) => {
    if (span === null) return [];
    const fails = { kind, text, negated };
    const words = description.slice(...span);
    const plain = { prompt: description, instead: null };
    const other = negated ? null : saidOtherwise(description, span, text);
    const without = negated ? null : leftOut(description, span);
    const ways: [Saying, Pick<InTurn, 'prompt' | 'instead'>][] = [['as it is', plain]];
    if (other) ways.push(['something else', other]);
    if (without !== null) ways.push(['nothing', { prompt: without, instead: null }]);
    return ways.flatMap(([saying, made]) =>
      MODELS.map(([tool, model]) => ({ saying, tool, model, description, fails, words, ...made })),
    );
  });
}

/** What it must say more firmly: what is claimed of something, else the thing. */
function wantedOf({ kind, subject, attribute, relation, object, value, text }: Claim): string[] {
  const parts = kind === 'phrase' ? [] : [attribute, object, kind === 'count' ? subject : relation, value];
  const said = stemsOf(parts.filter((one) => one !== null).join(' '));
  const inText = stemsOf(text);
  const own = said.filter((one) => inText.includes(one));
  return own.length > 0 ? own : inText;
}

const tally = (stems: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
};

const withoutWeights = (text: string): string => text.replace(/:\d+(?:\.\d+)?(?=\s*\))/g, '');

/** Words in brackets that weigh more than before, each with its weight. */
function weighedIn(text: string): { stems: string[]; weight: number }[] {
  return [...text.matchAll(/\(([^()]*):(\d+(?:\.\d+)?)\)/g)].map(([, words = '', weight]) => ({
    stems: stemsOf(words),
    weight: Number(weight),
  }));
}

/** Where in the list the last of these stands first; infinite where one is missing. */
const reach = (stems: readonly string[], wanted: readonly string[]): number =>
  Math.max(...wanted.map((one) => (stems.includes(one) ? stems.indexOf(one) : Number.POSITIVE_INFINITY)));

/** Heavier where weights are read, else once more, or moved to the front. */
function isFirmer(before: string, after: string, wanted: readonly string[], weights: boolean): boolean {
  if (weights) {
    const heaviest = (text: string) => {
      const own = weighedIn(text).filter(({ stems }) => wanted.every((one) => stems.includes(one)));
      return Math.max(1, ...own.map(({ weight }) => weight));
    };
    return heaviest(after) > heaviest(before);
  }
  const [was, is] = [stemsOf(before), stemsOf(after)];
  const [had, has] = [tally(was), tally(is)];
  const isMore = wanted.every((one) => (has.get(one) ?? 0) > (had.get(one) ?? 0));
  return isMore || (reach(is, wanted) < reach(was, wanted) && reach(is, wanted) < wanted.length + 2);
}

/** What tools of single kinds write, which no edit may touch. */
const SYNTAX =
  /<[^<>\s]+>|\bembedding:\S+|\bBREAK\b|\bAND\b|--\w+(?: [\w:.]+)?|\\[()]|\[[^[\]]*[:|][^[\]]*\]|__\w+__/g;

/** Past this, generators burn the picture rather than obey. */
const MOST_WEIGHT = 1.5;

function brokenIn(before: string, after: string, weights: boolean): string[] {
  const kept = tally(after.match(SYNTAX) ?? []);
  const lost = [...tally(before.match(SYNTAX) ?? [])].filter(([one, count]) => (kept.get(one) ?? 0) < count);
  const numbers = weighedIn(after).map(({ weight }) => weight);
  const most = Math.max(MOST_WEIGHT, ...weighedIn(before).map(({ weight }) => weight));
  const isNew = weighedIn(after).length > weighedIn(before).length;
  return [
    ...lost.map(([one]) => `“${one}” is broken`),
    ...(numbers.some((one) => one > most) ? ['a weight too heavy'] : []),
    ...(!weights && isNew ? ['weights that mean nothing here'] : []),
  ];
}

/** Pieces between commas, in no order. */
const piecesOf = (text: string): string =>
  text
    .toLowerCase()
    .split(/[,\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .sort()
    .join();

/** The words that stand neither in what is claimed nor in what was put in, in their order. */
function isUntouched(before: string, after: string, own: readonly string[]): boolean {
  // A tag that was moved takes its words with it.
  if (piecesOf(before) === piecesOf(after)) return true;
  const [was, is] = [stemsOf(withoutWeights(before)), stemsOf(withoutWeights(after))];
  const [had, has] = [tally(was), tally(is)];
  const fewer = [...had].filter(([one, count]) => (has.get(one) ?? 0) < count);
  if (fewer.some(([one]) => !own.includes(one))) return false;
  const more = new Set([...has].filter(([one, count]) => (had.get(one) ?? 0) < count).map(([one]) => one));
  const others = (stems: readonly string[]) => stems.filter((one) => !own.includes(one) && !more.has(one));
  return others(was).join(' ') === others(is).join(' ');
}

/** Words that a sentence of its own takes beside those of the claim: "The … is clearly visible." */
const AROUND = 8;

function shortOf({ prompt, words, instead, model, tool }: InTurn, { failing, after }: Answered): string[] {
  if (!after) return ['nothing suggested'];
  const weights = dialectOf(tool, model) !== 'plain';
  const wanted = wantedOf(failing);
  const own = [...stemsOf(words), ...stemsOf(failing.text), ...stemsOf(instead ?? '')];
  const isSaid = failing.negated
    ? wanted.every((one) => stemsOf(after.negativePrompt).includes(one))
    : instead !== null
      ? wanted.every((one) => stemsOf(after.prompt).includes(one))
      : [wanted, stemsOf(words)].some((stems) => isFirmer(prompt, after.prompt, stems, weights));
  const size = sizeOf(prompt, after.prompt);
  const largest = 2 * Math.max(stemsOf(words).length, stemsOf(failing.text).length) + AROUND;
  return [
    ...(isSaid ? [] : [`“${failing.text}” is asked for no more firmly`]),
    ...(instead !== null && stemsOf(after.prompt).includes(stemsOf(instead)[0] ?? '')
      ? [`“${instead}” is there`]
      : []),
    ...(isUntouched(prompt, after.prompt, own) ? [] : ['other words are changed']),
    ...(size > largest ? [`${size} words changed`] : []),
    ...brokenIn(prompt, after.prompt, weights),
  ];
}

/** Null where nothing of the kind is asked of the shot. */
export function came(asked: InTurn, simpler?: SimplerMeans): Came | null {
  const { tool, model, prompt, description, fails } = asked;
  const answer = answered(
    { tool, model, prompt, description, negative: '', sheet: [] },
    (claims) =>
      claims.find(
        ({ kind, text, negated }) => kind === fails.kind && text === fails.text && negated === fails.negated,
      ),
    simpler,
  );
  return (
    answer && {
      asked,
      prompt: answer.after?.prompt ?? null,
      wrong: shortOf(asked, answer),
      harm: answer.harm,
    }
  );
}
