/** Settings: from where they come, and the user's file that they are kept in. */
export { checkedSettings, refuseUnknownKeys } from './check.js';
export { given } from './given.js';
export { BOARD_SETTINGS_FILE, loadSettings, type SettingsSources } from './load.js';
export { type Reading, SettingsDesk } from './settings-desk.js';
export { saveSettings, startFresh } from './user-file.js';
