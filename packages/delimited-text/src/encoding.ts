/** How the bytes of a file stand for signs. `utf-16` is read as UTF-8 bytes of the same text. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16'

/** A file's text as bytes that can be scanned for ASCII signs: UTF-8, or windows-1252 where the bytes are no UTF-8. */
export interface EncodedText {
  readonly bytes: Uint8Array
  readonly encoding: Encoding
  /** Where the text starts: after a byte order mark. */
  readonly start: number
}

/** What windows-1252 has at 0x80–0x9f (WHATWG Encoding, index windows-1252); Node 24's own decoder has C1 signs there. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const marks: readonly (readonly number[])[] = [
  [0xef, 0xbb, 0xbf],
  // The mark of UTF-8 that was read as latin-1 and written as UTF-8 again: found in published files.
  [0xc3, 0xaf, 0xc2, 0xbb, 0xc2, 0xbf],
]

/** Finds out the encoding: a byte order mark decides, then valid UTF-8, and else windows-1252. */
export function detectEncoding(bytes: Uint8Array): EncodedText {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  if (utf16 !== undefined) {
    return { bytes: new TextEncoder().encode(new TextDecoder(utf16).decode(bytes)), encoding: 'utf-16', start: 0 }
  }
  const mark = marks.find((each) => each.every((byte, i) => bytes[i] === byte))
  return { bytes, encoding: isUtf8(bytes) ? 'utf-8' : 'windows-1252', start: mark?.length ?? 0 }
}

/** Whether the bytes are UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing past U+10FFFF. */
function isUtf8(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; ) {
    i = endOfAscii(bytes, i)
    if (i === bytes.length) return true
    const lead = bytes[i] ?? 0
    const length = lead >= 0xc2 && lead <= 0xdf ? 2 : (lead & 0xf0) === 0xe0 ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
    if (length === 0) return false
    const second = bytes[i + 1] ?? 0
    const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (second < lowest || second > highest) return false
    for (let k = 2; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return false
    i += length
  }
  return true
}

/** The place of the first byte past ASCII at or after `from`; sixteen at a time once they are aligned. */
function endOfAscii(bytes: Uint8Array, from: number): number {
  let i = from
  while (i < bytes.length && (bytes.byteOffset + i) % 4 !== 0) {
    if ((bytes[i] ?? 0) >= 0x80) return i
    i++
  }
  if (bytes.length - i < 16) {
    while (i < bytes.length && (bytes[i] ?? 0) < 0x80) i++
    return i
  }
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + i, (bytes.length - i) >> 2)
  let word = 0
  for (; word + 4 <= words.length; word += 4) {
    const any = (words[word] ?? 0) | (words[word + 1] ?? 0) | (words[word + 2] ?? 0) | (words[word + 3] ?? 0)
    if ((any & 0x80808080) !== 0) break
  }
  i += word * 4
  while (i < bytes.length && (bytes[i] ?? 0) < 0x80) i++
  return i
}

/** A function from a stretch of bytes to its text. */
export function decoderOf(encoding: Encoding): (bytes: Uint8Array) => string {
  if (encoding !== 'windows-1252') {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    return (bytes) => decoder.decode(bytes)
  }
  return (bytes) => {
    let text = ''
    for (const byte of bytes) text += byte >= 0x80 && byte < 0xa0 ? windows1252[byte - 0x80] : String.fromCharCode(byte)
    return text
  }
}
