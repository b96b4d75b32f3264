/** Rows of shots files and shot lists: what each field says, whatever it is called, and whose the pictures are. */
export { badField } from './bad-field.js';
export { FIELDS, STATED } from './field-names.js';
export { NamedFields } from './named-fields.js';
export { oddSeed } from './odd-seed.js';
export { PicturePaths, shownPath } from './picture-paths.js';
export type { RowPicture } from './pictures.js';
export { type Row, readRow } from './read-row.js';
export { type NumberedRow, shotsOfRows } from './shots-of-rows.js';
export { besideOneOf, isBeside, type SideCar, SideCars } from './side-cars.js';
export { statedIn } from './stated.js';
export { unreadFields } from './unread-fields.js';
