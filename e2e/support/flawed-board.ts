/** A small board in which one frame does not show what its description says. */
import { readFile, writeFile } from 'node:fs/promises';
import { drawStoryboard } from '@testing/storyboard.js';

/** Four shots; the second is drawn as a girl in a forest and described as a fox in the snow. */
export async function drawFlawedBoard(folder: string): Promise<string> {
  const file = await drawStoryboard(folder, { shots: 4 });
  const board = JSON.parse(await readFile(file, 'utf8')) as { shots: { sceneDescription: string }[] };
  const second = board.shots[1];
  if (second) second.sceneDescription = 'A fox sits on a mountain in the snow at night.';
  await writeFile(file, JSON.stringify(board));
  return file;
}
