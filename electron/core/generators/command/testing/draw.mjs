/** A program of an artist's own: fills a picture with a colour that follows from all that was asked. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const request = JSON.parse(readFileSync(0, 'utf8'));
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

if (request.prompt === 'never end') {
  // It and its own child hear no request to end.
  process.on('SIGTERM', () => undefined);
  const deaf =
    'process.on("SIGTERM", () => undefined); setInterval(() => undefined, 1000); console.log("up")';
  const child = spawn(process.execPath, ['-e', deaf]);
  child.stdout.once('data', () => {
    appendFileSync(join(request.folder, 'pids'), `${process.pid}\n${child.pid}\n`);
    say({ progress: 0.1 });
  });
  await new Promise(() => setInterval(() => undefined, 1000));
}
if (request.prompt === 'fail') {
  say({ error: 'out of memory' });
  process.exit(3);
}

const { prompt, negativePrompt, seed, strength, width, height, folder, output } = request;
const [r, g, b] = createHash('sha256')
  .update(JSON.stringify([prompt, negativePrompt, seed, strength]))
  .digest();
const filled = (size) => sharp({ create: { ...size, channels: 3, background: { r, g, b } } }).png();

say({ progress: 0.5 });
console.log('Loading weights: 50 %');
// Falls back, as the second of two stages does.
say({ progress: 0.2 });
await filled({ width: 8, height: 8 }).toFile(join(folder, 'preview.png'));
say({ preview: join(folder, 'preview.png') });
await filled({ width, height }).toFile(output);
say({ progress: 1 });
say({ image: output, settings: { model: 'one colour', steps: 1 } });
