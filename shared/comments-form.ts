/** How a file of comments is known. Apart from its schema, which the page that writes it has no room for. */
export const COMMENTS_FORMAT = 'continuist-comments';
/** 1 could not be drawn in. */
export const COMMENTS_VERSION = 2;
