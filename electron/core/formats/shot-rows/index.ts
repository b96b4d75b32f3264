/** Rows of shots files and shot lists: what each field says, whatever it is called. */
export { badField } from './bad-field.js';
export { FIELDS } from './field-names.js';
export { NamedFields } from './named-fields.js';
export { PicturePaths, shownPath } from './picture-paths.js';
export { isSelected, type RowPicture } from './pictures.js';
export { type Row, readRow } from './read-row.js';
export type { Complain } from './seconds.js';
export { statedIn } from './stated.js';
export { unreadFields } from './unread-fields.js';
export { type Located, type Words, wordsIn } from './words.js';
