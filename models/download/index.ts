/** Getting a model, checking it and letting it go. Nothing here runs unless the artist asked for it. */
export { checkFiles } from './check-files.js';
export { downloadModel } from './download-model.js';
export { importModel } from './import-model.js';
export { removeModel } from './remove-model.js';
