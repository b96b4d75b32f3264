import type { Records } from '@shared/records/index.js';

const keep = <T>(rows: Readonly<Record<string, T>>, stays: (row: T) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(rows).filter(([, row]) => stays(row)));

/**
 * The records after importing `imported` over `current`: everything is as imported, but an import never takes away
 * what the artist decided. Decisions, requests and regenerated takes of shots that remain are kept.
 */
export function mergeImport(current: Records, imported: Records): Records {
  const remains = (row: { shotId: string }) => Object.hasOwn(imported.shot, row.shotId);
  return {
    ...imported,
    take: {
      ...keep(current.take, (take) => remains(take) && take.origin.kind === 'regenerated'),
      ...imported.take,
    },
    decision: { ...keep(current.decision, remains), ...imported.decision },
    request: { ...keep(current.request, remains), ...imported.request },
  };
}
