/** Getting a model, checking it and letting it go. Nothing here runs unless the artist asked for it. */
export { checkFiles } from './check-files.js';
export { downloadModel } from './download-model.js';
export { hubAddress } from './hub-address.js';
export { type HubFile, type HubOptions, HubRepository, isHubName } from './hub-repository.js';
export { type ImportProgress, importModel } from './import-model.js';
export { removeModel } from './remove-model.js';
