/** Opens one folder in a process of its own and says what came of it. */
import { peakMemory } from '@inference/index.js';
import { openFolder } from './open-folder.js';

const [path, dataFolder, looks] = process.argv.slice(2);
if (!path || !dataFolder) throw new Error('name what is opened, and a folder for data');
const outcome = await openFolder(path, dataFolder, looks === 'looks');
// What `process.resourceUsage()` tells, a process takes over from the one that started it.
console.log(JSON.stringify({ ...outcome, peak: await peakMemory(process.pid) }));
process.exit(0);
