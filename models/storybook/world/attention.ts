/** A prompt without its attention syntax, character for character as long as the original, so that spans stay. */
export interface WeightedText {
  readonly text: string;
  /** The weight of each character of `text`. */
  readonly weights: readonly number[];
}

const EXPLICIT = /^:\s*(\d+(?:\.\d+)?|\.\d+)\s*\)/;

/**
 * Reads `(x)` (×1.1), `((x))`, `[x]` (÷1.1), `(x:1.3)` (replaces what the outer brackets say), `\(` as a plain
 * bracket, and blanks out network tokens such as `<lora:name:0.8>`. Unbalanced brackets are plain characters.
 */
export function readAttention(prompt: string): WeightedText {
  const characters = prompt.split('');
  const weights = new Array<number>(characters.length).fill(1);
  const implied = new Array<number>(characters.length).fill(1);
  const explicit = new Array<number | undefined>(characters.length).fill(undefined);
  const open: { bracket: '(' | '['; at: number }[] = [];
  for (let i = 0; i < characters.length; i += 1) {
    const character = characters[i];
    if (character === '\\' && /[()[\]\\]/.test(characters[i + 1] ?? '')) {
      characters[i] = ' ';
      characters[i + 1] = ' ';
      i += 1;
    } else if (character === '<') {
      const end = characters.indexOf('>', i);
      if (end > 0 && /^<(?:lora|lyco|hypernet|embedding):/i.test(prompt.slice(i, end))) {
        characters.fill(' ', i, end + 1);
        i = end;
      }
    } else if (character === '(' || character === '[') {
      open.push({ bracket: character, at: i });
    } else if (character === ')' || character === ']' || character === ':') {
      const top = open.at(-1);
      const said = character === ':' ? EXPLICIT.exec(prompt.slice(i)) : undefined;
      if (character === ':' && !(said && top?.bracket === '(')) continue;
      if (!top || (top.bracket === '(') !== (character !== ']')) continue;
      open.pop();
      const length = said?.[0].length ?? 1;
      for (let at = top.at; at < i; at += 1) {
        if (said) explicit[at] ??= Number(said[1]);
        else implied[at] = (implied[at] ?? 1) * (top.bracket === '(' ? 1.1 : 1 / 1.1);
      }
      characters[top.at] = ' ';
      characters.fill(' ', i, i + length);
      i += length - 1;
    }
  }
  for (let i = 0; i < weights.length; i += 1) weights[i] = explicit[i] ?? implied[i] ?? 1;
  return {
    text: characters.join('').replace(/\b(?:BREAK|AND)\b/g, (word) => ','.padEnd(word.length)),
    weights,
  };
}
