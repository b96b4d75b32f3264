/**
 * What the artist can do to a review. Each is one transaction, one event and one step of undo, and a pure function of
 * the records: core runs it for good, the window for what it shows at once.
 */
import { z } from 'zod';
import { diffOfWrites, type Records, type RecordsDiff, takesOf } from '../records/index.js';
import { bulk } from './bulk.js';
import type { Definition } from './definition.js';
import { commandId, type Inputs } from './inputs.js';
import { shotsTold } from './names.js';
import { definitionOf, type Single, single } from './single.js';

export { type CommandSettings, type Inputs, inputsOf, seedOf, whoOf } from './inputs.js';
export type { Place } from './moves.js';
export { namesOf } from './names.js';
export { drawnOver } from './notes.js';
export type { Single } from './single.js';

type Bulk = z.infer<typeof bulk.schema>;

export type Command = Single | Bulk;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

export const command: z.ZodType<Command> = z.union([single, bulk.schema]);

/** A command as it is sent. The same id again changes nothing more. */
export const sentCommand = z.object({
  id: commandId,
  /** When the artist asked for it: milliseconds since 1970-01-01 UTC. */
  at: z.number().int().nonnegative(),
  command,
});
export type SentCommand = z.infer<typeof sentCommand>;

const of = (command: Command): Definition<Command> =>
  (command.type === 'bulk' ? bulk : definitionOf(command)) as Definition<Command>;

/** What a command changes. Throws NOT_FOUND for ids that are not there, LIMIT_REACHED and CONFLICT. */
export const changeOf = (records: Records, command: Command, inputs: Inputs): RecordsDiff =>
  diffOfWrites(records, of(command).apply(records, command, inputs));

/** Ids of the shots a command is about. `records` are those before it. */
export const shotsOf = (command: Command, records: Records): readonly string[] =>
  of(command).shots(command, records);

/** Ids of the takes whose pictures a command may be about: those of its shots, and those that it names. */
export function takesOfCommand(command: Command, records: Records): string[] {
  const named = new Set<string>();
  // Also those that it refers to, deep in it.
  JSON.stringify(command, (_, value: unknown) => {
    if (typeof value === 'string' && Object.hasOwn(records.take, value)) named.add(value);
    return value;
  });
  for (const shotId of shotsOf(command, records))
    for (const { id } of takesOf(records, shotId)) named.add(id);
  return [...named];
}

/** What a command does, for menus and history: "Approve shot 3". `records` are those before it. */
export const labelOf = (command: Command, records: Records): string =>
  of(command).label(command, shotsTold(shotsOf(command, records), records), records);
