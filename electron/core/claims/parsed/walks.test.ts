import { describe, expect, it } from 'vitest';
import { walked } from './testing/walked.js';

/** Trees as the parser may give them, of what it has seldom given: what it makes of a sentence changes with its training. */
function describeWalks(
  name: string,
  rows: readonly (readonly [parsed: string, noted: readonly string[]])[],
): void {
  describe(name, () => {
    it.each(rows)('%s', (parsed, noted) => expect(walked(parsed)).toEqual(noted));
  });
}

describeWalks('whom what comes next is told of', [
  [
    'truck/NN/nsubj/1 speeds/VBZ/ROOT/1 while/IN/mark/4 dog/NN/nsubj/4 runs/VBZ/advcl/1 , crates/NNS/ROOT/0 bouncing/VBG/acl/0 behind/IN/prep/1 it/PRP/pobj/2',
    [
      'entity: truck',
      'action: truck speeds',
      'entity: dog',
      'action: dog runs',
      'entity: crates',
      'action: crates bouncing behind truck',
    ],
  ],
  [
    'truck/NN/nsubj/1 speeds/VBZ/ROOT/1 , dog/NN/nsubj/1 barking/VBG/ROOT/1 , crates/NNS/ROOT/0 bouncing/VBG/acl/0 behind/IN/prep/1 it/PRP/pobj/2',
    [
      'entity: truck',
      'action: truck speeds',
      'entity: dog',
      'action: dog barking',
      'entity: crates',
      'action: crates bouncing behind truck',
    ],
  ],
  [
    'boy/NN/nsubj/1 holds/VBZ/ROOT/1 rope/NN/dobj/1 . boat/NN/nsubj/1 drifts/VBZ/ROOT/1 , rocking/VBG/ROOT/0',
    [
      'entity: boy',
      'entity: rope',
      'action: boy holds rope',
      'entity: boat',
      'action: boat drifts',
      'action: boat rocking',
    ],
  ],
  [
    'girl/NN/nsubj/1 watches/VBZ/ROOT/1 man/NN/dobj/1 digging/VBG/acl/2 hole/NN/dobj/3 , whistling/VBG/ROOT/0',
    [
      'entity: girl',
      'entity: man',
      'entity: hole',
      'action: man digging hole',
      'action: girl watches man',
      'action: man whistling',
    ],
  ],
  [
    'lamp/NN/nsubj/1 glows/VBZ/ROOT/1 . bridge/NN/ROOT/0 over/IN/prep/0 boat/NN/pobj/1 drifting/VBG/acl/2 , rocking/VBG/ROOT/0',
    [
      'entity: lamp',
      'action: lamp glows',
      'place: bridge',
      'entity: boat',
      'action: boat drifting',
      'relation: bridge over boat',
      'action: boat rocking',
    ],
  ],
  [
    'boy/NN/nsubj/1 waits/VBZ/ROOT/1 . hand/NN/nsubj/1 appears/VBZ/ROOT/1 , holding/VBG/ROOT/0 knife/NN/dobj/0',
    ['entity: boy', 'action: boy waits', 'entity: hand', 'entity: knife', 'action: hand holding knife'],
  ],
  [
    'boy/NN/nsubj/1 waits/VBZ/ROOT/1 . hand/NN/nsubjpass/2 is/VBZ/auxpass/2 raised/VBN/ROOT/2 , holding/VBG/ROOT/0 knife/NN/dobj/0',
    [
      'entity: boy',
      'action: boy waits',
      'entity: hand',
      'attribute: hand raised',
      'entity: knife',
      'action: hand holding knife',
    ],
  ],
  [
    'woman/NN/nsubj/1 sleeps/VBZ/ROOT/1 . dog/NN/nsubj/1 barks/VBZ/ROOT/1 . her/PRP$/poss/1 hair/NN/nsubj/2 braided/VBN/ROOT/2 , smiling/VBG/ROOT/0',
    [
      'entity: woman',
      'action: woman sleeps',
      'entity: dog',
      'action: dog barks',
      "entity: woman's hair",
      "attribute: woman's hair braided",
      'action: woman smiling',
    ],
  ],
]);

describeWalks('what is about to be done, told, or let others do', [
  [
    'boy/NN/nsubj/1 is/VBZ/ROOT/1 ready/JJ/acomp/1 to/TO/aux/4 jump/VB/xcomp/2',
    ['entity: boy', 'attribute: boy ready'],
  ],
  [
    'boy/NN/nsubj/3 and/CC/cc/0 girl/NN/conj/0 are/VBP/ROOT/3 about/JJ/acomp/3 to/TO/aux/6 sing/VB/xcomp/4',
    ['entity: boy', 'entity: girl', 'action: boy about to sing', 'action: girl about to sing'],
  ],
  [
    'mother/NN/nsubj/1 tells/VBZ/ROOT/1 boy/NN/dobj/1 to/TO/aux/4 sit/VB/xcomp/1',
    ['entity: mother', 'entity: boy', 'action: mother tells boy', 'action: boy sit'],
  ],
  [
    'girl/NN/nsubj/1 watches/VBZ/ROOT/1 dog/NN/dobj/1 wet/JJ/xcomp/1',
    ['entity: girl', 'entity: dog', 'action: girl watches dog', 'attribute: dog wet'],
  ],
  [
    'sign/NN/nsubj/1 says/VBZ/ROOT/1 that/IN/mark/4 fox/NN/nsubj/4 sleeps/VBZ/advcl/1',
    ['entity: sign', 'entity: fox'],
  ],
  [
    'girl/NN/nsubj/1 dreams/VBZ/ROOT/1 while/IN/mark/4 fox/NN/nsubj/4 sleeps/VBZ/advcl/1',
    ['entity: girl', 'action: girl dreams', 'entity: fox', 'action: fox sleeps'],
  ],
  [
    'girl/NN/nsubj/1 listens/VBZ/ROOT/1 while/IN/mark/4 fox/NN/nsubj/4 sleeps/VBZ/advcl/1',
    ['entity: girl', 'action: girl listens', 'entity: fox', 'action: fox sleeps'],
  ],
  [
    'woman/NN/nsubj/1 pushes/VBZ/ROOT/1 door/NN/dobj/1 open/JJ/xcomp/1',
    ['entity: woman', 'entity: door', 'action: woman pushes door'],
  ],
  [
    'boy/NN/nsubj/1 chases/VBZ/ROOT/1 dog/NN/dobj/1 laughing/VBG/advcl/1',
    ['entity: boy', 'entity: dog', 'action: boy chases dog', 'action: boy laughing'],
  ],
  [
    'man/NN/nsubj/1 asks/VBZ/ROOT/1 to/TO/aux/3 sit/VB/xcomp/1',
    ['entity: man', 'action: man asks', 'action: man sit'],
  ],
  [
    'laughing/VBG/advcl/2 girl/NN/nsubj/2 watches/VBZ/ROOT/2 dog/NN/dobj/2',
    ['entity: girl', 'entity: dog', 'action: girl watches dog', 'action: girl laughing'],
  ],
  [
    'girl/NN/nsubj/1 watches/VBZ/ROOT/1 dog/NN/dobj/1 and/CC/cc/1 laughs/VBZ/conj/1',
    ['entity: girl', 'entity: dog', 'action: girl watches dog', 'action: girl laughs'],
  ],
  [
    'girl/NN/nsubj/1 watches/VBZ/ROOT/1 dog/NN/dobj/1 while/IN/mark/5 cat/NN/nsubj/5 sleeps/VBZ/advcl/1',
    ['entity: girl', 'entity: dog', 'action: girl watches dog', 'entity: cat', 'action: cat sleeps'],
  ],
]);

