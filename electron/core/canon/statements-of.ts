import { withArticle } from '@core/claims/index.js';
import type { Fact } from '@shared/records/index.js';
import { canonFrom } from './canon.js';

/** Facts that an artist's words state of a subject: of a character read as a sheet's entry is, else as they stand. */
export function statementsOf({ subject, name }: Pick<Fact, 'subject' | 'name'>, words: string): string[] {
  const plain = words.trim().replace(/[.\s]+$/, '');
  if (plain === '') return [];
  if (subject === 'character')
    return canonFrom([], [{ name, description: words }], '').map(({ statement }) => statement);
  const isWhole =
    subject === 'style' || /^(?:an?|the|no|two|three|several|many)\s/i.test(plain) || /s$/.test(plain);
  return [isWhole ? plain : withArticle(plain)];
}
