/** The pictures that a source names itself, by paths of this machine or another, or by the beginnings of their names. */
import { decodedAddress } from '../decoded-address.js';
import { addTo } from '../group-by.js';
import { plainPath, readName, stemOf } from './read-name.js';
import type { ShotToMatch } from './shot-index.js';
import { byNameOfTake } from './take-order.js';

export interface NamedBySource {
  /** Of each shot: paths of its pictures, in the order of its names. */
  readonly takes: readonly (readonly string[])[];
  /** Names that are no picture's. */
  readonly missing: readonly { readonly shot: number; readonly name: string }[];
}

export function namedBySource(pictures: readonly string[], shots: readonly ShotToMatch[]): NamedBySource {
  if (shots.every(({ names }) => names.length === 0)) return { takes: shots.map(() => []), missing: [] };
  const files = new Files(
    pictures,
    new Set(shots.flatMap(({ names }) => names.map((name) => stemOf(plain(name))))),
  );
  const missing: { shot: number; name: string }[] = [];
  const takes = shots.map(({ names }, shot) => {
    const found = names.flatMap((name) => {
      const paths = files.of(name);
      if (paths.length === 0) missing.push({ shot, name });
      return paths;
    });
    return [...new Set(found)];
  });
  return { takes, missing };
}

/** The one of the pictures that a source calls so; undefined where none is, or several are. */
export function pictureNamed(pictures: readonly string[], name: string): string | undefined {
  const [paths] = namedBySource(pictures, [{ number: '', scene: null, names: [name] }]).takes;
  return paths?.length === 1 ? paths[0] : undefined;
}

const plain = (path: string): string => plainPath(path).toLowerCase();
const fileOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

class Files {
  /** Paths by the name of the file, of the file without extension, and by what that begins with. */
  readonly #byFile = new Map<string, string[]>();
  readonly #byStem = new Map<string, string[]>();
  readonly #byStart = new Map<string, string[]>();
  readonly #byBare = new Map<string, string[]>();

  /** `stems`: of all names, since a picture is of the longest that it begins with. */
  constructor(pictures: readonly string[], stems: ReadonlySet<string>) {
    for (const path of pictures) {
      const stem = stemOf(plain(path));
      addTo(this.#byFile, fileOf(plain(path)), path);
      addTo(this.#byStem, stem, path);
      const { bare } = readName(path);
      if (bare !== '') addTo(this.#byBare, bare, path);
      const starts = [...stem.matchAll(/[^\p{L}\p{M}\d]/gu)].map(({ index }) => stem.slice(0, index));
      const longest = starts.findLast((start) => stems.has(start));
      if (longest && !stems.has(stem)) addTo(this.#byStart, longest, path);
    }
  }

  /** A path is one picture; the beginning of a name may be several. As it is written goes before what it says as an address. */
  of(name: string): readonly string[] {
    const found = this.#named(name);
    return found.length > 0 ? found : this.#named(decodedAddress(name));
  }

  #named(name: string): readonly string[] {
    const wanted = plain(fromAddress(name)).replace(/\/+$/, '');
    const file = fileOf(wanted);
    const stem = stemOf(wanted);
    const one = closest(this.#byFile.get(file), wanted) ?? closest(this.#byStem.get(stem), wanted);
    if (one !== undefined) return [one];
    // What has an extension names one file.
    if (stem !== file) return [];
    return [...(this.#byStart.get(stem) ?? this.#byBare.get(readName(stem).bare) ?? [])].sort(byNameOfTake);
  }
}

/** Of files of one name, the one whose folders are most like those of the path that is looked for, then the least deep. */
function closest(paths: readonly string[] | undefined, wanted: string): string | undefined {
  const folders = wanted.split('/').reverse();
  const likeness = (path: string): number => {
    const own = plain(path).split('/').reverse();
    let count = 1;
    while (count < own.length && own[count] === folders[count]) count++;
    return count + 1 / own.length;
  };
  return paths?.reduce((best, path) => (likeness(path) > likeness(best) ? path : best));
}

/** `file:///a%20b.png` and `https://host/a.png?x=1` name files as well. */
function fromAddress(name: string): string {
  if (!/^[a-z]+:\/\//i.test(name)) return name;
  return decodedAddress(name.replace(/[?#].*/, ''));
}
