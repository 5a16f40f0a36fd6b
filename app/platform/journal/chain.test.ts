import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, chainHash, findChainFault, origin } from './chain.ts'
import type { JournalEntry } from './journal.ts'

const stream = 'board:1'
const json = fc.jsonValue({ maxDepth: 2 })
const entry = fc.record({
  at: fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
  actor: fc.constantFrom('person:1', 'person:2', 'system'),
  action: fc.constantFrom('goal-added', 'goal-edited'),
  subject: fc.constantFrom('goal:1', 'goal:2'),
  changes: fc.dictionary(fc.string({ maxLength: 5 }), fc.tuple(json, json), { maxKeys: 3 }),
  operation: fc.uuid(),
})
const chain = fc.array(entry, { minLength: 1, maxLength: 8 }).map((all) => {
  let hash = origin
  return all.map((each, i) => {
    const full: JournalEntry = { ...each, sequence: i + 1 }
    hash = chainHash(hash, stream, full)
    return { ...full, hash }
  })
})

describe('a chain of entries', () => {
  it('is sound as it was written, also after a trip through JSON as the database stores it', () => {
    fc.assert(
      fc.property(chain, (entries) => {
        const stored = entries.map((each) => ({ ...each, changes: JSON.parse(JSON.stringify(each.changes)) }))
        expect(findChainFault(stream, stored)).toBeNull()
      }),
    )
  })

  it('breaks at any entry that was altered in any field', () => {
    fc.assert(
      fc.property(chain, fc.nat(), entry, fc.constantFrom(...fields), (entries, at, other, field) => {
        const i = at % entries.length
        const altered = entries.map((each, j) => (j === i ? { ...each, [field]: other[field] } : each))
        fc.pre(canonical(altered[i]?.[field]) !== canonical(entries[i]?.[field]))
        expect(findChainFault(stream, altered)).toEqual({ sequence: i + 1, reason: 'altered' })
      }),
    )
  })

  it('breaks where an entry was altered and its hash made to fit', () => {
    fc.assert(
      fc.property(chain, fc.nat(), (entries, at) => {
        fc.pre(entries.length > 1)
        const i = at % (entries.length - 1)
        const previous = entries[i - 1]?.hash ?? origin
        const forged = entries.map((each, j) => {
          if (j !== i) return each
          const changed = { ...each, action: 'goal-removed' }
          return { ...changed, hash: chainHash(previous, stream, changed) }
        })
        expect(findChainFault(stream, forged)).toEqual({ sequence: i + 2, reason: 'altered' })
      }),
    )
  })

  it('breaks where an entry was taken out, but for its very end', () => {
    fc.assert(
      fc.property(chain, fc.nat(), (entries, at) => {
        fc.pre(entries.length > 1)
        const i = at % (entries.length - 1)
        expect(findChainFault(stream, entries.toSpliced(i, 1))).toEqual({ sequence: i + 1, reason: 'gap' })
      }),
    )
  })

  it('breaks where an entry was put in, even renumbered', () => {
    fc.assert(
      fc.property(chain, fc.nat(), entry, (entries, at, extra) => {
        const i = at % entries.length
        const inserted = entries
          .toSpliced(i, 0, { ...extra, sequence: 0, hash: entries[i]?.hash ?? '' })
          .map((each, j) => ({ ...each, sequence: j + 1 }))
        expect(findChainFault(stream, inserted)?.sequence).toBe(i + 1)
      }),
    )
  })

  it('belongs to its stream', () => {
    fc.assert(
      fc.property(chain, (entries) => {
        expect(findChainFault('board:2', entries)).toEqual({ sequence: 1, reason: 'altered' })
      }),
    )
  })
})

describe('canonical JSON', () => {
  it('is the same for the same value, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(canonical(reversed)).toBe(canonical(value))
        expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value))
      }),
    )
  })
})

const fields = ['at', 'actor', 'action', 'subject', 'changes', 'operation'] as const
