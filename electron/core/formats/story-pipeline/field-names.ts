/** What a shots file calls a shot's number, its words and its picture. */
export const NUMBER_FIELDS = ['shotNumber', 'scene_id', 'number'];
export const DESCRIPTION_FIELDS = ['sceneDescription', 'description'];
export const PROMPT_FIELDS = ['visualPrompt', 'prompt'];
export const PICTURE_FIELDS = ['imagePath', 'image'];
