/** Opens one folder in a process of its own and says what came of it. */
import { openFolder } from './open-folder.js';

const [path, dataFolder, looks] = process.argv.slice(2);
if (!path || !dataFolder) throw new Error('name what is opened, and a folder for data');
const outcome = await openFolder(path, dataFolder, looks === 'looks');
// Kibibytes.
console.log(JSON.stringify({ ...outcome, peak: process.resourceUsage().maxRSS * 1024 }));
process.exit(0);
