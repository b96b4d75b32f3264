/** `npx tsx bench/read.ts "A girl in a red coat."`: what both readers take from a description, and how long each takes. */

import { fileURLToPath } from 'node:url';
import { extractClaims } from '@core/claims/index.js';
import { loadReading, type ReadClaim, readDescription } from '@core/claims/parsed/index.js';

const RUNS = 20;

function show(name: string, milliseconds: number, claims: readonly ReadClaim[]): void {
  console.log(`${name}, ${milliseconds.toFixed(1)} ms`);
  for (const { kind, text, negated } of claims) console.log(`  ${kind}: ${negated ? 'not ' : ''}${text}`);
}

const [, , description] = process.argv;
if (description === undefined) throw new Error('Say the description to read: npx tsx bench/read.ts "…"');
const knowledge = await loadReading(fileURLToPath(new URL('../models/reading/files', import.meta.url)));
const parsed = await readDescription(description, [], knowledge);
let started = performance.now();
for (let run = 0; run < RUNS; run++) await readDescription(description, [], knowledge);
show('With the parser', (performance.now() - started) / RUNS, parsed);
const tagged = extractClaims(description);
started = performance.now();
for (let run = 0; run < RUNS; run++) extractClaims(description);
show('With tags alone', (performance.now() - started) / RUNS, tagged);
