/** The models: which are known, where their files are, how they are installed and removed. */
export { addFromHub } from './add-from-hub.js';
export { addModel } from './add-model.js';
export {
  CATALOGUE,
  type CatalogueEntry,
  cautionOf,
  DEVICES,
  type Device,
  type Dtype,
  dtypesOf,
  filesFor,
  type ModelEntry,
  multipliesHalves,
  onnxFile,
} from './catalogue.js';
export { checkFiles } from './download/check-files.js';
export { isDiskFull } from './download/disk-room.js';
export { downloadModel } from './download/download-model.js';
export { hubAddress } from './download/hub-address.js';
export { isHubName } from './download/hub-repository.js';
export { type ImportProgress, importModel } from './download/import-model.js';
export { readLock } from './download/lock-file.js';
export { removeModel } from './download/remove-model.js';
export { sha256Of } from './download/sha256.js';
export { externalData } from './external-data.js';
export { EYES, type EyeEntry } from './eyes.js';
export { folderUnreadable } from './folder-unreadable.js';
export { ENSEMBLE_JUDGE, SERVER_JUDGE, STORYBOOK_EYE } from './judge-ids.js';
export {
  bytesOnDisk,
  choiceOf,
  findEntry,
  findModel,
  isToBePrepared,
  keepChoice,
  knownModels,
  type LibraryFolders,
  libraryFolders,
  type ModelState,
  modelFolder,
  modelState,
  preparedFolder,
  whyNotReady,
} from './library.js';
export { idFor, ownName } from './own-name.js';
export { type PublishedEye, publishedEye } from './published-eye.js';
export { isRunning } from './running.js';
export { hasFineWeights } from './weights-choice.js';