describeWalks('who does it', [
  [
    'elephant/NN/nsubj/4 with/IN/prep/0 its/PRP$/poss/3 trunk/NN/pobj/1 wrapped/VBD/ROOT/4 around/IN/prep/4 log/NN/pobj/5',
    [
      'entity: elephant',
      "entity: elephant's trunk",
      "relation: elephant with elephant's trunk",
      'entity: log',
      "action: elephant's trunk wrapped around log",
    ],
  ],
  ['dog/NN/ROOT/0 that/DT/nsubj/2 barks/VBZ/relcl/0', ['entity: dog', 'action: dog barks']],
  ['it/PRP/nsubj/1 sleeps/VBZ/ROOT/1', ['action: nobody sleeps']],
  [
    'boy/NN/nsubj/4 on/IN/prep/0 his/PRP$/poss/3 horse/NN/pobj/1 stopped/VBD/ROOT/4 at/IN/prep/4 gate/NN/pobj/5',
    [
      'entity: boy',
      "entity: boy's horse",
      "relation: boy on boy's horse",
      'entity: gate',
      'action: boy stopped at gate',
    ],
  ],
  [
    'man/NN/nsubj/3 with/IN/prep/0 dog/NN/pobj/1 stopped/VBD/ROOT/3 at/IN/prep/3 gate/NN/pobj/4',
    ['entity: man', 'entity: dog', 'relation: man with dog', 'entity: gate', 'action: man stopped at gate'],
  ],
  ['he=Wenna/PRP/nsubj/1 waits/VBZ/ROOT/1', ['entity: wenna', 'action: wenna waits']],
  [
    'he=Wenna/PRP/nsubj/3 and/CC/cc/0 girl/NN/conj/0 wait/VBP/ROOT/3 . she/PRP/nsubj/1 waves/VBZ/ROOT/1',
    ['entity: wenna', 'entity: girl', 'action: wenna wait', 'action: girl wait', 'action: girl waves'],
  ],
]);

describeWalks('what a verb reaches', [
  [
    'woman/NN/nsubj/1 pushes/VBZ/ROOT/1 open/JJ/oprd/1 door/NN/dobj/1',
    ['entity: woman', 'entity: door', 'action: woman pushes door'],
  ],
  ['boy/NN/nsubj/1 crouches/VBZ/ROOT/1 low/JJ/oprd/1', ['entity: boy', 'action: boy crouches']],
  ['boy/NN/nsubj/1 dances/VBZ/ROOT/1 tonight/NN/dobj/1', ['entity: boy', 'action: boy dances']],
  [
    'frog/NN/nsubj/1 leaps/VBZ/ROOT/1 three/CD/nummod/4 whole/JJ/amod/4 feet/NNS/dobj/1',
    ['entity: frog', 'action: frog leaps'],
  ],
  ['frog/NN/nsubj/1 leaps/VBZ/ROOT/1 few/JJ/amod/3 feet/NNS/dobj/1', ['entity: frog', 'action: frog leaps']],
  [
    'dog/NN/nsubj/1 licks/VBZ/ROOT/1 muddy/JJ/amod/3 feet/NNS/dobj/1',
    ['entity: dog', 'entity: feet', 'attribute: feet muddy', 'action: dog licks feet'],
  ],
  [
    'horse/NN/nsubj/1 jumps/VBZ/ROOT/1 hurdles/NNS/dobj/1',
    ['entity: horse', 'entity: hurdles', 'action: horse jumps hurdles'],
  ],
  [
    'girl/NN/ROOT/0 jumping/VBG/acl/0 a/DT/det/3 fence/NN/dobj/1',
    ['entity: girl', 'entity: fence', 'action: girl jumping fence'],
  ],
  ['boy/NN/nsubj/1 looks/VBZ/ROOT/1 right/RB/dobj/1', ['entity: boy', 'action: boy looks right']],
  ['man/NN/nsubj/1 faces/VBZ/ROOT/1 the/DT/det/3 left/NN/dobj/1', ['entity: man', 'action: man faces left']],
  [
    'girl/NN/nsubj/1 waits/VBZ/ROOT/1 . boy/NN/nsubj/1 hugs/VBZ/ROOT/1 her/PRP$/dobj/1',
    ['entity: girl', 'action: girl waits', 'entity: boy', 'action: boy hugs girl'],
  ],
  ['boy/NN/nsubj/1 kneels/VBZ/ROOT/1 sideways/RB/oprd/1', ['entity: boy', 'action: boy kneels']],
  [
    'boy/NN/nsubj/1 stands/VBZ/ROOT/1 tall/JJ/attr/1',
    ['entity: boy', 'attribute: boy tall', 'action: boy stands'],
  ],
  [
    'nurse/NN/nsubj/1 gives/VBZ/ROOT/1 boy/NN/dobj/1 cup/NN/dobj/1',
    ['entity: nurse', 'entity: boy', 'entity: cup', 'action: nurse gives cup'],
  ],
  [
    'man/NN/nsubj/1 gives/VBZ/ROOT/1 child/NN/dative/1 dog/NN/dobj/1 and/CC/cc/3 cat/NN/conj/3',
    [
      'entity: man',
      'entity: dog',
      'entity: cat',
      'action: man gives dog',
      'action: man gives cat',
      'entity: child',
    ],
  ],
  [
    'nurse/NN/nsubj/1 gives/VBZ/ROOT/1 it/PRP/dobj/1 water/NN/dobj/1',
    ['entity: nurse', 'entity: water', 'action: nurse gives water'],
  ],
  ['man/NN/nsubj/1 keeps/VBZ/ROOT/1 dog/NN/dobj/1', ['entity: man', 'entity: dog', 'action: man keeps dog']],
  ['archer/NN/nsubj/1 takes/VBZ/ROOT/1 aim/NN/dobj/1', ['entity: archer', 'action: archer takes aim']],
  [
    'robot/NN/nsubj/1 keeps/VBZ/ROOT/1 a/DT/det/3 watch/NN/dobj/1',
    ['entity: robot', 'entity: watch', 'action: robot keeps watch'],
  ],
]);

describeWalks('what there is, and where it goes on', [
  [
    'there/EX/expl/1 is/VBZ/ROOT/1 fox/NN/attr/1 with/IN/prep/2 bird/NN/pobj/3 . it/PRP/nsubj/1 sleeps/VBZ/ROOT/1',
    ['entity: fox', 'entity: bird', 'relation: fox with bird', 'action: fox sleeps'],
  ],
  [
    'there/EX/expl/1 is/VBZ/ROOT/1 a/DT/det/3 gate/NN/attr/1 in/IN/prep/1 wall/NN/pobj/4 , a/DT/det/1 fox/NN/ROOT/1 , a/DT/det/1 tree/NN/ROOT/1',
    ['entity: gate', 'entity: wall', 'relation: gate in wall', 'entity: fox', 'entity: tree'],
  ],
  [
    'in/IN/prep/7 the/DT/det/2 middle/NN/pobj/0 of/IN/prep/2 the/DT/det/5 picture/NN/pobj/3 there/EX/expl/7 is/VBZ/ROOT/7 a/DT/det/9 clown/NN/attr/7 , a/DT/det/1 dog/NN/ROOT/1',
    ['entity: clown', 'relation: clown in middle', 'entity: dog', 'relation: dog in middle'],
  ],
  [
    'dog/NN/nsubj/1 sleeps/VBZ/ROOT/1 . behind/IN/prep/3 it/PRP/pobj/0 there/EX/expl/3 is/VBZ/ROOT/3 a/DT/det/5 wall/NN/attr/3 , a/DT/det/1 gate/NN/ROOT/1',
    ['entity: dog', 'action: dog sleeps', 'entity: wall', 'entity: gate'],
  ],
]);

