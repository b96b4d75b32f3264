/** What the artist said of which picture shows which shot, as it is kept: with the step that brought it, which can be taken back. */
import { type MatchChoice, matchChoice, NO_CHOICE } from '@shared/matching/index.js';
import { z } from 'zod';
import { parsedJson } from './parsed-json.js';

/** The last whose step is done counts. */
const kept = z.array(
  z.object({
    match: matchChoice,
    /** The event of that step; null = it is no step. */
    step: z.number().int().nullable(),
  }),
);
type Kept = z.infer<typeof kept>;

/** How many can be taken back to. */
const MOST = 10;

/** `json`: as `withMatch` wrote it, or the choice alone; what cannot be read is none. */
export function matchIn(json: string | null, isDone: (step: number) => boolean): MatchChoice {
  return done(readKept(json), isDone).at(-1)?.match ?? NO_CHOICE;
}

/** With another, of a step or of none. Those that were taken back can't be done again then. */
export function withMatch(
  json: string | null,
  isDone: (step: number) => boolean,
  next: Kept[number],
): string {
  return JSON.stringify([...done(readKept(json), isDone), next].slice(-MOST));
}

const done = (all: Kept, isDone: (step: number) => boolean): Kept =>
  all.filter(({ step }) => step === null || isDone(step));

function readKept(json: string | null): Kept {
  const value = parsedJson(json ?? 'null');
  const alone = matchChoice.safeParse(value);
  if (alone.success) return [{ match: alone.data, step: null }];
  const several = kept.safeParse(value);
  return several.success ? several.data : [];
}
