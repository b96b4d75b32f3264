import { describeReadings } from './testing/readings.js';

describeReadings('deeds that the parser takes for things', [
  [
    'The cook clings to the cellar door with one hand and lifts a lamp with the other.',
    ['entity: a cook', 'action: a cook clinging to a cellar door', 'relation: a cook lifting a lamp'],
  ],
  [
    'A cop strings yellow tape between two lamp posts.',
    ['action: a cop stringing a tape'],
    ['entity: strings'],
  ],
  ['The giant whale bursts out of the harbour.', ['action: a whale bursting out of a harbour']],
  ['A porter winds six clocks.', ['action: a porter winding clocks']],
  ['The dog bowls are empty.', ['entity: dog bowls'], ['action: a dog bowling']],
  ['His coach sits on the steps and counts coins.', ['action: a coach counting coins'], ['entity: counts']],
  ['Sparks leap between two poles.', ['entity: sparks', 'action: sparks leaping between poles']],
  [
    'Villagers in black stand around a well.',
    ['action: villagers standing around a well'],
    ['attribute: a black stand'],
  ],
  ['The stage is dark, deck chairs fly.', ['action: deck chairs flying']],
  [
    'A boxy robot is stuck in a snowbank outside a mill. Four boys push it.',
    ['action: a robot stuck in a snowbank', 'action: boys pushing a robot'],
    ['action: boys pushing a mill'],
  ],
  ['Weathered hands tuning an old piano.', ['action: hands tuning a piano'], ['action: tuning a piano']],
  ['1girl, ash falling, horse rearing', ['action: ash falling', 'action: a horse rearing']],
  ['tailor, needle, pinning hem of skirt', ['action: a tailor pinning a hem']],
  ['Nell tiptoes down the stairs.', ['action: a person tiptoeing down stairs']],
  ['A guard does a crossword.', ['action: a guard doing a crossword']],
  [
    'A maid answers the phone and a hen finds a ring.',
    ['action: a maid answering a phone', 'action: a hen finding a ring'],
  ],
  ['Miners sit in a row.', ['action: miners sitting in a row'], ['entity: a row']],
  ['He holds a bunch of tulips.', ['relation: a person holding a bunch of tulips']],
  ['A school of silver fish.', ['entity: a fish'], ['place: in a school']],
  ['A river has burst its dam.', ['action: a river bursting a dam']],
]);

describeReadings('how it is done, and what is only possible', [
  ['A boy laughs so hard that he cries.', ['action: a boy laughing'], ['attribute: a hard boy']],
  ['The gate stands open.', ['attribute: an open gate']],
  [
    'A woman holds the door open with her elbow.',
    [
      'relation: a woman holding a door',
      'attribute: an open door',
      'action: a woman holding door with an elbow',
    ],
  ],
  ['Tom holds the ladder steady.', ['relation: a person holding a ladder'], ['attribute: a steady person']],
  ['A nurse can almost touch it from the bed.', ['entity: a bed'], ['action: a nurse touching from a bed']],
  ['The moon is so big tonight.', ['attribute: a big moon'], ['attribute: the moon as a tonight']],
  ['The two carts are level.', [], ['attribute: carts as a level']],
]);

describeReadings('whom names and pronouns mean', [
  ['Their cat Mishka sits on a stove.', ['action: a cat sitting on a stove'], ['entity: a person']],
  ['Plumbers Rashid and Kwabena carry a pipe.', ['relation: plumbers carrying a pipe'], ['entity: a person']],
  ['Wren and her dog peer over a fence.', ['action: a person peering over a fence'], ['entity: a wren']],
  ['Anselm stands on a raft.', ['action: a person standing on a raft'], ['entity: an anselm']],
  [
    "Mole digs a hole. He waves. The baker's boots are in front of him.",
    ['relation: boots in front of a mole'],
    ['relation: boots in front of a baker'],
  ],
  [
    'A truck speeds down a road, a dog barking in the yard, crates bouncing behind it.',
    ['action: crates bouncing behind a truck'],
  ],
  [
    'Light falls onto a trunk. A girl kneels in front of it.',
    ['action: a girl kneeling in front of a trunk'],
    ['action: a girl kneeling in front of a light'],
  ],
  ['Women pick apples and drop them into a basket.', ['action: women dropping apples into a basket']],
  ['Between a lamp and a globe lies a notebook with a pen across it.', ['relation: a pen across a notebook']],
  ['Miners sit on a bench. The youngest feeds a canary.', ['action: a miner feeding a canary']],
]);

describeReadings('heads of scripts and moves of a camera', [
  ['INT. GYM - DAY. A boxer waits.', ['place: in a gym', 'time: by day'], ['entity: GYM']],
  ['EXT. CAR - NIGHT. A boy sleeps in it.', ['place: in a car']],
  [
    'Crane up from an empty barrel to a woman walking along the pier.',
    ['entity: a barrel', 'action: a woman walking along a pier'],
    ['relation: a barrel to a woman'],
  ],
  ['A pan on the stove.', ['entity: a pan', 'relation: a pan on a stove']],
  ['A girl leans through the bars.', ['entity: bars'], ['place: in the bars']],
  ['The cart is drawn by two oxen.', ['entity: oxen', 'count: two oxen']],
]);
