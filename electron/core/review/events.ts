import { type Command, command } from '@shared/commands/index.js';
import { type RecordsDiff, recordsDiff } from '@shared/records/index.js';
import type { z } from 'zod';
import { parsedJson } from './parsed-json.js';
import type { Store } from './store.js';

/** Who does what nobody asked for. */
export const PROGRAM = 'Continuist';

export type EventKind = 'import' | 'command' | 'system' | 'undo' | 'redo';

/** One change of the review, as history keeps it. */
export interface ReviewEvent {
  /** Grows with every event; the order in which they happened. */
  readonly seq: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  readonly who: string;
  /** What was done, for the artist. Of an undo or redo: the label of the step. */
  readonly label: string;
  readonly commandId: string | null;
  readonly kind: EventKind;
  readonly diff: RecordsDiff;
}

/** What is known of an event before it has its number. */
export interface NewEvent extends Omit<ReviewEvent, 'seq'> {
  readonly command: Command | null;
  /** Of an undo or redo: the event it undoes or does again. */
  readonly step: number | null;
}

/** An event without its change. */
export interface EventHead {
  readonly seq: number;
  readonly kind: EventKind;
  readonly label: string;
  readonly step: number | null;
}

/** An event as far as it is told from others. */
export type ToldEvent = Pick<ReviewEvent, 'seq' | 'at' | 'who' | 'kind' | 'label' | 'commandId'>;

interface Row {
  seq: number;
  at: number;
  who: string;
  label: string;
  command_id: string | null;
  kind: EventKind;
  diff: string;
}

const COLUMNS = 'seq, at, who, label, command_id, kind, diff';

/** The events table: the history of the review, only ever added to. */
export class Events {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Call it in the transaction that writes the change. */
  append(event: NewEvent): ReviewEvent {
    const { command, step, ...told } = event;
    const { lastInsertRowid } = this.#store.db
      .prepare(
        'INSERT INTO events (at, who, label, command_id, kind, diff, command, step) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        event.at,
        event.who,
        event.label,
        event.commandId,
        event.kind,
        JSON.stringify(event.diff),
        command && JSON.stringify(command),
        step,
      );
    return { seq: Number(lastInsertRowid), ...told };
  }

  /** All events, oldest first, without their changes. */
  heads(): EventHead[] {
    return this.#store.db.prepare('SELECT seq, kind, label, step FROM events ORDER BY seq').all();
  }

  /** All events, oldest first, as far as one is told from another, without what they changed. */
  told(): ToldEvent[] {
    return this.#store.db
      .prepare('SELECT seq, at, who, kind, label, command_id AS commandId FROM events ORDER BY seq')
      .all();
  }

  /** Newest first. */
  latest(limit: number): ReviewEvent[] {
    const rows: Row[] = this.#store.db
      .prepare(`SELECT ${COLUMNS} FROM events ORDER BY seq DESC LIMIT ?`)
      .all(limit);
    return rows.map((row) => this.#read(row));
  }

  /** What an event changed; null when it cannot be read, which costs this event and nothing else. */
  changeOf(seq: number): RecordsDiff | null {
    const row: { diff: string } | undefined = this.#store.db
      .prepare('SELECT diff FROM events WHERE seq = ?')
      .get(seq);
    return row ? parsed(recordsDiff, row.diff) : null;
  }

  /** The command that an event ran; null where there was none, or it has another form by now. */
  commandOf(seq: number): Command | null {
    const row: { command: string | null } | undefined = this.#store.db
      .prepare('SELECT command FROM events WHERE seq = ?')
      .get(seq);
    return row?.command ? parsed(command, row.command) : null;
  }

  ofCommand(commandId: string): ReviewEvent | null {
    const row: Row | undefined = this.#store.db
      .prepare(`SELECT ${COLUMNS} FROM events WHERE command_id = ?`)
      .get(commandId);
    return row ? this.#read(row) : null;
  }

  /** An event whose change cannot be read is told without it. */
  #read({ command_id: commandId, diff, ...row }: Row): ReviewEvent {
    return { ...row, commandId, diff: parsed(recordsDiff, diff) ?? {} };
  }
}

/** Null where the text is not of that form. */
function parsed<T>(schema: z.ZodType<T>, json: string): T | null {
  const read = schema.safeParse(parsedJson(json));
  return read.success ? read.data : null;
}
