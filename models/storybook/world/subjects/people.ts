import type { Person } from '../scene.js';
import { band, limb, type Point } from './curves.js';
import { drawFace } from './face.js';
import { type Figure, type Hands, SEAT, shoulderOf } from './figure.js';
import { HEADWEAR } from './headwear.js';
import { LEATHER, LOCAL_COLOUR, WOOD } from './palette.js';
import type { Pen } from './pen.js';

export interface FigureMarkup {
  readonly body: string;
  /** Drawn over what is held: the hands that close around it. */
  readonly grip: string;
}

export function drawFigure(
  pen: Pen,
  figure: Figure,
  holds: Readonly<Record<keyof Hands, boolean>>,
): FigureMarkup {
  const { build, subject, drop, hands } = figure;
  const coat = LOCAL_COLOUR[subject.colour];
  const person = subject.kind as Person;
  const head = pen.at(build.head.x, build.head.y + drop, build.headRadius / 28);
  const upper = pen.at(0, drop);
  pen.groundShadow(0, subject.pose === 'sit' ? 54 : build.hem.half + 12);
  HEADWEAR[person].behind(head, figure.variant);
  if (!holds.rear && subject.mood !== 'afraid') drawArm(pen, figure, 'rear', pen.shade(coat, 0.28));
  drawLegs(pen, figure);
  drawCoat(upper, figure, coat);
  if (subject.pose === 'sit') drawLap(pen, coat);
  head.patch('M-9,14 L14,14 L13,38 Q2,46 -8,38 Z', pen.shade(build.face.skin, 0.24));
  drawCollar(upper, figure, coat);
  if (build.stick && !holds.front && subject.pose !== 'reach') {
    const { x, y } = hands.front;
    pen.line(`M${x + 2},-1 L${x},${y - 12} Q${x - 1},${y - 21} ${x - 9},${y - 17}`, pen.shade(WOOD, 0.25), 5);
  }
  drawHead(head, figure, person);
  if (holds.rear || subject.mood === 'afraid') drawArm(pen, figure, 'rear', pen.shade(coat, 0.16));
  drawArm(pen, figure, 'front', pen.shade(coat, -0.06));
  const body = pen.take();
  for (const side of ['front', 'rear'] as const) if (holds[side]) drawHand(pen, figure, side);
  return { body, grip: pen.take() };
}

function drawLegs(pen: Pen, { build, subject }: Figure): void {
  const { hip, legs, legWidth: w } = build;
  const boot = (x: number, y = 0) =>
    pen.shape(
      `M${x - 9},${y} L${x - 9},${y - 15} Q${x},${y - 19} ${x + 8},${y - 15} L${x + 9},${y - 8} Q${x + 20},${y - 8} ${x + 20},${y} Z`,
      LEATHER,
    );
  const leg = (from: Point, bend: Point, to: Point, colour: string) =>
    pen.shape(limb(from, bend, to, w + 1, w), colour);
  const far = pen.shade(legs, 0.3);
  if (subject.pose === 'sit') {
    pen.shape(`M-24,0 L-22,-${SEAT - 4} Q0,-${SEAT + 2} 20,-${SEAT - 4} L22,0 Q0,5 -24,0 Z`, WOOD);
    pen.ellipse(-1, -SEAT + 3, 22, 6, pen.shade(WOOD, -0.3));
    for (const [x, colour] of [
      [34, far],
      [44, legs],
    ] as const) {
      leg({ x: 10, y: -SEAT }, { x: x + 2, y: -SEAT - 4 }, { x, y: -10 }, colour);
      boot(x);
    }
    return;
  }
  const stride = subject.pose === 'walk' ? 23 : 9;
  leg({ x: -4, y: -hip }, { x: -8, y: -hip / 2 }, { x: -stride, y: -10 }, far);
  boot(-stride, subject.pose === 'walk' ? -3 : 0);
  leg({ x: 5, y: -hip }, { x: stride === 23 ? 20 : 9, y: -hip / 2 }, { x: stride + 1, y: -10 }, legs);
  boot(stride + 1);
}

