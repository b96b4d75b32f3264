/**
 * What a review file may consist of. A file that came from elsewhere may hold triggers, which change records behind the
 * program's back, or views and foreign tables, which run whatever they name in the place of a table. None of these is
 * ever Continuist's. A file in which a table of ours has another form is refused, since nothing that it says could be
 * relied on. One that holds something besides is only read: what was decided can be seen and exported, and what is
 * there besides has no part in that.
 */
import { ContinuistError } from '@shared/errors.js';
import { type Database, openDatabase } from './database.js';
import { migrate } from './migrations.js';

interface Entry {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

const entriesOf = (db: Database): Entry[] => db.prepare('SELECT type, name, sql FROM sqlite_schema').all();

const keyOf = ({ type, sql }: Entry): string => `${type} ${sql?.replace(/\s+/g, ' ') ?? ''}`;

let ours: ReadonlyMap<string, string> | null = null;

/** Of everything in a file: its name, and the kind and form that it has. */
export const formsOf = (db: Database): ReadonlyMap<string, string> =>
  new Map(entriesOf(db).map((entry) => [entry.name, keyOf(entry)]));

/** By name. As every version of the program has made them; one that a later version changes needs a row here. */
export function knownForms(): ReadonlyMap<string, string> {
  if (ours) return ours;
  const made = openDatabase(':memory:', { timeout: 0 });
  migrate(made);
  ours = formsOf(made);
  made.close();
  return ours;
}

/** What a file of this version lacks; null where it lacks nothing. */
export function missingIn(db: Database): string | null {
  const there = formsOf(db);
  return [...knownForms().keys()].find((name) => !there.has(name)) ?? null;
}

/** Statistics of the query planner, which SQLite keeps in tables of its own. */
const isStatistics = ({ type, name }: Entry): boolean => type === 'table' && /^sqlite_stat[1-4]$/.test(name);

const isPlain = ({ type, sql }: Entry): boolean =>
  type === 'index' || (type === 'table' && !/^CREATE\s+VIRTUAL\b/i.test(sql ?? ''));

/**
 * What the file holds that the program did not put there, for the artist; null for nothing. A file of a later version
 * (`newer`) may have other tables and indexes. Throws REVIEW_DAMAGED.
 */
export function strangeIn(db: Database, newer: boolean): string | null {
  const strange = entriesOf(db).filter((entry) => {
    const form = knownForms().get(entry.name);
    if (isStatistics(entry) || form === keyOf(entry)) return false;
    if (newer && isPlain(entry)) return false;
    if (form !== undefined)
      throw new ContinuistError('REVIEW_DAMAGED', `“${entry.name}” in it is not as Continuist makes it`, {
        isForeign: true,
      });
    return true;
  });
  const [first, ...others] = strange;
  if (!first) return null;
  return `${first.type} “${first.name}”${others.length > 0 ? ` and ${others.length} more` : ''}`;
}
