/** A program of an artist's own: takes a moment, and writes down what it was asked for. */
import { appendFileSync, copyFileSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

const [folder] = process.argv.slice(2);
const { prompt, output } = JSON.parse(readFileSync(0, 'utf8'));
appendFileSync(join(folder, 'orders.txt'), `${prompt}\n`);
await after(80);
copyFileSync(join(folder, 'painted.png'), `${output}.part`);
renameSync(`${output}.part`, output);
process.stdout.write(`${JSON.stringify({ image: output })}\n`);
