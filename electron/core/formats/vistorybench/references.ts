/** The pictures of a story that show how its characters look: they are no frames. */
import type { ImportedPortrait } from '../imported.js';
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
export function apartFromCast(
  input: Input,
  cast: readonly (readonly string[])[],
): { readonly frames: Input; portraits(): Promise<readonly ImportedPortrait[]> } {
  const shown = new Map(cast.flatMap((names) => names.map((name) => [plain(name), names[0] ?? name])));
  const whoIn = (path: string): string | undefined => {
    const folders = path.split('/');
    const file = plain((folders.pop() ?? '').replace(/\.[^.]*$/, ''));
    const bare = folders.some((folder) => REFERENCES.test(folder)) ? file.replace(/ ?\d+$/, '') : file;
    return [file, bare, ...folders.map(plain)]
      .map((name) => shown.get(name))
      .find((who) => who !== undefined);
  };
  const sorted = once(async () => {
    const below = await input.pictures();
    const portraits = below.paths.flatMap((path): ImportedPortrait[] => {
      const name = whoIn(path);
      return name === undefined ? [] : [{ name, path }];
    });
    if (portraits.length === below.paths.length) return { below, portraits: [] };
    const known = new Set(portraits.map(({ path }) => path));
    return { below: { ...below, paths: below.paths.filter((path) => !known.has(path)) }, portraits };
  });
  return {
    frames: { ...input, pictures: async () => (await sorted()).below },
    portraits: async () => (await sorted()).portraits,
  };
}
