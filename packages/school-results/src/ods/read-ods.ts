import { unzipSync } from 'fflate'
import { type Sheet, SheetReader } from './sheet-reader.ts'

export type OdsRefusal =
  /** A zip file without the contents of an OpenDocument spreadsheet, such as an Excel workbook. */
  | { readonly ok: false; readonly reason: 'no-open-document' }
  | { readonly ok: false; readonly reason: 'damaged-spreadsheet'; readonly why: string }
  | { readonly ok: false; readonly reason: 'spreadsheet-too-large'; readonly bytes: number }

/** The largest one that was published, schoolweging, has 21 MB of contents. */
const mostBytes = 400_000_000
const piece = 1 << 16

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** The sheets of an OpenDocument spreadsheet (.ods), of which only the contents are unpacked. */
export function readOds(bytes: Uint8Array): { readonly ok: true; readonly sheets: readonly Sheet[] } | OdsRefusal {
  let tooLarge: number | undefined
  let content: Uint8Array | undefined
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name !== 'content.xml') return false
        if (originalSize > mostBytes) tooLarge = originalSize
        return tooLarge === undefined
      },
    })
    content = files['content.xml']
  } catch (error) {
    return damaged(error)
  }
  if (tooLarge !== undefined) return { ok: false, reason: 'spreadsheet-too-large', bytes: tooLarge }
  if (content === undefined) return { ok: false, reason: 'no-open-document' }
  try {
    const reader = new SheetReader()
    const decoder = new TextDecoder('utf-8', { fatal: true })
    for (let at = 0; at < content.length; at += piece) {
      reader.write(decoder.decode(content.subarray(at, at + piece), { stream: true }))
    }
    reader.write(decoder.decode())
    return { ok: true, sheets: reader.end() }
  } catch (error) {
    return damaged(error)
  }
}

/** The libraries throw on damage in what they are given, and say where it is. */
function damaged(error: unknown): OdsRefusal {
  return { ok: false, reason: 'damaged-spreadsheet', why: error instanceof Error ? error.message : String(error) }
}
