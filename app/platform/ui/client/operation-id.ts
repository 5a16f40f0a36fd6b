/**
 * A new uuidv7 (RFC 9562 § 5.7): 48 bits of time, the rest random. `crypto.randomUUID` makes version 4 and only works on
 * https; a school may try this on plain http in its own network.
 */
export function newOperationId(now: number, random: Uint8Array = crypto.getRandomValues(new Uint8Array(10))): string {
  const hex = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const time = now.toString(16).padStart(12, '0')
  const variant = ((Number.parseInt(hex[3] ?? '0', 16) & 3) | 8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`
}
