export { GeneratorChoices } from './GeneratorChoices.js';
export { GeneratorsDialog } from './GeneratorsDialog.js';
export { MakingMark } from './MakingMark.js';
export { MakingPreview } from './MakingPreview.js';
export { useAbilities } from './use-abilities.js';
export { useElsewhereAble } from './use-elsewhere-able.js';
export { useChosenGenerator, useGenerators } from './use-generators.js';
