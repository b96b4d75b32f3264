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
  [
    'A man has got stuck in a door.',
    ['action: a man stuck in a door'],
    ['action: not a man stuck in a door'],
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

describeReadings('who goes on', [
  [
    'A cat sits in a wooden tub floating down a street, paddling with a spoon.',
    ['action: a cat paddling with a spoon'],
    ['action: a tub paddling with a spoon'],
  ],
  [
    'Low-angle shot looking up at a ballet dancer, her tulle skirt fanned out.',
    [],
    ['action: a skirt looking up at a ballet dancer'],
  ],
  ['1boy, 1girl, looking at each other, blush', [], ['action: a boy looking at a blush']],
  ['1boy, long hair, wind blowing hair', ['weather: in wind'], ['action: a boy blowing hair']],
  ['elf, green cloak, drawing bow', ['action: an elf drawing a bow'], ['entity: a drawing']],
  [
    'A spider lowers itself from the lampshade.',
    ['action: a spider lowering from a lampshade'],
    ['action: a spider lowering spider from a lampshade'],
  ],
  [
    'Three raccoons stand around a manhole, one shining a flashlight into it.',
    ['action: a raccoon shining flashlight into a manhole'],
    ['action: a raccoon shining flashlight into a flashlight'],
  ],
  [
    'A fisherman wearing a blue knit cap and a thick cream sweater, fishing nets and wooden buoys hanging behind him.',
    ['entity: fishing nets', 'action: buoys hanging behind a fisherman'],
    ['action: a fisherman wearing nets', 'action: a fisherman wearing buoys'],
  ],
]);

describeReadings('lists without commas', [
  ['ballet dancer white dress empty stage', ['entity: a ballet dancer'], ['entity: a ballet']],
  [
    'old nomad woman silver earrings desert tent sunrise camel behind drinking tea',
    ['action: an old nomad drinking tea'],
    ['action: a camel drinking tea'],
  ],
  [
    'haunted mansion hill lightning broken fence crows girl white dress holding lantern path',
    ['relation: a girl holding a lantern', 'place: on a path'],
    ['entity: a lantern path'],
  ],
  [
    'fat chef tall white hat tasting soup copper pots busy kitchen',
    ['entity: copper pots', 'action: a chef tasting soup'],
  ],
  [
    'queen with silver crown blue velvet gown sitting stone throne',
    ['action: a queen sitting', 'entity: a stone throne'],
    ['action: a queen sitting a stone throne'],
  ],
]);

describeReadings('what is named', [
  ['A woman with nine tails.', ['attribute: a woman with nine tails']],
  ['A soldier kneels, his helmet gone.', ['entity: not a helmet'], ['attribute: a soldier in a helmet']],
  [
    'A king and a queen face each other.',
    [],
    ['relation: a king facing each other', 'relation: a queen facing each other'],
  ],
  ['Two rivals face each other.', ['relation: rivals facing each other'], ['action: rivals facing']],
  ['The city below is covered in fog.', ['weather: in fog'], ['attribute: a covered city']],
  [
    'RAFE wipes rain from his eyes and lowers the binoculars.',
    ['action: a person wiping rain from eyes'],
    ['action: a person wiping from eyes'],
  ],
  ['A saxophonist leans back into a solo.', [], ['count: one person']],
  ['1girl, solo', ['count: one person']],
  ['elf archer, glowing runes on arm', ['attribute: glowing runes'], ['action: an elf archer glowing runes']],
  ['chef, sprinkling salt over a steak', ['action: a chef sprinkling salt']],
  ['mecha, rusted plating, kneeling in a ditch', ['action: a mecha kneeling in a ditch']],
  // No list has either word: neither a thing nor what it shows kneels.
  [
    'statue of kobold, mecha, silver wings, kneeling in mud',
    ['action: a mecha kneeling in mud'],
    ['action: a statue kneeling in mud', 'action: a kobold kneeling in mud'],
  ],
  ['PAGE 4, PANEL 2: A fox waits.', ['entity: a fox'], ['entity: a panel']],
  ['Sc. 3 Sh. 7 - A fox waits.', ['entity: a fox'], ['entity: a sc', 'entity: a person', 'entity: Shs']],
  ['Ext. rooftop, dawn.', ['place: on a rooftop'], ['entity: Ext']],
  [
    'Slow push in on the empty cradle, curtains fluttering.',
    ['action: curtains fluttering'],
    ['relation: curtains on a cradle'],
  ],
  ['Dozens of clocks hang on a wall.', ['action: clocks hanging on a wall'], ['entity: dozens']],
  ['Gears, springs and tools lie on a bench.', ['entity: springs']],
  [
    'A chef with tattooed forearms waits.',
    ['attribute: a chef with tattooed forearms'],
    ['entity: forearms'],
  ],
  ['A punk with a mohawk sleeps against a window.', ['attribute: a punk with a mohawk']],
  ['A face smeared with grease.', ['entity: grease'], ['entity: a grease']],
  ['Dust covers the ground.', ['entity: the ground']],
  ['A black-and-white cat sleeps.', ['attribute: a black-and-white cat']],
  ['The hallway is lined with portraits.', ['entity: portraits'], ['style: a portrait']],
]);

describeReadings('what is where', [
  [
    'Through the open door a stone lantern stands in the garden.',
    ['action: a stone lantern standing in a garden'],
    ['action: a stone lantern standing through a door'],
  ],
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

describeReadings('whose it is, and whom it means', [
  [
    'A goldfish looks out of its bowl at a grey cat pressing its nose against the glass.',
    ['action: a cat pressing a nose'],
    ["action: a cat pressing a goldfish's nose"],
  ],
  [
    'A whale swims above a village, its tail brushing the church spire, while a child waves at it.',
    ['action: a child waving at a whale'],
    ['action: a child waving at a church spire'],
  ],
  [
    'The three cubs, wrapped in towels, blow on mugs of cocoa.',
    ['action: cubs wrapped in towels', 'action: cubs blowing on mugs of cocoa'],
    ['entity: a blow'],
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