describeWalks('what is only possible', [
  ['boy/NN/nsubj/2 almost/RB/advmod/2 drops/VBZ/ROOT/2 cup/NN/dobj/2', ['entity: boy', 'entity: cup']],
  [
    'boy/NN/nsubj/2 could/MD/aux/2 touch/VB/ROOT/2 cloud/NN/dobj/2 behind/IN/prep/2 hill/NN/pobj/4',
    ['entity: boy', 'entity: cloud', 'entity: hill'],
  ],
  ['boy/NN/nsubj/2 could/MD/aux/2 run/VB/ROOT/2 like/IN/prep/2 horse/NN/pobj/3', ['entity: boy']],
]);

describeWalks('what is done, had and shown', [
  [
    'boy/NN/nsubj/1 gives/VBZ/ROOT/1 lamp/NN/dobj/1 to/IN/dative/1 girl/NN/pobj/3',
    [
      'entity: boy',
      'entity: lamp',
      'action: boy gives lamp',
      'entity: girl',
      'action: boy gives lamp to girl',
    ],
  ],
  [
    'boy/NN/nsubj/1 gives/VBZ/ROOT/1 lamp/NN/dobj/1 to/TO/dative/1 girl/NN/pobj/3',
    [
      'entity: boy',
      'entity: lamp',
      'action: boy gives lamp',
      'entity: girl',
      'action: boy gives lamp to girl',
    ],
  ],
  [
    'bird/NN/nsubj/1 flies/VBZ/ROOT/1 up/RB/advmod/1 from/IN/prep/2 grass/NN/pobj/3 and/CC/cc/1 over/IN/conj/1 house/NN/pobj/6',
    [
      'entity: bird',
      'entity: house',
      'action: bird flies over house',
      'entity: grass',
      'action: bird flies up from grass',
    ],
  ],
  ['away/RB/advmod/1 runs/VBZ/ROOT/1 cat/NN/nsubj/1', ['entity: cat', 'action: cat runs']],
  ['dogs/NNS/nsubj/1 chase/VBP/ROOT/1 the/DT/det/3 other/JJ/dobj/1', ['entity: dogs', 'action: dogs chase']],
  [
    'knights/NNS/nsubj/1 face/VBP/ROOT/1 each/DT/det/3 dragon/NN/dobj/1',
    ['entity: knights', 'entity: dragon', 'action: knights face dragon'],
  ],
  [
    'knights/NNS/nsubj/3 and/CC/cc/0 queen/NN/conj/0 face/VBP/ROOT/3 each/DT/det/5 other/JJ/dobj/3',
    ['entity: knights', 'entity: queen', 'action: knights face', 'action: queen face'],
  ],
  [
    'girl/NN/nsubj/1 prints/VBZ/ROOT/1 selfies/NNS/dobj/1',
    ['entity: girl', 'entity: selfies', 'action: girl prints selfies'],
  ],
  ['background/NN/nsubj/1 has/VBZ/ROOT/1 tree/NN/dobj/1', ['entity: tree']],
  [
    'sword/NN/ROOT/0 displayed/VBN/acl/0 on/IN/prep/1 shelf/NN/pobj/2',
    ['entity: sword', 'entity: shelf', 'action: sword displayed on shelf (done to it)'],
  ],
  [
    'boy/NN/nsubj/1 looks/VBZ/ROOT/1 scared/JJ/acomp/1 on/IN/prep/1 bridge/NN/pobj/3',
    ['entity: boy', 'attribute: boy scared', 'place: bridge'],
  ],
  [
    'man/NN/nsubj/1 has/VBZ/ROOT/1 dog/NN/dobj/1 running/VBG/acl/2 in/IN/prep/1 yard/NN/pobj/4',
    ['entity: man', 'entity: dog', 'action: dog running', 'relation: man has dog', 'entity: yard'],
  ],
  [
    'man/NN/nsubj/1 has/VBZ/ROOT/1 dog/NN/dobj/1 in/IN/prep/1 yard/NN/pobj/3',
    ['entity: man', 'entity: dog', 'relation: man has dog', 'entity: yard', 'relation: dog in yard'],
  ],
  [
    'man/NN/nsubj/1 has/VBZ/ROOT/1 dog/NN/dobj/1 despite/IN/prep/1 cat/NN/pobj/3',
    ['entity: man', 'entity: dog', 'relation: man has dog', 'entity: cat'],
  ],
  [
    'man/NN/nsubj/1 has/VBZ/ROOT/1 dog/NN/dobj/1 with/IN/prep/1 cat/NN/pobj/3',
    ['entity: man', 'entity: dog', 'relation: man has dog', 'entity: cat'],
  ],
  [
    'man/NN/nsubj/1 has/VBZ/ROOT/1 scarf/NN/dobj/1 around/IN/prep/1 neck/NN/pobj/3',
    ['entity: man', 'entity: scarf', 'relation: man has scarf', 'entity: neck'],
  ],
  [
    'man/NN/nsubj/1 has/VBZ/ROOT/1 no/DT/det/3 dog/NN/dobj/1 in/IN/prep/1 yard/NN/pobj/4',
    ['entity: man', 'entity: not dog', 'relation: not man has dog', 'entity: yard'],
  ],
  ['man/NN/nsubj/1 has/VBZ/ROOT/1 under/IN/prep/1 table/NN/pobj/2', ['entity: man', 'entity: table']],
  [
    'girl/NN/ROOT/0 given/VBN/acl/0 cup/NN/dobj/1',
    ['entity: girl', 'entity: cup', 'action: girl given cup (done to it)'],
  ],
  [
    'boy/NN/nsubj/2 is/VBZ/auxpass/2 given/VBN/ROOT/2 cup/NN/dobj/2',
    ['entity: boy', 'entity: cup', 'action: boy given cup (done to it)'],
  ],
  [
    'nephew/NN/nsubj/1 set/VBN/ROOT/1 projector/NN/dobj/1',
    ['entity: nephew', 'entity: projector', 'action: nephew set projector'],
  ],
  [
    'statue/NN/nsubjpass/3 is/VBZ/aux/3 being/VBG/auxpass/3 built/VBN/ROOT/3',
    ['entity: statue', 'action: statue built (done to it)'],
  ],
  ['statue/NN/nsubjpass/2 is/VBZ/auxpass/2 built/VBN/ROOT/2', ['entity: statue', 'attribute: statue built']],
  [
    'boy/NN/nsubj/1 sleeps/VBZ/ROOT/1 during/IN/prep/1 parade/NN/pobj/2 crossing/VBG/acl/3 bridge/NN/dobj/4',
    [
      'entity: boy',
      'entity: parade',
      'entity: bridge',
      'action: parade crossing bridge',
      'action: boy sleeps',
    ],
  ],
  [
    'girl/NN/nsubj/1 smiles/VBZ/ROOT/1 while/IN/prep/1 eating/VBG/pcomp/2 cake/NN/dobj/3',
    ['entity: girl', 'entity: cake', 'action: girl eating cake', 'action: girl smiles'],
  ],
  ['showing/VBG/ROOT/0 dog/NN/dobj/0', ['entity: dog']],
  ['sleeping/VBG/ROOT/0', ['action: nobody sleeping']],
  ['holding/VBG/ROOT/0', []],
  [
    'chasing/VBG/ROOT/0 dog/NN/dobj/0 on/IN/prep/0 street/NN/pobj/2',
    ['entity: dog', 'action: nobody chasing dog', 'place: street', 'action: nobody chasing dog on street'],
  ],
]);

