import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { DrawMethod, Lottery } from './lottery.ts'

export type Draw =
  | {
      readonly ok: true
      /** From 1. */
      readonly number: number
      readonly members: readonly string[]
      /** The randomness as it was counted. */
      readonly normalised: string
    }
  | DrawRefusal

export type DrawRefusal =
  /** No letter and no digit in it. */
  | { readonly ok: false; readonly reason: 'empty' }
  /** For `digits`: as many digits as the number of panels has zeros, and nothing else. */
  | { readonly ok: false; readonly reason: 'not-digits'; readonly digits: number }

/**
 * Draws a panel with randomness that became public after the hash of the list did. By `text` any text will do: what dice
 * showed, the numbers of a national lottery, the hexadecimal value of a randomness beacon. By `digits` the digits that were
 * drawn are the number itself: 000 is panel 1000, 407 is panel 407; the list then has 10, 100, 1000, … panels.
 */
export function drawPanel(lottery: Lottery, randomness: string): Draw {
  const { draw, hash, panels } = lottery
  const drawn = draw === 'digits' ? byDigits(randomness, panels.length) : byText(randomness, hash, panels.length)
  if (!drawn.ok) return drawn
  return { ...drawn, members: panels[drawn.number - 1] ?? [] }
}

/** Whether a list of this size can be drawn by digits: 10, 100, 1000, … */
export function canDraw(method: DrawMethod, size: number): boolean {
  return method === 'text' || /^10+$/.test(String(size))
}

/**
 * Two people who type the same thing must get the same panel: Unicode NFKC, lower case, and everything that is no letter,
 * mark or digit counts as one space between. `3, 12 – 40` is `3 12 40`; `03` stays `03`.
 */
export function normaliseRandomness(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

type Number = { readonly ok: true; readonly number: number; readonly normalised: string } | DrawRefusal

function byDigits(randomness: string, size: number): Number {
  const digits = String(size).length - 1
  const normalised = normaliseRandomness(randomness).replaceAll(' ', '')
  if (normalised === '') return { ok: false, reason: 'empty' }
  if (normalised.length !== digits || !/^[0-9]+$/.test(normalised)) return { ok: false, reason: 'not-digits', digits }
  return { ok: true, number: Number.parseInt(normalised, 10) || size, normalised }
}

function byText(randomness: string, hash: string, size: number): Number {
  const normalised = normaliseRandomness(randomness)
  if (normalised === '') return { ok: false, reason: 'empty' }
  for (let attempt = 0; ; attempt++) {
    const message = `kantelpunt-panel-draw/1\n${hash}\n${size}\n${attempt}\n${normalised}`
    const place = unbiased(bytesToHex(sha256(utf8ToBytes(message))), size)
    if (place !== undefined) return { ok: true, number: place + 1, normalised }
  }
}

/**
 * A hexadecimal number below 16^digits as a place 0 … size − 1, each as likely; undefined for the few numbers above the
 * last whole multiple of `size`, which would make the first places likelier.
 */
export function unbiased(hex: string, size: number): number | undefined {
  const number = BigInt(`0x${hex}`)
  const all = 1n << BigInt(4 * hex.length)
  return number >= all - (all % BigInt(size)) ? undefined : Number(number % BigInt(size))
}
