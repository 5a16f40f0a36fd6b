import fc from 'fast-check'
import { expect, it } from 'vitest'
import { repairText } from './repair-text.ts'

it.each([
  ['Tienercollege FlorÃ¨s', 'Tienercollege Florès'],
  ['â€™t Eenspan', '’t Eenspan'],
  ['Prinsés', 'Prinsés'],
  ['CÔTE Â', 'CÔTE Â'],
  ['FlorÃ¨s ’s ë', 'FlorÃ¨s ’s ë'],
])('%s becomes %s', (text, meant) => {
  expect(repairText(text)).toBe(meant)
})

it('gives back any name that was read as windows-1252, or leaves it', () => {
  const name = fc.stringMatching(/^[A-Za-zàâçèéêëïñöü ’–]{1,20}$/)
  fc.assert(
    fc.property(name, (meant) => {
      const read = [...new TextEncoder().encode(meant)]
        .map((byte) => new TextDecoder('latin1').decode(Uint8Array.of(byte)))
        .join('')
      expect([meant, read]).toContain(repairText(read))
      expect(repairText(meant)).toBe(meant)
    }),
  )
})
