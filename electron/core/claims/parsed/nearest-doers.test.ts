import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withNearestHeads } from './attachments.js';
import { Dictionary } from './dictionary.js';
import { changed, tagged } from './testing/tagged.js';

const words = new URL('../../../../models/reading/files/words.txt', import.meta.url);
const dictionary = Dictionary.of(readFileSync(words, 'utf8'));

it.each<readonly [parsed: string, moved: string]>([
  // "a kite and a drum falling": said of the nearest.
  ['kite/NN/ROOT/0 and/CC/cc/0 drum/NN/conj/0 falling/VBG/conj/0', 'falling/VBG/acl/2'],
  ['kite/NN/ROOT/0 and/CC/cc/0 drum/NN/conj/0 fallen/VBN/conj/0', ''],
  ['kite/NN/ROOT/0 and/CC/cc/0 drum/NN/conj/0 falling/VBG/acl/0', ''],
  ['kite/NN/ROOT/0 and/CC/cc/0 drum/NN/appos/0 falling/VBG/conj/0', ''],
  ['rolls/VBZ/ROOT/0 and/CC/cc/0 drum/NN/conj/0 falling/VBG/conj/0', ''],
  // "a man dressed as a frog waits": no frog does.
  [
    'man/NN/nsubj/5 dressed/VBN/acl/0 as/IN/mark/5 a/DT/det/4 frog/NN/nsubj/5 waits/VBZ/ROOT/5',
    'as/IN/prep/1 frog/NN/pobj/2',
  ],
  [
    'man/NN/ROOT/0 wearing/VBG/acl/0 a/DT/det/3 pot/NN/dobj/1 as/IN/mark/7 a/DT/det/6 hat/NN/nsubj/7 waits/VBZ/ROOT/7',
    'man/NN/nsubj/7 as/IN/prep/1 hat/NN/pobj/4',
  ],
  ['man/NN/nsubj/5 fed/VBN/acl/0 as/IN/mark/5 a/DT/det/4 frog/NN/nsubj/5 waits/VBZ/ROOT/5', ''],
  ['man/NN/nsubj/5 dressed/VBN/acl/0 while/IN/mark/5 a/DT/det/4 frog/NN/nsubj/5 waits/VBZ/ROOT/5', ''],
  ['man/NN/dobj/5 dressed/VBN/acl/0 as/IN/mark/5 a/DT/det/4 frog/NN/nsubj/5 waits/VBZ/ROOT/5', ''],
  // "a woman with a bag round her neck wins": no neck does.
  [
    'woman/NN/nsubj/4 round/IN/acomp/0 her/PRP$/poss/3 neck/NN/nsubj/4 wins/VBZ/ROOT/4',
    'round/IN/prep/0 neck/NN/pobj/1',
  ],
  [
    'woman/NN/nsubj/4 round/JJ/acomp/0 her/PRP$/poss/3 neck/NN/nsubj/4 wins/VBZ/ROOT/4',
    'round/IN/prep/0 neck/NN/pobj/1',
  ],
  ['woman/NN/nsubj/4 tall/JJ/acomp/0 her/PRP$/poss/3 neck/NN/nsubj/4 wins/VBZ/ROOT/4', ''],
  ['woman/NN/nsubj/4 while/IN/mark/4 her/PRP$/poss/3 neck/NN/nsubj/4 wins/VBZ/ROOT/4', ''],
  ['woman/NN/nsubj/5 by/IN/prep/0 me/PRP/pobj/1 a/DT/det/4 fox/NN/nsubj/5 wins/VBZ/ROOT/5', ''],
  // "plays a drum and Rabbit waits": Rabbit does.
  [
    'plays/VBZ/ROOT/0 drum/NN/dobj/0 and/CC/cc/1 Rabbit/NN/conj/1 waits/VBZ/conj/0',
    'and/CC/cc/0 Rabbit/NN/nsubj/4',
  ],
  ['plays/VBZ/ROOT/0 drum/NN/dobj/0 and/CC/cc/1 flute/NN/conj/1 waits/VBZ/conj/0', ''],
  // "a lamp hooked to a belt and a mule loaded with sacks": the mule is.
  [
    'lamp/NN/ROOT/0 hooked/VBN/acl/0 to/IN/prep/1 belt/NN/pobj/2 and/CC/cc/0 a/DT/det/6 mule/NN/conj/0 loaded/VBN/acl/0',
    'loaded/VBN/acl/6',
  ],
  ['lamp/NN/ROOT/0 and/CC/cc/0 a/DT/det/3 mule/NN/conj/0 loaded/VBN/acl/0', ''],
])('%s: who does what', (text, moved) => {
  const one = tagged(text);
  expect(changed(one, withNearestHeads(one.words, one.arcs, dictionary))).toBe(moved);
});
