export { PlaceList } from './PlaceList.js';
export { useFolderChoice } from './use-folder-choice.js';
export { usePlace } from './use-place.js';
