import { describeReadings } from './testing/readings.js';

describeReadings('what need not be there', [
  // One of two.
  [
    'Either a cat or a dog sleeps on the sofa.',
    ['entity: a sofa', 'phrase: Either a cat or a dog sleeps on the sofa'],
    ['entity: a cat', 'entity: a dog', 'action: a cat sleeping on a sofa'],
  ],
  [
    'A girl in a red or blue coat stands at the door.',
    ['attribute: a girl in a coat', 'action: a girl standing at a door'],
    ['attribute: a girl in a red coat', 'attribute: a girl in a blue coat'],
  ],
  ['A man holding a sword or an axe', ['entity: a man'], ['entity: a sword', 'entity: an axe']],
  ['A girl and a boy hold a kite.', ['entity: a girl', 'entity: a boy']],
  // None of them.
  ['neither the cat nor the dog is on the sofa', [], ['entity: a cat', 'relation: a cat on a sofa']],
  ['None of the children wears a coat.', [], ['entity: a coat']],
  ["There aren't any cars.", ['entity: not cars'], ['entity: cars']],
  ["There isn't a single tree.", ['entity: not a tree'], ['entity: a tree']],
  [
    'A table without plates, cups or spoons',
    ['entity: not plates', 'entity: not cups', 'entity: not spoons'],
    ['entity: cups', 'phrase: cups or spoons'],
  ],
  ['A girl with no hat or scarf', ['attribute: not a girl in a scarf'], ['attribute: a girl in a scarf']],
  ['A room with hardly any furniture', ['place: in a room'], ['entity: furniture']],
  ['A street free of cars.', ['place: on a street'], ['entity: cars', 'attribute: a free street']],
  // Not so.
  ["He doesn't hold a lantern.", ['relation: not a person holding a lantern'], ['entity: a lantern']],
  ["He doesn't look at the lantern.", ['entity: a lantern']],
  ['A dog that is not on a leash', ['relation: not a dog on a leash'], ['entity: a leash']],
  // No more.
  [
    'Her hat is no longer on her head.',
    ['entity: a hat'],
    ['attribute: a longer hat', 'relation: a hat on a head'],
  ],
  ['The lantern is gone.', ['phrase: The lantern is gone'], ['entity: a lantern']],
  [
    'The lantern is missing from the shelf.',
    [],
    ['entity: a lantern', 'action: a lantern missing from a shelf'],
  ],
  ['A gull that has stolen a shrimp', ['action: a gull stealing a shrimp']],
  ['A girl has lost her hat.', ['entity: a girl'], ['attribute: a girl in a hat']],
  // Somebody else's.
  ["Tom's dog sleeps on Anna's bed.", ['entity: a dog'], ['entity: a person']],
  ["Tom's dog sleeps. He pats it.", ['entity: a person', 'action: a person patting a dog']],
  ["Tom's hand holds a key.", ['entity: a person']],
  // In somebody's head.
  ['A boy wants a dog.', ['entity: a boy', 'phrase: A boy wants a dog'], ['entity: a dog']],
  ['A girl dreams of a castle.', ['action: a girl dreaming'], ['entity: a castle']],
  ['A girl looks for her dog.', ['entity: a girl'], ['entity: a dog']],
  ['A girl looks at her dog.', ['entity: a dog']],
  ['A wanted poster on a wall', ['entity: a wanted poster', 'entity: a wall']],
]);
