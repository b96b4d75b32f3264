/** Pictures and the shots of a source, by a pattern of the artist's. */

import { byName } from '../natural-order.js';
import { namedBySource } from './by-source.js';
import { type MatchChoice, patternIn } from './choice.js';
import { numberColumns } from './columns.js';
import { Found } from './found.js';
import type { LeftOut, Matching } from './matching.js';
import type { PatternPart } from './pattern.js';
import { type NameFields, patternReader } from './read-by-pattern.js';
import { keyOf } from './read-name.js';
import { keysOfScene, readAsName, ShotIndex, type ShotToMatch } from './shot-index.js';
import { byNameOfTake } from './take-order.js';

export const UNFIT: Omit<LeftOut, 'path'> = {
  reason: 'its name does not fit the pattern',
  kind: 'nameless',
};

export function matchByPattern(
  pictures: readonly string[],
  shots: readonly ShotToMatch[],
  pattern: readonly PatternPart[],
): Matching {
  const { takes: named, missing } = namedBySource(pictures, shots);
  const isNamed = new Set(named.flat());
  const index = new ShotIndex(shots);
  const found = new Found(shots);
  for (const path of isNamed) found.by.set(path, 'source');
  const read = readAll(pictures, pattern);
  const takeOf = (path: string): string => read.get(path)?.take ?? '';
  const inOrder = pictures.toSorted((a, b) => byName(takeOf(a), takeOf(b)) || byNameOfTake(a, b));
  for (const path of inOrder) {
    if (isNamed.has(path)) continue;
    const fields = read.get(path);
    if (fields === undefined) {
      found.leftOut.push({ path, ...UNFIT });
      continue;
    }
    const { shot = '', scene } = fields;
    found.add(path, shotsSaid(index, shot, scene), 'pattern', {
      reason: `no shot is numbered ${shot}${scene === undefined ? '' : ` in scene ${scene}`}`,
      kind: 'unmatched',
    });
  }
  found.pairAlike();
  return {
    takes: named.map((paths, shot) => [...paths, ...(found.takes[shot] ?? [])]),
    leftOut: found.leftOut.sort((a, b) => byNameOfTake(a.path, b.path)),
    missing,
    by: found.by,
    guesses: { isInOrder: false, alike: found.alike, contested: [] },
  };
}

/** What the pattern says of each picture that fits it. */
export function readAll(
  pictures: readonly string[],
  pattern: readonly PatternPart[],
): ReadonlyMap<string, NameFields> {
  const read = patternReader(pattern);
  return new Map(
    pictures.flatMap((path) => {
      const fields = read(path);
      return fields ? [[path, fields] as const] : [];
    }),
  );
}

/** Seeds that the names say by the pattern, by path: decimal. */
export function seedsInNames(pictures: readonly string[], choice: MatchChoice): ReadonlyMap<string, string> {
  const pattern = patternIn(choice);
  const read = pattern ? [...readAll(pictures, pattern)] : [];
  return new Map(
    read.flatMap(([path, { seed }]) =>
      seed !== undefined && BigInt(seed) <= LARGEST_SEED ? [[path, String(BigInt(seed))] as const] : [],
    ),
  );
}

/** As generators have them: 64 bits. */
const LARGEST_SEED = 2n ** 64n - 1n;

/** `sc01_sh010` is looked for whole, then as 10. */
function shotsSaid(index: ShotIndex, shot: string, scene: string | undefined): readonly number[] {
  const scenes = scene === undefined ? [] : keysOfScene(scene);
  const inScene = index.find(keyOf(shot), scenes);
  if (inScene.length > 0) return inScene;
  const name = readAsName(shot);
  const whole = index.named(name);
  if (whole.length > 0) return whole;
  const [column] = numberColumns([name]);
  return column === undefined ? [] : index.find(name.fields[column]?.key ?? '', scenes);
}
