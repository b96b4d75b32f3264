/** Ids, in the settings, of judges that are not a model. A model that the user adds cannot have one of them. */
export const SERVER_JUDGE = 'openai-compatible';
export const ENSEMBLE_JUDGE = 'ensemble';
/** The eye that ships with the program; it says nothing of pictures of other worlds. */
export const STORYBOOK_EYE = 'storybook';
