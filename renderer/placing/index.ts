export { PlacingDialog } from './PlacingDialog.js';
export { PlacingNotice } from './PlacingNotice.js';
