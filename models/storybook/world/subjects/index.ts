import type { Brush } from '../brush.js';
import { seedFrom } from '../random.js';
import type { DrawnSubject, Person, Scene, Subject, WorldObject } from '../scene.js';
import { drawAnimal } from './animals.js';
import type { Point } from './curves.js';
import { figureOf } from './figure.js';
import { type Hold, holdOf } from './holding.js';
import { drawObject, drawThread, OBJECT_SPRITES } from './objects.js';
import { FRAME_HEIGHT, FRAME_WIDTH, Pen, type Placement } from './pen.js';
import { drawFigure } from './people.js';
import { isAnimal, isObject, isPerson, placementsOf } from './staging.js';

export { LOCAL_COLOUR } from './palette.js';

interface Drawn {
  readonly svg: string;
  readonly pen: Pen;
}

interface Held {
  readonly index: number;
  readonly subject: Subject;
  readonly object: WorldObject;
  readonly hold: Hold;
  /** The arm: 1 on the side the holder looks to, -1 the other. */
  readonly side: -1 | 1;
}

/**
 * Draws the subjects over a finished place: their markup, and where each of them came to be, in the order of
 * `scene.subjects`. What a person holds is drawn with the person.
 */
export function stageSubjects(scene: Scene, brush: Brush): { svg: string; subjects: DrawnSubject[] } {
  const placements = placementsOf(scene);
  const pens = new Map<number, Pen>();
  const layers: { readonly svg: string; readonly order: number }[] = [];
  scene.subjects.forEach((subject, index) => {
    const placement = placements[index];
    if (!placement) return;
    const { kind } = subject;
    let svg: string;
    if (isPerson(kind)) {
      const held = heldThings(scene, index, placement, placements);
      svg = drawPersonWith(scene, brush, { subject, person: kind, index, placement, held }, pens);
    } else {
      const pen = new Pen(brush, placement);
      if (isAnimal(kind)) drawAnimal(pen, subject, kind);
      else drawObject(pen, subject, kind);
      pens.set(index, pen);
      svg = pen.take();
    }
    layers.push({
      svg,
      order: scene.framing === 'close-up' && isPerson(kind) ? placement.scale - 10 : 0,
    });
  });
  // In a close-up people who are drawn smaller are further off, whatever their order.
  layers.sort((a, b) => a.order - b.order);
  return {
    svg: layers.map((layer) => layer.svg).join(''),
    subjects: scene.subjects.map((subject, index) => {
      const pen = pens.get(index);
      if (!pen) throw new RangeError(`Subject ${index} is held by a subject that is no person.`);
      return { subject, box: pen.box(), colourBox: pen.colourBox() };
    }),
  };
}

/** What the person at `index` holds, one thing in each hand, on the side where there is room for it. */
function heldThings(
  scene: Scene,
  index: number,
  placement: Placement,
  placements: readonly (Placement | undefined)[],
): Held[] {
  const things: Held[] = [];
  scene.subjects.forEach((subject, i) => {
    if (subject.heldBy !== index || !isObject(subject.kind)) return;
    const hold = holdOf(subject.kind, scene.framing);
    const reach = hold.reach * placement.scale;
    const edge = (side: -1 | 1) => (side * placement.flip === 1 ? FRAME_WIDTH - placement.x : placement.x);
    /** 1 where the object has room before the frame ends, the next face begins, or it would pass a neighbour. */
    const room = (side: -1 | 1): number => {
      const gaps = placements.flatMap((other, j) => {
        const gap = other && j !== index ? (other.x - placement.x) * side * placement.flip : 0;
        const neighbour = scene.subjects[j];
        return gap > 0 && neighbour ? [gap * (isPerson(neighbour.kind) ? 0.72 : 0.95)] : [];
      });
      return Math.min(edge(side), ...gaps) / reach;
    };
    const free = ([1, -1] as const).filter((side) => things.every((thing) => thing.side !== side));
    const [first = 1, second] = free;
    const side = second !== undefined && room(first) < 1 && room(second) > room(first) ? second : first;
    // Where room is short the arm is held closer, and the object is drawn smaller.
    const closer = Math.min(1, Math.max(0.6, room(side)));
    things.push({
      index: i,
      subject,
      object: subject.kind,
      hold: {
        ...hold,
        hand: { x: hold.hand.x * closer, y: hold.hand.y },
        floatsAt: hold.floatsAt && { x: hold.floatsAt.x * closer, y: hold.floatsAt.y },
        scale: hold.scale * Math.max(0.75, closer),
      },
      side,
    });
  });
  return things;
}

