/** The eye of the drawn world. */
export { decode } from './decode.js';
export { STORYBOOK_EYE, StorybookEye } from './storybook-eye.js';