describeWalks('places, what is denied, and who is named together', [
  [
    'car/NN/ROOT/0 gone/VBN/acl/0 rusty/JJ/acomp/1',
    ['entity: car', 'attribute: car rusty', 'attribute: car gone'],
  ],
  ['no/DT/det/1 dog/NN/ROOT/1 but/CC/cc/1 a/DT/det/4 cat/NN/conj/1', ['entity: not dog', 'entity: cat']],
  ['but/CC/cc/2 no/DT/det/2 dog/NN/ROOT/2 or/CC/cc/2 cat/NN/conj/2', ['entity: not dog', 'entity: not cat']],
  [
    'boy/NN/nsubj/1 sleeps/VBZ/ROOT/1 in/IN/prep/1 his/PRP$/poss/4 kitchen/NN/pobj/2',
    ['entity: boy', "entity: boy's kitchen", "action: boy sleeps in boy's kitchen"],
  ],
  ['night/NN/ROOT/0 kitchen/NN/appos/0', ['entity: night', 'place: kitchen']],
  [
    'boy/NN/nsubj/1 runs/VBZ/ROOT/1 through/IN/prep/1 kitchen/NN/pobj/2 and/CC/cc/3 garden/NN/conj/3',
    [
      'entity: boy',
      'place: kitchen',
      'place: garden',
      'action: boy runs through kitchen',
      'action: boy runs through garden',
    ],
  ],
  [
    'boy/NN/nsubj/1 digs/VBZ/ROOT/1 in/IN/prep/1 snowfields/NNS/pobj/2',
    ['entity: boy', 'place: snowfields', 'action: boy digs in snowfields'],
  ],
  [
    'boy/NN/nsubj/1 waves/VBZ/ROOT/1 in/IN/prep/1 garden/NN/pobj/2',
    ['entity: boy', 'place: garden', 'action: boy waves in garden'],
  ],
  [
    'man/NN/nsubj/1 looks/VBZ/ROOT/1 down/RB/advmod/1 at/IN/prep/2 town/NN/pobj/3',
    ['entity: man', 'entity: town', 'action: man looks down at town'],
  ],
  [
    'girl/NN/nsubj/1 points/VBZ/ROOT/1 to/IN/prep/1 boy/NN/pobj/2 waiting/VBG/acl/3 at/IN/prep/4 market/NN/pobj/5',
    [
      'entity: girl',
      'entity: boy',
      'place: market',
      'action: boy waiting at market',
      'action: girl points to boy',
    ],
  ],
  [
    'boy/NN/nsubj/1 sleeps/VBZ/ROOT/1 at/IN/prep/1 market/NN/pobj/2',
    ['entity: boy', 'place: market', 'action: boy sleeps at market'],
  ],
  ['forest/NN/ROOT/0 burning/VBG/acl/0', ['entity: forest', 'action: forest burning']],
  ['forest/NN/ROOT/0 and/CC/cc/0 river/NN/conj/0', ['place: forest', 'entity: river']],
  [
    'forest/NN/ROOT/0 and/CC/cc/0 river/NN/conj/0 in/IN/prep/2 background/NN/pobj/3',
    ['entity: forest', 'entity: river', 'relation: river in background', 'relation: forest in background'],
  ],
  ['forest/NN/ROOT/0 outside/IN/prep/0', ['place: forest']],
  [
    'forest/NN/ROOT/0 in/IN/prep/0 background/NN/pobj/1 and/CC/cc/2 fog/NN/conj/2',
    ['entity: forest', 'entity: fog', 'relation: forest in background', 'relation: forest in fog'],
  ],
  [
    'cat/NN/nsubj/1 hides/VBZ/ROOT/1 under/IN/prep/1 corner/NN/pobj/2 in/IN/prep/3 kitchen/NN/pobj/4',
    [
      'entity: cat',
      'entity: corner',
      'place: kitchen',
      'relation: corner in kitchen',
      'action: cat hides under corner',
    ],
  ],
  [
    'girl/NN/nsubj/1 waits/VBZ/ROOT/1 . man/NN/nsubj/1 hugs/VBZ/ROOT/1 boy/NN/dobj/1 and/CC/cc/2 her/PRP/conj/2',
    [
      'entity: girl',
      'action: girl waits',
      'entity: man',
      'entity: boy',
      'action: man hugs boy',
      'action: man hugs girl',
    ],
  ],
  [
    'boat/NN/nsubj/4 and/CC/cc/0 man/NN/conj/0 waving/VBG/acl/2 float/VBP/ROOT/4',
    ['entity: boat', 'entity: man', 'action: man waving', 'action: boat float'],
  ],
  [
    'boat/NN/nsubj/3 and/CC/cc/0 man/NN/conj/0 float/VBP/ROOT/3',
    ['entity: boat', 'entity: man', 'action: boat float', 'action: man float'],
  ],
  [
    'cat/NN/ROOT/0 on/IN/prep/0 table/NN/pobj/1 and/CC/cc/2 dog/NN/conj/2',
    ['entity: cat', 'entity: table', 'entity: dog', 'relation: cat on table'],
  ],
  [
    'cat/NN/ROOT/0 under/IN/prep/0 tree/NN/pobj/1 and/CC/cc/1 beside/IN/conj/1 lake/NN/pobj/4',
    ['entity: cat', 'entity: tree', 'relation: cat under tree', 'entity: lake', 'relation: cat beside lake'],
  ],
]);

