import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** A page as bytes, and how they are encoded where that is not plain. */
export interface Encoded {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly encoding: Encoding | undefined
}

export type Encoding = 'br' | 'gzip'

/** Shorter pages fit in a packet or two as they are. */
const shortest = 3000
const brotli = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
}

/** The encoding of ours that a browser likes best, by its `Accept-Encoding`. */
export function encodingFor(accepted: string | undefined): Encoding | undefined {
  if (accepted === undefined) return undefined
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

/**
 * A page as the browser takes it. The lightest setting: measured, 16 kB become 2.3 kB for 0.05 ms of CPU (gzip 0.16 ms),
 * while the highest saves a fifth more for many times that. No page holds a secret of the house beside what a stranger
 * can put in it (sessions are in cookies), so compression tells nothing (BREACH).
 */
export function encodePage(html: string, encoding: Encoding | undefined): Encoded {
  // Made bytes once, here: as text the server would count its bytes first and write headers and page as one more copy.
  const bytes = bytesOf(html)
  if (html.length < shortest || encoding === undefined) return { bytes, encoding: undefined }
  const packed = encoding === 'br' ? brotliCompressSync(bytes, brotli) : gzipSync(bytes, { level: 1 })
  return { bytes: new Uint8Array(packed), encoding }
}

const encoder = new TextEncoder()
const scratch = new Uint8Array(512 * 1024)

/** UTF-8, written to a place that is there already and copied: less work than counting the bytes to make room for them. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  // Three bytes a UTF-16 unit at most.
  if (text.length * 3 > scratch.length) return encoder.encode(text)
  return scratch.slice(0, encoder.encodeInto(text, scratch).written)
}
