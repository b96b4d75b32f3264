/** A filter that was kept: by the browser for this window, or under a name in the review. */
import { findingKind } from '@shared/analysis.js';
import { z } from 'zod';
import { NO_FILTER, SHOWS } from './filter.js';
import { SHOT_STATES } from './shot-view.js';

/** Those of them that are known. */
const known = <T extends string>(names: readonly T[]) =>
  z
    .array(z.string())
    .catch([])
    .transform((kept) => kept.filter((name): name is T => (names as readonly string[]).includes(name)));

const any = z.array(z.string()).catch([]);

const filter = z.object({
  show: z.enum(SHOWS).catch(NO_FILTER.show),
  survivors: z.boolean().catch(false),
  states: known(SHOT_STATES),
  kinds: known(findingKind.options),
  characters: any,
  scenes: any,
  stars: z.number().int().min(0).max(5).nullable().catch(null),
  words: z.string().catch(''),
  stretch: z.object({ from: z.string(), to: z.string() }).nullable().catch(null),
});

/** A part that cannot be read, or that this version does not know, asks for nothing; the others count. */
export const keptFilter = filter.catch(() => filter.parse({}));