describeWalks('what is said of a noun by what hangs on it', [
  [
    'the/DT/det/1 leftmost/JJS/nsubj/5 of/IN/prep/1 the/DT/det/4 knights/NNS/pobj/2 kneels/VBZ/ROOT/5',
    ['entity: knights', 'relation: one of knights leftmost', 'action: one of knights kneels'],
  ],
  [
    'first/JJ/nsubj/4 of/IN/prep/0 the/DT/det/3 boys/NNS/pobj/1 waits/VBZ/ROOT/4',
    ['entity: boys', 'action: one of boys waits'],
  ],
  ['pair/NN/ROOT/0 of/IN/prep/0 boots/NNS/pobj/1', ['entity: boots', 'count: boots pair']],
  ['clock/NN/nsubj/1 shows/VBZ/ROOT/1 10:30/CD/dobj/1', ['entity: clock', 'relation: clock shows 10:30']],
  ['two/CD/nsubj/1 wait/VBP/ROOT/1', ['action: nobody wait']],
  [
    'no/DT/det/1 dog/NN/nsubj/2 waits/VBZ/ROOT/2 . it/PRP/nsubj/1 sleeps/VBZ/ROOT/1',
    ['entity: not dog', 'action: nobody waits', 'action: nobody sleeps'],
  ],
  [
    "Wenna/NNP/nsubj/5 on/IN/prep/0 Tom/NNP/poss/4 's/POS/case/2 chair/NN/pobj/1 waits/VBZ/ROOT/5 . she/PRP/nsubj/1 waves/VBZ/ROOT/1",
    [
      'entity: wenna',
      "entity: tom's chair",
      "relation: wenna on tom's chair",
      'action: wenna waits',
      'action: wenna waves',
    ],
  ],
  [
    "man/NN/poss/2 's/POS/case/0 hands/NNS/nsubj/3 hold/VBP/ROOT/3 cup/NN/dobj/3",
    ['entity: man', "entity: man's hands", 'entity: cup', 'action: man hold cup'],
  ],
  [
    'girl/NN/nsubj/1 watches/VBZ/ROOT/1 cat/NN/dobj/1 chewing/VBG/acl/2 her/PRP$/poss/5 shoe/NN/dobj/3',
    [
      'entity: girl',
      'entity: cat',
      "entity: girl's shoe",
      "action: cat chewing girl's shoe",
      'action: girl watches cat',
    ],
  ],
  [
    'boy/NN/nsubj/1 waits/VBZ/ROOT/1 . man/NN/nsubj/1 holding/VBG/ROOT/1 his/PRP$/poss/3 cup/NN/dobj/1',
    ['entity: boy', 'action: boy waits', 'entity: man', "entity: man's cup", "action: man holding man's cup"],
  ],
  [
    'man/NN/nsubj/1 waits/VBZ/ROOT/1 . boy/NN/nsubj/1 runs/VBZ/ROOT/1 . he/PRP/nsubj/1 sitting/VBG/ROOT/1 on/IN/prep/1 his/PRP$/poss/4 car/NN/pobj/2',
    [
      'entity: man',
      'action: man waits',
      'entity: boy',
      'action: boy runs',
      "entity: boy's car",
      "action: boy sitting on boy's car",
    ],
  ],
  [
    'sitting/VBG/ROOT/0 on/IN/prep/0 his/PRP$/poss/3 car/NN/pobj/1',
    ['entity: car', 'action: nobody sitting on car'],
  ],
  [
    'girl/NN/nsubj/1 waits/VBZ/ROOT/1 . the/DT/det/1 woman/NN/ROOT/1 on/IN/prep/1 her/PRP$/poss/4 bike/NN/pobj/2',
    [
      'entity: girl',
      'action: girl waits',
      'entity: woman',
      "entity: woman's bike",
      "relation: woman on woman's bike",
    ],
  ],
  [
    'man/NN/nsubj/1 holds/VBZ/ROOT/1 cat/NN/dobj/1 licking/VBG/acl/2 his/PRP$/poss/5 hand/NN/dobj/3',
    [
      'entity: man',
      'entity: cat',
      "entity: man's hand",
      "action: cat licking man's hand",
      'action: man holds cat',
    ],
  ],
  [
    'man/NN/nsubj/1 watches/VBZ/ROOT/1 boy/NN/dobj/1 rubbing/VBG/acl/2 his/PRP$/poss/5 eyes/NNS/dobj/3',
    [
      'entity: man',
      'entity: boy',
      "entity: boy's eyes",
      "action: boy rubbing boy's eyes",
      'action: man watches boy',
    ],
  ],
  [
    'man/NN/nsubj/1 watches/VBZ/ROOT/1 child/NN/dobj/1 rubbing/VBG/acl/2 his/PRP$/poss/5 eyes/NNS/dobj/3',
    [
      'entity: man',
      'entity: child',
      "entity: child's eyes",
      "action: child rubbing child's eyes",
      'action: man watches child',
    ],
  ],
  [
    'woman/NN/nsubj/1 watches/VBZ/ROOT/1 child/NN/dobj/1 washing/VBG/acl/2 her/PRP$/poss/5 hands/NNS/dobj/3',
    [
      'entity: woman',
      'entity: child',
      "entity: child's hands",
      "action: child washing child's hands",
      'action: woman watches child',
    ],
  ],
  [
    'girl/NN/nsubj/1 looks/VBZ/ROOT/1 at/IN/prep/1 mirror/NN/pobj/2 showing/VBG/acl/3 her/PRP$/poss/6 face/NN/dobj/4',
    [
      'entity: girl',
      'entity: mirror',
      "entity: girl's face",
      "relation: mirror showing girl's face",
      'action: girl looks at mirror',
    ],
  ],
  [
    'girl/NN/nsubj/1 watches/VBZ/ROOT/1 boy/NN/dobj/1 holding/VBG/acl/2 her/PRP$/poss/5 hand/NN/dobj/3',
    [
      'entity: girl',
      'entity: boy',
      "entity: girl's hand",
      "action: boy holding girl's hand",
      'action: girl watches boy',
    ],
  ],
  [
    'crow/NN/nsubj/1 watches/VBZ/ROOT/1 robot/NN/dobj/1 lifting/VBG/acl/2 its/PRP$/poss/5 arm/NN/dobj/3',
    [
      'entity: crow',
      'entity: robot',
      "entity: robot's arm",
      "action: robot lifting robot's arm",
      'action: crow watches robot',
    ],
  ],
  [
    'cat/NN/nsubj/1 watches/VBZ/ROOT/1 man/NN/dobj/1 touching/VBG/acl/2 its/PRP$/poss/5 paw/NN/dobj/3',
    [
      'entity: cat',
      'entity: man',
      "entity: cat's paw",
      "action: man touching cat's paw",
      'action: cat watches man',
    ],
  ],
  [
    'girl/NN/nsubj/1 watches/VBZ/ROOT/1 doctors/NNS/dobj/1 examining/VBG/acl/2 her/PRP$/poss/5 eyes/NNS/dobj/3',
    [
      'entity: girl',
      'entity: doctors',
      "entity: girl's eyes",
      "action: doctors examining girl's eyes",
      'action: girl watches doctors',
    ],
  ],
  [
    "the/DT/det/1 shop/NN/poss/3 's/POS/case/1 owner/NN/nsubj/4 waves/VBZ/ROOT/4",
    ['entity: shop', "entity: shop's owner", "action: shop's owner waves"],
  ],
  [
    'both/DT/det/1 girls/NNS/nsubj/2 laugh/VBP/ROOT/2',
    ['entity: girls', 'count: girls both', 'action: girls laugh'],
  ],
  ['polar/JJ/amod/1 bear/NN/ROOT/1', ['entity: polar bear']],
  [
    'well/RB/advmod/2 -/HYPH/punct/2 lit/JJ/amod/3 room/NN/ROOT/3',
    ['place: room', 'attribute: room well - lit'],
  ],
  ['-/:/punct/2 red/JJ/amod/2 hat/NN/ROOT/2', ['entity: hat', 'attribute: hat red']],
  [
    'tall/JJ/amod/1 man/NN/nsubj/3 slowly/RB/advmod/3 walks/VBZ/ROOT/3',
    ['entity: man', 'attribute: man tall', 'action: man walks'],
  ],
  ['Green/JJ/amod/2 Parrot/NNP/compound/2 cinema/NN/ROOT/2', ['place: parrot cinema']],
  ['smiling/VBG/acl/1 girl/NN/ROOT/1', ['entity: girl', 'attribute: girl smiling']],
  ['silence/NN/nsubj/3 and/CC/cc/0 dog/NN/conj/0 wait/VBP/ROOT/3', ['entity: dog', 'action: dog wait']],
  ['man/NN/ROOT/0 and/CC/cc/0 waving/VBG/conj/0', ['entity: man', 'action: man waving']],
  ['man/NN/ROOT/0 and/CC/cc/0 there/RB/conj/0', ['entity: man']],
  ['dog/NN/ROOT/0 and/CC/cc/0 happy/JJ/conj/0', ['entity: dog', 'attribute: dog happy']],
  ['power/NN/ROOT/0 there/RB/advmod/0 with/IN/prep/0 dog/NN/pobj/2', ['entity: dog']],
  [
    'boy/NN/nsubj/1 throws/VBZ/ROOT/1 ball/NN/dobj/1 away/RB/advmod/2 at/IN/prep/2 wall/NN/pobj/4',
    ['entity: boy', 'entity: ball', 'entity: wall', 'action: boy throws ball'],
  ],
  [
    'men/NNS/nsubj/1 carry/VBP/ROOT/1 boat/NN/dobj/1 above/IN/prep/1 their/PRP$/poss/5 heads/NNS/pobj/3 towards/IN/prep/5 lake/NN/pobj/6',
    [
      'entity: men',
      'entity: boat',
      'action: men carry boat',
      "entity: men's heads",
      'entity: lake',
      "action: men carry boat above men's heads",
    ],
  ],
  [
    'coat/NN/ROOT/0 with/IN/prep/0 hood/NN/pobj/1',
    ['entity: coat', 'entity: hood', 'relation: coat with hood'],
  ],
  [
    'dog/NN/ROOT/0 and/CC/cc/0 cat/NN/conj/0 with/IN/prep/2 ball/NN/pobj/3',
    ['entity: dog', 'entity: cat', 'entity: ball', 'relation: cat with ball'],
  ],
  [
    'dog/NN/ROOT/0 and/CC/cc/0 cat/NN/conj/0 chasing/VBG/acl/2 mouse/NN/dobj/3 under/IN/prep/2 tree/NN/pobj/5',
    [
      'entity: dog',
      'entity: cat',
      'entity: tree',
      'relation: cat under tree',
      'entity: mouse',
      'action: cat chasing mouse',
      'action: dog chasing mouse',
    ],
  ],
  [
    'dog/NN/ROOT/0 and/CC/cc/0 man/NN/conj/0 covered/VBN/acl/2 in/IN/prep/3 mud/NN/pobj/4',
    ['entity: dog', 'entity: man', 'entity: mud', 'action: man covered in mud (done to it)'],
  ],
  [
    'dog/NN/ROOT/0 and/CC/cc/0 man/NN/conj/0 who/WP/nsubj/4 sits/VBZ/relcl/2',
    ['entity: dog', 'entity: man', 'action: man sits'],
  ],
  [
    'dog/NN/ROOT/0 and/CC/cc/0 lamp/NN/conj/0 burning/VBG/acl/2',
    ['entity: dog', 'entity: lamp', 'action: lamp burning'],
  ],
  [
    'boy/NN/nsubj/1 waits/VBZ/ROOT/1 . silence/NN/ROOT/0 broken/VBN/acl/0',
    ['entity: boy', 'action: boy waits', 'action: nobody broken'],
  ],
  [
    'boy/NN/nsubj/1 waits/VBZ/ROOT/1 . view/NN/ROOT/0 wearing/VBG/acl/0 hat/NN/dobj/1',
    ['entity: boy', 'action: boy waits', 'entity: hat', 'attribute: boy wearing hat'],
  ],
  [
    'boy/NN/nsubj/1 waits/VBZ/ROOT/1 . power/NN/ROOT/0 burning/VBG/acl/0',
    ['entity: boy', 'action: boy waits', 'action: nobody burning'],
  ],
  [
    'boy/NN/nsubj/1 opens/VBZ/ROOT/1 shutter/NN/dobj/1 to/TO/aux/4 listen/VB/acl/2',
    ['entity: boy', 'entity: shutter', 'action: boy listen', 'action: boy opens shutter'],
  ],
  [
    'boy/NN/nsubj/1 tells/VBZ/ROOT/1 dog/NN/dobj/1 to/TO/aux/4 sit/VB/acl/2',
    ['entity: boy', 'entity: dog', 'action: dog sit', 'action: boy tells dog'],
  ],
  [
    'man/NN/ROOT/0 in/IN/prep/0 hat/NN/pobj/1 who/WP/nsubj/4 waves/VBZ/relcl/2',
    ['entity: man', 'entity: hat', 'action: man waves', 'relation: man in hat'],
  ],
  [
    'man/NN/ROOT/0 in/IN/prep/0 hat/NN/pobj/1 that/WDT/nsubj/4 glows/VBZ/relcl/2',
    ['entity: man', 'entity: hat', 'action: hat glows', 'relation: man in hat'],
  ],
  [
    'thief/NN/ROOT/0 in/IN/prep/0 cart/NN/pobj/1 pulled/VBN/acl/0 by/IN/agent/3 mule/NN/pobj/4',
    [
      'entity: thief',
      'entity: cart',
      'relation: thief in cart',
      'entity: mule',
      'action: cart pulled by mule (done to it)',
    ],
  ],
  [
    'girl/NN/nsubj/1 waits/VBZ/ROOT/1 . dog/NN/ROOT/0 beside/IN/prep/0 her/PRP/pobj/1 covered/VBN/acl/0 in/IN/prep/3 mud/NN/pobj/4',
    [
      'entity: girl',
      'action: girl waits',
      'entity: dog',
      'relation: dog beside girl',
      'entity: mud',
      'action: dog covered in mud (done to it)',
    ],
  ],
  [
    'man/NN/ROOT/0 holding/VBG/acl/0 lamp/NN/dobj/1 covered/VBN/acl/0 in/IN/prep/3 mud/NN/pobj/4',
    [
      'entity: man',
      'entity: lamp',
      'action: man holding lamp',
      'entity: mud',
      'action: man covered in mud (done to it)',
    ],
  ],
  [
    'girl/NN/nsubj/1 waits/VBZ/ROOT/1 , a/DT/det/1 tear/NN/ROOT/1 running/VBG/acl/1 down/IN/prep/2 her/PRP$/poss/5 cheek/NN/pobj/3',
    [
      'entity: girl',
      'action: girl waits',
      'entity: tear',
      "entity: girl's cheek",
      "action: tear running down girl's cheek",
    ],
  ],
  [
    'man/NN/ROOT/0 beside/IN/prep/0 rope/NN/pobj/1 lying/VBG/acl/2',
    ['entity: man', 'entity: rope', 'action: rope lying', 'relation: man beside rope'],
  ],
  [
    'girl/NN/ROOT/0 , dress/NN/ROOT/0 holding/VBG/acl/0 cup/NN/dobj/1',
    ['entity: girl', 'entity: dress', 'entity: cup', 'action: girl holding cup'],
  ],
  [
    'boy/NN/nsubj/1 sits/VBZ/ROOT/1 , cap/NN/ROOT/0 lying/VBG/acl/0',
    ['entity: boy', 'action: boy sits', 'entity: cap', 'action: cap lying'],
  ],
  [
    'boy/NN/nsubj/1 is/VBZ/ROOT/1 tired/JJ/acomp/1 and/CC/cc/2 hero/NN/conj/2',
    ['entity: boy', 'attribute: boy tired', 'entity: hero'],
  ],
  [
    'coat/NN/nsubj/1 is/VBZ/ROOT/1 wet/JJ/acomp/1 and/CC/cc/2 torn/VBN/conj/2',
    ['entity: coat', 'attribute: coat wet', 'attribute: coat torn'],
  ],
  ['happy/JJ/ROOT/0', []],
  [
    'coat/NN/nsubj/1 is/VBZ/ROOT/1 wet/JJ/acomp/1 and/CC/cc/2 hat/NN/nsubj/5 dry/JJ/conj/2',
    ['entity: coat', 'attribute: coat wet', 'entity: hat'],
  ],
  [
    'children/NNS/nsubj/1 sit/VBP/ROOT/1 cross/JJ/acomp/1 -/HYPH/punct/4 legged/JJ/conj/2',
    ['entity: children', 'attribute: children cross - legged', 'action: children sit'],
  ],
  [
    'painting/NN/nsubj/1 is/VBZ/ROOT/1 crooked/JJ/acomp/1 above/IN/prep/2 door/NN/pobj/3',
    [
      'entity: painting',
      'attribute: painting crooked',
      'entity: door',
      'relation: painting crooked above door',
    ],
  ],
  [
    'boy/NN/nsubj/1 looks/VBZ/ROOT/1 wrapped/VBN/acomp/1 in/IN/prep/2 blanket/NN/pobj/3',
    [
      'entity: boy',
      'attribute: boy wrapped',
      'entity: blanket',
      'relation: boy wrapped in blanket (done to it)',
    ],
  ],
  ['golden/JJ/amod/1 light/NN/ROOT/1', ['attribute: light golden']],
]);

