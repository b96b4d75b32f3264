import { expect, it } from 'vitest';
import { changed, tagged } from './testing/tagged.js';
import { standsAlone, withDoersBehind, withNearerHeads } from './word-order.js';

it.each<readonly [parsed: string, moved: string]>([
  // "beneath a bridge sleeps a man": he does it, and the bridge does nothing.
  [
    'Beneath/IN/prep/3 a/DT/det/2 bridge/NN/pobj/0 sleeps/VBZ/ROOT/3 a/DT/det/5 man/NN/dobj/3',
    'man/NN/nsubj/3',
  ],
  [
    'Beneath/IN/prep/3 a/DT/det/2 bridge/NN/pobj/0 sleeps/VBZ/ROOT/3 a/DT/det/5 man/NN/attr/3',
    'man/NN/nsubj/3',
  ],
  ['Beneath/IN/prep/3 a/DT/det/2 bridge/NN/pobj/0 sleeps/VBZ/ROOT/3 a/DT/det/5 man/NN/pobj/3', ''],
  ['Beneath/IN/prep/3 a/DT/det/2 bridge/NN/pobj/0 sleeps/VBZ/ROOT/3 old/JJ/dobj/3', ''],
  ['Beneath/IN/prep/3 a/DT/det/2 bridge/NN/pobj/0 eats/VBZ/ROOT/3 a/DT/det/5 man/NN/dobj/3', ''],
  ['Beneath/IN/prep/3 a/DT/det/2 bridge/NN/pobj/0 sleeping/VBG/ROOT/3 a/DT/det/5 man/NN/dobj/3', ''],
  [
    'Beneath/IN/prep/0 a/DT/det/2 bridge/NN/nsubj/3 sleeps/VBZ/ROOT/3 a/DT/det/5 man/NN/dobj/3',
    'Beneath/IN/prep/3 bridge/NN/pobj/0 man/NN/nsubj/3',
  ],
  ['Beneath/IN/prep/3 bridges/NNS/pobj/0 bridge/NN/nsubj/3 sleeps/VBZ/ROOT/3 a/DT/det/5 man/NN/dobj/3', ''],
  ['The/DT/det/1 bridge/NN/nsubj/2 sleeps/VBZ/ROOT/2 a/DT/det/4 man/NN/dobj/2', ''],
  ['sleeps/VBZ/ROOT/0 a/DT/det/2 man/NN/dobj/0', 'man/NN/nsubj/0'],
  ['a/DT/det/1 man/NN/dobj/2 sleeps/VBZ/ROOT/2', ''],
  [
    'Beneath/IN/prep/0 a/DT/det/2 bridge/NN/nsubj/5 a/DT/det/4 man/NN/nsubj/5 sleeps/VBZ/ROOT/5',
    'Beneath/IN/prep/5 bridge/NN/pobj/0',
  ],
  [
    'Beneath/IN/prep/0 a/DT/det/2 bridge/NN/nsubj/5 a/DT/det/4 man/NN/nsubj/5 eats/VBZ/ROOT/5',
    'Beneath/IN/prep/5 bridge/NN/pobj/0',
  ],
  [
    'Beneath/IN/prep/5 a/DT/det/2 bridge/NN/nsubj/5 a/DT/det/4 man/NN/nsubj/5 eats/VBZ/ROOT/5',
    'bridge/NN/pobj/0',
  ],
  [
    'Beneath/RB/advmod/0 a/DT/det/2 bridge/NN/nsubj/5 a/DT/det/4 man/NN/nsubj/5 eats/VBZ/ROOT/5',
    'Beneath/RB/prep/5 bridge/NN/pobj/0',
  ],
  ['The/DT/det/2 old/JJ/amod/2 bridge/NN/nsubj/5 a/DT/det/4 man/NN/nsubj/5 eats/VBZ/ROOT/5', ''],
  [
    'Between/IN/prep/5 book/NN/pobj/0 and/CC/cc/1 a/DT/det/4 globe/NN/nsubj/5 sits/VBZ/ROOT/5 a/DT/det/7 mouse/NN/dobj/5',
    'globe/NN/conj/1 mouse/NN/nsubj/5',
  ],
  [
    'Between/IN/prep/5 book/NN/pobj/0 and/CC/cc/4 a/DT/det/4 globe/NN/nsubj/5 sits/VBZ/ROOT/5 a/DT/det/7 mouse/NN/dobj/5',
    'globe/NN/conj/1 mouse/NN/nsubj/5',
  ],
  [
    'Between/IN/prep/5 book/NN/pobj/0 and/CC/cc/0 a/DT/det/4 globe/NN/nsubj/5 sits/VBZ/ROOT/5 a/DT/det/7 mouse/NN/dobj/5',
    '',
  ],
  [
    'Between/IN/prep/5 book/NN/pobj/0 by/IN/cc/1 a/DT/det/4 globe/NN/nsubj/5 sits/VBZ/ROOT/5 a/DT/det/7 mouse/NN/dobj/5',
    '',
  ],
  [
    'Opposite/JJ/amod/1 windows/NNS/nsubj/3 man/NN/nsubj/3 sits/VBZ/ROOT/3',
    'Opposite/IN/prep/3 windows/NNS/pobj/0',
  ],
  [
    'opposite/JJ/amod/1 windows/NNS/nsubj/3 man/NN/nsubj/3 sits/VBZ/ROOT/3',
    'opposite/IN/prep/3 windows/NNS/pobj/0',
  ],
  ['opposite/JJ/ROOT/0 sides/NNS/dep/0', ''],
  // "below it is a chest".
  ['Below/IN/prep/2 it/PRP/pobj/0 is/VBZ/ROOT/2 a/DT/det/4 chest/NN/attr/2', 'chest/NN/nsubj/2'],
  ['Below/IN/prep/2 it/PRP/pobj/0 are/VBP/ROOT/2 a/DT/det/4 chest/NN/attr/2', 'chest/NN/nsubj/2'],
  ['Below/IN/prep/2 it/PRP/pobj/0 was/VBD/ROOT/2 a/DT/det/4 chest/NN/attr/2', 'chest/NN/nsubj/2'],
  ['Below/IN/prep/2 it/PRP/pobj/0 has/VBZ/ROOT/2 a/DT/det/4 chest/NN/attr/2', ''],
  ['Below/RB/prep/2 it/PRP/pobj/0 is/VBZ/ROOT/2 a/DT/det/4 chest/NN/attr/2', ''],
  ['Below/IN/prep/1 it/PRP/pobj/0 is/VBZ/ROOT/2 a/DT/det/4 chest/NN/attr/2', ''],
  ['Below/IN/prep/2 it/PRP/dep/0 is/VBZ/ROOT/2 a/DT/det/4 chest/NN/attr/2', ''],
  ['Below/IN/prep/2 it/PRP/nsubj/2 is/VBZ/ROOT/2 a/DT/det/4 chest/NN/attr/2', ''],
  // "a scarecrow dressed in a tuxedo points": the tuxedo is what it is dressed in.
  [
    'scarecrow/NN/ROOT/0 dressed/VBN/acl/0 in/IN/prep/1 tuxedo/NN/nsubj/4 points/VBZ/pobj/2',
    'scarecrow/NN/nsubj/4 tuxedo/NN/pobj/2 points/VBZ/ROOT/4',
  ],
  ['scarecrow/NN/ROOT/0 dressed/VBN/acl/0 in/IN/prep/1 tuxedo/NN/nsubj/4 points/VBZ/conj/2', ''],
  ['scarecrow/NN/ROOT/0 dressed/VBN/acl/0 in/IN/prep/1 tuxedo/NN/dep/4 points/VBZ/pobj/2', ''],
  ['scarecrow/NN/ROOT/0 dressed/VBN/acl/0 in/IN/prep/1 points/VBZ/pobj/2 tuxedo/NN/nsubj/3', ''],
  ['red/JJ/ROOT/0 dressed/VBN/acl/0 in/IN/prep/1 tuxedo/NN/nsubj/4 points/VBZ/pobj/2', ''],
  ['scarecrow/NN/dep/0 dressed/VBN/acl/0 in/IN/prep/1 tuxedo/NN/nsubj/4 points/VBZ/pobj/2', ''],
  ['in/IN/prep/3 tuxedo/NN/nsubj/2 points/VBZ/pobj/0 scarecrow/NN/ROOT/3', ''],
  ['tuxedo/NN/nsubj/1 points/VBZ/pobj/2 in/IN/prep/3 scarecrow/NN/ROOT/3', ''],
  ['scarecrow/NN/ROOT/0 tuxedo/NN/nsubj/4 dressed/VBN/acl/0 in/IN/prep/2 points/VBZ/pobj/3', ''],
  // "the left knee bent": how a part of somebody is held.
  ['left/JJ/amod/2 knee/NN/compound/2 bent/NN/ROOT/2', 'left/JJ/amod/1 knee/NN/ROOT/1 bent/VBN/acl/1'],
  [
    'left/JJ/amod/2 knee/NN/amod/2 bent/JJ/dobj/3 shows/VBZ/ROOT/3',
    'left/JJ/amod/1 knee/NN/dobj/3 bent/VBN/acl/1',
  ],
  ['left/JJ/amod/2 knee/NN/nmod/2 bent/NN/ROOT/2', 'left/JJ/amod/1 knee/NN/ROOT/1 bent/VBN/acl/1'],
  ['left/JJ/amod/2 knee/NN/nsubj/2 bent/VBD/ROOT/2', ''],
  ['left/JJ/amod/2 lamp/NN/compound/2 bent/NN/ROOT/2', ''],
  ['left/JJ/amod/2 knee/NN/compound/2 red/NN/ROOT/2', ''],
  ['left/JJ/amod/2 knee/NN/compound/3 bent/NN/ROOT/2 low/JJ/ROOT/3', ''],
  [
    'both/DT/nsubj/1 elbows/VBZ/ROOT/1 bent/JJ/acomp/1 low/RB/advmod/1',
    'both/DT/det/1 elbows/NNS/ROOT/1 bent/VBN/acl/1',
  ],
  ['both/DT/nsubj/1 elbows/VBP/ROOT/1 bent/JJ/acomp/1', 'both/DT/det/1 elbows/NNS/ROOT/1 bent/VBN/acl/1'],
  ['both/DT/nsubj/1 elbows/VBD/ROOT/1 bent/JJ/acomp/1', ''],
  ['both/DT/nsubj/1 elbows/VBZ/ROOT/1 bent/JJ/acomp/0', ''],
  ['bent/JJ knee/NN', ''],
  // "with glowing blue eyes": nobody glows them.
  [
    'fox/NN/ROOT/0 with/IN/prep/0 glowing/VBG/pcomp/1 blue/JJ/amod/4 eyes/NNS/dobj/2',
    'glowing/VBG/amod/4 eyes/NNS/pobj/1',
  ],
  [
    'fox/NN/ROOT/0 with/IN/prep/0 glowing/VBG/pcomp/1 torn/VBN/amod/4 eyes/NNS/dobj/2',
    'glowing/VBG/amod/4 eyes/NNS/pobj/1',
  ],
  ['fox/NN/ROOT/0 with/IN/prep/0 glowing/VBG/pcomp/1 the/DT/det/4 eyes/NNS/dobj/2', ''],
  ['fox/NN/ROOT/0 with/IN/prep/0 glowing/VBG/pcomp/1 red/JJ/dobj/2', ''],
  ['fox/NN/ROOT/0 with/IN/prep/0 glowing/VBG/pcomp/1 eyes/NNS/dep/2', ''],
  ['fox/NN/ROOT/0 by/IN/prep/0 glowing/VBG/pcomp/1 eyes/NNS/dobj/2', ''],
  ['fox/NN/ROOT/0 with/IN/prep/0 glowing/VBN/pcomp/1 eyes/NNS/dobj/2', ''],
  ['fox/NN/ROOT/0 with/IN/prep/0 glowing/VBG/acl/1 eyes/NNS/dobj/2', ''],
  ['fox/NN/ROOT/0 with/IN/prep/0 glowing/VBG/pcomp/1', ''],
  // "on the left | a girl": what stands there is no part of the place.
  ['On/IN/prep/4 the/DT/det/4 left/JJ/amod/4 a/DT/det/4 girl/NN/pobj/0', 'the/DT/det/2 girl/NN/ROOT/4'],
  [
    'On/IN/prep/4 the/DT/det/4 left/JJ/amod/4 two/CD/nummod/4 girls/NNS/pobj/0',
    'the/DT/det/2 girls/NNS/ROOT/4',
  ],
  ['On/IN/prep/4 one/CD/det/4 side/NN/amod/4 a/DT/det/4 girl/NN/pobj/0', 'one/CD/det/2 girl/NN/ROOT/4'],
  ['On/IN/prep/3 top/NN/amod/3 a/DT/det/3 girl/NN/pobj/0', 'girl/NN/ROOT/3'],
  ['At/IN/prep/4 the/DT/det/4 top/NN/amod/4 some/DT/det/4 birds/NNS/pobj/0', 'the/DT/det/2 birds/NNS/ROOT/4'],
  ['By/IN/prep/4 the/DT/det/4 left/JJ/amod/4 a/DT/det/4 girl/NN/pobj/0', ''],
  ['On/IN/prep/4 the/DT/det/4 red/JJ/amod/4 a/DT/det/4 girl/NN/pobj/0', ''],
  ['On/IN/prep/4 the/DT/det/4 left/JJ/amod/4 old/JJ/det/4 girl/NN/pobj/0', ''],
  ['On/IN/prep/4 the/DT/det/4 left/JJ/amod/4 a/DT/det/4 girl/JJ/pobj/0', ''],
  ['On/IN/prep/4 the/DT/det/4 left/JJ/amod/4 a/DT/det/4 girl/NN/pobj/4', ''],
  ['On/IN/prep/5 the/DT/det/2 left/NN/pobj/0 a/DT/det/4 girl/NN/nsubj/0 sits/VBZ/ROOT/5', ''],
  ['On/IN/prep/5 the/DT/det/2 left/NN/pobj/0 a/DT/det/4 girl/NN/nsubj/0 sits/VBZ/dep/0', 'girl/NN/ROOT/4'],
  // "a man on the left holding a cup": the man does.
  ['man/NN/ROOT/0 on/IN/prep/0 the/DT/det/3 left/NN/pobj/1 holding/VBG/acl/3', 'holding/VBG/acl/0'],
  ['man/NN/ROOT/0 on/IN/prep/0 the/DT/det/3 left/NN/pobj/1 holding/VBG/relcl/3', 'holding/VBG/relcl/0'],
  ['man/NN/ROOT/0 on/IN/prep/0 the/DT/det/3 left/NN/pobj/1 holding/VBG/advcl/3', ''],
  ['man/NN/ROOT/0 on/IN/prep/0 the/DT/det/3 bench/NN/pobj/1 holding/VBG/acl/3', ''],
  ['man/NN/ROOT/0 on/IN/prep/0 the/DT/det/3 left/NN/dep/1 holding/VBG/acl/3', ''],
  ['sits/VBZ/ROOT/0 on/IN/prep/0 the/DT/det/3 left/NN/pobj/1 holding/VBG/acl/3', ''],
  ['on/IN/prep/3 the/DT/det/2 left/NN/pobj/0 holding/NN/acl/2', ''],
  // "on the left and on a chair": prepositions are joined to one another.
  ['man/NN/ROOT/0 on/IN/prep/0 left/NN/pobj/1 and/CC/cc/2 on/IN/conj/2', 'on/IN/conj/1'],
  ['man/NN/ROOT/0 on/IN/prep/0 left/NN/pobj/1 and/CC/cc/2 chair/NN/conj/2', ''],
  ['man/NN/ROOT/0 on/IN/prep/0 left/NN/dobj/1 and/CC/cc/2 on/IN/conj/2', ''],
  ['man/NN/ROOT/0 on/IN/prep/0 left/NN/pobj/1 and/CC/cc/2 on/IN/dep/2', ''],
  // "lifts a tire out of the trunk": it is lifted out.
  ['lifts/VBZ/ROOT/0 a/DT/det/2 tire/NN/dobj/0 out/IN/prep/2 of/IN/prep/3', 'out/IN/prep/0'],
  ['lifts/VBZ/ROOT/0 a/DT/det/2 tire/NN/attr/0 out/IN/prep/2 of/IN/prep/3', ''],
  ['lifts/VBZ/ROOT/0 a/DT/det/2 tire/NN/dobj/0 out/RP/prt/2 of/IN/prep/3', ''],
  ['lifts/VBZ/ROOT/0 a/DT/det/2 tire/NN/dobj/0 off/IN/prep/2 of/IN/prep/3', ''],
  // "towers over a girl in a red coat", "throws a ball at a boy on the left", "his head in his hands": said of the noun right before.
  ['towers/VBZ/ROOT/0 over/IN/prep/0 a/DT/det/3 girl/NN/pobj/1 in/IN/prep/0 coat/NN/pobj/4', 'in/IN/prep/3'],
  ['towers/VBZ/ROOT/0 over/IN/prep/0 a/DT/det/3 girl/NN/pobj/1 in/IN/prep/0 room/NN/pobj/4', ''],
  ['towers/VBZ/ROOT/0 over/IN/prep/0 a/DT/det/3 girl/NN/pobj/1 in/IN/prep/0 coat/NN/dobj/4', ''],
  ['towers/VBZ/ROOT/0 over/IN/prep/0 a/DT/det/3 fox/NN/pobj/1 in/IN/prep/0 coat/NN/pobj/4', ''],
  ['towers/VBZ/ROOT/0 over/IN/prep/0 a/DT/det/3 girl/NN/pobj/1 under/IN/prep/0 coat/NN/pobj/4', ''],
  ['tower/NN/ROOT/0 over/IN/prep/0 a/DT/det/3 girl/NN/pobj/1 in/IN/prep/0 coat/NN/pobj/4', ''],
  ['sees/VBZ/ROOT/0 girl/NN/dobj/0 in/IN/prep/1 coat/NN/pobj/2', ''],
  ['throws/VBZ/ROOT/0 at/IN/prep/0 a/DT/det/3 fox/NN/pobj/1 on/IN/prep/0 left/NN/pobj/4', 'on/IN/prep/3'],
  [
    'throws/VBZ/ROOT/0 at/IN/prep/0 a/DT/det/3 fox/NN/pobj/1 on/IN/prep/0 the/DT/det/6 right/NN/pobj/4',
    'on/IN/prep/3',
  ],
  ['throws/VBZ/ROOT/0 at/IN/prep/0 a/DT/det/3 fox/NN/pobj/1 in/IN/prep/0 left/NN/pobj/4', ''],
  ['throws/VBZ/ROOT/0 at/IN/prep/0 a/DT/det/3 lamp/NN/pobj/1 on/IN/prep/0 left/NN/pobj/4', ''],
  ['throws/VBZ/ROOT/0 at/IN/prep/0 a/DT/det/3 fox/NN/pobj/1 on/IN/prep/0 rug/NN/pobj/4', ''],
  ['throws/VBZ/ROOT/0 at/IN/prep/0 a/DT/det/3 fox/NN/pobj/1 with/IN/prep/0 left/NN/pobj/4', ''],
  ['throw/NN/ROOT/0 at/IN/prep/0 a/DT/det/3 fox/NN/pobj/1 on/IN/prep/0 left/NN/pobj/4', ''],
  ['throws/VBZ/ROOT/0 at/IN/prep/0 a/DT/det/3 fox/JJ/pobj/1 on/IN/prep/0 left/NN/pobj/4', ''],
  ['left/NN/pobj/4 throws/VBZ/ROOT/1 at/IN/prep/1 fox/NN/pobj/2 on/IN/prep/1', ''],
  [
    'sits/VBZ/ROOT/0 with/IN/prep/0 his/PRP$/poss/3 head/NN/pobj/1 in/IN/prep/0 hands/NNS/pobj/4',
    'in/IN/prep/3',
  ],
  ['sits/VBZ/ROOT/0 with/IN/prep/0 a/DT/det/3 head/NN/pobj/1 in/IN/prep/0 hands/NNS/pobj/4', ''],
  ['sits/VBZ/ROOT/0 with/IN/prep/0 his/PRP$/poss/3 lamp/NN/pobj/1 in/IN/prep/0 hands/NNS/pobj/4', ''],
  ['sits/VBZ/ROOT/0 by/IN/prep/0 his/PRP$/poss/3 head/NN/pobj/1 in/IN/prep/0 hands/NNS/pobj/4', ''],
  ['sits/VBZ/ROOT/0 with/IN/prep/0 his/PRP$/poss/3 head/NN/dobj/1 in/IN/prep/0 hands/NNS/pobj/4', ''],
  // "wears a raincoat and boots": both are reached.
  ['wears/VBZ/ROOT/0 raincoat/NN/nmod/3 and/CC/cc/1 boots/NNS/dobj/0', 'raincoat/NN/dobj/0 boots/NNS/conj/1'],
  ['in/IN/ROOT/0 raincoat/NN/nmod/3 and/CC/cc/3 boots/NNS/pobj/0', 'raincoat/NN/pobj/0 boots/NNS/conj/1'],
  ['in/IN/ROOT/0 raincoat/NN/nmod/3 and/CC/cc/0 boots/NNS/pobj/0', ''],
  ['in/IN/ROOT/0 raincoat/NN/nmod/3 by/IN/cc/1 boots/NNS/pobj/0', ''],
  ['in/IN/ROOT/0 raincoat/JJ/nmod/3 and/CC/cc/1 boots/NNS/pobj/0', ''],
  ['in/IN/ROOT/0 raincoat/NN/amod/3 and/CC/cc/1 boots/NNS/pobj/0', ''],
  ['in/IN/ROOT/0 raincoat/NN/nmod/3 and/CC/cc/1 boots/NNS/attr/0', ''],
  ['and/CC/cc/2 in/IN/ROOT/1 raincoat/NN/nmod/3 boots/NNS/pobj/1', ''],
  ['in/IN/ROOT/0 raincoat/NN/nmod/2 boots/NNS/pobj/0 and/CC/cc/2', ''],
])('“%s”: %s', (text, moved) => {
  const one = tagged(text);
  expect(changed(one, withNearerHeads(one.words, withDoersBehind(one.words, one.arcs)))).toBe(moved);
});

it('knows what is done to nothing, in every form', () => {
  expect(['sits', 'sleeping', 'stood', 'holds', 'lamp'].map(standsAlone)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
