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

/** Whether a description speaks of the fact's subject. Style is everywhere. */
export function speaksOf(fact: Pick<Fact, 'subject' | 'name' | 'aliases'>, description: string): boolean {
  if (fact.subject === 'style') return true;
  return [fact.name, ...fact.aliases].some((name) => name.trim() !== '' && wordsOf(name).test(description));
}
