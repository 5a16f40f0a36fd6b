import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeText } from './merge-text.ts'
import { applyChange, changeBetween, moveCaret } from './text-change.ts'

// Few different letters, so that places look alike; and pairs of surrogates, which must stay together.
const text = fc.string({ unit: fc.constantFrom('a', 'b', '👩', '👨', '\n'), maxLength: 12 })

describe('changeBetween', () => {
  it('makes the one text of the other, wherever the caret stands', () => {
    fc.assert(
      fc.property(text, text, fc.nat(14), (before, after, caret) => {
        const change = changeBetween(before, after, caret)
        expect(change === null ? before : applyChange(before, change)).toBe(after)
        expect(change?.inserted.isWellFormed() ?? true).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes what was typed where it was typed, however alike the letters are', () => {
    fc.assert(
      fc.property(text, fc.nat(12), fc.constantFrom('a', 'b', '👩', 'ab'), (before, place, typed) => {
        const at = Math.min(place, before.length)
        if (!before.slice(0, at).isWellFormed()) return
        const after = before.slice(0, at) + typed + before.slice(at)
        expect(changeBetween(before, after, at + typed.length)).toEqual({ at, removed: 0, inserted: typed })
      }),
      { numRuns: 2000 },
    )
  })
})

describe('moveCaret', () => {
  it('stays with the words before it or behind it', () => {
    expect(moveCaret(2, { at: 4, removed: 1, inserted: 'new' })).toBe(2)
    expect(moveCaret(6, { at: 4, removed: 1, inserted: 'new' })).toBe(8)
    expect(moveCaret(5, { at: 4, removed: 3, inserted: '' })).toBe(4)
  })
})

describe('mergeText', () => {
  const merged = (before: string, mine: string, now: string) => {
    const change = mergeText(before, mine, now)
    return change === null ? now : applyChange(now, change)
  }

  it('keeps what both wrote', () => {
    expect(merged('Wat leren ze?', 'Wat leren ze vandaag?', 'En wat leren ze?')).toBe('En wat leren ze vandaag?')
    expect(merged('', 'van mij', 'van jou')).toBe('van jouvan mij')
  })

  it('is what I wrote where nobody else did, and what they wrote where I did not', () => {
    fc.assert(
      fc.property(text, text, (before, other) => {
        expect(merged(before, other, before)).toBe(other)
        expect(merged(before, before, other)).toBe(other)
        expect(merged(before, other, other)).toBe(other)
      }),
    )
  })

  it('loses no new letter of either, and doubles none', () => {
    // Letters that occur once each: what stood there, what I write, what they write.
    const insertions = fc.record({ at: fc.nat(6), removed: fc.nat(3) })
    fc.assert(
      fc.property(insertions, insertions, (mine, theirs) => {
        const before = '123456'
        const write = ({ at, removed }: typeof mine, words: string) =>
          applyChange(before, { at, removed: Math.min(removed, before.length - at), inserted: words })
        const [me, them] = [write(mine, 'xyz'), write(theirs, 'pqr')]
        const result = merged(before, me, them)
        expect(result).toContain('xyz')
        expect(result).toContain('pqr')
        expect(new Set(result).size).toBe(result.length)
        for (const letter of before) {
          // What neither took away is still there.
          if (me.includes(letter) && them.includes(letter)) expect(result).toContain(letter)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
