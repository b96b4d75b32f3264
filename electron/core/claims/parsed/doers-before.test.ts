import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Dictionary } from './dictionary.js';
import { changed, tagged } from './testing/tagged.js';
import { mended } from './whole-sentences.js';

const words = new URL('../../../../models/reading/files/words.txt', import.meta.url);
const dictionary = Dictionary.of(readFileSync(words, 'utf8'));
/** "On the wall a boy …", of whom the parser made a second place. */
const ON_THE_WALL = 'on/IN/ROOT/0 the/DT/det/2 wall/NN/pobj/0 a/DT/det/4 boy/NN/pobj/0';

it.each<readonly [parsed: string, moved: string]>([
  ['scratches/VBZ/acl/2 hearts/NNS/dobj/5', 'boy/NN/nsubj/5'],
  // Before its helper, the first of them.
  ['has/VBZ/aux/6 scratched/VBN/acl/2 hearts/NNS/dobj/6', 'boy/NN/nsubj/6'],
  ['has/VBZ/aux/7 does/VBZ/aux/7 scratch/VB/acl/2 hearts/NNS/dobj/7', 'boy/NN/nsubj/7'],
  // What helps another, comes behind it, tells nothing or is said of several is no helper of it.
  ['has/VBZ/aux/2 scratched/VBN/acl/2 hearts/NNS/dobj/6', ''],
  ['scratched/VBN/acl/2 has/VBZ/aux/5 hearts/NNS/dobj/5', ''],
  ['having/VBG/aux/6 scratched/VBN/acl/2 hearts/NNS/dobj/6', ''],
  ['have/VBP/aux/6 scratched/VBN/acl/2 hearts/NNS/dobj/6', ''],
])('who stands before a verb that nobody does, does it: %s', (rest, moved) => {
  const read = tagged(`${ON_THE_WALL} ${rest}`);
  expect(changed(read, mended(read.words, read.arcs, dictionary))).toBe(moved);
});
