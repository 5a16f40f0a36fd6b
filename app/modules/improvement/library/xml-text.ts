const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** What XML 1.0 (2.2) takes for a letter: no control characters but tab and line ends, no lone surrogates, no U+FFFE and U+FFFF. */
const noLetter = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Text for XML 1.0, between tags or in quotes. What XML can't hold is left out. */
export const escaped = (text: string): string =>
  text.replace(noLetter, '').replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)

/** Text without what XML can't hold, for files that are turned into XML by others. */
export const plain = (text: string): string => text.replace(noLetter, '')
