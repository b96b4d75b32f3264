import type { CatalogueEntry } from '@models/library/index.js';

const hubOf = ({ source }: CatalogueEntry) => {
  if (source.kind !== 'hub') throw new Error('it lies on no hub');
  return source;
};

export const revisionOf = (entry: CatalogueEntry): string => hubOf(entry).revision;

/** Where a hub has a file of a model. */
export const hubPath = (entry: CatalogueEntry, path: string): string =>
  `/${hubOf(entry).repository}/resolve/${revisionOf(entry)}/${path}`;
