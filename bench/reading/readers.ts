/** The readers that are measured beside one another. */
import { extractClaims } from '@core/claims/index.js';
import type { Claim } from './score.js';

export type Read = (description: string) => Promise<readonly Claim[]>;

export interface Reader {
  readonly name: string;
  readonly read: Read;
}

export async function readers(): Promise<readonly Reader[]> {
  return [{ name: 'tags and rules', read: async (description) => extractClaims(description, []) }];
}
