import iconv from 'iconv-lite'

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16'

export type TextRefusal =
  | { readonly reason: 'too-large'; readonly limitBytes: number }
  | { readonly reason: 'empty-file' }
  | { readonly reason: 'spreadsheet-file' }
  | { readonly reason: 'not-text'; readonly line: number }

export type FileText =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly refusal: TextRefusal }

/**
 * Reads a file to text. Takes in no more than `limitBytes`: of a larger file the rest is never read. Knows UTF-8 and
 * UTF-16 with their marks, and takes what is not UTF-8 for windows-1252, DUO's old encoding.
 */
export async function readText(chunks: AsyncIterable<Uint8Array>, limitBytes: number): Promise<FileText> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > limitBytes) return { ok: false, refusal: { reason: 'too-large', limitBytes } }
    parts.push(chunk)
  }
  return decode(Buffer.concat(parts))
}

function decode(bytes: Buffer): FileText {
  const start = bytes.toString('latin1', 0, 4)
  if (start.startsWith('PK\x03\x04') || start === '\xd0\xcf\x11\xe0') {
    return { ok: false, refusal: { reason: 'spreadsheet-file' } }
  }
  const encoding = encodingOf(bytes, start)
  const raw = iconv.decode(bytes, encoding === 'utf-16' && start.startsWith('\xfe\xff') ? 'utf-16be' : encoding)
  if (raw.trim() === '') return { ok: false, refusal: { reason: 'empty-file' } }
  const binary = raw.indexOf('\0')
  if (binary !== -1) return { ok: false, refusal: { reason: 'not-text', line: lineAt(raw, binary) } }
  return { ok: true, text: repair(raw), encoding, bytes }
}

function encodingOf(bytes: Buffer, start: string): Encoding {
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')) return 'utf-16'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** The mark that begins a UTF-8 file, read as if it were letters: the file went through a program that took it so. */
const misreadMark = '\u00ef\u00bb\u00bf'

/** Two or more bytes of one UTF-8 letter that were read as letters of their own, such as `Ã«` for `ë`, `â€™` for `’`. */
const mangled =
  /[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]|\u00e2\u20ac/

/** Whether letters were lost or mixed up before the text came here; nobody can tell what they were. */
export function isMangled(text: string): boolean {
  return /[\u0080-\u009f\ufffd]/.test(text) || mangled.test(text)
}

function repair(raw: string): string {
  const text = raw.replace(/^\ufeff/, '')
  const whole = mangled.test(text) || text.includes(misreadMark) ? (decodedAgain(text) ?? text) : text
  return whole
    .replace(/^\ufeff/, '')
    .replace(/^("?)\u00ef\u00bb\u00bf/, '$1')
    .replace(/^"\ufeff/, '"')
    .replace(/[\u0080-\u009f]/g, (control) => iconv.decode(Buffer.from([control.charCodeAt(0)]), 'windows-1252'))
}

/** UTF-8 that was read as windows-1252 and saved as UTF-8 again, undone; undefined where it is not that throughout. */
function decodedAgain(text: string): string | undefined {
  const bytes = iconv.encode(text, 'windows-1252')
  if (iconv.decode(bytes, 'windows-1252') !== text) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split(/\r\n|\n|\r/).length
}
