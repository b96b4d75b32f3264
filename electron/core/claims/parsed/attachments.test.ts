import { describeReadings } from './testing/readings.js';

describeReadings('who or what a word near by belongs to', [
  [
    'The dog barks as the maid frowns and shakes a rug.',
    ['action: a maid shaking a rug'],
    ['action: a dog shaking a rug'],
  ],
  [
    'A ferryman hauls in his anchor.',
    ['action: a ferryman hauling in an anchor'],
    ['relation: a ferryman in an anchor'],
  ],
  [
    'Students in uniform line up outside the gate of an old school.',
    ['action: students lining up outside a gate'],
  ],
  [
    'A boy leads a white goat by a rope past a broken gate.',
    ['action: a boy leading goat by a rope', 'action: a boy leading goat past a gate'],
    ['relation: a boy next to a rope', 'relation: a rope past a gate'],
  ],
  [
    'A boat glides down the river towards a bridge.',
    ['action: a boat gliding towards a bridge'],
    ['relation: a river towards a bridge'],
  ],
  [
    'A girl counts coins into a jar.',
    ['action: a girl counting coins into a jar'],
    ['relation: coins into a jar'],
  ],
  ['A dog stands on a road into a village.', [], ['action: a dog standing into a village']],
  [
    'The captain looks through a telescope at a ship on the horizon.',
    ['action: a captain looking at a ship'],
    ['relation: a telescope at a ship'],
  ],
  [
    'A puppet hangs by a string above a stage.',
    ['action: a puppet hanging by a string'],
    ['relation: a string above a stage', 'action: a puppet hanging next to a string'],
  ],
  [
    'A woman stands with her arms crossed beside a car.',
    ['attribute: a woman with crossed arms', 'relation: a woman next to a car'],
    ['action: arms crossed beside a car'],
  ],
  [
    'A boy balances on a railing with his arms spread wide.',
    ['attribute: a boy with spread arms'],
    ['action: a boy spreading'],
  ],
  [
    'The sheriff leans in the doorway with his thumbs hooked in his belt.',
    ['action: thumbs hooked in a belt'],
    ['attribute: thumbs with a belt'],
  ],
  [
    'Two women study a chart spread out on the deck.',
    ['action: a chart spread out on a deck'],
    ['action: women spread out on a deck'],
  ],
  [
    'A thief climbs down a pipe with a sack clenched between his teeth.',
    ["action: a sack clenched between a thief's teeth"],
    ['relation: a pipe with a sack'],
  ],
  [
    'Wheels roll past a wooden house with swinging doors and a nervous cook peeks out from behind a barrel.',
    ['action: a cook peeking out from behind a barrel'],
    ['action: wheels peeking out from behind a barrel'],
  ],
  [
    'Woven baskets stacked against clay walls and paper lanterns strung between the stalls.',
    ['action: paper lanterns strung between stalls'],
    ['action: baskets stacked against paper lanterns'],
  ],
  [
    'A goat sleeps on a log, sawdust covering the ground around it and an axe stuck in a stump.',
    ['action: an axe stuck in a stump', 'action: sawdust covering the ground'],
    ['action: sawdust stuck in a stump'],
  ],
  [
    'A knight in dented armor offers a rose to a dragon that is curled around the tower.',
    ['action: a knight offering rose to a dragon'],
    ['relation: a rose to a dragon'],
  ],
  [
    'A hedgehog in a knitted blue sweater pulling a wooden sled loaded with acorns through deep snow.',
    ['action: a hedgehog pulling sled through snow'],
    ['action: a sled loaded through snow'],
  ],
  [
    'The father standing with his hand on the shoulder of his eldest son, a dog lying at their feet.',
    ['relation: a hand on a shoulder', 'action: a dog lying at feet'],
    ['action: a father standing on a shoulder'],
  ],
  [
    'An old man on a stool reading to three children sitting cross-legged on the rug.',
    ['action: children sitting on a rug'],
    ['action: an old man sitting on a rug'],
  ],
  [
    'Four candles burning at her feet and a silver spoon laid across her knees.',
    ['action: a spoon laid across knees'],
    ['action: candles burning at a spoon', 'action: candles laid across knees'],
  ],
  [
    'The dwarf swings a pickaxe, a lantern hooked to his belt and a mule loaded with sacks waiting behind him in the tunnel.',
    ['action: a mule loaded with sacks', 'action: a mule waiting in a tunnel'],
    ['action: a lantern loaded with sacks', 'action: sacks waiting in a tunnel'],
  ],
  [
    'A girl in dungarees pushes a wheelbarrow full of pumpkins past a scarecrow.',
    ['action: a girl pushing a wheelbarrow', 'relation: a wheelbarrow full of pumpkins'],
    ['entity: a full'],
  ],
  [
    'Standing with his hands on his hips and his head tipped back.',
    ['relation: hands on hips'],
    ['action: a head tipping back', 'relation: hands on a head'],
  ],
  [
    'A soldier sleeps with his mouth open and his cap pulled over his eyes.',
    [],
    ['action: a soldier pulled over eyes'],
  ],
]);
