/** Whether a prompt is written as tags or as prose: the one is answered in tags, the other in sentences. */

/** Words of a tag, at most; a longer piece between commas is a phrase of a sentence. */
const TAG = 3;

/** At least three pieces, most of them short, and no sentence among them. */
export function isTagList(prompt: string): boolean {
  if (/[.!?](?:\s|$)/.test(prompt)) return false;
  const pieces = prompt.split(/[,;\n]/).filter((piece) => piece.trim() !== '');
  const short = pieces.filter((piece) => piece.trim().split(/\s+/).length <= TAG);
  return pieces.length >= 3 && short.length * 2 > pieces.length;
}
