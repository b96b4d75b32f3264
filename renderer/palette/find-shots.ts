import { folded, type ShotView, termsOf } from '../board/index.js';

/** How well a term is met by what a shot has; higher is better. */
const NUMBER = 10;
const NUMBER_BEGINS = 2.5;
const SCENE = 2;
const WORD = 1.5;
const INSIDE = 1;
/** "shot 12", "scene forest": said for clearness, meets every shot. */
const SAID = new Set(['shot', 'scene']);

interface Found {
  readonly view: ShotView;
  readonly score: number;
}

interface Text {
  readonly number: string;
  readonly scene: string;
  readonly description: string;
}

const texts = new WeakMap<object, Text>();

function textOf({ shot }: ShotView): Text {
  let text = texts.get(shot);
  if (!text) {
    text = {
      number: folded(shot.number),
      scene: folded(shot.scene ?? ''),
      description: folded(shot.description),
    };
    texts.set(shot, text);
  }
  return text;
}

const beginsWord = (text: string, term: string): boolean => {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  return false;
};

function meets(term: string, { number, scene, description }: Text): number {
  if (number === term) return NUMBER;
  if (number.startsWith(term)) return NUMBER_BEGINS;
  if (beginsWord(scene, term)) return SCENE;
  if (beginsWord(description, term)) return WORD;
  if (scene.includes(term) || description.includes(term)) return INSIDE;
  return 0;
}

/** Shots that meet every term by number, scene or description; best first, equals in story order. */
export function findShots(views: readonly ShotView[], typed: string): readonly Found[] {
  const all = termsOf(typed);
  const terms = all.length > 1 ? all.filter((term) => !SAID.has(term)) : all;
  if (terms.length === 0) return [];
  return views
    .map((view) => {
      const met = terms.map((term) => meets(term, textOf(view)));
      return { view, score: met.includes(0) ? 0 : met.reduce((sum, one) => sum + one, 0) / met.length };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}