/** Bottom of the coat: the hem of a standing figure, the seat of one that sits (in the upper body's units). */
const bottomOf = ({ build, subject }: Figure): { y: number; half: number } =>
  subject.pose === 'sit' ? { y: -build.hip + 8, half: Math.min(build.hem.half, 29) } : build.hem;

function drawCoat(pen: Pen, figure: Figure, coat: string): void {
  const { build, subject } = figure;
  const { shoulder: s, waist: w } = build;
  const b = bottomOf(figure);
  // The skirt of the coat trails when the figure walks.
  const trail = subject.pose === 'walk' ? -5 : 0;
  const right = `C${s.half + 5},${s.y + 8} ${w.half},${w.y - 8} ${w.half},${w.y} Q${w.half + 3},${(w.y + b.y) / 2} ${b.half + trail},${b.y}`;
  const left = `Q${-w.half - 3},${(w.y + b.y) / 2} ${-w.half},${w.y} C${-w.half},${w.y - 8} ${-s.half - 5},${s.y + 8} -9,${s.y - 7}`;
  pen.coloured(
    `M-9,${s.y - 7} Q0,${s.y - 10} 9,${s.y - 7} ${right} Q${trail},${b.y + 9} ${-b.half + trail},${b.y} ${left} Z`,
    coat,
  );
  const k = pen.darkSide;
  pen.patch(
    `M${k * 11},${s.y - 2} C${k * (s.half + 3)},${s.y + 10} ${k * (w.half - 1)},${w.y - 8} ${k * (w.half - 1)},${w.y} Q${k * (w.half + 1)},${(w.y + b.y) / 2} ${k * (b.half - 1.5) + trail},${b.y} ` +
      `Q${k * b.half * 0.75 + trail},${b.y + 3.5} ${k * b.half * 0.45 + trail},${b.y + 4} Q${k * w.half * 0.5},${w.y + 6} ${k * 11},${s.y - 2} Z`,
    pen.shade(coat, 0.24),
    0.9,
  );
  pen.patch(
    `M${-k * (s.half - 6)},${s.y + 4} Q${-k * (w.half - 2)},${w.y} ${-k * (b.half - 9) + trail},${b.y - 3} Q${-k * (w.half - 7)},${w.y} ${-k * (s.half - 6)},${s.y + 4} Z`,
    pen.shade(coat, -0.3),
    0.6,
  );
  const edge = pen.shade(coat, 0.42);
  pen.line(`M6,${s.y} Q9,${w.y} ${8 + trail},${b.y + 4}`, edge, 1.5);
  for (let i = 0; i < 3; i++) {
    pen.dot(
      1,
      s.y + 17 + i * Math.min(17, (b.y - s.y - 22) / 3),
      2.5,
      2.5,
      subject.colour === 'yellow' ? LEATHER : '#f0d9a0',
    );
  }
  if (subject.pose !== 'sit') {
    const y = w.y + (b.y - w.y) * 0.35;
    pen.line(`M${-w.half + 3},${y} L-8,${y + 1} M13,${y + 1} L${w.half - 1},${y}`, edge, 1.5);
  }
  if (build.belt)
    pen.patch(
      `M${-w.half - 1},${w.y - 4} Q0,${w.y + 3} ${w.half + 1},${w.y - 4} L${w.half + 1},${w.y + 3} Q0,${w.y + 10} ${-w.half - 1},${w.y + 3} Z`,
      pen.shade(coat, 0.4),
    );
}

/** The skirt of the coat over the knees of a seated figure. */
function drawLap(pen: Pen, coat: string): void {
  pen.shape(
    `M-24,${-SEAT - 8} C0,${-SEAT - 14} 34,${-SEAT - 15} 46,${-SEAT - 8} Q53,${-SEAT - 3} 51,-27 Q40,-23 31,-27 L28,${-SEAT + 9} Q10,${-SEAT + 12} -24,${-SEAT + 8} Z`,
    pen.shade(coat, 0.06),
  );
  pen.patch(
    `M-20,${-SEAT + 1} Q12,${-SEAT - 1} 34,${-SEAT + 2} L32,-27 L28,${-SEAT + 8} Q10,${-SEAT + 11} -20,${-SEAT + 7} Z`,
    pen.shade(coat, 0.28),
  );
}

