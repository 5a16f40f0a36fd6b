/** Two or more bytes of one UTF-8 letter that were read as letters of their own: `Ã«` for `ë`, `â€™` for `’`. */
const mangled =
  /[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]|\u00e2\u20ac/

/** What windows-1252 has at 0x80–0x9f (WHATWG Encoding, index windows-1252). */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** A text that was UTF-8, read as windows-1252 and saved again, as it was meant; any other text as it is. */
export function repairText(text: string): string {
  if (!mangled.test(text)) return text
  const bytes: number[] = []
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    const place = upper.indexOf(sign)
    const byte = place >= 0 ? 0x80 + place : code
    if (byte > 0xff) return text
    bytes.push(byte)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return text
  }
}
