import { describeExactly } from './testing/kept-arcs.js';

describeExactly('what is done, by whom and to what', import.meta.url, [
  ['A girl waves at a train.', ['entity: a girl', 'entity: a train', 'action: a girl waving at a train']],
  [
    'A knight hands a rose to a dragon.',
    [
      'entity: a knight',
      'entity: a rose',
      'action: a knight handing a rose',
      'entity: a dragon',
      'action: a knight handing rose to a dragon',
      'phrase: A knight hands a rose to a dragon',
    ],
  ],
  [
    'A boy gives the lamp to Wenna.',
    [
      'entity: a boy',
      'entity: a lamp',
      'action: a boy giving a lamp',
      'entity: a person',
      'action: a boy giving lamp to a person',
    ],
  ],
  [
    'A woman helps a boy climb a wall.',
    [
      'entity: a woman',
      'entity: a boy',
      'action: a woman helping a boy',
      'entity: a wall',
      'action: a boy climbing a wall',
    ],
  ],
  ['A fox may not enter a hut.', ['entity: a fox', 'action: not a fox entering a hut']],
  [
    'A wolf takes a bite of a pie.',
    [
      'entity: a wolf',
      'action: a wolf taking a bite',
      'entity: a pie',
      'phrase: A wolf takes a bite of a pie',
    ],
  ],
  [
    'A guard keeps watch on a tower.',
    [
      'entity: a guard',
      'place: in a tower',
      'action: a guard keeping watch on a tower',
      'relation: a guard on a tower',
    ],
  ],
  ['A dog faces left.', ['entity: a dog', 'relation: a dog facing left']],
  ['A horse faces a fence.', ['entity: a horse', 'entity: a fence', 'action: a horse facing a fence']],
  [
    'A boy turns away from a shop window.',
    ['entity: a boy', 'entity: a shop window', 'action: a boy turning away from a shop window'],
  ],
  ['A girl looks up at a kite.', ['entity: a girl', 'entity: a kite', 'action: a girl looking up at a kite']],
  [
    'A cat looks down from a roof.',
    ['entity: a cat', 'entity: a roof', 'action: a cat looking down from a roof'],
  ],
  ['A boat drifts away.', ['entity: a boat', 'action: a boat drifting away']],
  ['A door stands open.', ['entity: a door', 'action: a door standing', 'attribute: an open door']],
  ['A woman laughs hard.', ['entity: a woman', 'action: a woman laughing', 'phrase: A woman laughs hard']],
  [
    'A thief crouches low behind a crate.',
    [
      'entity: a thief',
      'action: a thief crouching',
      'entity: a crate',
      'phrase: A thief crouches low behind a crate',
    ],
  ],
  [
    'A child sits still on a chair.',
    [
      'entity: a child',
      'entity: a chair',
      'action: a child sitting on a chair',
      'relation: a child on a chair',
    ],
  ],
  ['A cat does not sleep.', ['entity: a cat', 'action: not a cat sleeping']],
  ['A man never smiles.', ['entity: a man', 'action: not a man smiling']],
  [
    'Behind the house stands an old oak.',
    [
      'entity: a house',
      'entity: an oak',
      'attribute: an old oak',
      'action: an oak standing behind a house',
      'relation: an oak behind a house',
    ],
  ],
  [
    'In the foreground, a boy holds a bucket.',
    [
      'entity: a boy',
      'relation: a boy in the foreground',
      'entity: a bucket',
      'relation: a boy holding a bucket',
    ],
  ],
  [
    'A bear stands on a ball that rolls down a hill.',
    [
      'entity: a bear',
      'entity: a ball',
      'action: a bear standing on a ball',
      'relation: a bear on a ball',
      'entity: a hill',
      'action: a ball rolling down a hill',
    ],
  ],
  [
    'A woman sits in a tub floating down a street, paddling.',
    [
      'entity: a woman',
      'entity: a tub',
      'action: a woman sitting in a tub',
      'relation: a woman in a tub',
      'place: on a street',
      'action: a tub floating down a street',
      'action: a woman paddling',
    ],
  ],
  [
    'An old man sits on a bench, feeding pigeons.',
    [
      'entity: an old man',
      'entity: a bench',
      'action: an old man sitting on a bench',
      'relation: an old man on a bench',
      'entity: pigeons',
      'action: an old man feeding pigeons',
    ],
  ],
  [
    'Kneeling in the mud, a soldier cradles a dog.',
    [
      'entity: mud',
      'entity: a soldier',
      'action: a soldier kneeling in mud',
      'relation: a soldier in mud',
      'entity: a dog',
      'action: a soldier cradling a dog',
    ],
  ],
  [
    'Looking up at a dancer, a boy claps.',
    ['entity: a dancer', 'entity: a boy', 'action: a boy looking up at a dancer', 'action: a boy clapping'],
  ],
  [
    'Dressed in rags, a beggar sits by a gate.',
    [
      'entity: rags',
      'entity: a beggar',
      'relation: a beggar in rags',
      'entity: a gate',
      'action: a beggar sitting next to a gate',
      'relation: a beggar next to a gate',
    ],
  ],
  [
    'Wrapped in a blanket, a girl sleeps.',
    [
      'entity: a blanket',
      'entity: a girl',
      'action: a girl wrapping in a blanket',
      'relation: a girl in a blanket',
      'action: a girl sleeping',
    ],
  ],
  [
    'Covered in snow, a car stands in a yard.',
    [
      'weather: in snow',
      'entity: a car',
      'entity: a yard',
      'action: a car standing in a yard',
      'relation: a car in a yard',
    ],
  ],
  [
    'A man covered in mud laughs.',
    ['entity: a man', 'entity: mud', 'action: a man covered in mud', 'action: a man laughing'],
  ],
  ['A wall is lined with books.', ['entity: a wall', 'entity: books', 'action: a wall lined with books']],
  [
    'A cart filled with apples stands by a well.',
    [
      'entity: a cart',
      'entity: apples',
      'action: a cart filled with apples',
      'entity: a well',
      'action: a cart standing next to a well',
      'relation: a cart next to a well',
    ],
  ],
  [
    'A field is surrounded by trees.',
    ['entity: a field', 'entity: trees', 'action: a field surrounded by trees'],
  ],
  [
    'A cake is decorated with cherries.',
    ['entity: a cake', 'entity: cherries', 'action: a cake decorated with cherries'],
  ],
  ['A letter is held by a boy.', ['entity: a letter', 'entity: a boy', 'relation: a boy holding a letter']],
  ['A kite is stuck in a tree.', ['entity: a kite', 'entity: a tree', 'action: a kite stuck in a tree']],
  [
    'A poster depicting a lion hangs on a wall.',
    [
      'entity: a poster',
      'entity: a lion',
      'relation: a poster depicting a lion',
      'entity: a wall',
      'action: a poster hanging on a wall',
      'relation: a poster on a wall',
    ],
  ],
  [
    'A boy dressed as a pirate waves a sword.',
    [
      'entity: a boy',
      'attribute: a boy dressed as a pirate',
      'entity: a sword',
      'action: a boy waving a sword',
      'phrase: A boy dressed as a pirate waves a sword',
    ],
  ],
  ['A man puts on a hat.', ['entity: a man', 'entity: a hat', 'action: a man putting on a hat']],
  [
    'A girl holds a needle like a lance.',
    [
      'entity: a girl',
      'entity: a needle',
      'relation: a girl holding a needle',
      'phrase: A girl holds a needle like a lance',
    ],
  ],
  ['A boy jumps like a frog.', ['entity: a boy', 'action: a boy jumping', 'phrase: A boy jumps like a frog']],
  ['A boy makes a snowman.', ['entity: a boy', 'entity: a snowman', 'action: a boy making a snowman']],
  ['A cook makes a face.', ['entity: a cook', 'entity: a face', 'action: a cook making a face']],
  [
    'A man throws a ball at a wall.',
    [
      'entity: a man',
      'entity: a ball',
      'action: a man throwing a ball',
      'entity: a wall',
      'action: a man throwing ball at a wall',
    ],
  ],
  [
    'A dog chases a cat around a tree.',
    [
      'entity: a dog',
      'entity: a cat',
      'action: a dog chasing a cat',
      'entity: a tree',
      'action: a dog chasing cat around a tree',
    ],
  ],
  [
    'A train comes out of a tunnel.',
    ['entity: a train', 'entity: a tunnel', 'action: a train coming out of a tunnel'],
  ],
  [
    'A rabbit hops out from behind a wall.',
    ['entity: a rabbit', 'entity: a wall', 'action: a rabbit hopping out from behind a wall'],
  ],
  [
    'A lamp hangs from a ceiling above a table.',
    [
      'entity: a lamp',
      'entity: a ceiling',
      'action: a lamp hanging from a ceiling',
      'entity: a table',
      'relation: a ceiling above a table',
      'phrase: A lamp hangs from a ceiling above a table',
    ],
  ],
  [
    'A cat sits on top of a fridge.',
    ['entity: a cat', 'entity: a fridge', 'action: a cat sitting on a fridge', 'relation: a cat on a fridge'],
  ],
  [
    'A cat sits at the top of a ladder.',
    [
      'entity: a cat',
      'entity: a ladder',
      'action: a cat sitting at the top of a ladder',
      'relation: a cat at the top of a ladder',
    ],
  ],
  [
    'A bird sits at the edge of a fountain.',
    ['entity: a bird', 'entity: a fountain', 'action: a bird sitting at the edge of a fountain'],
  ],
  [
    'A woman stands in front of a mirror.',
    [
      'entity: a woman',
      'entity: a mirror',
      'action: a woman standing in front of a mirror',
      'relation: a woman in front of a mirror',
    ],
  ],
  [
    'A tree stands in the middle of a field.',
    [
      'entity: a tree',
      'place: in a field',
      'action: a tree standing in the middle of a field',
      'relation: a tree in the middle of a field',
    ],
  ],
  [
    'A bell hangs in the middle of the frame.',
    ['entity: a bell', 'action: a bell hanging', 'relation: a bell in the middle'],
  ],
  [
    'A dog lies at the feet of a king.',
    ['entity: a dog', 'entity: a king', 'action: a dog lying at the feet of a king'],
  ],
  [
    'A boy stands to the left of a door.',
    [
      'entity: a boy',
      'entity: a door',
      'action: a boy standing to the left of a door',
      'relation: a boy to the left of a door',
    ],
  ],
  [
    'A girl in pigtails behind a fence holds a kite.',
    [
      'entity: a girl',
      'attribute: a girl with pigtails',
      'entity: a fence',
      'relation: a girl behind a fence',
      'entity: a kite',
      'relation: a girl holding a kite',
    ],
  ],
  [
    'A spider with eight legs sits in a web.',
    [
      'entity: a spider',
      'entity: a web',
      'action: a spider sitting in a web',
      'relation: a spider in a web',
      'phrase: A spider with eight legs sits in a web',
    ],
  ],
  [
    'A girl, not a boy, holds a lamp.',
    ['entity: a girl', 'entity: not a boy', 'entity: a lamp', 'relation: a girl holding a lamp'],
  ],
  [
    'A statue of a horse stands in a park.',
    [
      'entity: a statue',
      'entity: a horse',
      'relation: a statue of a horse',
      'place: in a park',
      'action: a statue standing in a park',
      'relation: a statue in a park',
    ],
  ],
  [
    'A map of a city lies on a desk.',
    [
      'entity: a map',
      'entity: a city',
      'relation: a map of a city',
      'entity: a desk',
      'action: a map lying on a desk',
      'relation: a map on a desk',
    ],
  ],
  [
    'A pile of books lies beside a bed.',
    [
      'entity: a pile of books',
      'entity: a bed',
      'action: a pile of books lying next to a bed',
      'relation: a pile of books next to a bed',
    ],
  ],
  [
    'A crowd of people cheers behind a rope.',
    [
      'entity: people',
      'entity: a rope',
      'action: people cheering behind a rope',
      'relation: people behind a rope',
    ],
  ],
  [
    'A gingerbread man lies on a plate.',
    [
      'entity: a gingerbread man',
      'entity: a plate',
      'action: a gingerbread man lying on a plate',
      'relation: a gingerbread man on a plate',
    ],
  ],
  [
    'A hot air balloon floats over a hill.',
    [
      'entity: a hot air balloon',
      'entity: a hill',
      'action: a hot air balloon floating over a hill',
      'relation: a hot air balloon over a hill',
    ],
  ],
  [
    "A train conductor's hat lies on a bench.",
    [
      'entity: a hat',
      'entity: a bench',
      'action: a hat lying on a bench',
      'relation: a hat on a bench',
      "phrase: A train conductor's hat lies on a bench",
    ],
  ],
  ["The bride's father weeps.", ['entity: a father', 'action: a father weeping']],
  [
    "The man's hands hold a watch.",
    [
      'entity: a man',
      'entity: a watch',
      'relation: a man holding a watch',
      "phrase: The man's hands hold a watch",
    ],
  ],
  [
    'The hands of the man hold a watch.',
    [
      'entity: hands',
      'entity: a man',
      'relation: hands of a man',
      'entity: a watch',
      'relation: hands holding a watch',
    ],
  ],
  [
    'A hand reaches for an apple.',
    ['entity: a hand', 'entity: an apple', 'action: a hand reaching for an apple'],
  ],
  [
    'A black-and-white cat sleeps on a double-decker bus.',
    [
      'entity: a cat',
      'attribute: a black-and-white cat',
      'entity: a bus',
      'attribute: a double-decker bus',
      'action: a cat sleeping on a bus',
      'relation: a cat on a bus',
    ],
  ],
  [
    'A gold trimmed sweater hangs on a chair.',
    [
      'entity: a sweater',
      'entity: a chair',
      'action: a sweater hanging on a chair',
      'relation: a sweater on a chair',
      'phrase: A gold trimmed sweater hangs on a chair',
    ],
  ],
  [
    'A tall, thin man in a dark suit walks along a pier.',
    [
      'entity: a man',
      'attribute: a tall man',
      'attribute: a thin man',
      'attribute: a man in a dark suit',
      'place: on a pier',
      'action: a man walking along a pier',
      'relation: a man along a pier',
    ],
  ],
  [
    'A dark blue car is parked outside a red brick house.',
    [
      'entity: a car',
      'attribute: a dark car',
      'attribute: a blue car',
      'entity: a brick house',
      'attribute: a red brick house',
      'action: a car parked outside a brick house',
    ],
  ],
  [
    'The fallen tree blocks the road.',
    ['entity: a tree', 'attribute: a fallen tree', 'entity: a road', 'action: a tree blocking a road'],
  ],
  [
    'A broken cup lies on the floor beside a chair.',
    [
      'entity: a cup',
      'attribute: a broken cup',
      'place: on the floor',
      'action: a cup lying on a floor',
      'relation: a cup on a floor',
      'entity: a chair',
      'action: a cup lying next to a chair',
      'relation: a cup next to a chair',
    ],
  ],
  [
    'The left knee bent, a dancer bows.',
    ['entity: a left knee', 'attribute: a bent left knee', 'entity: a dancer', 'action: a dancer bowing'],
  ],
  [
    'A picture hangs above the stove.',
    [
      'entity: a picture',
      'entity: a stove',
      'action: a picture hanging above a stove',
      'relation: a picture above a stove',
    ],
  ],
  [
    'Sunlight falls through a window onto a floor.',
    [
      'entity: sunlight',
      'time: by day',
      'entity: a window',
      'action: sunlight falling through a window',
      'place: on the floor',
      'action: sunlight falling onto a floor',
      'phrase: Sunlight falls through a window onto a floor',
    ],
  ],
  [
    'Moonlight shines on a lake.',
    [
      'entity: moonlight',
      'time: at night',
      'place: on a lake',
      'action: moonlight shining on a lake',
      'relation: moonlight on a lake',
    ],
  ],
  [
    'A spring sticks out of a mattress.',
    ['entity: a spring', 'entity: a mattress', 'action: a spring sticking out of a mattress'],
  ],
  [
    'Smoke from a chimney drifts over a roof.',
    [
      'entity: smoke',
      'entity: a chimney',
      'relation: smoke from a chimney',
      'entity: a roof',
      'action: smoke drifting over a roof',
      'relation: smoke over a roof',
    ],
  ],
  [
    'A man pours tea from a pot into a cup.',
    [
      'entity: a man',
      'entity: tea',
      'action: a man pouring tea',
      'entity: a pot',
      'action: a man pouring tea from a pot',
      'entity: a cup',
      'action: a man pouring tea into a cup',
    ],
  ],
  [
    'A man hits a nail with a hammer.',
    [
      'entity: a man',
      'entity: a nail',
      'action: a man hitting a nail',
      'entity: a hammer',
      'phrase: A man hits a nail with a hammer',
    ],
  ],
  ['A child is led by the hand.', ['entity: a child', 'entity: a hand', 'action: a child led by a hand']],
  [
    'A puppet hangs by a thread.',
    ['entity: a puppet', 'entity: a thread', 'action: a puppet hanging by a thread'],
  ],
  [
    'A girl trails a hand in the water.',
    [
      'entity: a girl',
      'entity: a hand',
      'action: a girl trailing a hand',
      'entity: water',
      'action: a girl trailing hand in water',
    ],
  ],
  ['A man reads by torchlight.', ['entity: a man', 'action: a man reading', 'entity: torchlight']],
  [
    'Through the door a lamp stands on a table.',
    [
      'entity: a door',
      'entity: a lamp',
      'entity: a table',
      'action: a lamp standing on a table',
      'relation: a lamp on a table',
    ],
  ],
  [
    'A girl digs for gold with a spade.',
    [
      'entity: a girl',
      'entity: gold',
      'action: a girl digging for gold',
      'entity: a spade',
      'phrase: A girl digs for gold with a spade',
    ],
  ],
  ['A girl waits for a bus.', ['entity: a girl', 'entity: a bus', 'action: a girl waiting for a bus']],
  ['A man dreams of a boat.', ['entity: a man', 'action: a man dreaming', 'phrase: A man dreams of a boat']],
  [
    'A dog barks at a cat on a wall.',
    [
      'entity: a dog',
      'entity: a cat',
      'action: a dog barking at a cat',
      'entity: a wall',
      'action: a dog barking on a wall',
      'relation: a dog on a wall',
      'phrase: A dog barks at a cat on a wall',
    ],
  ],
  [
    'A girl points at a ship on the horizon.',
    [
      'entity: a girl',
      'entity: a ship',
      'action: a girl pointing at a ship',
      'entity: the horizon',
      'relation: a ship on the horizon',
    ],
  ],
  [
    'A boy stares at a cake in a shop window.',
    [
      'entity: a boy',
      'entity: a cake',
      'action: a boy staring at a cake',
      'entity: a shop window',
      'action: a boy staring in a shop window',
      'phrase: A boy stares at a cake in a shop window',
    ],
  ],
  [
    'Close-up of a hand holding a key.',
    ['framing: a close-up', 'entity: a hand', 'entity: a key', 'relation: a hand holding a key'],
  ],
  [
    'Seen from above, a boy sleeps in a boat.',
    [
      'framing: a high-angle shot',
      'entity: a boy',
      'entity: a boat',
      'action: a boy sleeping in a boat',
      'relation: a boy in a boat',
    ],
  ],
  [
    'Mira, a girl in a red coat, holds a lantern.',
    [
      'entity: a girl',
      'attribute: a girl in a red coat',
      'entity: a lantern',
      'relation: a girl holding a lantern',
    ],
  ],
  [
    'A woman leans against a wall, smoking a cigarette.',
    [
      'entity: a woman',
      'entity: a wall',
      'action: a woman leaning against a wall',
      'relation: a woman against a wall',
      'entity: a cigarette',
      'action: a woman smoking a cigarette',
    ],
  ],
  [
    'A man bends down to pick a flower.',
    ['entity: a man', 'action: a man bending down', 'entity: a flower', 'action: a man picking a flower'],
  ],
  ['A boy tries to open a window.', ['entity: a boy', 'entity: a window', 'action: a boy opening a window']],
  [
    'A girl pretends to be a queen.',
    ['entity: a girl', 'action: a girl pretending', 'phrase: A girl pretends to be a queen'],
  ],
  ['A man tells a boy to sit down.', ['entity: a man', 'entity: a boy', 'action: a boy sitting down']],
  [
    'A boy runs holding a kite as a girl waits.',
    [
      'entity: a boy',
      'action: a boy running',
      'entity: a kite',
      'relation: a boy holding a kite',
      'entity: a girl',
      'action: a girl waiting',
      'phrase: A boy runs holding a kite as a girl waits',
    ],
  ],
  [
    'A man beside a woman holding a cup, smiling.',
    [
      'entity: a man',
      'entity: a woman',
      'relation: a man next to a woman',
      'entity: a cup',
      'relation: a woman holding a cup',
      'action: a man smiling',
    ],
  ],
  ['A man sits alone, tired.', ['entity: a man', 'action: a man sitting', 'attribute: a tired man']],
  ['A boy pulls a box apart.', ['entity: a boy', 'entity: a box', 'action: a boy pulling a box']],
  ['A dog breaks loose.', ['entity: a dog', 'action: a dog breaking', 'phrase: A dog breaks loose']],
  ['A man steps aside.', ['entity: a man', 'action: a man stepping']],
  [
    'A plane flies low over a village.',
    [
      'entity: a plane',
      'entity: a village',
      'action: a plane flying over a village',
      'relation: a plane over a village',
      'phrase: A plane flies low over a village',
    ],
  ],
  [
    'A bird flies high above a tower.',
    [
      'entity: a bird',
      'entity: a tower',
      'action: a bird flying above a tower',
      'relation: a bird above a tower',
    ],
  ],
  ['A dog digs deep.', ['entity: a dog', 'action: a dog digging', 'phrase: A dog digs deep']],
  [
    'A runner stands close to a wall.',
    [
      'entity: a runner',
      'entity: a wall',
      'action: a runner standing next to a wall',
      'relation: a runner next to a wall',
    ],
  ],
  [
    'A man asks a girl to open a gate.',
    ['entity: a man', 'entity: a girl', 'entity: a gate', 'action: a girl opening a gate'],
  ],
  ['A man climbs five steps.', ['entity: a man', 'action: a man climbing']],
  ['A horse faces right.', ['entity: a horse', 'relation: a horse facing right']],
  [
    'Facing left, a knight holds a shield.',
    [
      'entity: a knight',
      'relation: a knight facing left',
      'entity: a shield',
      'relation: a knight holding a shield',
    ],
  ],
  ['A man is facing left.', ['entity: a man', 'relation: a man facing left']],
  [
    'A man shows a girl a map.',
    ['entity: a man', 'entity: a girl', 'entity: a map', 'action: a man showing a map'],
  ],
  [
    'A man takes a seat on a bench.',
    ['entity: a man', 'entity: a bench', 'action: a man taking a seat on a bench'],
  ],
  [
    'A boy takes a photo of a cat.',
    [
      'entity: a boy',
      'action: a boy taking a photo',
      'entity: a cat',
      'phrase: A boy takes a photo of a cat',
    ],
  ],
  ['A girl gives a wave.', ['entity: a girl', 'action: a girl giving a wave']],
  [
    'A boy shows a drawing to a girl.',
    ['entity: a boy', 'entity: a drawing', 'action: a boy showing a drawing', 'entity: a girl'],
  ],
  ['A girl has set up a tent.', ['entity: a girl', 'entity: a tent', 'action: a girl setting up a tent']],
  ['A man is being carried by a boy.', ['entity: a man', 'entity: a boy', 'relation: a boy carrying a man']],
  ['A wall is being painted.', ['entity: a wall', 'action: a wall painted']],
  ['A pirate has taken a chest.', ['entity: a pirate', 'entity: a chest', 'action: a pirate taking a chest']],
  ['A woman washes herself.', ['entity: a woman', 'action: a woman washing']],
  [
    'A man in a coat with a fur collar waits.',
    [
      'entity: a man',
      'attribute: a man in a coat',
      'attribute: a man with a fur collar',
      'action: a man waiting',
      'phrase: A man in a coat with a fur collar waits',
    ],
  ],
  [
    'A woman in glasses reads.',
    ['entity: a woman', 'attribute: a woman with glasses', 'action: a woman reading'],
  ],
  [
    'A woman with red lips smiles.',
    ['entity: a woman', 'attribute: a woman with red lips', 'action: a woman smiling'],
  ],
  [
    'A man in armor rides a white horse.',
    [
      'entity: a man',
      'attribute: a man in armor',
      'entity: a horse',
      'attribute: a white horse',
      'action: a man riding a horse',
    ],
  ],
  [
    'A soldier in uniform salutes.',
    ['entity: a soldier', 'attribute: a soldier in a uniform', 'action: a soldier saluting'],
  ],
  [
    'A barefoot girl in a torn dress runs through a forest.',
    [
      'entity: a barefoot girl',
      'attribute: a barefoot girl in a torn dress',
      'place: in a forest',
      'action: a barefoot girl running through a forest',
    ],
  ],
  ['A wet dog shakes itself.', ['entity: a dog', 'attribute: a wet dog', 'action: a dog shaking']],
  [
    'A half-eaten apple lies on a plate.',
    [
      'entity: an apple',
      'attribute: a half-eaten apple',
      'entity: a plate',
      'action: an apple lying on a plate',
      'relation: an apple on a plate',
    ],
  ],
  [
    'A snow-covered road leads to a village.',
    [
      'entity: a road',
      'attribute: a snow-covered road',
      'entity: a village',
      'action: a road leading to a village',
    ],
  ],
  [
    'A rolled-up rug leans on a wall.',
    ['entity: a rug', 'attribute: a rolled-up rug', 'entity: a wall', 'action: a rug leaning on a wall'],
  ],
  ['Such a dog sleeps.', ['entity: a dog', 'action: a dog sleeping']],
  [
    'A woman standing at a table holding a cup.',
    [
      'entity: a woman',
      'entity: a table',
      'action: a woman standing at a table',
      'entity: a cup',
      'relation: a woman holding a cup',
    ],
  ],
  [
    'A woman stands at a table holding a cup.',
    [
      'entity: a woman',
      'entity: a table',
      'action: a woman standing at a table',
      'entity: a cup',
      'relation: a woman holding a cup',
    ],
  ],
  [
    'A girl with long hair holding a cup.',
    ['entity: a girl', 'attribute: a girl with long hair', 'entity: a cup', 'relation: a girl holding a cup'],
  ],
  [
    'A boy in a coat standing on a rock.',
    [
      'entity: a boy',
      'attribute: a boy in a coat',
      'entity: a rock',
      'action: a boy standing on a rock',
      'relation: a boy on a rock',
    ],
  ],
  [
    'A mouse in a teacup waving.',
    [
      'entity: a mouse',
      'entity: a teacup',
      'relation: a mouse in a teacup',
      'action: a mouse waving',
      'phrase: A mouse in a teacup waving',
    ],
  ],
  [
    'A lamp on a table burning.',
    [
      'entity: a lamp',
      'entity: a table',
      'relation: a lamp on a table',
      'action: a lamp burning',
      'phrase: A lamp on a table burning',
    ],
  ],
  [
    'A crust of bread lying on the floor.',
    [
      'entity: a crust of bread',
      'place: on the floor',
      'action: a crust of bread lying on a floor',
      'relation: a crust of bread on a floor',
    ],
  ],
  [
    'A glass of water standing on a table.',
    [
      'entity: a glass of water',
      'entity: a table',
      'action: a glass of water standing on a table',
      'relation: a glass of water on a table',
    ],
  ],
  [
    'A woman opens a shutter to listen.',
    [
      'entity: a woman',
      'entity: a shutter',
      'action: a woman opening a shutter',
      'action: a woman listening',
    ],
  ],
  [
    "The king's crown lies on a cushion.",
    [
      'entity: a king',
      'entity: a crown',
      'entity: a cushion',
      'action: a crown lying on a cushion',
      'relation: a crown on a cushion',
    ],
  ],
  [
    "A king's crown lies on a cushion.",
    [
      'entity: a crown',
      'entity: a cushion',
      'action: a crown lying on a cushion',
      'relation: a crown on a cushion',
    ],
  ],
  [
    "A boy's bike leans on a fence.",
    ['entity: a bike', 'entity: a fence', 'action: a bike leaning on a fence'],
  ],
  [
    "A fisherman's hut stands by the sea.",
    [
      'entity: a hut',
      'entity: the sea',
      'action: a hut standing next to the sea',
      'relation: a hut next to the sea',
    ],
  ],
  ["Mira's cat sleeps.", ['entity: a cat', 'action: a cat sleeping']],
  [
    "Tom's hat lies on a chair.",
    [
      'entity: a person',
      'entity: a hat',
      'entity: a chair',
      'action: a hat lying on a chair',
      'relation: a hat on a chair',
    ],
  ],
  [
    'A team of horses pulls a cart.',
    [
      'entity: horses',
      'entity: a cart',
      'action: horses pulling a cart',
      'phrase: A team of horses pulls a cart',
    ],
  ],
  [
    'A crew of sailors rows a boat.',
    [
      'entity: sailors',
      'entity: a boat',
      'action: sailors rowing a boat',
      'phrase: A crew of sailors rows a boat',
    ],
  ],
  [
    'A stack of plates stands in a sink.',
    [
      'entity: a stack of plates',
      'entity: a sink',
      'action: a stack of plates standing in a sink',
      'relation: a stack of plates in a sink',
    ],
  ],
  [
    'A bouquet of roses lies on a grave.',
    [
      'entity: a bouquet of roses',
      'entity: a grave',
      'action: a bouquet of roses lying on a grave',
      'relation: a bouquet of roses on a grave',
    ],
  ],
  [
    'A bowl of fruit stands on a table.',
    [
      'entity: a bowl of fruit',
      'entity: a table',
      'action: a bowl of fruit standing on a table',
      'relation: a bowl of fruit on a table',
    ],
  ],
  [
    'The roof of a house is covered with snow.',
    [
      'entity: a roof',
      'entity: a house',
      'relation: a roof of a house',
      'entity: snow',
      'action: a roof covered with snow',
      'weather: in snow',
    ],
  ],
  [
    'The statue of a lion guards a gate.',
    [
      'entity: a statue',
      'entity: a lion',
      'relation: a statue of a lion',
      'entity: a gate',
      'action: a statue guarding a gate',
    ],
  ],
  [
    'Light shining through a door.',
    ['entity: a light', 'entity: a door', 'action: a light shining through a door'],
  ],
  [
    'A woman in jeans holding a cup.',
    ['entity: a woman', 'attribute: a woman in jeans', 'entity: a cup', 'relation: a woman holding a cup'],
  ],
  [
    'A boy with brown eyes looking at a bird.',
    [
      'entity: a boy',
      'attribute: a boy with brown eyes',
      'entity: a bird',
      'action: a boy looking at a bird',
    ],
  ],
  [
    'A woman in a coat lying on a bench.',
    [
      'entity: a woman',
      'attribute: a woman in a coat',
      'entity: a bench',
      'action: a woman lying on a bench',
      'relation: a woman on a bench',
    ],
  ],
  [
    'A man in a suit, a hat lying on the floor.',
    [
      'entity: a man',
      'attribute: a man in a suit',
      'entity: a hat',
      'place: on the floor',
      'action: a hat lying on a floor',
      'relation: a hat on a floor',
    ],
  ],
  [
    'A man sits at a table, a coat hanging on the wall.',
    [
      'entity: a man',
      'entity: a table',
      'action: a man sitting at a table',
      'entity: a coat',
      'entity: a wall',
      'action: a coat hanging on a wall',
      'relation: a coat on a wall',
    ],
  ],
  [
    'A thief with a sack in a cart pulled by a mule.',
    [
      'entity: a thief',
      'entity: a sack',
      'relation: a thief with a sack',
      'entity: a cart',
      'relation: a sack in a cart',
      'entity: a mule',
      'action: a mule pulling a cart',
    ],
  ],
  [
    'A slice of cake lying on a plate.',
    [
      'entity: a slice of cake',
      'entity: a plate',
      'action: a slice of cake lying on a plate',
      'relation: a slice of cake on a plate',
      'phrase: A slice of cake lying on a plate',
    ],
  ],
  [
    'A coat lying on a chair.',
    ['entity: a coat', 'entity: a chair', 'action: a coat lying on a chair', 'relation: a coat on a chair'],
  ],
  [
    'A woman opens a door to wave.',
    ['entity: a woman', 'entity: a door', 'action: a woman opening a door', 'action: a woman waving'],
  ],
  [
    'A man takes a hammer to break a wall.',
    [
      'entity: a man',
      'entity: a hammer',
      'action: a man taking a hammer',
      'entity: a wall',
      'action: a man breaking a wall',
    ],
  ],
  [
    'A boy climbs a ladder to reach an apple.',
    [
      'entity: a boy',
      'entity: a ladder',
      'action: a boy climbing a ladder',
      'entity: an apple',
      'action: a boy reaching an apple',
    ],
  ],
  [
    'A queen is pulled in a cart by a horse.',
    [
      'entity: a queen',
      'entity: a cart',
      'action: a queen pulled in a cart',
      'entity: a horse',
      'action: a horse pulling a queen',
      'phrase: A queen is pulled in a cart by a horse',
    ],
  ],
  [
    'A letter is written on a desk by a lamp.',
    [
      'entity: a letter',
      'entity: a desk',
      'action: a letter written on a desk',
      'entity: a lamp',
      'relation: a desk next to a lamp',
    ],
  ],
  [
    'A ball is thrown over a fence by a boy.',
    [
      'entity: a ball',
      'entity: a fence',
      'action: a ball thrown over a fence',
      'entity: a boy',
      'action: a boy throwing a ball',
      'phrase: A ball is thrown over a fence by a boy',
    ],
  ],
  [
    'A man leaves a house after opening a window.',
    [
      'entity: a man',
      'entity: a house',
      'action: a man leaving a house',
      'entity: a window',
      'action: a man opening a window',
    ],
  ],
  [
    'A dog gets a bone by digging in a garden.',
    [
      'entity: a dog',
      'entity: a bone',
      'place: in a garden',
      'action: a dog digging in a garden',
      'relation: a dog in a garden',
    ],
  ],
  [
    'A man with no hat waits at a door.',
    ['entity: a man', 'attribute: not a man in a hat', 'entity: a door', 'action: a man waiting at a door'],
  ],
  [
    'A man without a hat or gloves waits.',
    [
      'entity: a man',
      'attribute: not a man in a hat',
      'attribute: not a man in gloves',
      'action: a man waiting',
    ],
  ],
  [
    'A woman without a red coat waits.',
    ['entity: a woman', 'attribute: not a woman in a red coat', 'action: a woman waiting'],
  ],
  [
    'A boy stands between trees.',
    [
      'entity: a boy',
      'entity: trees',
      'action: a boy standing between trees',
      'relation: a boy between trees',
    ],
  ],
  [
    'Through a window, a girl reads.',
    ['entity: a window', 'entity: a girl', 'relation: a girl through a window', 'action: a girl reading'],
  ],
  ['A lamp stands through a door.', ['entity: a lamp', 'action: a lamp standing', 'entity: a door']],
  [
    'A boat moves through fog.',
    ['entity: a boat', 'entity: fog', 'action: a boat moving through fog', 'weather: in fog'],
  ],
  [
    'A man from a village sells apples.',
    [
      'entity: a man',
      'entity: a village',
      'entity: apples',
      'action: a man selling apples',
      'phrase: A man from a village sells apples',
    ],
  ],
  [
    'A letter from a friend lies on a desk.',
    [
      'entity: a letter',
      'entity: a friend',
      'relation: a letter from a friend',
      'entity: a desk',
      'action: a letter lying on a desk',
      'relation: a letter on a desk',
    ],
  ],
  ['A man works as a cook.', ['entity: a man', 'action: a man working', 'phrase: A man works as a cook']],
  [
    'A gift for a friend lies on a table.',
    [
      'entity: a gift',
      'entity: a table',
      'action: a gift lying on a table',
      'relation: a gift on a table',
      'phrase: A gift for a friend lies on a table',
    ],
  ],
  ['A man reaches for a rope.', ['entity: a man', 'entity: a rope', 'action: a man reaching for a rope']],
  ['A dog waits for a man.', ['entity: a dog', 'entity: a man', 'action: a dog waiting for a man']],
  ['A man shops for bread.', ['entity: a man', 'action: a man shopping', 'phrase: A man shops for bread']],
  [
    'A cat sits not on a chair but on a table.',
    [
      'entity: a cat',
      'action: not a cat sitting on a chair',
      'entity: a table',
      'action: a cat sitting on a table',
      'relation: a cat on a table',
    ],
  ],
  [
    'A dog lies in the shadow of a tree.',
    [
      'entity: a dog',
      'entity: a shadow',
      'action: a dog lying in a shadow',
      'relation: a dog in a shadow',
      'entity: a tree',
    ],
  ],
  [
    'A girl stands in the light of a lamp.',
    ['entity: a girl', 'entity: a lamp', 'action: a girl standing in the light of a lamp'],
  ],
  [
    'A man sits in the shadow.',
    ['entity: a man', 'entity: a shadow', 'action: a man sitting in a shadow', 'relation: a man in a shadow'],
  ],
  ['A woman looks at the camera.', ['entity: a woman', 'action: a woman looking at the camera']],
  ['A dog runs towards the viewer.', ['entity: a dog', 'action: a dog running towards the viewer']],
  [
    'A man reads by the light of a candle.',
    ['entity: a man', 'entity: a candle', 'action: a man reading by the light of a candle'],
  ],
  ['A man reads by candlelight.', ['entity: a man', 'action: a man reading', 'attribute: in candlelight']],
  [
    'A woman sleeps by the lighthouse.',
    [
      'entity: a woman',
      'entity: a lighthouse',
      'action: a woman sleeping next to a lighthouse',
      'relation: a woman next to a lighthouse',
    ],
  ],
  [
    'Soldiers stand in a circle.',
    ['entity: soldiers', 'entity: a circle', 'action: soldiers standing in a circle'],
  ],
  [
    'Dancers move into a circle.',
    ['entity: dancers', 'entity: a circle', 'action: dancers moving into a circle'],
  ],
  [
    'Children sit in a circle around a fire.',
    [
      'entity: children',
      'entity: a circle',
      'action: children sitting in a circle',
      'entity: fire',
      'action: children sitting around fire',
      'relation: children around fire',
      'phrase: Children sit in a circle around a fire',
    ],
  ],
  [
    'A man smiling with long hair waits in a coat.',
    [
      'entity: a man',
      'action: a man smiling',
      'attribute: a man with long hair',
      'action: a man waiting',
      'attribute: a man in a coat',
    ],
  ],
  ['A girl waits in a coat.', ['entity: a girl', 'action: a girl waiting', 'attribute: a girl in a coat']],
  [
    'A lamp waits in a coat.',
    ['entity: a lamp', 'entity: a coat', 'action: a lamp waiting in a coat', 'relation: a lamp in a coat'],
  ],
  [
    'A boy eats soup with a spoon.',
    [
      'entity: a boy',
      'entity: soup',
      'action: a boy eating soup',
      'entity: a spoon',
      'phrase: A boy eats soup with a spoon',
    ],
  ],
  [
    'The man of the house sleeps.',
    ['entity: a man', 'entity: a house', 'relation: a man of a house', 'action: a man sleeping'],
  ],
  [
    'The Queen of Hearts sits on a throne.',
    [
      'entity: Queen of Hearts',
      'entity: a throne',
      'action: Queen of Hearts sitting on a throne',
      'relation: Queen of Hearts on a throne',
    ],
  ],
  [
    'Nine sheep stand on a hill.',
    [
      'entity: sheep',
      'count: nine sheep',
      'place: on a hill',
      'action: sheep standing on a hill',
      'relation: sheep on a hill',
    ],
  ],
  [
    'The first of the boys carries a flag.',
    ['entity: boys', 'entity: a flag', 'relation: a boy carrying a flag'],
  ],
]);
