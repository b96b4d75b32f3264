/** The eye of the drawn world. */
export { STORYBOOK_EYE, StorybookEye } from './storybook-eye.js';
