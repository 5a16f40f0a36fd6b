export interface ErrorWords {
  readonly name: string
  readonly code: string | null
  readonly message: string
  /** Where it was thrown: the frames, without the message that stacks begin with. */
  readonly at: readonly string[]
  readonly cause: ErrorWords | null
}

const framesKept = 12

/**
 * What may be logged of an error. Messages quote input: PostgreSQL names the wrong value, JSON.parse shows the text, mail
 * servers repeat the address. So everything between double quotes and every address is taken out, and of the other
 * fields (detail, parameters, output) nothing is kept.
 */
export function errorWords(error: unknown, depth = 0): ErrorWords {
  if (!(error instanceof Error)) return { name: typeof error, code: null, message: '', at: [], cause: null }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  return {
    name: error.name,
    code,
    message: withoutQuotes(error.message),
    at: framesOf(error),
    cause: error.cause === undefined || depth > 2 ? null : errorWords(error.cause, depth + 1),
  }
}

/** The stack behind the message it begins with, which may itself look like frames. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const begin = stack.indexOf(message)
  return stack
    .slice(begin === -1 ? 0 : begin + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, framesKept)
    .map((line) => line.trim())
}

function withoutQuotes(message: string): string {
  return message
    .replace(/"[^"]*"?/g, '"…"')
    .replace(/[^\s@<>]+@[^\s@<>]+/g, '…@…')
    .slice(0, 300)
}
