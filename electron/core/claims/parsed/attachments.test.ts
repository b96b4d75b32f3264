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
]);
