/** The files of the reading benchmark: prompts with their expected claims, and claims to mark. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Prompt } from './score.js';

/** A claim for a person to mark; `right` is null until then. */
export interface Marked {
  readonly id: string;
  readonly prompt: string;
  readonly claim: string;
  readonly right: boolean | null;
}

const grouped = z.object({
  id: z.string(),
  prompt: z.string(),
  expected: z.record(z.string(), z.array(z.string())),
  names: z.array(z.string()).optional(),
});

/** As other collections have it: one object a claim. */
const listed = z
  .object({
    id: z.string(),
    prompt: z.string(),
    claims: z.array(z.object({ kind: z.string(), text: z.string(), negated: z.boolean().optional() })),
  })
  .transform(({ id, prompt, claims }) => {
    const expected: Record<string, string[]> = {};
    for (const { kind, text, negated } of claims) {
      const name = negated === true ? `no ${kind}` : kind;
      expected[name] = [...(expected[name] ?? []), text];
    }
    return { id, prompt, expected };
  });

export const promptsIn = async (file: string): Promise<readonly Prompt[]> =>
  z.array(z.union([grouped, listed])).parse(JSON.parse(await readFile(file, 'utf8')));
