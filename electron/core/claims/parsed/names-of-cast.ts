/** The words that the canon calls its characters by. */
import type { CastMember } from '../entities.js';

/** The words of all names, in small letters. "the girl" is a word for anybody, whoever it means in this story. */
export const namesOf = (cast: readonly CastMember[]): ReadonlySet<string> =>
  new Set(
    cast
      .flatMap(({ name, aliases }) => [
        name,
        ...aliases.filter((alias) => /(?<!^)\p{Lu}|^\p{Lu}(?!he )/u.test(alias)),
      ])
      .flatMap((name) => name.toLowerCase().split(/\s+/))
      .filter((word) => word !== 'the'),
  );
