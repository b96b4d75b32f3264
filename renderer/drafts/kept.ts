/** What is typed and not sent, as text that a browser keeps for one review. */
import { LONGEST_INSTRUCTION, MOST_REFERENCES, mask, pictured } from '@shared/records/index.js';
import { z } from 'zod';
import type { Draft, Session } from '../stores/index.js';

export type Typed = Pick<Session, 'drafts' | 'words'>;

export const NOTHING_TYPED: Typed = { drafts: {}, words: {} };

const draft: z.ZodType<Draft> = z.object({
  takeId: z.string(),
  off: z.array(z.string()),
  prompt: z.string().nullable(),
  negativePrompt: z.string().nullable(),
  seed: z.enum(['keep', 'new']).nullable(),
  strength: z.number().min(0).max(1).nullable(),
  mask: mask.nullable().default(null),
  instruction: z.string().max(LONGEST_INSTRUCTION).nullable().default(null),
  references: z.array(pictured).max(MOST_REFERENCES).default([]),
  notes: z.array(z.string()).max(100).exactOptional(),
});

const typed = z.object({
  drafts: z.record(z.string(), draft),
  words: z.record(z.string(), z.string()),
});

/** What was written; nothing for what is not of our making. */
export function readTyped(text: string | null): Typed {
  try {
    const { data } = typed.safeParse(JSON.parse(text ?? ''));
    return data ?? NOTHING_TYPED;
  } catch {
    return NOTHING_TYPED;
  }
}

/** The entries written last, as many as fit into `most` characters; the very last whatever its length. */
function newest<T>(entries: Readonly<Record<string, T>>, most: number): Record<string, T> {
  const kept: [string, T][] = [];
  let length = 0;
  for (const entry of Object.entries(entries).reverse()) {
    length += JSON.stringify(entry).length;
    if (length > most && kept.length > 0) break;
    kept.unshift(entry);
  }
  return Object.fromEntries(kept);
}

/** At most about `most` characters, the oldest left out first; null when nothing is typed. */
export function writeTyped({ drafts, words }: Typed, most = 200_000): string | null {
  if (Object.keys(drafts).length + Object.keys(words).length === 0) return null;
  return JSON.stringify({ drafts: newest(drafts, most / 2), words: newest(words, most / 2) } satisfies Typed);
}
