import { limb, oval } from './curves.js';
import { IRON, LEATHER, WOOD } from './palette.js';
import type { Pen } from './pen.js';

/** Seen from its side, looking right; 196 units long. */
export function drawBicycle(pen: Pen, colour: string, grounded: boolean): void {
  if (grounded) pen.groundShadow(0, 92);
  for (const x of [-57, 57]) {
    pen.line(oval(x, -39, 35, 35), IRON, 6.4);
    pen.streak(
      `M${x - 34},-39 L${x + 34},-39 M${x},-73 L${x},-5 M${x - 24},-63 L${x + 24},-15 M${x - 24},-15 L${x + 24},-63`,
      '#b9b3ac',
      1.5,
    );
    pen.dot(x, -39, 6, 6, IRON);
  }
  const tube = (x0: number, y0: number, x1: number, y1: number, width = 5) =>
    pen.coloured(
      limb({ x: x0, y: y0 }, { x: (x0 + x1) / 2, y: (y0 + y1) / 2 }, { x: x1, y: y1 }, width, width),
      colour,
    );
  tube(-57, -39, -4, -34);
  tube(-57, -39, -24, -84);
  tube(-4, -34, -26, -90);
  tube(-24, -80, 40, -86);
  tube(-4, -34, 42, -84, 5.6);
  tube(57, -39, 38, -104);
  pen.shape('M-100,-44 C-102,-98 -34,-104 -22,-64 L-29,-62 C-38,-90 -88,-88 -92,-44 Z', colour);
  pen.shape('M18,-56 C26,-92 74,-96 88,-64 L81,-61 C70,-84 36,-82 26,-54 Z', colour);
  pen.ellipse(-4, -33, 11, 11, pen.shade(colour, 0.3));
  pen.line('M-4,-33 L8,-16 M2,-16 L15,-16', IRON, 4);
  pen.shape('M-46,-92 Q-26,-104 -8,-95 Q-14,-88 -28,-88 Q-42,-86 -46,-92 Z', LEATHER);
  pen.line('M38,-102 L34,-116 Q46,-126 56,-112', IRON, 5);
  pen.line('M53,-116 L59,-108', LEATHER, 7.5);
  pen.shape('M56,-104 L90,-104 L84,-78 L62,-78 Z', WOOD);
  pen.streak(
    'M59,-96 L87,-96 M61,-87 L86,-87 M68,-103 L70,-79 M79,-103 L77,-79',
    pen.shade(WOOD, -0.35),
    1.8,
  );
}