describeWalks('pieces that go on with what stood before them', [
  ['Wenna/NNP/ROOT/0 , a/DT/det/1 girl/NN/ROOT/1', ['entity: wenna', 'entity: girl alias wenna']],
  ['Wenna/NNP/ROOT/0 . a/DT/det/1 girl/NN/ROOT/1', ['entity: wenna', 'entity: girl']],
  ['Wenna/NNP/ROOT/0 , the/DT/det/1 girl/NN/ROOT/1', ['entity: wenna', 'entity: girl']],
  ['Wenna/NNP/ROOT/0 , a/DT/det/1 lamp/NN/ROOT/1', ['entity: wenna', 'entity: lamp']],
  [
    'Wenna/NNP/ROOT/0 in/IN/prep/0 coat/NN/pobj/1 , a/DT/det/1 girl/NN/ROOT/1',
    ['entity: wenna', 'entity: coat', 'relation: wenna in coat', 'entity: girl'],
  ],
  [
    'red/JJ/amod/1 coat/NN/ROOT/1 , smiling/VBG/ROOT/0',
    ['entity: coat', 'attribute: coat red', 'action: nobody smiling'],
  ],
  [
    'boy/NN/nsubj/1 waits/VBZ/ROOT/1 . behind/IN/ROOT/0 him/PRP/pobj/0 , a/DT/det/1 lamp/NN/ROOT/1 , glowing/VBG/ROOT/0',
    ['entity: boy', 'action: boy waits', 'entity: lamp', 'relation: lamp behind boy', 'action: lamp glowing'],
  ],
  [
    'boy/NN/nsubj/1 waits/VBZ/ROOT/1 , a/DT/det/1 lamp/NN/ROOT/1 , whistling/VBG/ROOT/0',
    ['entity: boy', 'action: boy waits', 'entity: lamp', 'action: boy whistling'],
  ],
  [
    'kneeling/VBG/ROOT/0 in/IN/prep/0 mud/NN/pobj/1 , soldier/NN/nsubj/1 cradles/VBZ/ROOT/1 dog/NN/dobj/1 quietly/RB/ROOT/3',
    [
      'entity: mud',
      'action: soldier kneeling in mud',
      'entity: soldier',
      'entity: dog',
      'action: soldier cradles dog',
    ],
  ],
  [
    'sleeping/VBG/ROOT/0 , it/PRP/nsubj/1 rains/VBZ/ROOT/1',
    ['action: nobody sleeping', 'action: nobody rains'],
  ],
  [
    'looking/VBG/ROOT/0 up/RP/prt/0 , her/PRP$/poss/1 skirt/NN/nsubj/2 swings/VBZ/ROOT/2',
    ['action: nobody looking up', 'entity: skirt', 'action: skirt swings'],
  ],
  [
    'glowing/VBG/ROOT/0 , lamp/NN/nsubj/1 hangs/VBZ/ROOT/1',
    ['action: lamp glowing', 'entity: lamp', 'action: lamp hangs'],
  ],
  [
    'boy/NN/nsubj/1 runs/VBZ/ROOT/1 while/IN/mark/4 girl/NN/nsubj/4 chases/VBZ/advcl/1 dog/NN/dobj/4 , laughing/VBG/ROOT/0',
    [
      'entity: boy',
      'action: boy runs',
      'entity: girl',
      'entity: dog',
      'action: girl chases dog',
      'action: girl laughing',
    ],
  ],
  [
    'boy/NN/nsubj/1 runs/VBZ/ROOT/1 while/IN/mark/3 mecha/NN/dep/1 , painted/VBN/ROOT/0 red/JJ/oprd/0',
    ['entity: boy', 'action: boy runs', 'entity: mecha', 'attribute: mecha red', 'attribute: mecha painted'],
  ],
  [
    'boy/NN/nsubj/1 runs/VBZ/ROOT/1 while/IN/mark/3 lamp/NN/dep/1 , laughing/VBG/ROOT/0',
    ['entity: boy', 'action: boy runs', 'entity: lamp', 'action: boy laughing'],
  ],
  [
    'boy/NN/nsubj/1 runs/VBZ/ROOT/1 while/IN/mark/4 his/PRP$/poss/4 sister/NN/dep/1 , laughing/VBG/ROOT/0',
    ['entity: boy', 'action: boy runs', "entity: boy's sister", "action: boy's sister laughing"],
  ],
  [
    'after/IN/ROOT/0 eating/VBG/pcomp/0 cake/NN/dobj/1 , a/DT/det/1 boy/NN/nsubj/2 sleeps/VBZ/ROOT/2',
    ['entity: cake', 'action: boy eating cake', 'entity: boy', 'action: boy sleeps'],
  ],
  ['in/IN/ROOT/0 silence/NN/pobj/0 , boy/NN/nsubj/1 sits/VBZ/ROOT/1', ['entity: boy', 'action: boy sits']],
  ['behind/IN/ROOT/0 it/PRP/pobj/0 , owl/NN/nsubj/1 sits/VBZ/ROOT/1', ['entity: owl', 'action: owl sits']],
  [
    'boy/NN/nsubj/1 waits/VBZ/ROOT/1 . behind/IN/ROOT/0 him/PRP/pobj/0 , lamp/NN/ROOT/0 . dog/NN/nsubj/1 barks/VBZ/ROOT/1 , moon/NN/ROOT/0 , howling/VBG/ROOT/0',
    [
      'entity: boy',
      'action: boy waits',
      'entity: lamp',
      'relation: lamp behind boy',
      'entity: dog',
      'action: dog barks',
      'entity: moon',
      'action: dog howling',
    ],
  ],
  [
    'boy/NN/nsubj/1 waits/VBZ/ROOT/1 . behind/IN/ROOT/0 him/PRP/pobj/0 . dog/NN/nsubj/1 sleeps/VBZ/ROOT/1',
    ['entity: boy', 'action: boy waits', 'entity: dog', 'action: dog sleeps'],
  ],
  [
    'in/IN/ROOT/0 background/NN/pobj/0 , man/NN/nsubj/1 runs/VBZ/ROOT/1 , a/DT/det/1 dog/NN/ROOT/1',
    ['entity: man', 'action: man runs', 'relation: man in background', 'entity: dog'],
  ],
  [
    'in/IN/ROOT/0 background/NN/pobj/0 , a/DT/det/1 gate/NN/ROOT/1 , a/DT/det/1 tree/NN/ROOT/1',
    ['entity: gate', 'relation: gate in background', 'entity: tree', 'relation: tree in background'],
  ],
  [
    'in/IN/prep/3 background/NN/pobj/0 there/EX/expl/3 is/VBZ/ROOT/3 a/DT/det/5 wall/NN/attr/3 . a/DT/det/1 dog/NN/ROOT/1 , a/DT/det/1 gate/NN/ROOT/1',
    ['entity: wall', 'relation: wall in background', 'entity: dog', 'entity: gate'],
  ],
  [
    'on/IN/ROOT/0 left/NN/pobj/0 , a/DT/det/1 knight/NN/ROOT/1 , a/DT/det/1 dragon/NN/ROOT/1 behind/IN/prep/1 him/PRP/pobj/2',
    ['entity: knight', 'relation: knight on left', 'entity: dragon', 'relation: dragon behind knight'],
  ],
  [
    'on/IN/ROOT/0 left/NN/pobj/0 , a/DT/det/1 jar/NN/ROOT/1 of/IN/prep/1 honey/NN/pobj/2 , a/DT/det/1 lamp/NN/ROOT/1',
    ['entity: jar of honey', 'relation: jar of honey on left', 'entity: lamp', 'relation: lamp on left'],
  ],
  [
    'on/IN/ROOT/0 left/NN/pobj/0 , boy/NN/ROOT/0 asleep/JJ/ROOT/1',
    ['entity: boy', 'attribute: boy asleep', 'relation: boy on left'],
  ],
  [
    'in/IN/ROOT/0 background/NN/pobj/0 , old/JJ/amod/1 castle/NN/ROOT/1 , river/NN/ROOT/0',
    ['entity: castle', 'attribute: castle old', 'relation: castle in background', 'entity: river'],
  ],
  [
    'in/IN/ROOT/0 background/NN/pobj/0 , castle/NN/ROOT/0 , river/NN/ROOT/0',
    ['entity: castle', 'relation: castle in background', 'entity: river', 'relation: river in background'],
  ],
  [
    'in/IN/ROOT/0 background/NN/pobj/0 , old/JJ/amod/1 castles/NNS/ROOT/1 , river/NN/ROOT/0',
    [
      'entity: castles',
      'attribute: castles old',
      'relation: castles in background',
      'entity: river',
      'relation: river in background',
    ],
  ],
  [
    'in/IN/ROOT/0 background/NN/pobj/0 , an/DT/det/2 old/JJ/amod/2 castle/NN/ROOT/2 , river/NN/ROOT/0',
    [
      'entity: castle',
      'attribute: castle old',
      'relation: castle in background',
      'entity: river',
      'relation: river in background',
    ],
  ],
  [
    'in/IN/ROOT/0 background/NN/pobj/0 , old/JJ/amod/1 castle/NN/ROOT/1 and/CC/cc/1 tower/NN/conj/1 , river/NN/ROOT/0',
    [
      'entity: castle',
      'attribute: castle old',
      'entity: tower',
      'relation: castle in background',
      'relation: tower in background',
      'entity: river',
      'relation: river in background',
    ],
  ],
  [
    'boy/NN/nsubj/1 waits/VBZ/ROOT/1 , who/WP/nsubj/1 waves/VBZ/ROOT/1',
    ['entity: boy', 'action: boy waits', 'action: boy waves'],
  ],
  [
    'boy/NN/nsubj/1 waits/VBZ/ROOT/1 , another/DT/nsubj/1 sleeps/VBZ/ROOT/1',
    ['entity: boy', 'action: boy waits', 'action: nobody sleeps'],
  ],
  [
    'fox/NN/nsubj/3 with/IN/prep/0 bird/NN/pobj/1 happy/JJ/ROOT/3 . it/PRP/nsubj/1 sleeps/VBZ/ROOT/1',
    ['entity: fox', 'entity: bird', 'relation: fox with bird', 'attribute: fox happy', 'action: fox sleeps'],
  ],
  ['boy/NN/ROOT/0 on/IN/ROOT/1 hill/NN/pobj/1', ['entity: boy', 'place: hill', 'relation: boy on hill']],
  [
    'on/IN/ROOT/0 hill/NN/pobj/0 tower/NN/ROOT/2',
    ['entity: tower', 'place: hill', 'relation: tower on hill'],
  ],
  [
    'girl/NN/nsubj/1 waits/VBZ/ROOT/1 . boy/NN/ROOT/0 dancing/VBG/advcl/0',
    ['entity: girl', 'action: girl waits', 'entity: boy', 'action: boy dancing'],
  ],
  [
    'leaves/NNS/ROOT/0 scattered/VBN/ROOT/1 around/IN/prep/1 bench/NN/pobj/2',
    ['entity: leaves', 'entity: bench', 'action: leaves scattered around bench (done to it)'],
  ],
  [
    'on/IN/ROOT/0 left/NN/pobj/0 , a/DT/det/1 knight/NN/ROOT/1 , eyes/NNS/ROOT/0 , a/DT/det/1 spear/NN/ROOT/1',
    [
      'entity: knight',
      'relation: knight on left',
      'entity: eyes',
      'entity: spear',
      'relation: spear on left',
    ],
  ],
  [
    'on/IN/ROOT/0 left/NN/pobj/0 , a/DT/det/1 knight/NN/ROOT/1 , no/DT/det/1 dog/NN/ROOT/1 , silence/NN/ROOT/0',
    ['entity: knight', 'relation: knight on left', 'entity: not dog'],
  ],
  [
    'knight/NN/nsubj/1 waits/VBZ/ROOT/1 . on/IN/ROOT/0 left/NN/pobj/0 , silence/NN/ROOT/0',
    ['entity: knight', 'action: knight waits'],
  ],
  [
    'smell/NN/ROOT/0 . in/IN/ROOT/0 corner/NN/pobj/0 of/IN/prep/1 room/NN/pobj/2 , a/DT/det/1 lamp/NN/ROOT/1',
    ['place: room', 'entity: lamp', 'relation: lamp in corner of room'],
  ],
]);

