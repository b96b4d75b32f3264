import { z } from 'zod';
import type { Records, Write } from '../records/index.js';
import type { Inputs } from './inputs.js';

/** A command of the table: its form, what it does, what it is called, and the shots it is about. */
export interface Definition<C extends { readonly type: string }> {
  readonly schema: z.ZodType<C>;
  readonly type: string;
  /** Pure. Throws NOT_FOUND for ids that are not there, LIMIT_REACHED and CONFLICT. */
  readonly apply: (records: Records, command: C, inputs: Inputs) => readonly Write[];
  /** For menus and history. `shots` names them, "shot 3"; `records` are those before the command. */
  readonly label: (command: C, shots: string, records: Records) => string;
  /** Ids of the shots it is about, so that the window can go there. */
  readonly shots: (command: C, records: Records) => readonly string[];
}

type CommandOf<T extends string, S extends z.ZodRawShape> = { type: T } & z.infer<z.ZodObject<S>>;

const shotIn = (command: object): readonly string[] => ('shotId' in command ? [String(command.shotId)] : []);

/** Without `shots`, a command is about the shot of its field `shotId`. */
export function define<const T extends string, S extends z.ZodRawShape>(
  type: T,
  fields: S,
  does: Pick<Definition<CommandOf<T, S>>, 'apply' | 'label'> & Partial<Definition<CommandOf<T, S>>>,
): Definition<CommandOf<T, S>> {
  const schema = z.object({ type: z.literal(type), ...fields });
  return { shots: shotIn, ...does, type, schema: schema as unknown as z.ZodType<CommandOf<T, S>> };
}
