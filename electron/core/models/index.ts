/** The models as the artist deals with them: what there is, getting one, trying it, letting it go. */
export { addFromHub, addModel } from '@models/library/index.js';
export { LastJudges } from './last-judges.js';
export { checkModel, downloadWork, forgetModel, modelInfos } from './library.js';
export { ModelDesk } from './model-desk.js';
export { modelLost } from './model-lost.js';
export { selfTest } from './self-test.js';
