/** A name of a view, in characters. */
export const VIEW_NAME_LENGTH = 20;
/** Views that one officer may keep. */
export const MAX_SAVED_VIEWS = 20;
