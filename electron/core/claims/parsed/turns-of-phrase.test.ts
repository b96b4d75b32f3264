import { describeReadings } from './testing/readings.js';

describeReadings('deeds in several words', [
  ['A girl takes a bite out of a pear.', ['action: a girl taking a bite out of a pear'], ['entity: a bite']],
  ['He takes a deep breath.', ['action: a person taking a deep breath'], ['entity: a breath']],
  ['Two boys have a snowball fight.', ['action: boys having a snowball fight'], ['entity: a snowball fight']],
  [
    'He makes a leap over the ditch.',
    ['action: a person making a leap over a ditch'],
    ['relation: a person over a ditch'],
  ],
  [
    'A truck loaded with hay bales has got stuck in the mud.',
    ['action: a truck stuck in mud'],
    ['action: a truck sticking in mud'],
  ],
  ['A queen is seated on a throne.', ['action: a queen seated on a throne']],
  ['A bus is stopped at a railway crossing.', ['action: a bus stopped at a railway crossing']],
  ['Two men saw through a trunk.', ['action: men sawing through a trunk']],
  ['A goalkeeper dives to his left.', ['action: a goalkeeper diving'], ['entity: a person']],
]);

describeReadings('with what something is done', [
  [
    'A boy bails water out of the boat with a tin can.',
    ['entity: a tin can', 'action: a boy bailing water'],
    ['action: a tin can bailing water'],
  ],
  [
    'The cook wipes her forehead with the back of her hand.',
    ['action: a cook wiping forehead with the back of a hand'],
    ['relation: a cook with the back of a hand'],
  ],
  ['A man hangs by a rope.', ['action: a man hanging by a rope'], ['relation: a man next to a rope']],
  [
    'A child is led by the hand.',
    [],
    ['action: a child led next to a hand', 'relation: a child next to a hand'],
  ],
]);

describeReadings('what "it" is', [
  [
    'A boy throws a stick into the river and his dog leaps after it.',
    ['action: a dog leaping after a stick'],
    ['action: a dog leaping after a river'],
  ],
  [
    'A lighthouse stands at the end of a narrow pier with waves crashing against it.',
    ['action: waves crashing against a pier'],
    ['entity: an end'],
  ],
  [
    'The clown juggles four red balls, a fifth resting on his nose.',
    ["action: a ball resting on a clown's nose"],
    ['action: a clown resting on a nose'],
  ],
]);

describeReadings('what is where', [
  [
    'A mechanic lies on his back under a truck.',
    ['action: a mechanic lying on a back', 'relation: a mechanic under a truck'],
    ['relation: a mechanic on a back'],
  ],
  [
    'An astronaut floats outside the station.',
    ['relation: an astronaut outside a station'],
    ['place: at a station'],
  ],
  [
    'Light falls through a hole in the barn roof.',
    ['relation: a hole in a barn roof'],
    ['place: on a barn roof'],
  ],
  [
    'A mouse nibbles at a crust of bread lying on the floor.',
    ['action: a crust of bread lying on a floor'],
    ['action: a mouse lying on a floor'],
  ],
  [
    'Laundry flaps on a line stretched between two balconies.',
    ['action: laundry flapping on a line', 'action: a line stretched between balconies'],
    ['action: laundry stretched between balconies'],
  ],
  [
    'A deer limps across a snow-covered road.',
    ['attribute: a snow-covered road', 'action: a deer limping across a road'],
    ['weather: in snow'],
  ],
  [
    'A painting of a stern old man hangs crooked above the fireplace.',
    ['relation: a painting of an old man', 'action: a painting hanging'],
    ['style: a painting', 'action: an old man hanging'],
  ],
]);

describeReadings('what holds what', [
  [
    'Her nose is pressed against the glass of a shop window.',
    ['relation: a glass of a shop window'],
    ['entity: a glass of shop window'],
  ],
  ['A wall of water rises behind a boat.', ['entity: a wall of water'], ['relation: a wall of water']],
  ['An old man stares into his glass.', ['entity: a glass'], ['attribute: an old man in a glass']],
  [
    'An old sailor waits, a coil of rope slung over his shoulder.',
    ["action: a coil of rope slung over an old sailor's shoulder"],
  ],
]);
