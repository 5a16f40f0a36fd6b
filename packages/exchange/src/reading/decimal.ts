import { weightLimit } from '../graph/graph.ts'

/** A number as it was written: `digits` / 10^`places`, without zeros at the end. */
export interface Decimal {
  readonly digits: number
  readonly places: number
}

/** The exact value of a text such as `-12`, `0.237788` or `1e-3`; undefined where it is no number, or is NaN or infinite. */
export function readDecimal(text: string): Decimal | 'too-long' | undefined {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text)
  if (parts === null) return undefined
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts
  if (whole === '' && fraction === '') return undefined
  const significant = `${whole}${fraction}`.replace(/0+$/, '')
  if (significant === '') return { digits: 0, places: 0 }
  const dropped = whole.length + fraction.length - significant.length
  let places = fraction.length - dropped - Number(exponent)
  let digits = Number(significant)
  while (places < 0 && digits <= Number.MAX_SAFE_INTEGER) {
    digits *= 10
    places++
  }
  if (!Number.isSafeInteger(digits) || places > 300) return 'too-long'
  return { digits: sign === '-' ? -digits : digits, places }
}

/** Weights with decimals become integers by the smallest power of ten that does so for all. */
export interface Scaled {
  readonly scale: number
  /** The first row whose weight is too large then, −1 for none. */
  readonly tooLarge: number
}

/** Multiplies `digits` in place. */
export function scaleUp(n: number, digits: Float64Array, places: Uint16Array | undefined): Scaled {
  const limit = weightLimit(n)
  const most = places === undefined ? 0 : places.reduce((one, other) => Math.max(one, other), 0)
  const scale = 10 ** most
  for (let k = 0; k < digits.length; k++) {
    // Exact: a power of ten up to 10^22 is, and so is a product below 2^53.
    const value = (digits[k] ?? 0) * 10 ** (most - (places?.[k] ?? 0))
    if (!(Math.abs(value) <= limit)) return { scale, tooLarge: k }
    digits[k] = value
  }
  return { scale, tooLarge: -1 }
}
