import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withNearestHeads } from './attachments.js';
import { Dictionary } from './dictionary.js';
import { changed, tagged } from './testing/tagged.js';

const words = new URL('../../../../models/reading/files/words.txt', import.meta.url);
const dictionary = Dictionary.of(readFileSync(words, 'utf8'));

it.each<readonly [parsed: string, moved: string]>([
  // "barks as a girl laughs and waves": the girl waves.
  ['barks/VBZ maid/NN/nsubj/2 frowns/VBZ/advcl/0 shakes/VBZ/conj/0', 'shakes/VBZ/conj/2'],
  ['barks/VBZ frowns/VBZ/advcl/0 shakes/VBZ/conj/0', ''],
  ['barks/VBZ maid/NN/nsubj/2 frowns/VBZ/advcl/0 shakes/VBZ/prep/0', ''],
  ['barks/VBP maid/NN/nsubj/2 frowns/VBZ/advcl/0 shakes/VBZ/conj/0', ''],
  ['barking/VBG maid/NN/nsubj/2 frowning/VBG/advcl/0 shaking/VBG/conj/0', ''],
  ['shakes/VBZ/conj/3 maid/NN/nsubj/2 frowns/VBZ/advcl/3 barks/VBZ/ROOT/3', ''],
  ['barks/VBZ maid/NN/nsubj/2 frowns/VBZ/advcl/0 cook/NN/nsubj/4 shakes/VBZ/conj/0', ''],
  ['barks/VBZ maid/NN/nsubj/2 frowns/VBZ/ccomp/0 shakes/VBZ/conj/0', ''],
  ['barks/VBZ maid/NN/nsubj/2 frowned/VBD/advcl/0 shakes/VBZ/conj/0', ''],
  ['maid/NN/nsubj/1 frowns/VBZ/advcl/2 barks/VBZ/ROOT/2 shakes/VBZ/conj/2', ''],
  ['barks/VBZ shakes/VBZ/conj/0 maid/NN/nsubj/3 frowns/VBZ/advcl/0', ''],
  [
    'barks/VBZ maid/NN/nsubj/2 frowns/VBZ/advcl/0 cook/NN/nsubj/4 nods/VBZ/advcl/0 shakes/VBZ/conj/0',
    'shakes/VBZ/conj/4',
  ],
  // "lanterns strung between poles": done to them, and no quality.
  ['lanterns/NNS strung/JJ between/IN poles/NNS/pobj/2', 'strung/VBN/acl/0'],
  ['lanterns/NNS strung/JJ up/RP', 'strung/VBN/acl/0'],
  ['lanterns/NNS strung/JJ', ''],
  ['lanterns/NNS strung/JJ low/JJ', ''],
  ['lanterns/NNS wet/JJ between/IN', ''],
  ['lanterns/NNS strung/VBN between/IN', ''],
  ['seen/VBN strung/JJ between/IN', ''],
  // "rolls past a gate and a boy peeks out": the boy does.
  [
    'rolls/VBZ past/IN/prep/0 gate/NN/pobj/1 and/CC/cc/2 a/DT/det/5 boy/NN/conj/2 peeks/VBZ/conj/0',
    'and/CC/cc/0 boy/NN/nsubj/6',
  ],
  [
    'rolls/VBZ past/IN/prep/0 gate/NN/pobj/1 and/CC/cc/2 boys/NNS/conj/2 peek/VBP/conj/0',
    'and/CC/cc/0 boys/NNS/nsubj/5',
  ],
  [
    'rolls/VBZ past/IN/prep/0 gate/NN/pobj/1 and/CC/cc/2 his/PRP$/poss/6 small/JJ/amod/6 boy/NN/conj/2 peeks/VBZ/conj/0',
    'and/CC/cc/0 boy/NN/nsubj/7',
  ],
  ['rolls/VBZ past/IN/prep/0 gate/NN/pobj/1 and/CC/cc/2 boys/NNS/conj/2 peeks/VBZ/conj/0', ''],
  ['rolls/VBZ past/IN/prep/0 gate/NN/pobj/1 and/CC/cc/2 a/DT/det/5 boy/NN/conj/2 peek/VBP/conj/0', ''],
  ['rolls/VBZ past/IN/prep/0 gate/NN/pobj/1 and/CC/cc/2 a/DT/det/5 boy/NN/conj/2 peeks/VBZ/advcl/0', ''],
  ['rolls/VBZ past/IN/prep/0 gate/NN/pobj/1 and/CC/cc/2 a/DT/det/5 boy/NN/pobj/1 peeks/VBZ/conj/0', ''],
  ['rolls/VBZ past/IN/prep/0 gate/NN/pobj/1 or/CC/cc/2 a/DT/det/5 boy/NN/conj/2 peeks/VBZ/conj/0', ''],
  ['rolls/VBZ past/IN/prep/0 gate/NN/pobj/1 and/CC/cc/2 boy/NN/conj/2 peeks/VBZ/conj/0', ''],
  ['rolling/VBG past/IN/prep/0 gate/NN/pobj/1 and/CC/cc/2 a/DT/det/5 boy/NN/conj/2 peeks/VBZ/conj/0', ''],
  [
    'rolls/VBZ past/IN/prep/0 gate/NN/pobj/1 and/CC/cc/2 a/DT/det/5 boy/NN/conj/2 peeks/VBZ/conj/0 he/PRP/nsubj/6',
    '',
  ],
  ['gate/NN/pobj/4 and/CC/cc/0 a/DT/det/3 boy/NN/conj/0 peeks/VBZ/conj/5 rolls/VBZ/ROOT/5', ''],
  ['a/DT boy/NN/conj/3 peeks/VBZ/conj/3 rolls/VBZ/ROOT/3', ''],
  ['peeks/VBZ/conj/1 rolls/VBZ/ROOT/1', ''],
  // "stacked against walls and lanterns strung from poles": what the last does, and not what the first does.
  [
    'baskets/NNS/ROOT/0 stacked/VBN/acl/0 against/IN/prep/1 walls/NNS/pobj/2 and/CC/cc/3 lanterns/NNS/conj/3 strung/VBN/acl/1',
    'lanterns/NNS/conj/0 strung/VBN/acl/5',
  ],
  [
    'baskets/NNS/ROOT/0 stacked/VBN/acl/0 against/IN/prep/1 walls/NNS/pobj/2 and/CC/cc/3 lanterns/NNS/conj/3 strung/VBN/pcomp/1',
    '',
  ],
  [
    'baskets/NNS/ROOT/0 stacked/VBN/acl/0 against/IN/prep/1 walls/NNS/pobj/2 lanterns/NNS/conj/3 strung/VBN/acl/1',
    '',
  ],
  [
    'baskets/NNS/ROOT/0 stacked/VBN/acl/0 against/IN/prep/1 walls/NNS/pobj/2 and/CC/cc/3 lanterns/NNS/conj/3 strung/VBD/acl/1',
    '',
  ],
  [
    'baskets/NNS/ROOT/0 stacked/VBN/advcl/0 against/IN/prep/1 walls/NNS/pobj/2 and/CC/cc/3 lanterns/NNS/conj/3 strung/VBN/acl/1',
    '',
  ],
  [
    'baskets/NNS/ROOT/0 stacked/JJ/acl/0 against/IN/prep/1 walls/NNS/pobj/2 and/CC/cc/3 lanterns/NNS/conj/3 strung/VBN/acl/1',
    '',
  ],
  [
    'man/NN/ROOT/0 eating/VBG/acl/0 cake/NN/dobj/1 and/CC/cc/2 a/DT/det/5 woman/NN/conj/2 eating/VBG/acl/1',
    'woman/NN/conj/0 eating/VBG/acl/5',
  ],
  [
    'man/NN/ROOT/0 eating/VBG/acl/0 cake/NN/attr/1 and/CC/cc/2 a/DT/det/5 woman/NN/conj/2 eating/VBG/acl/1',
    '',
  ],
  [
    'candles/NNS/nsubj/6 burning/VBG/acl/0 at/IN/prep/1 feet/NNS/pobj/2 and/CC/cc/3 spoon/NN/conj/3 laid/VBN/ROOT/6',
    'candles/NNS/ROOT/0 spoon/NN/conj/0 laid/VBN/acl/5',
  ],
  [
    'candles/NNS/nsubj/7 burning/VBG/acl/0 at/IN/prep/1 feet/NNS/pobj/2 and/CC/cc/3 spoon/NN/conj/3 laid/VBN/acl/7 lights/VBZ/ROOT/7',
    'spoon/NN/conj/0 laid/VBN/acl/5',
  ],
  [
    'cup/NN/nsubj/7 candles/NNS/ROOT/1 burning/VBG/acl/1 at/IN/prep/2 feet/NNS/pobj/3 and/CC/cc/4 spoon/NN/conj/4 laid/VBN/ROOT/7',
    '',
  ],
  [
    'lantern/NN/ROOT/0 hooked/VBN/acl/0 and/CC/cc/0 a/DT/det/4 mule/NN/conj/0 loaded/VBN/conj/1',
    'loaded/VBN/acl/4',
  ],
  ['lantern/NN/ROOT/0 hooked/VBN/acl/0 and/CC/cc/0 a/DT/det/4 mule/NN/conj/0 loaded/VBN/acl/4', ''],
  ['lantern/NN/ROOT/0 hooked/VBN/dep/0 and/CC/cc/0 a/DT/det/4 mule/NN/conj/0 loaded/VBN/conj/1', ''],
  ['loaded/VBN sacks/NNS/pobj/0 and/CC mule/NN/dobj/0 waiting/VBG/acl/0', ''],
  // "reads to children sitting on a rug": they do.
  ['reads/VBZ to/IN/prep/0 children/NNS/pobj/1 sitting/VBG/acl/0', 'sitting/VBG/acl/2'],
  ['reads/VBZ to/IN/prep/0 a/DT/det/3 dog/NN/pobj/1 lying/VBG/advcl/0', 'lying/VBG/acl/3'],
  ['pets/VBZ foxes/NNS/dobj/0 sleeping/VBG/conj/0', 'sleeping/VBG/acl/1'],
  ['reads/VBZ to/IN/prep/0 children/NNS/pobj/1 sitting/VBG/ccomp/0', ''],
  ['reads/VBZ to/IN/prep/0 children/NNS/pobj/1 eating/VBG/acl/0', ''],
  ['reads/VBZ to/IN/prep/0 children/NNS/pobj/1 sitting/VBN/acl/0', ''],
  ['reads/VBZ to/IN/prep/0 lamps/NNS/pobj/1 sitting/VBG/acl/0', ''],
  ['reads/VBZ to/IN/prep/0 children/NNS/attr/1 sitting/VBG/acl/0', ''],
  ['reads/VBZ to/IN/prep/0 children/NNS/pobj/1 sitting/VBG/acl/2', ''],
  ['group/NN of/IN/prep/0 children/NNS/pobj/1 sitting/VBG/acl/0', ''],
  ['reads/VBZ children/NNS/dobj/0 sitting/VBG/acl/3 on/IN', ''],
  // "a cart full of hay": the cart is.
  [
    'a/DT/det/2 cart/NN/compound/2 full/JJ/dobj/5 of/IN/prep/2 hay/NN/pobj/3 pushes/VBZ/ROOT/5',
    'a/DT/det/1 cart/NN/dobj/5 full/JJ/amod/1',
  ],
  ['pushes/VBZ a/DT/det/3 red/JJ/amod/3 cart/JJ/amod/3 full/JJ/dobj/0 of/IN/prep/4', ''],
  [
    'a/DT/det/2 cart/NN/compound/2 full/NN/ROOT/2 of/IN/prep/2 hay/NN/pobj/3',
    'a/DT/det/1 cart/NN/ROOT/1 full/JJ/amod/1',
  ],
  ['a/DT/det/2 cart/NN/compound/2 full/JJ/ROOT/2 with/IN/prep/2', ''],
  ['a/DT/det/2 cart/NN/compound/2 rich/JJ/ROOT/2 of/IN/prep/2', ''],
  ['a/DT/det/1 cart/NN/ROOT/1 full/JJ/amod/1 of/IN/prep/2', ''],
  ['full/JJ of/IN/prep/0 hay/NN/pobj/1', ''],
  // "dust covering the floor and an axe stuck in a log": dust is stuck nowhere.
  [
    'dust/NN/nsubj/5 covering/VBG/acl/0 and/CC/cc/0 an/DT/det/4 axe/NN/nsubj/5 stuck/VBD/ROOT/5',
    'dust/NN/ROOT/0',
  ],
  [
    'dust/NN/nsubj/6 covering/VBG/acl/0 and/CC/cc/0 an/DT/det/4 axe/NN/nsubj/6 is/VBZ/aux/6 stuck/VBN/advcl/7 falls/VBZ/ROOT/7',
    'dust/NN/advcl/7',
  ],
  ['dust/NN/nsubj/5 covering/VBG/amod/0 and/CC/cc/0 an/DT/det/4 axe/NN/nsubj/5 stuck/VBD/ROOT/5', ''],
  ['dust/NN/nsubj/4 covering/VBG/acl/0 an/DT/det/3 axe/NN/nsubj/4 stuck/VBD/ROOT/4', ''],
  ['axe/NN/nsubj/1 stuck/VBD/ROOT/1', ''],
  ['dust/NN/nsubj/3 and/CC/cc/0 axe/NN/nsubj/3 stuck/VBD/ROOT/3 lying/VBG/acl/0', ''],
  // "offers a rose to a dragon": the rose is not the dragon's.
  ['offers/VBZ a/DT/det/2 rose/NN/dobj/0 to/IN/prep/2', 'to/IN/prep/0'],
  ['offers/VBZ a/DT/det/2 rose/NN/dobj/0 to/IN/prep/0', ''],
  ['offers/VBZ a/DT/det/2 rose/NN/dobj/0 to/IN/punct/2', ''],
  ['offers/VBZ a/DT/det/2 rose/NN/dobj/0 of/IN/prep/2', ''],
  ['offers/VBZ a/DT/det/2 rose/NN/attr/0 to/IN/prep/2', ''],
  ['paints/VBZ a/DT/det/2 door/NN/dobj/0 to/IN/prep/2', ''],
  ['offer/NN a/DT/det/2 rose/NN/dobj/0 to/IN/prep/2', ''],
  ['to/IN/prep/2 a/DT/det/2 rose/NN/dobj/3 offers/VBZ/ROOT/3', ''],
  // "pulls a sled loaded with wood through snow": pulled through it.
  [
    'pulls/VBZ sled/NN/dobj/0 loaded/VBN/acl/1 with/IN/prep/2 wood/NN/pobj/3 through/IN/prep/2',
    'through/IN/prep/0',
  ],
  ['pulls/VBZ sled/NN/dobj/0 loaded/VBN/acl/1 towards/IN/prep/2', 'towards/IN/prep/0'],
  ['pulls/VBZ sled/NN/dobj/0 loaded/VBN/acl/1 in/IN/prep/2', ''],
  ['pulls/VBZ sled/NN/dobj/0 loaded/VBN/conj/1 through/IN/prep/2', ''],
  ['pulls/VBZ sled/NN/dobj/0 loaded/VBD/acl/1 through/IN/prep/2', ''],
  ['pulls/VBZ sled/NN/dobj/0 painted/VBN/acl/1 through/IN/prep/2', ''],
  ['pulls/VBZ sled/NN/dobj/0 loaded/VBN/acl/1 through/IN/advmod/2', ''],
  ['sled/NN/ROOT/0 loaded/VBN/acl/0 through/IN/prep/1', ''],
  // "tiptoes down the stairs": what leads to a noun is a preposition.
  ['tiptoes/VBZ down/RP/prt/0 the/DT/det/3 stairs/NNS/pobj/0', 'down/IN/prep/0 stairs/NNS/pobj/1'],
  ['tiptoes/VBZ down/RP/prt/0 stairs/NNS/pobj/0', 'down/IN/prep/0 stairs/NNS/pobj/1'],
  ['tiptoes/VBZ down/RP/prt/0 the/DT/det/3 stairs/NNS/dobj/0', ''],
  ['tiptoes/NNS down/RP/prt/0 the/DT/det/3 stairs/NNS/pobj/0', ''],
  ['tiptoes/VBZ down/RP/prt/0 the/DT/det/3 red/JJ/pobj/0', ''],
  ['tiptoes/VBZ down/RB/advmod/0 the/DT/det/3 stairs/NNS/pobj/0', ''],
  ['tiptoes/VBZ down/RP/prt/3 the/DT/det/3 stairs/NNS/pobj/0', ''],
  ['tiptoes/VBZ the/DT/det/2 stairs/NNS/pobj/0', ''],
  // "holds the door open with her foot": the door is held, and is open.
  [
    'holds/VBZ the/DT/det/2 door/NN/nsubj/3 open/JJ/ccomp/0 with/IN/prep/3 for/IN/prep/3',
    'door/NN/dobj/0 open/JJ/amod/2 with/IN/prep/0',
  ],
  ['holds/VBZ the/DT/det/2 door/NN/dobj/0 open/JJ/acomp/0 with/IN/prep/3', 'open/JJ/amod/2 with/IN/prep/0'],
  ['holds/VBZ the/DT/det/2 door/NN/dobj/0 open/JJ/oprd/0', 'open/JJ/amod/2'],
  ['holds/VBZ the/DT/det/2 door/NN/dobj/0 open/JJ/amod/0', 'open/JJ/amod/2'],
  ['holds/VBZ the/DT/det/2 door/NN/dobj/0 open/JJ/advcl/0', ''],
  ['holds/VBZ the/DT/det/2 door/NN/dobj/0 open/RB/ccomp/0', ''],
  ['holds/VBZ the/DT/det/2 door/NN/pobj/0 open/JJ/ccomp/0', ''],
  ['holds/VBZ the/DT/det/2 door/NN/dep/3 open/JJ/ccomp/0', ''],
  ['holds/VBZ it/PRP/dobj/0 open/JJ/ccomp/0', ''],
  ['holds/NNS the/DT/det/2 door/NN/dobj/0 open/JJ/ccomp/0', ''],
  ['sees/VBZ the/DT/det/2 door/NN/dobj/0 open/JJ/ccomp/0', ''],
  ['door/NN/nsubj/1 open/JJ/ccomp/2 holds/VBZ/ROOT/2', ''],
  ['holds/VBZ open/JJ/acomp/0', ''],
  // "two sledges are level": several are no level.
  ['sledges/NNS/nsubj/1 are/VBP/ROOT/1 level/NN/attr/1', 'level/JJ/acomp/1'],
  ['sledges/NNS/nsubj/1 were/VBD/ROOT/1 level/NN/attr/1', 'level/JJ/acomp/1'],
  ['sledge/NN/nsubj/1 is/VBZ/ROOT/1 level/NN/attr/1', ''],
  ['sledges/NNS/nsubj/1 are/VBP/ROOT/1 level/NN/dobj/1', ''],
  ['sledges/NNS/nsubj/1 are/VBP/ROOT/1 level/NNS/attr/1', ''],
  ['sledges/NNS/nsubj/1 are/VBP/ROOT/1 one/CD/nummod/3 level/NN/attr/1', ''],
  ['sledges/NNS/nsubj/1 are/VBP/ROOT/1 level/NN/attr/1 of/IN/prep/2', ''],
  ['sledges/NNS/nsubj/1 are/VBP/ROOT/1 level/NN/attr/1 here/RB/advmod/2', 'level/JJ/acomp/1'],
  // "hauls in his net": nobody is in it.
  ['hauls/VBZ in/IN/prep/0 net/NN/pobj/1', 'in/RP/prt/0 net/NN/dobj/0'],
  ['pulls/VBZ in/IN/prep/0 her/PRP$/poss/3 cart/NN/pobj/1', 'in/RP/prt/0 cart/NN/dobj/0'],
  ['pulls/VBZ in/IN/prep/0 rope/NN/pobj/1', 'in/RP/prt/0 rope/NN/dobj/0'],
  ['pulls/VBZ in/IN/prep/0 cart/NN/pobj/1', ''],
  ['walks/VBZ in/IN/prep/0 her/PRP$/poss/3 net/NN/pobj/1', ''],
  ['hauls/VBZ on/IN/prep/0 net/NN/pobj/1', ''],
  ['hauls/VBZ in/IN/advmod/0 net/NN/pobj/1', ''],
  ['hauls/VBZ now/RB in/IN/prep/0 net/NN/pobj/2', ''],
  ['haul/NN in/IN/prep/0 net/NN/pobj/1', ''],
  ['hauls/VBZ in/IN/prep/0', ''],
  // "students line up outside": a noun that does something is a verb.
  ['students/NNS/nsubj/1 line/NN/ROOT/1 up/RP/advmod/1', 'line/VBP/ROOT/1 up/RP/prt/1'],
  ['students/NNS/nsubj/1 line/NN/ROOT/1 in/IN/prep/1', 'line/VBP/ROOT/1'],
  ['students/NNS/nsubj/1 line/NN/ROOT/1 to/TO/prep/1', 'line/VBP/ROOT/1'],
  ['students/NNS/nsubj/1 line/NN/ROOT/1 slowly/RB/advmod/1', 'line/VBP/ROOT/1'],
  ['students/NNS/nsubj/1 line/NN/ROOT/1 the/DT/det/1', ''],
  ['students/NNS/nsubj/1 line/NN/ROOT/1', ''],
  ['student/NN/nsubj/1 line/NN/ROOT/1 up/RP/advmod/1', ''],
  ['students/NNS/dep/1 line/NN/ROOT/1 up/RP/advmod/1', ''],
  ['students/NNS/nsubj/1 line/NNS/ROOT/1 up/RP/advmod/1', ''],
  ['students/NNS/nsubj/2 are/VBP/ROOT/1 line/NN/attr/1 up/RP/advmod/2', ''],
  ['students/NNS/nsubj/1 lamp/NN/ROOT/1 up/RP/advmod/1', ''],
  ['students/NNS/nsubj/2 a/DT/det/2 line/NN/ROOT/2 up/RP/advmod/2', 'up/RP/prt/2'],
  ['line/NN/ROOT/0 up/RP/advmod/0', ''],
  // "leads a cow by a rope past a fence", "looks through a telescope at a ship": led past it, and looked at.
  ['leads/VBZ by/IN/prep/0 rope/NN/pobj/1 past/IN/prep/2', 'past/IN/prep/0'],
  ['leads/VBZ cow/NN/dobj/0 by/IN/prep/1 rope/NN/pobj/2 past/IN/prep/3', 'past/IN/prep/0'],
  ['leads/VBZ by/IN/prep/0 rope/NN/pobj/1 of/IN/prep/2', ''],
  ['leads/VBZ by/IN/prep/0 lamp/NN/pobj/1 on/IN/prep/2', ''],
  ['leads/VBZ with/IN/prep/0 rope/NN/pobj/1 on/IN/prep/2', ''],
  ['glides/VBZ down/IN/prep/0 river/NN/pobj/1 towards/IN/prep/2', 'towards/IN/prep/0'],
  ['glides/VBZ along/IN/prep/0 shore/NN/pobj/1 towards/IN/prep/2', 'towards/IN/prep/0'],
  ['glides/VBZ in/IN/prep/0 river/NN/pobj/1 towards/IN/prep/2', ''],
  ['glides/VBZ down/IN/prep/0 shore/NN/pobj/1 through/IN/prep/2', 'through/IN/prep/0'],
  ['glides/VBZ in/IN/prep/0 shore/NN/pobj/1 through/IN/prep/2', ''],
  ['glides/VBZ down/IN/prep/0 river/NN/pobj/1 through/IN/prep/2', ''],
  ['glides/VBZ down/IN/prep/0 shore/NN/pobj/1 with/IN/prep/2', ''],
  ['counts/VBZ coins/NNS/dobj/0 into/IN/prep/1', 'into/IN/prep/0'],
  ['counts/VBZ steps/NNS/dobj/0 into/IN/prep/1', ''],
  ['counts/VBZ coins/NNS/attr/0 into/IN/prep/1', ''],
  ['counts/VBZ coins/NNS/dobj/0 into/IN/advmod/1', ''],
  ['looks/VBZ through/IN/prep/0 telescope/NN/pobj/1 at/IN/prep/2', 'at/IN/prep/0'],
  ['walks/VBZ through/IN/prep/0 door/NN/pobj/1 at/IN/prep/2', ''],
  ['coins/NNS/ROOT/0 in/IN/prep/0 jar/NN/pobj/1 past/IN/prep/2', ''],
  ['past/IN/prep/1 coins/NNS/dobj/2 counts/VBZ/ROOT/2', ''],
  // "stands on a road into a village": whoever stands there leads nowhere.
  ['stands/VBZ on/IN/prep/0 road/NN/pobj/1 into/IN/prep/0', 'into/IN/prep/2'],
  ['walks/VBZ on/IN/prep/0 road/NN/pobj/1 into/IN/prep/0', ''],
  ['stands/VBZ on/IN/prep/0 rug/NN/pobj/1 into/IN/prep/0', ''],
  ['stands/VBZ on/IN/prep/0 road/NN/pobj/1 in/IN/prep/0', ''],
  ['stands/VBZ on/IN/prep/0 road/NN/pobj/1 into/IN/advmod/0', ''],
  ['stands/VBZ the/DT/det/2 road/NN/dobj/0 into/IN/prep/0', ''],
  ['stand/NN on/IN/prep/0 road/NN/pobj/1 into/IN/prep/0', ''],
  ['into/IN/prep/1 stands/VBZ/ROOT/1', ''],
  // "with his arms crossed", "with her thumbs hooked in her belt": what is done to what somebody has.
  ['with/IN/prep/0 her/PRP$/poss/2 arms/NNS/pobj/0 crossed/VBN/dep/0', 'crossed/VBN/acl/2'],
  [
    'with/IN/prep/0 her/PRP$/poss/2 arms/NNS/nsubj/3 crossed/VBD/pcomp/0',
    'arms/NNS/pobj/0 crossed/VBN/acl/2',
  ],
  ['with/IN/prep/0 her/PRP$/poss/2 hair/NN/nsubj/3 wide/JJ/pcomp/0', 'hair/NN/pobj/0 wide/VBN/acl/2'],
  ['with/IN/prep/0 her/PRP$/poss/2 arms/NNS/nsubj/3 spread/VBP/pcomp/0', 'arms/NNS/pobj/0 spread/VBN/acl/2'],
  ['with/IN/prep/0 her/PRP$/poss/2 arms/NNS/nsubj/3 crossed/VBZ/pcomp/0', ''],
  ['with/IN/prep/0 her/PRP$/poss/2 arms/NNS/nsubj/3 long/JJ/pcomp/0', ''],
  ['with/IN/prep/0 her/PRP/poss/2 arms/NNS/nsubj/3 crossed/VBD/pcomp/0', ''],
  ['with/IN/prep/0 her/PRP$/det/2 arms/NNS/nsubj/3 crossed/VBD/pcomp/0', ''],
  ['in/IN/prep/0 her/PRP$/poss/2 arms/NNS/nsubj/3 crossed/VBD/pcomp/0', ''],
  [
    'with/IN/prep/0 the/DT/det/3 her/PRP$/poss/3 arms/NNS/nsubj/4 crossed/VBD/pcomp/0',
    'arms/NNS/pobj/0 crossed/VBN/acl/3',
  ],
  ['with/IN/prep/0 a/DT b/NN c/NN her/PRP$/poss/5 arms/NNS/nsubj/6 crossed/VBD/pcomp/0', ''],
  ['with/IN/prep/0 her/PRP$/poss/2 arms/NNS/dobj/3 crossed/VBD/pcomp/0', ''],
  ['with/IN/prep/0 her/PRP$/poss/2 arms/NNS/nsubj/4 crossed/VBD/pcomp/0 he/PRP', ''],
  ['with/IN/prep/0 her/PRP$/poss/2 arms/NNS/pobj/0 crossed/VBD/ROOT/3', ''],
  ['sits/VBZ with/IN/prep/0 her/PRP$/poss/3 arms/NNS/pobj/1 crossed/VBD/ROOT/4', 'crossed/VBN/acl/3'],
  ['with/IN/prep/0 her/PRP$/poss/2 arms/NNS/pobj/0 crossed/VBD/dep/0 he/PRP/nsubj/3', ''],
  [
    'sits/VBZ with/IN/prep/0 his/PRP$/poss/3 hands/NNS/pobj/1 on/IN/prep/3 his/PRP$/poss/6 hips/NNS/pobj/4 and/CC/cc/0 his/PRP$/poss/9 head/NN/nsubj/10 tipped/VBD/conj/0',
    'head/NN/conj/3 tipped/VBN/acl/9',
  ],
  [
    'sits/VBZ with/IN/prep/0 his/PRP$/poss/3 hands/NNS/pobj/1 on/IN/prep/3 his/PRP$/poss/6 hips/NNS/pobj/4 but/CC/cc/0 his/PRP$/poss/9 head/NN/nsubj/10 tipped/VBD/conj/0',
    '',
  ],
  [
    'sits/VBZ with/IN/prep/0 his/PRP$/poss/3 hands/NNS/dep/1 and/CC/cc/0 his/PRP$/poss/6 head/NN/nsubj/7 tipped/VBD/conj/0',
    'head/NN/pobj/1 tipped/VBN/acl/6',
  ],
  ['and/CC/cc/0 his/PRP$/poss/2 head/NN/nsubj/3 tipped/VBD/conj/0', ''],
  ['arms/NNS crossed/VBD', ''],
  // "stands with her arms crossed beside a car": she is beside it.
  [
    'stands/VBZ with/IN/prep/0 her/PRP$/poss/3 arms/NNS/nsubj/4 crossed/VBD/pcomp/1 beside/IN/prep/4 car/NN/pobj/5',
    'arms/NNS/pobj/1 crossed/VBN/acl/3 beside/IN/prep/0',
  ],
  [
    'stands/VBZ with/IN/prep/0 her/PRP$/poss/3 arms/NNS/nsubj/4 crossed/VBD/pcomp/1 over/IN/prep/4 car/NN/pobj/5',
    'arms/NNS/pobj/1 crossed/VBN/acl/3',
  ],
  [
    'stands/VBZ with/IN/prep/0 her/PRP$/poss/3 arms/NNS/nsubj/4 crossed/VBD/pcomp/1 behind/IN/prep/4 her/PRP$/poss/7 car/NN/pobj/5',
    'arms/NNS/pobj/1 crossed/VBN/acl/3',
  ],
  [
    'stands/VBZ with/IN/prep/0 her/PRP$/poss/3 arms/NNS/nsubj/4 crossed/VBD/pcomp/1 behind/IN/prep/4 back/NN/pobj/5',
    'arms/NNS/pobj/1 crossed/VBN/acl/3',
  ],
  [
    'stands/VBZ with/IN/prep/0 her/PRP$/poss/3 arms/NNS/nsubj/4 hooked/VBD/pcomp/1 beside/IN/prep/4 car/NN/pobj/5',
    'arms/NNS/pobj/1 hooked/VBN/acl/3',
  ],
  [
    'woman/NN/ROOT/0 with/IN/prep/0 her/PRP$/poss/3 arms/NNS/nsubj/4 crossed/VBD/pcomp/1 beside/IN/prep/4 car/NN/pobj/5',
    'arms/NNS/pobj/1 crossed/VBN/acl/3',
  ],
  // "study a blueprint spread out on a table": the blueprint is.
  ['study/VBP chart/NN/dobj/0 spread/VBD/ROOT/2 out/RP/prt/2', 'spread/VBN/acl/1'],
  ['study/VBP chart/NN/dobj/0 spread/VBN/ccomp/0 on/IN/prep/2', 'spread/VBN/acl/1'],
  ['study/VBP chart/NN/dobj/2 spread/VBD/conj/0 on/IN/prep/2', ''],
  ['study/VBP chart/NN/dobj/3 spread/VBD/conj/0 on/IN/prep/2', ''],
  ['study/VBP chart/NN/dobj/0 spread/VBD/advcl/0 on/IN/prep/2', ''],
  ['study/VBP chart/NN/pobj/0 spread/VBD/conj/0 on/IN/prep/2', ''],
  ['study/VBP it/PRP/dobj/0 spread/VBD/conj/0 on/IN/prep/2', ''],
  ['study/VBP chart/NN/dobj/0 spread/VBP/conj/0 on/IN/prep/2', ''],
  ['study/VBP chart/NN/dobj/0 ran/VBD/conj/0 on/IN/prep/2', ''],
  ['study/VBP chart/NN/dobj/0 spread/VBD/conj/0 here/RB/advmod/2', ''],
  ['study/VBP chart/NN/dobj/0 spread/VBD/conj/0 on/IN/prep/2 he/PRP/nsubj/2', ''],
  // "climbs down a pipe with a sack clenched between his teeth": the sack is not the pipe's.
  [
    'climbs/VBZ down/IN/prep/0 pipe/NN/pobj/1 with/IN/prep/2 sack/NN/pobj/3 clenched/VBN/acl/4 between/IN/prep/5 his/PRP$/poss/8 teeth/NNS/pobj/6',
    'with/IN/prep/0',
  ],
  [
    'climbs/VBZ down/IN/prep/0 pipe/NN/pobj/1 with/IN/prep/2 sack/NN/pobj/3 clenched/VBN/acl/4 between/IN/prep/5 the/DT/det/8 teeth/NNS/pobj/6',
    '',
  ],
  [
    'climbs/VBZ down/IN/prep/0 pipe/NN/pobj/1 with/IN/prep/2 sack/NN/pobj/3 clenched/VBN/acl/4 between/IN/prep/5 his/PRP$/poss/8 books/NNS/pobj/6',
    '',
  ],
  [
    'climbs/VBZ down/IN/prep/0 coat/NN/pobj/1 with/IN/prep/2 sack/NN/pobj/3 clenched/VBN/acl/4 between/IN/prep/5 his/PRP$/poss/8 teeth/NNS/pobj/6',
    '',
  ],
  [
    'climbs/VBZ down/IN/prep/0 girl/NN/pobj/1 with/IN/prep/2 sack/NN/pobj/3 clenched/VBN/acl/4 between/IN/prep/5 his/PRP$/poss/8 teeth/NNS/pobj/6',
    '',
  ],
  [
    'climbs/VBZ now/RB pipe/NN/dobj/0 with/IN/prep/2 sack/NN/pobj/3 clenched/VBN/acl/4 between/IN/prep/5 his/PRP$/poss/8 teeth/NNS/pobj/6',
    '',
  ],
  [
    'climbs/VBZ down/IN/prep/0 pipe/NN/pobj/1 with/IN/advmod/2 sack/NN/pobj/3 clenched/VBN/acl/4 between/IN/prep/5 his/PRP$/poss/8 teeth/NNS/pobj/6',
    '',
  ],
  [
    'climbs/VBZ down/IN/prep/0 pipe/NN/pobj/1 of/IN/prep/2 sack/NN/pobj/3 clenched/VBN/acl/4 between/IN/prep/5 his/PRP$/poss/8 teeth/NNS/pobj/6',
    '',
  ],
  [
    'climbs/VBZ down/IN/prep/0 it/PRP/pobj/1 with/IN/prep/2 sack/NN/pobj/3 clenched/VBN/acl/4 between/IN/prep/5 his/PRP$/poss/8 teeth/NNS/pobj/6',
    '',
  ],
  [
    'sack/NN/ROOT/0 on/IN/prep/0 pipe/NN/pobj/1 with/IN/prep/2 sack/NN/pobj/3 clenched/VBN/acl/4 between/IN/prep/5 his/PRP$/poss/8 teeth/NNS/pobj/6',
    '',
  ],
])('“%s”: %s', (text, moved) => {
  const one = tagged(text);
  expect(changed(one, withNearestHeads(one.words, one.arcs, dictionary))).toBe(moved);
});

it('is sure of what it hangs elsewhere, and leaves what it leaves as sure as it was', () => {
  const { words: said, arcs } = tagged('offers/VBZ/ROOT/0/0.5 rose/NN/dobj/0/0.4 to/IN/prep/1/0.3');
  expect(withNearestHeads(said, arcs, dictionary).map(({ sure }) => sure)).toEqual([0.5, 0.4, 0.9]);
});
