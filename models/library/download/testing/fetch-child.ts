/** Fetches one file and waits to be killed: argv holds address, target and size. */
import { fetchFile } from '../fetch-file.js';
import { createDispatcher } from '../request.js';

const [address = '', target = '', size = ''] = process.argv.slice(2);
await fetchFile(
  { address, target, size: Number(size), sha256: null },
  {
    dispatcher: createDispatcher(address, 30_000),
    tries: 3,
    firstPause: 10,
    onBytes: (bytes) => process.send?.(bytes),
  },
);
