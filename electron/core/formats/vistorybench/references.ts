/** The pictures of a story that show how its characters look: they are no frames. */
import type { Skipped } from '@shared/contract/index.js';
import { type Input, once } from '../input.js';

/** As the names of files and folders are compared. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

const REFERENCES = /^(?:ref|char)/i;

/**
 * `cast`: of each character, all its names, the one to be shown first. A picture is a reference where its folder or itself
 * bears such a name alone, and in a folder of references also with a number behind it. Where all would be, none is.
 */
export function withoutReferences(input: Input, cast: readonly (readonly string[])[]): Input {
  const shown = new Map(cast.flatMap((names) => names.map((name) => [plain(name), names[0] ?? name])));
  const whoIn = (path: string): string | undefined => {
    const folders = path.split('/');
    const file = plain((folders.pop() ?? '').replace(/\.[^.]*$/, ''));
    const bare = folders.some((folder) => REFERENCES.test(folder)) ? file.replace(/ ?\d+$/, '') : file;
    return [file, bare, ...folders.map(plain)]
      .map((name) => shown.get(name))
      .find((who) => who !== undefined);
  };
  return {
    ...input,
    pictures: once(async () => {
      const below = await input.pictures();
      const references = below.paths.flatMap((path): Skipped[] => {
        const who = whoIn(path);
        return who === undefined ? [] : [{ name: path, reason: `a reference picture of ${who}` }];
      });
      if (references.length === below.paths.length) return below;
      const known = new Set(references.map(({ name }) => name));
      return {
        ...below,
        paths: below.paths.filter((path) => !known.has(path)),
        skipped: [...below.skipped, ...references],
      };
    }),
  };
}
