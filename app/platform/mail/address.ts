/** Not one bare mail address; its text is not repeated here, because errors are logged. */
class MailAddressError extends Error {
  readonly code = 'mail-address'
}

// Narrower than RFC 5321 allows, on purpose: nothing that separates addresses or headers, no comments, no quotes.
const bare = /^[^\s,;:<>()[\]"\\@\p{Cc}]{1,64}@[^\s,;:<>()[\]"\\@\p{Cc}]{1,253}$/u

/** The address, if it is one and nothing more. Throws `MailAddressError` for anything that could name a second one. */
export function requireAddress(text: string): string {
  if (!bare.test(text)) throw new MailAddressError('This is not one bare mail address.')
  return text
}

/** A subject on one line: line ends and control characters become spaces, so that it can't begin a header. */
export function oneLine(subject: string): string {
  return subject
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200)
}
