/** What one start of the program is told on its command line, from one process to the next and back. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkedSettings, given } from '@core/settings/index.js';
import { type MatchChoice, matchChoice } from '@shared/matching/index.js';
import type { Settings } from '@shared/settings.js';
import { z } from 'zod';

export interface Start {
  /** Absolute; null = none was named. */
  readonly board: string | null;
  /** They count for this start and are not saved. */
  readonly flags: Partial<Pick<Settings, 'judge' | 'device' | 'ensemble'>>;
  /** What was said of which picture of the board shows which shot. */
  readonly match?: MatchChoice;
}

/**
 * One argument each, `--name=value`: Chromium reads the command line too, and takes a value that stands alone and
 * begins with a dash for a switch of its own.
 */
export function startArguments({ board, flags, match }: Start): string[] {
  const { judge, device, ensemble = [] } = flags;
  const said = match && JSON.stringify(match);
  const one = Object.entries({ board, judge, device, match: said }).filter(([, value]) => value != null);
  const all = [...one, ...ensemble.map((id) => ['ensemble', id])];
  return all.map(([name, value]) => `--${name}=${value}`);
}

/** Arguments of others, as Chromium's switches, are passed over. Throws BAD_SETTING. */
export function startFrom(args: readonly string[], workingFolder: string): Start {
  const { values } = parseArgs({
    args: [...args],
    options: {
      board: { type: 'string' },
      judge: { type: 'string' },
      device: { type: 'string' },
      ensemble: { type: 'string', multiple: true },
      match: { type: 'string' },
    },
    strict: false,
  });
  const { board, judge, device, ensemble, match } = values;
  return {
    board: typeof board === 'string' ? resolve(workingFolder, board) : null,
    flags: checkedSettings(given({ judge, device, ensemble }), 'the command line'),
    ...(typeof match === 'string' && { match: matchChoice.parse(JSON.parse(match)) }),
  };
}

const handed = z.object({
  board: z.string().nullable(),
  flags: z.record(z.string(), z.unknown()),
  match: matchChoice.optional(),
});

/** A start that another process handed over as data; null when it is no start at all. Throws BAD_SETTING. */
export function startHandedOver(data: unknown): Start | null {
  const parsed = handed.safeParse(data);
  if (!parsed.success) return null;
  const { board, flags, match } = parsed.data;
  return { board, flags: checkedSettings(flags, 'the command line'), ...given({ match }) };
}
