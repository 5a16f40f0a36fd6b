/** The sign that separates whole and part. `either` takes a point or a comma, but not both in one number. */
export type Decimal = '.' | ',' | 'either'

/** Powers of ten that a double holds exactly: a whole number below 2⁵³ times or over one of these is rounded once, correctly. */
const exactPowers = Float64Array.from({ length: 23 }, (_, k) => Number(`1e${k}`))
const form = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/

/**
 * The number that the bytes from `from` up to `to` write, correctly rounded, or NaN where they write none. Blanks around
 * it are allowed; thousands separators, units and words are not.
 */
export function parseNumber(bytes: Uint8Array, from: number, to: number, decimal: Decimal): number {
  let i = from
  let end = to
  while (i < end && isBlank(bytes[i] ?? 0)) i++
  while (end > i && isBlank(bytes[end - 1] ?? 0)) end--
  const begin = i
  const sign = bytes[i]
  if (sign === 0x2d || sign === 0x2b) i++
  let digits = 0
  let mantissa = 0
  let fraction = 0
  let inFraction = false
  for (; i < end; i++) {
    const byte = bytes[i] ?? 0
    const digit = byte - 0x30
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit
      digits++
      if (inFraction) fraction++
    } else if (!inFraction && isDecimal(byte, decimal)) {
      inFraction = true
    } else return slowly(bytes, begin, end, decimal)
  }
  if (digits === 0) return Number.NaN
  // More digits, or more behind the comma, than doubles do exactly.
  if (digits > 15 || fraction > 22) return slowly(bytes, begin, end, decimal)
  const size = fraction === 0 ? mantissa : mantissa / (exactPowers[fraction] ?? 1)
  return sign === 0x2d ? -size : size
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0xa0
}

function isDecimal(byte: number, decimal: Decimal): boolean {
  return byte === 0x2e ? decimal !== ',' : byte === 0x2c && decimal !== '.'
}

function slowly(bytes: Uint8Array, from: number, to: number, decimal: Decimal): number {
  let text = ''
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0
    if (byte === 0x2e && decimal === ',') return Number.NaN
    text += byte === 0x2c && decimal !== '.' ? '.' : String.fromCharCode(byte)
  }
  return form.test(text) ? Number(text) : Number.NaN
}
