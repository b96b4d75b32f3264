import { madeFrom, mayDiffer, type Records, sameValue, TABLE_NAMES } from '@shared/records/index.js';

type Table = Readonly<Record<string, unknown>>;

/**
 * `after`, with the tables and records of `before` in the place of those that say the same, so that nothing that hangs on
 * them is worked out or drawn again: the host confirms what was shown already.
 */
export function asBefore(before: Records, after: Records): Records {
  const changed = TABLE_NAMES.filter((name) => before[name] !== after[name]);
  if (changed.length === 0) return before;
  const tables = changed.map((name) => [name, tableAsBefore(before[name], after[name])]);
  return { ...after, ...Object.fromEntries(tables) };
}

function tableAsBefore(before: Table, after: Table): Table {
  const ids = [...(mayDiffer(before, after) ?? new Set([...Object.keys(before), ...Object.keys(after)]))];
  const same: Record<string, unknown> = {};
  let isAllSame = true;
  for (const id of ids) {
    const [was, is] = [before[id], after[id]];
    if (was === is) continue;
    if (was !== undefined && is !== undefined && sameValue(was, is)) same[id] = was;
    else isAllSame = false;
  }
  if (isAllSame) return before;
  const kept = Object.keys(same);
  return kept.length > 0 ? madeFrom({ ...after, ...same }, after, kept) : after;
}
