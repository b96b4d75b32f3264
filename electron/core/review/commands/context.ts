import type { Command, CommandType } from '@shared/commands/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { Decision, DecisionKind, RecordOf, Records, Shot, TableName } from '@shared/records/index.js';
import type { Settings } from '@shared/settings.js';

/** All that a command needs from outside the records, so that commands stay pure. */
export interface CommandContext {
  newId(): string;
  /** Below 2^32, which every generator takes, in decimal digits. */
  newSeed(): string;
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  readonly who: string;
  readonly approvedBy: 'artist' | 'automatic';
  readonly settings: Pick<Settings, 'generator' | 'rounds'>;
}

export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
export type Apply<T extends CommandType> = (
  records: Records,
  command: CommandOf<T>,
  context: CommandContext,
) => Records;

/** The record, or NOT_FOUND. */
export function need<T extends TableName>(records: Records, table: T, id: string): RecordOf<T> {
  const rows = records[table] as Readonly<Record<string, RecordOf<T>>>;
  const row = Object.hasOwn(rows, id) ? rows[id] : undefined;
  if (!row) throw new ContinuistError('NOT_FOUND', table, { table, id });
  return row;
}

export function put<T extends TableName>(records: Records, table: T, row: RecordOf<T>): Records {
  return { ...records, [table]: { ...records[table], [row.id]: row } };
}

export function without(records: Records, table: TableName, id: string): Records {
  const { [id]: _removed, ...rest } = records[table];
  return { ...records, [table]: rest };
}

/** Changes some fields of a shot, or NOT_FOUND. */
export const setShot = (records: Records, shotId: string, fields: Partial<Omit<Shot, 'id'>>): Records =>
  put(records, 'shot', { ...need(records, 'shot', shotId), ...fields });

/** The take of this shot, or NOT_FOUND. */
export function needTake(records: Records, shotId: string, takeId: string): RecordOf<'take'> {
  const take = need(records, 'take', takeId);
  if (take.shotId !== shotId) throw new ContinuistError('NOT_FOUND', 'take', { table: 'take', id: takeId });
  return take;
}

/** Notes what the artist decided on a shot. */
export function decide(
  records: Records,
  context: CommandContext,
  kind: DecisionKind,
  of: Pick<Decision, 'shotId'> & Partial<Decision>,
): Records {
  return put(records, 'decision', {
    takeId: need(records, 'shot', of.shotId).pickId,
    reason: '',
    acceptedEdits: [],
    prompt: null,
    negativePrompt: null,
    findingKey: null,
    ...of,
    id: context.newId(),
    kind,
    who: context.who,
    at: context.now(),
  });
}
