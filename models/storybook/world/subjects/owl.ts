import type { Subject } from '../scene.js';
import { INK, LOCAL_COLOUR, WOOD } from './palette.js';
import type { Pen } from './pen.js';

/** An owl on a post, 132 units tall with its post. */
export function drawOwl(pen: Pen, subject: Subject): void {
  const fur = LOCAL_COLOUR[subject.colour];
  const black = subject.colour === 'black';
  const dark = pen.shade(fur, black ? -0.18 : 0.28);
  const pale = black ? '#77717f' : subject.colour === 'white' ? '#ddd6ca' : pen.shade(fur, -0.55);
  const disc = black ? '#a49dac' : subject.colour === 'white' ? '#e6dfd2' : '#f4e6cc';
  drawPost(pen);
  const bird = pen.at(0, subject.pose === 'sit' ? -36 : -40);
  drawWings(bird, subject, fur, dark, true);
  bird.shape('M-12,4 L-16,26 L0,20 L16,26 L12,4 Z', dark);
  bird.coloured(
    'M-38,-38 C-42,-78 -28,-92 0,-92 C28,-92 42,-78 38,-38 C34,-4 16,8 0,8 C-16,8 -34,-4 -38,-38 Z',
    fur,
  );
  bird.patch('M-22,-40 C-20,-52 20,-52 22,-40 C22,-12 10,2 0,2 C-10,2 -22,-12 -22,-40 Z', pale);
  bird.streak(
    'M-14,-34 Q-9,-28 -4,-34 M4,-34 Q9,-28 14,-34 M-9,-24 Q-4,-18 0,-24 M0,-24 Q5,-18 10,-24 M-6,-13 Q0,-7 6,-13',
    dark,
    2.4,
  );
  drawWings(bird, subject, fur, dark, false);
  bird.streak('M-12,6 L-13,12 M-7,7 L-7,13 M7,7 L7,13 M12,6 L13,12', '#d99a3a', 3.4);
  drawOwlFace(bird, subject, fur, disc);
}

function drawPost(pen: Pen): void {
  pen.groundShadow(0, 30);
  pen.shape('M-19,0 C-15,-14 -16,-26 -15,-36 L15,-36 C16,-24 15,-12 20,0 Q0,5 -19,0 Z', WOOD);
  pen.patch('M2,-34 L14,-34 C14,-24 14,-12 18,-1 L4,2 Q7,-16 2,-34 Z', pen.shade(WOOD, 0.28));
  pen.ellipse(0, -36, 16, 5, pen.shade(WOOD, -0.3));
}

function drawWings(pen: Pen, subject: Subject, fur: string, dark: string, behind: boolean): void {
  const open = subject.pose === 'reach';
  const lifted = subject.pose === 'walk';
  if (behind) {
    if (open || lifted)
      pen.coloured(
        'M26,-64 C52,-92 78,-92 92,-82 C86,-70 88,-64 80,-58 C80,-50 74,-44 66,-42 C62,-34 44,-26 30,-26 Z',
        dark,
      );
    if (open)
      pen.coloured(
        'M-26,-64 C-52,-92 -78,-92 -92,-82 C-86,-70 -88,-64 -80,-58 C-80,-50 -74,-44 -66,-42 C-62,-34 -44,-26 -30,-26 Z',
        fur,
      );
    return;
  }
  if (open) return;
  pen.shape('M-37,-54 C-46,-30 -38,-6 -24,2 C-20,-14 -22,-40 -37,-54 Z', dark);
  if (!lifted) pen.shape('M37,-54 C46,-30 38,-6 24,2 C20,-14 22,-40 37,-54 Z', dark);
}

function drawOwlFace(pen: Pen, { mood, colour }: Subject, fur: string, disc: string): void {
  const tuft = colour === 'black' ? '#4a4551' : pen.shade(fur, 0.2);
  const flat = mood === 'sad' || mood === 'afraid' ? 10 : 0;
  pen.shape(`M-34,-70 L${-33 - flat},${-104 + flat} L-8,-88 Z`, tuft);
  pen.shape(`M34,-70 L${33 + flat},${-104 + flat} L8,-88 Z`, tuft);
  pen.ellipse(-15, -66, 19, 19, disc, { depth: 0.2 });
  pen.ellipse(18, -66, 19, 19, disc, { depth: 0.2 });
  for (const [x, side] of [
    [-14, -1],
    [19, 1],
  ] as const) {
    if (mood === 'happy') {
      pen.line(`M${x - 10},-62 Q${x},-78 ${x + 10},-62`, INK, 3.6);
      continue;
    }
    const size = mood === 'afraid' ? 15 : 12;
    pen.dot(x, -66, size, size, '#f7b92c', { unlit: true });
    pen.dot(x + 2, -66, mood === 'afraid' ? 4.6 : 7.4, mood === 'afraid' ? 4.6 : 7.4, INK, { unlit: true });
    pen.dot(x + 4, -69, 2.3, 2.3, '#ffffff', { unlit: true });
    if (mood === 'sad') {
      pen.patch(
        `M${x + side * 14},-67 L${x - side * 12},-74 L${x - side * 6},-82 L${x + side * 14},-80 Z`,
        tuft,
      );
    }
  }
  pen.shape('M-3,-62 Q2,-67 7,-62 L2,-48 Z', '#d98a2b');
}