describeWalks('who is called by name', [
  [
    'he=Wenna/PRP/ROOT/0 and/CC/cc/0 child/NN/conj/0 on/IN/prep/2 bench/NN/pobj/3',
    ['entity: wenna', 'entity: child', 'entity: bench', 'relation: child on bench'],
  ],
  [
    'nurse/NN/nsubj/1 gives/VBZ/ROOT/1 boy/NN/dative/1 on/IN/prep/2 horse/NN/pobj/3 cup/NN/dobj/1',
    [
      'entity: nurse',
      'entity: cup',
      'action: nurse gives cup',
      'entity: boy',
      'entity: horse',
      'relation: boy on horse',
    ],
  ],
  [
    'boy/NN/nsubj/1 waits/VBZ/ROOT/1 . under/IN/prep/3 a/DT/det/2 tree/NN/pobj/0 sleeps/VBZ/ROOT/3 he=Wenna/PRP/nsubj/3',
    ['entity: boy', 'action: boy waits', 'entity: wenna', 'entity: tree', 'action: wenna sleeps under tree'],
  ],
  [
    'cat/NN/ROOT/0 under/IN/prep/0 tree/NN/pobj/1 and/CC/cc/1 behind/RB/conj/1 fence/NN/pobj/4',
    [
      'entity: cat',
      'entity: tree',
      'relation: cat under tree',
      'entity: fence',
      'relation: cat behind fence',
    ],
  ],
  [
    'he=Wenna/PRP/ROOT/0 with/IN/prep/0 dog/NN/pobj/1',
    ['entity: wenna', 'entity: dog', 'relation: wenna with dog'],
  ],
  [
    'on/IN/ROOT/0 hill/NN/pobj/0 tower/NN/ROOT/2 with/IN/prep/2 bird/NN/pobj/3 . it/PRP/nsubj/1 shines/VBZ/ROOT/1',
    [
      'entity: tower',
      'entity: bird',
      'relation: tower with bird',
      'place: hill',
      'relation: tower on hill',
      'action: tower shines',
    ],
  ],
  [
    'on/IN/ROOT/0 left/NN/pobj/0 , boy/NN/ROOT/0 happy/JJ/ROOT/1',
    ['entity: boy', 'attribute: boy happy', 'relation: boy on left'],
  ],
  [
    'smoke/NN/ROOT/0 pouring/VBG/acl/0 out/RP/prt/1 , filling/VBG/ROOT/0 room/NN/dobj/0',
    ['entity: smoke', 'action: smoke pouring out', 'entity: room', 'action: smoke filling room'],
  ],
  [
    'boy/NN/nsubj/1 waits/VBZ/ROOT/1 . before/IN/ROOT/0 him/PRP/pobj/0 , he/PRP/nsubj/1 opens/VBZ/ROOT/1 door/NN/dobj/1',
    ['entity: boy', 'action: boy waits', 'entity: door', 'action: boy opens door'],
  ],
]);