/** Canvas units between what floats and the edge of the frame. */
const MARGIN = 24;

interface Holder {
  readonly subject: Subject;
  readonly person: Person;
  readonly index: number;
  readonly placement: Placement;
  readonly held: readonly Held[];
}

function drawPersonWith(scene: Scene, brush: Brush, holder: Holder, pens: Map<number, Pen>): string {
  const { subject, person, index, placement, held } = holder;
  const hands: { front?: Point; rear?: Point } = {};
  for (const { hold, side } of held) {
    if (side === 1) hands.front = hold.hand;
    else hands.rear = { x: -hold.hand.x, y: hold.hand.y };
  }
  const figure = figureOf(subject, person, seedFrom(scene.seed, 'hair', person), hands);
  const pen = new Pen(brush, placement);
  const { body, grip } = drawFigure(pen, figure, {
    front: hands.front !== undefined,
    rear: hands.rear !== undefined,
  });
  pens.set(index, pen);
  let before = '';
  let after = '';
  for (const thing of held) {
    const hand = figure.hands[thing.side === 1 ? 'front' : 'rear'];
    const drawn = drawHeld(brush, placement, pen, hand, thing);
    pens.set(thing.index, drawn.pen);
    if (thing.hold.behind) before += drawn.svg;
    else after += drawn.svg;
  }
  return before + body + after + grip;
}

function drawHeld(brush: Brush, placement: Placement, holder: Pen, hand: Point, thing: Held): Drawn {
  const { hold, side, object, subject } = thing;
  const sprite = OBJECT_SPRITES[object];
  const flip = (placement.flip * side) as -1 | 1;
  const offset = hold.floatsAt ?? { x: 0, y: 0 };
  let at = holder.canvas(hand.x + offset.x * side, hand.y + offset.y);
  let scale = placement.scale * hold.scale;
  if (hold.floatsAt) {
    // What floats stays below the upper edge and inside the frame's sides.
    scale = Math.min(scale, (at.y - MARGIN) / (sprite.height + sprite.grip.y));
    const half = (sprite.width / 2) * scale + MARGIN;
    at = { x: Math.min(FRAME_WIDTH - half, Math.max(half, at.x)), y: at.y };
  }
  const tilt = hold.tilt ?? 0;
  const turn = new Pen(brush, { x: 0, y: 0, scale, flip, tilt, depth: placement.depth }).canvas(
    sprite.grip.x,
    sprite.grip.y,
  );
  let origin = { x: at.x - turn.x, y: at.y - turn.y };
  if (hold.beside !== undefined) {
    const foot = holder.canvas((Math.abs(hand.x) + hold.beside) * side, 0);
    origin = { x: foot.x, y: Math.min(foot.y, FRAME_HEIGHT) };
  }
  const pen = new Pen(brush, { ...origin, scale, flip, tilt, depth: placement.depth });
  drawObject(pen, subject, object);
  let svg = pen.take();
  if (hold.floatsAt) {
    const thread = new Pen(brush, placement);
    const tied = {
      x: ((at.x - placement.x) * placement.flip) / placement.scale,
      y: (at.y - placement.y) / placement.scale,
    };
    drawThread(thread, hand, tied);
    svg = thread.take() + svg;
  }
  return { svg, pen };
}
