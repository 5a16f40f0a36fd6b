/**
 * Letters and digits of a code. Without those that are taken for another (0/O, 1/I/L), and without vowels, so that no
 * code spells a word. 28 signs in six places: 480 million codes.
 */
const signs = 'BCDFGHJKMNPQRSTVWXYZ23456789'
const length = 6

/** A new code. `randomBelow(n)` gives a whole number from 0 up to n, n not included, that can't be foretold. */
export function makeCode(randomBelow: (limit: number) => number): string {
  return Array.from({ length }, () => signs[randomBelow(signs.length)]).join('')
}

/**
 * The code in what a person typed: lower case, spaces, dashes and dots are forgiven, and so is the whole address that
 * the QR code holds. Null: this can't be a code.
 */
export function readCode(typed: string): string | null {
  const last = typed.trim().replace(/\/+$/, '').split('/').at(-1) ?? ''
  const code = last.toUpperCase().replace(/[\s.·_-]/g, '')
  return code.length === length && [...code].every((sign) => signs.includes(sign)) ? code : null
}

/** In two groups of three, as it is read out loud: `KM4 7TW`. */
export function showCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}
