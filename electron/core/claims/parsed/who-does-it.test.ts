import { describeReadings } from './testing/readings.js';

describeReadings('nouns that could be deeds', [
  ['Two cooks fight over a bone.', ['count: two cooks', 'action: cooks fighting over a bone']],
  ['A girl on roller skates grabs a rope.', ['relation: a girl on roller skates']],
  ['A spice seller scoops saffron onto a brass scale.', ['action: a spice seller scooping a saffron']],
  ['Rain drums on the skylight.', ['action: rain drumming on a skylight'], ['entity: rain drums']],
  [
    'The goblins drop their cards and scramble for the window.',
    ['action: goblins dropping cards', 'action: goblins scrambling'],
    ['attribute: scramble goblins'],
  ],
  ['person ride boat', ['action: a person riding a boat'], ['entity: a person ride']],
  ['A row of autumn leaves on the ground.', ['entity: autumn leaves']],
  ['The vet kneels in the straw with both arms bare.', ['entity: a vet'], ['action: straw kneeling']],
]);

describeReadings('who does what stands beside them', [
  ['1boy, hat, seagull stealing sandwich', ['action: a seagull stealing a sandwich']],
  ['1girl, lamp, masked dancers drumming', ['action: dancers drumming'], ['action: a girl drumming']],
  [
    'sugar school ice cream hut chocolate lake ice cream mountains',
    ['attribute: ice cream mountains'],
    ['entity: ice'],
  ],
  [
    'A wolf stops at the edge of a stream, one paw raised, and sniffs the air.',
    ['action: a wolf sniffing the air'],
    ['action: a paw sniffing the air'],
  ],
  ['A woman opens a shutter to listen.', ['action: a woman listening'], ['action: a shutter listening']],
  ['His lawyer hides a yawn behind a folder.', [], ['relation: a lawyer behind a folder']],
  ['A boy keeps watch at the end of the alley.', [], ['entity: a watch']],
  ['A boy has a watch.', ['entity: a watch', 'relation: a boy with a watch']],
  [
    'A dentist bends over a crocodile on the chair. Its tail has knocked over a tray.',
    ['attribute: a crocodile with a tail'],
    ['attribute: a chair with a tail'],
  ],
  [
    'Nine men sit around a table and a tenth stands at the door.',
    ['action: a man standing at a door'],
    ['entity: a tenth'],
  ],
  ['A man pulls his son by the belt.', [], ['relation: a man next to a belt']],
]);

describeReadings('names that are words', [
  ['Lotte and her twin dig a hole.', ['action: a person digging a hole'], ['entity: a lotte']],
  ['Dusty plays the banjo.', ['action: a person playing a banjo']],
  ['Lou and Fay clap.', ['action: a person clapping']],
  [
    'Admiral Oyelaran steps off a gangway.',
    ['action: a person stepping off a gangway'],
    ['entity: Oyelaran'],
  ],
]);

describeReadings('what is no style', [
  [
    'torn wallpaper, 1girl, portrait with scratched eyes',
    ['attribute: a torn wallpaper'],
    ['style: a portrait'],
  ],
  ['1girl, red hat, wallpaper', [], ['entity: wallpaper']],
]);
