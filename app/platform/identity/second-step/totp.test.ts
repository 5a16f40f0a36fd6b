import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { matchingStep, newTotpSecret, totpAddress, totpCode, totpSecretInWords } from './totp.ts'

const start = Date.UTC(2026, 10, 22)

/** RFC 4226 section 5.3, written from the text. */
function independentCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', Buffer.from(secret, 'utf8')).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

it('gives the codes of RFC 6238, appendix B', async () => {
  const secret = '12345678901234567890'
  const known = { 59: '287082', 1111111109: '081804', 1111111111: '050471', 1234567890: '005924', 2000000000: '279037' }
  for (const [second, code] of Object.entries(known)) {
    expect(await totpCode(secret, new Date(Number(second) * 1000))).toBe(code)
  }
})

it('takes the code of now, of half a minute ago and of half a minute ahead, and no other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -6, max: 6 }), fc.nat(1e9), async (off, seconds) => {
      const secret = newTotpSecret()
      const now = new Date(start + seconds * 1000)
      const step = Math.floor(now.getTime() / 30_000)
      const near = [-1, 0, 1].map((each) => independentCode(secret, step + each))
      const code = independentCode(secret, step + off)
      expect((await matchingStep(secret, code, now, 0)) !== null).toBe(near.includes(code))
    }),
    { numRuns: 100 },
  )
})

it('takes a code once: neither it nor an earlier one works afterwards', async () => {
  const secret = newTotpSecret()
  const now = new Date(start)
  const code = await totpCode(secret, now)
  const used = await matchingStep(secret, code, now, 0)
  expect(used).toBe(start / 30_000)
  expect(await matchingStep(secret, code, now, used ?? 0)).toBeNull()
  const earlier = await totpCode(secret, new Date(start - 30_000))
  expect(await matchingStep(secret, earlier, now, used ?? 0)).toBeNull()
  const next = await totpCode(secret, new Date(start + 30_000))
  expect(await matchingStep(secret, next, now, used ?? 0)).toBe(start / 30_000 + 1)
})

it('reads a code as people type it', async () => {
  const secret = newTotpSecret()
  const code = await totpCode(secret, new Date(start))
  expect(await matchingStep(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, new Date(start), 0)).not.toBeNull()
  for (const wrong of ['', '000', `${code}0`, 'abcdef']) {
    expect(await matchingStep(secret, wrong, new Date(start), 0)).toBeNull()
  }
})

it('says the same secret in the QR code and in letters', () => {
  const secret = newTotpSecret()
  const address = new URL(totpAddress(secret, 'jo@de-ark.example'))
  expect(address.protocol).toBe('otpauth:')
  expect(address.searchParams.get('secret')).toBe(totpSecretInWords(secret).replaceAll(' ', ''))
  expect(secret).toHaveLength(27)
  expect(new Set(Array.from({ length: 100 }, newTotpSecret)).size).toBe(100)
})
