export { FolderList } from './FolderList.js';
export { useBrowsing } from './use-browsing.js';
export { useFolderChoice } from './use-folder-choice.js';
