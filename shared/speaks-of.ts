import type { Fact } from './records/index.js';

const named = new Map<string, RegExp>();

/** The name as whole words, whatever its case. */
function wordsOf(name: string): RegExp {
  let words = named.get(name);
  if (!words) {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    words = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu');
    named.set(name, words);
  }
  return words;
}

interface Named extends Pick<Fact, 'subject' | 'name'> {
  readonly aliases: readonly string[];
}

/** Whether a description speaks of the fact's subject. Style is everywhere. */
export function speaksOf({ subject, name, aliases }: Named, description: string): boolean {
  if (subject === 'style') return true;
  return [name, ...aliases].some((one) => one.trim() !== '' && wordsOf(one).test(description));
}
