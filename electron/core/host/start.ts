/** What one start of the program is told on its command line, from one process to the next and back. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkedSettings, given } from '@core/settings/index.js';
import type { Settings } from '@shared/settings.js';
import { z } from 'zod';

export interface Start {
  /** Absolute; null = none was named. */
  readonly board: string | null;
  /** They count for this start and are not saved. */
  readonly flags: Partial<Pick<Settings, 'judge' | 'device' | 'ensemble'>>;
}

/**
 * One argument each, `--name=value`: Chromium reads the command line too, and takes a value that stands alone and
 * begins with a dash for a switch of its own.
 */
export function startArguments({ board, flags }: Start): string[] {
  const { judge, device, ensemble = [] } = flags;
  const one = Object.entries({ board, judge, device }).filter(([, value]) => value != null);
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
    },
    strict: false,
  });
  const { board, judge, device, ensemble } = values;
  return {
    board: typeof board === 'string' ? resolve(workingFolder, board) : null,
    flags: checkedSettings(given({ judge, device, ensemble }), 'the command line'),
  };
}

const handed = z.object({ board: z.string().nullable(), flags: z.record(z.string(), z.unknown()) });

/** A start that another process handed over as data; null when it is no start at all. Throws BAD_SETTING. */
export function startHandedOver(data: unknown): Start | null {
  const parsed = handed.safeParse(data);
  if (!parsed.success) return null;
  const { board, flags } = parsed.data;
  return { board, flags: checkedSettings(flags, 'the command line') };
}
