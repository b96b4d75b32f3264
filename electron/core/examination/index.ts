export { ExaminationDesk } from './desk.js';
