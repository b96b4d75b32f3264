/** Brings a review back whose file is damaged, empty or gone. */

export { putBackup } from './put-backup.js';
export { type Ailment, ailmentBefore, endRecovery, recover } from './recover.js';
export { DAMAGE_FOUND, recoveredTold, startedAnew } from './told.js';
