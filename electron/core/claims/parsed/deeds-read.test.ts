import { describeExactly } from './testing/kept-arcs.js';

describeExactly('what is done, by whom and to what', import.meta.url, [
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
    ['entity: a guard', 'entity: a tower', 'action: a guard keeping watch on a tower'],
  ],
  ['A dog faces left.', ['entity: a dog', 'relation: a dog facing left']],
  ['A horse faces a fence.', ['entity: a horse', 'entity: a fence', 'action: a horse facing a fence']],
  ['A girl looks up at a kite.', ['entity: a girl', 'entity: a kite', 'action: a girl looking up at a kite']],
  [
    'A cat looks down from a roof.',
    ['entity: a cat', 'entity: a roof', 'action: a cat looking down from a roof'],
  ],
  ['A boat drifts away.', ['entity: a boat', 'action: a boat drifting away']],
  ['A door stands open.', ['entity: a door', 'action: a door standing', 'attribute: an open door']],
  ['A woman laughs hard.', ['entity: a woman', 'action: a woman laughing', 'phrase: A woman laughs hard']],
  ['A man never smiles.', ['entity: a man', 'action: not a man smiling']],
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
    'Wrapped in a blanket, a girl sleeps.',
    ['entity: a blanket', 'entity: a girl', 'action: a girl wrapped in a blanket', 'action: a girl sleeping'],
  ],
  [
    'A man covered in mud laughs.',
    ['entity: a man', 'entity: mud', 'action: a man covered in mud', 'action: a man laughing'],
  ],
  [
    'A field is surrounded by trees.',
    ['entity: a field', 'entity: trees', 'action: a field surrounded by trees'],
  ],
  ['A letter is held by a boy.', ['entity: a letter', 'entity: a boy', 'relation: a boy holding a letter']],
  ['A man puts on a hat.', ['entity: a man', 'entity: a hat', 'action: a man putting on a hat']],
  ['A boy jumps like a frog.', ['entity: a boy', 'action: a boy jumping', 'phrase: A boy jumps like a frog']],
  ['A cook makes a face.', ['entity: a cook', 'action: a cook making a face']],
  [
    'A train comes out of a tunnel.',
    ['entity: a train', 'entity: a tunnel', 'action: a train coming out of a tunnel'],
  ],
  [
    'A cat sits on top of a fridge.',
    ['entity: a cat', 'entity: a fridge', 'action: a cat sitting on a fridge', 'relation: a cat on a fridge'],
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
    'A gingerbread man lies on a plate.',
    [
      'entity: a gingerbread man',
      'entity: a plate',
      'action: a gingerbread man lying on a plate',
      'relation: a gingerbread man on a plate',
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
  ['A girl waits for a bus.', ['entity: a girl', 'entity: a bus', 'action: a girl waiting for a bus']],
  ['A man dreams of a boat.', ['entity: a man', 'action: a man dreaming', 'phrase: A man dreams of a boat']],
  [
    'Close-up of a hand holding a key.',
    ['framing: a close-up', 'entity: a hand', 'entity: a key', 'relation: a hand holding a key'],
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
  ['A man sits alone, tired.', ['entity: a man', 'action: a man sitting', 'attribute: a tired man']],
  ['A dog digs deep.', ['entity: a dog', 'action: a dog digging', 'phrase: A dog digs deep']],
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
    'A woman with red lips smiles.',
    ['entity: a woman', 'attribute: a woman with red lips', 'action: a woman smiling'],
  ],
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
    'A rolled-up rug leans on a wall.',
    ['entity: a rug', 'attribute: a rolled-up rug', 'entity: a wall', 'action: a rug leaning on a wall'],
  ],
  ['Such a dog sleeps.', ['entity: a dog', 'action: a dog sleeping']],
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
  ["Mira's cat sleeps.", ['entity: a cat', 'action: a cat sleeping']],
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
  [
    'Next to a fire hydrant, a dog waits.',
    [
      'entity: a fire hydrant',
      'entity: a dog',
      'relation: a dog next to a fire hydrant',
      'action: a dog waiting',
    ],
  ],
  [
    'A man sings as a robot, painted red, dances.',
    [
      'entity: a man',
      'action: a man singing',
      'entity: a robot',
      'attribute: a painted robot',
      'action: a robot dancing',
    ],
  ],
  [
    'Holding a lamp, a man opens a door.',
    [
      'entity: a lamp',
      'entity: a man',
      'relation: a man holding a lamp',
      'entity: a door',
      'action: a man opening a door',
    ],
  ],
  [
    'Wearing a red hat, a robot waves.',
    ['entity: a robot', 'attribute: a robot with a red hat', 'action: a robot waving'],
  ],
  [
    'Burning on a table, a candle lights a room.',
    [
      'entity: a table',
      'entity: a candle',
      'action: a candle burning on a table',
      'relation: a candle on a table',
      'entity: a room',
      'action: a candle lighting a room',
    ],
  ],
  [
    'Sitting on a wall, a boy whistles, a dog barks.',
    [
      'entity: a wall',
      'entity: a boy',
      'action: a boy sitting on a wall',
      'relation: a boy on a wall',
      'action: a boy whistling',
      'entity: a dog',
      'action: a dog barking',
    ],
  ],
  [
    'A dog barks. Running along a beach, a boy laughs.',
    [
      'entity: a dog',
      'action: a dog barking',
      'place: on a beach',
      'entity: a boy',
      'action: a boy running along a beach',
      'relation: a boy along a beach',
      'action: a boy laughing',
    ],
  ],
  ['Mira, an old woman, waits.', ['entity: an old woman', 'action: an old woman waiting']],
  [
    'A man, a sailor, mends a net.',
    ['entity: a man', 'entity: a sailor', 'entity: a net', 'action: a sailor mending a net'],
  ],
  [
    'A man waits at a door, next to a dog.',
    [
      'entity: a man',
      'entity: a door',
      'action: a man waiting at a door',
      'entity: a dog',
      'relation: a man next to a dog',
    ],
  ],
  [
    'A man waits at a door, on a mat, in a coat.',
    [
      'entity: a man',
      'entity: a door',
      'action: a man waiting at a door',
      'entity: a mat',
      'relation: a man on a mat',
      'attribute: a man in a coat',
    ],
  ],
  ['A man waits, in a garden.', ['entity: a man', 'action: a man waiting', 'place: in a garden']],
  [
    'A man waits, behind a tree.',
    ['entity: a man', 'action: a man waiting', 'entity: a tree', 'relation: a man behind a tree'],
  ],
  [
    'A man waits, with a dog.',
    ['entity: a man', 'action: a man waiting', 'entity: a dog', 'relation: a man with a dog'],
  ],
  [
    'A bear sits in a boat, under an umbrella.',
    [
      'entity: a bear',
      'entity: a boat',
      'action: a bear sitting in a boat',
      'relation: a bear in a boat',
      'entity: an umbrella',
      'relation: a bear under an umbrella',
    ],
  ],
  [
    'A clown with a red nose, juggling balls, on a stage.',
    [
      'entity: a clown',
      'attribute: a clown with a red nose',
      'entity: balls',
      'action: a clown juggling balls',
      'place: on a stage',
    ],
  ],
  [
    'A tall man, thin, in a coat, walking a dog.',
    [
      'entity: a man',
      'attribute: a tall man',
      'attribute: a thin man',
      'attribute: a man in a coat',
      'entity: a dog',
      'action: a man walking a dog',
    ],
  ],
  [
    'A woman, tired, sits on a step.',
    [
      'entity: a woman',
      'attribute: a tired woman',
      'entity: a step',
      'action: a woman sitting on a step',
      'relation: a woman on a step',
    ],
  ],
  [
    'A girl looks at herself in a mirror.',
    ['entity: a girl', 'entity: a mirror', 'action: a girl looking in a mirror'],
  ],
  [
    'A boy hides himself behind a curtain.',
    [
      'entity: a boy',
      'entity: a curtain',
      'action: a boy hiding behind a curtain',
      'relation: a boy behind a curtain',
    ],
  ],
  ['A dog that barks runs.', ['entity: a dog', 'action: a dog barking', 'action: a dog running']],
  [
    'A pilot in goggles leans out of a plane.',
    [
      'entity: a pilot',
      'attribute: a pilot with goggles',
      'entity: a plane',
      'action: a pilot leaning out of a plane',
    ],
  ],
  [
    'Two girls feed the ducks.',
    ['entity: girls', 'count: two girls', 'entity: ducks', 'action: girls feeding ducks'],
  ],
  [
    'Children weed the garden.',
    ['entity: children', 'entity: a garden', 'action: children weeding a garden'],
  ],
]);
