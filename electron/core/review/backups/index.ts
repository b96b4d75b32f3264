/** Copies of a review that are kept beside it. */
export {
  type Backup,
  backupFolder,
  backupsOf,
  clearRepairMark,
  isMarkedForRepair,
  markForRepair,
} from './backup-files.js';
export { Backups } from './backups.js';
