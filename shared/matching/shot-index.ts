/** The shots of a source, found by what a name says. */
import { byShape, numberColumns, sceneKeysOf } from './columns.js';
import { type ReadName, readName } from './read-name.js';

export interface ShotToMatch {
  /** As its source writes it: "1", "1A", "sc01_sh010". */
  readonly number: string;
  readonly scene: string | null;
  /** Files or the beginnings of their names by which the source names its pictures; may be paths of another machine. */
  readonly names: readonly string[];
}

interface IndexedShot {
  /** Of the scene that is part of its number. */
  readonly inNumber: readonly string[];
  readonly scenes: ReadonlySet<string>;
}

export class ShotIndex {
  readonly #shots: IndexedShot[] = [];
  readonly #byNumber = new Map<string, number[]>();
  readonly #byBare = new Map<string, number[]>();

  constructor(shots: readonly ShotToMatch[]) {
    const scenes = [...new Set(shots.flatMap(({ scene }) => scene ?? []))];
    const keysOf = new Map(scenes.map((scene) => [scene, keysOfScene(scene)]));
    const areNumbered = scenes.some((scene) => /\d/.test(scene));
    const columns = columnsOf(shots);
    for (const [index, { number, scene }] of shots.entries()) {
      const name = readText(number);
      const column = columns.get(name.shape);
      const key = column === undefined ? '' : (name.fields[column]?.key ?? '');
      const inNumber = column === undefined ? [] : sceneKeysOf(name, column);
      const named = scene === null ? [] : (keysOf.get(scene) ?? []);
      // Scenes without numbers are counted as they come.
      const counted = scene === null || areNumbered ? [] : [String(scenes.indexOf(scene) + 1)];
      this.#shots.push({ inNumber, scenes: new Set([...inNumber, ...named, ...counted]) });
      if (key !== '') push(this.#byNumber, key, index);
      if (name.bare !== '') push(this.#byBare, name.bare, index);
    }
  }

  /** Whether some shots are of this scene, and others are not. */
  tellsApart(scene: string): boolean {
    const inScene = this.#shots.filter(({ scenes }) => scenes.has(scene)).length;
    return inScene > 0 && inScene < this.#shots.length;
  }

  /** Places of the shots that a picture of this number and scene may show; more than one where it does not say which. */
  find(number: string, scenes: readonly string[]): readonly number[] {
    // A letter that no shot's number has tells takes apart, or says "shot".
    const all = this.#byNumber.get(number) ?? this.#byNumber.get(number.replace(/^[a-z]|[a-z]$/g, '')) ?? [];
    const inScene = all.filter((index) => scenes.some((scene) => this.#shots[index]?.scenes.has(scene)));
    if (inScene.length > 0) return inScene;
    const numbered = scenes.some((scene) => /^\d/.test(scene));
    return all.filter((index) => !numbered || !this.#shots[index]?.inNumber.some((key) => /^\d/.test(key)));
  }

  /** Places of the shots whose number says the same as this whole name. */
  named(name: ReadName): readonly number[] {
    return this.#byBare.get(name.bare) ?? [];
  }
}

/** Which of the numbers in a shot's own is its number, by shape: of `1_1`, `1_2` and `2_1` the second. */
function columnsOf(shots: readonly ShotToMatch[]): ReadonlyMap<string, number | undefined> {
  const groups = byShape(shots.map(({ number }) => readText(number)));
  return new Map(groups.map((group) => [group[0]?.shape ?? '', numberColumns(group)[0]]));
}

/** A shot's number or a scene, as names are read. */
export const readText = (text: string): ReadName => readName(`${text.replaceAll(/[\\/]/g, ' ')}.png`);

function keysOfScene(scene: string): string[] {
  const { fields, words } = readText(scene);
  return [...fields.map(({ key }) => key), words, scene.toLowerCase()].filter((key) => key !== '');
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
