import type { Animal, Subject } from '../scene.js';
import { catHead, dogHead, foxHead } from './animal-heads.js';
import { limb, type Point, strip } from './curves.js';
import { drawOwl } from './owl.js';
import { LEATHER, LOCAL_COLOUR } from './palette.js';
import type { Pen } from './pen.js';

type Quadruped = Exclude<Animal, 'owl'>;

/** What tells one four-legged animal from another below the neck. */
interface Coat {
  readonly fur: string;
  readonly dark: string;
  readonly pale: string;
  readonly light: string;
}

function coatOf(pen: Pen, subject: Subject): Coat {
  const fur = LOCAL_COLOUR[subject.colour];
  const black = subject.colour === 'black';
  return {
    fur,
    dark: pen.shade(fur, black ? -0.16 : 0.24),
    light: pen.shade(fur, black ? -0.22 : -0.22),
    pale: black ? '#6d6873' : subject.colour === 'white' ? '#dcd6cc' : '#f6e9d2',
  };
}

export function drawAnimal(pen: Pen, subject: Subject, animal: Animal): void {
  if (animal === 'owl') {
    drawOwl(pen, subject);
    return;
  }
  const coat = coatOf(pen, subject);
  const seated = subject.pose === 'sit' || subject.pose === 'reach';
  pen.groundShadow(0, 50);
  drawTail(pen, subject, animal, coat, seated);
  if (seated) drawSeated(pen, subject, animal, coat);
  else drawStanding(pen, subject, animal, coat);
  const low = subject.mood === 'sad' ? 7 : 0;
  const head = seated ? pen.at(20, -92 + low, 1, subject.pose === 'reach' ? -8 : 0) : pen.at(40, -80 + low);
  const draw = animal === 'dog' ? dogHead : animal === 'cat' ? catHead : foxHead;
  draw(head, { ...coat, colour: subject.colour, mood: subject.mood });
}

function drawLeg(pen: Pen, from: Point, to: Point, colour: string, paw: string, bend = 0): void {
  const middle = { x: (from.x + to.x) / 2 + bend, y: (from.y + to.y) / 2 };
  pen.shape(limb(from, middle, { x: to.x, y: to.y - 4 }, 9.5, 6), colour);
  pen.ellipse(to.x + 4, to.y - 5, 10, 5.5, paw);
}

function drawStanding(pen: Pen, subject: Subject, animal: Quadruped, coat: Coat): void {
  const { fur, dark, light, pale } = coat;
  // A fox wears dark stockings; so does a black one, only paler.
  const sock = animal === 'fox' ? (subject.colour === 'black' ? '#56505e' : '#3b2a2a') : fur;
  const far = animal === 'fox' ? sock : dark;
  const walk = subject.pose === 'walk';
  const legs = walk
    ? { backFar: -18, back: -48, frontFar: 42, front: 12 }
    : { backFar: -26, back: -36, frontFar: 27, front: 16 };
  drawLeg(pen, { x: -26, y: -36 }, { x: legs.backFar, y: 0 }, dark, far, -5);
  drawLeg(pen, { x: 24, y: -36 }, { x: legs.frontFar, y: walk ? -4 : 0 }, dark, far, 2);
  const body =
    animal === 'dog'
      ? 'M-46,-42 C-48,-66 -26,-68 0,-65 C20,-64 30,-74 42,-74 C50,-60 44,-38 28,-28 C8,-22 -16,-26 -28,-24 C-40,-24 -46,-32 -46,-42 Z'
      : animal === 'cat'
        ? 'M-46,-40 C-48,-64 -26,-66 -4,-58 C16,-56 28,-70 40,-70 C48,-58 42,-38 28,-29 C8,-25 -14,-28 -28,-25 C-40,-24 -46,-30 -46,-40 Z'
        : 'M-46,-42 C-48,-62 -26,-63 -2,-58 C18,-58 28,-72 42,-72 C48,-58 42,-40 28,-32 C8,-30 -12,-33 -26,-28 C-40,-26 -45,-32 -46,-42 Z';
  drawLeg(pen, { x: -32, y: -36 }, { x: legs.back, y: 0 }, fur, sock, -6);
  drawLeg(pen, { x: 20, y: -36 }, { x: legs.front, y: 0 }, fur, sock, 2);
  pen.coloured(body, fur);
  pen.patch(
    'M-44,-36 C-38,-25 -28,-26 -14,-27 C4,-25 24,-27 38,-44 C26,-33 10,-31 -8,-33 C-24,-34 -36,-31 -44,-36 Z',
    dark,
    0.8,
  );
  pen.patch('M-42,-52 C-40,-64 -22,-63 -6,-60 C-20,-58 -34,-58 -42,-52 Z', light, 0.75);
  if (animal === 'fox')
    pen.patch('M28,-68 C38,-56 44,-58 46,-62 C46,-46 36,-34 28,-33 C24,-44 24,-58 28,-68 Z', pale);
  drawMarks(pen.at(36, -58), animal, coat);
}

