import { describeExactly } from './testing/kept-arcs.js';

describeExactly('what is done', import.meta.url, [
  ['A girl waves.', ['entity: a girl', 'action: a girl waving']],
]);
