/** Ids, in the settings, of judges that are not a model. A model that the user adds cannot have one of them. */
export const SERVER_JUDGE = 'openai-compatible';
export const ENSEMBLE_JUDGE = 'ensemble';
