import { z } from 'zod';
import type { GeneratorId } from '../records/index.js';
import type { Settings } from '../settings.js';

/** Id of a sent command. Each command of a bulk gets an id made from the bulk's, hence the shorter limit. */
export const commandId = z.string().regex(/^[\w-]{1,48}$/);

/**
 * All that a command needs from outside the records, so that whoever runs it makes the very same records of it.
 * A command adds at most one record to a table, and that record carries the command's id; of candidates, the first.
 */
export interface Inputs {
  readonly id: string;
  /** When the artist asked for it: milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  readonly who: string;
  /** What makes the pictures that are ordered. */
  readonly generator: GeneratorId;
  /** Regenerations that a shot may have. */
  readonly rounds: number;
}

/** The settings that decide what a command does. */
export type CommandSettings = Pick<Settings, 'artist' | 'generator' | 'rounds'>;

/** How history names who made a change. */
export const whoOf = ({ artist }: Pick<Settings, 'artist'>): string => artist || 'artist';

/** What the artist sends, under the settings as they are. */
export const inputsOf = ({ id, at }: Pick<Inputs, 'id' | 'at'>, settings: CommandSettings): Inputs => ({
  id,
  at,
  who: whoOf(settings),
  generator: settings.generator,
  rounds: settings.rounds,
});

/**
 * A seed below 2^32, which every generator takes, in decimal digits: FNV-1a of the id, its bits mixed once
 * more as MurmurHash3 ends, since ids that differ in one character should give seeds that have nothing in common.
 */
export function seedOf(id: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return String((hash ^ (hash >>> 16)) >>> 0);
}
