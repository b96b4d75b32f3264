/**
 * A program that makes pictures as it was told beforehand: `plan.json` in the folder that it is started with holds one
 * word for each request in turn, the last one for all that follow: the name of a picture to give, `fail`, or `wait`
 * (it says that it is at 40 % and ends only when it is ended). `orders.jsonl` gets every request.
 */
import { appendFileSync, copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
const request = JSON.parse(readFileSync(0, 'utf8'));
const orders = join(folder, 'orders.jsonl');
const before = existsSync(orders) ? readFileSync(orders, 'utf8').split('\n').length - 1 : 0;
appendFileSync(orders, `${JSON.stringify(request)}\n`);
const plan = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'));
const word = plan[before] ?? plan.at(-1);

if (word === 'fail') {
  process.stdout.write('{"error":"out of memory"}\n');
} else if (word === 'wait') {
  process.stdout.write('{"progress":0.4}\n');
  setInterval(() => undefined, 1000);
} else {
  copyFileSync(join(folder, word), request.output);
  process.stdout.write(`${JSON.stringify({ image: request.output })}\n`);
}
