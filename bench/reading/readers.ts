/** The readers that are measured beside one another. */
import { join } from 'node:path';
import { loadReading, readDescription } from '@core/claims/parsed/index.js';
import type { Claim } from './score.js';

export type Read = (description: string) => Promise<readonly Claim[]>;

export interface Reader {
  readonly name: string;
  readonly read: Read;
}

export async function readers(): Promise<readonly Reader[]> {
  const knowledge = await loadReading(join(import.meta.dirname, '../../models/reading/files'));
  return [{ name: 'parser', read: (description) => readDescription(description, [], knowledge) }];
}
