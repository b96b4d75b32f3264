/**
 * Two reviews of one storyboard were changed apart from each other. What was changed in one, moved onto the other:
 * field by field, and where both changed the same thing, what is there stays.
 */
import {
  diffBetween,
  perTable,
  type Records,
  type RecordsDiff,
  type Row,
  type Rows,
  sameValue,
  TABLE_NAMES,
  TABLES,
  type TableDiff,
  type TableName,
} from '@shared/records/index.js';

export interface ConcurrentChange {
  /** What of the other change is still missing, as a change of the records as they are. */
  readonly diff: RecordsDiff;
  /** Ids of shots of which something was changed on both sides, in story order. */
  readonly differing: readonly string[];
}

type Tables = Record<TableName, Record<string, Row>>;

const changeOf = (change: RecordsDiff, table: TableName): TableDiff<Row> =>
  change[table] ?? { added: {}, updated: {}, removed: {} };

const isTogether = (table: TableName, field: string): boolean =>
  (TABLES[table].together as readonly string[]).includes(field);

/** What a record names in other tables. A shot can be without a pick. */
function* namedBy(table: TableName, row: Row): Generator<[other: TableName, id: string]> {
  const fields: Partial<Record<string, string>> = { ...TABLES[table].needs };
  if (table === 'shot') fields.pickId = 'take';
  for (const [field, other] of Object.entries(fields))
    if (typeof row[field] === 'string') yield [other as TableName, row[field]];
}

const sizeOf = (sets: Record<TableName, Set<string>>): number =>
  Object.values(sets).reduce((sum, { size }) => sum + size, 0);

class Joining {
  readonly tables: Tables;
  readonly differing = new Set<string>();
  readonly #change: RecordsDiff;

  constructor(now: Records, change: RecordsDiff) {
    this.tables = Object.fromEntries(
      TABLE_NAMES.map((table) => [table, { ...(now[table] as Rows) }]),
    ) as Tables;
    this.#change = change;
  }

  join(): void {
    for (const table of TABLE_NAMES)
      for (const [id, row] of Object.entries(changeOf(this.#change, table).added)) this.#add(table, id, row);
    for (const table of TABLE_NAMES) this.#update(table);
    this.#remove();
    for (const [id, shot] of Object.entries(this.tables.shot))
      if (shot.pickId !== null && !this.#isThere('take', String(shot.pickId)))
        this.tables.shot[id] = { ...shot, pickId: null };
    this.#setApart();
  }

  #isThere(table: TableName, id: string): boolean {
    return Object.hasOwn(this.tables[table], id);
  }

  #add(table: TableName, id: string, row: Row): void {
    const own = this.tables[table][id];
    const needed = [...namedBy(table, row)].filter(([other]) => table !== 'shot' || other !== 'take');
    if (own && sameValue(own, row)) return;
    if (own) this.#differs(table, row);
    else if (needed.every(([other, name]) => this.#isThere(other, name))) this.tables[table][id] = row;
    else this.#differs(table, row);
  }

  #update(table: TableName): void {
    const updates = Object.entries(changeOf(this.#change, table).updated).map(([id, [from, to]]) => ({
      id,
      from,
      to,
      own: this.tables[table][id],
      fields: Object.keys({ ...from, ...to }).filter((field) => !sameValue(from[field], to[field])),
    }));
    const canGo = ({ from, to, own }: (typeof updates)[number], field: string): boolean =>
      own !== undefined &&
      (sameValue(own[field], from[field]) || sameValue(own[field], to[field])) &&
      [...namedBy(table, { [field]: to[field] })].every(([other, name]) => this.#isThere(other, name));
    const together = updates.every((update) =>
      update.fields.every((field) => !isTogether(table, field) || canGo(update, field)),
    );
    for (const update of updates) {
      const { id, to, own, fields } = update;
      const going = fields.filter((field) => canGo(update, field) && (together || !isTogether(table, field)));
      if (going.length < fields.length) this.#differs(table, to);
      if (own)
        this.tables[table][id] = { ...own, ...Object.fromEntries(going.map((name) => [name, to[name]])) };
    }
  }

  /** What was changed here meanwhile stays, and so does what anything that stays needs. */
  #remove(): void {
    const going = perTable(() => new Set<string>());
    for (const table of TABLE_NAMES)
      for (const [id, row] of Object.entries(changeOf(this.#change, table).removed)) {
        const own = this.tables[table][id];
        if (own && sameValue(own, row)) going[table].add(id);
        else if (own) this.#differs(table, own);
      }
    for (let before = -1; before !== sizeOf(going); ) {
      before = sizeOf(going);
      for (const table of before === 0 ? [] : TABLE_NAMES)
        for (const [id, row] of Object.entries(this.tables[table]))
          if (!going[table].has(id))
            for (const [other, needed] of namedBy(table, row))
              if (going[other].delete(needed)) this.#differs(other, this.tables[other][needed] as Row);
    }
    for (const table of TABLE_NAMES) for (const id of going[table]) delete this.tables[table][id];
  }

  /** What the program derives from the rest is derived anew. */
  #differs(table: TableName, row: Row): void {
    if (table === 'claim' && row.source !== 'artist') return;
    const shotId = table === 'shot' ? row.id : row.shotId;
    if (typeof shotId === 'string') this.differing.add(shotId);
  }

  /** No two shots at one place: those that were added come after the one that is there. */
  #setApart(): void {
    const shots = Object.entries(this.tables.shot);
    const places = new Set(shots.map(([, { position }]) => position));
    if (places.size === shots.length) return;
    // A stable sort.
    shots.sort(([, a], [, b]) => Number(a.position) - Number(b.position));
    for (const [position, [id, shot]] of shots.entries()) this.tables.shot[id] = { ...shot, position };
  }
}

/** `change`: what was done elsewhere since both were the same. */
export function concurrentChange(now: Records, change: RecordsDiff): ConcurrentChange {
  const joining = new Joining(now, change);
  joining.join();
  const after = joining.tables as unknown as Records;
  const differing = [...joining.differing]
    .flatMap((id) => after.shot[id] ?? [])
    .sort((a, b) => a.position - b.position)
    .map(({ id }) => id);
  return { diff: diffBetween(now, after), differing };
}