function drawSeated(pen: Pen, subject: Subject, animal: Quadruped, coat: Coat): void {
  const { fur, dark, light, pale } = coat;
  const sock = animal === 'fox' ? (subject.colour === 'black' ? '#56505e' : '#3b2a2a') : fur;
  const slim = animal === 'dog' ? 0 : 4;
  pen.coloured(
    `M${-38 + slim},-4 C${-50 + slim},-40 -26,-58 -6,-74 C6,-84 32,-82 34,-64 C38,-40 32,-18 30,-4 Q0,2 ${-38 + slim},-4 Z`,
    fur,
  );
  pen.patch(`M${-34 + slim},-6 C${-40 + slim},-30 -18,-40 -8,-30 C0,-22 -4,-8 -8,-4 Z`, dark, 0.7);
  pen.patch('M-24,-46 C-16,-60 -4,-68 2,-74 C-2,-62 -14,-52 -24,-46 Z', light, 0.8);
  if (animal === 'fox')
    pen.patch('M8,-74 C20,-66 30,-68 34,-70 C38,-50 32,-34 24,-28 C12,-38 8,-58 8,-74 Z', pale);
  else pen.patch('M16,-70 C26,-62 32,-66 33,-62 C36,-46 31,-34 27,-28 C20,-38 16,-54 16,-70 Z', light, 0.7);
  drawLeg(pen, { x: 14, y: -44 }, { x: 10, y: 0 }, fur, sock);
  if (subject.pose === 'reach') {
    pen.shape(limb({ x: 24, y: -52 }, { x: 42, y: -46 }, { x: 56, y: -66 }, 9, 6.5), fur);
    pen.ellipse(58, -69, 8.5, 8, sock);
  } else
    drawLeg(
      pen,
      { x: 25, y: -44 },
      { x: 26, y: 0 },
      pen.shade(fur, subject.colour === 'black' ? -0.08 : 0.1),
      sock,
    );
  pen.ellipse(-20, -5, 15, 6, sock);
  if (animal === 'dog') drawMarks(pen.at(20, -72), animal, coat);
}

/** A collar for the dog; around the neck at the pen's origin. */
function drawMarks(pen: Pen, animal: Quadruped, { dark }: Coat): void {
  if (animal === 'dog') {
    pen.line('M-14,-9 Q-2,4 14,2', LEATHER, 5);
    pen.dot(8, 7, 4, 4, '#e3c15d', { unlit: true });
  } else if (animal === 'cat') {
    pen.streak('M-38,-3 L-36,7 M-50,-3 L-48,7 M-61,-2 L-59,8', dark, 3.4, { opacity: 0.8 });
  }
}

function drawTail(pen: Pen, subject: Subject, animal: Quadruped, coat: Coat, seated: boolean): void {
  const { fur, dark } = coat;
  const tucked = subject.mood === 'afraid' || subject.mood === 'sad';
  const tail = seated ? pen.at(-30, -14) : pen.at(-44, -48);
  if (animal === 'dog') {
    if (tucked) tail.shape('M4,-8 C-14,-4 -18,14 -10,30 C-4,26 -4,10 8,6 Z', fur);
    else tail.shape('M4,-8 C-12,-12 -24,-28 -18,-46 C-12,-44 -8,-28 8,6 Z', fur);
  } else if (animal === 'cat') {
    if (seated) tail.shape(strip('M4,2 C-24,12 -44,0 -36,-16 C-30,-26 -18,-20 -22,-11', 6.4, 4.8), fur);
    else if (tucked) tail.shape(strip('M2,0 C-22,4 -22,34 -36,38 C-46,40 -46,30 -40,28', 6.4, 4.8), fur);
    else
      tail.shape(
        strip('M2,0 C-26,0 -16,-34 -22,-54 C-26,-70 -44,-66 -40,-54 C-38,-48 -32,-50 -32,-54', 6.4, 4.8),
        fur,
      );
  } else {
    const brush = seated ? tail.at(4, 4, 0.84, 26) : tail.at(2, 2, 0.86, tucked ? -42 : 30);
    brush.coloured('M6,-8 C-18,-20 -34,-40 -58,-38 C-84,-34 -94,-8 -78,14 C-60,30 -26,18 6,8 Z', fur);
    brush.patch('M0,6 C-26,16 -58,28 -76,14 C-60,18 -30,4 0,-2 Z', dark, 0.75);
    brush.patch(
      'M-67,-35 C-86,-28 -92,-8 -78,14 C-73,18 -66,20 -60,20.500 C-70,12 -60,4 -68,-4 C-58,-12 -72,-20 -67,-35 Z',
      subject.colour === 'white' ? '#8b8794' : '#fdf8ee',
    );
  }
}
