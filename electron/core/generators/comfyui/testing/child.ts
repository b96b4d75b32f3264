/** For a test: tells the name of its work, orders one picture, and waits to be killed. `node child ADDRESS TAKE FOLDER` */
import { LIMITS } from '../client.js';
import { comfyGenerator } from '../index.js';

const [address = '', fromFile = '', folder = ''] = process.argv.slice(2);
const generator = comfyGenerator({ addresses: [address], workflow: '' }, LIMITS);
const request = {
  id: 'request',
  prompt: 'a fox',
  negativePrompt: 'fog',
  seed: '7',
  width: 64,
  height: 64,
  fromFile,
  strength: null,
  mask: null,
  instruction: null,
  references: [],
  settings: {},
  folder,
};
const handle = await generator.handleFor(request);
process.stdout.write(`${JSON.stringify(handle)}\n`);
await generator.start(request, handle, { signal: new AbortController().signal, progress: () => undefined });