function drawCollar(pen: Pen, { build, subject }: Figure, coat: string): void {
  const y = build.shoulder.y - 7;
  if (build.scarf) {
    const dark = pen.shade(build.scarf, 0.3);
    const tail =
      subject.pose === 'walk'
        ? `M-14,${y + 2} Q-34,${y + 4} -46,${y + 16} L-40,${y + 24} Q-28,${y + 14} -12,${y + 12} Z`
        : `M-14,${y + 4} Q-19,${y + 20} -16,${y + 36} L-5,${y + 36} Q-6,${y + 20} -3,${y + 8} Z`;
    pen.shape(tail, dark);
    pen.shape(
      `M-21,${y - 1} Q0,${y + 6} 22,${y - 1} Q25,${y + 8} 20,${y + 11} Q0,${y + 19} -20,${y + 11} Q-24,${y + 6} -21,${y - 1} Z`,
      build.scarf,
    );
    pen.line(`M-9,${y + 3} L-10,${y + 13} M7,${y + 4} L8,${y + 13}`, dark, 2.4);
    return;
  }
  const pale = subject.colour === 'white' ? '#cfc6b8' : pen.shade(coat, -0.55);
  pen.shape(
    `M-15,${y - 2} Q-23,${y + 4} -20,${y + 13} Q-8,${y + 14} 4,${y + 6} Q14,${y + 14} 22,${y + 12} Q24,${y + 3} 16,${y - 2} Q0,${y + 4} -15,${y - 2} Z`,
    build.belt ? pen.shade(coat, 0.34) : pale,
  );
}

function drawHead(pen: Pen, { build, subject, variant }: Figure, person: Person): void {
  const { skin } = build.face;
  pen.shape('M-27,-4 C-28,-38 30,-38 29,-2 C29,14 18,28 4,28 C-12,28 -26,16 -27,-4 Z', skin);
  const k = pen.darkSide;
  const edge =
    k === 1
      ? 'M16,-24 C32,-10 31,14 10,27 C26,24 29,10 29,-2 C28,-14 24,-20 16,-24 Z'
      : 'M-16,-24 C-30,-10 -28,14 -6,26 C-20,23 -26,12 -27,-2 C-27,-14 -22,-20 -16,-24 Z';
  pen.patch(edge, pen.shade(skin, 0.2), 0.75);
  pen.ellipse(-26, 4, 5, 6.5, pen.shade(skin, 0.08));
  pen.line('M-28,2 Q-24,4 -26,8', pen.shade(skin, 0.35), 1.2);
  if (person === 'old man') HEADWEAR[person].front(pen, variant);
  drawFace(pen, build.face, subject.mood);
  if (person !== 'old man') HEADWEAR[person].front(pen, variant);
}

function drawArm(pen: Pen, figure: Figure, side: keyof Hands, sleeve: string): void {
  const { build, drop, hands } = figure;
  const from = shoulderOf(build, drop, side === 'front' ? 1 : -1);
  const to = hands[side];
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  // The closer the hand to the shoulder, the further the elbow stands out.
  const out = (length < 30 ? 18 : Math.max(4, 12 - length * 0.16)) * (side === 'front' ? 1 : -1);
  const bend = {
    x: (from.x + to.x) / 2 + out,
    y: (from.y + to.y) / 2 + Math.max(6, 30 - length * 0.36),
  };
  drawHand(pen, figure, side);
  pen.shape(limb(from, bend, to, 10.5, 9), sleeve);
  const forearm = Math.hypot(to.x - bend.x, to.y - bend.y) || 1;
  const cuff = {
    x: to.x + ((bend.x - to.x) / forearm) * 6.5,
    y: to.y + ((bend.y - to.y) / forearm) * 6.5,
  };
  const turned = pen.shade(sleeve, figure.subject.colour === 'white' ? 0.22 : -0.36);
  pen.patch(band(cuff, to, 9.5), turned);
}

function drawHand(pen: Pen, { build, hands, drop }: Figure, side: keyof Hands): void {
  const from = shoulderOf(build, drop, side === 'front' ? 1 : -1);
  const to = hands[side];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const reach = 4 / length;
  pen.ellipse(to.x + (to.x - from.x) * reach, to.y + (to.y - from.y) * reach, 7.5, 7.5, build.face.skin);
}
