/**
 * What passes by on the stream of a lesson are `<turbo-stream>` elements that take away an element which no page has: a page
 * without the script of the lesson does nothing with them, and one that has it reads them.
 */
export const editTarget = 'lesson-edit'
/** The version was taught, or there is another one. */
export const movedTarget = 'lesson-moved'
/** The lesson was removed. This one is on the page, for what the server says of it. */
export const removedTarget = 'lesson-removed'
