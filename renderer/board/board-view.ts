/** Every shot as it is shown. After a change only those are joined anew of which something changed. */
import { factsOnBoard, referencesNow } from '@shared/out-of-date/index.js';
import type { Overview } from '@shared/overview.js';
import {
  byShot,
  type Fact,
  mayDiffer,
  type PositionedFact,
  type Records,
  type Shot,
  shotsInOrder,
} from '@shared/records/index.js';
import {
  joinShot,
  keepIfSame,
  LIMIT,
  NONE,
  type Parts,
  REFERENCES,
  type ShotView,
  sameButCanon,
  sameParts,
  viewElsewhere,
} from './shot-view.js';

export interface BoardView {
  /** In story order. */
  readonly views: readonly ShotView[];
  readonly byId: ShotsById;
  /** Those that lack something to be judged, in story order; the same list while they are the same. */
  readonly lacking: readonly ShotView[];
  /** What is known of the story's characters. */
  readonly cast: readonly Fact[];
}

/** Looks shots up by their ids. */
export type ShotsById = Pick<ReadonlyMap<string, ShotView>, 'get'>;

type Table = Readonly<Record<string, unknown>>;

/** What a board was joined from. */
interface Made {
  /** What each view was made of, in their order. */
  readonly parts: readonly Parts[];
  /** Where each shot stands among them. */
  readonly places: ReadonlyMap<string, number>;
  /** Of those that were given pictures to look like, which may lie with any shot. */
  readonly referring: ReadonlySet<string>;
  readonly shots: Records['shot'];
  /** The tables of `lookups`. */
  readonly tables: readonly Table[];
  readonly facts: readonly PositionedFact[];
  readonly limit: number;
}

/** A part of each shot that lies in a table: its place among the parts, the table, which it is, and whose a row is. */
interface Lookup<Part = unknown> {
  readonly place: number;
  readonly table: Table;
  readonly partOf: (shot: Shot) => Part;
  /** `was`: the table before. Null where that cannot be said. */
  readonly shotsOf: (rowId: string, was: Table) => readonly (string | undefined)[] | null;
}

const madeOf = new WeakMap<BoardView, Made>();
const placesIn = new WeakMap<readonly ShotView[], ReadonlyMap<string, number>>();

/** Where among these shots one stands, -1 where it does not: of all shots of the board that is known, of others they are gone through. */
export function placeIn(shots: readonly ShotView[], shotId: string | null): number {
  const known = placesIn.get(shots);
  return known ? (known.get(shotId ?? '') ?? -1) : shots.findIndex(({ shot }) => shot.id === shotId);
}

const casts = new WeakMap<Records['fact'], readonly Fact[]>();

/** The same list for the same table. */
function castOf(facts: Records['fact']): readonly Fact[] {
  const known = casts.get(facts);
  if (known) return known;
  const cast = Object.values(facts).filter(({ subject }) => subject === 'character');
  casts.set(facts, cast);
  return cast;
}

/** Rows of a table that name their shot. */
function rowsAt<T extends { readonly shotId: string }>(
  place: number,
  table: Readonly<Record<string, T>>,
): Lookup<readonly T[]> {
  const rows = byShot(table);
  return {
    place,
    table,
    partOf: ({ id }) => rows.get(id) ?? NONE,
    shotsOf: (id, was) => [(was as typeof table)[id]?.shotId, table[id]?.shotId],
  };
}

/** The tables that a board is joined from. */
export type ViewedRecords = Pick<
  Records,
  'shot' | 'take' | 'portrait' | 'request' | 'decision' | 'comment' | 'drawing' | 'fact' | 'reference'
>;

