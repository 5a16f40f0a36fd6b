import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Lottery } from './lottery.ts'

// Not crypto.subtle: browsers hide that from pages that came over plain http, and everyone must be able to check.

/**
 * The text that the hash covers, UTF-8 with a line feed after every line: first
 * `{"form":"kantelpunt-panel-lottery/1","draw":"text","seats":22,"pseudonyms":false,"panels":1000}`, then for each panel
 * `[1,"id","id",…]`, as JSON.stringify (ECMA-262) writes them, ids ascending by code units. `sha256sum` of a file with this
 * text gives the hash.
 */
export function canonicalText({ form, draw, seats, pseudonyms, panels }: Omit<Lottery, 'hash'>): string {
  const header = JSON.stringify({ form, draw, seats, pseudonyms, panels: panels.length })
  return `${header}\n${panels.map((members, at) => `${JSON.stringify([at + 1, ...members])}\n`).join('')}`
}

/** SHA-256 of the canonical text, in lower-case hexadecimal. */
export function hashOf(lottery: Omit<Lottery, 'hash'>): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalText(lottery))))
}
