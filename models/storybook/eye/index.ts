/** The eye of the drawn world. */
export { decode } from './decode.js';
export { StorybookEye } from './storybook-eye.js';
