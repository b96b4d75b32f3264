export { FIRST_VIEW, VIEWS, type ViewId, viewById } from './table.js';
