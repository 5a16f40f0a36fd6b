/** The words of a text of words, in lower case. */
export const wordsOf = (...texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => text.toLowerCase().split(/\s+/)).filter((word) => word !== '')
