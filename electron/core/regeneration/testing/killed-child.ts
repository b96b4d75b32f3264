/** For a test: `killed-child ORDER`. Approves one picture in the whole program, and ends at a point as a killed one does. */
import type { Settings } from '@shared/settings.js';
import { startApplication } from '../../testing/application.js';

export interface KilledOrder {
  /** What the application keeps lies below it. */
  readonly folder: string;
  readonly modelsFolder: string;
  readonly board: string;
  readonly flags: Partial<Settings>;
  /** Where it ends by itself. Null = it goes on until it is killed. */
  readonly point: 'named' | 'under way' | 'file' | null;
}

// A test that is stopped leaves nothing behind.
process.once('disconnect', () => process.exit());
const { folder, modelsFolder, board, flags, point } = JSON.parse(process.argv[2] ?? '') as KilledOrder;
const application = await startApplication(folder, { modelsFolder, allowsGraph: () => true });
await application.open(board, { flags });
const { review, assets } = application.board;
const end = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('It is still there.');
};
review.onChange(() => {
  const [request] = Object.values(review.records.request);
  if (point === 'named' && request?.handle) end();
});
application.jobs.onChange(({ kind, progress }) => {
  if (point === 'under way' && kind === 'regeneration' && progress > 0) end();
});
// The picture has its name on the disk, and no record names it.
if (point === 'file') assets.add = end;
const [shot] = application.board.shots;
process.stdout.write('approved\n');
application.run({
  id: 'approval',
  at: Date.now(),
  command: {
    type: 'approve-suggestion',
    shotId: shot?.id ?? '',
    takeId: shot?.pickId ?? '',
    prompt: 'a lighthouse',
    negativePrompt: '',
    seed: 'new',
    strength: null,
    acceptedEdits: [],
    edited: true,
  },
});
