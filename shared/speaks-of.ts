import type { Fact } from './records/index.js';
import { literally, wholeWords } from './whole-words.js';

const named = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  let pattern = named.get(name);
  if (!pattern) {
    pattern = new RegExp(literally(name), 'giu');
    named.set(name, pattern);
  }
  return pattern;
}

const says = (description: string, name: string): boolean =>
  !wholeWords(description, patternOf(name)).next().done;

interface Named extends Pick<Fact, 'subject' | 'name'> {
  readonly aliases: readonly string[];
}

/** Whether a description speaks of the fact's subject. Style is everywhere. */
export function speaksOf({ subject, name, aliases }: Named, description: string): boolean {
  if (subject === 'style') return true;
  return [name, ...aliases].some((one) => one.trim() !== '' && says(description, one));
}
