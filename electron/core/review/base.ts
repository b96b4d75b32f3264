/** What the storyboard's source said when it was last read, so that its changes are told from the artist's. */
import { EMPTY_RECORDS, TABLES } from '@shared/records/index.js';
import type { SourceBase } from '@shared/source-change/index.js';
import { z } from 'zod';
import { type Events, PROGRAM } from './events.js';
import { parsedJson } from './parsed-json.js';
import type { Store } from './store.js';

const base = z.object({
  storyboard: z.record(z.string(), TABLES.storyboard.schema),
  shot: z.record(z.string(), TABLES.shot.schema),
  fact: z.record(z.string(), TABLES.fact.schema),
});

/** As it was kept, else as the first import found it. */
export function baseOf(store: Store, events: Events): SourceBase {
  const kept = store.kept('source');
  if (kept !== null) {
    const read = base.safeParse(parsedJson(kept));
    if (read.success) return read.data;
  }
  const first = events.told().find(({ kind, who }) => kind === 'import' && who !== PROGRAM);
  const { storyboard, shot, fact } = (first && events.changeOf(first.seq)) ?? {};
  return {
    storyboard: storyboard?.added ?? EMPTY_RECORDS.storyboard,
    shot: shot?.added ?? EMPTY_RECORDS.shot,
    fact: fact?.added ?? EMPTY_RECORDS.fact,
  };
}
