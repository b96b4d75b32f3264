/** What the product starts as threads, from beside its own bundle, by the names that it starts them by. */
export const WORKERS = {
  'backup-worker': 'electron/core/review/backups/backup-worker.ts',
  'measure-worker': 'electron/core/measures/measure-worker.ts',
  'reading-worker': 'electron/core/claims/reading-worker.ts',
  'writing-worker': 'electron/core/measures/writing-worker.ts',
};
