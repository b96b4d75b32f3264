/** For a test: tells the name of its work, orders one picture, and waits to be killed. `node child ADDRESS TAKE FOLDER` */
import { requestIn } from '../../testing/request.js';
import { LIMITS } from '../client.js';
import { comfyGenerator } from '../index.js';

const [address = '', fromFile = '', folder = ''] = process.argv.slice(2);
const generator = comfyGenerator({ addresses: [address], workflow: '' }, LIMITS);
const request = requestIn(folder, { fromFile });
const handle = await generator.handleFor(request);
process.stdout.write(`${JSON.stringify(handle)}\n`);
await generator.start(request, handle, { signal: new AbortController().signal, progress: () => undefined });
