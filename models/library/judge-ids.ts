/** Ids of judges that are no model, as the settings name them. No model of the user's own may have one. */
export const SERVER_JUDGE = 'openai-compatible';
export const ENSEMBLE_JUDGE = 'ensemble';
