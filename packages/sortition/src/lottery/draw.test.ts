import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf } from './canonical-text.ts'
import { canDraw, drawPanel, normaliseRandomness, unbiased } from './draw.ts'
import type { DrawMethod, Lottery } from './lottery.ts'

function listOf(panels: readonly (readonly string[])[], draw: DrawMethod = 'text'): Lottery {
  const open = {
    form: 'kantelpunt-panel-lottery/1',
    draw,
    seats: panels[0]?.length ?? 0,
    pseudonyms: false,
    panels,
  } as const
  return { ...open, hash: hashOf(open) }
}

const four = listOf([
  ['a', 'b'],
  ['a', 'c'],
  ['b', 'd'],
  ['c', 'd'],
])

describe('drawing a panel', () => {
  // The test vectors of the README: whoever writes this in another language can begin with them.
  it('gives what the test vectors say', () => {
    expect(four.hash).toBe('dcd8c22636a9273ae31336cdf6029162cf4f23cc185b0808e7e66c9fa9490833')
    expect(drawPanel(four, '3, 12, 17, 25, 40, 44')).toEqual({
      ok: true,
      number: 4,
      members: ['c', 'd'],
      normalised: '3 12 17 25 40 44',
    })
    expect(drawPanel(four, ' 3-12–17 25\t40 44\n')).toEqual(drawPanel(four, '3, 12, 17, 25, 40, 44'))
    expect(drawPanel(four, 'Staatsloterij 10 december: ÀB 12345')).toMatchObject({
      number: 4,
      normalised: 'staatsloterij 10 december àb 12345',
    })
    const thousand = listOf(Array.from({ length: 1000 }, (_, at) => [`x${at}`]))
    expect(thousand.hash).toBe('a1123f96c9baec3c9be52949c010e4231fd88e0b86e24ae09418e48783849248')
    expect(drawPanel(thousand, '6 1 4 4 2 5 3')).toMatchObject({ number: 123, members: ['x122'] })
  })

  it('agrees with the rule, worked out in another way', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 50 }), (text, size) => {
        const list = listOf(Array.from({ length: size }, (_, at) => [`x${at}`]))
        const found = drawPanel(list, text)
        const normalised = normaliseRandomness(text)
        if (normalised === '') {
          expect(found).toEqual({ ok: false, reason: 'empty' })
          return
        }
        const message = ['kantelpunt-panel-draw/1', list.hash, size, 0, normalised].join('\n')
        let rest = 0
        // Long division, byte by byte; a rejection is as likely as 2^-250.
        for (const byte of createHash('sha256').update(message).digest()) rest = (rest * 256 + byte) % size
        expect(found).toMatchObject({ ok: true, number: rest + 1, members: [`x${rest}`] })
      }),
    )
  })

  it('draws with digits', () => {
    const list = listOf(
      Array.from({ length: 1000 }, (_, at) => [`x${at + 1}`]),
      'digits',
    )
    expect(drawPanel(list, '4 0 7')).toEqual({ ok: true, number: 407, members: ['x407'], normalised: '407' })
    expect(drawPanel(list, '000')).toMatchObject({ number: 1000, members: ['x1000'] })
    expect(drawPanel(list, '001')).toMatchObject({ number: 1 })
    for (const wrong of ['40', '4077', '4o7', '٤٠٧'])
      expect(drawPanel(list, wrong)).toMatchObject({ reason: 'not-digits' })
    expect([10, 1000, 1, 20, 1001].map((size) => canDraw('digits', size))).toEqual([true, true, false, false, false])
    expect(canDraw('text', 7)).toBe(true)
  })

  it('takes texts that people would call the same for the same', () => {
    expect(normaliseRandomness('  3, 12 – 40 ')).toBe('3 12 40')
    expect(normaliseRandomness('１２ Ａ')).toBe('12 a')
    expect(normaliseRandomness('e\u0301')).toBe(normaliseRandomness('É'))
    expect(normaliseRandomness('03')).not.toBe(normaliseRandomness('3'))
    expect(normaliseRandomness('?!')).toBe('')
    expect(drawPanel(four, '—')).toEqual({ ok: false, reason: 'empty' })
  })

  it('refuses the numbers that would make some panels likelier', () => {
    for (const size of [1, 3, 5, 7, 16, 100, 255, 256]) {
      const drawn = Array.from({ length: 256 }, (_, byte) => unbiased(byte.toString(16).padStart(2, '0'), size))
      const counts = Array.from({ length: size }, (_, place) => drawn.filter((each) => each === place).length)
      expect(new Set(counts)).toEqual(new Set([Math.floor(256 / size)]))
    }
  })

  it('matches the probabilities: 10,000 draws, χ²', () => {
    // 50 people, 20 panels of 5: each panel is as likely, each person as likely as the panels he or she is on.
    const panels = Array.from({ length: 20 }, (_, at) => [0, 1, 2, 3, 4].map((i) => `x${(at * 7 + i * (i + at)) % 50}`))
    const list = listOf(panels.map((members) => [...new Set(members)]))
    const drawn = new Int32Array(20)
    const chosen = new Map<string, number>()
    for (let draw = 0; draw < 10_000; draw++) {
      const found = drawPanel(list, `throw ${draw}`)
      if (!found.ok) throw new Error(found.reason)
      drawn[found.number - 1] = (drawn[found.number - 1] ?? 0) + 1
      for (const id of found.members) chosen.set(id, (chosen.get(id) ?? 0) + 1)
    }
    const chi = drawn.reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0)
    // With 19 degrees of freedom: above 43.8 in one of 1,000 cases, below 5.4 in one of 1,000.
    expect(chi).toBeLessThan(43.8)
    expect(chi).toBeGreaterThan(5.4)
    for (const [id, count] of chosen) {
      const chance = list.panels.filter((members) => members.includes(id)).length / 20
      expect(Math.abs(count / 10_000 - chance)).toBeLessThan(4.5 * Math.sqrt((chance * (1 - chance)) / 10_000))
    }
  })
})
