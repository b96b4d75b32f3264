/** What one start of the program is told on its command line, from one process to the next and back. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkedSettings, given } from '@core/settings/index.js';
import { type MatchChoice, matchChoice } from '@shared/matching/index.js';
import type { Settings } from '@shared/settings.js';
import { z } from 'zod';

export interface Start {
  /** Absolute; null = none was named. */
  readonly board: string | null;
  /** They count for this start and are not saved. */
  readonly flags: Partial<Pick<Settings, 'judge' | 'device' | 'ensemble' | 'sensitivity'>>;
  /** What was said of which picture of the board shows which shot. */
  readonly match?: MatchChoice;
}

/**
 * One argument each, `--name=value`: Chromium reads the command line too, and takes a value that stands alone and
 * begins with a dash for a switch of its own.
 */
export function startArguments({ board, flags, match }: Start): string[] {
  const { ensemble = [], ...single } = flags;
  const said = match && JSON.stringify(match);
  const one = Object.entries({ board, ...single, match: said }).filter(([, value]) => value != null);
  const all = [...one, ...ensemble.map((id) => ['ensemble', id])];
  return all.map(([name, value]) => `--${name}=${value}`);
}

/**
 * What a start is told, and after it one start for each further file: file managers name files as words that stand
 * alone, as paths or as `file:` addresses. `own`: how many such words come before them, those of the program itself.
 * Arguments of others, as Chromium's switches, are passed over. Throws BAD_SETTING.
 */
export function startsFrom(
  args: readonly string[],
  workingFolder: string,
  { own }: { own: number },
): [Start, ...Start[]] {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      board: { type: 'string' },
      judge: { type: 'string' },
      device: { type: 'string' },
      ensemble: { type: 'string', multiple: true },
      sensitivity: { type: 'string' },
      match: { type: 'string' },
    },
    strict: false,
  });
  const { board, judge, device, ensemble, sensitivity, match } = values;
  const named = [...(typeof board === 'string' ? [board] : []), ...positionals.slice(own).map(pathOf)];
  const [first = null, ...others] = named.map((path) => resolve(workingFolder, path));
  return [
    {
      board: first,
      flags: checkedSettings(given({ judge, device, ensemble, sensitivity }), 'the command line'),
      ...(typeof match === 'string' && { match: matchChoice.parse(JSON.parse(match)) }),
    },
    ...others.map((path) => ({ board: path, flags: {} })),
  ];
}

function pathOf(word: string): string {
  if (!word.startsWith('file:')) return word;
  try {
    return fileURLToPath(word);
  } catch {
    // On another machine, or no address at all: opening it says so.
    return word;
  }
}

const handed = z.object({
  starts: z.array(
    z.object({
      board: z.string().nullable(),
      flags: z.record(z.string(), z.unknown()),
      match: matchChoice.optional(),
    }),
  ),
});

/** Starts that another process handed over as data; none when they are no starts at all. Throws BAD_SETTING. */
export function startsHandedOver(data: unknown): Start[] {
  const { starts = [] } = handed.safeParse(data).data ?? {};
  return starts.map(({ board, flags, match }) => ({
    board,
    flags: checkedSettings(flags, 'the command line'),
    ...given({ match }),
  }));
}
