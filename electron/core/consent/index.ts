export { Consent, type Person, type Statement } from './consent.js';
