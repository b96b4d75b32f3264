export { Consent, type Person, type Statement } from './consent.js';
export { KeptGraphs } from './kept-graphs.js';
