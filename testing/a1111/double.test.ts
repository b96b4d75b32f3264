/** The double is what the real server was when it was recorded. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPython } from '../comfyui/json.js';
import { type Recording, replay } from './replay.js';

const folder = new URL('fixture/', import.meta.url);

describe('the A1111 double', () => {
  it.concurrent.each(readdirSync(folder).sort())('answers as recorded: %s', async (name) => {
    const recording = readPython(readFileSync(new URL(name, folder), 'utf8')) as Recording;
    expect((await replay(recording)).join('\n')).toBe('');
  });
});
