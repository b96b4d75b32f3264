/** The shots of a source, found by what a name says. */
import { addTo } from '../group-by.js';
import { byShape, numberColumns, sceneKeysOf } from './columns.js';
import { type ReadName, readName } from './read-name.js';

export interface ShotToMatch {
  /** As its source writes it: "1", "1A", "sc01_sh010". */
  readonly number: string;
  readonly scene: string | null;
  /** Files or the beginnings of their names by which the source names its pictures; may be paths of another machine. */
  readonly names: readonly string[];
  /** It has pictures that are not matched: they lie elsewhere. */
  readonly hasOthers?: boolean;
}

export class ShotIndex {
  /** Of each shot: whether a numbered scene is part of its number. */
  readonly #isInNumberedScene: boolean[] = [];
  readonly #byNumber = new Map<string, number[]>();
  readonly #byNumberInScene = new Map<string, number[]>();
  readonly #byBare = new Map<string, number[]>();
  /** How many shots are of a scene. */
  readonly #inScene = new Map<string, number>();

  constructor(shots: readonly ShotToMatch[]) {
    const scenes = [...new Set(shots.flatMap(({ scene }) => scene ?? []))];
    const keysOf = new Map<string | null, readonly string[]>(
      scenes.map((scene) => [scene, keysOfScene(scene)]),
    );
    const areNumbered = scenes.some((scene) => /\d/.test(scene));
    const columns = columnsOf(shots);
    for (const [index, { number, scene }] of shots.entries()) {
      const name = readAsName(number);
      const column = columns.get(name.shape);
      const key = name.fields[column ?? -1]?.key ?? '';
      const inNumber = column === undefined ? [] : sceneKeysOf(name, column);
      const named = keysOf.get(scene) ?? [];
      // Scenes without numbers are counted as they come.
      const counted = scene === null || areNumbered ? [] : [String(scenes.indexOf(scene) + 1)];
      const own = new Set([...inNumber, ...named, ...counted]);
      this.#isInNumberedScene.push(inNumber.some((one) => /^\d/.test(one)));
      for (const one of own) {
        this.#inScene.set(one, (this.#inScene.get(one) ?? 0) + 1);
        if (key !== '') addTo(this.#byNumberInScene, numberInScene(key, one), index);
      }
      if (key !== '') addTo(this.#byNumber, key, index);
      if (name.bare !== '') addTo(this.#byBare, name.bare, index);
    }
  }

  /** Whether some shots are of this scene, and others are not. */
  tellsApart(scene: string): boolean {
    const count = this.#inScene.get(scene) ?? 0;
    return count > 0 && count < this.#isInNumberedScene.length;
  }

  /** Places of the shots that a picture of this number and scene may show; more than one where it does not say which. */
  find(number: string, scenes: readonly string[]): readonly number[] {
    // A letter that no shot's number has tells takes apart, or says "shot".
    const key = this.#byNumber.has(number) ? number : number.replace(/^[a-z]|[a-z]$/g, '');
    const found = new Set(
      scenes.flatMap((scene) => this.#byNumberInScene.get(numberInScene(key, scene)) ?? []),
    );
    if (found.size > 0) return [...found].sort((a, b) => a - b);
    const all = this.#byNumber.get(key) ?? [];
    const isNumbered = scenes.some((scene) => /^\d/.test(scene));
    return isNumbered ? all.filter((index) => !this.#isInNumberedScene[index]) : all;
  }

  /** Places of the shots whose number says the same as this whole name. */
  named(name: ReadName): readonly number[] {
    return this.#byBare.get(name.bare) ?? [];
  }
}

const numberInScene = (number: string, scene: string): string => JSON.stringify([number, scene]);

/** Which of the numbers in a shot's own is its number, by shape: of `1_1`, `1_2` and `2_1` the second. */
function columnsOf(shots: readonly ShotToMatch[]): ReadonlyMap<string, number | undefined> {
  const groups = byShape(shots.map(({ number }) => readAsName(number)));
  return new Map(groups.map((group) => [group[0]?.shape ?? '', numberColumns(group)[0]]));
}

/** A shot's number or a scene, as names are read. */
export const readAsName = (text: string): ReadName => readName(`${text.replaceAll(/[\\/]/g, ' ')}.png`);

export function keysOfScene(scene: string): string[] {
  const { fields, words } = readAsName(scene);
  return [...fields.map(({ key }) => key), words, scene.toLowerCase()].filter((key) => key !== '');
}