/** A view whose parts are the same as in `before` is the same object, and so is the board where they all are. */
export function joinBoardView(
  records: ViewedRecords,
  overview: Overview,
  limit: number,
  before?: BoardView,
): BoardView {
  const { findings, suggestions, summaries } = overview;
  const takes = rowsAt(0, records.take);
  const ordered = rowsAt(1, records.request);
  const decided = rowsAt(6, records.decision);
  const said = rowsAt(7, records.comment);
  const drawn = rowsAt(10, records.drawing);
  const shotsOf = (id: string) => [id];
  const found = { place: 2, table: findings, partOf: ({ id }: Shot) => findings[id] ?? NONE, shotsOf };
  const suggested = { place: 3, table: suggestions, partOf: ({ id }: Shot) => suggestions[id], shotsOf };
  const summed = {
    place: 4,
    table: summaries,
    partOf: ({ pickId }: Shot) => (pickId === null ? undefined : summaries[pickId]),
    shotsOf: (takeId: string) => {
      const take = records.take[takeId];
      return take ? [take.shotId] : null;
    },
  };
  const lookups: readonly Lookup[] = [takes, ordered, found, suggested, summed, decided, said, drawn];
  const made = before && madeOf.get(before);
  const others = lookups.filter(({ table }, at) => made?.tables[at] !== table);
  const isUntouched = (shot: Shot, was: Parts): boolean =>
    was[LIMIT] === limit &&
    was[REFERENCES].length === 0 &&
    others.every(({ place, partOf }) => sameParts(was[place], partOf(shot)));
  const facts = factsOnBoard(records);
  const partsOf = (shot: Shot): Parts => {
    const requests = ordered.partOf(shot);
    const decisions = decided.partOf(shot);
    return [
      takes.partOf(shot),
      requests,
      found.partOf(shot),
      suggested.partOf(shot),
      summed.partOf(shot),
      limit,
      decisions,
      said.partOf(shot),
      facts,
      referencesNow(records, requests, decisions),
      drawn.partOf(shot),
    ];
  };
  /** `at`: where it stood. */
  const joined = (shot: Shot, at: number): readonly [ShotView, Parts] => {
    const stood = before?.views[at];
    const was = made?.parts[at];
    const known = stood && was && isUntouched(shot, was) ? viewElsewhere(stood, shot, was, facts) : null;
    if (known && was) return [known, was];
    const now = partsOf(shot);
    const same = stood && was && sameButCanon(was, now) ? viewElsewhere(stood, shot, was, facts) : null;
    return [same ?? keepIfSame(stood, joinShot(shot, now)), now];
  };

  const shots = records.shot;
  const changed = made && changedSince(made, shots, lookups, facts, limit);
  const views = before ? [...before.views] : [];
  const parts = made ? [...made.parts] : [];
  let places = made?.places ?? new Map<string, number>();
  if (changed)
    for (const shotId of changed) {
      const at = places.get(shotId);
      const shot = shots[shotId];
      if (at !== undefined && shot) [views[at], parts[at]] = joined(shot, at);
    }
  else {
    const inOrder = shotsInOrder(records);
    const stood = places;
    // Of ten thousand nearly all stand where they stood.
    if (inOrder.length !== stood.size || inOrder.some(({ id }, at) => stood.get(id) !== at))
      places = new Map(inOrder.map(({ id }, at) => [id, at]));
    views.length = inOrder.length;
    parts.length = inOrder.length;
    for (const [at, shot] of inOrder.entries())
      [views[at], parts[at]] = joined(shot, stood.get(shot.id) ?? -1);
  }
  const refers = (shotId: string) => (parts[places.get(shotId) ?? -1]?.[REFERENCES].length ?? 0) > 0;
  const referring = new Set([...(changed ?? places.keys())].filter(refers));
  const cast = castOf(records.fact);
  const isSame = before?.cast === cast && sameParts(before.views, views);
  const byId = { get: (shotId: string) => views[places.get(shotId) ?? -1] };
  const lacking = () => lackingIn(views, before, changed && [...changed].map((id) => places.get(id) ?? -1));
  const board = isSame ? before : { views, byId, lacking: lacking(), cast };
  const tables = lookups.map(({ table }) => table);
  madeOf.set(board, { parts, places, referring, shots, tables, facts, limit });
  placesIn.set(board.views, places);
  return board;
}

/** `changed`: places of those that may be others; without, of all. To look at each of ten thousand takes milliseconds. */
function lackingIn(
  views: readonly ShotView[],
  before: BoardView | undefined,
  changed: readonly number[] | null | undefined,
): readonly ShotView[] {
  const lacks = (view: ShotView | undefined) => view !== undefined && view.lacks.length > 0;
  if (before && changed && !changed.some((at) => lacks(before.views[at]) || lacks(views[at])))
    return before.lacking;
  const lacking = views.filter(lacks);
  return before && sameParts(before.lacking, lacking) ? before.lacking : lacking;
}

/** The shots whose views may be others; null where it may be all, or shots came, went or moved. */
function changedSince(
  made: Made,
  shots: Records['shot'],
  lookups: readonly Lookup[],
  facts: Made['facts'],
  limit: number,
): ReadonlySet<string> | null {
  const rows = mayDiffer(made.shots, shots);
  if (!rows || made.facts !== facts || made.limit !== limit) return null;
  const changed = new Set([...made.referring, ...rows]);
  for (const id of rows) if (made.shots[id]?.position !== shots[id]?.position) return null;
  for (const [at, { table, shotsOf }] of lookups.entries()) {
    const was = made.tables[at] ?? {};
    const ids = mayDiffer(was, table);
    if (!ids) return null;
    for (const id of ids) {
      const of = shotsOf(id, was);
      if (!of) return null;
      for (const shotId of of) if (shotId !== undefined) changed.add(shotId);
    }
  }
  return changed;
}
